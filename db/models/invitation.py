from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account


class Invitation(Owned):
    """A code that lets a person link themselves to the account: kept as a digest, it ends with its date or its last use."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="invitations", on_delete=fields.CASCADE
    )
    account_id: UUID
    ref = fields.CharField(max_length=200)
    digest = fields.CharField(max_length=64, unique=True)
    sealed_email = fields.BinaryField(null=True)
    expires_at = fields.DatetimeField()
    max_uses = fields.IntField(default=1)
    uses = fields.IntField(default=0)
    candidate_id = fields.UUIDField(null=True)
    linked_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invitation"
        indexes = (("account_id", "sandbox", "id"), ("account_id", "sandbox", "ref"))
