"""The fields of work a text speaks of: what its words vote for, where the tables of the taxonomy are the fields.

So a cook and an ad for a pastry chef are near before they share a word, in both languages, and a trade that has no row in the taxonomy
is at least known by the company its words keep.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from workers.matching.statistics import DEFAULT_STATISTICS, idf_of
from workers.matching.words import Votes, common, labelled, votes

_MOST, _TITLE = 16, 2.0
_UNLABELLED, _AUDIBLE = 6.0, 0.15
Said = Mapping[str, float]


def spoken_of(words: Said, titles: Said) -> tuple[dict[str, float], dict[str, float]]:
    """Fields → share and trades → share, the sixteen loudest of each, as vectors of length 1; the words of titles count double. Empty where
    no word votes. Trades are rows of `trades.tsv` and unit groups of ISCO."""
    voting = _voting()
    fields, trades = dict[str, float](), dict[str, float]()
    field, trade = fields.get, trades.get
    for said, factor in ((words, 1.0), (titles, _TITLE)):
        for stem in filter(voting.__contains__, said):
            share, (of_fields, of_trades) = factor * said[stem], voting[stem]
            for name, vote in of_fields:
                fields[name] = field(name, 0.0) + share * vote
            for name, vote in of_trades:
                trades[name] = trade(name, 0.0) + share * vote
    return _loudest(fields), _loudest(trades)


def _loudest(votes: dict[str, float]) -> dict[str, float]:
    kept = sorted(votes, key=votes.__getitem__, reverse=True)[:_MOST] if len(votes) > _MOST else votes
    values = [votes[name] for name in kept]
    length = math.sqrt(sum([value * value for value in values]))
    return {name: round(value / length, 3) for name, value in zip(kept, values, strict=True)}


@cache
def _voting() -> Mapping[str, tuple[Votes, Votes]]:
    """Stem → its votes times its idf, of those that have any and do not stand in every ad."""
    idf, silent = idf_of(DEFAULT_STATISTICS), common()
    rare = {stem: idf[stem] if stem in labelled() else _UNLABELLED for stem in votes().keys() - silent}
    return {
        stem: ([(name, times * vote) for name, vote in fields], [(name, times * vote) for name, vote in trades if vote >= _AUDIBLE])
        for stem, times in rare.items()
        for fields, trades in (votes()[stem],)
        if fields or trades
    }


def shared(one: Said, other: Said) -> float:
    """How much of the same fields, or trades, two texts speak of, 0-1."""
    return min(1.0, sum([value * other[field] for field, value in one.items() if field in other]))
