"""Features of a CV and of a job → Score: a weighted sum of named parts, a ceiling for missing must-haves, two parts that lower.

score = 100 × min(ceiling, recency × overqualified × relevance × Σ weight × value), the weights of what the ad asks normalised to 1.
`relevance` keeps what every CV has (a diploma, a language) from making points for a stranger to the trade.
"""

from __future__ import annotations

from collections.abc import Mapping

from workers.features import CvFeatures, JobFeatures, Need, SkillUse
from workers.matching import parts
from workers.matching.cv_features import months_in
from workers.matching.needs import MISSING, Held, joined
from workers.matching.passages import pasted
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.types import Fact, Part, PartKind, Score
from workers.matching.weights import DEFAULT_WEIGHTS, Weights

ENGINE_VERSION = "1.0"
_CEILING, _FLOOR = 94.0, 42.0
_SOFT = 0.45
_FIELDS = {
    PartKind.MUST_HAVE: "must_have", PartKind.NICE_TO_HAVE: "nice_to_have", PartKind.OCCUPATION: "occupation", PartKind.YEARS: "years",
    PartKind.STUDY: "study", PartKind.LANGUAGES: "languages", PartKind.PLACE: "place", PartKind.TEXT: "text",
}  # fmt: skip
_Values = dict[PartKind, tuple[float, str, tuple[Fact, ...]]]


def score(cv: CvFeatures, job: JobFeatures, weights: Weights = DEFAULT_WEIGHTS, statistics: Statistics = DEFAULT_STATISTICS) -> Score:
    """The same figure for the same input and engine version, whoever else applied."""
    return Scorer(cv, weights, statistics).score(job)


class Scorer:
    """One CV against many jobs: what depends on the CV alone is made once."""

    def __init__(self, cv: CvFeatures, weights: Weights = DEFAULT_WEIGHTS, statistics: Statistics = DEFAULT_STATISTICS) -> None:
        self.cv, self.statistics = cv, statistics
        self.weights = weights.normalised
        self.held = Held(cv.skills, cv.words, cv.now)

    def score(self, job: JobFeatures) -> Score:
        excluded = self.excluded(job)
        held = Held(self.cv.skills, {}, self.cv.now, excluded) if excluded else self.held
        return self.judged(job, held, excluded)

    def excluded(self, job: JobFeatures) -> frozenset[str]:
        """Parts of the CV into which this ad was pasted: they prove nothing."""
        ad = frozenset(job.prints)
        return frozenset(one.where for one in self.cv.passages if pasted(one.prints, ad)) if ad else frozenset()

    def judged(self, job: JobFeatures, held: Held, excluded: frozenset[str]) -> Score:
        values, lowered, cap = self._values(job, held, excluded)
        shares = self._shares(values)
        total = sum(shares[kind] * value for kind, (value, _, _) in values.items())
        relevance = _relevance(values)
        factor = lowered[0][0] * lowered[1][0]
        value = round(min(cap, 100.0 * total * relevance * factor), 2)
        shown = [Part(kind, round(value, 4), round(shares[kind], 4), reason, facts) for kind, (value, reason, facts) in values.items()]
        for kind, (level, reason) in zip((PartKind.RECENCY, PartKind.OVERQUALIFIED), lowered, strict=True):
            shown.append(Part(kind, round(level, 4), 0.0, reason))
        confidence = _confidence(self.cv, job)
        flags = [*self.cv.flags, *(["PASTED_AD"] if excluded else []), *(["LITTLE_TO_COMPARE"] if confidence < 0.5 else [])]
        return Score(value, tuple(shown), confidence, ENGINE_VERSION, round(cap, 2), tuple(flags))

    def _shares(self, values: _Values) -> dict[PartKind, float]:
        raw = {kind: float(getattr(self.weights, _FIELDS[kind])) for kind in values}
        total = sum(raw.values())
        return {kind: weight / total if total else 0.0 for kind, weight in raw.items()}

    def _values(self, job: JobFeatures, held: Held, excluded: frozenset[str]) -> tuple[_Values, list[tuple[float, str]], float]:
        cv, values = self.cv, _Values()
        must = joined(job.must_have, [held.best(need) for need in job.must_have])
        nice = joined(job.nice_to_have, [held.best(need) for need in job.nice_to_have])
        if must:
            values[PartKind.MUST_HAVE] = _mean(must), "must_have", tuple(fact for _, fact in must)
        if nice:
            values[PartKind.NICE_TO_HAVE] = _mean(nice), "nice_to_have", tuple(fact for _, fact in nice)
        near, best, relevant, last = self._trade(job, excluded)
        values[PartKind.OCCUPATION] = near, "occupation", (best,)
        value, reason = parts.years(relevant, job)
        values[PartKind.YEARS] = value * min(1.0, 0.25 + near), reason, (Fact(reason, str(job.minimum_years or ""), months=relevant, value=value),)
        if found := parts.study(cv, job):
            values[PartKind.STUDY] = *found, (Fact(found[1], job.study or "", cv.study or "", "educations", value=found[0]),)
        if spoken := parts.languages(cv, job):
            values[PartKind.LANGUAGES] = sum(fact.value for fact in spoken) / len(spoken), "languages", tuple(spoken)
        if where := parts.place(cv, job):
            values[PartKind.PLACE] = *where, ()
        values[PartKind.TEXT] = 0.0 if excluded else parts.text(cv, job, self.statistics), "text", ()
        lowered = [(parts.recency(last, cv.now), "recency"), parts.too_much(cv, relevant, job)]
        return values, lowered, _cap(must, spoken)

    def _trade(self, job: JobFeatures, excluded: frozenset[str]) -> tuple[float, Fact, int, int | None]:
        """How near the nearest post is (long and late ones first), months in posts like the one offered, the last of them."""
        titles = self._titles(job)
        best, chosen, spans, last = 0.0, Fact("occupation_far", job.title), [], None
        for post in self.cv.posts:
            if post.where in excluded:
                continue
            near = parts.post_kinship(post, job, titles)
            strength = near * (1.0 if (post.months or 12) >= 6 else 0.85) * parts.recency(post.last, self.cv.now)
            if near >= 0.5 and post.last is not None and post.months:
                spans.append((post.last - post.months + 1, post.last))
                last = max(last or 0, post.last)
            if strength > best:
                reason = "occupation_same" if near >= 0.8 else "occupation_near" if near >= 0.4 else "occupation_far"
                best, chosen = strength, Fact(reason, job.title, post.title, post.where, post.months, round(strength, 4), post.occupation or "")
        return best, chosen, months_in(spans), last

    def _titles(self, job: JobFeatures) -> Mapping[str, float]:
        """Likeness of each post's title with that of the job, by stems."""
        from workers.matching.words import weights, words_of

        return {post.title: parts.likeness(job.title_words, weights(words_of(post.title)), self.statistics) for post in self.cv.posts}


