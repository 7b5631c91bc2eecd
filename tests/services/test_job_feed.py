"""A feed is pulled, upserted by reference, closed where rows are gone; what is wrong in it is told row by row."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
import pytest_asyncio

from db.environment import environment
from db.models import JobFeed, Task
from tests.services.working import work_all
from tests.stage import CV, secret_for, visitor
from workers.errors import ErrorCode, InvalidInput
from workers.services import feed_rows, job, job_feed, match, resume
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
    """The account's own server: answers every request with `status` and `body`; without a length where it `goes_on`."""

    def __init__(self) -> None:
        self.status, self.body, self.kind, self.head, self.goes_on = 200, b"[]", "application/json", "", False

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        length = "" if self.goes_on else f"Content-Length: {len(self.body)}\r\n"
        head = f"HTTP/1.1 {self.status} X\r\nContent-Type: {self.kind}\r\n{length}{self.head}Connection: close\r\n\r\n"
        try:
            writer.write(head.encode() + self.body)
            while self.goes_on:
                await writer.drain()
                await asyncio.sleep(0.05)
                writer.write(self.body)
            await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    def lists(self, *rows: Any) -> None:
        self.body = json.dumps(rows).encode()


@pytest_asyncio.fixture
async def client(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Client, str]]:
    monkeypatch.setenv("CVGRAPH_ALLOW_PRIVATE_TARGETS", "true")
    environment.cache_clear()
    served, answering = Client(), set[asyncio.Task[Any]]()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine = asyncio.current_task()
        assert mine
        answering.add(mine)
        with suppress(asyncio.CancelledError):
            await served.answer(reader, writer)

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    yield served, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/jobs"
    server.close()
    # What goes on without end is ended before its loop is.
    for each in answering:
        each.cancel()
    await asyncio.gather(*answering, return_exceptions=True)
    await asyncio.sleep(0)
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
    assert all(error["message"].startswith(f"Row {error['field'][0]}") for error in feed.errors)
    assert [error["message"].partition(":")[0] for error in feed.errors] == [
        "Row 1",
        "Row 2",
        "Row 3 (3)",
        "Row 4 (JOB-2023-456)",
        "Row 5 (4)",
    ]


async def test_an_empty_feed_closes_nothing_until_it_is_empty_again(caller: Caller, client: tuple[Client, str]) -> None:
    """An empty array is also what a system answers whose database is away."""
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW, ROW | {"reference": "2"})
    await job_feed.sync(caller, feed.id)
    served.lists()
    feed, done = await job_feed.sync(caller, feed.id)
    assert done == Done() and [error["message"] for error in feed.errors] == [
        "The feed is empty; 2 jobs are closed if it is still empty next time"
    ]
    served.lists(ROW, ROW | {"reference": "2"})
    assert (await job_feed.sync(caller, feed.id))[1] == Done(unchanged=2)
    served.lists()
    await job_feed.sync(caller, feed.id)
    feed, done = await job_feed.sync(caller, feed.id)
    assert done == Done(closed=2) and feed.errors == [] and not await titles(caller, "ACTIVE")
    served.lists(ROW)
    assert (await job_feed.sync(caller, feed.id))[1] == Done(updated=1)


async def test_what_is_closed_leaves_the_ranking_and_comes_back(caller: Caller, client: tuple[Client, str]) -> None:
    served, url = client
    person = await resume.parse(caller, CV, "cv.txt")
    feed = await job_feed.create(caller, url)
    for shown in ([ROW, ROW | {"reference": "2"}], [ROW], [ROW | {"reference": "2"}, ROW]):
        served.lists(*shown)
        await job_feed.sync(caller, feed.id)
        ranked = {each.id for each in await match.jobs_for(caller, person)}
        assert ranked == {row.id for row in await job.visible(caller, status="ACTIVE")} and len(ranked) == len(shown)


async def test_two_pulls_at_once_make_each_job_once(caller: Caller, client: tuple[Client, str]) -> None:
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(*(ROW | {"reference": str(number)} for number in range(2 * feed_rows.ROWS + 1)))
    pulls = await asyncio.gather(*(job_feed.sync(caller, feed.id) for _ in range(2)))
    assert sum(done.created for _, done in pulls) == 2 * feed_rows.ROWS + 1 and not any(feed.errors for feed, _ in pulls)
    assert len(await titles(caller, "ACTIVE")) == 2 * feed_rows.ROWS + 1


