"""Every access to a person's data and every change of keys leaves a line: who, what, when. Never content."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from db.base import new_id
from db.connection import run, run_many
from workers.services.caller import Caller

ADD = """
INSERT INTO audit_event (id, created_at, account_id, sandbox, actor_id, action, subject_id, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


async def record(caller: Caller, action: str, *subjects: UUID) -> None:
    """One event for each subject; `action` is `noun.verb` (`resume.read`)."""
    actor, now = caller.key.id if caller.key else None, dt.datetime.now(dt.UTC)
    said = (now, caller.account_id, caller.sandbox, actor, action)
    lines = [(new_id(), *said, subject, caller.request_id) for subject in subjects]
    if len(lines) == 1:
        await run(ADD, *lines[0])
    elif lines:
        await run_many(ADD, lines)
