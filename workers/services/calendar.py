"""What the clock begins: a retention sweep a day and account, a pull an hour and feed. Each turn begins once, whoever asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from db.models import Account, JobFeed, Task
from workers.services import task

PAGE = 200


async def begin_day(day: dt.date) -> None:
    """Today's `retention.sweep` of every account."""
    named = {f"retention.sweep:{identity}:{day}": identity for identity in await Account.all().values_list("id", flat=True)}
    await _begin({once: Task(account_id=identity, kind="retention.sweep", lane=task.WORK, once=once) for once, identity in named.items()})


async def begin_hour(hour: dt.datetime) -> None:
    """This hour's `job.sync` of every active feed."""
    turn = hour.strftime("%Y-%m-%dT%H")
    feeds = await JobFeed.filter(active=True).values_list("id", "account_id", "sandbox")
    rows = {}
    for identity, account_id, sandbox in feeds:
        once = f"job.sync:{identity}:{turn}"
        rows[once] = Task(account_id=account_id, sandbox=sandbox, kind="job.sync", lane=task.WORK, subject_id=identity, once=once)
    await _begin(rows)


async def _begin(rows: Mapping[str, Task]) -> None:
    names = list(rows)
    for start in range(0, len(names), PAGE):
        page = names[start : start + PAGE]
        there = {str(once) for once in await Task.filter(once__in=page).values_list("once", flat=True)}
        await Task.bulk_create([rows[once] for once in page if once not in there], ignore_conflicts=True)
