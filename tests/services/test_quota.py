"""Quotas: counted once for every call that succeeds, whatever races, fails or is tried again."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from db.models import Account, Quota, Resume, Task
from tests.services.working import work_all
from tests.stage import CV, fresh_caller
from workers.errors import CvError, ErrorCode, TooMany
from workers.services import document, lease, match, quota, resume, task
from workers.services.caller import Caller
from workers.services.quota import Kind


async def limited(caller: Caller, **limits: int) -> Caller:
    await Account.filter(id=caller.account_id).update(limits=limits)
    caller.account.limits = dict(limits)
    return caller


async def used(caller: Caller, kind: Kind) -> int:
    return (await quota.state(caller, kind)).used


async def test_200_parallel_calls_on_100_credits(caller: Caller) -> None:
    """Exactly 100 succeed, and exactly 100 are counted."""
    await limited(caller, call=100)

    async def call() -> bool:
        try:
            async with quota.spend(caller, Kind.CALL):
                await asyncio.sleep(0)
        except TooMany as error:
            assert error.code is ErrorCode.QUOTA_EXCEEDED
            return False
        return True

    assert sum(await asyncio.gather(*(call() for _ in range(200)))) == 100
    assert await used(caller, Kind.CALL) == 100


async def test_a_call_that_fails_costs_nothing(caller: Caller) -> None:
    with pytest.raises(RuntimeError):
        async with quota.spend(caller, Kind.CALL):
            raise RuntimeError
    assert await used(caller, Kind.CALL) == 0


async def test_a_parse_is_charged_with_its_result(caller: Caller) -> None:
    """Three parallel uploads on two credits keep two CVs, files and all; the third leaves nothing."""
    await limited(caller, parse=2)
    answers = await asyncio.gather(*(resume.parse(caller, CV + b"x" * n, "cv.txt") for n in range(3)), return_exceptions=True)
    refused = [answer for answer in answers if isinstance(answer, TooMany)]
    assert [error.code for error in refused] == [ErrorCode.NO_MORE_CREDIT]
    assert await Resume.visible(caller).count() == 2 and await used(caller, Kind.PARSE) == 2


async def test_an_unreadable_file_is_not_charged(caller: Caller) -> None:
    with pytest.raises(CvError):
        await resume.parse(caller, b"\x00\x01\x02" * 99, "cv.pdf")
    assert await used(caller, Kind.PARSE) == 0


async def test_a_task_tried_again_is_charged_once(caller: Caller) -> None:
    _, work = await resume.submit(caller, CV, "cv.txt")
    for _ in range(3):
        await Task.filter(id=work.id).update(status="QUEUED", lease_until=None)
        await work_all(caller)
    assert await used(caller, Kind.PARSE) == 1


async def test_a_task_that_comes_to_nothing_gives_back(caller: Caller) -> None:
    """Once, however often its end is told."""
    await resume.parse(caller, CV, "cv.txt")
    _, work = await resume.submit(caller, b"\x00\x01\x02" * 99, "cv.pdf")
    assert await used(caller, Kind.PARSE) == 2
    await work_all(caller)
    for _ in range(2):
        await lease.conclude(await Task.get(id=work.id), task.TaskConclusion.FAILED)
    assert await used(caller, Kind.PARSE) == 1


async def test_a_cancelled_task_gives_back(caller: Caller) -> None:
    _, work = await resume.submit(caller, CV, "cv.txt")
    await task.cancel(caller, work.id)
    assert await used(caller, Kind.PARSE) == 0


async def test_a_sandbox_is_never_counted(database: Path) -> None:
    caller = await limited(await fresh_caller(sandbox=True), call=0)
    async with quota.spend(caller, Kind.CALL):
        pass
    assert not await Quota.visible(caller).exists()
    assert (await quota.state(caller, Kind.CALL)).remaining > 0


async def test_a_refusal_says_when_to_come_back(caller: Caller) -> None:
    await limited(caller, render=0)
    with pytest.raises(TooMany) as refused:
        await quota.demand(caller, Kind.RENDER)
    left = (quota.reset_at() - dt.datetime.now(dt.UTC)).total_seconds()
    assert refused.value.retry_after and abs(refused.value.retry_after - left) < 5


async def test_a_new_month_starts_anew(caller: Caller) -> None:
    """Last month's row is not this month's."""
    await limited(caller, call=1)
    async with quota.spend(caller, Kind.CALL):
        pass
    row = await Quota.visible(caller).get(kind="call")
    row.month = (row.month - dt.timedelta(days=1)).replace(day=1)
    await row.save()
    async with quota.spend(caller, Kind.CALL):
        pass
    assert await used(caller, Kind.CALL) == 1


async def test_prints_and_comparisons_are_charged_too(caller: Caller) -> None:
    kept = await resume.parse(caller, CV, "cv.txt")
    await document.publish(caller, kept.id)
    await document.publish_many(caller, [kept.id])
    await match.compare(caller, kept, {"title": "Développeuse Python"})
    assert (await used(caller, Kind.RENDER), await used(caller, Kind.MATCH)) == (2, 1)
    await limited(caller, render=3, match=1)
    for refused in (document.publish_many(caller, [kept.id, kept.id]), match.compare(caller, kept, {"title": "Développeuse"})):
        with pytest.raises(TooMany):
            await refused
