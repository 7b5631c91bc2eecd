"""What one process does at a time: so many tasks of a lane, and of those only a share for any one account."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog

from db.models import Task
from workers.services import task

log = structlog.get_logger()


class Hands:
    """`ring` says that work may be waiting; every hand takes task after task until none is left that it may take."""

    def __init__(self, lane: str, slots: int, do: Callable[[Task], Awaitable[None]]) -> None:
        self.lane, self.slots, self.do = lane, slots, do
        self.busy: Counter[UUID] = Counter()
        self.hands: set[asyncio.Task[None]] = set()
        self.known: deque[Task] = deque()
        self.taking = asyncio.Lock()
        self.is_stopping = False

    def ring(self, times: int = 1) -> None:
        for _ in range(min(times, self.slots - len(self.hands))):
            if self.is_stopping:
                return
            self.hands.add(hand := asyncio.create_task(self._work()))
            hand.add_done_callback(self.hands.discard)

    async def _work(self) -> None:
        try:
            while work := await self._taken():
                try:
                    await self.do(work)
                finally:
                    self.busy[work.account_id] -= 1
        except Exception as error:
            # The database is away: the task's lease runs out and a sweep finds it.
            log.error("hand let go", lane=self.lane, error=type(error).__name__)

    async def _taken(self) -> Task | None:
        async with self.taking:
            while not self.is_stopping:
                served = self._served()
                work = self._next(served) or await self._more(served)
                if work is None:
                    return None
                if await task.taken(work):
                    self.busy[work.account_id] += 1
                    self.ring()
                    return work
        return None

    async def _more(self, served: list[UUID]) -> Task | None:
        self.known = deque(await task.waiting(self.lane, served))
        return self._next(served)

    def _next(self, served: list[UUID]) -> Task | None:
        while self.known:
            work = self.known.popleft()
            if work.account_id not in served:
                return work
        return None

    def _served(self) -> list[UUID]:
        """Accounts that hold their share: slots are kept free for whoever comes next."""
        self.busy = +self.busy
        share = max(1, self.slots // (len(self.busy) + 1))
        return [account for account, count in self.busy.items() if count >= share]

    async def stop(self, grace: float) -> None:
        """Let what runs end within `grace` seconds; what does not is put back."""
        self.is_stopping = True
        if self.hands:
            await asyncio.wait(self.hands, timeout=grace)
        for hand in list(self.hands):
            hand.cancel()
        await asyncio.gather(*self.hands, return_exceptions=True)
