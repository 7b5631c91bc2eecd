"""The name of one request, in answers and logs."""

from __future__ import annotations

from starlette.requests import Request


def request_id(request: Request) -> str | None:
    return getattr(request.state, "request_id", None)
