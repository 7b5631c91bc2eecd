"""One folder of migrations for SQLite and PostgreSQL.

aerich writes the SQL of one dialect and a dialect-independent state of the models. `make` runs it offline once per
dialect on scratch copies and merges the bodies: `{"sqlite": ..., "postgres": ...}[dialect]`.
"""

from __future__ import annotations

import asyncio
import contextvars
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
from aerich import Command
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError

from db.connection import config
from db.environment import environment

FOLDER = Path(__file__).parent / "migrations"
DIALECTS = {"sqlite": "sqlite://:memory:", "postgres": "postgres://nobody@127.0.0.1:1/none"}
LOCK = 0x43564752
BODY = re.compile(r"async def (upgrade|downgrade)\(db.*?\) -> str:\n    return \"\"\"(.*?)\"\"\"", re.DOTALL)


async def migrate(url: str | None = None) -> list[str]:
    """Bring the database to the newest form; returns the names of the files that ran.

    A failing script on SQLite keeps its earlier statements, so the file is copied first.
    """
    address = url or environment().database
    path = Path(address.removeprefix("sqlite://")) if address.startswith("sqlite://") else None
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
    # Tortoise keeps its state in a context variable: a task of its own leaves the caller's connections alone.
    return await asyncio.create_task(_upgrade(address, path), context=contextvars.Context())


async def _upgrade(address: str, path: Path | None) -> list[str]:
    async with Command(tortoise_config=config(address), app="models", location=str(FOLDER)) as command, _alone(address):
        if path and path.exists() and path.stat().st_size and not await is_current():
            await asyncio.to_thread(shutil.copyfile, path, path.with_suffix(".before-migration"))
        return list(await command.upgrade(run_in_transaction=True))


@asynccontextmanager
async def _alone(address: str) -> AsyncIterator[None]:
    """Several processes may start at once: on PostgreSQL one migrates and the others wait."""
    if address.startswith("sqlite"):
        yield
        return
    holder = await asyncpg.connect(address.replace("asyncpg://", "postgres://"))
    try:
        await holder.execute(f"SELECT pg_advisory_lock({LOCK})")
        yield
    finally:
        await holder.close()


def make(name: str) -> Path | None:
    """Write the migration from the last one to today's models; None where nothing changed. Errors are aerich's own words."""
    bodies: dict[str, dict[str, str]] = {}
    written: Path | None = None
    with tempfile.TemporaryDirectory() as scratch:
        for dialect, url in DIALECTS.items():
            folder = Path(scratch) / dialect
            shutil.copytree(FOLDER, folder)
            made = _run(name, url, folder)
            if made is None:
                return None
            text = made.read_text()
            bodies[dialect] = {direction: body for direction, body in BODY.findall(text)}
            written = FOLDER / "models" / made.name
        written.parent.mkdir(exist_ok=True)  # type: ignore[union-attr]
        written.write_text(_merged(text, bodies))  # type: ignore[union-attr]
    return written


def _run(name: str, url: str, folder: Path) -> Path | None:
    known = set(folder.glob("models/*.py"))
    code = "import sys, asyncio; from db.migration import _write; asyncio.run(_write(*sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code, name, url, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return next(iter(set(folder.glob("models/*.py")) - known), None)


async def _write(name: str, url: str, folder: str) -> None:
    command = Command(tortoise_config=config(url), app="models", location=folder)
    if not list(Path(folder).glob("models/*.py")):
        await command.init_migrations(safe=True)
        return
    await command.init(offline=True)
    await command.migrate(name=name, no_input=True, offline=True)


def _merged(text: str, bodies: dict[str, dict[str, str]]) -> str:
    def both(found: re.Match[str]) -> str:
        choices = "".join(f'        "{dialect}": """{body[found[1]]}""",\n' for dialect, body in bodies.items())
        head = f"async def {found[1]}(db: BaseDBAsyncClient) -> str:"
        return f"{head}\n    bodies = {{\n{choices}    }}\n    return bodies[db.capabilities.dialect]"

    return BODY.sub(both, text)


async def is_current() -> bool:
    """Whether every migration has run on the connected database."""
    try:
        _, rows = await get_connection("default").execute_query("SELECT version FROM aerich")
    except OperationalError:
        return False
    return {row["version"] for row in rows} >= {file.name for file in FOLDER.glob("models/*.py")}
