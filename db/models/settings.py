from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class ResumeSettings(Owned):
    """How an account prints CVs, as the tree of `workers.rendering.settings`; one row for its real, one for its sandbox data."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="settings", on_delete=fields.CASCADE
    )
    account_id: UUID
    tree = fields.TextField(default="{}")
    previewed = fields.CharField(max_length=16, default="")
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "resume_settings"
        unique_together = (("account_id", "sandbox"),)