def _mean(pairs: list[tuple[Need, Fact]]) -> float:
    total = sum(1.0 if need.firm else _SOFT for need, _ in pairs)
    return sum((1.0 if need.firm else _SOFT) * fact.value for need, fact in pairs) / total


def _cap(must: list[tuple[Need, Fact]], spoken: list[Fact]) -> float:
    """A missing must-have lowers the ceiling; with all of them missing it stands at 42."""
    firm = [(1.0 if need.firm else _SOFT, fact) for need, fact in must]
    firm += [(1.0, fact) for fact in spoken if fact.reason != "ad_language"]
    total = sum(weight for weight, _ in firm)
    missing = sum(weight * (1 - fact.value / MISSING) for weight, fact in firm if fact.value < MISSING)
    return 100.0 if not missing else _CEILING - (_CEILING - _FLOOR) * missing / total


def _relevance(values: _Values) -> float:
    """1 for somebody of the trade or with half of what is asked; 0.45 for a stranger."""
    trade = values[PartKind.OCCUPATION][0]
    asked = values[PartKind.MUST_HAVE][0] if PartKind.MUST_HAVE in values else values[PartKind.TEXT][0]
    return min(1.0, 0.45 + 0.4 * trade + 0.3 * asked + 0.15 * values[PartKind.TEXT][0])


def _confidence(cv: CvFeatures, job: JobFeatures) -> float:
    told = min(1.0, 0.2 + 0.4 * bool(cv.posts) + 0.2 * min(1.0, len(cv.skills) / 6) + 0.2 * min(1.0, len(cv.words) / 60))
    return round(told * job.confidence, 2)


def with_skill(cv: CvFeatures, need: Need) -> CvFeatures:
    """The same CV with this skill shown in its latest post."""
    import msgspec

    post = max(cv.posts, key=lambda one: one.last or 0, default=None)
    months = max(24, int(12 * (need.years or 0)))
    use = SkillUse(need.id, need.words, months, cv.now, post.where if post else "skills[0]")
    return msgspec.structs.replace(cv, skills=(*(one for one in cv.skills if one.id != need.id), use))
