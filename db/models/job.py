from __future__ import annotations

import json
from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.job_feed import JobFeed


class Job(Owned):
    """A vacancy in the words of whoever posted it. `ad` is what our reader understood, as JSON; `*_key` are folded for searching."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="jobs", on_delete=fields.CASCADE)
    account_id: UUID
    feed: fields.ForeignKeyNullableRelation[JobFeed] = fields.ForeignKeyField(
        "models.JobFeed", related_name="jobs", on_delete=fields.SET_NULL, null=True
    )
    feed_id: UUID | None
    closed_by_feed = fields.BooleanField(default=False)
    status = fields.CharField(max_length=8, default="ACTIVE")
    source = fields.CharField(max_length=8, default="manual")
    reference = fields.CharField(max_length=200, null=True)
    reference_key = fields.CharField(max_length=200, default="")
    title = fields.CharField(max_length=300)
    title_key = fields.CharField(max_length=300)
    description = fields.TextField(null=True)
    profile = fields.TextField(null=True)
    experience = fields.TextField(null=True)
    education = fields.TextField(null=True)
    skills: list[str] | None = fields.JSONField(null=True, encoder=json.dumps, decoder=json.loads)
    company = fields.CharField(max_length=300, null=True)
    country = fields.CharField(max_length=100, null=True)
    city = fields.CharField(max_length=200, null=True)
    city_key = fields.CharField(max_length=200, default="")
    contract = fields.CharField(max_length=40, null=True)
    language = fields.CharField(max_length=2, null=True)
    ad = fields.TextField(default="{}")
    revision = fields.IntField(default=1)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "job"
        unique_together = (("account_id", "sandbox", "reference"),)
        indexes = (("account_id", "sandbox", "status", "id"), ("account_id", "sandbox", "id"), ("feed_id",))
