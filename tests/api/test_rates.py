"""Tries are counted over every process, beside the queue; without it each process counts alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import httpx
import pytest
from starlette.responses import PlainTextResponse

from db.environment import environment
from graph import limits
from graph.limits import RequestRates, SharedRates
from graph.middleware import RateLimit, Surround
from tests.acceptance.own_queue import OwnQueue
from tests.stage import secret_for, visitor
from workers import queue
from workers.services.caller import Caller


@pytest.fixture(autouse=True)
def middle_of_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows begin anew with the minute: no test may straddle two."""
    monkeypatch.setattr(limits, "time", SimpleNamespace(time=lambda: 1_900_000_230.0))


@pytest.fixture
async def counted(database: Path) -> AsyncIterator[str]:
    """The name under which two processes count the same thing."""
    async with queue.running():
        yield f"test {uuid4()}"


async def test_two_processes_count_together(counted: str) -> None:
    one, other = SharedRates(counted, 5, 600), SharedRates(counted, 5, 600)
    taken = [await rates.take("192.0.2.7") for rates in (one, other, one, other, one, other)]
    assert [rate.remaining for rate in taken] == [4, 3, 2, 1, 0, -1]
    assert (await one.take("192.0.2.8")).remaining == 4
    await other.give_back("192.0.2.8")
    assert (await one.take("192.0.2.8")).remaining == 4


async def test_guesses_that_come_at_once_are_all_counted(counted: str) -> None:
    processes = [SharedRates(counted, 5, 600) for _ in range(4)]
    taken = await asyncio.gather(*(processes[number % 4].take("192.0.2.7") for number in range(40)))
    assert sum(rate.remaining >= 0 for rate in taken) == 5


async def test_one_network_of_ipv6_is_one_guesser(counted: str) -> None:
    rates = SharedRates(counted, 5, 600)
    assert (await rates.take("2001:db8:1:2::1")).remaining == 4
    assert (await rates.take("2001:db8:1:2:ffff::9")).remaining == 3
    assert (await rates.take("2001:db8:1:3::1")).remaining == 4


async def test_without_the_queue_this_process_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: object) -> None:
        return None

    monkeypatch.setattr(queue, "count", away)
    rates = SharedRates(f"test {uuid4()}", 2, 600)
    assert [(await rates.take("192.0.2.7")).remaining for _ in range(3)] == [1, 0, -1]


async def test_a_rate_is_refused_in_the_shape_of_each_contract(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CVGRAPH_RATE_LIMIT", "2")
    environment.cache_clear()
    async with visitor(await secret_for(caller)) as door:
        first, _ = [await door.get("/api/v1/status") for _ in range(2)]
        assert (first.headers["ratelimit-limit"], first.headers["ratelimit-remaining"]) == ("2", "1")
        cvreader, jobzen = await door.get("/api/jobs/api-key/my"), await door.get("/api/v1/status")
    for answer in (cvreader, jobzen):
        assert answer.status_code == 429 and answer.headers["ratelimit-remaining"] == "0"
        assert 0 < int(answer.headers["retry-after"]) <= 60 and answer.headers["ratelimit-reset"] == answer.headers["retry-after"]
    assert cvreader.json()["code"] == "RATE_LIMITED" and jobzen.json()["error"]["code"] == "rate_limited"
    monkeypatch.undo()
    environment.cache_clear()


async def test_servers_of_one_queue_count_requests_together(caller: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each has an application of its own; a queue that has gone takes the common count with it, and nobody's request."""
    own = OwnQueue(tmp_path)
    own.start()
    await queue.close()
    monkeypatch.setenv("REDIS_URL", own.url)
    monkeypatch.setenv("CVGRAPH_RATE_LIMIT", "3")
    environment.cache_clear()
    secret = await secret_for(caller)
    servers = [Surround(RateLimit(PlainTextResponse("here"), RequestRates(3))) for _ in range(2)]
    doors = [httpx.AsyncClient(transport=httpx.ASGITransport(each), headers={"X-JobZen-Key": secret}) for each in servers]
    try:
        told = [await doors[number % 2].get("http://test/") for number in range(4)]
        assert [answer.headers["ratelimit-remaining"] for answer in told] == ["2", "1", "0", "0"]
        assert [answer.status_code for answer in told] == [200, 200, 200, 429]
        own.kill()
        alone = [await doors[0].get("http://test/") for _ in range(2)]
        assert [answer.status_code for answer in alone] == [200, 429], "this server counted two of the four"
    finally:
        own.kill()
        await queue.close()
        monkeypatch.undo()
        environment.cache_clear()
