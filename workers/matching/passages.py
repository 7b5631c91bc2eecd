"""Has the ad been pasted into the CV: sequences of six words that both texts share, kept as small hashes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

_LENGTH, _ONE_IN = 6, 4
_LEAST, _SHARE, _LONG = 4, 0.3, 24


def prints(words: Sequence[str]) -> tuple[int, ...]:
    """Hashes of one in four sequences, chosen by the hash itself: the same sequence is kept or left out in every text."""
    found = {zlib.crc32(" ".join(words[place : place + _LENGTH]).encode()) for place in range(len(words) - _LENGTH + 1)}
    return tuple(sorted(value for value in found if value % _ONE_IN == 0))


def pasted(passage: Iterable[int], ad: frozenset[int]) -> bool:
    """A third of the passage is the ad's, or so much of it that chance is out of the question."""
    own = list(passage)
    shared = sum(value in ad for value in own)
    return shared >= _LEAST and (shared >= _SHARE * len(own) or shared >= _LONG)
