"""`cvgraph parse`: one file, or a folder on all cores, nothing kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from graph.folder import contents, sweep
from graph.rest.cvreader import xml
from workers import exchange, offload
from workers.cv import Cv
from workers.rendering import Privacy, anonymous
from workers.services import resume
from workers.tree import ParserType, tree


async def one(path: Path, parser_type: ParserType, form: str, privacy: Privacy) -> bytes:
    """The file's Cv as `json`, `xml` or `jsonresume`; a file that cannot be read raises CvError."""
    try:
        return hidden(await resume.read(contents(path), path.name), privacy, partial(printed, parser_type=parser_type, form=form))
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
    """One JSON line a file, as they are done; progress and failures on standard error."""
    write = partial(printed, parser_type=parser_type, form="json")

    async def work(file: Path, data: bytes) -> dict[str, Any]:
        return {"result": orjson.loads(hidden(await resume.read(data, file.name), privacy, write))}

    try:
        await sweep(path, "Reading", work, is_named=privacy.is_open)
    finally:
        offload.close()
