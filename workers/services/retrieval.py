"""From a job to the few hundred resumes worth scoring, and back: through the store's own index, rarest terms first.

Postings are ranges of one integer key, so a term costs what it counts. Terms are taken from the rarest on, until `BUDGET`
postings are read; whoever holds most of their weight is on the short list. A corpus no larger than the short list is
scored whole.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from tortoise.connection import get_connection

from db.models import Corpus
from db.models.corpus import NUMBER_BITS, count_key, posting_key, term_id
from workers.errors import InvalidInput

SHORT = 200
BUDGET = 25_000
MASK = (1 << NUMBER_BITS) - 1
DEGREE = 111.2
# Places are squares of half a degree: whoever lives in one may live 40 km from its middle.
BLUR = 40.0


@dataclass(frozen=True)
class Cut:
    """Filters that cut before scoring. `terms` must all be there; `radius` in km around a point; unknown values do not pass."""

    terms: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius: float | None = None
    minimum_months: int | None = None
    maximum_months: int | None = None
    minimum_eqf: int | None = None
    within_days: int | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.country is not None and not re.fullmatch("[A-Z]{2}", self.country):
            raise InvalidInput("'country' must be two letters (ISO 3166-1)", field=("filter", "country"))
        if self.language is not None and not re.fullmatch("[a-z]{2}", self.language):
            raise InvalidInput("'language' must be two letters (ISO 639-1)", field=("filter", "language"))


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


async def short_list(place: Corpus, column: str, terms: Sequence[tuple[str, float]], cut: Cut, most: int = SHORT) -> list[Listed]:
    """At most `most` of the corpus, those with most weight of the rarest terms. `column`: resume_id or job_id."""
    chosen = await _chosen(place, terms) if place.size > most else []
    found = await _found(place, column, chosen, cut, most)
    if chosen and len(found) < most:
        others = await _found(place, column, [], cut, most)
        found = list(dict.fromkeys([*found, *others]))[:most]
    return found


async def holding(place: Corpus, column: str, terms: Sequence[str]) -> list[UUID]:
    """All of the corpus that have all of these terms."""
    conditions = " AND ".join([f"f.corpus_id = {place.id}", *_conditions(place, Cut(terms=tuple(terms)))])
    return [_uuid(row["subject"]) for row in await _rows(f"SELECT f.{column} AS subject FROM features AS f WHERE {conditions}")]


async def _chosen(place: Corpus, terms: Sequence[tuple[str, float]]) -> list[tuple[int, float]]:
    known = await counts(place, [name for name, _ in terms])
    chosen, read = list[tuple[int, float]](), 0
    for name, weight in sorted(terms, key=lambda term: (known.get(term[0], 0), term[0])):
        count = known.get(name, 0)
        if count and (not chosen or read + count <= BUDGET):
            chosen.append((term_id(name), weight))
            read += count
    return chosen


async def _found(place: Corpus, column: str, chosen: Sequence[tuple[int, float]], cut: Cut, most: int) -> list[Listed]:
    conditions = [f"f.corpus_id = {place.id}", "f.active", *_conditions(place, cut)]
    if chosen:
        hits = " UNION ALL ".join(_range(place, term, weight) for term, weight in chosen)
        # Without filters the short list is cut before the rows of features are looked up; rows that are gone leave gaps.
        spare = "" if cut != Cut() or column == "job_id" else f" ORDER BY w DESC, n DESC LIMIT {most + most // 4}"
        ranked = f"SELECT n, SUM(w) AS w FROM ({hits}) AS h GROUP BY n{spare}"
        source, order = f"({ranked}) AS r JOIN features AS f ON f.number = r.n", "r.w DESC, r.n DESC"
    else:
        source, order = "features AS f", "f.number DESC"
    sql = f"SELECT f.id, f.{column} AS subject, f.revision FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT {most}"
    return [Listed(_uuid(row["id"]), _uuid(row["subject"]), row["revision"]) for row in await _rows(sql)]


def _range(place: Corpus, term: int, weight: float) -> str:
    first = posting_key(place.id, term, 0)
    return f"SELECT key & {MASK} AS n, {weight:.6f} AS w FROM posting WHERE key BETWEEN {first} AND {first | MASK}"


def _conditions(place: Corpus, cut: Cut) -> list[str]:
    found = [
        f"EXISTS (SELECT 1 FROM posting AS p WHERE p.key = {posting_key(place.id, term_id(name), 0)} + f.number)" for name in cut.terms
    ]
    bounds = (
        ("months >=", cut.minimum_months),
        ("months <=", cut.maximum_months),
        ("eqf >=", cut.minimum_eqf),
        ("notice_days <=", cut.within_days),
    )
    found += [f"f.{bound} {int(value)}" for bound, value in bounds if value is not None]
    found += [f"f.{name} = '{value}'" for name, value in (("country", cut.country), ("language", cut.language)) if value]
    return found + _near(cut)


def _near(cut: Cut) -> list[str]:
    if cut.latitude is None or cut.longitude is None:
        return []
    reach = (cut.radius or 0.0) + BLUR
    across = max(0.05, _cosine(cut.latitude))
    height, width = reach / DEGREE, reach / DEGREE / across
    north, east = f"(f.latitude - {cut.latitude:.4f})", f"(f.longitude - {cut.longitude:.4f})"
    return [
        f"f.latitude BETWEEN {cut.latitude - height:.4f} AND {cut.latitude + height:.4f}",
        f"f.longitude BETWEEN {cut.longitude - width:.4f} AND {cut.longitude + width:.4f}",
        f"{north} * {north} + {east} * {east} * {across * across:.6f} <= {height * height:.6f}",
    ]


def _cosine(latitude: float) -> float:
    return math.cos(math.radians(latitude))


async def _rows(sql: str) -> list[dict[str, Any]]:
    _, rows = await get_connection("default").execute_query(sql)
    return [dict(row) for row in rows]


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))
