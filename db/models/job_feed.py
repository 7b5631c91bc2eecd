from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class JobFeed(Owned):
    """An address of the account's own that lists its jobs. `errors` are what was wrong with the last answer, row by row."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="job_feeds", on_delete=fields.CASCADE
    )
    account_id: UUID
    url = fields.CharField(max_length=2000)
    active = fields.BooleanField(default=True)
    synced_at = fields.DatetimeField(null=True)
    tried_at = fields.DatetimeField(null=True)
    row_count = fields.IntField(null=True)
    errors: list[dict[str, Any]] = fields.JSONField(default=list, encoder=json.dumps, decoder=json.loads)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "job_feed"
        indexes = (("account_id", "sandbox", "id"),)
