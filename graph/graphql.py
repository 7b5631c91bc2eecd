"""GraphQL over HTTP and WebSocket: the caller is known before a query runs."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http import GraphQLHTTPResponse
from strawberry.subscriptions import GRAPHQL_SSE_PROTOCOL, GRAPHQL_TRANSPORT_WS_PROTOCOL

from db.environment import environment
from graph import auth, graphiql, sandbox
from graph.limits import RequestRates
from graph.schema import build
from graph.schema.context import Context
from workers.errors import CvError
from workers.services import api_key


class Endpoint(GraphQL[Context, None]):
    def __init__(self, rates: RequestRates) -> None:
        self.rates = rates
        is_open = environment().development
        super().__init__(
            build(is_open),
            graphql_ide="graphiql" if is_open else None,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_SSE_PROTOCOL),
            multipart_uploads_enabled=True,
            max_subscriptions_per_connection=10,
            allowed_origins=(environment().public,),
        )

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            request = Request(scope, receive)
            if self.graphql_ide and _wants_page(request):
                await HTMLResponse(self.graphql_ide_html)(scope, receive, send)
                return
            try:
                request.state.caller = await auth.caller(request)
            except CvError as error:
                await refused(error)(scope, receive, send)
                return
        scope.setdefault("state", {})
        try:
            await super().__call__(scope, receive, send)
        finally:
            await _close_uploads(scope)

    @property
    def graphql_ide_html(self) -> str:
        return graphiql.page(super().graphql_ide_html, sandbox.kept_secret())

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        request.scope["state"]["graphql_request"] = request
        return Context(request=request, response=response, rates=self.rates, known=getattr(request.state, "caller", None))

    async def on_ws_connect(self, context: Context) -> Any:
        try:
            context.known = await api_key.authenticate(context.secret)
        except CvError as error:
            raise ConnectionRejectionError({"code": error.code.value, "message": error.message}) from error

    def encode_json(self, data: GraphQLHTTPResponse | Any) -> str:
        return orjson.dumps(data).decode()


def _wants_page(request: Request) -> bool:
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


async def _close_uploads(scope: Any) -> None:
    request = scope["state"].pop("graphql_request", None)
    if isinstance(request, Request):
        await request.close()


def refused(error: CvError) -> Response:
    """An error before GraphQL runs, in GraphQL's shape."""
    body = {"data": None, "errors": [{"message": error.message, "extensions": {"code": error.code.value}}]}
    return Response(orjson.dumps(body), error.status, media_type="application/json")
