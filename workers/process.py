"""The near end of `offload`: one child process, as whoever asks it sees it."""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
import time
from typing import Any

from workers.child import LENGTH, Held, plain_environment, prepare, too_complex
from workers.errors import ErrorCode, InvalidFile, Unavailable

# Imports take three seconds of processor time; on a machine with twenty things to do at once, a minute on the clock.
START = 120.0
# Every child is one core's worth of work: libraries that would start threads of their own are told so.
ONE_THREAD = {name: "1" for name in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}

_CHUNK = 2**20


class Child:
    """One process that answers questions over two pipes."""

    def __init__(self, memory: int) -> None:
        self.used = 0
        self.held = Held()
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

    def knows(self, *modules: str) -> bool:
        return self._known.issuperset(modules)

    def prepare(self, modules: tuple[str, ...]) -> None:
        """Waits until the child has started and imported `modules`: no job's deadline pays for that.

        Raises Unavailable where it does not come to that: no document is at fault.
        """
        new = tuple(module for module in modules if module not in self._known)
        if new:
            try:
                self.ask((prepare, (new,)), START)
            except InvalidFile as error:
                raise Unavailable(
                    "The server has too much to do to read or print this now; try again in a minute", retry_after=60
                ) from error
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
        kind, answer, self.held = pickle.loads(body)
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


def _wait(readers: list[Any], writers: list[Any], ends: float) -> None:
    left = ends - time.monotonic()
    if left <= 0 or not any(select.select(readers, writers, [], left)):
        raise TimeoutError
