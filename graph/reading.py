"""`cvgraph parse`: one file, or a folder on all cores, nothing kept."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click
import orjson

from db.environment import environment
from graph.rest.cvreader import xml
from workers import exchange, offload
from workers.cv import Cv
from workers.errors import CvError, InvalidFile
from workers.rendering import Privacy, anonymous
from workers.services import resume
from workers.services.task import described
from workers.tree import ParserType, tree


async def one(path: Path, parser_type: ParserType, form: str, privacy: Privacy) -> bytes:
    """The file's Cv as `json`, `xml` or `jsonresume`; a file that cannot be read raises CvError."""
    try:
        return hidden(await resume.read(_bytes(path), path.name), privacy, partial(printed, parser_type=parser_type, form=form))
    finally:
        offload.close()


def hidden(cv: Cv, privacy: Privacy, write: Callable[[Cv], bytes]) -> bytes:
    """The Cv written without what is to be hidden. Nothing is kept, so the file's own words name the candidate for good."""
    return anonymous(cv, privacy, (cv.raw_text or "").encode(), write, exchange.leaves)


def printed(cv: Cv, parser_type: ParserType, form: str) -> bytes:
    if form == "xml":
        return xml.dump(tree(cv, parser_type))
    if form == "jsonresume":
        return exchange.export(cv, "json-resume")
    return orjson.dumps(tree(cv, parser_type), option=orjson.OPT_INDENT_2)


async def folder(path: Path, parser_type: ParserType, privacy: Privacy) -> None:
    """One JSON line a file, as they are done; progress on standard error. Anonymised, files go by their number in the order of names."""
    files = sorted(each for each in path.rglob("*") if each.is_file())
    waiting = asyncio.Semaphore(2 * offload.cores())
    names = [str(file.relative_to(path)) for file in files]
    if not privacy.is_open:
        # People name a CV's file after its person.
        names = [f"{number}{file.suffix}" for number, file in enumerate(files, 1)]
    lines = [
        _line(file, name, partial(printed, parser_type=parser_type, form="json"), privacy, waiting)
        for file, name in zip(files, names, strict=True)
    ]
    with click.progressbar(length=len(files), label="Reading", file=sys.stderr) as bar:
        for done in asyncio.as_completed(lines):
            click.echo(orjson.dumps(await done).decode())
            bar.update(1)
    offload.close()


async def _line(file: Path, name: str, write: Callable[[Cv], bytes], privacy: Privacy, waiting: asyncio.Semaphore) -> dict[str, Any]:
    async with waiting:
        try:
            return {"file": name, "result": orjson.loads(hidden(await resume.read(_bytes(file), file.name), privacy, write))}
        except CvError as error:
            return {"file": name, "error": described(error)}
        except OSError as error:
            return {"file": name, "error": described(InvalidFile(f"The file cannot be opened: {error.strerror}"))}


def _bytes(path: Path) -> bytes:
    """Never more of a file than is needed to see that it is too large."""
    with path.open("rb") as file:
        return file.read(environment().upload_limit + 1)
