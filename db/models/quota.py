from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class Quota(Owned):
    """What an account has used of one kind (calls, or parse, match and render credits) in one month of UTC."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="quotas", on_delete=fields.CASCADE)
    account_id: UUID
    kind = fields.CharField(max_length=12)
    month = fields.DateField()
    used = fields.IntField(default=0)

    class Meta:
        table = "quota"
        unique_together = (("account_id", "sandbox", "kind", "month"),)
