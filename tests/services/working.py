"""What a worker would do with an account's tasks, done here and now."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from db.models import Delivery, Task
from workers import tasks
from workers.services import lease
from workers.services.caller import Caller


async def work_all(caller: Caller) -> list[UUID]:
    """Do every task of the account that is due, and what follows from it; ids in the order done."""
    done: list[UUID] = []
    while found := await Task.visible(caller).filter(status="QUEUED", due_at__lte=dt.datetime.now(dt.UTC)).order_by("due_at", "id").first():
        claimed = await lease.claim(found.id)
        assert claimed
        await tasks.run(claimed)
        done.append(found.id)
    return done


async def pass_time(caller: Caller, past: dt.timedelta) -> None:
    """Move what the account waits for into the past."""
    for row in await Task.visible(caller).filter(status="QUEUED"):
        row.due_at -= past
        await row.save(update_fields=["due_at"])
    for sent in await Delivery.visible(caller).filter(next_attempt_at__isnull=False):
        sent.next_attempt_at -= past
        await sent.save(update_fields=["next_attempt_at"])
