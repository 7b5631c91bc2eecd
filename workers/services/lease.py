"""Leases: who does a task, and until when. One statement takes many tasks, and one ends many of which nothing follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from db.base import Owned
from db.connection import dialect, run
from db.models import Account, Task
from workers.errors import CvError
from workers.services import task
from workers.services.task import Stopped, TaskConclusion, TaskStatus
from workers.together import Together

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

LEASE = dt.timedelta(seconds=20)
TAKE = """
WITH next AS (SELECT id FROM task WHERE status = 'QUEUED' AND {which} ORDER BY due_at LIMIT ? {lock})
UPDATE task SET status = 'RUNNING', lease_until = ?, started_at = ?, attempts = attempts + 1
WHERE id IN (SELECT id FROM next) RETURNING *"""
END = """
WITH now AS (SELECT 1) UPDATE task SET status = 'COMPLETED', conclusion = 'SUCCEEDED', done = total, completed_at = ?, lease_until = NULL,
errors = '[]' WHERE status = 'RUNNING' AND ({which}) RETURNING id"""


async def take(lane: str, most: int, but: Collection[UUID] = ()) -> list[Task]:
    """Up to `most` tasks that wait in `lane`, longest first, of accounts not in `but`: ours from now on."""
    which, values = "lane = ? AND due_at <= ?", [lane, _now()]
    if but:
        which += f" AND account_id NOT IN ({', '.join('?' * len(but))})"
    return await _taken(which, [*values, *but], most)


async def claim(identity: UUID) -> Task | None:
    """The task of this id, if it waits and nobody else took it."""
    return next(iter(await _taken("id = ?", [identity], 1)), None)


async def _taken(which: str, values: Sequence[Any], most: int) -> list[Task]:
    # SQLite has one writer, who need not pass over what another one holds.
    lock, now = "FOR UPDATE SKIP LOCKED" if dialect() == "postgres" else "", _now()
    _, rows = await run(TAKE.format(which=which, lock=lock), *values, most, now + LEASE, now)
    found = [Task._init_from_db(**dict(row)) for row in rows]
    accounts = await Account.in_bulk({work.account_id for work in found}, "id") if found else {}
    # An account that was erased a moment ago took its tasks along.
    mine = sorted((work for work in found if work.account_id in accounts), key=lambda work: work.due_at)
    for work in mine:
        work.account = accounts[work.account_id]
        await task.tell(work)
    return mine


async def beat(work: Task) -> None:
    """Say that we are still at it; raises Stopped where the task is not ours any more."""
    if not await _mine(work).update(lease_until=_now() + LEASE):
        raise Stopped


async def put_back(work: Task, *, after: float = 0.0, failed: bool = False) -> None:
    """Let a running task be taken again, `after` seconds from now."""
    changes: dict[str, Any] = {"failures": F("failures") + 1} if failed else {}
    await _mine(work).update(status=TaskStatus.QUEUED, lease_until=None, due_at=_now() + dt.timedelta(seconds=after), **changes)
    await task.tell(work)


async def free_dead(now: dt.datetime) -> None:
    """Let what runs with a dead heartbeat be taken again."""
    await Task.filter(status=TaskStatus.RUNNING, lease_until__lt=now).update(status=TaskStatus.QUEUED, lease_until=None)


async def conclude(work: Task, conclusion: TaskConclusion, *errors: CvError, rows: Sequence[Owned] = ()) -> bool:
    """End a running task, and write what follows from it (`rows`) in the same transaction. False where it was not ours."""
    if conclusion is TaskConclusion.SUCCEEDED and not rows:
        ended = await _end(work)
    else:
        ended = await _concluded(work, conclusion, errors, rows)
    if ended:
        await task.tell(work)
    return ended


async def _ended(works: Sequence[Task]) -> list[bool]:
    which = " OR ".join(["id = ? AND attempts = ?"] * len(works))
    values = [value for work in works for value in (work.id, work.attempts)]
    _, rows = await run(END.format(which=which), _now(), *values)
    gone = {UUID(str(row["id"])) for row in rows}
    return [work.id in gone for work in works]


_end = Together(_ended)


async def _concluded(work: Task, conclusion: TaskConclusion, errors: Sequence[CvError], rows: Sequence[Owned]) -> bool:
    changes: dict[str, Any] = {"done": work.total} if conclusion is TaskConclusion.SUCCEEDED else {}
    changes |= {
        "status": TaskStatus.COMPLETED,
        "conclusion": conclusion,
        "completed_at": _now(),
        "lease_until": None,
        "errors": [task.described(error) for error in errors],
    }
    async with in_transaction():
        ended = await _mine(work).update(**changes)
        for row in rows if ended else ():
            await row.save(force_create=True)
        if ended and conclusion is not TaskConclusion.SUCCEEDED:
            await task.close_items(work, conclusion, errors)
            await task.give_back(work)
    return bool(ended)


def _mine(work: Task) -> QuerySet[Task]:
    return Task.filter(id=work.id, status=TaskStatus.RUNNING, attempts=work.attempts)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
