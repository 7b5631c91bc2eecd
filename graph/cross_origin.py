"""Web pages of other origins: which of them may call the API from a browser.

A key travels in a header that no browser adds by itself, so an answer that another origin may read gives away nothing its page
did not already know. Pages for people (the portal, the explorer with its key) are never shared.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

SHARED = ("/api/", "/documents/", "/openapi.json", "/schemas/")
METHODS = "GET, HEAD, POST, PUT, DELETE"
EXPOSED = (
    "X-Request-Id, Content-Disposition, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, Idempotent-Replayed, Location"
)
DAY = "86400"


class CrossOrigin:
    """Answers what a browser asks before it calls, and lets its page read the answer. `origins` holds origins, or `*` for any."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self.app, self.origins = app, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if not (allowed := self._allowed(headers.get("origin", ""))) or not _is_shared(scope, headers):
            await self.app(scope, receive, send)
            return
        scope["state"]["cross_origin_headers"] = allowed | {"Access-Control-Expose-Headers": EXPOSED}
        if _is_question(scope, headers):
            asked = headers.get("access-control-request-headers", "")
            told = {"Access-Control-Allow-Methods": METHODS, "Access-Control-Allow-Headers": asked, "Access-Control-Max-Age": DAY}
            await Response(status_code=204, headers=told)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _allowed(self, origin: str) -> dict[str, str]:
        if origin and "*" in self.origins:
            return {"Access-Control-Allow-Origin": "*"}
        return {"Access-Control-Allow-Origin": origin, "Vary": "Origin"} if origin and origin in self.origins else {}


def _is_question(scope: Scope, headers: Headers) -> bool:
    return bool(scope["method"] == "OPTIONS" and headers.get("access-control-request-method"))


def _is_shared(scope: Scope, headers: Headers) -> bool:
    path: str = scope["path"]
    return path.startswith(SHARED) or (path == "/graphql" and (scope["method"] == "POST" or _is_question(scope, headers)))
