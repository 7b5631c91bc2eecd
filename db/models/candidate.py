from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned, Stored
from db.models.account import Account


class Candidate(Owned):
    """A person, sealed. Found again by blind indexes alone (`CandidateToken`), or by the account's own `ref`.

    `consent_version` and `consented_at` stand where the person linked themselves by an invitation; `door` is the digest
    of their private link.
    """

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="candidates", on_delete=fields.CASCADE
    )
    account_id: UUID
    sealed_person = fields.BinaryField()
    ref = fields.CharField(max_length=200, null=True)
    linked_at = fields.DatetimeField(null=True)
    consent_version = fields.CharField(max_length=40, null=True)
    consented_at = fields.DatetimeField(null=True)
    door = fields.CharField(max_length=64, null=True, unique=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "candidate"
        unique_together = (("account_id", "sandbox", "ref"),)
        indexes = (("account_id", "sandbox", "id"),)


class CandidateToken(Stored):
    """One thing a person is recognised or searched by: e-mail, phone, name with birth date, or a word of the name."""

    candidate: fields.ForeignKeyRelation[Candidate] = fields.ForeignKeyField(
        "models.Candidate", related_name="tokens", on_delete=fields.CASCADE
    )
    candidate_id: UUID
    account_id = fields.UUIDField()
    sandbox = fields.BooleanField(default=False)
    kind = fields.CharField(max_length=12)
    token = fields.CharField(max_length=40)

    class Meta:
        table = "candidate_token"
        unique_together = (("candidate_id", "kind", "token"),)
        indexes = (("account_id", "sandbox", "kind", "token"),)
