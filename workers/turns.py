"""Turns at the processor: as many at once as there are cores, handed round the accounts that wait.

Somebody who brings five hundred CVs and somebody who brings one wait for the same thing: their next turn.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID


class Turns:
    def __init__(self, places: int) -> None:
        self.free = places
        self.waiting: OrderedDict[UUID, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def of(self, account: UUID) -> AsyncIterator[None]:
        """A turn for this account, for as long as the block runs."""
        await self._taken(account)
        try:
            yield
        finally:
            self._pass_on()

    async def _taken(self, account: UUID) -> None:
        if self.free > 0:
            self.free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self.waiting.setdefault(account, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self.waiting:
            account, line = self.waiting.popitem(last=False)
            turn = line.popleft()
            if line:
                self.waiting[account] = line
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1
