"""What a worker does: `WORK` names the function of each kind, `run` does one task. Small on purpose."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple
from uuid import UUID

import structlog

from db.models import Task, TaskItem
from workers import offload, queue
from workers.errors import CvError, ErrorCode
from workers.hands import closing
from workers.services import attempt, batch, document, event, job_feed, lease, resume, retention, task
from workers.services.caller import Caller
from workers.services.outage import as_error
from workers.services.task import Stopped, TaskConclusion
from workers.turns import Turns, line_up

log = structlog.get_logger()
FAILURES, TRIES, HOUR = 5, 3, 3600.0
MOST_CLAIMS, PATIENCE = 25, dt.timedelta(days=1)
# Twice as many as there are cores: while one item is made ready and what another one made is kept, the children work on others.
PLACES = 2 * offload.cores()
turns = Turns(PLACES)
# Set where the end of a task left deliveries behind.
followed = asyncio.Event()


class Left(Exception):
    """The task is not done, and others are to go on with it."""


class Work(NamedTuple):
    """`do` ends well or raises; its answer, if it has one, is the task's conclusion.

    `limit` is seconds. `waits` says that what is gone for a while is waited for; a feed has its next turn anyway.
    """

    do: Callable[[Caller, Task], Awaitable[TaskConclusion | None]]
    limit: float = HOUR
    waits: bool = True


async def _parse(caller: Caller, work: Task) -> None:
    if work.subject_id:
        async with turns.of(caller.account_id):
            await resume.work(caller, work.subject_id, is_last=work.failures >= TRIES - 1)


async def _import(caller: Caller, work: Task) -> TaskConclusion:
    async def read(item: TaskItem) -> UUID:
        await resume.work(caller, item.subject_id, is_last=work.failures >= TRIES - 1)
        return item.subject_id

    return await _every(caller, work, read)


async def _render(caller: Caller, work: Task) -> TaskConclusion:
    async def printed(item: TaskItem) -> UUID:
        # The item's own id names the document.
        return (await document.publish_once(caller, item.subject_id, item.id, is_first=work.attempts == 1)).id

    return await _every(caller, work, printed)


async def _match(caller: Caller, work: Task) -> TaskConclusion:
    async def scored(item: TaskItem) -> UUID:
        return await batch.score(caller, item)

    return await _every(caller, work, scored)


async def _sync(caller: Caller, work: Task) -> None:
    if work.subject_id:
        await job_feed.sync(caller, work.subject_id)


async def _every(caller: Caller, work: Task, do: Callable[[TaskItem], Awaitable[UUID | None]]) -> TaskConclusion:
    """Do every open item, a few at once, each in a turn of its own."""
    one, waiting = task.each(work, do), iter(await task.open_items(work))

    async def hand() -> None:
        for item in waiting:
            async with turns.of(caller.account_id):
                if closing.is_set():
                    return
                await one(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(PLACES):
            group.create_task(hand())
    if closing.is_set() and await task.open_items(work):
        raise Left
    return await task.items_conclusion(work)


async def _deliver(caller: Caller, work: Task) -> None:
    await attempt.work(caller, work)


async def _sweep(caller: Caller, work: Task) -> None:
    await retention.work(caller)


WORK: dict[str, Work] = {
    "resume.parse": Work(_parse, 300.0),
    "resume.import": Work(_import),
    "resume.render": Work(_render),
    "resume.format": Work(_render),
    "match.queue": Work(_match),
    "job.sync": Work(_sync, 600.0, waits=False),
    "webhook.deliver": Work(_deliver, 60.0),
    "retention.sweep": Work(_sweep),
}


async def run(work: Task) -> None:
    """Do one claimed task. What a person can mend ends it; what broke on our side is tried again."""
    caller = Caller(work.account, work.sandbox, request_id=str(work.id))
    # Apart from what the account asks for and waits for at this moment.
    line_up(("task", work.account_id))
    chosen, limit = WORK[work.kind], asyncio.timeout(WORK[work.kind].limit)
    try:
        if work.attempts > MOST_CLAIMS:
            # Whoever takes it dies of it.
            await _end(caller, work, TaskConclusion.FAILED, CvError(task.BROKEN))
            return
        async with _beating(work), limit:
            conclusion = await chosen.do(caller, work) or TaskConclusion.SUCCEEDED
        await _end(caller, work, conclusion)
    except asyncio.CancelledError:
        await asyncio.shield(lease.put_back(work))
        raise
    except Left:
        await lease.put_back(work)
    except Stopped:
        return
    except Exception as error:
        if limit.expired():
            await _end(caller, work, TaskConclusion.TIMED_OUT, CvError("This took too long and was ended", ErrorCode.TIMED_OUT))
        else:
            await _failed(caller, work, error)


async def _end(caller: Caller, work: Task, conclusion: TaskConclusion, *errors: CvError) -> None:
    rows = await event.of_task(caller, work, conclusion, list(errors))
    if await lease.conclude(work, conclusion, *errors, rows=rows) and rows:
        followed.set()


async def _failed(caller: Caller, work: Task, raised: Exception) -> None:
    error = _first(raised)
    if isinstance(error, Stopped):
        return
    known = error if isinstance(error, CvError) else as_error(error)
    if known and (known.status < 500 or not WORK[work.kind].waits):
        await _end(caller, work, TaskConclusion.FAILED, known)
        return
    log.error("task failed", kind=work.kind, task=str(work.id), error=type(error).__name__)
    is_outage = known is not None and known.code is ErrorCode.UNAVAILABLE and dt.datetime.now(dt.UTC) - work.created_at < PATIENCE
    if work.failures + 1 >= FAILURES and not is_outage:
        await _end(caller, work, TaskConclusion.FAILED, CvError(task.BROKEN))
    else:
        pause = min(2.0**work.failures, 60.0)
        await lease.put_back(work, after=pause, failed=True)
        queue.put_later(pause, work.lane)


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


@asynccontextmanager
async def _beating(work: Task) -> AsyncIterator[None]:
    """Keep the task's lease while the block runs; the block is ended with Stopped where the task is no longer ours."""
    block, lost = asyncio.current_task(), False

    async def beat() -> None:
        nonlocal lost
        while True:
            await asyncio.sleep(lease.LEASE.total_seconds() / 6)
            try:
                await lease.beat(work)
            except Stopped:
                lost = True
                if block:
                    block.cancel()
                return
            except Exception as error:
                log.warning("heartbeat missed", task=str(work.id), error=type(error).__name__)

    beating = asyncio.create_task(beat())
    try:
        yield
    except asyncio.CancelledError:
        if lost and block and not block.uncancel():
            raise Stopped from None
        raise
    finally:
        beating.cancel()
