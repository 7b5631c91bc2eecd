"""The fields of work a text speaks of: what its words vote for, where the tables of the taxonomy are the fields.

So a cook and an ad for a pastry chef are near before they share a word, in both languages, and a trade that has no row in the taxonomy
is at least known by the company its words keep.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from workers.matching.statistics import DEFAULT_STATISTICS, idf_of
from workers.matching.words import common, votes

_MOST, _TITLE = 16, 2.0


def fields_of(words: Mapping[str, float], titles: Mapping[str, float]) -> dict[str, float]:
    """Field → share, the sixteen loudest, as a vector of length 1; the words of titles count double. Empty where no word votes."""
    voting, loud = _voting(), dict[str, float]()
    for said, factor in ((words, 1.0), (titles, _TITLE)):
        for stem in filter(voting.__contains__, said):
            idf, named = voting[stem]
            share = factor * said[stem] * idf
            for field, vote in named:
                loud[field] = loud.get(field, 0.0) + share * vote
    kept = sorted([(-value, field) for field, value in loud.items()])[:_MOST]
    length = math.sqrt(sum([value * value for value, _ in kept]))
    return {field: round(-value / length, 3) for value, field in kept}


@cache
def _voting() -> Mapping[str, tuple[float, tuple[tuple[str, float], ...]]]:
    """Stem → its idf and its votes, of those that have any and do not stand in every ad."""
    idf, silent = idf_of(DEFAULT_STATISTICS), common()
    return {stem: (idf[stem], named) for stem, named in votes().items() if named and stem not in silent}


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of the same fields two texts speak of, 0-1."""
    return min(1.0, sum([value * other[field] for field, value in one.items() if field in other]))
