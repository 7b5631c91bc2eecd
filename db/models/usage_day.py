from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class UsageDay(Owned):
    """Calls of one endpoint on one day of UTC: how many, how many failed, how long they took. Nothing of what they held."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="usage", on_delete=fields.CASCADE)
    account_id: UUID
    day = fields.DateField()
    endpoint = fields.CharField(max_length=120)
    calls = fields.IntField(default=0)
    errors = fields.IntField(default=0)
    milliseconds = fields.BigIntField(default=0)

    class Meta:
        table = "usage_day"
        unique_together = (("account_id", "sandbox", "day", "endpoint"),)
