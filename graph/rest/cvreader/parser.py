"""Rows 1 to 3: read a CV, correct it, forget it."""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.accept import prefers_xml
from graph.rest.cvreader import xml
from graph.rest.route import Operation, body, identity, json, upload
from workers.errors import InvalidInput
from workers.services import audit_event, resume
from workers.services.caller import Caller
from workers.tree import ParserType


async def parse(request: Request, caller: Caller) -> Response:
    as_xml = wants_xml(request)
    data, name, fields = await upload(request)
    row = await resume.parse(caller, data, name, parser_type(fields.get("parserType") or request.query_params.get("parserType")))
    return printed(resume.printed(row, caller), as_xml)


async def update(request: Request, caller: Caller) -> Response:
    as_xml, changes = wants_xml(request), await body(request)
    if not isinstance(changes, dict):
        raise InvalidInput("The body must be an object: any part of the tree that parsing answers")
    row = await resume.update(caller, resume_id(request), changes)
    return printed(resume.printed(row, caller), as_xml)


async def show(request: Request, caller: Caller) -> Response:
    row = await resume.get(caller, resume_id(request))
    await audit_event.record(caller, "resume.read", row.id)
    return printed(resume.printed(row, caller), wants_xml(request))


async def delete(request: Request, caller: Caller) -> Response:
    await resume.delete(caller, resume_id(request))
    return Response(status_code=204)


def printed(tree: dict[str, object], as_xml: bool) -> Response:
    return Response(xml.dump(tree), media_type="application/xml") if as_xml else json(tree)


def parser_type(text: str | None) -> ParserType:
    try:
        return ParserType((text or "PREMIUM").strip().upper())
    except ValueError as error:
        raise InvalidInput("'parserType' must be ADVANCED or PREMIUM", field=("parserType",)) from error


def resume_id(request: Request) -> UUID:
    return identity(request.path_params["resume_id"], "resumeId")


def wants_xml(request: Request) -> bool:
    return prefers_xml(request.headers.get("accept", ""))


ROUTES = [
    Operation(
        "POST",
        "/api/v1/parser",
        parse,
        summary="Read a CV and keep it",
        multipart={"file": "binary", "parserType": ["ADVANCED", "PREMIUM"]},
        answers={200: "Resume"},
        produces=("application/json", "application/xml"),
        errors=(400, 401, 413, 429),
    ),
    Operation(
        "GET",
        "/api/v1/parser/{resume_id}",
        show,
        summary="The CV as it stands",
        answers={200: "Resume"},
        produces=("application/json", "application/xml"),
        errors=(400, 401, 404),
    ),
    Operation(
        "PUT",
        "/api/v1/parser/{resume_id}",
        update,
        summary="Correct any part of a CV",
        body="ResumeChanges",
        answers={200: "Resume"},
        produces=("application/json", "application/xml"),
        errors=(400, 401, 404),
    ),
    Operation("DELETE", "/api/v1/parser/{resume_id}", delete, summary="Forget a CV", answers={204: None}, errors=(400, 401, 404)),
]
