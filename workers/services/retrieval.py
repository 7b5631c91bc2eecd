"""From a job to the few hundred resumes worth scoring, and back: through the store's own index, rarest terms first.

A term's numbers are read packed. Terms are taken from the rarest on, until `BUDGET` numbers are read; whoever has most of their
weight is on the short list, and years, study and languages tell among equals. A corpus no larger than the short list is scored whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from tortoise.connection import get_connection

from db.models import Corpus
from db.models.corpus import count_key, term_id
from workers.matching.postings import Numbers, Pieces, best, common, newest, summed
from workers.matching.rough import rough
from workers.matching.types import PartKind, Sought, Term
from workers.services import postings
from workers.services.cut import Cut, alternatives, conditions

SHORT = 200
BUDGET = 400_000
# Rows that are gone, and filters finer than the index, leave gaps: a little more than asked for is looked up, then more.
LOOKED_UP, MOST_LOOKED_UP = 250, 2000


class Listed(NamedTuple):
    """One of the short list: its row of features, the resume or job it belongs to, and that one's revision."""

    features_id: UUID
    subject_id: UUID
    revision: int


async def counts(place: Corpus, names: Sequence[str], column: str = "count") -> dict[str, int]:
    """How many of the corpus have each term; `settled`: had it when the corpus was last settled."""
    keys = {count_key(place.id, term_id(name)): name for name in names}
    if not keys:
        return {}
    rows = await _rows(f"SELECT key, {column} AS held FROM term_count WHERE key IN ({','.join(map(str, keys))})")
    return {keys[row["key"]]: row["held"] for row in rows}


async def short_list(place: Corpus, column: str, sought: Sought, cut: Cut, most: int = SHORT) -> list[Listed]:
    """At most `most` of the corpus, those rated best by the rarest terms. `column`: resume_id or job_id."""
    chosen = await _chosen(place, sought.terms, sought.kin) if place.size > most else []
    groups = [[term_id(name) for name in group] for group in alternatives(cut)]
    told = sought.beside if chosen else ()
    pieces = await postings.read(place, [*(term_id(term.key) for term in (*chosen, *told)), *(term for group in groups for term in group)])
    allowed = common([_held(pieces, group) for group in groups]) if groups else None
    ranked = best(_lists(pieces, chosen), allowed, rough if sought.rough else summed, _lists(pieces, told))
    found = await _there(place, column, ranked, cut, most)
    if len(found) < most:
        others = await (_newest(place, column, most) if allowed is None else _there(place, column, newest(allowed), cut, most))
        found = list(dict.fromkeys([*found, *others]))[:most]
    return found


async def holding(place: Corpus, column: str, terms: Sequence[str]) -> list[UUID]:
    """All of the corpus that have all of these terms."""
    names = [term_id(name) for name in terms]
    pieces = await postings.read(place, names)
    every = newest(common([_held(pieces, [name]) for name in names]))
    return [each.subject_id for each in await _there(place, column, every, Cut(), len(every), closed=True)]


def _lists(pieces: Mapping[int, Pieces], terms: Sequence[Term]) -> dict[PartKind, list[tuple[Pieces, float]]]:
    found: dict[PartKind, list[tuple[Pieces, float]]] = {}
    for term in terms:
        if (name := term_id(term.key)) in pieces:
            found.setdefault(term.kind, []).append((pieces[name], term.weight))
    return found


def _held(pieces: Mapping[int, Pieces], group: Sequence[int]) -> list[Pieces]:
    return [pieces[term] for term in group if term in pieces]


async def _chosen(place: Corpus, *terms: Sequence[Term]) -> list[Term]:
    """Of each sequence the rarest first, those of the first sequence before the others."""
    known = await counts(place, [term.key for each in terms for term in each])
    rarest = (sorted(each, key=lambda term: (known.get(term.key, 0), term.key)) for each in terms)
    chosen, read = list[Term](), 0
    for term in chain.from_iterable(rarest):
        count = known.get(term.key, 0)
        if count and (not chosen or read + count <= BUDGET):
            chosen.append(term)
            read += count
    return chosen


async def _there(place: Corpus, column: str, numbers: Numbers, cut: Cut, most: int, *, closed: bool = False) -> list[Listed]:
    """The first `most` of these numbers that are there and pass the cut, in their order."""
    found = list[Listed]()
    asked = [f"f.corpus_id = {place.id}", *([] if closed else ["f.active"]), *conditions(cut)]
    for part in _parts(numbers):
        rows = await _rows(_lookup(column, [*asked, f"f.number IN ({','.join(map(str, part))})"]))
        there = {row["number"]: _listed(row) for row in rows}
        found += [there[number] for number in part if number in there]
        if len(found) >= most:
            break
    return found[:most]


def _parts(numbers: Numbers) -> Iterator[list[int]]:
    start, size = 0, LOOKED_UP
    while start < len(numbers):
        yield numbers[start : start + size].tolist()
        start, size = start + size, min(4 * size, MOST_LOOKED_UP)


async def _newest(place: Corpus, column: str, most: int) -> list[Listed]:
    asked = _lookup(column, [f"f.corpus_id = {place.id}", "f.active"])
    return [_listed(row) for row in await _rows(f"{asked} ORDER BY f.number DESC LIMIT {most}")]


def _lookup(column: str, asked: Sequence[str]) -> str:
    return f"SELECT f.number, f.id, f.{column} AS subject, f.revision FROM features AS f WHERE {' AND '.join(asked)}"


def _listed(row: Mapping[str, Any]) -> Listed:
    return Listed(_uuid(row["id"]), _uuid(row["subject"]), row["revision"])


async def _rows(sql: str) -> list[dict[str, Any]]:
    _, rows = await get_connection("default").execute_query(sql)
    return [dict(row) for row in rows]


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))
