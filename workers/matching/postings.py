"""Lists of numbers, packed: what the retrieval index keeps for each term, and how the best of many lists are found.

A list is cut into pieces of 65,536 numbers. A piece keeps two bytes for each of its numbers, ascending; from 4,096 numbers
on a bit for each number that it might hold is shorter, and never more than 8 kB.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy
from numpy.typing import NDArray

PIECE_BITS = 16
SPAN = 1 << PIECE_BITS
_BITS = SPAN // 8
_MOST = _BITS // 2

Numbers = NDArray[numpy.int64]
Pieces = Mapping[int, bytes]
Lists = Sequence[tuple[Pieces, float]]
Weights = NDArray[numpy.float32]
K = TypeVar("K")


def unpacked(data: bytes) -> NDArray[numpy.uint16]:
    """The offsets of a piece, ascending."""
    if len(data) == _BITS:
        return numpy.flatnonzero(numpy.unpackbits(numpy.frombuffer(data, numpy.uint8))).astype(numpy.uint16)
    return numpy.frombuffer(data, "<u2")


def packed(offsets: NDArray[numpy.uint16]) -> bytes:
    """Ascending offsets as a piece."""
    if len(offsets) < _MOST:
        return offsets.astype("<u2").tobytes()
    bits = numpy.zeros(SPAN, numpy.uint8)
    bits[offsets] = 1
    return numpy.packbits(bits).tobytes()


def changed(data: bytes, added: NDArray[numpy.uint16], removed: NDArray[numpy.uint16]) -> bytes:
    """The piece with some offsets (ascending) more and some less."""
    if not len(removed):
        joined = data + added.astype("<u2").tobytes()
        # New numbers are the highest: they are written behind the others.
        if len(joined) < _BITS and (not data or int.from_bytes(data[-2:], "little") < added[0]):
            return joined
    return packed(numpy.setdiff1d(numpy.union1d(unpacked(data), added), removed, assume_unique=True))


def best(
    weighed: Mapping[K, Lists],
    allowed: Mapping[int, NDArray[numpy.bool_]] | None,
    rated: Callable[[Mapping[K, Weights]], Weights],
    beside: Mapping[K, Lists],
) -> Numbers:
    """The numbers of these lists, the best rated first and of equals the highest; `allowed` by piece, None for all. The lists `beside`
    give weight to numbers of the others, and find none by themselves. `rated`: weights of each kind → one for each number."""
    numbers, weights = list[Numbers](), list[Weights]()
    for piece in sorted({piece for lists in weighed.values() for pieces, _ in lists for piece in pieces}):
        if allowed is not None and piece not in allowed:
            continue
        found = {kind: _summed(lists, piece) for kind, lists in weighed.items()}
        some: NDArray[numpy.bool_] = functools.reduce(numpy.logical_or, (each > 0 for each in found.values()))
        there = numpy.flatnonzero(some if allowed is None else some & allowed[piece])
        told = {kind: _summed(lists, piece) for kind, lists in beside.items()}
        numbers.append(there + (piece << PIECE_BITS))
        weights.append(rated({kind: each[there] for kind, each in (told | found).items()}))
    if not numbers:
        return numpy.zeros(0, numpy.int64)
    every, heavy = numpy.concatenate(numbers), numpy.concatenate(weights)
    return every[numpy.lexsort((-every, -heavy))]


def summed(weights: Mapping[K, Weights]) -> Weights:
    return functools.reduce(numpy.add, weights.values())


def _summed(weighed: Lists, piece: int) -> Weights:
    found = numpy.zeros(SPAN, numpy.float32)
    for pieces, weight in weighed:
        if piece in pieces:
            found[unpacked(pieces[piece])] += weight
    return found


def common(groups: Sequence[Iterable[Pieces]]) -> dict[int, NDArray[numpy.bool_]]:
    """Which numbers stand in at least one list of every group, by piece."""
    kept: dict[int, NDArray[numpy.bool_]] | None = None
    for group in groups:
        found: dict[int, NDArray[numpy.bool_]] = {}
        for pieces in group:
            for piece, data in pieces.items():
                found.setdefault(piece, numpy.zeros(SPAN, numpy.bool_))[unpacked(data)] = True
        kept = found if kept is None else {piece: kept[piece] & found[piece] for piece in kept.keys() & found.keys()}
    return kept or {}


def newest(allowed: Mapping[int, NDArray[numpy.bool_]]) -> Numbers:
    """The numbers allowed, highest first."""
    found = [numpy.flatnonzero(allowed[piece])[::-1] + (piece << PIECE_BITS) for piece in sorted(allowed, reverse=True)]
    return numpy.concatenate(found) if found else numpy.zeros(0, numpy.int64)
