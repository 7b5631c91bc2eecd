from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.job import Job
from db.models.resume import Resume


class Score(Owned):
    """How well a resume fits a job, as of the revisions named: a row whose revisions are behind is computed again when asked for."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("models.Account", related_name="scores", on_delete=fields.CASCADE)
    account_id: UUID
    job: fields.ForeignKeyRelation[Job] = fields.ForeignKeyField("models.Job", related_name="scores", on_delete=fields.CASCADE)
    job_id: UUID
    resume: fields.ForeignKeyRelation[Resume] = fields.ForeignKeyField("models.Resume", related_name="scores", on_delete=fields.CASCADE)
    resume_id: UUID
    job_revision = fields.IntField()
    resume_revision = fields.IntField()
    basis = fields.CharField(max_length=40)
    value = fields.FloatField()
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        table = "score"
        unique_together = (("job_id", "resume_id"),)
        indexes = (("account_id", "sandbox", "id"), ("resume_id",))
