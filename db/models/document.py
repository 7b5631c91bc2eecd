from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.resume import Resume


class Document(Owned):
    """A printed CV (PDF) or one page of a preview (PREVIEW), sealed; who has its signed link may fetch it until it expires."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="documents", on_delete=fields.CASCADE
    )
    account_id: UUID
    resume: fields.ForeignKeyNullableRelation[Resume] = fields.ForeignKeyField(
        "models.Resume", related_name="documents", on_delete=fields.CASCADE, null=True
    )
    resume_id: UUID | None
    # PDF, PREVIEW, and SHEET: a page of the file that the CV was read from.
    kind = fields.CharField(max_length=8)
    file = fields.CharField(max_length=100)
    media_type = fields.CharField(max_length=40)
    page = fields.IntField(default=0)
    pages = fields.IntField(default=1)
    fingerprint = fields.CharField(max_length=40, default="")
    expires_at = fields.DatetimeField()

    class Meta:
        table = "document"
        indexes = (("account_id", "sandbox", "id"), ("resume_id",), ("expires_at",))
