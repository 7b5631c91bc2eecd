"""The real thing: `cvgraph serve` in a process of its own, on a port of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.scratch import own_database

COMMAND = str(Path(sys.executable).parent / "cvgraph")


STARTED: list[Server] = []


@dataclass
class Server:
    """`cli` runs a command beside the server on the same data; `process` may be killed and started again.

    Each has a data folder, a master key and, on PostgreSQL, a database of its own: another one's workers leave it alone.
    """

    data: Path
    port: int
    extra: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        if "DATABASE_URL" not in self.extra and (own := own_database(f"server_{self.port}")):
            self.extra = {"DATABASE_URL": own, **self.extra}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "CVGRAPH_DATA": str(self.data), "PORT": str(self.port), "CVGRAPH_PROCESSES": "1", **self.extra}

    def start(self, *options: str) -> None:
        self.spawn(*options)
        self.until_ready()

    def spawn(self, *options: str) -> None:
        STARTED.append(self)
        log = (self.data / "server.log").open("ab")
        with log:
            self.process = subprocess.Popen([COMMAND, "serve", *options], env=self.environment, stdout=log, stderr=log)

    def until_ready(self) -> None:
        assert self.process
        for _ in range(1200):
            if self.process.poll() is not None:
                raise AssertionError((self.data / "server.log").read_text()[-2000:])
            try:
                if httpx.get(f"{self.address}/readyz", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        raise AssertionError("the server did not become ready in two minutes")

    def stop(self, number: int = signal.SIGTERM) -> int:
        if self.process is None:
            return 0
        self.process.send_signal(number)
        code = self.process.wait(60)
        self.process = None
        return code

    def cli(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([COMMAND, *words], env=self.environment, capture_output=True, check=False, timeout=120)

    def key(self, *options: str) -> str:
        made = self.cli("key", "create", "--name", "acceptance", *options)
        assert made.returncode == 0, made.stderr.decode()
        return made.stdout.decode().strip()

    def client(self, secret: str) -> httpx.Client:
        return httpx.Client(base_url=self.address, headers={"Authorization": f"ApiKey {secret}"}, timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session", autouse=True)
def swept() -> Iterator[None]:
    """A failed test leaves its server running: nothing outlives the session."""
    yield
    for server in STARTED:
        if server.process:
            server.stop(signal.SIGKILL)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[Server]:
    """One server for the session, with a worker beside it where REDIS_URL names a queue; tests that kill it start their own."""
    running = Server(folder, free_port())
    running.start("--samples")
    worker = subprocess.Popen([COMMAND, "worker"], env=running.environment) if os.environ.get("REDIS_URL") else None
    yield running
    if worker:
        worker.terminate()
        worker.wait(30)
    running.stop()
