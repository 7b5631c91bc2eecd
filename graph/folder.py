"""A folder of files on the command line: all cores, a JSON line a file as each is done, progress and what failed on standard error."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import click
import orjson

from db.environment import environment
from workers import offload
from workers.errors import CvError, InvalidFile
from workers.services.task import described

# What a terminal shows without scrolling; the lines themselves name every failure.
SHOWN = 15

Work = Callable[[Path, bytes], Awaitable[dict[str, Any]]]


async def sweep(root: Path, label: str, work: Work, *, is_named: bool = True) -> None:
    """Print `{"file": ..., **await work(file, data)}` for every file under `root`, or `{"file": ..., "error": ...}`.

    Where `is_named` is false, files go by their number in the order of names.
    """
    files = sorted(each for each in root.rglob("*") if each.is_file())
    # People name a CV's file after its person.
    names = [str(file.relative_to(root)) if is_named else f"{number}{file.suffix}" for number, file in enumerate(files, 1)]
    waiting = asyncio.Semaphore(2 * offload.cores())
    failed: list[tuple[str, dict[str, Any]]] = []
    with click.progressbar(length=len(files), label=label, file=sys.stderr) as bar:
        for done in asyncio.as_completed([_line(file, name, work, waiting) for file, name in zip(files, names, strict=True)]):
            line = await done
            click.echo(orjson.dumps(line).decode())
            if "error" in line:
                failed.append((line["file"], line["error"]))
            bar.update(1)
    click.echo(summary(len(files), failed), err=True)


async def _line(file: Path, name: str, work: Work, waiting: asyncio.Semaphore) -> dict[str, Any]:
    async with waiting:
        try:
            return {"file": name, **await work(file, contents(file))}
        except CvError as error:
            return {"file": name, "error": described(error)}
        except OSError as error:
            return {"file": name, "error": described(InvalidFile(f"The file cannot be opened: {error.strerror}"))}


def summary(files: int, failed: list[tuple[str, dict[str, Any]]]) -> str:
    head = f"{files - len(failed):,} of {files:,} files done"
    if not failed:
        return head
    lines = [f"  {name}: {error['message']} [{error['code']}]" for name, error in sorted(failed)[:SHOWN]]
    more = [f"  and {len(failed) - SHOWN:,} more"] if len(failed) > SHOWN else []
    return "\n".join([f"{head}, {len(failed):,} failed:", *lines, *more])


def contents(path: Path) -> bytes:
    """Never more of a file than is needed to see that it is too large."""
    with path.open("rb") as file:
        return file.read(environment().upload_limit + 1)
