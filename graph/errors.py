"""The one place where a CvError becomes a userError, a CVReaderPro body or a JobZen body."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from typing import Any

import orjson
import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.portal import page
from graph.request_id import request_id
from workers.errors import (
    Conflict,
    CvError,
    ErrorCode,
    Forbidden,
    InvalidInput,
    NotFound,
    TooLarge,
    TooMany,
    Unauthenticated,
    Unavailable,
)
from workers.services import outage

log = structlog.get_logger()
JOBZEN = (
    "/api/v1/match",
    "/api/v1/analyze",
    "/api/v1/score",
    "/api/v1/coach",
    "/api/v1/status",
    "/api/v1/usage",
    "/api/v1/candidates/",
    "/api/v1/sandbox",
)
JOBZEN_CODES = {
    ErrorCode.INVALID_API_KEY: "invalid_api_key",
    ErrorCode.TIER_REQUIRED: "tier_required",
    ErrorCode.NOT_FOUND: "candidate_not_found",
    ErrorCode.PROFILE_NOT_READY: "profile_not_ready",
    ErrorCode.PAYLOAD_TOO_LARGE: "payload_too_large",
    ErrorCode.UNREADABLE_CV: "unreadable_cv",
    ErrorCode.QUOTA_EXCEEDED: "quota_exceeded",
    ErrorCode.NO_MORE_CREDIT: "quota_exceeded",
    ErrorCode.RATE_LIMITED: "rate_limited",
}
OF_STATUS: dict[int, type[CvError]] = {
    kind.status: kind for kind in (InvalidInput, TooLarge, Unauthenticated, Forbidden, NotFound, Conflict, TooMany, Unavailable)
}


async def answer(request: Request, error: Exception) -> Response:
    """The error in the shape of the contract that the path belongs to."""
    known = as_known(error)
    if isinstance(error, HTTPException) and request.url.path.startswith(JOBZEN):
        # A path that does not exist is a wrong request: of the words of this contract, 'not found' is for candidates alone.
        known.code = ErrorCode.INVALID_REQUEST
    if known.status >= 500 and not isinstance(error, CvError):
        # A path may hold a ref, a code or a private link; the route's pattern holds none.
        route = getattr(request.scope.get("route"), "path", None)
        log.error("request failed", kind=type(error).__name__, route=route, request_id=request_id(request))
    if request.url.path.startswith(page.PATHS):
        # Behind these paths stands a person with a browser, not a program.
        return page.failed(request, known)
    headers = {"Retry-After": str(known.retry_after)} if known.retry_after is not None else {}
    body = _jobzen(request, known) if request.url.path.startswith(JOBZEN) else _cvreader(request, known)
    if isinstance(error, HTTPException) and error.headers:
        headers |= dict(error.headers)
    return Response(orjson.dumps(body), known.status, headers, "application/json")


def as_known(error: Exception) -> CvError:
    """Any exception as a CvError: what Starlette says of routes and bodies keeps its status, all else is ours and says nothing."""
    if isinstance(error, CvError):
        return error
    if isinstance(error, HTTPException):
        known = OF_STATUS.get(error.status_code, InvalidInput)(str(error.detail) or HTTPStatus(error.status_code).phrase)
        known.status = error.status_code
        return known
    if (gone := outage.as_error(error)) is not None:
        return gone
    return CvError("Something went wrong on our side; the request id names it in our logs")


def _cvreader(request: Request, error: CvError) -> dict[str, Any]:
    return {
        "timestamp": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "status": error.status,
        "error": HTTPStatus(error.status).phrase,
        "message": error.message,
        "path": request.url.path,
        "code": error.code.value,
        "requestId": request_id(request),
    }


def _jobzen(request: Request, error: CvError) -> dict[str, Any]:
    fallback = "invalid_request" if error.status < 500 else "unavailable" if error.status == 503 else "internal_error"
    body: dict[str, Any] = {"code": JOBZEN_CODES.get(error.code, fallback), "message": error.message, "request_id": request_id(request)}
    if error.field:
        body["details"] = {"field": ".".join(error.field)}
    return {"error": body}
