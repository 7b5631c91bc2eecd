"""Hostile files through a real server: `cvgraph serve` in a process of its own, every bomb sent to REST row 1.

    python -m tests.bench.hostile_server [--only WORD]

Each bomb must end in a Cv or in an error for people within the time, a refused file must leave nothing behind, and the
server must read an honest CV right afterwards. Ends with 1 where one of these was broken, or our other server was called.
"""

from __future__ import annotations

import argparse
import http.server
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx

from tests.acceptance.server import Server, free_port
from tests.bench.bombs import bombs
from tests.bench.hostile import SECONDS, Silent

HONEST = b"Camille Exemple\ncamille@example.org\nExperience\n2019 - 2021 Nurse, Ward of Examples\n"
COUNT = "{ resumes(first: 1) { totalCount } }"
CLEAR = (400, 413, 415, 422, 503)


class Answer(NamedTuple):
    name: str
    status: int
    code: str
    seconds: float
    next_seconds: float
    fault: str


def ask(client: httpx.Client, name: str, data: bytes) -> Answer:
    before = _kept(client)
    began = time.monotonic()
    answer = client.post("/api/v1/parser", files={"file": ("cv", data)})
    seconds = time.monotonic() - began
    after = _kept(client)
    began = time.monotonic()
    honest = client.post("/api/v1/parser", files={"file": ("cv.txt", HONEST)})
    waited = time.monotonic() - began
    return Answer(name, answer.status_code, _code(answer), seconds, waited, "; ".join(_faults(answer, seconds, after - before, honest)))


def _kept(client: httpx.Client) -> int:
    answer = client.post("/graphql", json={"query": COUNT}).json()
    return int(answer["data"]["resumes"]["totalCount"])


def _code(answer: httpx.Response) -> str:
    body = answer.json() if answer.headers.get("content-type", "").startswith("application/json") else {}
    return str(body.get("code") or body.get("error") or body.get("documentType") or "")


def _faults(answer: httpx.Response, seconds: float, more: int, honest: httpx.Response) -> Iterator[str]:
    if answer.status_code != 200 and answer.status_code not in CLEAR:
        yield f"status {answer.status_code}"
    if answer.status_code != 200 and len(answer.text) < 20:
        yield "an error without words"
    if more != (answer.status_code == 200):
        yield f"{more} kept after status {answer.status_code}"
    if seconds > SECONDS:
        yield f"{seconds:.1f} s"
    if honest.status_code != 200:
        yield f"an honest CV afterwards: {honest.status_code}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="bombs whose name holds this")
    chosen = options.parse_args()
    outside = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    threading.Thread(target=outside.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        answers, written = _all(Path(folder), f"http://127.0.0.1:{outside.server_port}/", chosen.only)
    outside.shutdown()
    faults = [f"{each.name}: {each.fault}" for each in answers if each.fault]
    faults += [f"our other server was called {Silent.calls} times"] * bool(Silent.calls) + [f"left in TMPDIR: {written[:5]}"] * bool(
        written
    )
    print("\n".join([*_report(answers), *(f"FAULT {fault}" for fault in faults)]))
    sys.exit(1 if faults else 0)


def _all(folder: Path, address: str, only: str) -> tuple[list[Answer], list[str]]:
    """Every bomb answered, and what the server left in its folder for temporary files."""
    (folder / "tmp").mkdir()
    server = Server(folder, free_port(), extra={"TMPDIR": str(folder / "tmp")})
    server.start()
    try:
        with server.client(server.key()) as client:
            answers = [ask(client, name, make()) for name, make in bombs(address) if only in name]
    finally:
        server.stop()
    return answers, [path.name for path in (folder / "tmp").rglob("*") if path.is_file()]


def _report(answers: list[Answer]) -> Iterator[str]:
    read = sum(each.status == 200 for each in answers)
    worst = max(each.seconds for each in answers)
    yield f"{len(answers)} bombs: {read} read, {len(answers) - read} refused with an error, worst {worst:.1f} s"
    yield f"an honest CV right afterwards: worst {max(each.next_seconds for each in answers):.1f} s"
    slowest = sorted(answers, key=lambda each: -each.seconds)[:6]
    yield "slowest: " + "; ".join(f"{each.name} {each.seconds:.1f} s {each.status} {each.code}" for each in slowest)


if __name__ == "__main__":
    main()
