"""Tasks: slow work, its items, and what came of them. The row is the truth; who does it, `lease` decides."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Awaitable, Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.transactions import in_transaction

from db.base import owned
from db.connection import run
from db.models import Task, TaskItem
from workers.errors import CvError, ErrorCode, InvalidInput, NotFound
from workers.services import news, quota
from workers.services.caller import Caller, Scope
from workers.services.quota import Kind

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

WORK, DELIVER = "work", "deliver"
LANES = {"webhook.deliver": DELIVER}
END_ITEM = """
UPDATE task_item SET status = 'COMPLETED', conclusion = ?, result_id = ?, completed_at = ?, errors = ?
WHERE id = ? AND status <> 'COMPLETED'"""
COUNT_ITEM = "UPDATE task SET done = done + 1 WHERE id = ? AND status = 'RUNNING'"
BROKEN = "This failed on our side again and again; the task's id names it in our logs"


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


class Stopped(Exception):
    """The task is no longer ours to do: it was cancelled, or somebody else took it over."""


async def begin(
    caller: Caller,
    kind: str,
    subject: UUID | None,
    options: dict[str, Any] | None = None,
    total: int = 1,
    *,
    items: Sequence[UUID] = (),
    names: Sequence[str] = (),
    once: str | None = None,
) -> Task:
    """Write the task's row; call it inside the transaction of its subject.

    `options` hold ids and switches, never content. `items` are what it does one by one, `names` what the client calls
    them. `once` makes the row unique: a second one raises IntegrityError.
    """
    work = drafted(caller, kind, subject, options, total=len(items) or total, once=once)
    await work.save()
    if items:
        await TaskItem.bulk_create([_item(caller, work, *each) for each in enumerate(_named(items, names))], batch_size=200)
    return work


def drafted(caller: Caller, kind: str, subject: UUID | None, options: dict[str, Any] | None = None, **columns: Any) -> Task:
    """A task's row that is not yet written."""
    return Task(**owned(caller), kind=kind, lane=LANES.get(kind, WORK), subject_id=subject, options=options or {}, **columns)


def _named(items: Sequence[UUID], names: Sequence[str]) -> list[tuple[UUID, str | None]]:
    called: Sequence[str | None] = names or [None] * len(items)
    return list(zip(items, called, strict=True))


def _item(caller: Caller, work: Task, position: int, what: tuple[UUID, str | None]) -> TaskItem:
    item = TaskItem(**owned(caller), task_id=work.id, position=position, subject_id=what[0])
    if what[1] is not None:
        item.sealed_name = caller.sealer.seal(what[1].encode(), f"item:{item.id}")
    return item


def item_name(item: TaskItem, caller: Caller) -> str | None:
    """What the client called the file of this item."""
    return caller.sealer.open(bytes(item.sealed_name), f"item:{item.id}").decode() if item.sealed_name else None


def each(work: Task, do: Callable[[TaskItem], Awaitable[UUID | None]]) -> Callable[[TaskItem], Awaitable[None]]:
    """`do` as a function that also keeps what came of the item: what a caller can mend spoils one item, not the others."""

    async def one(item: TaskItem) -> None:
        try:
            await end_item(work, item, TaskConclusion.SUCCEEDED, await do(item))
        except CvError as error:
            if error.status >= 500 and error.code is not ErrorCode.DOCUMENT_LEAKS:
                raise
            await end_item(work, item, TaskConclusion.FAILED, None, error)

    return one


async def end_item(work: Task, item: TaskItem, conclusion: TaskConclusion, result: UUID | None, *errors: CvError) -> None:
    """One item is done. Twice is once; a task that was cancelled meanwhile raises Stopped."""
    said = json.dumps([described(error) for error in errors])
    async with in_transaction():
        changed, _ = await run(END_ITEM, conclusion.value, result, _now(), said, item.id)
        if changed and not (await run(COUNT_ITEM, work.id))[0]:
            raise Stopped
    await tell(work)


async def items(work: Task) -> list[TaskItem]:
    return await TaskItem.filter(task_id=work.id).order_by("position")


async def open_items(work: Task) -> list[TaskItem]:
    return await TaskItem.filter(task_id=work.id).exclude(status=TaskStatus.COMPLETED).order_by("position")


async def ending_items(work: Task, conclusion: TaskConclusion, errors: Sequence[CvError]) -> list[TaskItem]:
    """All items as they will be when the task has ended like this: those still open end with it."""
    all_items = await items(work)
    for item in all_items:
        if item.conclusion is None:
            item.conclusion, item.errors = conclusion, [described(error) for error in errors]
    return all_items


async def close_items(work: Task, conclusion: TaskConclusion, errors: Sequence[CvError]) -> None:
    """End the open items of a task that ends, with what ended it."""
    still_open = TaskItem.filter(task_id=work.id).exclude(status=TaskStatus.COMPLETED)
    said = [described(error) for error in errors]
    await still_open.update(status=TaskStatus.COMPLETED, conclusion=conclusion, completed_at=_now(), errors=said)


async def items_conclusion(work: Task) -> TaskConclusion:
    """What became of all items together."""
    failed = await TaskItem.filter(task_id=work.id, conclusion=TaskConclusion.FAILED).count()
    return TaskConclusion.SUCCEEDED if not failed else TaskConclusion.FAILED if failed == work.total else TaskConclusion.PARTIAL


async def give_back(work: Task) -> None:
    """Of what was charged at submission (`options.charged`) only the items that succeeded are due."""
    if "charged" in work.options:
        good = await TaskItem.filter(task_id=work.id, conclusion=TaskConclusion.SUCCEEDED).count()
        await quota.refund(Caller(await work.account, work.sandbox), Kind(work.options["charged"]), work.total - good)


async def cancel(caller: Caller, identity: UUID) -> Task:
    """End a task that waits or runs; items done stay done. One that has ended raises InvalidInput."""
    caller.demand(Scope.WRITE)
    work = await get(caller, identity)
    async with in_transaction():
        ended = (
            await Task.filter(id=work.id)
            .exclude(status=TaskStatus.COMPLETED)
            .update(status=TaskStatus.COMPLETED, conclusion=TaskConclusion.CANCELLED, completed_at=_now(), lease_until=None)
        )
        if not ended:
            raise InvalidInput("This task has ended already", field=("id",))
        await give_back(work)
        await close_items(work, TaskConclusion.CANCELLED, [])
    await tell(work)
    return await get(caller, identity)


async def tell(work: Task) -> None:
    """Say to whoever listens that the task changed."""
    await news.tell(work.account_id, work.sandbox, "task", work.id)


def described(error: CvError) -> dict[str, Any]:
    return {"code": error.code.value, "message": error.message, "field": list(error.field)}


def visible(caller: Caller, *, status: str | None = None, kind: str | None = None, subject_id: UUID | None = None) -> QuerySet[Task]:
    asked = {"status": status, "kind": kind, "subject_id": subject_id}
    return Task.visible(caller).filter(**{name: value for name, value in asked.items() if value is not None})


async def is_open(caller: Caller, subjects: Sequence[UUID]) -> bool:
    """Whether a task, or an item of one, is still to be done about any of these."""
    for model in (Task, TaskItem) if subjects else ():
        if await model.visible(caller).filter(subject_id__in=subjects).exclude(status=TaskStatus.COMPLETED).exists():
            return True
    return False


async def get(caller: Caller, identity: UUID) -> Task:
    found = await Task.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such task", field=("id",))
    return found


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
