"""What JobZen's endpoints promise: of a CV that comes along with a call nothing is kept, however the call ends.

Marked CVs and ads go through every endpoint of a real server: success, error, oversized, unreadable, killed in the middle. Then
every file under the data and temporary folders is searched (database, write-ahead log, file store, the queue's append-only file,
logs), the rows and the write-ahead log of a PostgreSQL, the values of a Redis, the metrics, and the spans that a collector was sent.
The search is shown to find what is there.
"""

from __future__ import annotations

import asyncio
import base64
import http.server
import io
import os
import re
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import orjson
import pytest
from redis import Redis
from reportlab.pdfgen.canvas import Canvas

from tests.acceptance.server import Server, free_port

MARK = f"Zq{secrets.token_hex(6)}"
CONTROL = f"Ctl{secrets.token_hex(6)}"
CV = f"""{MARK}first {MARK}last
Développeuse Python
{MARK}@example.org
+33 6 39 98 12 34

EXPÉRIENCE
Développeuse, {MARK} SARL, Lyon
janvier 2020 - aujourd'hui
- Chargée de {MARK} en Python

COMPÉTENCES
Python, {MARK}skill
"""
JOB = {"title": f"Développeuse Python {MARK}", "description": f"Python, Kubernetes. {MARK} recrute.", "requirements": [f"{MARK}skill"]}
BODIES: dict[str, dict[str, Any]] = {
    "/api/v1/match": {"job_listings": [{"job_id": "1", **JOB}], "options": {"explain": True}},
    "/api/v1/analyze": {"candidate_ref": f"echo {MARK}"},
    "/api/v1/score": {"job": JOB},
    "/api/v1/coach": {"job": JOB},
}


TOKEN = secrets.token_hex(8)
SPANS: list[bytes] = []


class Collector(http.server.BaseHTTPRequestHandler):
    """Where an operator's spans go; kept in memory, or the search would find them on disk."""

    def do_POST(self) -> None:
        SPANS.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def collector() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory, collector: str) -> Iterator[Server]:
    """A server whose temporary files have a folder of their own."""
    folder = tmp_path_factory.mktemp("zero")
    (folder / "tmp").mkdir()
    extra = {
        "TMPDIR": str(folder / "tmp"),
        "CVGRAPH_LOG_LEVEL": "DEBUG",
        "CVGRAPH_METRICS_TOKEN": TOKEN,
        "CVGRAPH_OPEN_SANDBOX": "1",
        "OTEL_EXPORTER_OTLP_ENDPOINT": collector,
        "OTEL_BSP_SCHEDULE_DELAY": "100",
    }
    running = Server(folder, free_port(), extra=extra)
    running.start()
    yield running
    running.stop()


def pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for number, line in enumerate(CV.splitlines()):
        canvas.drawString(50, 800 - 15 * number, line)
    canvas.save()
    return file.getvalue()


def sources() -> Iterator[tuple[dict[str, Any], tuple[int, ...]]]:
    """What is sent as the CV, and how the call may end."""
    encoded = base64.b64encode(pdf()).decode()
    yield {"cv_text": CV}, (200,)
    yield {"cv_pdf_base64": encoded}, (200,)
    yield {"profile_json": {"skills": ["Python", f"{MARK}skill"], "positions": [f"{MARK} engineer"]}}, (200,)
    yield {"cv_text": CV, "cv_pdf_base64": encoded}, (400,)
    yield {"cv_pdf_base64": f"%%{MARK}"}, (400,)
    yield {"cv_pdf_base64": base64.b64encode(f"%PDF-1.4 {MARK}".encode()).decode()}, (422,)
    yield {"cv_pdf_base64": base64.b64encode(b"\x00\x01" * 99 + MARK.encode()).decode()}, (422,)
    yield {"cv_text": MARK * 100_000}, (413,)
    yield {"cv_pdf_base64": base64.b64encode(MARK.encode() * 1_500_000).decode()}, (413,)
    yield {"cv_url": f"https://127.0.0.1/{MARK}.pdf"}, (400,)
    yield {"candidate_ref": 7, "cv_text": CV}, (200, 400)


def send_everything(client: httpx.Client) -> None:
    for path, rest in BODIES.items():
        for sent, statuses in sources():
            answer = client.post(path, json={**rest, **sent}, headers={"Idempotency-Key": secrets.token_hex(8)})
            assert answer.status_code in statuses, (path, list(sent), answer.status_code)
        assert client.post(path, content=f'{{"cv_text": "{MARK}'.encode()).status_code == 400
        assert client.post(path, json={"cv_text": CV, "job": f"{MARK}", "job_listings": MARK}).status_code in (200, 400)
        assert client.post(f"{path}?q={MARK}", json={**rest, "candidate_ref": f"unknown {MARK}"}).status_code in (400, 404)
        assert client.post(path, json={**rest, "cv_text": CV}, headers={"X-JobZen-Key": MARK}).status_code == 400
    for path, status in (("status", 200), (f"usage?from={MARK}", 400), (f"candidates/{MARK}/profile", 404)):
        assert client.get(f"/api/v1/{path}", params={"note": MARK} if path == "status" else None).status_code == status
    assert client.post("/api/v1/sandbox", json={"cv_text": CV}).status_code == 201


def forms(mark: str) -> list[bytes]:
    """The mark in plain, in UTF-16, in hexadecimal, and at every place of a base64 text."""
    plain = mark.encode()
    shifted = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, mark.encode("utf-16-le"), plain.hex().encode(), *shifted]


def holds(mark: str, data: bytes) -> bool:
    return any(form in data for form in forms(mark))


def found_in(mark: str, folder: Path) -> list[str]:
    pattern = re.compile(b"|".join(re.escape(form) for form in forms(mark)))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if pattern.search(path.read_bytes())]


