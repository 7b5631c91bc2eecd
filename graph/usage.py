"""Counts every call of a known caller after its answer has gone: time, endpoint, status, latency."""

from __future__ import annotations

import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from tortoise.exceptions import BaseORMException

from workers.services import usage
from workers.services.caller import Caller

log = structlog.get_logger()


class UsageCount:
    """A count that cannot be written is logged and costs nobody their answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def heard(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, heard)
        finally:
            await _count(scope, status, began)


async def _count(scope: Scope, status: int, began: float) -> None:
    caller = scope.get("state", {}).get("caller")
    if isinstance(caller, Caller):
        await count(caller, getattr(scope.get("route"), "path", None) or "unknown", status, began)


async def count(caller: Caller, endpoint: str, status: int, began: float) -> None:
    """Record a call that began at `began` of `time.perf_counter` and has ended now."""
    try:
        await usage.record(caller, endpoint, status, round((time.perf_counter() - began) * 1000))
    except (BaseORMException, OSError) as error:
        log.error("usage not counted", kind=type(error).__name__)
