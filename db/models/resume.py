from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.candidate import Candidate


class Resume(Owned):
    """One CV: the sealed file, the sealed Cv, and the few plain columns that lists filter by."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="resumes", on_delete=fields.CASCADE)
    account_id: UUID
    candidate: fields.ForeignKeyNullableRelation[Candidate] = fields.ForeignKeyField(
        "models.Candidate", related_name="resumes", on_delete=fields.CASCADE, null=True
    )
    candidate_id: UUID | None
    status = fields.CharField(max_length=12, default="PENDING")
    parser_type = fields.CharField(max_length=12, default="PREMIUM")
    file = fields.CharField(max_length=100, default="")
    file_digest = fields.CharField(max_length=40, default="")
    media_type = fields.CharField(max_length=100, default="")
    file_size = fields.IntField(default=0)
    sealed_name = fields.BinaryField(null=True)
    sealed_cv = fields.BinaryField(null=True)
    revision = fields.IntField(default=0)
    document_type = fields.CharField(max_length=20, null=True)
    language = fields.CharField(max_length=2, null=True)
    page_count = fields.IntField(null=True)
    experience_months = fields.IntField(null=True)
    parsed_at = fields.DatetimeField(null=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "resume"
        indexes = (("account_id", "sandbox", "id"), ("candidate_id",), ("account_id", "file_digest"))
