from __future__ import annotations

from uuid import UUID

from tortoise import fields

from db.base import Owned
from db.models.account import Account
from db.models.job import Job
from db.models.resume import Resume


class Features(Owned):
    """What matching sees of a resume or a job, and the plain columns that cut before scoring. Nothing here says who somebody is.

    `number` counts inside the corpus: postings speak of it. `revision` is that of the resume or job the features were made from.
    """

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="features", on_delete=fields.CASCADE
    )
    account_id: UUID
    resume: fields.ForeignKeyNullableRelation[Resume] = fields.OneToOneField(
        "models.Resume", related_name="features", on_delete=fields.CASCADE, null=True
    )
    resume_id: UUID | None
    job: fields.ForeignKeyNullableRelation[Job] = fields.OneToOneField(
        "models.Job", related_name="features", on_delete=fields.CASCADE, null=True
    )
    job_id: UUID | None
    corpus_id = fields.IntField()
    number = fields.IntField()
    revision = fields.IntField()
    data = fields.BinaryField()
    active = fields.BooleanField(default=True)
    language = fields.CharField(max_length=2, null=True)
    months = fields.IntField(null=True)
    eqf = fields.SmallIntField(null=True)
    notice_days = fields.IntField(null=True)
    country = fields.CharField(max_length=2, null=True)
    latitude = fields.FloatField(null=True)
    longitude = fields.FloatField(null=True)

    class Meta:
        table = "features"
        unique_together = (("corpus_id", "number"),)
        indexes = (("account_id", "sandbox", "id"),)
