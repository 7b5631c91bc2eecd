from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.delivery import Delivery


class Attempt(Owned):
    """One try of a delivery and what came back: a status and the first kilobyte of the answer, sealed."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="attempts", on_delete=fields.CASCADE
    )
    account_id: UUID
    delivery: fields.ForeignKeyRelation[Delivery] = fields.ForeignKeyField(
        "models.Delivery", related_name="attempts", on_delete=fields.CASCADE
    )
    delivery_id: UUID
    number = fields.IntField()
    milliseconds = fields.IntField(default=0)
    response_status = fields.IntField(null=True)
    sealed_response = fields.BinaryField(null=True)
    error = fields.CharField(max_length=300, null=True)

    class Meta:
        table = "attempt"
        indexes = (("delivery_id", "id"),)
