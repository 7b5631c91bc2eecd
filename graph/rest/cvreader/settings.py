"""Rows 17 to 19: settings with previews, one PDF, up to ten PDFs."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from db.base import new_id
from graph.rest.cvreader.parser import resume_id
from graph.rest.cvreader.settings_shapes import BATCH, CHANGES, SHOWN, ids
from graph.rest.route import Operation, body, identity, json
from workers.errors import InvalidInput
from workers.rendering.settings import flat
from workers.services import document, quota, settings
from workers.services.caller import Caller
from workers.services.document import AT_ONCE, Printed
from workers.services.quota import Kind

# Null means unchanged, and for these that there is none again: all positions, the CV's own language, no logo.
CLEARED = ("maxPositions", "language", "logo")


async def update(request: Request, caller: Caller) -> Response:
    changes = await body(request)
    if not isinstance(changes, dict):
        raise InvalidInput("The body must be an object of settings")
    row = await settings.update(caller, {name: value for name, value in changes.items() if value is not None or name in CLEARED})
    kept, pages = settings.read(row), await document.sample_previews(caller)
    shown = {name: _short(value) for name, value in flat(kept).items() if name != "logo"}
    return json(
        {
            "id": str(row.id),
            "layout": kept.layout,
            "settings": shown,
            "privacy": settings.switches(kept),
            "canvas_page_count": len(pages),
            "canvas_pages": [{"index": page.page, "url": document.url(page)} for page in pages],
        }
    )


def _short(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


async def generate(request: Request, caller: Caller) -> Response:
    asked = resume_id(request)
    async with quota.spend(caller, Kind.RENDER):
        printed = await document.pdf(caller, asked)
    headers = {"Content-Disposition": f'attachment; filename="resume_{asked}.pdf"'}
    return Response(printed.pdf, 200, headers, "application/pdf")


async def generate_many(request: Request, caller: Caller) -> Response:
    printed = await document.publish_many(caller, resume_ids(await body(request), AT_ONCE))
    good = sum(1 for each in printed if each.document)
    status = "COMPLETED" if good == len(printed) else "PARTIAL" if good else "FAILED"
    answer = {
        "jobId": str(new_id()),
        "status": status,
        "progress": f"{round(100 * good / len(printed))}%",
        "results": [result(each) for each in printed],
    }
    return json(answer)


def result(each: Printed) -> dict[str, Any]:
    if each.document:
        link = document.url(each.document)
        return {"resumeId": str(each.resume_id), "downloadUrl": link, "generatedAt": moment(each.document.created_at)}
    return {"resumeId": str(each.resume_id), "error": each.error.message if each.error else "not printed"}


def resume_ids(given: Any, most: int) -> list[UUID]:
    """The ids of a bare array or of `{resumeIds: []}`; none, too many or no UUID raises InvalidInput."""
    listed = given.get("resumeIds") if isinstance(given, dict) else given
    if not isinstance(listed, list) or not 1 <= len(listed) <= most:
        raise InvalidInput(f'Send an array of 1 to {most} resume ids, or {{"resumeIds": [...]}}', field=("resumeIds",))
    return [identity(each, f"resumeIds[{number}]") for number, each in enumerate(listed)]


def moment(value: dt.datetime) -> str:
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


ROUTES = [
    Operation(
        "PUT",
        "/api/resume-settings/api-key/update-with-canvas",
        update,
        summary="Change how CVs are printed, with fresh previews",
        body=CHANGES,
        answers={200: SHOWN},
        errors=(400, 401),
    ),
    Operation(
        "POST",
        "/api/resume-settings/api-key/resumes/{resume_id}/generate-pdf",
        generate,
        summary="Print one CV",
        answers={200: {"type": "string", "format": "binary"}},
        produces=("application/pdf",),
        errors=(400, 401, 404, 429),
    ),
    Operation(
        "POST",
        "/api/resume-settings/v1/generate-pdf",
        generate_many,
        summary="Print up to ten CVs",
        body=ids(AT_ONCE),
        answers={200: BATCH},
        errors=(400, 401, 403, 429),
    ),
]
