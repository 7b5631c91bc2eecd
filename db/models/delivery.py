from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.webhook import Webhook


class Delivery(Owned):
    """One event for one webhook, or for the account's e-mail where `webhook` is null. The sealed body is written once."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="deliveries", on_delete=fields.CASCADE
    )
    account_id: UUID
    webhook: fields.ForeignKeyNullableRelation[Webhook] = fields.ForeignKeyField(
        "models.Webhook", related_name="deliveries", on_delete=fields.CASCADE, null=True
    )
    webhook_id: UUID | None
    event = fields.CharField(max_length=30)
    subject_id = fields.UUIDField(null=True)
    task_id = fields.UUIDField(null=True)
    sealed_body = fields.BinaryField(null=True)
    status = fields.CharField(max_length=12, default="PENDING")
    attempt_count = fields.IntField(default=0)
    last_attempt_at = fields.DatetimeField(null=True)
    next_attempt_at = fields.DatetimeField(null=True)
    response_status = fields.IntField(null=True)
    sealed_response = fields.BinaryField(null=True)
    error = fields.CharField(max_length=300, null=True)
    once = fields.CharField(max_length=150, unique=True)

    class Meta:
        table = "delivery"
        indexes = (("account_id", "sandbox", "id"), ("account_id", "status"), ("subject_id",), ("task_id",), ("webhook_id", "status"))
