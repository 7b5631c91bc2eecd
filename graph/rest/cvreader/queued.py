"""Rows 4, 16 and 23: work that is queued, and answered by a webhook."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.cvreader.parser import parser_type
from graph.rest.cvreader.settings import resume_ids
from graph.rest.cvreader.settings_shapes import ids
from graph.rest.route import Operation, body, json, upload
from workers import queue
from workers.errors import InvalidInput
from workers.resources.delivery import mails
from workers.services import batch, delivery, resume, webhook
from workers.services.caller import Caller
from workers.services.job_fields import LONGEST
from workers.services.webhook import WebhookEvent

QUEUED = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}, "status": {"type": "string"}}}
FORMATTED = {
    "type": "object",
    "required": ["jobId", "status"],
    "properties": {"jobId": {"type": "string", "format": "uuid"}, "status": {"type": "string"}},
}
REFERENCES = {
    "type": "array",
    "items": {"type": "string", "minLength": 1, "maxLength": LONGEST["reference"]},
    "minItems": 1,
    "maxItems": batch.MOST,
}


async def parse(request: Request, caller: Caller) -> Response:
    await webhook.demand(caller, WebhookEvent.PARSER_COMPLETED)
    await delivery.demand_room(caller)
    data, name, fields = await upload(request)
    _, work = await resume.submit(caller, data, name, parser_type(fields.get("parserType") or request.query_params.get("parserType")))
    await queue.put(work.id)
    return json({"id": str(work.id)}, 202)


async def match(request: Request, caller: Caller) -> Response:
    references = await body(request)
    if not isinstance(references, list) or not all(isinstance(each, str) and each for each in references):
        raise InvalidInput("The body must be an array of job references", field=("references",))
    work = await batch.queue_jobs(caller, references)
    await queue.put(work.id)
    return json({"id": str(work.id), "status": "QUEUED"}, 202)


async def format(request: Request, caller: Caller) -> Response:
    work = await batch.format(caller, resume_ids(await body(request), batch.MOST), _language(request))
    await queue.put(work.id)
    return json({"jobId": str(work.id), "status": "QUEUED"}, 202)


def _language(request: Request) -> str:
    """The language of the mail: the first one asked for that we write, French where none is."""
    asked = request.headers.get("accept-language", "").lower().split(",")
    return next((code for code in (each.strip()[:2] for each in asked) if code in mails()), "fr")


ROUTES = [
    Operation(
        "POST",
        "/api/v1/parser/async",
        parse,
        summary="Read a CV in the background; the webhook brings the result",
        multipart={"file": "binary", "parserType": ["ADVANCED", "PREMIUM"]},
        answers={202: QUEUED},
        errors=(400, 401, 413, 429),
    ),
    Operation(
        "POST",
        "/api/jobs/queue",
        match,
        summary="Score every CV against these jobs in the background",
        body=REFERENCES,
        answers={202: QUEUED},
        errors=(400, 401, 429),
    ),
    Operation(
        "POST",
        "/api/resume-settings/format",
        format,
        summary="Print CVs in the background; a webhook or a mail brings the links",
        body=ids(batch.MOST),
        answers={202: FORMATTED},
        errors=(400, 401, 403, 429),
    ),
]
