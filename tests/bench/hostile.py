"""Hostile and broken files through the reader: every one ends in a Cv or in a clear error, in time and within memory.

    python -m tests.bench.hostile [--mutants 1000] [--seed 1] [--only WORD]

Mutants are small files of every kind with bytes, tags and numbers changed; bombs are made by hand (`bombs.py`). All go
through `workers.parsing.parse` in a child of `workers.offload`. Prints how they ended, the worst times and the memory; ends
with 1 where a limit was broken, an error was not one for people, a file was written or our server was called.
"""

from __future__ import annotations

import argparse
import datetime as dt
import http.server
import io
import os
import random
import re
import sys
import tempfile
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tests.bench.bombs import bombs
from tests.parsing.made import archive, docx, odt, p, pdf, table
from workers import offload
from workers.cv import Cv
from workers.errors import CvError, ErrorCode
from workers.parsing import parse

SECONDS, MEGABYTES = 10.0, 512
LINES = (
    "Camille Exemple",
    "camille@example.org 06 39 98 00 01 Nantes",
    "Expérience professionnelle",
    "janv. 2019 - aujourd'hui Infirmière, Clinique du Ponant Imaginaire",
    "Formation",
    "2015 - 2018 Diplôme d'État d'infirmier",
    "Compétences : soins, tri, écoute",
    "Langues : anglais B2",
)


class End(NamedTuple):
    name: str
    kind: str
    seconds: float
    outcome: str


class Silent(http.server.BaseHTTPRequestHandler):
    calls = 0

    def do_GET(self) -> None:
        type(self).calls += 1
        self.send_response(200)
        self.end_headers()

    do_HEAD = do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: calls are counted."""


# -- mutants


def seeds() -> dict[str, bytes]:
    paragraphs = "".join(map(p, LINES))
    cells = table(*((p(line[:6]), p(line)) for line in LINES), widths=(2000, 7000))
    rtf = (
        "{\\rtf1\\ansi\\ansicpg1252 "
        + "\\par ".join(LINES).encode("cp1252").decode("latin-1")
        + "\\trowd\\cellx900\\pard\\intbl a\\cell\\row}"
    )
    html = "<html><style>.a{font-size:20px}</style><h1 class=a>" + "</h1><table><tr><td>x<td>".join(LINES) + "</table><ul><li>fin</ul>"
    return {
        "PDF": pdf(LINES, LINES[::-1]),
        "DOCX": docx(paragraphs + cells, styles='<w:style w:styleId="A"><w:name w:val="heading 1"/></w:style>', header1=p("haut")),
        "RTF": rtf.encode("latin-1"),
        "ODT": odt(
            "".join(f"<text:p>{line}</text:p>" for line in LINES)
            + "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
        ),
        "HTML": html.encode(),
    }


def mutants(count: int, chance: random.Random) -> Iterator[tuple[str, str, bytes]]:
    kinds = list(seeds().items())
    for number in range(count):
        kind, data = kinds[number % len(kinds)]
        if kind in ("DOCX", "ODT") and chance.random() < 0.7:
            changed = _inside(data, chance)
        else:
            changed = _mutated(data, chance)
        yield f"mutant {number}", kind, changed


def _inside(data: bytes, chance: random.Random) -> bytes:
    """The parts of an archive changed, the archive whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name in chance.sample(sorted(parts), min(2, len(parts))):
        parts[name] = _mutated(parts[name], chance)
    return archive(parts)


def _mutated(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(CHANGES)(data, chance)
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.3 else _without(data, chance)


def _without(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randint(1, 200) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randint(1, 300)]
    return data[:start] + piece * chance.choice((2, 20, 500)) + data[start:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Numbers become those that programs stumble over."""
    value = chance.choice((b"-1", b"0", b"2147483648", b"99999999999999999999", b"1e308", b"NaN", b"0.0000001", b""))
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + value + data[one.end() :]


def _swap(data: bytes, chance: random.Random) -> bytes:
    """Two tags or words change places."""
    found = list(re.finditer(rb"<[^<>]{1,200}>|\\[a-z]+|\b\w+\b", data))
    if len(found) < 2:
        return data
    one, two = sorted(chance.sample(found, 2), key=lambda each: each.start())
    return data[: one.start()] + two[0] + data[one.end() : two.start()] + one[0] + data[two.end() :]


PARSE = partial(parse, today=dt.date(2026, 11, 1))
CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _without, _repeat, _number, _swap)


# -- the run


def run(pool: offload.Pool, name: str, kind: str, data: bytes) -> End:
    """The time runs from where a child is free: the file before may have cost one, and a server has several."""
    pool.call(PARSE, b"Camille Exemple", "free.txt", deadline=60)
    began = time.monotonic()
    try:
        answer = pool.call(PARSE, data, name, deadline=offload.DEADLINE)
        outcome = "Cv" if isinstance(answer, Cv) else "no Cv"
    except CvError as error:
        outcome = str(error.code)
    return End(name, kind, time.monotonic() - began, outcome)


def faults(ends: list[End], peak: int, written: list[str], calls: int) -> Iterator[str]:
    for end in ends:
        if end.seconds > SECONDS:
            yield f"{end.name}: {end.seconds:.1f} s"
        if end.outcome in (ErrorCode.INTERNAL, "no Cv"):
            yield f"{end.name} ({end.kind}): {end.outcome}"
    if peak > MEGABYTES * 2**20:
        yield f"memory: {peak // 2**20} MB"
    if written:
        yield f"files written: {written[:5]}"
    if calls:
        yield f"our server was called {calls} times"


def report(ends: list[End], peak: int) -> Iterator[str]:
    for kind in sorted({end.kind for end in ends}):
        mine = [end for end in ends if end.kind == kind]
        counts = ", ".join(f"{outcome} {count}" for outcome, count in Counter(end.outcome for end in mine).most_common())
        yield f"{kind:6s} {len(mine):5d} files, worst {max(end.seconds for end in mine):5.2f} s: {counts}"
    yield "slowest: " + "; ".join(
        f"{end.name} {end.seconds:.1f} s {end.outcome}" for end in sorted(ends, key=lambda each: -each.seconds)[:8]
    )
    yield f"{len(ends)} files, largest process {peak / 2**20:.0f} MB"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--mutants", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="bombs whose name holds this, no mutants")
    chosen = options.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder
        ends, peak = _all(chosen, f"http://127.0.0.1:{server.server_port}/")
        written = os.listdir(folder)
    server.shutdown()
    found = list(faults(ends, peak, written, Silent.calls))
    print("\n".join([*report(ends, peak), *(f"FAULT {fault}" for fault in found[:20])]))
    sys.exit(1 if found else 0)


def _all(chosen: argparse.Namespace, address: str) -> tuple[list[End], int]:
    pool = offload.Pool(1, memory=MEGABYTES * 2**20)
    pool.call(PARSE, b"Camille Exemple", "warm.txt", deadline=60)
    ends = []
    for name, make in bombs(address):
        if chosen.only in name:
            ends.append(run(pool, name, "bomb", make()))
            if chosen.only:
                print(ends[-1], f"{pool.peak / 2**20:.0f} MB")
    if not chosen.only:
        ends += [run(pool, name, kind, data) for name, kind, data in mutants(chosen.mutants, random.Random(chosen.seed))]
    pool.close()
    return ends, pool.peak


if __name__ == "__main__":
    main()
