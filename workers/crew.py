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

from db.environment import environment
from db.models import Task
from workers import offload, queue, tasks, telemetry
from workers.hands import Hands, closing
from workers.services import account, calendar, lease, news, outage, task

log = structlog.get_logger()
EVERY, GRACE = 5.0, 15.0
SLOTS = {task.WORK: 24, task.DELIVER: 48}
# What children learn before the first CV asks for it: the printer's imports, fonts and style sheets take more than a second.
KNOWN = ("workers.listing", "workers.rendering.sample")


class Crew:
    """Two pairs of hands, one for what computes and one for what waits for a network."""

    def __init__(self) -> None:
        self.hands = {lane: Hands(lane, slots, self._done) for lane, slots in SLOTS.items()}
        self.loops: list[asyncio.Task[None]] = []
        self.hour: dt.datetime | None = None

    def start(self) -> None:
        closing.clear()
        self.loops = [asyncio.create_task(self._bells()), asyncio.create_task(self._always(self.sweep))]

    async def stop(self) -> None:
        """Take nothing new, neither task nor item; what runs may end, what does not end in time is put back."""
        closing.set()
        for loop in self.loops:
            loop.cancel()
        await asyncio.gather(*self.loops, return_exceptions=True)
        await asyncio.gather(*(hands.stop(GRACE) for hands in self.hands.values()))
        closing.clear()

    async def _done(self, work: Task) -> None:
        with telemetry.span(work.kind) as span:
            await tasks.run(work)
            span.tell(work.kind, task__attempt=work.attempts)
        if tasks.followed.is_set():
            tasks.followed.clear()
            self.hands[task.DELIVER].ring()

    async def ring(self, context: dict[str, Any], lane: str) -> None:
        self.hands[lane].ring()

    async def _bells(self) -> None:
        while True:
            bell = self._bell()
            try:
                await bell.async_run()
            except Exception as error:
                log.warning("the queue is gone; sweeping goes on", error=type(error).__name__)
            finally:
                await asyncio.gather(bell.close(), return_exceptions=True)
            await asyncio.sleep(1)

    def _bell(self) -> Worker:
        return Worker(
            functions=[func(cast(WorkerCoroutine, self.ring), name="ring")],
            redis_settings=queue.settings(),
            queue_name=queue.name(),
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
        await lease.free_dead(now)
        await self._turn(now)
        for hands in self.hands.values():
            hands.ring()

    async def _turn(self, now: dt.datetime) -> None:
        hour = now.replace(minute=0, second=0, microsecond=0)
        if self.hour != hour:
            await calendar.begin_day(hour.date())
            await calendar.begin_hour(hour)
            self.hour = hour


@asynccontextmanager
async def embedded() -> AsyncIterator[None]:
    """News get a voice; and where no queue is configured, the worker runs inside the server."""
    warn()
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


def warn() -> None:
    if environment().allow_private_targets:
        log.warning("CVGRAPH_ALLOW_PRIVATE_TARGETS is on: webhooks and feeds may call private addresses; never outside development")


async def work_until_stopped() -> None:
    """A worker process: until SIGTERM or SIGINT, then what runs is let end or put back."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await _known(stop)
    warn()
    news.speak_through(queue.publish)
    crew = Crew()
    async with offload.learning(*KNOWN):
        crew.start()
        await stop.wait()
        await crew.stop()
    await queue.close()


async def _known(stop: asyncio.Event) -> None:
    """Raises Conflict where we could not open what is kept; a database that does not answer yet is waited for."""
    while not stop.is_set():
        try:
            return await account.demand_key()
        except (*outage.DATABASE, OSError) as error:
            log.warning("the database does not answer; waiting for it", error=type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), 2)
