"""The life of slow work: claimed once, done as often as needed with one result, given back by whoever dies."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from db import secrets
from db.base import new_id
from db.models import Delivery, Document, Quota, Resume, Task, TaskItem
from tests.services.working import pass_time, work_all
from tests.stage import CV, fresh_caller
from workers import queue, tasks
from workers.crew import Crew
from workers.cv import Cv
from workers.errors import CvError, ErrorCode, InvalidFile, InvalidInput, NotFound, Unavailable
from workers.hands import Hands, closing
from workers.services import batch, delivery, document, lease, resume, task, webhook
from workers.services.caller import Caller
from workers.services.task import TaskConclusion, TaskStatus
from workers.services.webhook import WebhookEvent
from workers.together import Together
from workers.turns import Turns


async def state(identity: UUID) -> tuple[str, str | None, int, int]:
    row = await Task.get(id=identity)
    return row.status, row.conclusion, row.done, row.total


async def test_of_many_that_claim_one_gets_it(caller: Caller) -> None:
    work = await task.begin(caller, "resume.parse", None)
    taken = await asyncio.gather(*(lease.claim(work.id) for _ in range(8)))
    assert len([each for each in taken if each]) == 1


async def test_a_cv_is_read_by_its_task(caller: Caller) -> None:
    row, work = await resume.submit(caller, CV, "camille.txt")
    assert await work_all(caller) == [work.id]
    assert await state(work.id) == ("COMPLETED", "SUCCEEDED", 1, 1)
    assert (await resume.get(caller, row.id)).status == "PARSED"


async def test_what_a_client_can_mend_fails_with_a_reason(caller: Caller) -> None:
    _, work = await resume.submit(caller, b"%PDF-1.7\n1 0 obj", "cv.pdf")
    await work_all(caller)
    row = await Task.get(id=work.id)
    assert row.conclusion == "FAILED" and row.errors[0]["code"] == "FILE_DAMAGED"
    assert not await Resume.visible(caller).exists()


async def test_a_batch_spoils_only_what_is_spoilt(caller: Caller) -> None:
    work = await batch.read(caller, [(CV, "a.txt"), (b"%PDF-1.7\n1 0 obj", "broken.pdf"), (CV, "c.txt")])
    await work_all(caller)
    assert await state(work.id) == ("COMPLETED", "PARTIAL", 3, 3)
    items = await TaskItem.filter(task_id=work.id).order_by("position")
    assert [item.conclusion for item in items] == ["SUCCEEDED", "FAILED", "SUCCEEDED"]
    assert task.item_name(items[1], caller) == "broken.pdf" and items[1].errors[0]["code"] == "FILE_DAMAGED"
    assert not [item for item in items if item.sealed_name and b"broken" in bytes(item.sealed_name)]


async def test_printing_twice_makes_one_document(caller: Caller) -> None:
    """A worker that died after printing and before saying so leaves nothing double."""
    row = await resume.parse(caller, CV, "camille.txt")
    work = await batch.render(caller, [row.id])
    await work_all(caller)
    await Task.filter(id=work.id).update(status=TaskStatus.QUEUED, conclusion=None, done=0)
    await TaskItem.filter(task_id=work.id).update(status=TaskStatus.QUEUED, conclusion=None)
    await work_all(caller)
    assert await Document.visible(caller).filter(resume_id=row.id).count() == 1
    assert await state(work.id) == ("COMPLETED", "SUCCEEDED", 1, 1)


async def test_a_dead_heartbeat_frees_the_task(caller: Caller) -> None:
    work = await task.begin(caller, "resume.parse", None)
    await lease.claim(work.id)
    await Task.filter(id=work.id).update(lease_until=dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1))
    closing.set()
    await Crew().sweep()
    closing.clear()
    assert (await Task.get(id=work.id)).status == TaskStatus.QUEUED


async def test_whoever_lost_the_task_cannot_end_it(caller: Caller) -> None:
    work = await task.begin(caller, "resume.parse", None)
    first = await lease.claim(work.id)
    assert first
    await lease.put_back(first)
    second = await lease.claim(work.id)
    assert second and not await lease.conclude(first, TaskConclusion.FAILED, CvError("late"))
    with pytest.raises(task.Stopped):
        await lease.beat(first)
    assert await lease.conclude(second, TaskConclusion.SUCCEEDED)
    assert not await lease.conclude(second, TaskConclusion.SUCCEEDED)


async def test_a_cancelled_batch_stops_at_the_next_item(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    work = await batch.read(caller, [(CV, f"{number}.txt") for number in range(6)])
    real = resume.work

    async def slow(asking: Caller, identity: UUID, is_last: bool) -> None:
        await real(asking, identity)
        if (await Task.get(id=work.id)).status == TaskStatus.RUNNING:
            await task.cancel(caller, work.id)

    monkeypatch.setattr(tasks.resume, "work", slow)
    await work_all(caller)
    assert (await Task.get(id=work.id)).conclusion == "CANCELLED"
    assert await TaskItem.filter(task_id=work.id, conclusion="CANCELLED").count() >= 3
    with pytest.raises(InvalidInput):
        await task.cancel(caller, work.id)


async def test_what_is_not_done_is_given_back(caller: Caller) -> None:
    work = await batch.read(caller, [(CV, "a.txt"), (b"%PDF-1.7\n1 0 obj", "broken.pdf")])
    assert (await Quota.visible(caller).get(kind="parse")).used == 2
    await work_all(caller)
    assert (await Task.get(id=work.id)).conclusion == "PARTIAL"
    assert (await Quota.visible(caller).get(kind="parse")).used == 1


async def test_an_outage_is_waited_for(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file store is gone for a while: the task is tried again, not failed."""
    _, work = await resume.submit(caller, CV, "camille.txt")
    real, calls = resume.work, []

    async def gone(asking: Caller, identity: UUID, is_last: bool) -> None:
        calls.append(identity)
        if len(calls) < 3:
            raise Unavailable("The file store does not answer")
        await real(asking, identity)

    monkeypatch.setattr(tasks.resume, "work", gone)
    for _ in range(3):
        await Task.filter(id=work.id).update(due_at=dt.datetime.now(dt.UTC))
        await work_all(caller)
    assert await state(work.id) == ("COMPLETED", "SUCCEEDED", 1, 1) and len(calls) == 3


