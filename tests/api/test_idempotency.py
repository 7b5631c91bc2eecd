"""The same key and request: the first answer again, and the work done once."""

from __future__ import annotations

import asyncio
import datetime as dt

import httpx

from db.models import IdempotentAnswer, Resume
from tests.api.test_doors import FILE
from tests.stage import CV
from workers.services.caller import Caller

KEY = {"Idempotency-Key": "upload-1"}


async def test_the_first_answer_again(client: httpx.AsyncClient, caller: Caller) -> None:
    first, again = [await client.post("/api/v1/parser", files=FILE, headers=KEY) for _ in range(2)]
    assert first.json() == again.json() and again.headers["idempotent-replayed"] == "true"
    assert await Resume.visible(caller).count() == 1


async def test_another_body_is_refused(client: httpx.AsyncClient) -> None:
    await client.post("/api/v1/parser", files=FILE, headers=KEY)
    other = await client.post("/api/v1/parser", files={"file": ("other.txt", CV)}, headers=KEY)
    assert (other.status_code, other.json()["code"]) == (409, "IDEMPOTENCY_KEY_REUSED")


async def test_at_the_same_time_one_works(client: httpx.AsyncClient, caller: Caller) -> None:
    answers = await asyncio.gather(*(client.post("/api/v1/parser", files=FILE, headers=KEY) for _ in range(5)))
    assert await Resume.visible(caller).count() == 1
    assert {answer.status_code for answer in answers} <= {200, 409}


async def test_graphql_too(client: httpx.AsyncClient) -> None:
    body = {"query": 'mutation { apiKeyCreate(input: {name: "once"}) { secret } }'}
    first, again = [await client.post("/graphql", json=body, headers=KEY) for _ in range(2)]
    assert first.json()["data"] == again.json()["data"]


async def test_a_day_later_the_key_is_free(client: httpx.AsyncClient, caller: Caller) -> None:
    await client.post("/api/v1/parser", files=FILE, headers=KEY)
    await IdempotentAnswer.visible(caller).update(created_at=dt.datetime.now(dt.UTC) - dt.timedelta(hours=25))
    await client.post("/api/v1/parser", files=FILE, headers=KEY)
    assert await Resume.visible(caller).count() == 2


async def test_the_answer_is_sealed(client: httpx.AsyncClient, caller: Caller) -> None:
    await client.post("/api/v1/parser", files=FILE, headers=KEY)
    row = await IdempotentAnswer.visible(caller).get()
    assert b"Camille" not in bytes(row.sealed_body or b"")


async def test_a_refusal_is_an_answer_too(client: httpx.AsyncClient) -> None:
    first, again = [await client.post("/api/v1/parser", files={"file": ("a.pdf", b"")}, headers=KEY) for _ in range(2)]
    assert first.json() == again.json() and first.status_code == 400
