"""What a worker does: `WORK` names the function of each kind, `run` does one task. Small on purpose."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, cast
from uuid import UUID

import structlog
from arq import cron
from arq.typing import WorkerCoroutine
from arq.worker import Worker, func
from tortoise.expressions import Q

from db.models import Task
from workers import queue
from workers.errors import CvError
from workers.services import resume, task
from workers.services.caller import Caller
from workers.services.task import TaskConclusion, TaskStatus

log = structlog.get_logger()
ATTEMPTS = 3


async def _parse(caller: Caller, work: Task) -> None:
    if work.subject_id:
        await resume.work(caller, work.subject_id)


WORK: dict[str, Callable[[Caller, Task], Awaitable[None]]] = {"resume.parse": _parse}


async def run(context: dict[str, Any], identity: str) -> None:
    """Do one task, if it is still to be done. What a person can mend ends it; what broke on our side is tried again."""
    work = await task.claim(UUID(identity))
    if work is None:
        return
    caller = Caller(work.account, work.sandbox, request_id=identity)
    beating = asyncio.create_task(_beat(work))
    try:
        await WORK[work.kind](caller, work)
        await task.conclude(work, TaskConclusion.SUCCEEDED)
    except CvError as error:
        await task.conclude(work, TaskConclusion.FAILED, error)
    except Exception as error:
        log.error("task failed", kind=work.kind, task=identity, error=type(error).__name__)
        await _again(work)
    finally:
        beating.cancel()


async def _beat(work: Task) -> None:
    while True:
        await asyncio.sleep(task.LEASE.total_seconds() / 3)
        await Task.filter(id=work.id, status=TaskStatus.RUNNING).update(lease_until=dt.datetime.now(dt.UTC) + task.LEASE)


async def _again(work: Task) -> None:
    if work.attempts >= ATTEMPTS:
        await task.conclude(
            work, TaskConclusion.FAILED, CvError("This failed on our side, three times; the task's id names it in our logs")
        )
        return
    await Task.filter(id=work.id, status=TaskStatus.RUNNING).update(status=TaskStatus.QUEUED, lease_until=None)


async def sweep(context: dict[str, Any]) -> None:
    """Put again what waits and was not taken, and free what is running with a dead heartbeat."""
    now = dt.datetime.now(dt.UTC)
    await Task.filter(status=TaskStatus.RUNNING, lease_until__lt=now).update(status=TaskStatus.QUEUED, lease_until=None)
    waiting = Task.filter(Q(status=TaskStatus.QUEUED, created_at__lt=now - dt.timedelta(seconds=2)))
    for identity in await waiting.order_by("id").limit(500).values_list("id", flat=True):
        await queue.put(UUID(str(identity)))


_sweeper: WorkerCoroutine = cast(WorkerCoroutine, sweep)


def worker() -> Worker:
    """A worker on the queue; `cvgraph worker` runs it alone, the embedded form inside the server."""
    return Worker(
        functions=[func(cast(WorkerCoroutine, run), name="run")],
        cron_jobs=[cron(_sweeper, second=set(range(0, 60, 5)), unique=True)],
        redis_settings=queue.settings(),
        queue_name=queue.NAME,
        job_serializer=queue.pack,
        job_deserializer=queue.unpack,
        keep_result=0,
        poll_delay=0.05,
        job_timeout=300,
        max_tries=ATTEMPTS,
        max_jobs=8,
        handle_signals=False,
    )


@asynccontextmanager
async def embedded() -> AsyncIterator[None]:
    """The worker inside the server, where no other is configured."""
    if not queue.is_embedded():
        yield
        return
    inside = worker()
    running = asyncio.create_task(inside.async_run())
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await inside.close()


async def work_until_stopped() -> None:
    """A worker process: until SIGTERM or SIGINT, then what runs is let end or put back."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    inside = worker()
    running = asyncio.create_task(inside.async_run())
    await asyncio.wait([running, asyncio.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await inside.close()
