"""What an account does not want kept any longer is gone, with its files; what is younger stays."""

from __future__ import annotations

import datetime as dt
import uuid

from db import files
from db.models import Candidate, Delivery, Document, IdempotentAnswer, JobFeed, Resume, Task
from tests.services.working import work_all
from tests.stage import CV
from workers.services import batch, calendar, idempotency, resume, retention, task, webhook
from workers.services.caller import Caller
from workers.services.webhook import WebhookEvent

NOW = dt.datetime.now(dt.UTC)


async def sweep(caller: Caller) -> Task:
    work = await task.begin(caller, "retention.sweep", None)
    await work_all(caller)
    return await task.get(caller, work.id)


async def test_old_cvs_go_with_person_file_and_prints(caller: Caller) -> None:
    old, young = await resume.parse(caller, CV, "old.txt"), await resume.parse(caller, CV.replace(b"camille", b"claude"), "young.txt")
    await batch.render(caller, [old.id])
    await work_all(caller)
    await Resume.filter(id=old.id).update(updated_at=NOW - dt.timedelta(days=caller.account.retention_days + 1))
    assert (await sweep(caller)).conclusion == "SUCCEEDED"
    assert [row.id for row in await Resume.visible(caller)] == [young.id]
    assert await Candidate.visible(caller).count() == 1 and not await Document.visible(caller).exists()
    assert await files.names(str(caller.account_id)) == [young.file]


async def test_a_file_that_nobody_is_going_to_read_goes_after_a_day(caller: Caller) -> None:
    sent = [await resume.submit(caller, CV + bytes([65 + number]), f"{number}.txt") for number in range(3)]
    (cancelled, first), (waiting, _), (fresh, last) = sent
    await task.cancel(caller, first.id)
    await task.cancel(caller, last.id)
    await Resume.filter(id__in=[cancelled.id, waiting.id]).update(updated_at=NOW - dt.timedelta(hours=25))
    await retention.work(caller)
    assert {row.id for row in await Resume.visible(caller)} == {waiting.id, fresh.id}
    assert set(await files.names(str(caller.account_id))) == {waiting.file, fresh.file}


async def test_the_sandbox_is_swept_too(caller: Caller) -> None:
    sandbox = Caller(caller.account, sandbox=True)
    row = await resume.parse(sandbox, CV, "old.txt")
    await Resume.filter(id=row.id).update(updated_at=NOW - dt.timedelta(days=caller.account.retention_days + 1))
    await sweep(caller)
    assert not await Resume.visible(sandbox).exists()


async def test_expired_links_answers_and_history_go(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "cv.txt")
    await webhook.create(caller, "http://127.0.0.1:9/", [WebhookEvent.PDF_GENERATED])
    work = await batch.render(caller, [row.id])
    await work_all(caller)
    await idempotency.begin(caller, "key", b"request")
    month = NOW - dt.timedelta(days=31)
    await Document.visible(caller).update(expires_at=NOW - dt.timedelta(seconds=1))
    await IdempotentAnswer.visible(caller).update(created_at=NOW - dt.timedelta(hours=25))
    await Task.filter(id=work.id).update(completed_at=month)
    await Delivery.visible(caller).update(created_at=month, status="FAILED")
    await sweep(caller)
    for model in (Document, IdempotentAnswer, Delivery):
        assert not await model.visible(caller).exists(), model
    assert not await Task.filter(id=work.id).exists() and await Resume.visible(caller).exists()


async def test_files_nobody_names_go_after_a_day(caller: Caller) -> None:
    """A crash between file and row leaves a file; one just written may still get its row."""
    row = await resume.parse(caller, CV, "cv.txt")
    yesterday = int((NOW - dt.timedelta(days=2)).timestamp() * 1000)
    orphan = f"{caller.account_id}/{uuid.UUID(int=(yesterday << 80) | (7 << 76) | (2 << 62))}"
    fresh = f"{caller.account_id}/{uuid.UUID(int=(int(NOW.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62))}"
    for name in (orphan, fresh):
        await files.put(name, b"left over", caller.sealer)
    await sweep(caller)
    assert set(await files.names(str(caller.account_id))) == {row.file, fresh}


async def test_a_sweep_may_run_twice(caller: Caller) -> None:
    await resume.parse(caller, CV, "cv.txt")
    await sweep(caller)
    await sweep(caller)
    assert await Resume.visible(caller).count() == 1


async def test_feeds_are_pulled_every_hour_once(caller: Caller) -> None:
    await JobFeed.create(account_id=caller.account_id, url="http://127.0.0.1:9/jobs")
    hour = dt.datetime(2031, 1, 1, 10, tzinfo=dt.UTC)
    for _ in range(2):
        await calendar.begin_hour(hour)
    assert await Task.visible(caller).filter(kind="job.sync").count() == 1
    await work_all(caller)
    done = await Task.visible(caller).get(kind="job.sync")
    assert done.conclusion == "FAILED" and done.errors and (await JobFeed.visible(caller).get()).errors
