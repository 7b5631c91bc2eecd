"""Job feeds: the account's own list of jobs, pulled; upserted by reference; what is gone from it is closed, never deleted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from db.base import new_id, owned
from db.environment import environment
from db.models import Job, JobFeed
from workers.delivery import target
from workers.errors import CvError, InvalidInput, NotFound, Unavailable
from workers.services import audit_event, job, task
from workers.services.caller import Caller, Scope
from workers.services.job_fields import checked
from workers.services.job_status import JobSource, JobStatus

LIMIT = 20_000_000
DEADLINE = 30.0
MOST_ROWS = 10_000
MOST_TOLD = 100
FIELDS = ("title", "reference", "description", "company", "country", "city", "profile", "experience", "education", "skills", "contract")


class Done(NamedTuple):
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0


async def create(caller: Caller, url: str) -> JobFeed:
    """Register an address; one that we must not call raises InvalidInput (ADDRESS_REFUSED)."""
    caller.demand(Scope.WRITE)
    await target.check(url, private=environment().allow_private_targets)
    if await JobFeed.visible(caller).filter(url=url).exists():
        raise InvalidInput("This address is registered already", field=("input", "url"))
    feed = await JobFeed.create(id=new_id(), **owned(caller), url=url)
    await audit_event.record(caller, "job_feed.create", feed.id)
    return feed


async def get(caller: Caller, identity: UUID) -> JobFeed:
    found = await JobFeed.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such job feed", field=("id",))
    return found


async def delete(caller: Caller, identity: UUID) -> None:
    """Forget the address; the jobs it brought stay."""
    caller.demand(Scope.WRITE)
    feed = await get(caller, identity)
    await feed.delete()
    await audit_event.record(caller, "job_feed.delete", identity)


async def sync(caller: Caller, identity: UUID) -> tuple[JobFeed, Done]:
    """Pull the feed now. An address that fails raises its error and changes no job; a wrong row is told and skipped.

    Where a row is wrong, jobs that are missing stay open: they may be the wrong rows.
    """
    caller.demand(Scope.WRITE)
    feed = await get(caller, identity)
    feed.tried_at = dt.datetime.now(dt.UTC)
    try:
        rows = await _rows(feed.url)
    except CvError as error:
        # Whose address fails can mend it: to the caller it is no outage of ours.
        known = InvalidInput(error.message, error.code, field=("url",)) if isinstance(error, Unavailable) else error
        feed.errors = [task.described(known)]
        await feed.save()
        raise known from error
    good, errors = _read(rows)
    done = await _take(caller, feed, good, may_close=not errors)
    feed.errors, feed.row_count, feed.synced_at = errors[:MOST_TOLD], len(rows), feed.tried_at
    await feed.save()
    await audit_event.record(caller, "job_feed.sync", feed.id)
    return feed, done


async def _rows(url: str) -> list[Any]:
    answer = await target.fetch(url, limit=LIMIT, deadline=DEADLINE, accept="application/json", private=environment().allow_private_targets)
    if answer.status != 200:
        raise Unavailable(f"The feed answers with status {answer.status}; it must answer 200 without a redirect")
    try:
        rows = msgspec.json.decode(answer.body)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InvalidInput("The feed does not answer with JSON", field=("url",)) from error
    if not isinstance(rows, list):
        raise InvalidInput("The feed must answer with an array of jobs: [{title, reference, description, ...}]", field=("url",))
    if len(rows) > MOST_ROWS:
        raise InvalidInput(f"The feed has more than {MOST_ROWS:,} rows", field=("url",))
    return rows


def _read(rows: list[Any]) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """The good rows by reference, and what is wrong with the others, each with its number."""
    good: dict[str, dict[str, Any]] = {}
    errors = []
    for number, row in enumerate(rows):
        try:
            values = _checked(row)
            if values["reference"] in good:
                raise InvalidInput("This reference stands in an earlier row too; the first is taken", field=("reference",))
            good[values["reference"]] = values
        except CvError as error:
            told = task.described(error)
            errors.append({**told, "message": f"Row {number}: {told['message']}", "field": [str(number), *told["field"]]})
    return good, errors


def _checked(row: Any) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise InvalidInput("A row must be an object with title and reference")
    values = checked({name: row[name] for name in FIELDS if name in row}, whole=True)
    if not values.get("reference"):
        raise InvalidInput("A row needs a reference, by which it is found again", field=("reference",))
    return values


async def _take(caller: Caller, feed: JobFeed, good: dict[str, dict[str, Any]], may_close: bool) -> Done:
    known = {row.reference: row for row in await Job.visible(caller).filter(reference__in=list(good))} if good else {}
    done = Done()
    for reference, values in good.items():
        done = await _one(caller, feed, known.get(reference), values, done)
    if may_close:
        for gone in await Job.visible(caller).filter(feed_id=feed.id, status=JobStatus.ACTIVE).exclude(reference__in=list(good)):
            await job.update(caller, gone, {"status": JobStatus.CLOSED.value})
            await Job.filter(id=gone.id).update(closed_by_feed=True)
            done = done._replace(closed=done.closed + 1)
    return done


async def _one(caller: Caller, feed: JobFeed, known: Job | None, values: dict[str, Any], done: Done) -> Done:
    if known is None:
        row = Job(id=new_id(), **owned(caller), source=JobSource.FEED.value, feed_id=feed.id)
        await job.keep(caller, row, values)
        return done._replace(created=done.created + 1)
    before = known.revision
    if known.feed_id != feed.id:
        known.feed_id = feed.id
        await known.save(update_fields=["feed_id"])
    # A job that a feed closed comes back with its row; a job that a person closed stays closed.
    reopened = {"status": JobStatus.ACTIVE.value} if known.closed_by_feed else {}
    await job.update(caller, known, {**values, **reopened})
    return done._replace(updated=done.updated + 1) if known.revision > before else done._replace(unchanged=done.unchanged + 1)
