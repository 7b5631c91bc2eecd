"""Processes that can be killed at any moment, a receiver that remembers, and the count of what must be there in the end."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from tests.acceptance.server import COMMAND, Server


@dataclass
class Mailbox:
    """Bodies by delivery id, as digests with their JSON; `fail` makes the receiver answer 500 for so many requests."""

    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    read: dict[str, Any] = field(default_factory=dict)
    count: int = 0
    fail: int = 0
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, identity: str, body: bytes) -> int:
        with self.lock:
            self.count += 1
            self.bodies[identity].add(hashlib.sha256(body).hexdigest())
            self.read[identity] = json.loads(body)
            self.fail -= 1
            return 500 if self.fail >= 0 else 200


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = box.take(self.headers["webhook-id"], body)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    box.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Worker:
    """A `cvgraph worker` beside a server, on the same database and queue."""

    server: Server
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with (self.server.data / "worker.log").open("ab") as log:
            self.process = subprocess.Popen([COMMAND, "worker"], env=self.server.environment, stdout=log, stderr=log)

    def stop(self, number: int = signal.SIGTERM) -> int:
        if self.process is None:
            return 0
        self.process.send_signal(number)
        code, self.process = self.process.wait(40), None
        return code


def kill_valkey(data: Path) -> int:
    """End the embedded queue of this data folder, found by its working folder; answers how many were ended."""
    folder, ended = str((data / "queue").absolute()), 0
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and os.readlink(process / "cwd") == folder:
                os.kill(int(process.name), signal.SIGKILL)
                ended += 1
        except OSError:
            continue
    return ended


def graphql(client: httpx.Client, query: str, **variables: Any) -> dict[str, Any]:
    body = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in body, body
    data: dict[str, Any] = body["data"]
    return data


def wait_for(test: Any, seconds: float, every: float = 0.2) -> float:
    """Seconds until `test()` was true; AssertionError after `seconds`."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        try:
            if test():
                return time.monotonic() - began
        except httpx.TransportError:
            pass
        time.sleep(every)
    raise AssertionError(f"not within {seconds} s")


def all_ended(client: httpx.Client, ids: list[str]) -> bool:
    """Whether every task has ended."""
    left = [ids[start : start + 100] for start in range(0, len(ids), 100)]
    for page in left:
        found = graphql(client, "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { status } } }", ids=page)["nodes"]
        if any(each is None or each["status"] != "COMPLETED" for each in found):
            return False
    return True
