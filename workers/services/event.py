"""What the end of a task means to those who listen: the bodies of its events, as the contract has them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.base import Owned
from db.models import Document, Resume, Task, TaskItem
from workers.errors import CvError
from workers.services import batch, delivery, document, resume, task, webhook
from workers.services.caller import Caller
from workers.services.delivery import spoken
from workers.services.task import TaskConclusion
from workers.services.webhook import WebhookEvent

MAILED = "resume.format"
PRINTING = ("resume.render", MAILED)
CANCELLED = "This was cancelled before its turn came"
SILENT = ("webhook.deliver", "retention.sweep")


async def of_task(caller: Caller, work: Task, conclusion: TaskConclusion, errors: list[CvError]) -> list[Owned]:
    """Rows that tell of the task's end, to be written in the transaction that ends it."""
    if work.kind in SILENT or (work.kind != MAILED and not await webhook.is_anybody_listening((caller.account_id, caller.sandbox))):
        return []
    made: list[Owned] = []
    if work.kind == "resume.parse":
        made += await _parsed(caller, work, conclusion, errors)
    elif work.kind in PRINTING:
        made += await _printed(caller, work, conclusion, errors)
    elif work.kind == "match.queue":
        made += await _scored(caller, work, conclusion, errors)
    return made + await _ended(caller, work, conclusion)


async def _parsed(caller: Caller, work: Task, conclusion: TaskConclusion, errors: list[CvError]) -> list[Owned]:
    if not work.subject_id or not await webhook.listening(caller, WebhookEvent.PARSER_COMPLETED):
        return []
    body: dict[str, Any] = {"id": str(work.id), "status": "SUCCESS" if conclusion is TaskConclusion.SUCCEEDED else "FAILED"}
    row = await Resume.visible(caller).get_or_none(id=work.subject_id)
    if row is not None and conclusion is TaskConclusion.SUCCEEDED:
        thin, body = body | {"resumeId": str(row.id)}, body | {"resumeData": resume.printed(row, caller)}
    else:
        # Nothing of this is about a person. A file that is at fault is not kept; one that we failed with waits for whoever sent it.
        body |= {
            "error": errors[0].message if errors else "The resume was deleted",
            "code": errors[0].code.value if errors else "NOT_FOUND",
        }
        thin = body | ({"resumeId": str(row.id)} if row else {})
    return await delivery.drafts(caller, WebhookEvent.PARSER_COMPLETED, work.subject_id, body, thin, task_id=work.id)


async def _printed(caller: Caller, work: Task, conclusion: TaskConclusion, errors: list[CvError]) -> list[Owned]:
    body = {
        "jobId": str(work.id),
        "status": _spelled(conclusion),
        "total": work.total,
        "processed": work.total,
        "results": await results(caller, await task.ending_items(work, conclusion, errors)),
    }
    rows = await delivery.drafts(caller, WebhookEvent.PDF_GENERATED, work.id, body, task_id=work.id)
    if rows or work.kind != MAILED:
        return rows
    letter = body | {"language": work.options.get("language", "fr")}
    return delivery.mail_draft(caller, WebhookEvent.PDF_GENERATED, work.id, letter, work.id) if caller.account.email else []


async def results(caller: Caller, items: list[TaskItem]) -> list[dict[str, Any]]:
    """Per resume: whether anything more will come of it, its download link, or why there is none."""
    found = await Document.visible(caller).filter(id__in=[item.result_id for item in items if item.result_id])
    printed = {row.id: row for row in found}
    return [_result(item, printed.get(item.result_id) if item.result_id else None) for item in items]


def _result(item: TaskItem, made: Document | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "resumeId": str(item.subject_id),
        "processed": item.conclusion is not None,
        "downloadUrl": document.url(made) if made else None,
        "generatedAt": spoken(made.created_at) if made else None,
    }
    error = item.errors[0]["message"] if item.errors else CANCELLED if item.conclusion == TaskConclusion.CANCELLED else None
    return shown | ({"error": error} if error else {})


async def _scored(caller: Caller, work: Task, conclusion: TaskConclusion, errors: list[CvError]) -> list[Owned]:
    if not await webhook.listening(caller, WebhookEvent.JOBS_SCORED):
        return []
    items = await task.ending_items(work, conclusion, errors)
    body = {"id": str(work.id), "status": _spelled(conclusion), "results": await batch.scores(caller, items)}
    return await delivery.drafts(caller, WebhookEvent.JOBS_SCORED, work.id, body, task_id=work.id)


def _spelled(conclusion: TaskConclusion) -> str:
    return "COMPLETED" if conclusion is TaskConclusion.SUCCEEDED else conclusion.value


async def _ended(caller: Caller, work: Task, conclusion: TaskConclusion) -> list[Owned]:
    data = {
        "id": str(work.id),
        "kind": work.kind,
        "conclusion": conclusion.value,
        "subjectId": str(work.subject_id) if work.subject_id else None,
        "completedAt": spoken(dt.datetime.now(dt.UTC)),
    }
    body = delivery.event_body("task.completed", data)
    return await delivery.drafts(caller, WebhookEvent.TASK_COMPLETED, work.id, body, task_id=work.id)
