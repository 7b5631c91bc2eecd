"""Rows 7 to 12: jobs from a file, from text, and by hand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, TypeVar

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from db.models import Job
from graph.rest.cvreader import job_shapes as shapes
from graph.rest.route import Operation, body, identity, json, upload
from workers.errors import InvalidInput
from workers.services import job
from workers.services.caller import Caller
from workers.services.job_status import JobSource, JobStatus

T = TypeVar("T")
CHARSET = re.compile(r'charset="?([\w.:-]+)', re.IGNORECASE)
# An ad may begin with a bracket, as "[CDI] Développeur"; JSON goes on with a name, a value or the end.
BROKEN_JSON = re.compile(r"""\s*(\{\s*["}]|\[\s*["\[{\]])""")
PAGE, MOST, LAST_PAGE = 10, 200, 10_000_000


async def parse(request: Request, caller: Caller) -> Response:
    data, name, _ = await upload(request)
    return json(shapes.job(await job.parse(caller, data, name)))


async def parse_text(request: Request, caller: Caller) -> Response:
    return json(shapes.dto(await job.read(ad_text(await request.body(), request.headers.get("content-type", "")))))


def ad_text(sent: bytes, content_type: str = "") -> str:
    """The ad in a body that is a JSON string, an object with a known field, or the raw text itself."""
    raw = _decoded(sent, CHARSET.search(content_type))
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        if BROKEN_JSON.match(raw):
            raise InvalidInput("The body is neither JSON nor plain text") from error
        return raw
    if isinstance(value, dict):
        value = next((value[name] for name in shapes.AD_FIELDS if value.get(name)), None)
    if not isinstance(value, str) or not value.strip():
        raise InvalidInput(
            "Job description is required: a JSON string, raw text, or an object with 'description', 'job_description' or 'text'"
        )
    return value


def _decoded(sent: bytes, charset: re.Match[str] | None) -> str:
    try:
        return sent.decode(charset[1] if charset and charset[1].lower() != "utf-8" else "utf-8-sig")
    except (UnicodeDecodeError, LookupError) as error:
        raise InvalidInput("The body is not text in UTF-8, nor in the charset that Content-Type names") from error


async def create(request: Request, caller: Caller) -> Response:
    return json(shapes.job(await job.create(caller, await body(request), JobSource.API_KEY)))


async def listed(request: Request, caller: Caller) -> Response:
    asked = request.query_params
    number, size = whole(asked, "page", 0, 0, LAST_PAGE), whole(asked, "size", PAGE, 1, MOST)
    query = job.visible(caller, **filters(asked))
    total = await query.count()
    rows = await query.order_by("-id").offset(number * size).limit(size)
    return json(
        {
            "content": [shapes.job(row) for row in rows],
            "totalElements": total,
            "totalPages": -(-total // size),
            "number": number,
            "size": size,
        }
    )


def filters(asked: QueryParams) -> dict[str, Any]:
    """The filters of row 10; one that cannot be read raises InvalidInput naming it."""
    read: dict[str, tuple[str, Callable[[str], Any]]] = {
        "status": ("status", lambda text: JobStatus(text.upper()).value),
        "source": ("source", lambda text: JobSource(text.lower()).value),
        "reference": ("reference", str),
        "title": ("title", str),
        "postedFrom": ("posted_from", moment),
        "postedTo": ("posted_to", moment),
    }
    return {column: _read(name, asked[name], kind) for name, (column, kind) in read.items() if asked.get(name, "").strip()}


def moment(text: str) -> dt.datetime:
    # An unescaped + of an offset arrives as a blank.
    found = dt.datetime.fromisoformat(text.strip().replace(" 0", "+0"))
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _read(name: str, text: str, kind: Callable[[str], T]) -> T:
    try:
        return kind(text.strip())
    except (ValueError, OverflowError) as error:
        raise InvalidInput(f"'{name}' cannot be read: '{text[:40]}'", field=(name,)) from error


def whole(asked: QueryParams, name: str, default: int, least: int, most: int) -> int:
    """A whole number of the query string between two bounds."""
    number = _read(name, asked[name], int) if asked.get(name, "").strip() else default
    if not least <= number <= most:
        raise InvalidInput(f"'{name}' must be {least} to {most}", field=(name,))
    return number


async def show(request: Request, caller: Caller) -> Response:
    return json(shapes.job(await found(request, caller)))


async def update(request: Request, caller: Caller) -> Response:
    changes = await body(request)
    return json(shapes.job(await job.update(caller, await found(request, caller), changes)))


async def found(request: Request, caller: Caller) -> Job:
    return await job.owned_by(caller, identity(request.path_params["job_id"], "jobId"))


# A form that is sent whole leaves what was not filled in empty.
MOMENT = {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "maxLength": 0}]}
FILTERS = {
    "page": {"type": "integer", "minimum": 0, "maximum": LAST_PAGE, "default": 0},
    "size": {"type": "integer", "minimum": 1, "maximum": MOST, "default": PAGE},
    "status": {"type": "string", "enum": [status.value for status in JobStatus]},
    "source": {"type": "string", "enum": [source.value for source in JobSource]},
    "reference": {"type": "string"},
    "title": {"type": "string"},
    "postedFrom": MOMENT,
    "postedTo": MOMENT,
}
MY, ONE = "/api/jobs/api-key/my", "/api/jobs/api-key/my/{job_id}"
ROUTES = [
    Operation(
        "POST",
        "/api/job/parse/api-key",
        parse,
        summary="Read a job ad's file and keep it as a job",
        multipart={"file": "binary"},
        answers={200: shapes.JOB},
        errors=(400, 401, 413),
    ),
    Operation(
        "POST",
        "/api/job/parse/text/api-key",
        parse_text,
        summary="Read a job ad's text, keep nothing",
        body=shapes.AD_BODY,
        answers={200: shapes.DTO},
        errors=(400, 401, 413),
    ),
    Operation(
        "POST", "/api/jobs/api-key", create, summary="Make a job", body=shapes.JOB_BODY, answers={200: shapes.JOB}, errors=(400, 401, 413)
    ),
    Operation("GET", MY, listed, summary="Jobs, newest first", query=FILTERS, answers={200: shapes.PAGE}, errors=(400, 401)),
    Operation("GET", ONE, show, summary="One job", answers={200: shapes.JOB}, errors=(400, 401, 403, 404)),
    Operation(
        "PUT",
        ONE,
        update,
        summary="Change the fields sent",
        body=shapes.CHANGES,
        answers={200: shapes.JOB},
        errors=(400, 401, 403, 404, 413),
    ),
]
