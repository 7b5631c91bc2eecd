"""The long proof that nothing is lost: 400 tasks of mixed kinds while worker, server and queue are killed at random moments.

    python -m tests.bench.nothing_lost                                  embedded: SQLite, Valkey and worker of the server
    eval "$(python -m tests.services_at)"; python -m tests.bench.nothing_lost --workers 3

With DATABASE_URL (a PostgreSQL, of which a copy is made) the workers are processes of their own and the queue is a Valkey
of this run, so that it can really be killed. `--flush` empties the queue once in the middle and kills nobody.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.acceptance.nothing_lost import Mailbox, Worker, all_ended, graphql, kill_valkey, mailbox, wait_for
from tests.acceptance.own_queue import OwnQueue
from tests.acceptance.server import Server, free_port
from tests.acceptance.test_background import PRIVATE, batch
from tests.scratch import FORM
from tests.stage import CV

EVENTS = ["PARSER_COMPLETED", "PDF_GENERATED", "JOBS_SCORED", "TASK_COMPLETED"]
EMPTIED: list[dt.datetime] = []
PRINTS, IMPORTS, MATCHES, EACH = 10, 10, 10, 10


@dataclass
class Site:
    """A server and what works beside it; `strike` kills one of them with SIGKILL and starts it again."""

    server: Server
    workers: list[Worker]
    queue: OwnQueue | None

    def strike(self, victim: str) -> None:
        if victim in ("queue", "all"):
            self.lose_queue()
        for worker in self.workers[: 1 if victim == "worker" else None] if victim in ("worker", "all") else []:
            worker.stop(9)
        if victim in ("server", "all") and self.server.process:
            self.server.process.kill()
            self.server.process.wait()
            self.server.spawn()
        self.hire()

    def hire(self) -> None:
        for worker in self.workers:
            if worker.process is None:
                worker.start()

    def lose_queue(self) -> None:
        if self.queue:
            self.queue.kill()
            self.queue.start()
        else:
            kill_valkey(self.server.data)

    @property
    def victims(self) -> list[str]:
        return ["worker", "server", "queue", "all"] if self.workers else ["server", "queue", "all"]


@contextmanager
def site(workers: int, extra: dict[str, str] | None = None) -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        own = OwnQueue(Path(folder)) if FORM else None
        if own:
            own.start()
        server = Server(Path(folder), free_port(), {**PRIVATE, "REDIS_URL": own.url if own else "", **(extra or {})})
        server.start()
        made = Site(server, [Worker(server) for _ in range(workers if own else 0)], own)
        try:
            yield made
        finally:
            for worker in made.workers:
                worker.stop()
            server.stop()
            if own:
                own.kill()


def begun(client: httpx.Client, box: Mailbox, count: int) -> dict[str, str]:
    """`count` tasks of mixed kinds: id → kind."""
    client.post("/api/webhook", json={"url": box.url, "events": EVENTS}).raise_for_status()
    read = client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).json()["resumeId"]
    for name in ("offre-1", "offre-2"):
        client.post(
            "/api/jobs/api-key", json={"title": "Développeuse Python", "reference": name, "description": "Python"}
        ).raise_for_status()
    made: dict[str, str] = {}
    for _ in range(PRINTS):
        made[client.post("/api/webhook/generate-pdfs", json=[read] * EACH).json()["jobId"]] = "print"
    for _ in range(IMPORTS):
        made[batch(client, EACH)] = "import"
    for _ in range(MATCHES):
        made[client.post("/api/jobs/queue", json=["offre-1", "offre-2"]).json()["id"]] = "match"
    while len(made) < count:
        made[client.post("/api/v1/parser/async", files={"file": ("cv.txt", CV)}).json()["id"]] = "parse"
    return made


def checked(client: httpx.Client, box: Mailbox, tasks: dict[str, str]) -> None:
    """Every task ended once and well; every event of it came once, under one id with one body; every PDF opens."""
    wanted = {(identity, event) for identity, kind in tasks.items() for event in told_of(kind)}
    wait_for(lambda: hurried(client) and wanted <= set(arrived(box)), 600, 1.0)
    asked = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { conclusion } } }"
    ids = list(tasks)
    pages = [graphql(client, asked, ids=ids[start : start + 100])["nodes"] for start in range(0, len(ids), 100)]
    assert {each["conclusion"] for page in pages for each in page} == {"SUCCEEDED"}
    assert all(len(bodies) == 1 for bodies in box.bodies.values()), "one delivery came with two bodies"
    assert {key: count for key, count in arrived(box).items() if count > 1} == {}, "one event was told under two ids"
    for identity in [identity for identity, kind in tasks.items() if kind == "print"]:
        results = client.get(f"/api/webhook/generate-pdfs/{identity}").json()["results"]
        assert len(results) == EACH and all(client.get(each["downloadUrl"]).content.startswith(b"%PDF") for each in results)


def told_of(kind: str) -> list[str]:
    own = {"parse": ["PARSER_COMPLETED"], "print": ["PDF_GENERATED"], "match": ["JOBS_SCORED"], "import": []}
    return [*own[kind], "TASK_COMPLETED"]


def arrived(box: Mailbox) -> Counter[tuple[str, str]]:
    """How many deliveries (by their id) told of which task what."""
    return Counter(_told(body) for body in list(box.read.values()))


def _told(body: dict[str, Any]) -> tuple[str, str]:
    if body.get("type") == "task.completed":
        return body["data"]["id"], "TASK_COMPLETED"
    if "jobId" in body:
        return body["jobId"], "PDF_GENERATED"
    return body["id"], "JOBS_SCORED" if "results" in body else "PARSER_COMPLETED"


def hurried(client: httpx.Client) -> bool:
    """What failed at the receiver waits five minutes: it is sent again by hand."""
    query = "{ deliveries(filter: {status: PENDING}, first: 100) { nodes { id attemptCount } } }"
    for row in graphql(client, query)["deliveries"]["nodes"]:
        if row["attemptCount"]:
            graphql(client, "mutation($i: ID!) { deliveryReplay(id: $i) { userErrors { code } } }", i=row["id"])
    return True


def main(count: int, rounds: int, workers: int, seed: int, disturb: Callable[[Site, Mailbox, random.Random, int], Iterator[str]]) -> None:
    lot = random.Random(seed)
    with site(workers) as made, mailbox() as box, made.server.client(made.server.key("--account", "lost")) as client:
        box.fail = 10
        tasks = begun(client, box, count)
        made.hire()
        began = time.monotonic()
        for said in disturb(made, box, lot, rounds):
            print(f"{time.monotonic() - began:6.1f} s  {said} when {len(box.read)} deliveries had arrived", flush=True)
        made.server.until_ready()
        wait_for(lambda: all_ended(client, list(tasks)), 900, 1.0)
        print(f"{time.monotonic() - began:6.1f} s  all {len(tasks)} tasks have ended", flush=True)
        for at in EMPTIED:
            print(pace(client, tasks, at), flush=True)
        checked(client, box, tasks)
        print(f"{len(box.bodies)} deliveries in {box.count} requests, each with one body; {PRINTS * EACH} PDFs open")
        print(f"tasks by kind: {dict(Counter(tasks.values()))}")


def kills(made: Site, box: Mailbox, lot: random.Random, rounds: int) -> Iterator[str]:
    """Everybody is killed at least once where there are rounds enough; each round after a further part of the work has ended."""
    victims = [*made.victims, *lot.choices(made.victims, k=rounds)][:rounds]
    lot.shuffle(victims)
    for number, victim in enumerate(victims, 1):
        wait_for(lambda number=number: len(box.read) >= 60 * (number - 1) + 5, 600, 0.05)
        time.sleep(lot.uniform(0, 1))
        made.strike(victim)
        yield f"round {number}: killed {victim}"


def pace(client: httpx.Client, tasks: dict[str, str], at: dt.datetime) -> str:
    """Items ended a second in the ten seconds before `at` and from then on, and the longest silence after it."""
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { completedAt items(first: 100) { nodes { completedAt } } } } }"
    rows = [row for start in range(0, len(tasks), 20) for row in graphql(client, query, ids=list(tasks)[start : start + 20])["nodes"]]
    ends = [dt.datetime.fromisoformat(each["completedAt"]) for row in rows for each in row["items"]["nodes"] or [row]]
    after = sorted((end - at).total_seconds() for end in ends if end > at)
    if not after:
        return "nothing was left to do"
    before = sum(-10 <= (end - at).total_seconds() <= 0 for end in ends) / 10
    silence = max(later - earlier for earlier, later in zip([0.0, *after], after, strict=False))
    return f"{before:.1f} items a second before, {len(after) / after[-1]:.1f} for {after[-1]:.1f} s after; longest silence {silence:.1f} s"


def flush(made: Site, box: Mailbox, lot: random.Random, rounds: int) -> Iterator[str]:
    wait_for(lambda: len(box.read) >= 60, 600, 0.05)
    if made.queue:
        made.queue.empty()
    else:
        made.lose_queue()
    EMPTIED.append(dt.datetime.now(dt.UTC))
    yield "the queue was emptied" if made.queue else "the queue was killed"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--flush", action="store_true")
    given = parser.parse_args()
    print(f"seed {given.seed}, {'PostgreSQL and Redis, ' + str(given.workers) + ' workers' if FORM else 'embedded'}", flush=True)
    main(given.tasks, given.rounds, given.workers, given.seed, flush if given.flush else kills)