@pytest.mark.parametrize("is_there", [True, False])
async def test_a_pull_in_the_background_is_a_task(caller: Caller, client: tuple[Client, str], is_there: bool) -> None:
    own, url = client
    own.lists(ROW)
    own.status = 200 if is_there else 404
    feed = await job_feed.create(caller, url)
    async with visitor(await secret_for(caller)) as opened:
        answer = "jobFeed { syncedAt } task { id kind } userErrors { code }"
        query = f'mutation {{ jobFeedSync(id: "{feed.id}", wait: false) {{ {answer} }} }}'
        told = [(await opened.post("/graphql", json={"query": query})).json()["data"]["jobFeedSync"] for _ in range(2)]
        assert told[0] == told[1] and told[0]["task"]["kind"] == "job.sync"
        assert [str(each) for each in await work_all(caller)] == [told[0]["task"]["id"]]
    ended = await Task.get(id=told[0]["task"]["id"])
    assert ended.conclusion == ("SUCCEEDED" if is_there else "FAILED") and bool(ended.errors) is not is_there
    assert await job.visible(caller).count() == (1 if is_there else 0)


async def test_an_ad_that_cannot_be_read_is_told_and_the_others_are_taken(
    caller: Caller, client: tuple[Client, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts together take longer than a child may; one alone still does."""
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW, ROW | {"reference": "2", "description": "Python, Java. " * 14_000})
    run = job.offload.run

    async def hurried(function: Any, *args: Any, deadline: float) -> Any:
        return await run(function, *args, deadline=0.001 if "Python, Java. Python" in str(args) else 30.0)

    monkeypatch.setattr(job.offload, "run", hurried)
    feed, done = await job_feed.sync(caller, feed.id)
    assert done == Done(created=1) and [error["field"] for error in feed.errors] == [["1", "description"]]
    assert feed.errors[0]["message"] == "Row 1 (2): This ad takes too long to read; shorten its texts"


async def test_a_byte_order_mark_is_no_harm(caller: Caller, client: tuple[Client, str]) -> None:
    served, url = client
    feed = await job_feed.create(caller, url)
    served.lists(ROW)
    served.body = b"\xef\xbb\xbf" + served.body
    assert (await job_feed.sync(caller, feed.id))[1] == Done(created=1)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (500, b"[]", ErrorCode.UNAVAILABLE),
        (302, b"[]", ErrorCode.UNAVAILABLE),
        (200, b"<html>", ErrorCode.INVALID_REQUEST),
        (200, b'{"jobs": []}', ErrorCode.INVALID_REQUEST),
        (200, b"", ErrorCode.INVALID_REQUEST),
        (200, '[{"title": "D\u00e9veloppeur", "reference": "1"}]'.encode("latin-1"), ErrorCode.INVALID_REQUEST),
        (200, json.dumps([ROW]).encode("utf-16"), ErrorCode.INVALID_REQUEST),
        (200, json.dumps([ROW]).encode()[:-1], ErrorCode.INVALID_REQUEST),
        (200, json.dumps([ROW] * (feed_rows.MOST_ROWS + 1)).encode(), ErrorCode.INVALID_REQUEST),
        (200, b"[" * 100_000 + b"]" * 100_000, ErrorCode.INVALID_REQUEST),
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
    ("said", "part"),
    [
        ({"status": 302, "head": "Location: http://127.0.0.1:1/\r\n"}, "register the address that it leads to"),
        ({"status": 401}, "readable without a login"),
        ({"body": b"<html>", "kind": "text/html"}, "does not answer with JSON (it says it is text/html)"),
        ({"body": b'[{"title": "D\xe9veloppeur"}]'}, "not UTF-8 from byte 13 on"),
        ({"body": b"[" + b" " * 5000 + b"]"}, "more than 2,000 bytes; list fewer jobs"),
        ({"body": gzip.compress(b" " * 1_000_000), "head": "Content-Encoding: gzip\r\n"}, "more than 2,000 bytes; list fewer jobs"),
        ({"body": b'{"title": "x"},' * 50, "goes_on": True}, "more than 2,000 bytes; list fewer jobs"),
        ({"body": b" ", "goes_on": True}, "did not answer to the end within 0.5 s"),
        ({"body": b"", "goes_on": True}, "did not answer to the end within 0.5 s"),
    ],
)
async def test_what_is_wrong_with_a_feed_is_said(
    caller: Caller, client: tuple[Client, str], monkeypatch: pytest.MonkeyPatch, said: dict[str, Any], part: str
) -> None:
    served, url = client
    monkeypatch.setattr(feed_rows, "LIMIT", 2000)
    feed = await job_feed.create(caller, url)
    served.lists(ROW)
    await job_feed.sync(caller, feed.id)
    monkeypatch.setattr(feed_rows, "DEADLINE", 0.5 if "goes_on" in said else 30.0)
    vars(served).update(said)
    with pytest.raises(InvalidInput, match=re.escape(part)):
        await job_feed.sync(caller, feed.id)
    shown = await JobFeed.get(id=feed.id)
    assert len(shown.errors) == 1 and shown.tried_at and shown.synced_at and shown.tried_at > shown.synced_at
    assert set(await titles(caller, "ACTIVE")) == {"JOB-2023-456"}
    vars(served).update(vars(Client()))
    served.lists(ROW | {"title": "Again"})
    feed, done = await job_feed.sync(caller, feed.id)
    assert done == Done(updated=1) and feed.errors == []


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
