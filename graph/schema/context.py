"""What every resolver may ask for: the caller, and loaders that live for one request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

import strawberry
from starlette.requests import HTTPConnection
from strawberry.dataloader import DataLoader

from db.base import Owned
from graph import auth
from graph.limits import RequestRates
from workers.errors import Unauthenticated
from workers.services.caller import Caller


@dataclass
class Context:
    """`connection_params` is what a WebSocket's `connection_init` brought; `caller` stands from the first moment over HTTP."""

    request: HTTPConnection
    rates: RequestRates
    response: Any = None
    known: Caller | None = None
    connection_params: dict[str, Any] | None = None
    loaders: dict[Any, DataLoader[Any, Any]] = field(default_factory=dict)

    @property
    def secret(self) -> str:
        """The key that a socket was opened with."""
        return auth.secret_of_connection(self.connection_params or dict(self.request.headers))

    @property
    def caller(self) -> Caller:
        if self.known is None:
            raise Unauthenticated("Invalid Api Key")
        return self.known

    def one(self, model: type[Owned]) -> DataLoader[UUID, Any]:
        """Rows of `model` by id, as far as this caller may see them; None for all others."""

        async def load(ids: Sequence[UUID]) -> list[Any]:
            rows = {row.id: row for row in await model.visible(self.caller).filter(id__in=list(ids))}
            return [rows.get(identity) for identity in ids]

        return self.loader((model, "id"), load)

    def many(self, model: type[Owned], column: str) -> DataLoader[UUID, Any]:
        """Rows of `model` whose `column` is the id asked for, newest first."""

        async def load(ids: Sequence[UUID]) -> list[Any]:
            groups = defaultdict(list)
            for row in await model.visible(self.caller).filter(**{f"{column}__in": list(ids)}).order_by("-id"):
                groups[getattr(row, column)].append(row)
            return [groups[identity] for identity in ids]

        return self.loader((model, column), load)

    def loader(self, name: Any, load: Callable[..., Any]) -> DataLoader[Any, Any]:
        """The loader of this name, one for the whole request."""
        if name not in self.loaders:
            self.loaders[name] = DataLoader(load_fn=load)
        return self.loaders[name]


Info: TypeAlias = strawberry.Info[Context, None]
