"""`Idempotency-Key` on every write, whichever door it came through."""

from __future__ import annotations

import hashlib
import re

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph import auth
from graph.errors import JOBZEN, answer
from workers.errors import CvError
from workers.services import idempotency
from workers.services.idempotency import Answer

WRITES = ("POST", "PUT", "PATCH", "DELETE")
BOUNDARY = re.compile(rb'boundary="?([^";]+)')


class Idempotency:
    """Zero-retention endpoints are left out: keeping their answers would keep what they promise not to."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = Headers(scope=scope).get("idempotency-key") if scope["type"] == "http" else None
        if key is None or scope["method"] not in WRITES or scope["path"].startswith(JOBZEN):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            caller = await auth.caller(request)
            body = await request.body()
            row, before = await idempotency.begin(caller, key, _fingerprint(request, body))
        except CvError as error:
            await (await answer(request, error))(scope, receive, send)
            return
        if before:
            replay = Response(before.body, before.status, {"Idempotent-Replayed": "true"}, before.media_type or None)
            await replay(scope, receive, send)
            return
        heard = _Heard(send)
        try:
            await self.app(scope, _again(body, receive), heard)
        finally:
            await idempotency.end(caller, row, heard.answer)


def _fingerprint(request: Request, body: bytes) -> bytes:
    # A client draws a new boundary for every try of the same upload.
    found = BOUNDARY.search(request.headers.get("content-type", "").encode())
    stable = body.replace(found[1], b"") if found else body
    return hashlib.sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode() + stable).digest()


def _again(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def repeat() -> Message:
        return waiting.pop() if waiting else await receive()

    return repeat


class _Heard:
    """Passes the answer on and remembers it."""

    def __init__(self, send: Send) -> None:
        self.send, self.status, self.media_type, self.parts = send, 0, "", list[bytes]()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.media_type = message["status"], Headers(raw=message["headers"]).get("content-type", "")
        else:
            self.parts.append(message.get("body", b""))
        await self.send(message)

    @property
    def answer(self) -> Answer:
        return Answer(self.status, self.media_type, b"".join(self.parts))
