"""Databases that are made for one test, one server or one process of tests, and dropped after the run.

On PostgreSQL each is a copy of the one that DATABASE_URL names, which `tests.services_at` migrated and nobody else opens.
On SQLite every data folder has its own anyway.
"""

from __future__ import annotations

import asyncio
import os
import re
from urllib.parse import urlsplit

import asyncpg

FORM = os.environ.get("DATABASE_URL", "")


def own_database(name: str) -> str | None:
    """The address of a fresh copy called after `name`; None where the run is on SQLite."""
    if not FORM.startswith("postgres"):
        return None
    called = f"{urlsplit(FORM).path[1:]}_{re.sub('[^a-z0-9]', '_', name.lower())}"
    asyncio.run(_copied(called))
    return urlsplit(FORM)._replace(path=f"/{called}").geturl()


async def _copied(called: str) -> None:
    connection = await asyncpg.connect(urlsplit(FORM)._replace(path="/postgres").geturl())
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{called}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{called}" TEMPLATE "{urlsplit(FORM).path[1:]}"')
    finally:
        await connection.close()
