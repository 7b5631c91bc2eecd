"""`cvgraph import`: the CVs of a folder, read on all cores and kept. Run again, it goes on where it was ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.folder import sweep
from workers import offload
from workers.services import account, resume
from workers.services.caller import Caller
from workers.tree import ParserType


async def folder(path: Path, named: str, sandbox: bool, parser_type: ParserType) -> None:
    """Keep every file under `path` for the account of that id or name."""
    try:
        await keep(path, Caller(await account.find(named), sandbox), parser_type)
    finally:
        offload.close()


async def keep(path: Path, caller: Caller, parser_type: ParserType = ParserType.PREMIUM) -> None:
    """The same for a caller: each file in a transaction of its own, one that is known already left alone."""
    met: set[str] = set()

    async def work(file: Path, data: bytes) -> dict[str, Any]:
        digest = resume.digest(caller, data)
        is_twin = digest in met
        met.add(digest)
        if is_twin or await resume.is_known(caller, digest):
            return {"isKnown": True}
        return {"resumeId": str((await resume.parse(caller, data, file.name, parser_type)).id)}

    await sweep(path, "Importing", work)
