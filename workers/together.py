"""Calls that share a statement: those made while one is under way go together into the next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

T = TypeVar("T")
R = TypeVar("R")
Waiting = list[tuple[T, "asyncio.Future[R]"]]


class Together(Generic[T, R]):
    """`await together(one)`: `do` gets what several callers brought and answers each, in the same order.

    The first caller waits for nobody. Where `do` raises, everybody whom it was called for raises.
    """

    def __init__(self, do: Callable[[Sequence[T]], Awaitable[Sequence[R]]], most: int = 100) -> None:
        self.do, self.most = do, most
        self.waiting: WeakKeyDictionary[asyncio.AbstractEventLoop, Waiting[T, R]] = WeakKeyDictionary()
        self.working: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Task[None]] = WeakKeyDictionary()

    async def __call__(self, one: T) -> R:
        loop = asyncio.get_running_loop()
        line = self.waiting.setdefault(loop, [])
        answer: asyncio.Future[R] = loop.create_future()
        line.append((one, answer))
        if loop not in self.working:
            self.working[loop] = loop.create_task(self._work(loop, line))
        return await answer

    async def _work(self, loop: asyncio.AbstractEventLoop, line: Waiting[T, R]) -> None:
        try:
            while line:
                page = line[: self.most]
                del line[: self.most]
                await self._answer(page)
        finally:
            del self.working[loop]

    async def _answer(self, page: Waiting[T, R]) -> None:
        try:
            for (_, answer), said in zip(page, await self.do([one for one, _ in page]), strict=True):
                if not answer.done():
                    answer.set_result(said)
        except BaseException as error:
            for _, answer in page:
                if not answer.done():
                    answer.set_exception(error)
            if not isinstance(error, Exception):
                raise
