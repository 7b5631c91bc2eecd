"""Background work against real processes: progress arrives, nothing waits behind a crowd, nothing is lost, nothing is cut."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from redis import Redis
from websockets.asyncio.client import ClientConnection, connect

from graph.sandbox import samples
from tests.acceptance import use_case
from tests.acceptance.nothing_lost import Mailbox, Worker, all_ended, graphql, kill_valkey, mailbox, wait_for
from tests.acceptance.server import COMMAND, Server, free_port
from tests.stage import CV
from workers import offload

PRIVATE = {"CVGRAPH_ALLOW_PRIVATE_TARGETS": "1", "CVGRAPH_RATE_LIMIT": "100000"}
# A bound for what must happen at all, seconds: a machine may be busy with other tests.
PATIENCE = 120
HAS_QUEUE = bool(os.environ.get("REDIS_URL"))
TEXT = base64.b64encode(CV).decode()
BEGIN = 'mutation($f: String!) { resumeParse(input: {base64: $f, fileName: "cv.txt", wait: false}) { task { id } userErrors { message } } }'
WHOLE = "query($id: ID!) { task(id: $id) { done startedAt completedAt items(first: 100) { nodes { completedAt } } } }"
PROGRESS = "subscription($id: ID!) { taskProgress(id: $id) { id status conclusion done total attempts } }"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may call loopback; with REDIS_URL a worker beside it."""
    server = Server(tmp_path_factory.mktemp("background"), free_port(), dict(PRIVATE))
    server.start()
    worker = Worker(server)
    if HAS_QUEUE:
        worker.start()
    yield server
    worker.stop()
    server.stop()


@pytest.fixture(scope="module")
def key(site: Server) -> str:
    return site.key("--account", "background")


@pytest.fixture(scope="module")
def other(site: Server) -> str:
    """The key of another account."""
    return site.key("--account", "other")


async def opened(site: Server, secret: str) -> ClientConnection:
    socket = await connect(f"ws://127.0.0.1:{site.port}/graphql", subprotocols=["graphql-transport-ws"])  # type: ignore[list-item]
    await socket.send(json.dumps({"type": "connection_init", "payload": {"Authorization": f"ApiKey {secret}"}}))
    assert json.loads(await socket.recv())["type"] == "connection_ack"
    return socket


async def subscribed(socket: ClientConnection, query: str, **variables: Any) -> AsyncIterator[dict[str, Any]]:
    await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": query, "variables": variables}}))
    while True:
        async with asyncio.timeout(PATIENCE):
            message = json.loads(await socket.recv())
        if message["type"] == "ping":
            await socket.send('{"type": "pong"}')
        elif message["type"] == "next":
            yield message["payload"]
        elif message["type"] == "error":
            yield {"errors": message["payload"]}
            return
        else:
            return


async def streamed(site: Server, secret: str, query: str, begun: asyncio.Event) -> str:
    """Everything that server-sent events bring until the server ends them; `begun` is set when it has begun to answer."""
    headers = {"Authorization": f"ApiKey {secret}", "Accept": "text/event-stream"}
    async with httpx.AsyncClient(base_url=site.address, headers=headers, timeout=PATIENCE) as client:
        async with client.stream("POST", "/graphql", json={"query": query}) as answer:
            begun.set()
            return (await answer.aread()).decode()


def batch(client: httpx.Client, count: int) -> str:
    files = [("0", ("cv.txt", CV)) for _ in range(count)]
    query = "mutation($files: [Upload!]!) { resumeParseMany(input: {files: $files}) { task { id } userErrors { message } } }"
    form = {
        "operations": json.dumps({"query": query, "variables": {"files": [None] * count}}),
        "map": json.dumps({str(number): [f"variables.files.{number}"] for number in range(count)}),
    }
    made = client.post("/graphql", data=form, files=[(str(number), file) for number, (_, file) in enumerate(files)]).json()
    identity: str = made["data"]["resumeParseMany"]["task"]["id"]
    return identity


async def test_progress_is_ordered_and_ends_with_the_task(site: Server, key: str) -> None:
    with site.client(key) as client:
        identity = batch(client, 5)
    socket = await opened(site, key)
    seen = [each["data"]["taskProgress"] async for each in subscribed(socket, PROGRESS, id=identity)]
    await socket.close()
    assert [each["done"] for each in seen] == sorted(each["done"] for each in seen)
    assert (seen[-1]["status"], seen[-1]["conclusion"], seen[-1]["done"]) == ("COMPLETED", "SUCCEEDED", 5)
    late = await opened(site, key)
    assert [each["data"]["taskProgress"] async for each in subscribed(late, PROGRESS, id=identity)] == seen[-1:]
    await late.close()


