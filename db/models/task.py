from __future__ import annotations

import datetime as dt
import json
from typing import Any
from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Task(Owned):
    """Slow work, written in the transaction of what it is about. The row is the truth; the queue only wakes a worker.

    `lane` keeps what waits for a network apart from what computes. `due_at` is when it may be taken. `once` is unique
    where it is set: a schedule that names its turn cannot begin it twice.
    """

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="tasks", on_delete=fields.CASCADE)
    account_id: UUID
    kind = fields.CharField(max_length=40)
    lane = fields.CharField(max_length=8, default="work")
    subject_id = fields.UUIDField(null=True, db_index=True)
    status = fields.CharField(max_length=12, default="QUEUED")
    conclusion = fields.CharField(max_length=12, null=True)
    options: dict[str, Any] = fields.JSONField(default=dict, encoder=json.dumps, decoder=json.loads)
    errors: list[dict[str, Any]] = fields.JSONField(default=list, encoder=json.dumps, decoder=json.loads)
    total = fields.IntField(default=1)
    done = fields.IntField(default=0)
    attempts = fields.IntField(default=0)
    failures = fields.IntField(default=0)
    once = fields.CharField(max_length=100, null=True, unique=True)
    due_at = fields.DatetimeField(default=_now)
    lease_until = fields.DatetimeField(null=True)
    started_at = fields.DatetimeField(null=True)
    completed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "task"
        indexes = (("account_id", "sandbox", "id"), ("status", "lease_until"), ("status", "lane", "due_at"))
