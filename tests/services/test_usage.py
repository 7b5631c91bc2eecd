"""Usage: every call counts once, by day and endpoint, and only for its own account."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest

from tests.stage import fresh_caller
from workers.errors import InvalidInput
from workers.services import usage
from workers.services.caller import Caller

TODAY = dt.datetime.now(dt.UTC).date()


async def test_calls_that_race_all_count(caller: Caller, stranger: Caller) -> None:
    await asyncio.gather(*(usage.record(caller, "/api/v1/match", 200 if n % 5 else 429, 3) for n in range(50)))
    await usage.record(stranger, "/api/v1/match", 200, 1)
    seen = await usage.between(caller)
    assert (seen.total, seen.days[0].errors, seen.days[0].date) == (50, 10, TODAY)
    assert seen.days[0].endpoints[0].milliseconds == 150


async def test_endpoints_stand_apart(caller: Caller) -> None:
    for endpoint in ("/api/v1/score", "/api/v1/match", "/api/v1/score"):
        await usage.record(caller, endpoint, 200, 1)
    (day,) = (await usage.between(caller)).days
    assert {each.endpoint: each.calls for each in day.endpoints} == {"/api/v1/match": 1, "/api/v1/score": 2}


async def test_the_sandbox_counts_apart(caller: Caller) -> None:
    await usage.record(Caller(caller.account, sandbox=True), "/api/v1/match", 200, 1)
    assert (await usage.between(caller)).total == 0


async def test_days_outside_are_left_out(caller: Caller) -> None:
    await usage.record(caller, "/api/v1/match", 200, 1)
    yesterday = TODAY - dt.timedelta(days=1)
    assert (await usage.between(caller, yesterday, yesterday)).days == []
    assert (await usage.between(caller, yesterday, TODAY)).total == 1
    assert (await usage.between(await fresh_caller())).first == TODAY - dt.timedelta(days=29)


async def test_a_span_must_make_sense(caller: Caller) -> None:
    with pytest.raises(InvalidInput):
        await usage.between(caller, TODAY, TODAY - dt.timedelta(days=1))
    with pytest.raises(InvalidInput):
        await usage.between(caller, TODAY - dt.timedelta(days=2000), TODAY)
