"""Job feeds: the account's own list of jobs, pulled; upserted by reference; what is gone from it is closed, never deleted."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from db.base import new_id, owned
from db.environment import environment
from db.models import Job, JobFeed, Task
from workers.delivery import target
from workers.errors import CvError, InvalidInput, NotFound
from workers.services import audit_event, feed_rows, job, task
from workers.services.caller import Caller, Scope
from workers.services.job_status import JobSource, JobStatus
from workers.services.task import TaskStatus

KIND = "job.sync"
MOST_TOLD = 100


class Done(NamedTuple):
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0

    def plus(self, other: Done) -> Done:
        return Done(*map(operator.add, self, other))


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


async def submit(caller: Caller, identity: UUID) -> Task:
    """Pull the feed in the background: a long one takes longer than many clients wait. One that waits already is enough."""
    caller.demand(Scope.WRITE)
    feed = await get(caller, identity)
    waiting = await task.visible(caller, kind=KIND, subject_id=feed.id, status=TaskStatus.QUEUED).first()
    return waiting or await task.begin(caller, KIND, feed.id)


async def sync(caller: Caller, identity: UUID) -> tuple[JobFeed, Done]:
    """Pull the feed now. An address that fails raises its error and changes no job; a wrong row is told and skipped.

    Where a row is wrong, jobs that are missing stay open: they may be the wrong rows. An empty answer, which broken systems
    give too, closes jobs only where the pull before was empty as well.
    """
    caller.demand(Scope.WRITE)
    feed = await get(caller, identity)
    feed.tried_at = dt.datetime.now(dt.UTC)
    try:
        rows = await feed_rows.fetched(feed.url)
    except CvError as error:
        feed.errors = [task.described(error)]
        await feed.save()
        raise
    good, errors = feed_rows.read(rows)
    done, unread = await _taken(caller, feed, good)
    errors = sorted([*errors, *unread], key=lambda error: int(error["field"][0]))
    if not errors:
        gone = await _gone(feed, {values["reference"] for values in good.values()})
        if gone and not rows and feed.row_count != 0:
            errors.append(task.described(InvalidInput(f"The feed is empty; {len(gone)} jobs are closed if it is still empty next time")))
        else:
            await job.close_gone(caller, gone)
            done = done._replace(closed=len(gone))
    feed.errors, feed.row_count, feed.synced_at = errors[:MOST_TOLD], len(rows), feed.tried_at
    await feed.save()
    await audit_event.record(caller, "job_feed.sync", feed.id)
    return feed, done


async def _gone(feed: JobFeed, there: Container[str]) -> list[UUID]:
    """The open jobs of this feed that stand in it no longer."""
    rows = await Job.filter(feed_id=feed.id, status=JobStatus.ACTIVE).values_list("id", "reference")
    return [identity for identity, reference in rows if reference not in there]


async def _taken(caller: Caller, feed: JobFeed, good: Mapping[int, feed_rows.Row]) -> tuple[Done, list[feed_rows.Row]]:
    """Keep the rows, some at once; where that fails each by itself, as one of them may be at fault, or somebody was faster."""
    done, errors = Done(), list[feed_rows.Row]()
    for part in feed_rows.batches(good):
        try:
            done = done.plus(await _kept(caller, feed, list(part.values())))
        except InvalidInput:
            for number, values in part.items():
                try:
                    done = done.plus(await _kept(caller, feed, [values]))
                except InvalidInput as error:
                    errors.append(feed_rows.wrong(number, values, error))
    return done, errors


async def _kept(caller: Caller, feed: JobFeed, rows: Sequence[feed_rows.Row]) -> Done:
    known = {row.reference: row for row in await Job.visible(caller).filter(reference__in=[values["reference"] for values in rows])}
    fresh, changed = list[Job](), list[Job]()
    for values in rows:
        found = known.get(values["reference"])
        if found is None:
            made = Job(id=new_id(), **owned(caller), source=JobSource.FEED.value, feed_id=feed.id)
            job.apply(made, values)
            fresh.append(made)
        # A job that a feed closed comes back with its row; a job that a person closed stays closed.
        elif job.revise(found, values | ({"status": JobStatus.ACTIVE.value} if found.closed_by_feed else {})):
            changed.append(found)
    moved = [row.id for row in known.values() if row.feed_id != feed.id]
    for row in changed:
        row.feed_id = feed.id
    await job.keep_many(caller, fresh, changed)
    if moved:
        await Job.visible(caller).filter(id__in=moved).update(feed_id=feed.id)
    return Done(len(fresh), len(changed), len(rows) - len(fresh) - len(changed))
