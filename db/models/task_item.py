from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.task import Task


class TaskItem(Owned):
    """One of the things a task does: what it is about, what came of it. A client's file name is sealed."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="task_items", on_delete=fields.CASCADE
    )
    account_id: UUID
    task: fields.ForeignKeyRelation[Task] = fields.ForeignKeyField("models.Task", related_name="items", on_delete=fields.CASCADE)
    task_id: UUID
    position = fields.IntField()
    subject_id = fields.UUIDField()
    result_id = fields.UUIDField(null=True)
    sealed_name = fields.BinaryField(null=True)
    status = fields.CharField(max_length=12, default="QUEUED")
    conclusion = fields.CharField(max_length=12, null=True)
    errors: list[dict[str, Any]] = fields.JSONField(default=list, encoder=json.dumps, decoder=json.loads)
    completed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "task_item"
        unique_together = (("task_id", "position"),)
        indexes = (("subject_id",),)
