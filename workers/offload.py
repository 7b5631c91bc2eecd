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
import pickle
import queue
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from db.environment import environment
from workers.child import LENGTH, plain_environment, prepare, too_complex
from workers.errors import CvError, ErrorCode, InvalidFile

T = TypeVar("T")

# Ten seconds less what ending a child and starting the next one takes on a busy machine.
DEADLINE = 8.0
MEMORY = 512 * 2**20
USES = 200
START = 30.0
# Every child is one core's worth of work: libraries that would start threads of their own are told so.
ONE_THREAD = {name: "1" for name in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}

_CHUNK = 2**20

_log = logging.getLogger(__name__)


def cores() -> int:
    return len(os.sched_getaffinity(0))


class Pool:
    """`size` children at most, started when first needed. `peak` is the resident memory of the largest child so far, in bytes."""

    def __init__(self, size: int | None = None, *, memory: int = MEMORY, uses: int = USES) -> None:
        self.size, self.memory, self.uses = size or cores(), memory, uses
        self.peak = 0
        self._idle: queue.LifoQueue[Child] = queue.LifoQueue()
        # The thread that starts a child must outlive it: the kernel ends the child with its parent thread.
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="offload")

    async def run(self, function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
        """`function(*args)` in a child. Waiting for a free child does not count against `deadline` (seconds)."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._call, function, args, deadline)

    def call(self, function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
        """The same for code without an event loop."""
        return self._threads.submit(self._call, function, args, deadline).result()

    async def warm(self, *modules: str) -> None:
        """Starts every child and imports `modules` in it, so that no job pays for that."""
        barrier = threading.Barrier(self.size)
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, self._warm, modules, barrier) for _ in range(self.size)))

    def close(self) -> None:
        self._threads.shutdown(wait=True)
        while not self._idle.empty():
            self._idle.get_nowait().end()

    def _warm(self, modules: tuple[str, ...], barrier: threading.Barrier) -> None:
        child = self._take()
        try:
            child.prepare(modules)
            barrier.wait(START)
        finally:
            self._give(child, modules)

    def _call(self, function: Callable[..., T], args: tuple[Any, ...], deadline: float) -> T:
        child, home = self._take(), (_home(function),)
        try:
            child.prepare(home)
            kind, answer = child.ask((function, args), deadline)
        finally:
            self._give(child, home)
        if kind == "result":
            result: T = answer
            return result
        if isinstance(answer, CvError):
            raise answer
        _log.error("offloaded %s failed: %s", getattr(function, "__qualname__", function), answer)
        raise CvError("Something went wrong inside. The operators were told; try another file meanwhile.")

    def _take(self) -> Child:
        while True:
            try:
                child = self._idle.get_nowait()
            except queue.Empty:
                return Child(self.memory)
            if child.is_alive:
                return child
            child.end()

    def _give(self, child: Child, modules: tuple[str, ...]) -> None:
        self.peak = max(self.peak, child.peak)
        if child.is_alive and child.used < self.uses:
            self._idle.put(child)
            return
        child.end()
        with contextlib.suppress(RuntimeError):  # closing: nobody needs another child
            self._threads.submit(self._refill, modules)

    def _refill(self, modules: tuple[str, ...]) -> None:
        """A child is made ready while nobody waits for it: on a busy machine its imports take seconds."""
        if self._idle.qsize() < self.size:
            child = Child(self.memory)
            with contextlib.suppress(CvError):
                child.prepare(modules)
            self._idle.put(child)


class Child:
    """One process that answers questions over two pipes."""

    def __init__(self, memory: int) -> None:
        self.used = self.peak = 0
        self._known: set[str] = set()
        environment = {**plain_environment(), **ONE_THREAD, "PYTHONPATH": os.pathsep.join(part or os.getcwd() for part in sys.path)}
        command = [sys.executable, "-c", f"from workers.child import serve; serve({memory})"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, bufsize=0, close_fds=True
        )
        os.set_blocking(self._in.fileno(), False)
        os.set_blocking(self._out.fileno(), False)

    @property
    def _in(self) -> Any:
        return self._process.stdin

    @property
    def _out(self) -> Any:
        return self._process.stdout

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def prepare(self, modules: tuple[str, ...]) -> None:
        """Waits until the child has started and imported `modules`: no job's deadline pays for that."""
        new = tuple(module for module in modules if module not in self._known)
        if new:
            self.ask((prepare, (new,)), START)
            self._known.update(new)

    def ask(self, question: Any, deadline: float) -> tuple[str, Any]:
        """Raises InvalidFile where the child died or had to be ended."""
        body = pickle.dumps(question, pickle.HIGHEST_PROTOCOL)
        self.used += bool(self._known)
        ends = time.monotonic() + deadline
        try:
            self._send(LENGTH.pack(len(body)) + body, ends)
            return self._answer(self._receive(ends))
        except TimeoutError:
            self.end()
            raise InvalidFile(
                "Reading the file took too long and was ended. Export it as a plain PDF and send that.", ErrorCode.TIMED_OUT
            ) from None
        except (EOFError, BrokenPipeError, ConnectionError):
            raise self._obituary() from None

    def _answer(self, body: bytes) -> tuple[str, Any]:
        kind, answer, self.peak = pickle.loads(body)
        return kind, answer

    def _obituary(self) -> InvalidFile:
        """C++ aborts where no memory is left; every other death is the file's fault."""
        try:
            died_of = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            died_of = 0
        self.end()
        if died_of == -signal.SIGABRT:
            return too_complex()
        return InvalidFile("The file is damaged: reading it broke off. Export it again and send the new file.", ErrorCode.FILE_DAMAGED)

    def _send(self, data: bytes, ends: float) -> None:
        view = memoryview(data)
        while view:
            _wait([], [self._in], ends)
            view = view[os.write(self._in.fileno(), view[:_CHUNK]) :]

    def _receive(self, ends: float) -> bytes:
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size, ends))
        return self._exactly(length, ends)

    def _exactly(self, length: int, ends: float) -> bytes:
        made = bytearray()
        while len(made) < length:
            _wait([self._out], [], ends)
            chunk = os.read(self._out.fileno(), min(length - len(made), _CHUNK))
            if not chunk:
                raise EOFError
            made += chunk
        return bytes(made)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._in.close()
        self._out.close()


def _home(function: Callable[..., Any]) -> str:
    """The module that a function is imported from; a partial is at home where its function is."""
    while isinstance(function, partial):
        function = function.func
    return function.__module__


def _wait(readers: list[Any], writers: list[Any], ends: float) -> None:
    left = ends - time.monotonic()
    if left <= 0 or not any(select.select(readers, writers, [], left)):
        raise TimeoutError


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


def close() -> None:
    with _lock:
        while _shared:
            _shared.pop().close()
