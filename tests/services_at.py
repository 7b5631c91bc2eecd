"""Finds PostgreSQL and Redis, migrates a database that tests copy, and prints the environment of the second test run.

eval "$(python -m tests.services_at)"        exit 1 where one of them does not answer
python -m tests.services_at --drop           drop that database and its copies again
"""

from __future__ import annotations

import asyncio
import os
import sys
from urllib.parse import urlsplit

import asyncpg
from redis.asyncio import Redis
from redis.exceptions import RedisError

from db.migration import migrate

POSTGRES = ("postgres://postgres@127.0.0.1:5432/postgres", "postgres://root@127.0.0.1:5432/postgres")
REDIS = "redis://127.0.0.1:6379/9"
SCRATCH = os.environ.get("CVGRAPH_TEST_DATABASE", "cvgraph_test")


async def postgres() -> str | None:
    for address in filter(None, (os.environ.get("CVGRAPH_TEST_POSTGRES"), *POSTGRES)):
        try:
            connection = await asyncpg.connect(address, timeout=3)
        except (OSError, asyncpg.PostgresError, TimeoutError):
            continue
        form = urlsplit(address)._replace(path=f"/{SCRATCH}").geturl()
        await _drop(connection)
        if "--drop" not in sys.argv:
            await connection.execute(f"CREATE DATABASE {SCRATCH}")
            await migrate(form)
        await connection.close()
        return form
    return None


async def _drop(connection: asyncpg.Connection) -> None:
    there = await connection.fetch("SELECT datname FROM pg_database")
    for name in sorted(row["datname"] for row in there):
        if name == SCRATCH or name.startswith(f"{SCRATCH}_"):
            await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def redis() -> str | None:
    address = os.environ.get("CVGRAPH_TEST_REDIS", REDIS)
    try:
        async with Redis.from_url(address, socket_connect_timeout=3) as client:
            await client.flushdb()
    except (OSError, RedisError):
        return None
    return address


async def main() -> int:
    database, queue = await postgres(), await redis()
    if not database or not queue:
        return 1
    if "--drop" not in sys.argv:
        print(f"export DATABASE_URL={database} REDIS_URL={queue}")
    return 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
