"""Rows 20 to 22: the account's webhook, PDFs in bulk, and how far they are."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from db import models
from graph.rest.cvreader.settings import resume_ids
from graph.rest.cvreader.settings_shapes import ids
from graph.rest.route import Operation, body, identity, json
from workers import queue
from workers.errors import Forbidden, InvalidInput, NotFound
from workers.services import batch, delivery, event, task, webhook
from workers.services.caller import Caller
from workers.services.delivery import spoken
from workers.services.task import TaskStatus
from workers.services.webhook import CHOOSABLE, WebhookEvent

FLAGS = {
    "parserCompleted": WebhookEvent.PARSER_COMPLETED,
    "pdfGenerated": WebhookEvent.PDF_GENERATED,
    "jobsScored": WebhookEvent.JOBS_SCORED,
}
STATUS = {TaskStatus.QUEUED: "QUEUED", TaskStatus.RUNNING: "PROCESSING", TaskStatus.COMPLETED: "COMPLETED"}
SECURITY = {
    "algorithm": "HmacSHA256",
    "signatureHeader": "X-Webhook-Signature",
    "timestampHeader": "X-Webhook-Timestamp",
    "signedPayload": "<timestamp>.<raw-json-body>",
}
PROPERTIES = {
    "url": {"type": "string", "format": "uri", "maxLength": 2000},
    "events": {"type": "array", "items": {"type": "string", "enum": [each.value for each in CHOOSABLE]}},
    "thin": {"type": "boolean"},
    **{flag: {"type": "boolean"} for flag in FLAGS},
}
SECRET = {"id": {"type": "string", "format": "uuid"}, "secret": {"type": ["string", "null"]}}
GIVEN = {"type": "object", "required": ["url"], "properties": PROPERTIES}
SHOWN = {"type": "object", "required": ["id", "url", "events", *FLAGS], "properties": {**SECRET, **PROPERTIES}}
TEXT, WHEN = {"type": ["string", "null"]}, {"type": ["string", "null"], "format": "date-time"}
BATCH = {
    "type": "object",
    "required": ["jobId", "status", "statusUrl", "message", "webhookSecurity"],
    "properties": {
        **{name: {"type": "string"} for name in ("jobId", "status", "statusUrl", "message")},
        "webhookSecurity": {"type": "object", "properties": {name: {"const": value} for name, value in SECURITY.items()}},
    },
}
RESULT = {
    "type": "object",
    "required": ["resumeId", "processed", "downloadUrl", "generatedAt"],
    "properties": {"resumeId": TEXT, "processed": {"type": "boolean"}, "downloadUrl": TEXT, "generatedAt": WHEN},
}
DELIVERY = {
    "type": "object",
    "required": ["deliveryId", "type", "delivered", "attemptCount"],
    "properties": {
        **dict.fromkeys(("deliveryId", "type", "responseBody", "errorMessage"), TEXT),
        **dict.fromkeys(("lastAttempt", "nextAttempt"), WHEN),
        "delivered": {"type": "boolean"},
        "attemptCount": {"type": "integer"},
        "responseStatusCode": {"type": ["integer", "null"]},
    },
}
PROGRESS = {
    "type": "object",
    "required": ["jobId", "status", "total", "processed", "results", "deliveries"],
    "properties": {
        "jobId": {"type": "string"},
        "status": {"type": "string", "enum": list(STATUS.values())},
        "total": {"type": "integer"},
        "processed": {"type": "integer"},
        "results": {"type": "array", "items": RESULT},
        "deliveries": {"type": "array", "items": DELIVERY},
    },
}


async def configure(request: Request, caller: Caller) -> Response:
    given = await body(request)
    if not isinstance(given, dict) or not isinstance(given.get("url"), str):
        raise InvalidInput("The body must be an object with 'url'", field=("url",))
    chosen, thin, there = _events(given), _flag(given, "thin"), await webhook.at(caller, given["url"])
    if there:
        return json(shown(await webhook.update(caller, there.id, events=chosen, thin=thin, enabled=True), caller))
    row, secret = await webhook.create(caller, given["url"], chosen, bool(thin))
    return json(shown(row, caller) | {"secret": secret})


async def show(request: Request, caller: Caller) -> Response:
    rows = await webhook.visible(caller).order_by("-id")
    if not rows:
        raise NotFound("No webhook is configured; make one with POST /api/webhook")
    return json(shown(rows[0], caller) | {"webhooks": [shown(row, caller) for row in rows]})


async def remove(request: Request, caller: Caller) -> Response:
    asked = request.query_params.get("id")
    row = await webhook.get(caller, identity(asked, "id")) if asked else await webhook.visible(caller).order_by("-id").first()
    if row is None:
        raise NotFound("No webhook is configured")
    answer = shown(row, caller)
    await webhook.delete(caller, row.id)
    return json(answer)


def shown(row: models.Webhook, caller: Caller) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "url": webhook.url_of(row, caller),
        "events": row.events,
        **{flag: each.value in row.events for flag, each in FLAGS.items()},
        "thin": row.thin,
        "enabled": row.enabled,
        "disabledReason": row.disabled_reason,
        "createdAt": spoken(row.created_at),
    }


def _events(given: dict[str, Any]) -> list[WebhookEvent]:
    """Names and booleans mean the same; where neither is given, what CVReaderPro tells of is meant."""
    named = given.get("events") or []
    if not isinstance(named, list):
        raise InvalidInput("'events' must be an array of names", field=("events",))
    chosen = {_event(name) for name in named}
    flags = {flag: _flag(given, flag) for flag in FLAGS}
    chosen |= {FLAGS[flag] for flag, wanted in flags.items() if wanted}
    chosen -= {FLAGS[flag] for flag, wanted in flags.items() if wanted is False}
    if not chosen and not named and True not in flags.values():
        chosen = {each for flag, each in FLAGS.items() if flags[flag] is not False}
    return sorted(chosen)


def _event(name: Any) -> WebhookEvent:
    try:
        found = FLAGS.get(str(name)) or WebhookEvent(str(name).upper().replace(".", "_"))
    except ValueError:
        found = WebhookEvent.WEBHOOK_TEST
    if found not in CHOOSABLE:
        raise InvalidInput(f"'{str(name)[:40]}' is no event; choose from {', '.join(CHOOSABLE)}", field=("events",))
    return found


def _flag(given: dict[str, Any], name: str) -> bool | None:
    value = given.get(name)
    if value is not None and not isinstance(value, bool):
        raise InvalidInput(f"'{name}' must be true or false", field=(name,))
    return value


async def generate(request: Request, caller: Caller) -> Response:
    work = await batch.announce_render(caller, resume_ids(await body(request), batch.MOST))
    await queue.put(work.id)
    answer = {
        "jobId": str(work.id),
        "status": "QUEUED",
        "statusUrl": f"/api/webhook/generate-pdfs/{work.id}",
        "message": "Processing started. Results will be sent to your webhook URL.",
        "webhookSecurity": SECURITY,
    }
    return json(answer, 202)


async def progress(request: Request, caller: Caller) -> Response:
    asked = identity(request.path_params["job_id"], "jobId")
    work = await models.Task.get_or_none(id=asked, kind__in=event.PRINTING)
    if work is None:
        raise NotFound("There is no such PDF generation job")
    if work.account_id != caller.account_id:
        raise Forbidden("This job does not belong to this account")
    work = await task.get(caller, asked)
    sent = await delivery.visible(caller, task_id=work.id, event=WebhookEvent.PDF_GENERATED).order_by("id")
    results = await event.results(caller, await task.items(work))
    answer = {
        "jobId": str(work.id),
        "status": STATUS[TaskStatus(work.status)],
        "total": work.total,
        "processed": sum(result["processed"] for result in results),
        "results": results,
        "deliveries": [_delivery(row, caller) for row in sent],
    }
    return json(answer)


def _delivery(row: models.Delivery, caller: Caller) -> dict[str, Any]:
    return {
        "deliveryId": str(row.id),
        "type": row.event,
        "delivered": row.status == "DELIVERED",
        "attemptCount": row.attempt_count,
        "lastAttempt": spoken(row.last_attempt_at),
        "nextAttempt": spoken(row.next_attempt_at) if row.status == "PENDING" else None,
        "responseStatusCode": row.response_status,
        "responseBody": delivery.response_of(row, caller),
        "errorMessage": row.error,
    }


ROUTES = [
    Operation(
        "POST",
        "/api/webhook",
        configure,
        summary="Say where results are sent; the secret is shown once",
        body=GIVEN,
        answers={200: SHOWN},
        errors=(400, 401, 409),
    ),
    Operation("GET", "/api/webhook", show, summary="Where results are sent", answers={200: SHOWN}, errors=(404,)),
    Operation(
        "DELETE",
        "/api/webhook",
        remove,
        summary="Stop sending results; `id` where there are several",
        query={"id": {"type": "string", "format": "uuid"}},
        answers={200: SHOWN},
        errors=(400, 401, 404),
    ),
    Operation(
        "POST",
        "/api/webhook/generate-pdfs",
        generate,
        summary="Print up to 500 CVs in the background",
        body=ids(batch.MOST),
        answers={202: BATCH},
        errors=(400, 401, 403, 429),
    ),
    Operation(
        "GET",
        "/api/webhook/generate-pdfs/{job_id}",
        progress,
        summary="How far a batch of PDFs is, and what was delivered",
        answers={200: PROGRESS},
        errors=(400, 401, 403, 404),
    ),
]
