"""Turns at the processor: as many at once as there are cores, handed round the lines that wait: an account's, usually.

Somebody who brings five hundred CVs and somebody who brings one wait for the same thing: their next turn.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from contextvars import ContextVar

_line: ContextVar[Hashable] = ContextVar("line", default=None)


def line_up(line: Hashable) -> None:
    """Whatever this request or task asks for from now on waits in this line."""
    _line.set(line)


def line() -> Hashable:
    return _line.get()


class Turns:
    def __init__(self, places: int) -> None:
        self.free = places
        self.waiting: OrderedDict[Hashable, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def of(self, line: Hashable) -> AsyncIterator[None]:
        """A turn for whoever is next in this line, for as long as the block runs."""
        await self._taken(line)
        try:
            yield
        finally:
            self._pass_on()

    async def _taken(self, line: Hashable) -> None:
        if self.free > 0:
            self.free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self.waiting.setdefault(line, deque()).append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self.waiting:
            line, queue = self.waiting.popitem(last=False)
            turn = queue.popleft()
            if queue:
                self.waiting[line] = queue
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1
