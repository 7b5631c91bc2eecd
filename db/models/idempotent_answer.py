from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class IdempotentAnswer(Owned):
    """The first answer to a write that named an Idempotency-Key, sealed, for a day. `status` 0: still at work."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="answers", on_delete=fields.CASCADE)
    account_id: UUID
    key = fields.CharField(max_length=40)
    fingerprint = fields.CharField(max_length=40)
    status = fields.IntField(default=0)
    media_type = fields.CharField(max_length=100, default="")
    sealed_body = fields.BinaryField(null=True)

    class Meta:
        table = "idempotent_answer"
        unique_together = (("account_id", "sandbox", "key"),)
        indexes = (("created_at",),)
