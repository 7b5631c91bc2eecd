"""How common a term is: the inverse document frequency, from a shipped background and from an account's own documents.

Never negative (`ln(1 + (N - n + ½) / (n + ½))`), and never from the short list that is being judged.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec

from workers.matching.words import common, labelled

_BACKGROUND = 20_000
_PER_LABEL, _LEAST, _STRANGE, _COMMON = 3, 10, 215, 11_500
_AVERAGE_WORDS = 140.0


class Statistics(msgspec.Struct, frozen=True):
    """`count` documents of `average_length` terms each; `frequencies` term → documents that hold it. Empty: the background alone.

    The background counts as one fifth of an account of 20,000 documents and as nearly all of one with twenty.
    """

    count: int = 0
    average_length: float = _AVERAGE_WORDS
    frequencies: Mapping[str, int] = {}

    def idf(self, term: str) -> float:
        return _idf(_generally(term), _BACKGROUND) if not self.count else self._blended(term)

    def _blended(self, term: str) -> float:
        held = self.frequencies.get(term, 0)
        return _mixed(term, held, self.count) if held else _unasked(self.count)[term]


def _mixed(term: str, held: int, count: int) -> float:
    share = count / (count + _BACKGROUND / 5)
    general = _generally(term) / _BACKGROUND
    return _idf((share * (held / count) + (1 - share) * general) * _BACKGROUND, _BACKGROUND)


def _generally(term: str) -> float:
    """A word that no label of the taxonomy holds is a name or a word of every day more often than the word of a trade."""
    return background().get(term, _LEAST if term.startswith("#") else _STRANGE)


def _idf(holding: float, total: int) -> float:
    return math.log(1.0 + (total - holding + 0.5) / (holding + 0.5))


@cache
def background() -> Mapping[str, int]:
    """Term → documents of 20,000 that would hold it, judged by how many labels of the taxonomy do."""
    known = {stem: min(_COMMON, _LEAST + _PER_LABEL * count) for stem, count in labelled().items()}
    return known | dict.fromkeys(common(), _COMMON)


class Idf(dict[str, float]):
    """Term → idf, each worked out once."""

    def __init__(self, statistics: Statistics) -> None:
        super().__init__()
        self._of = statistics.idf

    def __missing__(self, term: str) -> float:
        value = self[term] = self._of(term)
        return value


class _Unasked(dict[str, float]):
    """Idf in an account of `count` documents of the words that nobody counted for this call: those that a CV has and the job has not.
    They are the same for every job of the account."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, term: str) -> float:
        if len(self) >= _MOST_UNASKED:
            self.clear()
        value = self[term] = _mixed(term, 0, self._count)
        return value


_MOST_UNASKED = 100_000


@lru_cache(maxsize=4)
def _unasked(count: int) -> _Unasked:
    return _Unasked(count)


DEFAULT_STATISTICS = Statistics()
_DEFAULT_IDF = Idf(DEFAULT_STATISTICS)
_MOST = 400_000
_last: list[tuple[Statistics, Idf]] = []


def idf_of(statistics: Statistics) -> Idf:
    """The figures of the background are kept between calls, up to a bound; those of an account for as long as it is asked about."""
    if statistics is not DEFAULT_STATISTICS:
        # Each call brings its own copy; the explanation of a page asks with the same figures as its scores did.
        if not _last or _last[0][0] != statistics:
            _last[:] = [(statistics, Idf(statistics))]
        return _last[0][1]
    if len(_DEFAULT_IDF) > _MOST:
        _DEFAULT_IDF.clear()
    return _DEFAULT_IDF
