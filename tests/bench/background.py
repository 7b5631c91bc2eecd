"""Background work as a client sees it, on a real server: printing beside bare printing, first progress, a crowd, 500 subscribers.

    python -m tests.bench.background --prints 500 --subscribers 500          embedded
    eval "$(python -m tests.services_at)"; python -m tests.bench.background   PostgreSQL, Redis, one worker

Each figure is printed beside its aim; rates are ratios to the same work without a server in the same run. Printing is measured
with nobody else on the server, and bare printing before and after it: a machine's speed drifts by more than what is measured.
Another account's single CVs are read beside a crowd of their own.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from websockets.asyncio.client import ClientConnection

from graph.sandbox import samples
from tests.acceptance.nothing_lost import Worker, all_ended, graphql, mailbox, wait_for
from tests.acceptance.server import Server, free_port
from tests.acceptance.test_background import BEGIN, HAS_QUEUE, PRIVATE, TEXT, opened
from workers import offload
from workers.cv import to_json
from workers.parsing import parse
from workers.rendering import ResumeSettings, print_cv

TIMES = "query($id: ID!) { task(id: $id) { createdAt startedAt completedAt done total } }"


async def bare(count: int) -> float:
    """PDFs a second where children print one CV and nobody keeps anything."""
    sample = samples()[0]
    kept = to_json(await offload.run(parse, sample.read_bytes(), sample.name, dt.date(2026, 1, 1), deadline=30))
    await asyncio.gather(*(offload.run(print_cv, kept, ResumeSettings(), b"", "", None, deadline=60) for _ in range(4)))
    began = time.perf_counter()
    await asyncio.gather(*(offload.run(print_cv, kept, ResumeSettings(), b"", "", None, deadline=60) for _ in range(count)))
    return count / (time.perf_counter() - began)


def seconds(row: dict[str, str]) -> float:
    ends = [dt.datetime.fromisoformat(row[name]) for name in ("createdAt", "completedAt")]
    return (ends[1] - ends[0]).total_seconds()


@contextmanager
def printer(server: Server, secret: str) -> Iterator[Callable[[int], str]]:
    """Begins so many prints of one CV, told of by webhook when they are done; answers the task's id."""
    sample = samples()[0]
    with mailbox() as box, server.client(secret) as client:
        client.post("/api/webhook", json={"url": box.url, "pdfGenerated": True}).raise_for_status()
        read = client.post("/api/v1/parser", files={"file": (sample.name, sample.read_bytes())}).json()["resumeId"]

        def begin(prints: int) -> str:
            return str(client.post("/api/webhook/generate-pdfs", json=[read] * prints).json()["jobId"])

        yield begin