async def test_a_fault_of_ours_is_tried_five_times(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    _, work = await resume.submit(caller, CV, "camille.txt")
    calls = []

    async def broken(asking: Caller, identity: UUID, is_last: bool) -> None:
        calls.append(identity)
        raise RuntimeError("Camille")

    monkeypatch.setattr(tasks.resume, "work", broken)
    for _ in range(7):
        await Task.filter(id=work.id).update(due_at=dt.datetime.now(dt.UTC))
        await work_all(caller)
    row = await Task.get(id=work.id)
    assert row.conclusion == "FAILED" and len(calls) == tasks.FAILURES and "Camille" not in str(row.errors)


@pytest.mark.parametrize(("slow", "conclusion", "kept"), [(2, "SUCCEEDED", 1), (9, "FAILED", 0)])
async def test_a_reading_that_takes_too_long_is_tried_again(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, slow: int, conclusion: str, kept: int
) -> None:
    """A machine with too much to do is slow with every file: only the third time it is the file's fault."""
    tries, read = iter(range(20)), resume.read

    async def reading(data: bytes, name: str) -> Cv:
        if next(tries) < slow:
            raise InvalidFile("too long", ErrorCode.TIMED_OUT)
        return await read(data, name)

    monkeypatch.setattr(resume, "read", reading)
    _, work = await resume.submit(caller, CV, "camille.txt")
    for _ in range(4):
        await pass_time(caller, dt.timedelta(minutes=1))
        await work_all(caller)
    row = await Task.get(id=work.id)
    assert (row.conclusion, next(tries)) == (conclusion, 3) and await Resume.visible(caller).count() == kept


async def test_too_long_is_ended(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    async def forever(asking: Caller, work: Task) -> None:
        await asyncio.sleep(10)

    monkeypatch.setitem(tasks.WORK, "resume.parse", tasks.Work(forever, 0.05))
    work = await task.begin(caller, "resume.parse", None)
    await work_all(caller)
    assert (await Task.get(id=work.id)).conclusion == "TIMED_OUT"


@pytest.mark.parametrize("conclusion", ["TIMED_OUT", "FAILED"])
async def test_open_items_end_with_their_task_and_every_reader_hears_why(
    caller: Caller, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, conclusion: str
) -> None:
    """A receiver is told the same as whoever polls: all are settled, and each without a PDF says why."""

    async def one_of_two(asking: Caller, work: Task) -> None:
        first, _ = await task.open_items(work)
        await task.end_item(work, first, TaskConclusion.SUCCEEDED, None)
        if conclusion == "FAILED":
            raise InvalidInput("Too broken")
        await asyncio.sleep(10)

    monkeypatch.setitem(tasks.WORK, "resume.render", tasks.Work(one_of_two, 0.2))
    await webhook.create(caller, "http://127.0.0.1:9/hook", [WebhookEvent.PDF_GENERATED])
    kept = await resume.parse(caller, CV, "camille.txt")
    work = await batch.render(caller, [kept.id, kept.id])
    await work_all(caller)
    assert [item.conclusion for item in await task.items(work)] == ["SUCCEEDED", conclusion]
    polled = (await client.get(f"/api/webhook/generate-pdfs/{work.id}")).json()
    sent = json.loads(delivery.body_of(await Delivery.visible(caller).get(event="PDF_GENERATED"), caller))
    assert polled["results"] == sent["results"] and polled["processed"] == sent["processed"] == 2
    assert [bool(result.get("error")) for result in polled["results"]] == [False, True]


async def test_a_stop_puts_back_what_runs(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    async def forever(asking: Caller, work: Task) -> None:
        await asyncio.sleep(10)

    monkeypatch.setitem(tasks.WORK, "resume.parse", tasks.Work(forever))
    work = await task.begin(caller, "resume.parse", None)
    claimed = await lease.claim(work.id)
    assert claimed
    running = asyncio.create_task(tasks.run(claimed))
    await asyncio.sleep(0.05)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (await Task.get(id=work.id)).status == TaskStatus.QUEUED


async def test_a_stop_lets_items_end_and_leaves_the_others(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    row = await resume.parse(caller, CV, "a.txt")
    work = await batch.render(caller, [row.id] * (3 * tasks.PLACES))
    printed, publish_once = 0, document.publish_once

    async def slowly(*given: Any, **how: Any) -> Document:
        nonlocal printed
        printed += 1
        if printed == 1:
            closing.set()
        return await publish_once(*given, **how)

    monkeypatch.setattr(document, "publish_once", slowly)
    claimed = await lease.claim(work.id)
    assert claimed
    await tasks.run(claimed)
    closing.clear()
    assert 1 <= printed <= tasks.PLACES
    assert await state(work.id) == ("QUEUED", None, printed, 3 * tasks.PLACES)
    await work_all(caller)
    assert await state(work.id) == ("COMPLETED", "SUCCEEDED", 3 * tasks.PLACES, 3 * tasks.PLACES)
    assert printed == 3 * tasks.PLACES


async def test_a_scheduled_turn_is_begun_once(caller: Caller) -> None:
    from workers.services import calendar

    day = dt.date(2031, 1, 1)
    await asyncio.gather(calendar.begin_day(day), calendar.begin_day(day))
    assert await Task.visible(caller).filter(kind="retention.sweep", once__endswith=str(day)).count() == 1
    await Task.filter(once__endswith=str(day)).delete()


async def test_unknown_and_foreign_tasks_do_not_exist(caller: Caller) -> None:
    work = await task.begin(caller, "resume.parse", None)
    with pytest.raises(NotFound):
        await task.get(await fresh_caller(), work.id)
    with pytest.raises(NotFound):
        await task.cancel(caller, uuid4())


async def test_turns_go_round_the_accounts() -> None:
    """Whoever brings one thing waits for one other, not for five hundred."""
    turns, many, one = Turns(1), new_id(), new_id()
    order: list[UUID] = []

    async def act(account: UUID) -> None:
        async with turns.of(account):
            order.append(account)
            await asyncio.sleep(0)

    crowd = [asyncio.create_task(act(many)) for _ in range(50)]
    await asyncio.sleep(0)
    await act(one)
    await asyncio.gather(*crowd)
    assert order.index(one) <= 3 and len(order) == 51


async def test_a_turn_given_up_is_passed_on() -> None:
    turns, account = Turns(1), new_id()
    async with turns.of(account):
        waiting = asyncio.create_task(turns.of(account).__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    async with asyncio.timeout(1), turns.of(account):
        pass


async def test_one_account_never_holds_every_slot(caller: Caller, stranger: Caller) -> None:
    running, most, done = 0, 0, asyncio.Event()

    async def hold(work: Task) -> None:
        nonlocal running, most
        if work.account_id == stranger.account_id:
            done.set()
        if work.account_id == caller.account_id:
            running += 1
            most = max(most, running)
            await done.wait()
            running -= 1
        await Task.filter(id=work.id).delete()

    for _ in range(12):
        await task.begin(caller, "held", None)
    await Task.filter(kind="held").update(lane="held")
    hands = Hands("held", 8, hold)
    hands.ring()
    await asyncio.sleep(0.2)
    late = await task.begin(stranger, "held", None)
    await Task.filter(id=late.id).update(lane="held")
    hands.ring()
    async with asyncio.timeout(5):
        await done.wait()
        while await Task.filter(kind="held").exists():
            await asyncio.sleep(0.02)
    assert most <= 4


async def test_what_failed_is_rung_for_when_its_pause_is_over(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: asyncio.Queue[str] = asyncio.Queue()

    async def fail(asking: Caller, work: Task) -> None:
        raise OSError

    monkeypatch.setattr(queue, "_ring", rung.put)
    monkeypatch.setitem(tasks.WORK, "failing", tasks.Work(fail))
    begun = await task.begin(caller, "failing", None)
    claimed = await lease.claim(begun.id)
    assert claimed
    await tasks.run(claimed)
    async with asyncio.timeout(30):
        assert await rung.get() == begun.lane
    waiting = await Task.get(id=begun.id)
    assert waiting.status == "QUEUED" and waiting.due_at <= dt.datetime.now(dt.UTC)
    await waiting.delete()


def test_each_installation_rings_its_own_bells(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two installations may share a Redis: neither hears the other's news nor takes its bells."""
    own = queue.name()
    monkeypatch.setattr(secrets, "master", lambda: secrets.Sealer(b"another master key of 32 bytes  "))
    assert queue.name() != own


async def test_calls_under_way_go_together() -> None:
    """The first goes alone; those that come meanwhile share one; an error is raised by those it concerns."""
    pages: list[list[int]] = []

    async def do(page: Sequence[int]) -> list[int]:
        pages.append(list(page))
        await asyncio.sleep(0.01)
        if 7 in page:
            raise ValueError
        return [2 * each for each in page]

    together = Together(do, most=4)
    first = asyncio.create_task(together(0))
    await asyncio.sleep(0)
    assert await asyncio.gather(first, *map(together, range(1, 6))) == [0, 2, 4, 6, 8, 10]
    assert pages == [[0], [1, 2, 3, 4], [5]]
    with pytest.raises(ValueError):
        await together(7)
    assert await together(8) == 16


async def test_what_is_said_within_a_moment_goes_together(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    async def hear(text: str) -> None:
        said.append(text)

    monkeypatch.setattr(queue, "_say", hear)
    for line in ("a", "b", "c", "b"):
        await queue.publish(line)
    await asyncio.sleep(0.1)
    assert said == ["a", "b\nc"]


async def test_many_are_taken_and_ended_at_once(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty tasks of several accounts, each done once; what somebody listens to is told of all the same."""
    seen: list[UUID] = []

    async def nothing(asking: Caller, work: Task) -> None:
        seen.append(work.id)

    monkeypatch.setitem(tasks.WORK, "nothing", tasks.Work(nothing))
    await webhook.create(caller, "http://127.0.0.1:9/", [WebhookEvent.TASK_COMPLETED])
    others = [await fresh_caller() for _ in range(3)]
    begun = [await task.begin(each, "nothing", None) for each in [caller, *others] for _ in range(15)]
    hands = Hands(task.WORK, 24, tasks.run)
    hands.ring()
    async with asyncio.timeout(20):
        while await Task.filter(kind="nothing").exclude(status="COMPLETED").exists():
            await asyncio.sleep(0.02)
    assert sorted(seen) == sorted(work.id for work in begun)
    assert await Delivery.visible(caller).count() == 15 and not await Delivery.visible(others[0]).exists()
    await Task.filter(kind="nothing").delete()
