"""Features beside resumes and jobs, and the index over them: kept in the transaction that keeps what they were made from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.connection import get_connection
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from db.base import owned
from db.models import Corpus, Features, Job, Resume, TermCount
from db.models.corpus import LAYOUT, MOST, count_key, posting_key, term_id
from workers import comparison, offload
from workers.comparison import Made
from workers.cv import Cv
from workers.errors import Unavailable
from workers.services import postings
from workers.services.caller import Caller
from workers.services.cut import facets
from workers.services.job_status import JobStatus

RESUMES, JOBS = "resume", "job"
COLUMNS = ("language", "months", "eqf", "notice_days", "country", "latitude", "longitude")
ROWS, RELAID = 4000, 500
SETTLED_FROM = 64
ADD = "ON CONFLICT (key) DO UPDATE SET count = term_count.count + excluded.count"


@dataclass(frozen=True)
class Change:
    """The features of one subject, before and after."""

    row: Features
    after: Made
    before: Made | None = None
    terms: frozenset[int] = field(init=False)
    gone: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "terms", numbers(self.after.terms, _columns(self.row) | self.after.columns))
        object.__setattr__(self, "gone", indexed(self.row, self.before) if self.before else frozenset())


def numbers(names: Iterable[str], columns: Mapping[str, Any]) -> frozenset[int]:
    """The terms of the index, as numbers: those that are searched for, and those that filters ask for."""
    return frozenset(map(term_id, (*names, *facets(columns))))


def indexed(row: Features, made: Made) -> frozenset[int]:
    """What the index holds of a row that was kept with these features."""
    return numbers(made.terms, _columns(row))


def _columns(row: Features) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}


async def corpus(caller: Caller, kind: str) -> Corpus:
    found, _ = await Corpus.get_or_create(**owned(caller), kind=kind)
    return found


async def keep_resume(caller: Caller, resume: Resume, made: Made) -> None:
    """Keep and index a resume's features; call it in the transaction that saves the resume."""
    known = await Features.get_or_none(resume_id=resume.id)
    row = known or Features(**owned(caller), resume_id=resume.id)
    row.revision = resume.revision
    await keep_many(caller, RESUMES, [Change(row, made, _before(known, RESUMES))])


async def keep_job(caller: Caller, job: Job, made: Made) -> None:
    await keep_jobs(caller, [(job, made)])


async def keep_jobs(caller: Caller, made: Sequence[tuple[Job, Made]]) -> None:
    """The same for jobs."""
    known = {row.job_id: row for row in await Features.filter(job_id__in=[job.id for job, _ in made])}
    changes = []
    for job, found in made:
        row = known.get(job.id) or Features(**owned(caller), job_id=job.id)
        row.revision, row.active = job.revision, job.status == JobStatus.ACTIVE
        changes.append(Change(row, found, _before(known.get(job.id), JOBS)))
    await keep_many(caller, JOBS, changes)


def _before(known: Features | None, kind: str) -> Made | None:
    return comparison.remade(bytes(known.data), kind == RESUMES) if known else None


async def keep_many(caller: Caller, kind: str, changes: Sequence[Change]) -> None:
    """Keep and index many at once; new rows get the next numbers of the corpus, old ones keep theirs."""
    place = await _grown(caller, kind, changes)
    fresh = [change.row for change in changes if change.before is None]
    for number, row in enumerate(fresh, place.last_number - len(fresh) + 1):
        row.corpus_id, row.number = place.id, number
    for change in changes:
        change.row.data = change.after.data
        for name, value in change.after.columns.items():
            setattr(change.row, name, value)
    await Features.bulk_create(fresh, batch_size=200)
    for change in changes:
        if change.before:
            await change.row.save()
    await _index(place.id, changes)
    if place.size >= max(SETTLED_FROM, 2 * place.settled_size):
        await settle(place)