def throughput(server: Server, secret: str, prints: int) -> None:
    """One account prints, and asks every second whether it is done."""
    before = asyncio.run(bare(prints // 5))
    offload.close()
    with printer(server, secret) as begin, server.client(secret) as client:
        job = begin(prints)
        while (row := graphql(client, TIMES, id=job)["task"])["completedAt"] is None:
            time.sleep(1)
    after = asyncio.run(bare(prints // 5))
    offload.close()
    rate, alone = prints / seconds(row), 2 / (1 / before + 1 / after)
    print(
        f"{prints} PDFs in the background {rate:.2f} a second, bare printing {before:.2f} before and {after:.2f} after: "
        f"{rate / alone:.2f} (aim 0.90)",
        flush=True,
    )


def fairness(server: Server, many: str, one: str, prints: int) -> None:
    """One account prints; meanwhile another's single CVs are read, one after the other."""
    waits: list[float] = []
    with printer(server, many) as begin, server.client(many) as client, server.client(one) as single:
        job = begin(prints)
        while len(waits) < 20 and graphql(client, TIMES, id=job)["task"]["completedAt"] is None:
            mine = graphql(single, BEGIN, f=TEXT)["resumeParse"]["task"]["id"]
            wait_for(lambda mine=mine: all_ended(single, [mine]), 60, 0.1)
            waits.append(seconds(graphql(single, TIMES, id=mine)["task"]))
            time.sleep(0.5)
        graphql(client, "mutation($id: ID!) { taskCancel(id: $id) { userErrors { message } } }", id=job)
    print(
        f"{len(waits)} single CVs of another account beside {prints} PDFs, written to read: "
        f"median {statistics.median(waits):.2f} s, worst {max(waits):.2f} s (aim 2)",
        flush=True,
    )


async def first_signs(server: Server, secret: str, count: int) -> list[float]:
    """Milliseconds from the answer of resumeParse to the first news of its task."""
    waits = []
    socket = await opened(server, secret)
    await _subscribe(socket, "subscription { taskUpdated { id status } }")
    async with httpx.AsyncClient(base_url=server.address, headers={"Authorization": f"ApiKey {secret}"}, timeout=60) as client:
        for _ in range(count):
            sent = time.perf_counter()
            answer = (await client.post("/graphql", json={"query": BEGIN, "variables": {"f": TEXT}})).json()
            answered, identity = time.perf_counter(), answer["data"]["resumeParse"]["task"]["id"]
            async with asyncio.timeout(20):
                while (await _next(socket))["taskUpdated"]["id"] != identity:
                    pass
            waits.append((max(time.perf_counter() - answered, 0.0) * 1000, (time.perf_counter() - sent) * 1000))
            await asyncio.sleep(0.3)
    await socket.close()
    return [wait for wait, _ in waits]


def cpu(server: Server) -> float:
    """Seconds of the server's own process, its children left out."""
    assert server.process
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _subscribe(socket: ClientConnection, query: str, **variables: str) -> None:
    await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": query, "variables": variables}}))


async def _next(socket: ClientConnection) -> dict[str, dict[str, str]]:
    while True:
        message = json.loads(await socket.recv())
        if message["type"] == "next":
            data: dict[str, dict[str, str]] = message["payload"]["data"]
            return data
        await socket.send('{"type": "pong"}')


async def spread(server: Server, secret: str, count: int) -> list[float]:
    """Milliseconds from the first of `count` subscribers to the one who hears last, for each state of one task."""
    sockets: list[ClientConnection] = []
    for _ in range(count):
        sockets.append(await opened(server, secret))
        await _subscribe(sockets[-1], "subscription { taskUpdated { id status done } }")
    await asyncio.sleep(2)
    heard: dict[tuple[str, str], list[float]] = {}

    async def listen(socket: ClientConnection) -> None:
        while True:
            row = (await _next(socket))["taskUpdated"]
            heard.setdefault((row["id"], row["status"]), []).append(time.perf_counter())

    ears = [asyncio.create_task(listen(socket)) for socket in sockets]
    spent = cpu(server)
    async with httpx.AsyncClient(base_url=server.address, headers={"Authorization": f"ApiKey {secret}"}, timeout=60) as client:
        for _ in range(5):
            await client.post("/graphql", json={"query": BEGIN, "variables": {"f": TEXT}})
            await asyncio.sleep(2)
    async with asyncio.timeout(120):
        while sum(len(times) for (_, status), times in heard.items() if status == "COMPLETED") < 5 * count:
            await asyncio.sleep(0.1)
    told = sum(map(len, heard.values()))
    print(f"CPU of the server: {(cpu(server) - spent) / told * 1000:.2f} ms for each of {told} news", flush=True)
    for ear in ears:
        ear.cancel()
    await asyncio.gather(*(socket.close() for socket in sockets), *ears, return_exceptions=True)
    whole = [times for (_, status), times in heard.items() if status == "COMPLETED"]
    assert len(whole) == 5 and all(len(times) == count for times in whole), "somebody did not hear"
    return [(max(times) - min(times)) * 1000 for times in whole]


def main(prints: int, subscribers: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), free_port(), {**PRIVATE, "CVGRAPH_PROCESSES": str(offload.cores())})
        server.start()
        worker = Worker(server)
        if HAS_QUEUE:
            worker.start()
        many, one = server.key("--account", "many"), server.key("--account", "one")
        waits = sorted(asyncio.run(first_signs(server, one, 20)))
        print(
            f"resumeParse answered to first progress: median {statistics.median(waits):.0f} ms, worst {waits[-1]:.0f} ms (aim 100)",
            flush=True,
        )
        lags = asyncio.run(spread(server, one, subscribers))
        print(
            f"{subscribers} subscribers of one server: first to last {statistics.median(lags):.0f} ms, worst {max(lags):.0f} ms (aim 250)",
            flush=True,
        )
        if prints:
            throughput(server, many, prints)
            fairness(server, server.key("--account", "crowd"), one, prints)
        worker.stop()
        server.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prints", type=int, default=500)
    parser.add_argument("--subscribers", type=int, default=500)
    given = parser.parse_args()
    print("PostgreSQL, Redis, one worker" if HAS_QUEUE else "embedded", flush=True)
    main(given.prints, given.subscribers)
