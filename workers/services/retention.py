"""Retention: the task `retention.sweep`, once a day and account. What an account no longer wants kept is erased; twice changes nothing."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from uuid import UUID

from db import files
from db.models import Delivery, Document, IdempotentAnswer, Resume, Task
from workers.errors import NotFound
from workers.services import document, idempotency, resume, task
from workers.services.caller import Caller
from workers.services.delivery import DeliveryStatus
from workers.services.task import TaskStatus

HISTORY = dt.timedelta(days=30)
ORPHAN = dt.timedelta(days=1)
PAGE = 200


async def work(caller: Caller) -> None:
    """Erase what is past its time in the account's real data and in its sandbox, then files that nothing names."""
    now = dt.datetime.now(dt.UTC)
    for each in (Caller(caller.account, sandbox, request_id=caller.request_id) for sandbox in (False, True)):
        await _resumes(each, now - dt.timedelta(days=caller.account.retention_days))
        await _unread(each, now - ORPHAN)
        await _documents(each, now)
        await _history(each, now - HISTORY)
        await IdempotentAnswer.visible(each).filter(created_at__lt=now - idempotency.KEPT).delete()
    await _orphans(caller, now - ORPHAN)


async def _resumes(caller: Caller, before: dt.datetime) -> None:
    while found := await Resume.visible(caller).filter(updated_at__lt=before).limit(PAGE).values_list("id", flat=True):
        for identity in found:
            with suppress(NotFound):
                await resume.delete(caller, UUID(str(identity)))


async def _unread(caller: Caller, before: dt.datetime) -> None:
    """Files that nobody is going to read: their task was cancelled, or broke on our side."""
    waiting = Resume.visible(caller).filter(status=resume.PENDING, updated_at__lt=before)
    for identity in await waiting.values_list("id", flat=True):
        if not await task.is_open(caller, [UUID(str(identity))]):
            with suppress(NotFound):
                await resume.delete(caller, UUID(str(identity)))


async def _documents(caller: Caller, before: dt.datetime) -> None:
    while found := await Document.visible(caller).filter(expires_at__lt=before).limit(PAGE):
        await document.forget(found)


async def _history(caller: Caller, before: dt.datetime) -> None:
    await Delivery.visible(caller).filter(created_at__lt=before).exclude(status=DeliveryStatus.PENDING).delete()
    await Task.visible(caller).filter(completed_at__lt=before, status=TaskStatus.COMPLETED).delete()


async def _orphans(caller: Caller, before: dt.datetime) -> None:
    names = set(await files.names(str(caller.account_id)))
    known = {*await _named(Resume, caller), *await _named(Document, caller)}
    await files.delete(*(name for name in names - known if _born(name) < before))


async def _named(model: type[Resume] | type[Document], caller: Caller) -> list[str]:
    return [str(name) for name in await model.filter(account_id=caller.account_id).values_list("file", flat=True)]


def _born(name: str) -> dt.datetime:
    # Files are named by UUID version 7, whose first 48 bits are milliseconds.
    try:
        return dt.datetime.fromtimestamp((UUID(name.rpartition("/")[2]).int >> 80) / 1000, dt.UTC)
    except ValueError:
        return dt.datetime.max.replace(tzinfo=dt.UTC)
