"""A feed is pulled, upserted by reference, closed where rows are gone; what is wrong in it is told row by row."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from db.environment import environment
from db.models import JobFeed
from workers.errors import ErrorCode, InvalidInput
from workers.services import job, job_feed
from workers.services.caller import Caller
from workers.services.job_feed import Done

ROW = {
    "title": "Senior Software Engineer",
    "reference": "JOB-2023-456",
    "description": "...",
    "company": "TechCorp",
    "country": "FR",
    "city": "Paris",
}


class Client:
    """The account's own server: answers every request with `status` and `body`."""

    def __init__(self) -> None:
        self.status, self.body = 200, b"[]"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = (
            f"HTTP/1.1 {self.status} X\r\nContent-Type: application/json\r\nContent-Length: {len(self.body)}\r\nConnection: close\r\n\r\n"
        )
        writer.write(head.encode() + self.body)
        await writer.drain()
        writer.close()

    def lists(self, *rows: Any) -> None:
        self.body = json.dumps(rows).encode()


@pytest_asyncio.fixture
async def client(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Client, str]]:
    monkeypatch.setenv("CVGRAPH_ALLOW_PRIVATE_TARGETS", "true")
    environment.cache_clear()
    served = Client()
    server = await asyncio.start_server(served.answer, "127.0.0.1", 0)
    yield served, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/jobs"
    server.close()
    monkeypatch.undo()
    environment.cache_clear()


async def titles(caller: Caller, status: str) -> dict[str | None, str]:
    return {row.reference: row.title for row in await job.visible(caller, status=status)}


async def test_a_feed_through_its_life(caller: Caller, client: tuple[Client, str]) -> None:
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW, ROW | {"reference": "2", "title": "Cook"})
    feed, done = await job_feed.sync(caller, feed.id)
    assert done == Done(created=2) and feed.row_count == 2 and feed.synced_at and feed.errors == []
    assert {row.source for row in await job.visible(caller)} == {"feed"}
    assert (await job_feed.sync(caller, feed.id))[1] == Done(unchanged=2)
    served.lists(ROW | {"title": "Staff Engineer"})
    assert (await job_feed.sync(caller, feed.id))[1] == Done(updated=1, closed=1)
    assert await titles(caller, "ACTIVE") == {"JOB-2023-456": "Staff Engineer"} and await titles(caller, "CLOSED") == {"2": "Cook"}
    served.lists(ROW, ROW | {"reference": "2", "title": "Cook"})
    assert (await job_feed.sync(caller, feed.id))[1] == Done(updated=2)
    assert set(await titles(caller, "ACTIVE")) == {"JOB-2023-456", "2"}
    await job_feed.delete(caller, feed.id)
    assert len(await titles(caller, "ACTIVE")) == 2


async def test_a_job_that_a_person_closed_stays_closed(caller: Caller, client: tuple[Client, str]) -> None:
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW)
    await job_feed.sync(caller, feed.id)
    await job.close(caller, (await job.referenced(caller, "JOB-2023-456")).id)
    await job_feed.sync(caller, feed.id)
    assert set(await titles(caller, "CLOSED")) == {"JOB-2023-456"}


async def test_jobs_of_other_sources_are_left_alone(caller: Caller, client: tuple[Client, str]) -> None:
    _, url = client
    await job.create(caller, {"title": "By hand", "reference": "own"})
    feed = await job_feed.create(caller, url)
    assert (await job_feed.sync(caller, feed.id))[1] == Done()
    assert set(await titles(caller, "ACTIVE")) == {"own"}


async def test_wrong_rows_are_named_and_close_nothing(caller: Caller, client: tuple[Client, str]) -> None:
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW, ROW | {"reference": "2"})
    await job_feed.sync(caller, feed.id)
    served.lists(ROW, {"title": "No reference"}, "text", {"reference": "3"}, ROW, ROW | {"reference": "4", "skills": "Java"})
    feed, done = await job_feed.sync(caller, feed.id)
    assert (done.created, done.closed) == (0, 0) and set(await titles(caller, "ACTIVE")) == {"JOB-2023-456", "2"}
    assert [error["field"] for error in feed.errors] == [["1", "reference"], ["2"], ["3", "title"], ["4", "reference"], ["5", "skills"]]
    assert all(error["message"].startswith(f"Row {error['field'][0]}: ") for error in feed.errors)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (500, b"[]", ErrorCode.UNAVAILABLE),
        (302, b"[]", ErrorCode.UNAVAILABLE),
        (200, b"<html>", ErrorCode.INVALID_REQUEST),
        (200, b'{"jobs": []}', ErrorCode.INVALID_REQUEST),
        (200, b"", ErrorCode.INVALID_REQUEST),
    ],
)
async def test_a_feed_that_fails_changes_nothing(
    caller: Caller, client: tuple[Client, str], status: int, body: bytes, code: ErrorCode
) -> None:
    """The address is the caller's to mend: an error of the caller's, not of ours."""
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW)
    await job_feed.sync(caller, feed.id)
    served.status, served.body = status, body
    with pytest.raises(InvalidInput) as told:
        await job_feed.sync(caller, feed.id)
    assert told.value.code is code and told.value.field == ("url",)
    shown = await JobFeed.get(id=feed.id)
    assert [error["message"] for error in shown.errors] == [told.value.message]
    assert set(await titles(caller, "ACTIVE")) == {"JOB-2023-456"}


@pytest.mark.parametrize(
    "url", ["http://example.org/api/jobs", "https://127.0.0.1/api/jobs", "https://user:secret@example.org/", "ftp://example.org", "jobs"]
)
async def test_addresses_we_must_not_call(caller: Caller, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CVGRAPH_ALLOW_PRIVATE_TARGETS", "false")
    environment.cache_clear()
    try:
        with pytest.raises(InvalidInput) as refused:
            await job_feed.create(caller, url)
    finally:
        monkeypatch.undo()
        environment.cache_clear()
    assert refused.value.code is ErrorCode.ADDRESS_REFUSED


async def test_one_address_once(caller: Caller, client: tuple[Client, str]) -> None:
    await job_feed.create(caller, client[1])
    with pytest.raises(InvalidInput):
        await job_feed.create(caller, client[1])
