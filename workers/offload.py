"""CPU work in child processes: a pure function with a deadline and a memory limit, so that a hostile file stalls nobody.

Children are started afresh (nothing of the parent's memory is in them), stay warm, are used many times and then
replaced. They die with their parent. A function must be importable by its module and name; arguments and result are
pickled. What comes back is the result or a CvError: TIMED_OUT, FILE_TOO_COMPLEX (memory), FILE_DAMAGED (the child died).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from db.environment import environment
from workers import turns
from workers.errors import CvError
from workers.process import START, Child

T = TypeVar("T")

# Ten seconds less what ending a child and starting the next one takes on a busy machine.
DEADLINE = 8.0
MEMORY = 512 * 2**20
# Being born costs a child as much processor time as sixteen prints: one in a hundred jobs' worth is little enough.
# What a document leaves behind ends it earlier.
USES = 2000

_log = logging.getLogger(__name__)


def cores() -> int:
    return len(os.sched_getaffinity(0))


class Pool:
    """`size` children at most, started when first needed. `peak` is the resident memory of the largest child so far, in bytes."""

    def __init__(self, size: int | None = None, *, memory: int = MEMORY, uses: int = USES) -> None:
        self.size, self.memory, self.uses = size or cores(), memory, uses
        self.peak = 0
        self._turns = turns.Turns(self.size)
        self._idle: list[Child] = []
        # The thread that starts a child must outlive it: the kernel ends the child with its parent thread.
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="offload")
        self._starters = ThreadPoolExecutor(self.size, thread_name_prefix="offload-start")
        self._heirs: deque[Future[Child]] = deque()
        self._homes: dict[str, None] = {}
        self._lessons: tuple[str, ...] = ()
        self._lock = threading.Lock()

    async def run(self, function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
        """`function(*args)` in a child. Waiting for a free child does not count against `deadline` (seconds).

        Where several lines wait (`turns.line_up`), each gets its turn, however many wait in one.
        """
        loop = asyncio.get_running_loop()
        async with self._turns.of(turns.line()):
            return await loop.run_in_executor(self._threads, self._call, function, args, deadline)

    def call(self, function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
        """The same for code without an event loop."""
        return self._threads.submit(self._call, function, args, deadline).result()

    async def warm(self, *modules: str) -> None:
        """Starts every child and imports `modules` in it, so that no job pays for that."""
        barrier = threading.Barrier(self.size)
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, self._warm, modules, barrier) for _ in range(self.size)))

    async def learn(self, *modules: str) -> None:
        """Replaces every child by one that knows `modules` as well, one after the other: no job waits for their imports."""
        self._homes.update(dict.fromkeys(modules))
        self._lessons = modules
        for _ in range(self.size):
            await asyncio.wait([asyncio.wrap_future(self._follow())])
            self._relieve()

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        self._starters.shutdown(wait=True)
        for heir in self._heirs:
            with contextlib.suppress(OSError):
                heir.result().end()
        while self._idle:
            self._idle.pop().end()

    def _warm(self, modules: tuple[str, ...], barrier: threading.Barrier) -> None:
        child = self._take()
        try:
            self._prepare(child, modules)
            barrier.wait(START)
        finally:
            self._give(child)

    def _call(self, function: Callable[..., T], args: tuple[Any, ...], deadline: float) -> T:
        child = self._take()
        try:
            self._prepare(child, (_home(function),))
            kind, answer = child.ask((function, args), deadline)
        finally:
            self._give(child)
        if kind == "result":
            result: T = answer
            return result
        if isinstance(answer, CvError):
            raise answer
        _log.error("offloaded %s failed: %s", getattr(function, "__qualname__", function), answer)
        raise CvError("Something went wrong inside. The operators were told; try another file meanwhile.")

    def _prepare(self, child: Child, modules: tuple[str, ...]) -> None:
        self._homes.update(dict.fromkeys(modules))
        child.prepare(modules)

    def _take(self) -> Child:
        while True:
            child = self._next()
            if child.is_alive:
                return child
            child.end()

    def _next(self) -> Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            heir = self._heirs.popleft() if self._heirs else None
        return heir.result() if heir else Child(self.memory)

    def _give(self, child: Child) -> None:
        self.peak = max(self.peak, child.held.peak)
        # What one document left behind is taken from the next one's memory.
        is_fit = child.is_alive and child.held.now < self.memory // 2
        if not is_fit or (child.used >= self.uses and not self._heirs):
            with contextlib.suppress(RuntimeError):  # closing: nobody needs another child
                self._follow()
        if is_fit:
            with self._lock:
                self._idle.append(child)
            self._relieve()
        else:
            child.end()

    def _follow(self) -> Future[Child]:
        """Make another child ready while a worn one works on: on a busy machine a child's imports take seconds."""
        with self._lock:
            self._heirs.append(heir := self._starters.submit(self._born))
        return heir

    def _relieve(self) -> None:
        """An idle child that is worn, or knows too little, makes way where the next one is ready."""
        with self._lock:
            old = next((child for child in self._idle if child.used >= self.uses or not child.knows(*self._lessons)), None)
            if old is None or not self._heirs or not self._heirs[0].done():
                return
            heir = self._heirs.popleft()
            if heir.exception():
                return
            self._idle[self._idle.index(old)] = heir.result()
        old.end()

    def _born(self) -> Child:
        child = Child(self.memory)
        with contextlib.suppress(CvError):
            child.prepare(tuple(self._homes))
        return child


def _home(function: Callable[..., Any]) -> str:
    """The module that a function is imported from; a partial is at home where its function is."""
    while isinstance(function, partial):
        function = function.func
    return function.__module__


# -- the pool that everybody shares

_shared: list[Pool] = []
_lock = threading.Lock()


def shared() -> Pool:
    with _lock:
        if not _shared:
            _shared.append(Pool(environment().processes))
        return _shared[0]


async def run(function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
    """`await run(parse, data, name, deadline=10)`: in a child of the shared pool."""
    return await shared().run(function, *args, deadline=deadline)


def call(function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
    return shared().call(function, *args, deadline=deadline)


async def warm(*modules: str) -> None:
    await shared().warm(*modules)


@contextlib.asynccontextmanager
async def learning(*modules: str) -> AsyncIterator[None]:
    """Children learn `modules` while the block runs and is not kept waiting."""
    lesson = asyncio.create_task(shared().learn(*modules))
    try:
        yield
    finally:
        lesson.cancel()
        await asyncio.gather(lesson, return_exceptions=True)


def close() -> None:
    with _lock:
        while _shared:
            _shared.pop().close()
