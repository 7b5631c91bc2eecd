from __future__ import annotations

import json

from tortoise import fields

from db.base import Stored
from db.secrets import Sealer, data_key


class Account(Stored):
    """A customer. `wrapped_key` seals all its data; without it, what backups hold is unreadable.

    `plan` names a row of plans.toml; `limits` are this account's own in place of the plan's, by kind;
    `match_weights` weigh the parts of a score, where the account wants others than ours.
    """

    name = fields.CharField(max_length=200)
    email = fields.CharField(max_length=320, null=True)
    wrapped_key = fields.BinaryField()
    plan = fields.CharField(max_length=40, default="operator")
    limits: dict[str, int] = fields.JSONField(default=dict, encoder=json.dumps, decoder=json.loads)
    members: list[str] = fields.JSONField(default=list, encoder=json.dumps, decoder=json.loads)
    match_weights: dict[str, float] = fields.JSONField(default=dict, encoder=json.dumps, decoder=json.loads)
    retention_days = fields.IntField(default=730)

    class Meta:
        table = "account"

    @property
    def sealer(self) -> Sealer:
        return data_key(str(self.id), bytes(self.wrapped_key))
