"""An operation over a WebSocket stands by itself as a request does."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import replace

from graphql import GraphQLError
from starlette.websockets import WebSocket
from strawberry.extensions import SchemaExtension

from graph import auth
from graph.limits import too_many
from graph.schema.context import Context
from graph.usage import count
from workers.errors import CvError
from workers.services import api_key

PATH = "/graphql"


class Socket(SchemaExtension):
    """Its key is asked for again, it counts against the key's rate and in its usage, and it sees no row that another one loaded.

    A socket stays open for hours: the key may have been revoked, and what was read may have changed.
    """

    status = 0

    async def on_operation(self) -> AsyncIterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            if self.status:
                await count(self.execution_context.context.caller, PATH, self.status, began)

    async def on_validate(self) -> AsyncIterator[None]:
        if isinstance(getattr(self.execution_context.context, "request", None), WebSocket):
            try:
                await self._admit(self.execution_context.context)
            except CvError as error:
                # An error raised here would end the operation without a word.
                self.execution_context.pre_execution_errors = [GraphQLError(error.message, original_error=error)]
        yield

    async def _admit(self, context: Context) -> None:
        caller = await api_key.authenticate(context.secret)
        self.execution_context.context = replace(context, known=caller, loaders={})
        rate = await context.rates.take(auth.digest_of(context.secret))
        self.status = 429 if rate.remaining < 0 else 200
        if rate.remaining < 0:
            raise too_many(rate)