async def test_progress_by_server_sent_events(site: Server, key: str) -> None:
    with site.client(key) as client:
        identity = graphql(client, BEGIN, f=TEXT)["resumeParse"]["task"]["id"]
        body, headers = {"query": PROGRESS, "variables": {"id": identity}}, {"Accept": "text/event-stream"}
        with client.stream("POST", "/graphql", json=body, headers=headers) as answer:
            lines = [line for line in answer.iter_lines() if line.startswith("data: {")]
    states = [json.loads(line.removeprefix("data: "))["data"]["taskProgress"]["status"] for line in lines]
    assert states[-1] == "COMPLETED"


async def test_the_account_hears_of_every_task_and_a_stranger_of_none(site: Server, key: str, other: str) -> None:
    own, foreign = await opened(site, key), await opened(site, other)
    heard, silent = (
        subscribed(own, "subscription { taskUpdated { id kind status } }"),
        subscribed(foreign, "subscription { taskUpdated { id } }"),
    )
    waiting = [asyncio.ensure_future(anext(each)) for each in (heard, silent)]  # type: ignore[arg-type]
    await asyncio.sleep(0.5)
    with site.client(key) as client:
        identity = graphql(client, BEGIN, f=TEXT)["resumeParse"]["task"]["id"]
    async with asyncio.timeout(PATIENCE):
        assert (await waiting[0])["data"]["taskUpdated"]["id"] == identity
    await asyncio.sleep(0.5)
    assert not waiting[1].done()
    waiting[1].cancel()
    curious = await opened(site, other)
    assert "errors" in await anext(subscribed(curious, PROGRESS, id=identity))  # type: ignore[arg-type]
    for socket in (own, foreign, curious):
        await socket.close()


async def test_a_revoked_key_hears_nothing_more(site: Server, key: str) -> None:
    with site.client(key) as client:
        made = graphql(client, 'mutation { apiKeyCreate(input: {name: "brief"}) { secret apiKey { id } } }')["apiKeyCreate"]
    socket = await opened(site, made["secret"])
    stream = subscribed(socket, "subscription { taskUpdated { id } }")
    waiting = asyncio.ensure_future(anext(stream))  # type: ignore[arg-type]
    streaming = asyncio.create_task(streamed(site, made["secret"], "subscription { taskUpdated { id } }", begun := asyncio.Event()))
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
        await asyncio.sleep(0.5)
        await asyncio.to_thread(site.cli, "key", "revoke", made["apiKey"]["id"])
        assert "revoked" in json.dumps(await waiting)
        assert "revoked" in await streaming
    await socket.close()


async def test_an_operation_over_a_socket_is_a_request(site: Server, key: str) -> None:
    """It counts against the rate, sees what has changed since the one before, and ends with the key."""
    with site.client(key) as client:
        made = graphql(client, 'mutation { apiKeyCreate(input: {name: "socket"}) { secret apiKey { id } } }')["apiKeyCreate"]
        job = graphql(client, 'mutation { jobCreate(input: {title: "Baker"}) { job { id } } }')["jobCreate"]["job"]["id"]
    query = "query($id: ID!) { job(id: $id) { title } }"
    socket = await opened(site, made["secret"])

    async def asked(query: str = query) -> dict[str, Any]:
        [told] = [each async for each in subscribed(socket, query, id=job)]
        return told

    assert (await asked())["data"]["job"]["title"] == "Baker"
    with site.client(key) as client:
        graphql(client, 'mutation($id: ID!) { jobUpdate(id: $id, input: {title: "Miller"}) { job { id } } }', id=job)
    assert (await asked())["data"]["job"]["title"] == "Miller"
    with site.client(made["secret"]) as client:
        told = client.post("/graphql", json={"query": "{ viewer { usage { calls } } }"})
        assert int(told.headers["RateLimit-Limit"]) - int(told.headers["RateLimit-Remaining"]) == 3, "two over the socket, and this"
        assert sum(day["calls"] for day in told.json()["data"]["viewer"]["usage"]) >= 2
    for wrong in ("{ nobody }", "{ jobs(first: 100) { nodes { matches(first: 100) { nodes { id } } } } }"):
        assert (await asked(wrong))["errors"][0]["extensions"]["code"] == "INVALID_REQUEST"
    await asyncio.to_thread(site.cli, "key", "revoke", made["apiKey"]["id"])
    refused = await asked()
    assert refused["errors"][0]["extensions"]["code"] == "INVALID_API_KEY", refused
    await socket.close()