async def settle(place: Corpus) -> None:
    """Let scores see what is usual in the corpus as it is now. Rare: once for each doubling."""
    first = count_key(place.id, 0)
    await Corpus.filter(id=place.id).update(settled_size=F("size"), settled_length=F("length"))
    await TermCount.filter(key__gte=first, key__lt=count_key(place.id + 1, 0)).update(settled=F("count"))


async def _grown(caller: Caller, kind: str, changes: Sequence[Change]) -> Corpus:
    # The update locks the corpus: two transactions that index for one account follow each other.
    fresh = [change for change in changes if change.before is None]
    length = sum(change.after.length - (change.before.length if change.before else 0) for change in changes)
    place = await corpus(caller, kind)
    grown = {"size": F("size") + len(fresh), "last_number": F("last_number") + len(fresh), "length": F("length") + length}
    await Corpus.filter(id=place.id).update(**grown)
    await place.refresh_from_db()
    if place.last_number > MOST:
        raise Unavailable("This account has seen more resumes or jobs than one index can number; open a second account")
    return place


async def _index(place: int, changes: Sequence[Change]) -> None:
    added, removed, counted = list[int](), list[int](), Counter[int]()
    for change in changes:
        number = change.row.number
        added += [posting_key(place, term, number) for term in change.terms - change.gone]
        removed += [posting_key(place, term, number) for term in change.gone - change.terms]
        counted.update(term_id(name) for name in change.after.counted)
        counted.subtract(term_id(name) for name in (change.before.counted if change.before else ()))
    await postings.change(added, removed)
    await _count({count_key(place, term): count for term, count in counted.items() if count})


async def _count(counted: dict[int, int]) -> None:
    for part in postings.parts(sorted(counted), ROWS):
        rows = ",".join(f"({key},{counted[key]},0)" for key in part)
        await get_connection("default").execute_query(f"INSERT INTO term_count (key, count, settled) VALUES {rows} {ADD}")


async def relay() -> int:
    """Make the postings of every corpus of an older layout again, after an upgrade; how many there were."""
    older = await Corpus.filter(layout__lt=LAYOUT)
    for place in older:
        last: int | None = 0
        while last is not None:
            last = await _relaid(place, last)
        await Corpus.filter(id=place.id).update(layout=LAYOUT)
    return len(older)


async def _relaid(place: Corpus, last: int) -> int | None:
    """Index the next rows behind the number `last`; the number reached, None where there are no more."""
    async with in_transaction():
        # The update locks the corpus, as where rows are kept and forgotten.
        await Corpus.filter(id=place.id).update(layout=F("layout"))
        rows = await Features.filter(corpus_id=place.id, number__gt=last).order_by("number").limit(RELAID)
        made = [comparison.remade(bytes(row.data), place.kind == RESUMES) for row in rows]
        keys = [posting_key(place.id, term, row.number) for row, each in zip(rows, made, strict=True) for term in indexed(row, each)]
        await postings.change(keys, [])
    return rows[-1].number if rows else None


async def forget(caller: Caller, *, resume_id: UUID | None = None, job_id: UUID | None = None) -> None:
    """Take a resume or a job out of the index, with its features and scores; none there is no error."""
    asked: dict[str, Any] = {"resume_id": resume_id} if resume_id else {"job_id": job_id}
    row = await Features.visible(caller).get_or_none(**asked)
    if row is None:
        return
    made = comparison.remade(bytes(row.data), resume_id is not None)
    async with in_transaction():
        await Corpus.filter(id=row.corpus_id).update(size=F("size") - 1, length=F("length") - made.length)
        await postings.change([], [posting_key(row.corpus_id, term, row.number) for term in indexed(row, made)])
        await _count({count_key(row.corpus_id, term_id(name)): -1 for name in made.counted})
        await row.delete()


async def of_cv(cv: Cv) -> Made:
    """The features of a Cv, made in a child process."""
    return await offload.run(comparison.cv_features, cv, dt.datetime.now(dt.UTC).date())
