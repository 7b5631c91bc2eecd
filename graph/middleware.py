"""What surrounds every request: an id, a net for our own failures, body size, rate headers."""

from __future__ import annotations

import re
import time
from typing import Any

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from db.base import new_id
from graph import auth
from graph.errors import answer
from graph.limits import RequestRates, too_many
from graph.rest import metrics
from workers import telemetry
from workers.errors import CvError, TooLarge

log = structlog.get_logger()
ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Surround:
    """Gives each request an id, answers whatever nobody else answered, and logs one line without personal data."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["path"] = _without_slash(scope["path"])
        given = Headers(scope=scope).get("x-request-id", "")
        state = scope.setdefault("state", {})
        state["request_id"] = given if ID.fullmatch(given) else str(new_id())
        reply = _Reply(send, state)
        began = time.perf_counter()
        with telemetry.span(scope["method"], Headers(scope=scope)) as span:
            await self._answered(scope, receive, reply)
            self._told(scope, reply, time.perf_counter() - began, span)

    async def _answered(self, scope: Scope, receive: Receive, reply: _Reply) -> None:
        try:
            await self.app(scope, receive, reply)
        except Exception as error:
            if reply.status:
                log.error("answer broke off", kind=type(error).__name__, request_id=reply.state["request_id"])
            else:
                await (await answer(Request(scope), error))(scope, receive, reply)

    def _told(self, scope: Scope, reply: _Reply, seconds: float, span: telemetry.Span) -> None:
        method, route = metrics.method(scope["method"]), getattr(scope.get("route"), "path", None) or "none"
        metrics.record(method, route, reply.status, seconds)
        span.tell(f"{method} {route}", http__request__method=method, http__route=route, http__response__status_code=reply.status)
        log.info(
            "request",
            method=method,
            route=route,
            status=reply.status,
            milliseconds=round(seconds * 1000, 1),
            request_id=reply.state["request_id"],
        )


def _without_slash(path: str) -> str:
    # Clients join paths with a slash at the end; a redirect would lose a POST, and its key over plain http.
    return path.rstrip("/") if path.startswith(("/api/", "/graphql/")) else path


class _Reply:
    def __init__(self, send: Send, state: dict[str, Any]) -> None:
        self.send, self.state, self.status = send, state, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self.state["request_id"]
            headers.setdefault("Cache-Control", "no-store")
            headers.setdefault("X-Content-Type-Options", "nosniff")
            for name, value in {**self.state.get("rate_headers", {}), **self.state.get("cross_origin_headers", {})}.items():
                headers[name] = value
        await self.send(message)


class BodyLimit:
    """Stops a body that is announced, or grows, too large."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app, self.limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdigit() and int(announced) > self.limit:
            await (await answer(Request(scope), self._refusal()))(scope, receive, send)
            return
        await self.app(scope, self._counted(receive), send)

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise self._refusal()
            return message

        return counted

    def _refusal(self) -> CvError:
        return TooLarge(f"The body is larger than {self.limit:,} bytes")


class RateLimit:
    """Requests a minute by key, or by address where none is sent; what it counted stands in RateLimit headers."""

    OPEN = ("/healthz", "/readyz", "/openapi.json", "/schemas/", "/portal/files/")

    def __init__(self, app: ASGIApp, rates: RequestRates) -> None:
        self.app, self.rates = app, rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(self.OPEN):
            await self.app(scope, receive, send)
            return
        rate = await self.rates.take(_who(scope))
        scope["state"]["rate_headers"] = rate.headers
        if rate.remaining < 0:
            await (await answer(Request(scope), too_many(rate)))(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _who(scope: Scope) -> str:
    try:
        return auth.digest_of(auth.secret_of(Headers(scope=scope)))
    except CvError:
        return f"address {(scope.get('client') or ('',))[0]}"
