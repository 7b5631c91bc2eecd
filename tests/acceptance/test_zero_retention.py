"""What JobZen's endpoints promise: of a CV that comes along with a call nothing is kept, however the call ends.

Marked CVs go through every endpoint of a real server: success, error, oversized, unreadable, killed in the middle. Then every
file under the data and temporary folders is searched (database, write-ahead log, file store, the queue's append-only file, logs),
the rows of a PostgreSQL, the keys of a Redis, the metrics. The search is shown to find what is there.
"""

from __future__ import annotations

import asyncio
import base64
import io
import os
import re
import secrets
import socket
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
JOB = {"title": "Développeuse Python", "description": "Python, Kubernetes"}
BODIES: dict[str, dict[str, Any]] = {
    "/api/v1/match": {"job_listings": [{"job_id": "1", **JOB}], "options": {"explain": True}},
    "/api/v1/analyze": {"candidate_ref": "echo"},
    "/api/v1/score": {"job": JOB},
    "/api/v1/coach": {"job": JOB},
}


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose temporary files have a folder of their own."""
    folder = tmp_path_factory.mktemp("zero")
    (folder / "tmp").mkdir()
    running = Server(folder, free_port(), extra={"TMPDIR": str(folder / "tmp"), "CVGRAPH_LOG_LEVEL": "DEBUG"})
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


def forms(mark: str) -> list[bytes]:
    """The mark in plain, in UTF-16, in hexadecimal, and at every place of a base64 text."""
    plain = mark.encode()
    shifted = [base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, mark.encode("utf-16-le"), plain.hex().encode(), *shifted]


def found_in(mark: str, folder: Path) -> list[str]:
    pattern = re.compile(b"|".join(re.escape(form) for form in forms(mark)))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if pattern.search(path.read_bytes())]


async def _rows(address: str) -> str:
    connection = await asyncpg.connect(address)
    try:
        tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows = [await connection.fetch(f'SELECT t::text FROM "{name["tablename"]}" t') for name in tables]
        return str(rows)
    finally:
        await connection.close()


def kept(mark: str, server: Server) -> list[str]:
    """Where the mark is: names of files, `database`, `queue`, `metrics`."""
    places = found_in(mark, server.data)
    if address := server.environment.get("DATABASE_URL"):
        places += ["database"] * (mark in asyncio.run(_rows(address)))
    if os.environ.get("REDIS_URL"):
        with Redis.from_url(os.environ["REDIS_URL"]) as queue:
            values = b"".join(key + (queue.dump(key) or b"") for key in queue.scan_iter())
            places += ["queue"] * (mark.encode() in values)
    metrics = httpx.get(f"{server.address}/metrics", timeout=20)
    return places + ["metrics"] * (mark in metrics.text)


def test_nothing_of_a_cv_is_kept(keeping: Server) -> None:
    with keeping.client(keeping.key()) as client:
        send_everything(client)
        assert client.get("/api/v1/usage").json()["total"] > 40
    assert kept(MARK, keeping) == []


def test_nothing_is_kept_by_a_server_killed_in_the_middle(keeping: Server) -> None:
    with keeping.client(keeping.key()) as client, pytest.raises(httpx.TimeoutException):
        client.post("/api/v1/coach", json={"cv_text": CV * 200, "job": JOB}, timeout=0.02)
    keeping.stop(9)
    keeping.start()
    assert kept(MARK, keeping) == []


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
    assert kept(MARK, keeping) == []


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
