"""The shapes that flow: Features → Score of named parts → Explanation."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import msgspec


class PartKind(StrEnum):
    """The named parts of a score. The last two lower the sum of the others and are shown beside them."""

    MUST_HAVE = "MUST_HAVE"
    NICE_TO_HAVE = "NICE_TO_HAVE"
    OCCUPATION = "OCCUPATION"
    YEARS = "YEARS"
    STUDY = "STUDY"
    LANGUAGES = "LANGUAGES"
    PLACE = "PLACE"
    TEXT = "TEXT"
    RECENCY = "RECENCY"
    OVERQUALIFIED = "OVERQUALIFIED"


class Recommendation(StrEnum):
    """80 and more, 60 to 80, 40 to 60, less than 40."""

    STRONG_MATCH = "strong_match"
    MATCH_WITH_GAPS = "match_with_gaps"
    PARTIAL_MATCH = "partial_match"
    WEAK_MATCH = "weak_match"


class Fact(msgspec.Struct, frozen=True):
    """One thing asked and what the CV has: `asked` in the words of the ad, `shown` in those of the CV, `where` its path there,
    `value` 0-1, `months` of practice."""

    reason: str
    asked: str = ""
    shown: str = ""
    where: str = ""
    months: int | None = None
    value: float = 0.0
    id: str = ""


class Part(msgspec.Struct, frozen=True):
    """`value` 0-1; `weight` is its share of the sum, 0 where the ad asks nothing of the kind; `reason` a code of explain.toml."""

    kind: PartKind
    value: float
    weight: float
    reason: str
    facts: tuple[Fact, ...] = ()


class Score(msgspec.Struct, frozen=True):
    """`value` 0-100 with two decimals. `cap` is the ceiling that missing must-haves set. `confidence` 0-1: how much of an ad and of a CV
    there was to compare. `flags`: KEYWORD_WALL, PASTED_AD, LITTLE_TO_COMPARE."""

    value: float
    parts: tuple[Part, ...]
    confidence: float
    engine_version: str
    cap: float = 100.0
    flags: tuple[str, ...] = ()

    @property
    def whole(self) -> int:
        """The score as an integer, halves up."""
        return int(self.value + 0.5)


class Statement(msgspec.Struct, frozen=True):
    """One sentence for a reader, the part it speaks of, and where in the CV it is shown. `brief`: the same in a few words."""

    text: str
    kind: PartKind
    where: str = ""
    months: int | None = None
    brief: str = ""


class Change(msgspec.Struct, frozen=True):
    """One addition and the points it brings, found by scoring again with it."""

    text: str
    kind: PartKind
    name: str
    gain: float


class Explanation(msgspec.Struct, frozen=True):
    strengths: tuple[Statement, ...]
    gaps: tuple[Statement, ...]
    would_change: tuple[Change, ...]
    recommendation: Recommendation


class Term(NamedTuple):
    """A term of the retrieval index: `s:` skill, `o:` occupation, `i:` ISCO unit group, `w:` stem; the telling ones weigh more. `kind`:
    the part of a score that it tells of."""

    key: str
    weight: float
    kind: PartKind = PartKind.TEXT


class Sought(NamedTuple):
    """What to look for in the index of the other side, with the weight of finding it: `terms` find, `kin` find what they leave
    room for, and `beside` finds nobody, but tells among those found. `rough`: weighed as `matching.rough` does, else summed."""

    terms: tuple[Term, ...]
    kin: tuple[Term, ...] = ()
    beside: tuple[Term, ...] = ()
    rough: bool = False
