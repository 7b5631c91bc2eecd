"""Needs taken together: what they tell of a trade, how far they are met, and the ceiling that a missing one sets."""

from __future__ import annotations

import math

from workers.features import Need
from workers.matching.needs import MISSING
from workers.matching.skills import telling
from workers.matching.types import Fact

IN_SILENCE = ("ad_language", "ad_language_unsaid")
_CEILING, _FLOOR, _KNEE = 94.0, 42.0, 0.8
_SOFT = 0.45
_UNSAID = 0.5
Pairs = list[tuple[Need, Fact]]


def weight(need: Need) -> float:
    return (1.0 if need.firm else _SOFT) * telling(need.id)


def told(pairs: Pairs) -> float:
    """How much the needs tell of a trade, in skills: a driving licence alone tells little, and so does a duty that a note leaves out."""
    return sum([known(need, fact) for need, fact in pairs])


def mean(pairs: Pairs) -> float:
    weights = [known(need, fact) for need, fact in pairs]
    return sum([weight * fact.value for weight, (_, fact) in zip(weights, pairs, strict=True)]) / sum(weights)


def known(need: Need, fact: Fact) -> float:
    return weight(need) * (_UNSAID if fact.reason == "unsaid" and not need.firm else 1.0)


def cap(must: Pairs, spoken: list[Fact]) -> float:
    """A missing must-have lowers the ceiling; with all of them missing it stands at 42, where they tell the trade at all. The ad's own
    language is one of them for somebody who lists languages without it."""
    firm = [(weight(need), fact) for need, fact in must]
    firm += [(1.0, fact) for fact in spoken if fact.reason not in IN_SILENCE or fact.value == 0.0]
    total = max(1.0, sum(weight for weight, _ in firm))
    missing = sum(weight * (1 - fact.value / MISSING) for weight, fact in firm if fact.value < MISSING)
    return 100.0 if not missing else _CEILING - (_CEILING - _FLOOR) * missing / total


def under(cap: float, value: float) -> float:
    """`value`, bent below the ceiling so that those who would pass it keep their order."""
    knee = _KNEE * cap
    if cap >= 100.0 or value <= knee:
        return min(cap, value)
    return cap - (cap - knee) * math.exp((knee - value) / (cap - knee))
