"""The index as it is stored: pieces read for a query, and written in the transaction that changes features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import numpy
from numpy.typing import NDArray
from tortoise.connection import get_connection

from db.connection import dialect
from db.models import Corpus, Posting, TermCount
from db.models.corpus import NUMBER_BITS, TERM_BITS, count_key, piece_key, posting_key
from workers.matching.postings import PIECE_BITS, SPAN, Numbers, changed

KEYS = 4000
PIECES = NUMBER_BITS - PIECE_BITS
PUT = {
    "sqlite": "INSERT INTO posting (key, numbers) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET numbers = excluded.numbers",
    "postgres": "INSERT INTO posting (key, numbers) SELECT * FROM UNNEST($1::bigint[], $2::bytea[])"
    " ON CONFLICT (key) DO UPDATE SET numbers = excluded.numbers",
}
T = TypeVar("T")
_NONE = numpy.zeros(0, numpy.uint16)


async def read(place: Corpus, terms: Iterable[int]) -> dict[int, dict[int, bytes]]:
    """Term → piece → the packed numbers of the corpus that have it."""
    pieces = range((place.last_number >> PIECE_BITS) + 1)
    wanted = sorted({piece_key(posting_key(place.id, term, piece << PIECE_BITS)) for term in terms for piece in pieces})
    found: dict[int, dict[int, bytes]] = {}
    for key, data in (await _kept(wanted)).items():
        term, piece = key >> PIECES & (1 << TERM_BITS) - 1, key & (1 << PIECES) - 1
        found.setdefault(term, {})[piece] = data
    return found


async def change(added: Iterable[int], removed: Iterable[int]) -> None:
    """Postings more and less, each given by its key. Call it in a transaction that holds the corpus."""
    more, less = _by_piece(added), _by_piece(removed)
    before = await _kept(sorted(more.keys() | less.keys()))
    after = {key: changed(before.get(key, b""), more.get(key, _NONE), less.get(key, _NONE)) for key in sorted(more.keys() | less.keys())}
    await _put([(key, data) for key, data in after.items() if data])
    for part in parts([key for key, data in after.items() if not data], KEYS):
        await get_connection("default").execute_query(f"DELETE FROM posting WHERE key IN ({','.join(map(str, part))})")


async def drop(place: Corpus) -> None:
    """Forget everything of a corpus. SQLite gives its number to the next one, which must begin with nothing."""
    first, end = (count_key(each, 0) for each in (place.id, place.id + 1))
    await TermCount.filter(key__gte=first, key__lt=end).delete()
    first, end = (piece_key(posting_key(each, 0, 0)) for each in (place.id, place.id + 1))
    await Posting.filter(key__gte=first, key__lt=end).delete()


def _by_piece(postings: Iterable[int]) -> dict[int, NDArray[numpy.uint16]]:
    keys: Numbers = numpy.unique(numpy.fromiter(postings, numpy.int64))
    if not len(keys):
        return {}
    pieces, starts = numpy.unique(keys >> PIECE_BITS, return_index=True)
    offsets = (keys & (SPAN - 1)).astype(numpy.uint16)
    return dict(zip(pieces.tolist(), numpy.split(offsets, starts[1:]), strict=True))


async def _kept(keys: Sequence[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for part in parts(keys, KEYS):
        where, values = ("key = ANY($1::bigint[])", [part]) if dialect() == "postgres" else (f"key IN ({','.join(map(str, part))})", None)
        _, rows = await get_connection("default").execute_query(f"SELECT key, numbers FROM posting WHERE {where}", values)
        found |= {row["key"]: bytes(row["numbers"]) for row in rows}
    return found


async def _put(rows: list[tuple[int, bytes]]) -> None:
    run: Any = get_connection("default")
    for part in parts(rows, KEYS):
        if dialect() == "postgres":
            await run.execute_query(PUT["postgres"], [[key for key, _ in part], [data for _, data in part]])
        else:
            await run.execute_many(PUT["sqlite"], part)


def parts(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))
