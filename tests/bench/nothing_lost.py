"""The long proof that nothing is lost: tasks of mixed kinds while worker, server and queue are killed at random moments.

    python -m tests.bench.nothing_lost --tasks 400 --rounds 5 --workers 3

With DATABASE_URL and REDIS_URL the workers are processes of their own and FLUSHDB stands for the death of the queue;
the database of REDIS_URL must be one that may be emptied. Without them everything is embedded in the server.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from pathlib import Path

from redis import Redis

from tests.acceptance.nothing_lost import Worker, all_ended, kill_valkey, mailbox, wait_for
from tests.acceptance.server import Server, free_port
from tests.acceptance.test_background import PRIVATE, checked
from tests.stage import CV


def main(count: int, rounds: int, workers: int, seed: int) -> None:
    lot = random.Random(seed)
    is_apart = bool(os.environ.get("REDIS_URL"))
    with tempfile.TemporaryDirectory() as folder, mailbox() as box:
        server = Server(Path(folder), free_port(), dict(PRIVATE))
        server.start()
        crew = [Worker(server) for _ in range(workers if is_apart else 0)]
        for worker in crew:
            worker.start()
        secret = server.key("--account", f"lost {server.port}")
        with server.client(secret) as client:
            client.post("/api/webhook", json={"url": box.url, "events": ["PARSER_COMPLETED", "PDF_GENERATED"]}).raise_for_status()
            read = client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).json()["resumeId"]
            box.fail = 10
            ids = [client.post("/api/v1/parser/async", files={"file": ("cv.txt", CV)}).json()["id"] for _ in range(count - 1)]
            ids.append(client.post("/api/webhook/generate-pdfs", json=[read] * 50).json()["jobId"])
            began = time.monotonic()
            for number in range(rounds):
                time.sleep(lot.uniform(0.5, 3))
                print(f"{time.monotonic() - began:6.1f} s  round {number + 1}: {strike(lot, server, crew)}")
            checked_late(client, ids)
            print(f"{time.monotonic() - began:6.1f} s  all {len(ids)} tasks have ended")
            hurry(client)
            checked(box, client, ids)
            print(f"{len(box.bodies)} deliveries, {box.count} requests, no body twice different, no PDF missing")
        for worker in crew:
            worker.stop()
        server.stop()


def strike(lot: random.Random, server: Server, crew: list[Worker]) -> str:
    victim = lot.choice(["worker", "server", "queue", "all"]) if crew else lot.choice(["server", "queue", "all"])
    if victim in ("queue", "all"):
        if crew:
            with Redis.from_url(os.environ["REDIS_URL"]) as redis:
                redis.flushdb()
        else:
            kill_valkey(server.data)
    for worker in crew:
        if victim == "all" or (victim == "worker" and lot.random() < 0.7):
            worker.stop(9)
            worker.start()
    if victim in ("server", "all") and server.process:
        server.process.kill()
        server.process.wait()
        server.start()
    return victim


def checked_late(client: object, ids: list[str]) -> None:
    wait_for(lambda: all_ended(client, ids), 600, 1.0)  # type: ignore[arg-type]


def hurry(client: object) -> None:
    """What failed at the receiver waits five minutes: it is sent again by hand."""
    from tests.acceptance.nothing_lost import graphql

    query = "{ deliveries(filter: {status: PENDING}, first: 100) { nodes { id attemptCount } } }"
    for row in graphql(client, query)["deliveries"]["nodes"]:  # type: ignore[arg-type]
        if row["attemptCount"]:
            graphql(client, "mutation($i: ID!) { deliveryReplay(id: $i) { userErrors { code } } }", i=row["id"])  # type: ignore[arg-type]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    print(f"seed {given.seed}")
    main(given.tasks, given.rounds, given.workers, given.seed)
