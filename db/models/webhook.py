from __future__ import annotations

import json
from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class Webhook(Owned):
    """Where an account wants to be told. Address and secrets are sealed; for a while after a rotation two secrets sign."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="webhooks", on_delete=fields.CASCADE
    )
    account_id: UUID
    sealed_url = fields.BinaryField()
    url_token = fields.CharField(max_length=40)
    events: list[str] = fields.JSONField(default=list, encoder=json.dumps, decoder=json.loads)
    thin = fields.BooleanField(default=False)
    enabled = fields.BooleanField(default=True)
    disabled_reason = fields.CharField(max_length=200, null=True)
    disabled_at = fields.DatetimeField(null=True)
    failing_since = fields.DatetimeField(null=True)
    sealed_secret = fields.BinaryField()
    sealed_old_secret = fields.BinaryField(null=True)
    old_secret_until = fields.DatetimeField(null=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "webhook"
        unique_together = (("account_id", "sandbox", "url_token"),)
