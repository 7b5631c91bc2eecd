"""Common form of stored nouns: time-ordered ids, and the one gate of tenancy."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

M = TypeVar("M", bound="Owned")
S = TypeVar("S", bound=Model)


class Tenant(Protocol):
    """Whoever asks: an account, and whether it looks at its sandbox."""

    @property
    def account_id(self) -> uuid.UUID: ...
    @property
    def sandbox(self) -> bool: ...


def new_id() -> uuid.UUID:
    return uuid7()


class Stored(Model):
    """A row with a UUIDv7, the same in GraphQL, REST, webhooks and logs; ids sort by time of birth."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Owned(Stored):
    """A row of one account's real or sandbox data. Reads start from `visible(caller)`, everywhere."""

    account_id: uuid.UUID
    sandbox = fields.BooleanField(default=False)

    class Meta:
        abstract = True

    @classmethod
    def visible(cls: type[M], caller: Tenant) -> QuerySet[M]:
        return cls.filter(account_id=caller.account_id, sandbox=caller.sandbox)


def columns(model: type[Model], table: str) -> str:
    """All columns of a model in a SELECT that joins it as `table`."""
    return ", ".join(f"{table}.{name} AS {table}_{name}" for name in sorted(model._meta.db_fields))


def read(model: type[S], row: Mapping[str, Any], table: str) -> S:
    """The model in a row that was read through `columns`."""
    return model._init_from_db(**{name: row[f"{table}_{name}"] for name in model._meta.db_fields})


def owned(caller: Tenant) -> dict[str, Any]:
    """The columns that make a new row visible to this caller and to nobody else."""
    return {"account_id": caller.account_id, "sandbox": caller.sandbox}
