from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class AuditEvent(Owned):
    """Who did what to whose data, and when: ids and verbs alone, never content."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="audit_events", on_delete=fields.CASCADE
    )
    account_id: UUID
    actor_id = fields.UUIDField(null=True)
    action = fields.CharField(max_length=40)
    subject_id = fields.UUIDField(null=True)
    request_id = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "audit_event"
        indexes = (("account_id", "sandbox", "id"), ("subject_id",))
