"""`Node`: every stored noun by its id, as far as the caller may see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

import strawberry

from db.base import Owned
from graph.schema.context import Info
from workers.errors import InvalidInput

MOST = 100


@strawberry.interface(description="A stored noun. Its id is a UUID, the same in GraphQL, REST, webhooks and logs.")
class Node:
    id: strawberry.ID = strawberry.field(description="UUID version 7: ids sort by time of birth.")
    created_at: dt.datetime = strawberry.field(description="When it was made, UTC.")


class Nodes:
    """Which table a node lives in and which type shows it; a noun registers itself where its type is declared."""

    known: ClassVar[dict[type[Owned], Callable[[Any], Node]]] = {}

    @classmethod
    def register(cls, model: type[Owned], show: Callable[[Any], Node]) -> None:
        cls.known[model] = show


def uuid_of(text: str, field: str = "id") -> UUID:
    """The UUID in a GraphQL ID or a path; anything else raises InvalidInput."""
    try:
        return UUID(text)
    except ValueError as error:
        raise InvalidInput(f"'{text[:40]}' is no UUID", field=(field,)) from error


async def load(info: Info, identity: UUID) -> Node | None:
    for model, show in Nodes.known.items():
        row = await info.context.one(model).load(identity)
        if row is not None:
            return show(row)
    return None


async def node_by_id(info: Info, id: strawberry.ID) -> Node | None:
    return await load(info, uuid_of(id))


async def nodes_by_ids(info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
    if len(ids) > MOST:
        raise InvalidInput(f"Ask for at most {MOST} ids at a time", field=("ids",))
    return [await load(info, uuid_of(identity, "ids")) for identity in ids]