async def rows(address: str) -> bytes:
    """Every row of a PostgreSQL as text, bytes in hexadecimal."""
    connection = await asyncpg.connect(address)
    try:
        tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        found = [await connection.fetch(f'SELECT t::text FROM "{name["tablename"]}" t') for name in tables]
        return str(found).encode()
    finally:
        await connection.close()


async def written_ahead(address: str) -> Path | None:
    """The folder of the write-ahead log, where this user may read it."""
    connection = await asyncpg.connect(address)
    try:
        folder = Path(await connection.fetchval("SHOW data_directory")) / "pg_wal"
    except asyncpg.InsufficientPrivilegeError:
        return None
    finally:
        await connection.close()
    return folder if os.access(folder, os.R_OK | os.X_OK) else None


def queued(address: str) -> bytes:
    """Every value of a Redis, not compressed as a dump would be."""
    read = {
        b"string": lambda queue, key: queue.get(key),
        b"list": lambda queue, key: queue.lrange(key, 0, -1),
        b"hash": lambda queue, key: queue.hgetall(key),
        b"set": lambda queue, key: queue.smembers(key),
        b"zset": lambda queue, key: queue.zrange(key, 0, -1),
        b"stream": lambda queue, key: queue.xrange(key),
    }
    with Redis.from_url(address) as queue:
        return str([(key, read[kind](queue, key)) for key in queue.scan_iter() if (kind := queue.type(key)) != b"none"]).encode()


def kept(mark: str, server: Server) -> list[str]:
    """Where the mark is: names of files, `database`, `queue`, `metrics`, `spans`."""
    places = found_in(mark, server.data)
    if address := server.environment.get("DATABASE_URL"):
        places += ["database"] * holds(mark, asyncio.run(rows(address)))
        if folder := asyncio.run(written_ahead(address)):
            places += found_in(mark, folder)
    if os.environ.get("REDIS_URL"):
        places += ["queue"] * holds(mark, queued(os.environ["REDIS_URL"]))
    metrics = httpx.get(f"{server.address}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=20)
    assert "cvgraph_request_seconds" in metrics.text
    return places + ["metrics"] * (mark in metrics.text) + ["spans"] * holds(mark, b"".join(SPANS))


def wait_for_spans(*routes: str) -> None:
    for _ in range(100):
        if all(route.encode() in b"".join(SPANS) for route in routes):
            return
        time.sleep(0.1)
    raise AssertionError("the collector did not hear of every route")


def test_nothing_of_a_cv_is_kept(keeping: Server) -> None:
    with keeping.client(keeping.key()) as client:
        send_everything(client)
        assert client.get("/api/v1/usage").json()["total"] > 40
    wait_for_spans(*BODIES, "/api/v1/usage", "/api/v1/sandbox", "/api/v1/candidates/{ref}/profile")
    assert not (places := kept(MARK, keeping)), sorted(set(places))


def test_nothing_is_kept_by_a_server_killed_in_the_middle(keeping: Server) -> None:
    with keeping.client(keeping.key()) as client, pytest.raises(httpx.TimeoutException):
        client.post("/api/v1/coach", json={"cv_text": CV * 200, "job": JOB}, timeout=0.02)
    keeping.stop(9)
    keeping.start()
    assert not (places := kept(MARK, keeping)), sorted(set(places))


@pytest.mark.parametrize("share", [0.5, 1.0], ids=["in the middle of the body", "before the answer"])
def test_nothing_is_kept_where_the_client_goes_away(keeping: Server, share: float) -> None:
    secret = keeping.key()
    for path, rest in BODIES.items():
        body = orjson.dumps({**rest, "cv_text": CV * 50})
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nX-JobZen-Key: {secret}\r\nContent-Length: {len(body)}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", keeping.port)) as wire:
            wire.sendall(head.encode() + body[: int(len(body) * share)])
    with keeping.client(secret) as client:
        assert client.get("/api/v1/status").status_code == 200
    time.sleep(1)
    assert not (places := kept(MARK, keeping)), sorted(set(places))


def test_the_search_finds_what_is_there(keeping: Server) -> None:
    """A ref is kept in the clear and a request id is logged: both are found where they are."""
    (keeping.data / "tmp" / "left.txt").write_bytes(base64.b64encode(f"x{CONTROL}".encode()))
    with keeping.client(keeping.key()) as client:
        query = f'mutation {{ invitationCreate(input: {{ref: "{CONTROL}"}}) {{ userErrors {{ code }} }} }}'
        client.post("/graphql", json={"query": query}, headers={"X-Request-Id": CONTROL})
    # The line is written when the answer is out.
    for _ in range(20):
        if CONTROL in (keeping.data / "server.log").read_text():
            break
        time.sleep(0.25)
    places = kept(CONTROL, keeping)
    assert {"left.txt", "server.log"} <= set(places)
    assert any(place == "database" or place.startswith("cvgraph.sqlite3") for place in places)
    if (address := keeping.environment.get("DATABASE_URL")) and asyncio.run(written_ahead(address)):
        assert any(re.fullmatch("[0-9A-F]{24}", place) for place in places)


@pytest.mark.skipif(
    not os.environ.get("REDIS_URL"), reason="without REDIS_URL the queue is the server's own, and nobody else can write into it"
)
def test_the_search_finds_what_is_in_the_queue() -> None:
    with Redis.from_url(os.environ["REDIS_URL"]) as queue:
        queue.set("control", CONTROL * 20, ex=60)
        queue.hset("control hash", mapping={"a": CONTROL})
        found = queued(os.environ["REDIS_URL"])
        queue.delete("control", "control hash")
    assert found.count(CONTROL.encode()) == 21
