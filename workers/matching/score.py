"""Features of a CV and of a job → Score: a weighted sum of named parts, a ceiling for missing must-haves, two parts that lower.

score = 100 × min(ceiling, recency × overqualified × relevance × Σ weight × value), the weights of what the ad asks normalised to 1.
`relevance` keeps what every CV has (a diploma, a language) from making points for a stranger to the trade.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from workers.features import CvFeatures, JobFeatures, Need
from workers.matching import parts
from workers.matching.cv_features import months_in
from workers.matching.needs import MISSING, Held, implied, joined
from workers.matching.passages import copied
from workers.matching.skills import telling
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics, idf_of
from workers.matching.types import Fact, Part, PartKind, Score
from workers.matching.weights import DEFAULT_WEIGHTS, Weights
from workers.matching.words import title_weights

ENGINE_VERSION = "1.1"
_CEILING, _FLOOR = 94.0, 42.0
_SOFT, _LIKE, _LITTLE = 0.45, 0.5, 0.5
_SAID, _SAYS = 0.7, 0.6
_ENOUGH = 3  # prints of a passage that tell it from an ad
_FEW, _MOVED = 4, 0.6  # needs from which an ad is taken at its word; how much of their weight its text takes over below
_NAMED, _KNEE, _TELLING, _STRANGER, _FOREIGN, _SAME = 0.65, 0.8, 1.5, 0.15, 0.12, 0.95
_FIELDS = {
    PartKind.MUST_HAVE: "must_have", PartKind.NICE_TO_HAVE: "nice_to_have", PartKind.OCCUPATION: "occupation", PartKind.YEARS: "years",
    PartKind.STUDY: "study", PartKind.LANGUAGES: "languages", PartKind.PLACE: "place", PartKind.TEXT: "text",
}  # fmt: skip
_FORMAL = (PartKind.STUDY, PartKind.LANGUAGES, PartKind.PLACE)
_Values = dict[PartKind, tuple[float, str, tuple[Fact, ...]]]
_Pairs = list[tuple[Need, Fact]]


class Measured(NamedTuple):
    """Everything a score is summed from: facts for each need, the other parts, and the two that lower. `said` is 1 for an ad that
    says enough, less for a bare title: nobody fits that in full. `known` is False where the taxonomy lacks the trade of one side."""

    must: _Pairs
    nice: _Pairs
    spoken: list[Fact]
    others: _Values
    lowered: tuple[tuple[float, str], tuple[float, str]]
    excluded: frozenset[str]
    said: float
    known: bool = True


def score(cv: CvFeatures, job: JobFeatures, weights: Weights = DEFAULT_WEIGHTS, statistics: Statistics = DEFAULT_STATISTICS) -> Score:
    """The same figure for the same input and engine version, whoever else applied."""
    return Scorer(cv, weights, statistics).score(job)


class Scorer:
    """One CV against many jobs: what depends on the CV alone is made once."""

    def __init__(self, cv: CvFeatures, weights: Weights = DEFAULT_WEIGHTS, statistics: Statistics = DEFAULT_STATISTICS) -> None:
        self.cv, self.statistics, self.idf = cv, statistics, idf_of(statistics)
        normal = weights.normalised
        self.weights = {kind: float(getattr(normal, name)) for kind, name in _FIELDS.items()}
        self.held = Held(cv.skills, cv.words, cv.now)
        self.words, self.length = parts.bag(cv.words, self.idf), sum(cv.words.values())
        self._last: tuple[JobFeatures, Measured] | None = None
        self.posts = [(post, parts.bag(title_weights(post.title), self.idf), parts.recency(post.last, cv.now)) for post in cv.posts]

    def score(self, job: JobFeatures, *, shown: bool = True) -> Score:
        """`shown`: with its parts; a ranking of many jobs asks for figures alone."""
        measured = self.measured(job)
        value, cap, values, shares = self.summed(measured)
        told = _shown(values, shares, measured) if shown else ()
        confidence = _confidence(self.cv, job)
        flags = [*self.cv.flags, *(["PASTED_AD"] if measured.excluded else []), *(["LITTLE_TO_COMPARE"] if confidence < _LITTLE else [])]
        return Score(value, told, confidence, ENGINE_VERSION, round(cap, 2), tuple(flags))

    def measured(self, job: JobFeatures) -> Measured:
        """Kept for the last job: its explanation asks again."""
        if self._last is None or self._last[0] is not job:
            self._last = job, self._measured(job)
        return self._last[1]

    def value(self, measured: Measured) -> float:
        return self.summed(measured)[0]

    def _measured(self, job: JobFeatures) -> Measured:
        excluded = self._excluded(job)
        held = Held(self.cv.skills, {}, self.cv.now, excluded) if excluded else self.held
        near, best, relevant, last = self._trade(job, excluded)
        held_it = best.value >= _SAME
        must = joined(job.must_have, [implied(held.best(need), need, held_it) for need in job.must_have])
        nice = joined(job.nice_to_have, [held.best(need) for need in job.nice_to_have])
        others: _Values = {PartKind.OCCUPATION: (near, "occupation", (best,))}
        value, reason = parts.years(relevant, job, any(post.months for post in self.cv.posts))
        asked = f"{job.minimum_years:g}" if job.minimum_years else ""
        others[PartKind.YEARS] = value * min(1.0, _STRANGER + near), reason, (Fact(reason, asked, months=relevant, value=value),)
        if found := parts.study(self.cv, job):
            others[PartKind.STUDY] = *found, (Fact(found[1], job.study or "", self.cv.study or "", "educations", value=found[0]),)
        if where := parts.place(self.cv, job):
            others[PartKind.PLACE] = *where, ()
        alike = 0.0 if excluded else parts.text(self.cv, self.words, self.length, job, self.idf, self.statistics.average_length)
        others[PartKind.TEXT] = alike, "text", ()
        lowered = (parts.recency(last, self.cv.now), "recency"), parts.too_much(self.cv, relevant, job)
        known = near >= _LIKE or (job.occupation is not None and any(post.occupation for post in self.cv.posts))
        said = min(1.0, _SAID + job.confidence * _SAYS)
        return Measured(must, nice, parts.languages(self.cv, job), others, lowered, excluded, said, known)

    def summed(self, measured: Measured) -> tuple[float, float, _Values, dict[PartKind, float]]:
        """Score, ceiling, all parts and their shares."""
        values = _Values()
        if measured.must:
            values[PartKind.MUST_HAVE] = _mean(measured.must), "must_have", tuple(fact for _, fact in measured.must)
        if measured.nice:
            values[PartKind.NICE_TO_HAVE] = _mean(measured.nice), "nice_to_have", tuple(fact for _, fact in measured.nice)
        values |= measured.others
        if spoken := measured.spoken:
            values[PartKind.LANGUAGES] = sum(fact.value for fact in spoken) / len(spoken), "languages", tuple(spoken)
        cap = _cap(measured.must, measured.spoken)
        shares = self._shares(values, _told(measured.must), measured.known)
        asked = _asked(values, measured.must)
        belonging = min(1.0, 2.0 * max(values[PartKind.OCCUPATION][0], asked, values[PartKind.TEXT][0]))
        reached = sum(shares[kind] * value * (belonging if kind in _FORMAL else 1.0) for kind, (value, _, _) in values.items())
        lowered = measured.lowered[0][0] * measured.lowered[1][0] * measured.said * _understood(spoken)
        return round(_under(cap, 100.0 * reached * _relevance(values, asked, measured.known) * lowered), 2), cap, values, shares

    def _shares(self, values: _Values, asked: float, known: bool) -> dict[PartKind, float]:
        """The weights of what the ad asks, normalised. An ad that names few skills says in its words what it seeks, and words
        must tell a trade that has no row in the taxonomy."""
        weights = {kind: self.weights[kind] for kind in values}
        moved = self.weights[PartKind.MUST_HAVE] * max(0.0, 1.0 - asked / _FEW) * _MOVED
        weights[PartKind.TEXT] += moved
        if PartKind.MUST_HAVE in weights:
            weights[PartKind.MUST_HAVE] -= moved
        if not known:
            weights[PartKind.TEXT] += _MOVED * weights[PartKind.OCCUPATION]
            weights[PartKind.OCCUPATION] *= 1.0 - _MOVED
        total = sum(weights.values())
        return {kind: weight / total if total else 0.0 for kind, weight in weights.items()}

    def _excluded(self, job: JobFeatures) -> frozenset[str]:
        """Parts of the CV into which this ad was pasted: they prove nothing."""
        if not job.prints or not self.cv.passages:
            return frozenset()
        found = copied(((one.where, one.prints) for one in self.cv.passages), frozenset(job.prints))
        if "text" not in found:
            return found
        # A post of a few words holds no sequence that could tell it from the ad.
        told = {one.where for one in self.cv.passages if len(one.prints) >= _ENOUGH}
        return found | {post.where for post in self.cv.posts if post.where not in told}

    def _trade(self, job: JobFeatures, excluded: frozenset[str]) -> tuple[float, Fact, int, int | None]:
        """How near the nearest post is (long and late ones first), months in posts like the one offered, the last of them."""
        offered = parts.bag(job.title_words, self.idf)
        best, chosen, spans, last, said = 0.0, Fact("occupation_far", job.title), [], None, 0
        for post, title, fresh in self.posts:
            if post.where in excluded:
                continue
            near = parts.post_kinship(post, title, job, offered)
            strength = near * (1.0 if (post.months or 12) >= 6 else 0.85) * fresh
            if near >= _LIKE and post.last is not None and post.months:
                spans.append((post.last - post.months + 1, post.last))
                last = max(last or 0, post.last)
            elif near >= _LIKE and post.last is None and post.months:
                said = max(said, post.months)
            if strength > best:
                reason = "occupation_same" if near >= _SAME else "occupation_near" if near >= 0.4 else "occupation_far"
                asked = "" if reason == "occupation_same" else job.title
                best, chosen = strength, Fact(reason, asked, post.title, post.where, post.months, round(strength, 4), post.occupation or "")
        words = 0.0 if excluded else _NAMED * parts.named(offered, self.cv, self.length, self.statistics.average_length)
        if words > best:
            best, chosen = words, Fact("occupation_named", job.title, value=round(words, 4))
        return best, chosen, max(said, months_in(spans)), last


def _shown(values: _Values, shares: Mapping[PartKind, float], measured: Measured) -> tuple[Part, ...]:
    summed = [Part(kind, round(level, 4), round(shares[kind], 4), reason, facts) for kind, (level, reason, facts) in values.items()]
    lowered = zip((PartKind.RECENCY, PartKind.OVERQUALIFIED), measured.lowered, strict=True)
    return (*summed, *(Part(kind, round(level, 4), 0.0, reason) for kind, (level, reason) in lowered))


def _weight(need: Need) -> float:
    return (1.0 if need.firm else _SOFT) * telling(need.id)


def _told(pairs: _Pairs) -> float:
    """How much the needs tell of a trade, in skills: a driving licence alone tells little."""
    return sum(_weight(need) for need, _ in pairs)


def _mean(pairs: _Pairs) -> float:
    return sum(_weight(need) * fact.value for need, fact in pairs) / _told(pairs)


def _cap(must: _Pairs, spoken: list[Fact]) -> float:
    """A missing must-have lowers the ceiling; with all of them missing it stands at 42, where they tell the trade at all. The ad's own
    language is one of them for somebody who lists languages without it."""
    firm = [(_weight(need), fact) for need, fact in must]
    firm += [(1.0, fact) for fact in spoken if fact.reason != "ad_language" or fact.value == 0.0]
    total = max(1.0, sum(weight for weight, _ in firm))
    missing = sum(weight * (1 - fact.value / MISSING) for weight, fact in firm if fact.value < MISSING)
    return 100.0 if not missing else _CEILING - (_CEILING - _FLOOR) * missing / total


def _asked(values: _Values, must: _Pairs) -> float:
    """How far the needs are met, where they tell a trade; what they leave untold is judged by the words."""
    alike, known = values[PartKind.TEXT][0], min(1.0, _told(must) / _TELLING)
    return known * values[PartKind.MUST_HAVE][0] + (1.0 - known) * alike if must else alike


def _understood(spoken: list[Fact]) -> float:
    """Whoever does not work in the language of the ad cannot do the work, whatever else fits."""
    return min((1.0 - _FOREIGN * (1.0 - fact.value) for fact in spoken if fact.reason == "ad_language"), default=1.0)


def _under(cap: float, value: float) -> float:
    """`value`, bent below the ceiling so that those who would pass it keep their order."""
    knee = _KNEE * cap
    if cap >= 100.0 or value <= knee:
        return min(cap, value)
    return cap - (cap - knee) * math.exp((knee - value) / (cap - knee))


def _relevance(values: _Values, asked: float, known: bool) -> float:
    """1 for somebody of the trade or with half of what is asked; 0.45 for a stranger."""
    trade, alike = values[PartKind.OCCUPATION][0], values[PartKind.TEXT][0]
    return min(1.0, 0.45 + 0.4 * (trade if known else max(trade, alike)) + 0.3 * asked + 0.15 * alike)


def _confidence(cv: CvFeatures, job: JobFeatures) -> float:
    told = min(1.0, 0.2 + 0.4 * bool(cv.posts) + 0.2 * min(1.0, len(cv.skills) / 6) + 0.2 * min(1.0, len(cv.words) / 60))
    return round(told * job.confidence, 2)
