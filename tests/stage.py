"""Fixtures of everything that needs a database: a fresh account for each test on the one database of the run.

DATABASE_URL names a PostgreSQL for the second run, of which each process of tests has a copy; without it its own SQLite file.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from tortoise.connection import get_connection

from db.connection import connected
from db.environment import Environment, environment
from db.files import store
from db.migration import migrate
from db.secrets import master
from tests.scratch import own_database
from workers import offload, queue
from workers.services import account, api_key
from workers.services.caller import Caller

NAME = "Camille Exemple"
CV = f"""{NAME}
Développeuse Python
camille.exemple@example.org
+33 6 39 98 12 34
69003 Lyon, France

EXPÉRIENCE PROFESSIONNELLE

Développeuse Python, Atelier Fictif, Lyon
janvier 2020 - aujourd'hui
- Services web en Python et PostgreSQL
- Déploiement continu avec Docker

FORMATION

Master Informatique, Université Imaginaire, 2017 - 2019

COMPÉTENCES

Python, PostgreSQL, Docker

LANGUES

Français : langue maternelle
Anglais : C1
""".encode()


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of the run, migrated once."""
    folder = tmp_path_factory.mktemp("data")
    os.environ["CVGRAPH_DATA"] = str(folder)
    if own := own_database(os.environ.get("PYTEST_XDIST_WORKER", "one")):
        os.environ["DATABASE_URL"] = own
    # Receivers of webhooks and feeds in tests listen on loopback.
    os.environ["CVGRAPH_ALLOW_PRIVATE_TARGETS"] = "1"
    for cached in (environment, store, master):
        cached.cache_clear()
    asyncio.run(migrate())
    yield folder
    offload.close()


@pytest_asyncio.fixture
async def database(data: Path) -> AsyncIterator[Path]:
    async with connected():
        yield data
        await queue.close()


@pytest_asyncio.fixture
async def caller(database: Path) -> Caller:
    return await fresh_caller()


@pytest_asyncio.fixture
async def stranger(database: Path) -> Caller:
    """Another account: whatever is `caller`'s must not exist for it."""
    return await fresh_caller()


async def fresh_caller(sandbox: bool = False) -> Caller:
    key, _ = await api_key.create(owner := await account.create("Agence Fictive"), "test", sandbox=sandbox)
    return Caller(owner, sandbox, key)


async def secret_for(caller: Caller) -> str:
    _, secret = await api_key.create(caller.account, "door", sandbox=caller.sandbox)
    return secret


@pytest_asyncio.fixture
async def client(caller: Caller) -> AsyncIterator[httpx.AsyncClient]:
    """The app without a network, with the key of `caller`."""
    async with visitor(await secret_for(caller)) as opened:
        yield opened


@pytest_asyncio.fixture
async def intruder(stranger: Caller) -> AsyncIterator[httpx.AsyncClient]:
    """The app with the key of `stranger`."""
    async with visitor(await secret_for(stranger)) as opened:
        yield opened


@cache
def _app(settings: Environment) -> Starlette:
    """Built once for the same settings: of what an app remembers, the rates are counted by key, and every test has its own."""
    from graph.app import build_app

    return build_app()


def visitor(secret: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(_app(environment()))
    return httpx.AsyncClient(transport=transport, base_url="http://test", headers={"Authorization": f"ApiKey {secret}"})


async def statements_of(work: Awaitable[object]) -> list[str]:
    """The SQL that reads while `work` is done."""
    seen: list[str] = []
    kind = type(get_connection("default"))
    with pytest.MonkeyPatch.context() as patched:
        for name in ("execute_query", "execute_query_dict"):
            original = getattr(kind, name)

            async def counted(self: Any, sql: str, *args: Any, _original: Any = original, **kwargs: Any) -> Any:
                seen.append(sql)
                return await _original(self, sql, *args, **kwargs)

            patched.setattr(kind, name, counted)
        await work
    return seen