async def test_the_first_progress_comes_soon(site: Server, key: str) -> None:
    """The first sign of work is heard while nearly all of it is still to do; `tests.bench.queue` measures the milliseconds."""
    socket = await opened(site, key)
    stream = subscribed(socket, "subscription { taskUpdated { id status done total } }")
    waiting = asyncio.ensure_future(anext(stream))  # type: ignore[arg-type]
    await asyncio.sleep(0.3)
    with site.client(key) as client:
        await asyncio.to_thread(batch, client, 40)
    first = (await waiting)["data"]["taskUpdated"]
    assert first["status"] == "RUNNING" and first["done"] < first["total"] / 2
    await socket.close()


def test_a_crowd_does_not_delay_a_single_cv(site: Server, key: str, other: str) -> None:
    """One account brings a hundred CVs at once; another's single CV gets the next turn, whoever waits."""
    with site.client(key) as crowd, site.client(other) as single:
        identity = batch(crowd, 100)
        wait_for(lambda: graphql(crowd, WHOLE, id=identity)["task"]["done"], PATIENCE, 0.02)
        mine = graphql(single, BEGIN, f=TEXT)["resumeParse"]["task"]["id"]
        wait_for(lambda: all_ended(crowd, [identity]) and all_ended(single, [mine]), 120)
        read = graphql(crowd, WHOLE, id=identity)["task"]["items"]["nodes"]
        own = graphql(single, WHOLE, id=mine)["task"]
    between = [each for each in read if own["startedAt"] <= each["completedAt"] <= own["completedAt"]]
    assert len(between) <= 4 * offload.cores() and own["completedAt"] < max(each["completedAt"] for each in read)


async def test_uploads_of_a_crowd_do_not_delay_a_single_one(site: Server, key: str, other: str) -> None:
    """One account posts eighty CVs at once and waits for each answer; another's single one is answered before most of them."""
    sample, limits = samples()[0], httpx.Limits(max_connections=100)
    files = {"file": (sample.name, sample.read_bytes())}
    async with (
        httpx.AsyncClient(base_url=site.address, timeout=PATIENCE, limits=limits, headers={"X-JobZen-Key": key}) as crowd,
        httpx.AsyncClient(base_url=site.address, timeout=PATIENCE, headers={"X-JobZen-Key": other}) as single,
    ):
        # What a process does for the first time takes longer than all of this.
        for client in (crowd, single):
            assert (await client.post("/api/v1/parser", files=files)).status_code == 200
        many = [asyncio.create_task(crowd.post("/api/v1/parser", files=files)) for _ in range(80)]
        await asyncio.wait(many, return_when=asyncio.FIRST_COMPLETED)
        assert (await single.post("/api/v1/parser", files=files)).status_code == 200
        assert sum(each.done() for each in many) < 40
        assert {answer.status_code for answer in await asyncio.gather(*many)} == {200}


def test_an_emptied_queue_loses_nothing(site: Server, key: str) -> None:
    """FLUSHALL while CVs are read: the rows are the truth, the queue only rings."""
    with site.client(key) as client:
        ids = [batch(client, 30), *(graphql(client, BEGIN, f=TEXT)["resumeParse"]["task"]["id"] for _ in range(10))]
        with Redis.from_url(os.environ.get("REDIS_URL") or f"unix://{site.data}/queue/valkey.sock") as queue:
            queue.flushdb()
        wait_for(lambda: all_ended(client, ids), 120)
        rows = graphql(client, "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { conclusion done attempts } } }", ids=ids)["nodes"]
    assert {(row["conclusion"], row["attempts"]) for row in rows} == {("SUCCEEDED", 1)}


