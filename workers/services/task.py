"""Tasks: the life of slow work. The row is the truth; whoever claims it, does it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from db.base import owned
from db.models import Task
from workers.errors import CvError, NotFound
from workers.services import quota
from workers.services.caller import Caller

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

LEASE = dt.timedelta(seconds=30)


class TaskStatus(StrEnum):
    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    COMPLETED = "COMPLETED"


class TaskConclusion(StrEnum):
    SUCCEEDED = "SUCCEEDED"
    PARTIAL = "PARTIAL"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    TIMED_OUT = "TIMED_OUT"


async def begin(caller: Caller, kind: str, subject: UUID | None, options: dict[str, Any] | None = None, total: int = 1) -> Task:
    """Write the task's row; call it inside the transaction of its subject. `options` hold ids and switches, never content."""
    return await Task.create(**owned(caller), kind=kind, subject_id=subject, options=options or {}, total=total)


async def claim(identity: UUID) -> Task | None:
    """The task, if it waits and nobody else took it: one conditional update decides."""
    now = dt.datetime.now(dt.UTC)
    taken = await Task.filter(id=identity, status=TaskStatus.QUEUED).update(
        status=TaskStatus.RUNNING, lease_until=now + LEASE, started_at=now, attempts=F("attempts") + 1
    )
    return await Task.get(id=identity).select_related("account") if taken else None


async def conclude(task: Task, conclusion: TaskConclusion, *errors: CvError) -> None:
    """End a running task; what was charged when it was submitted (`options.charged`) is given back unless it succeeded."""
    done = task.total if conclusion is TaskConclusion.SUCCEEDED else task.done
    async with in_transaction():
        ended = await Task.filter(id=task.id, status=TaskStatus.RUNNING).update(
            status=TaskStatus.COMPLETED,
            conclusion=conclusion,
            completed_at=dt.datetime.now(dt.UTC),
            lease_until=None,
            done=done,
            errors=[described(error) for error in errors],
        )
        if ended and conclusion is not TaskConclusion.SUCCEEDED and "charged" in task.options:
            caller = Caller(await task.account, task.sandbox)
            await quota.refund(caller, quota.Kind(task.options["charged"]), task.total - done)


def described(error: CvError) -> dict[str, Any]:
    return {"code": error.code.value, "message": error.message, "field": list(error.field)}


def visible(caller: Caller, *, status: str | None = None, kind: str | None = None, subject_id: UUID | None = None) -> QuerySet[Task]:
    asked = {"status": status, "kind": kind, "subject_id": subject_id}
    return Task.visible(caller).filter(**{name: value for name, value in asked.items() if value is not None})


async def get(caller: Caller, identity: UUID) -> Task:
    found = await Task.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such task", field=("id",))
    return found
