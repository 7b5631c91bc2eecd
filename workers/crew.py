"""A process that works: bells from the queue, a sweep every few seconds, and what the calendar asks for.

The queue only rings: whoever hears it takes the task that waits longest from the database. Without a queue the sweeps
alone find everything, a few seconds later.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, cast

import structlog
from arq.typing import WorkerCoroutine
from arq.worker import Worker, func
from tortoise.expressions import Q

from db.models import Task
from workers import queue, tasks
from workers.hands import Hands
from workers.services import news, retention, task
from workers.services.task import TaskStatus

log = structlog.get_logger()
EVERY, GRACE = 5.0, 15.0
SLOTS = {task.WORK: 24, task.DELIVER: 48}
MOST_CLAIMS = 25


class Crew:
    def __init__(self) -> None:
        self.hands = {lane: Hands(lane, slots, self._done) for lane, slots in SLOTS.items()}
        self.loops: list[asyncio.Task[None]] = []
        self.day: dt.date | None = None

    def start(self) -> None:
        self.loops = [asyncio.create_task(self._bells()), asyncio.create_task(self._always(self.sweep))]

    async def stop(self) -> None:
        """Take nothing new; what runs may end, what does not end in time is put back."""
        for hands in self.hands.values():
            hands.is_stopping = True
        for loop in self.loops:
            loop.cancel()
        await asyncio.gather(*self.loops, return_exceptions=True)
        await asyncio.gather(*(hands.stop(GRACE) for hands in self.hands.values()))

    async def _done(self, work: Task) -> None:
        await tasks.run(work)
        # Its end may have left deliveries behind.
        self.hands[task.DELIVER].ring()

    async def ring(self, context: dict[str, Any], lane: str) -> None:
        self.hands[lane].ring()

    async def _bells(self) -> None:
        while True:
            bell = self._bell()
            try:
                await bell.async_run()
            except queue.GONE as error:
                log.warning("the queue is gone; sweeping goes on", error=type(error).__name__)
            finally:
                with suppress(*queue.GONE):
                    await bell.close()
            await asyncio.sleep(1)

    def _bell(self) -> Worker:
        return Worker(
            functions=[func(cast(WorkerCoroutine, self.ring), name="ring")],
            redis_settings=queue.settings(),
            queue_name=queue.NAME,
            job_serializer=queue.pack,
            job_deserializer=queue.unpack,
            keep_result=0,
            poll_delay=0.05,
            job_timeout=5,
            max_tries=2,
            max_jobs=50,
            handle_signals=False,
        )

    async def _always(self, do: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await do()
            except Exception as error:
                log.warning("sweep failed", error=type(error).__name__)
            await asyncio.sleep(EVERY)

    async def sweep(self) -> None:
        """Free what runs with a dead heartbeat, begin what the calendar asks for, and take up what waits."""
        now = dt.datetime.now(dt.UTC)
        dead = Task.filter(status=TaskStatus.RUNNING, lease_until__lt=now)
        await dead.filter(attempts__gte=MOST_CLAIMS).update(
            status=TaskStatus.COMPLETED, conclusion="FAILED", completed_at=now, lease_until=None
        )
        await dead.update(status=TaskStatus.QUEUED, lease_until=None)
        if self.day != now.date():
            await retention.schedule(now.date())
            self.day = now.date()
        for lane, hands in self.hands.items():
            hands.ring(await Task.filter(Q(status=TaskStatus.QUEUED, lane=lane, due_at__lte=now)).limit(hands.slots).count())


@asynccontextmanager
async def embedded() -> AsyncIterator[None]:
    """News get a voice; and where no queue is configured, the worker runs inside the server."""
    news.speak_through(queue.publish)
    crew = Crew() if queue.is_embedded() else None
    if crew:
        crew.start()
    try:
        yield
    finally:
        if crew:
            await crew.stop()
        news.speak_through(None)


async def work_until_stopped() -> None:
    """A worker process: until SIGTERM or SIGINT, then what runs is let end or put back."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    news.speak_through(queue.publish)
    crew = Crew()
    crew.start()
    await stop.wait()
    await crew.stop()
    await queue.close()
