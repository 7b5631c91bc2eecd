"""Has the ad been pasted into the CV: sequences of six words that both texts share, kept as small hashes."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Sequence
from itertools import compress, count

from workers.resources.text import Memo

_LENGTH, _ONE_IN = 6, 4
_LEAST, _SHARE, _LONG = 4, 0.3, 24
_FEW, _MUCH = 3, 0.4


def prints(words: Sequence[str]) -> tuple[int, ...]:
    """Hashes of one in four sequences, chosen by their first word: the same sequence is kept or left out in every text."""
    chosen = compress(count(), map(_opens.__getitem__, words[: 1 - _LENGTH]))
    return tuple(sorted({zlib.crc32(" ".join(words[place : place + _LENGTH]).encode()) for place in chosen}))


_opens = Memo(lambda word: zlib.crc32(word.encode()) % _ONE_IN == 0)


def few(shared: Collection[int]) -> bool:
    """So little that both texts share that nothing can have been pasted."""
    return len(shared) < _FEW


def copied(passages: Iterable[tuple[str, Sequence[int]]], ad: frozenset[int]) -> frozenset[str]:
    """The parts into which the ad was pasted. Where much of the ad stands in the CV, whatever holds a piece of it is one, and so are the
    list of skills and the text between the parts: nobody can tell what in them is the person's own."""
    rows = list(passages)
    held = {where: len(ad.intersection(row)) for where, row in rows}
    whole = len(ad.intersection(value for _, row in rows for value in row))
    if whole >= _FEW and whole >= _MUCH * len(ad):
        return frozenset({"text", "skills"} | {where for where, count in held.items() if count})
    return frozenset(where for where, row in rows if pasted(row, ad))


def pasted(passage: Iterable[int], ad: frozenset[int]) -> bool:
    """A third of the passage is the ad's, or so much of it that chance is out of the question."""
    own = frozenset(passage)
    shared = len(own & ad)
    return shared >= _LEAST and (shared >= _SHARE * len(own) or shared >= _LONG)
