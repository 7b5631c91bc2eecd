"""What an operator watches over all accounts: how much waits, and since when. Numbers alone, nobody's data."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tortoise.functions import Count, Min

from db.models import Delivery, Task
from workers.services.task import TaskStatus


class Waiting(NamedTuple):
    kind: str
    status: str
    tasks: int
    oldest_seconds: float


async def waiting() -> list[Waiting]:
    """Tasks that wait or run, by kind; `oldest_seconds` is how long the first of them has been due."""
    now = dt.datetime.now(dt.UTC)
    open_tasks = Task.filter(status__in=[TaskStatus.QUEUED, TaskStatus.RUNNING]).annotate(tasks=Count("id"), first=Min("due_at"))
    rows = await open_tasks.group_by("kind", "status").values("kind", "status", "tasks", "first")
    return [Waiting(row["kind"], row["status"], row["tasks"], max(0.0, (now - _moment(row["first"])).total_seconds())) for row in rows]


async def undelivered() -> int:
    """Deliveries that are still to arrive."""
    return await Delivery.filter(status="PENDING").count()


def _moment(value: dt.datetime | str) -> dt.datetime:
    # SQLite gives an aggregate of moments as text.
    read = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return read if read.tzinfo else read.replace(tzinfo=dt.UTC)
