"""`cvgraph parse`: one file, or a folder on all cores, nothing kept."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import click
import orjson

from db.environment import environment
from graph.rest.cvreader import xml
from workers import exchange, offload
from workers.cv import Cv
from workers.errors import CvError, InvalidFile
from workers.services import resume
from workers.services.task import described
from workers.tree import ParserType, tree


async def one(path: Path, parser_type: ParserType, form: str) -> bytes:
    """The file's Cv as `json`, `xml` or `jsonresume`; a file that cannot be read raises CvError."""
    try:
        return printed(await resume.read(_bytes(path), path.name), parser_type, form)
    finally:
        offload.close()


def printed(cv: Cv, parser_type: ParserType, form: str) -> bytes:
    if form == "xml":
        return xml.dump(tree(cv, parser_type))
    if form == "jsonresume":
        return exchange.export(cv, "json-resume")
    return orjson.dumps(tree(cv, parser_type), option=orjson.OPT_INDENT_2)


async def folder(path: Path, parser_type: ParserType) -> None:
    """One JSON line a file, as they are done; progress on standard error."""
    files = sorted(each for each in path.rglob("*") if each.is_file())
    waiting = asyncio.Semaphore(2 * offload.cores())
    with click.progressbar(length=len(files), label="Reading", file=sys.stderr) as bar:
        for done in asyncio.as_completed([_line(each, path, parser_type, waiting) for each in files]):
            click.echo(orjson.dumps(await done).decode())
            bar.update(1)
    offload.close()


async def _line(file: Path, root: Path, parser_type: ParserType, waiting: asyncio.Semaphore) -> dict[str, Any]:
    name = str(file.relative_to(root))
    async with waiting:
        try:
            return {"file": name, "result": tree(await resume.read(_bytes(file), file.name), parser_type)}
        except CvError as error:
            return {"file": name, "error": described(error)}
        except OSError as error:
            return {"file": name, "error": described(InvalidFile(f"The file cannot be opened: {error.strerror}"))}


def _bytes(path: Path) -> bytes:
    """Never more of a file than is needed to see that it is too large."""
    with path.open("rb") as file:
        return file.read(environment().upload_limit + 1)
