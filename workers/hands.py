"""What one process does at a time: so many tasks of a lane, and of those only a share for any one account."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from uuid import UUID

import structlog

from db.models import Task
from workers.services import lease

log = structlog.get_logger()
# Set where this process is about to end: no task is taken, items under way are ended, the others are left to whoever goes on.
closing = asyncio.Event()


class Hands:
    """`ring` says that work may be waiting: free hands take it, many tasks in one statement, until none is left that they may take."""

    def __init__(self, lane: str, slots: int, do: Callable[[Task], Awaitable[None]]) -> None:
        self.lane, self.slots, self.do = lane, slots, do
        self.busy: Counter[UUID] = Counter()
        self.hands: set[asyncio.Task[None]] = set()
        self.taking: asyncio.Task[None] | None = None
        self.is_rung = False

    def ring(self) -> None:
        self.is_rung = True
        self._look()

    def _look(self) -> None:
        is_able = self.is_rung and not closing.is_set() and len(self.hands) < self.slots
        if is_able and (self.taking is None or self.taking.done()):
            self.taking = asyncio.create_task(self._take())

    async def _take(self) -> None:
        try:
            while self.is_rung and not closing.is_set() and (most := self.slots - len(self.hands)) > 0:
                self.is_rung = False
                served = self._served()
                taken = await lease.take(self.lane, min(most, self._share()), served)
                for work in taken:
                    self._begin(work)
                if not taken and not self.is_rung:
                    # What an account may not have now, it may have when one of its tasks has ended.
                    self.is_rung = bool(served)
                    return
                self.is_rung = True
        except Exception as error:
            # The database is away: a sweep rings again.
            log.error("hand let go", lane=self.lane, error=type(error).__name__)

    def _begin(self, work: Task) -> None:
        self.busy[work.account_id] += 1
        self.hands.add(hand := asyncio.create_task(self._work(work)))
        hand.add_done_callback(self._rest)

    async def _work(self, work: Task) -> None:
        try:
            await self.do(work)
        except Exception as error:
            # The task's lease runs out, and a sweep finds it.
            log.error("hand let go", lane=self.lane, error=type(error).__name__)
        finally:
            self.busy[work.account_id] -= 1

    def _rest(self, hand: asyncio.Task[None]) -> None:
        self.hands.discard(hand)
        # What is being asked just now still left this one's account out.
        self.is_rung = self.is_rung or not (self.taking is None or self.taking.done())
        self._look()

    def _most(self) -> int:
        self.busy = +self.busy
        return max(1, self.slots // (max(len(self.busy), 1) + 1))

    def _share(self) -> int:
        """How many may be taken at once, so that whoever they belong to, nobody gets more than a share."""
        share = self._most()
        return share - max((count for count in self.busy.values() if count < share), default=0)

    def _served(self) -> list[UUID]:
        """Accounts that hold their share: slots are kept free for whoever comes next."""
        share = self._most()
        return [account for account, count in self.busy.items() if count >= share]

    async def stop(self, grace: float) -> None:
        """Let what runs end within `grace` seconds; what does not is put back."""
        if self.taking:
            await asyncio.gather(self.taking, return_exceptions=True)
        if self.hands:
            await asyncio.wait(self.hands, timeout=grace)
        for hand in list(self.hands):
            hand.cancel()
        await asyncio.gather(*self.hands, return_exceptions=True)
