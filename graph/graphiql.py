"""GraphiQL for development, served from this machine where `make setup` could fetch it, from its CDN otherwise."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import orjson
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

FOLDER = Path(sys.prefix) / "graphiql" / "node_modules"
REMOTE = re.compile(r"https://unpkg\.com/((?:@[\w-]+/)?[\w.-]+)@[\d.]+/([\w./-]+)")


def page(html: str, secret: str | None) -> str:
    """The page with every script and style from here, as far as it was fetched; their integrity hashes stay.

    `secret` is the sandbox's key, if there is one: whoever opens the explorer of a development server may try it at once.
    """
    local = REMOTE.sub(lambda found: _local(found) or found[0], html)
    headers = orjson.dumps(orjson.dumps({"Authorization": f"Bearer {secret or '<your key>'}"}).decode()).decode()
    return local.replace("React.useState(parameters.headers)", f"React.useState(parameters.headers || {headers})")


def _local(found: re.Match[str]) -> str | None:
    return f"/graphiql/{found[1]}/{found[2]}" if (FOLDER / found[1] / found[2]).is_file() else None


def routes() -> list[BaseRoute]:
    return [Mount("/graphiql", StaticFiles(directory=FOLDER))] if FOLDER.is_dir() else []
