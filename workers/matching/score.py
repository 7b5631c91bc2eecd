"""Features of a CV and of a job → Score: a weighted sum of named parts, a ceiling for missing must-haves, two parts that lower.

score = 100 × min(ceiling, recency × overqualified × relevance × Σ weight × value), the weights of what the ad asks normalised to 1.
`relevance` keeps what every CV has (a diploma, a language) from making points for a stranger to the trade.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from workers.features import CvFeatures, JobFeatures
from workers.matching import parts, silence
from workers.matching.basis import Basis
from workers.matching.bm25 import Saturation
from workers.matching.ceiling import IN_SILENCE, Pairs, cap, mean, told, under
from workers.matching.cv_features import months_in
from workers.matching.fields import shared
from workers.matching.needs import Held, implied, joined
from workers.matching.passages import copied, few
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.types import Fact, Part, PartKind, Score
from workers.matching.weights import DEFAULT_WEIGHTS, Weights
from workers.matching.words import title_weights

ENGINE_VERSION = "1.6"
_LIKE, _LITTLE = 0.5, 0.5
_SAID, _SAYS, _NAMES, _CHANCE = 0.7, 0.6, 0.05, 0.5
_APART = 0.1
_AUDIBLE, _HEARD = 0.25, 0.2  # what words must tell of a trade: alone, and beside a post of that name
_ENOUGH = 3  # prints of a passage that tell it from an ad
_FEW, _MOVED = 4, 0.6  # needs from which an ad is taken at its word; how much of their weight its text takes over below
_NAMED, _TOLD, _TELLING, _STRANGER, _FOREIGN, _SAME = 0.65, 0.7, 1.5, 0.15, 0.12, 0.95
_FORMAL = (PartKind.STUDY, PartKind.LANGUAGES, PartKind.PLACE)
_Values = dict[PartKind, tuple[float, str, tuple[Fact, ...]]]


class Measured(NamedTuple):
    """Everything a score is summed from: facts for each need, the other parts, and the two that lower. `said` is 1 for an ad that
    says enough, less for a bare title: nobody fits that in full. `known` is False where the taxonomy lacks the trade of one side; `heard`:
    how much of their weight the parts keep of which the CV says nothing; `company`: how much both texts speak of the same trades."""

    must: Pairs
    nice: Pairs
    spoken: list[Fact]
    others: _Values
    lowered: tuple[tuple[float, str], tuple[float, str]]
    excluded: frozenset[str]
    said: float
    known: bool = True
    heard: Mapping[PartKind, float] = {}
    company: float = 0.0


def score(cv: CvFeatures, job: JobFeatures, weights: Weights = DEFAULT_WEIGHTS, statistics: Statistics = DEFAULT_STATISTICS) -> Score:
    """The same figure for the same input and engine version, whoever else applied."""
    return Scorer(cv, weights, statistics).score(job)


class Scorer:
    """One CV against many jobs: what depends on the CV alone is made once."""

    def __init__(
        self, cv: CvFeatures, weights: Weights = DEFAULT_WEIGHTS, statistics: Statistics = DEFAULT_STATISTICS, basis: Basis | None = None
    ) -> None:
        self.cv, self.basis = cv, basis or Basis(weights, statistics)
        idf = self.basis.idf
        self.held, self.quiet = Held(cv.skills, cv.words, cv.now), silence.silence(cv)
        self.sparse = silence.sparse(cv)
        self.words = parts.bag(cv.words, idf)
        self.saturation = Saturation(cv.words, sum(cv.words.values()), self.basis.average)
        self.printed = frozenset(chain.from_iterable(part.prints for part in cv.passages))
        self._last: tuple[JobFeatures, Measured] | None = None
        self.posts = [(post, parts.bag(title_weights(post.title), idf), parts.recency(post.last, cv.now)) for post in cv.posts]

    def of(self, cv: CvFeatures) -> Scorer:
        """Another CV by the same weights and statistics."""
        return Scorer(cv, basis=self.basis)

    def score(self, job: JobFeatures, *, shown: bool = True) -> Score:
        """`shown`: with its parts; a ranking of many jobs asks for figures alone."""
        measured = self.measured(job)
        value, most, values, shares = self.summed(measured)
        told = _shown(values, shares, measured) if shown else ()
        confidence = _confidence(self.cv, job, measured.heard)
        flags = [*self.cv.flags, *(["PASTED_AD"] if measured.excluded else []), *(["LITTLE_TO_COMPARE"] if confidence < _LITTLE else [])]
        return Score(value, told, confidence, ENGINE_VERSION, round(most, 2), tuple(flags))

    def measured(self, job: JobFeatures) -> Measured:
        """Kept for the last job: its explanation asks again."""
        if self._last is None or self._last[0] is not job:
            self._last = job, self._measured(job)
        return self._last[1]

    def value(self, measured: Measured) -> float:
        return self.summed(measured)[0]

    def _measured(self, job: JobFeatures) -> Measured:
        excluded = self._excluded(job)
        quiet = 0.0 if excluded else self.quiet
        company = 0.0 if excluded else shared(self.cv.trades, job.trades)
        # In one call for what title and text ask for one after the other.
        self.saturation.of([*(self.words.weighed.keys() & self.basis.asked(job).either)])
        near, best, relevant, last = self._trade(job, excluded)
        # Posts of the same trade, and not a word of what was done there.
        untold = self.sparse if best.value >= _SAME and company >= _HEARD and not excluded else 0.0
        must, nice = self._needs(job, excluded, best.value >= _SAME, max(quiet * company, untold))
        heard = silence.heard(self.cv, job, near, quiet)
        told_so = _TOLD * company
        if told_so > near and told_so > _AUDIBLE:
            near, best = told_so, Fact("occupation_told", job.title, value=round(told_so, 4))
        if PartKind.OCCUPATION in heard and best.reason in ("occupation_far", "occupation_told"):
            best = Fact("occupation_unsaid", job.title)
        alike = 0.0 if excluded else parts.text(self.cv, self.words, self.saturation, job, self.basis.asked(job).words, company, quiet)
        kin = near if PartKind.OCCUPATION not in heard else max(near, alike)
        others: _Values = {PartKind.OCCUPATION: (near, "occupation", (best,)), **self._formal(job, kin, relevant)}
        others[PartKind.TEXT] = alike, "text", ()
        lowered = (parts.recency(last, self.cv.now, quiet), "recency"), parts.too_much(self.cv, relevant, job)
        known = near >= _LIKE or (job.occupation is not None and any(post.occupation for post in self.cv.posts))
        said = min(1.0, _SAID + job.confidence * _SAYS + _NAMES * quiet * told(must))
        spoken = silence.spoken(parts.languages(self.cv, job), quiet, self.cv, job)
        return Measured(must, nice, spoken, others, lowered, excluded, said, known, heard, company)

    def _needs(self, job: JobFeatures, excluded: frozenset[str], held_it: bool, untold: float) -> tuple[Pairs, Pairs]:
        held = Held(self.cv.skills, {}, self.cv.now, excluded) if excluded else self.held
        must = [implied(held.best(need), need, held_it) for need in job.must_have]
        nice = [held.best(need) for need in job.nice_to_have]
        return (
            joined(job.must_have, silence.expected(must, untold)),
            joined(job.nice_to_have, silence.expected(nice, untold)),
        )

    def _formal(self, job: JobFeatures, near: float, relevant: int) -> _Values:
        """Years, study, place."""
        value, reason = parts.years(relevant, job, any(post.months for post in self.cv.posts))
        asked = f"{job.minimum_years:g}" if job.minimum_years else ""
        found: _Values = {
            PartKind.YEARS: (value * min(1.0, _STRANGER + near), reason, (Fact(reason, asked, months=relevant, value=value),))
        }
        if study := parts.study(self.cv, job):
            found[PartKind.STUDY] = *study, (Fact(study[1], job.study or "", self.cv.study or "", "educations", value=study[0]),)
        if where := parts.place(self.cv, job):
            found[PartKind.PLACE] = *where, ()
        return found

    def summed(self, measured: Measured) -> tuple[float, float, _Values, dict[PartKind, float]]:
        """Score, ceiling, all parts and their shares."""
        values = _Values()
        if measured.must:
            values[PartKind.MUST_HAVE] = mean(measured.must), "must_have", tuple(fact for _, fact in measured.must)
        if measured.nice:
            values[PartKind.NICE_TO_HAVE] = mean(measured.nice), "nice_to_have", tuple(fact for _, fact in measured.nice)
        values |= measured.others
        if spoken := measured.spoken:
            values[PartKind.LANGUAGES] = sum(fact.value for fact in spoken) / len(spoken), "languages", tuple(spoken)
        most = cap(measured.must, measured.spoken)
        trade = told(measured.must)
        shares = self._shares(values, measured, trade)
        asked = _asked(values, trade)
        belonging = min(1.0, 2.0 * max(values[PartKind.OCCUPATION][0], asked, values[PartKind.TEXT][0]))
        reached = sum(shares[kind] * value * (belonging if kind in _FORMAL else 1.0) for kind, (value, _, _) in values.items())
        lowered = measured.lowered[0][0] * measured.lowered[1][0] * measured.said * _understood(spoken)
        return round(under(most, 100.0 * reached * _relevance(values, asked, measured, trade) * lowered), 2), most, values, shares

    def _shares(self, values: _Values, measured: Measured, trade: float) -> dict[PartKind, float]:
        """The weights of what the ad asks, normalised. An ad that names few skills (`trade`: as `told`) says in its words what it
        seeks, and words must tell a trade that has no row in the taxonomy."""
        weights = {kind: self.basis.weights[kind] for kind in values}
        moved = self.basis.weights[PartKind.MUST_HAVE] * max(0.0, 1.0 - trade / _FEW) * _MOVED
        weights[PartKind.TEXT] += moved
        if PartKind.MUST_HAVE in weights:
            weights[PartKind.MUST_HAVE] -= moved
        if not measured.known:
            weights[PartKind.TEXT] += _MOVED * weights[PartKind.OCCUPATION]
            weights[PartKind.OCCUPATION] *= 1.0 - _MOVED
        weights = {kind: weight * measured.heard.get(kind, 1.0) for kind, weight in weights.items()}
        total = sum(weights.values())
        return {kind: weight / total if total else 0.0 for kind, weight in weights.items()}

    def _excluded(self, job: JobFeatures) -> frozenset[str]:
        """Parts of the CV into which this ad was pasted: they prove nothing."""
        if few(self.printed.intersection(job.prints)):
            return frozenset()
        found = copied(((one.where, one.prints) for one in self.cv.passages), frozenset(job.prints))
        if "text" not in found:
            return found
        # A post of a few words holds no sequence that could tell it from the ad.
        told = {one.where for one in self.cv.passages if len(one.prints) >= _ENOUGH}
        return found | {post.where for post in self.cv.posts if post.where not in told}

    def _trade(self, job: JobFeatures, excluded: frozenset[str]) -> tuple[float, Fact, int, int | None]:
        """How near the nearest post is (long and late ones first), months in posts like the one offered, the last of them."""
        offered = self.basis.asked(job).title
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
        words = 0.0 if excluded else _NAMED * parts.named(offered, self.words, self.saturation)
        if words > best:
            best, chosen = words, Fact("occupation_named", job.title, value=round(words, 4))
        return best, chosen, max(said, months_in(spans)), last


def _shown(values: _Values, shares: Mapping[PartKind, float], measured: Measured) -> tuple[Part, ...]:
    summed = [Part(kind, round(level, 4), round(shares[kind], 4), reason, facts) for kind, (level, reason, facts) in values.items()]
    lowered = zip((PartKind.RECENCY, PartKind.OVERQUALIFIED), measured.lowered, strict=True)
    return (*summed, *(Part(kind, round(level, 4), 0.0, reason) for kind, (level, reason) in lowered))


def _asked(values: _Values, trade: float) -> float:
    """How far the needs are met, where they tell a trade; what they leave untold is judged by the words."""
    alike, known = values[PartKind.TEXT][0], min(1.0, trade / _TELLING)
    return known * values[PartKind.MUST_HAVE][0] + (1.0 - known) * alike if PartKind.MUST_HAVE in values else alike


def _understood(spoken: list[Fact]) -> float:
    """Whoever does not work in the language of the ad cannot do the work, whatever else fits."""
    return min((1.0 - _FOREIGN * (1.0 - fact.value) for fact in spoken if fact.reason in IN_SILENCE), default=1.0)


def _relevance(values: _Values, asked: float, measured: Measured, told: float) -> float:
    """1 for somebody of the trade or with half of what is asked; 0.45 for a stranger, less where words alone tell, for some are shared
    by chance, and where no word tells of the same trade."""
    trade, alike = values[PartKind.OCCUPATION][0], values[PartKind.TEXT][0]
    chance = (1.0 - measured.heard.get(PartKind.OCCUPATION, 1.0)) * (1.0 - min(1.0, told / _TELLING))
    least = 0.45 - _CHANCE * chance - _APART * (1.0 - min(1.0, measured.company / _AUDIBLE))
    return min(1.0, least + 0.4 * (trade if measured.known else max(trade, alike)) + 0.3 * asked + 0.15 * alike)


def _confidence(cv: CvFeatures, job: JobFeatures, heard: Mapping[PartKind, float]) -> float:
    told = min(1.0, 0.2 + 0.4 * bool(cv.posts) + 0.2 * min(1.0, len(cv.skills) / 6) + 0.2 * min(1.0, len(cv.words) / 60))
    unsaid = sum(1.0 - kept for kept in heard.values()) / len(PartKind)
    return round(told * job.confidence * (1.0 - unsaid), 2)
