"""The database goes away for a while: requests say so and when to come back, and everything goes on afterwards."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.acceptance.nothing_lost import Worker, all_ended, graphql, wait_for
from tests.acceptance.server import Server, free_port
from tests.acceptance.test_background import BEGIN, HAS_QUEUE, PRIVATE, TEXT
from tests.scratch import FORM, own_database
from tests.stage import CV


class Wire:
    """A TCP wire to the database that can be cut: open connections are reset, new ones refused."""

    def __init__(self, host: str, port: int) -> None:
        self.target, self.port = (host, port), free_port()
        self.open: list[socket.socket] = []
        self.listener: socket.socket | None = None

    def join(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self) -> None:
        listener, self.listener = self.listener, None
        for each in [*([listener] if listener else []), *self.open]:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self.open.clear()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(self.target)
                self.open += [near, far]
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        for each in (source, sink):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextmanager
def wired() -> Iterator[tuple[Wire, str]]:
    parts = urlsplit(own_database("outage") or "")
    wire = Wire(parts.hostname or "127.0.0.1", parts.port or 5432)
    wire.join()
    try:
        yield wire, parts._replace(netloc=f"{parts.username}:{parts.password or ''}@127.0.0.1:{wire.port}").geturl()
    finally:
        wire.cut()


@pytest.mark.skipif(not FORM.startswith("postgres"), reason="SQLite is a file: there is no wire to cut")
def test_a_database_that_is_gone_comes_back(tmp_path: Path) -> None:
    outage(tmp_path, 5)


def outage(folder: Path, seconds: float) -> float:
    """The database is out of reach for so long; answers how many seconds afterwards everything begun before had ended.

    One worker works before, and one is started while there is no database: it waits for it.
    """
    with wired() as (wire, url):
        server = Server(folder, free_port(), {**PRIVATE, "DATABASE_URL": url})
        server.start()
        worker, late = Worker(server), Worker(server)
        if HAS_QUEUE:
            worker.start()
        with server.client(server.key("--account", "outage")) as client:
            before = [graphql(client, BEGIN, f=TEXT)["resumeParse"]["task"]["id"] for _ in range(5)]
            wire.cut()
            if HAS_QUEUE:
                late.start()
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                refused(client)
                time.sleep(1)
            wire.join()
            back = time.monotonic()
            wait_for(lambda: client.get("/readyz").status_code == 200, 60)
            after = graphql(client, BEGIN, f=TEXT)["resumeParse"]["task"]["id"]
            wait_for(lambda: all_ended(client, [*before, after]), 180)
        assert late.stop() == 0
        assert worker.stop() == 0
        server.stop()
    return time.monotonic() - back


def refused(client: httpx.Client) -> None:
    """Every door says that it is not our fault and when to come back."""
    asked = [client.get("/api/webhook"), client.get("/api/v1/status"), client.post("/graphql", json={"query": "{ viewer { tier } }"})]
    for answer in (*asked, client.post("/api/v1/parser", files={"file": ("cv.txt", CV)})):
        assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert client.get("/healthz").status_code == 200 and client.get("/readyz").status_code == 503
