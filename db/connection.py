"""Opening and closing the database: SQLite or PostgreSQL, one dialect per process."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from db.environment import environment

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

MODELS = ["db.models", "aerich.models"]
SQLITE = {"journal_mode": "WAL", "synchronous": "NORMAL", "busy_timeout": 20000, "cache_size": -32768, "temp_store": "MEMORY"}
# Seconds to wait for a connection. Where nothing refuses it (a cable, a firewall) the default waits a minute.
PATIENCE = 10.0

__all__ = ["config", "connected", "dialect", "get_connection", "in_transaction", "is_reachable", "run", "run_many"]


def config(url: str | None = None) -> dict[str, Any]:
    """Tortoise's configuration for `sqlite://path` or `postgres://...`; anything else raises ValueError."""
    return {
        "connections": {"default": _connection(url or environment().database)},
        "apps": {"models": {"models": MODELS, "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


def _connection(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {"engine": "db.sqlite_immediate", "credentials": {"file_path": url.removeprefix("sqlite://"), **SQLITE}}
    if parts.scheme in ("postgres", "postgresql", "asyncpg"):
        credentials = {
            "host": parts.hostname or "127.0.0.1",
            "port": parts.port or 5432,
            "user": unquote(parts.username or "postgres"),
            "password": unquote(parts.password or "") or None,
            "database": parts.path.lstrip("/") or "cvgraph",
            "minsize": 1,
            "maxsize": 10,
            "timeout": PATIENCE,
        }
        return {"engine": "tortoise.backends.asyncpg", "credentials": credentials}
    raise ValueError(f"DATABASE_URL must start with sqlite:// or postgres://, not '{parts.scheme}://'")


@asynccontextmanager
async def connected(url: str | None = None) -> AsyncIterator[None]:
    """The database for as long as the block runs. Requests run in other tasks than the server's start: hence the fallback."""
    await Tortoise.init(config=config(url), _enable_global_fallback=True)
    try:
        yield
    finally:
        await Tortoise.close_connections()


def dialect() -> str:
    return str(get_connection("default").capabilities.dialect)


async def run(statement: str, *values: Any) -> tuple[int, Sequence[Any]]:
    """One statement with `?` for its values, in either dialect: how many rows it touched, and those it read.

    For the few statements that every call makes: the object mapper needs five times as long to say the same.
    """
    if dialect() == "postgres":
        return await get_connection("default").execute_query(_numbered(statement), list(values))
    return await get_connection("default").execute_query(statement, [_plain(value) for value in values])


async def run_many(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """The same statement for each row, all of them or none."""
    if dialect() == "postgres":
        await get_connection("default").execute_many(_numbered(statement), [list(row) for row in rows])
    else:
        await get_connection("default").execute_many(statement, [[_plain(value) for value in row] for row in rows])


@cache
def _numbered(statement: str) -> str:
    numbers = count(1)
    return re.sub(r"\?", lambda _: f"${next(numbers)}", statement)


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, dt.date) else str(value) if isinstance(value, UUID) else value


async def is_reachable() -> bool:
    try:
        async with asyncio.timeout(3):
            await get_connection("default").execute_query("SELECT 1")
    except (OperationalError, OSError, TimeoutError):
        return False
    return True