def test_results_arrive_signed(site: Server, other: str, tmp_path: Path) -> None:
    """The integrator's own tool verifies what the server sends."""
    port, arrived = free_port(), tmp_path / "arrived.jsonl"
    with site.client(other) as client:
        made = client.post("/api/webhook", json={"url": f"http://127.0.0.1:{port}/", "parserCompleted": True}).json()
        with arrived.open("wb") as out:
            command = [COMMAND, "webhook", "listen", "--port", str(port), "--secret", made["secret"]]
            listener = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        try:
            wait_for(lambda: httpx.get(f"http://127.0.0.1:{port}/").status_code == 405, PATIENCE)
            begun = client.post("/api/v1/parser/async", files={"file": ("cv.txt", CV)}).json()
            wait_for(lambda: arrived.read_text().count("\n") == 1, PATIENCE)
        finally:
            listener.terminate()
            listener.wait()
        client.delete("/api/webhook").raise_for_status()
    line = json.loads(arrived.read_text())
    assert line["verified"] is True and line["faults"] == [] and line["event"] == "PARSER_COMPLETED"
    assert line["body"]["id"] == begun["id"] and line["body"]["resumeData"]["candidate"]["lastName"] == "Exemple"


def worked(server: Server, box: Mailbox, client: httpx.Client, count: int) -> list[str]:
    """Tasks of mixed kinds: CVs to read, and one batch to print."""
    client.post("/api/webhook", json={"url": box.url, "events": ["PARSER_COMPLETED", "PDF_GENERATED"]}).raise_for_status()
    read = client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).json()["resumeId"]
    ids = [client.post("/api/v1/parser/async", files={"file": ("cv.txt", CV)}).json()["id"] for _ in range(count)]
    return [*ids, client.post("/api/webhook/generate-pdfs", json=[read] * 5).json()["jobId"]]


def told_of(body: dict[str, Any]) -> str:
    """The task that a webhook tells of."""
    return str(body.get("id") or body.get("jobId"))


def checked(box: Mailbox, client: httpx.Client, ids: list[str]) -> None:
    """Every task ended once and well, no PDF is missing, every webhook arrived, none with two bodies."""
    wait_for(lambda: all_ended(client, ids), 300)
    wait_for(lambda: set(ids) <= {told_of(body) for body in list(box.read.values())}, 300)
    told = {told_of(body): body for body in box.read.values()}
    assert all(len(found) == 1 for found in box.bodies.values()), "one delivery came with two bodies"
    assert len([each for each in box.read.values() if told_of(each) in ids]) == len(ids), "a task's end was told twice under two ids"
    assert {told[identity]["status"] for identity in ids} <= {"SUCCESS", "COMPLETED"}
    for result in told[ids[-1]]["results"]:
        assert httpx.get(result["downloadUrl"]).content.startswith(b"%PDF")


def test_kill_9_loses_nothing(tmp_path: Path) -> None:
    """The server, its worker and its queue are killed in the middle; the long form is `tests.bench.nothing_lost`."""
    server = Server(tmp_path, free_port(), {**PRIVATE, "REDIS_URL": ""})
    server.start()
    secret = server.key("--account", f"killed {server.port}")
    with mailbox() as box, server.client(secret) as client:
        ids = worked(server, box, client, 12)
        time.sleep(0.7)
        if server.process:
            server.process.kill()
            server.process.wait()
        server.start()
        assert kill_valkey(tmp_path) == 1
        checked(box, client, ids)
    server.stop()


def test_a_stop_lets_answers_and_tasks_end(tmp_path: Path) -> None:
    """No request in flight is cut, and what was running ends or waits for the next start: by SIGTERM, then by SIGINT."""
    server = Server(tmp_path, free_port(), {**PRIVATE, "REDIS_URL": ""})
    server.start()
    secret = server.key("--account", f"stopped {server.port}")
    with mailbox() as box, server.client(secret) as client:
        for number in (signal.SIGTERM, signal.SIGINT):
            ids = worked(server, box, client, 6)
            assert answered_while_stopping(server, client, number).json()["resumeId"]
            server.start()
            checked(box, client, ids)
    server.stop()


def answered_while_stopping(server: Server, client: httpx.Client, number: int) -> httpx.Response:
    sample, answer = samples()[0], list[httpx.Response]()

    def ask() -> None:
        answer.append(client.post("/api/v1/parser", files={"file": (sample.name, sample.read_bytes())}))

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.15)
    assert server.stop(number) in (0, -number)
    asking.join()
    assert answer[0].status_code == 200
    return answer[0]


def test_the_use_case_runs(site: Server, other: str) -> None:
    """CVs read, offers queued, scores delivered, PDFs in bulk: what README shows, with fewer PDFs."""
    for count in (6, 2):
        use_case.main(site.address, other, count)
