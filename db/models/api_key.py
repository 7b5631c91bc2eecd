from __future__ import annotations

import json
from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class ApiKey(Owned):
    """A caller's key: `prefix` to recognise it by, SHA-256 of the secret, never the secret."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="api_keys", on_delete=fields.CASCADE
    )
    account_id: UUID
    name = fields.CharField(max_length=200)
    prefix = fields.CharField(max_length=12)
    digest = fields.CharField(max_length=64, unique=True)
    tier = fields.CharField(max_length=16, default="premium")
    scopes: list[str] = fields.JSONField(default=list, encoder=json.dumps, decoder=json.loads)
    expires_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    successor_id = fields.UUIDField(null=True)
    last_used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "api_key"
        indexes = (("account_id", "id"),)
