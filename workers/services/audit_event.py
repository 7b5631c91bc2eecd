"""Every access to a person's data and every change of keys leaves a line: who, what, when. Never content."""

from __future__ import annotations

from uuid import UUID

from db.base import owned
from db.models import AuditEvent
from workers.services.caller import Caller


async def record(caller: Caller, action: str, *subjects: UUID) -> None:
    """One event for each subject; `action` is `noun.verb` (`resume.read`)."""
    actor = caller.key.id if caller.key else None
    await AuditEvent.bulk_create(
        [
            AuditEvent(**owned(caller), actor_id=actor, action=action, subject_id=subject, request_id=caller.request_id)
            for subject in subjects
        ]
    )
