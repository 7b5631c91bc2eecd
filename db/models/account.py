from __future__ import annotations

from tortoise import fields

from db.base import Stored
from db.secrets import Sealer, data_key


class Account(Stored):
    """A customer. `wrapped_key` seals all its data; without it, what backups hold is unreadable."""

    name = fields.CharField(max_length=200)
    email = fields.CharField(max_length=320, null=True)
    wrapped_key = fields.BinaryField()
    retention_days = fields.IntField(default=730)

    class Meta:
        table = "account"

    @property
    def sealer(self) -> Sealer:
        return data_key(str(self.id), bytes(self.wrapped_key))
