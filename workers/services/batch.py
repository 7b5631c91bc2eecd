"""Batches: many CVs read, printed or matched by one task, item by item; one that fails spoils itself alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from db import files
from db.environment import environment
from db.models import Job, Resume, Task, TaskItem
from workers import offload
from workers.errors import ErrorCode, InvalidInput
from workers.parsing.bundle import unpack
from workers.services import audit_event, delivery, document, match, quota, resume, task, webhook
from workers.services.caller import Caller, Scope
from workers.services.job_fields import LONGEST
from workers.services.quota import Kind
from workers.services.webhook import WebhookEvent
from workers.tree import ParserType

MOST, BEST = 500, 50
UNPACKING = 30.0


async def read(caller: Caller, given: Sequence[tuple[bytes, str]], parser_type: ParserType = ParserType.PREMIUM) -> Task:
    """Keep CVs and read them in the background: files, zips of files, or both; at most 500. The task is `resume.import`."""
    caller.demand(Scope.PARSE)
    found = [each for data, name in given for each in await _unpacked(data, name)]
    _counted(found, "files")
    for data, _ in found:
        resume.check(data)
    await quota.demand(caller, Kind.PARSE, len(found))
    rows = [resume.drafted(caller, data, name, parser_type) for data, name in found]
    try:
        for row, (data, _) in zip(rows, found, strict=True):
            await files.put(row.file, data, caller.sealer)
        async with in_transaction():
            await quota.charge(caller, Kind.PARSE, len(rows))
            await Resume.bulk_create(rows, batch_size=100)
            names = [name for _, name in found]
            work = await task.begin(caller, "resume.import", None, {"charged": Kind.PARSE}, items=[row.id for row in rows], names=names)
            await audit_event.record(caller, "resume.submit", *(row.id for row in rows))
    except BaseException:
        await files.forget(*(row.file for row in rows))
        raise
    return work


async def _unpacked(data: bytes, name: str) -> list[tuple[bytes, str]]:
    if not name.lower().endswith(".zip"):
        return [(data, name)]
    found = await offload.run(unpack, data, MOST, environment().upload_limit, deadline=UNPACKING)
    return [(inner, called) for called, inner in found]


async def render(caller: Caller, identities: Sequence[UUID]) -> Task:
    """Print up to 500 CVs in the account's settings. The task is `resume.render`."""
    return await _print(caller, "resume.render", identities, {})


async def announce_render(caller: Caller, identities: Sequence[UUID]) -> Task:
    """The same for callers who wait for the webhook: without one, or with too much pending there, it is refused."""
    await webhook.demand(caller, WebhookEvent.PDF_GENERATED)
    await delivery.demand_room(caller)
    return await render(caller, identities)


async def format(caller: Caller, identities: Sequence[UUID], language: str) -> Task:
    """Print under the account's privacy rules; a webhook, or an e-mail in `language` where there is none, brings the links."""
    if not await webhook.listening(caller, WebhookEvent.PDF_GENERATED) and not (caller.account.email and environment().smtp_url):
        raise InvalidInput(
            "Nobody would be told: configure a webhook for PDF_GENERATED, or give the account an e-mail address",
            ErrorCode.WEBHOOK_MISSING,
        )
    await delivery.demand_room(caller)
    return await _print(caller, "resume.format", identities, {"language": language})


async def _print(caller: Caller, kind: str, identities: Sequence[UUID], options: dict[str, Any]) -> Task:
    caller.demand(Scope.RENDER)
    await document.owned_only(caller, identities, MOST)
    async with in_transaction():
        await quota.charge(caller, Kind.RENDER, len(identities))
        return await task.begin(caller, kind, None, options | {"charged": Kind.RENDER}, items=identities)


async def queue_jobs(caller: Caller, references: Sequence[str]) -> Task:
    """Score every CV of the account against these jobs. The task is `match.queue`; unknown references are named."""
    caller.demand(Scope.MATCH)
    wanted = list(dict.fromkeys(references))
    _counted(wanted, "job references")
    possible = [each for each in wanted if len(each) <= LONGEST["reference"] and each.isprintable()]
    found = {job.reference: job.id for job in await Job.visible(caller).filter(reference__in=possible)}
    if unknown := [reference for reference in wanted if reference not in found]:
        named = ", ".join(f"'{reference[:60]}'" for reference in unknown[:10])
        raise InvalidInput(f"There is no job with the reference {named}", field=("references",))
    await delivery.demand_room(caller)
    async with in_transaction():
        return await task.begin(caller, "match.queue", None, items=[found[reference] for reference in wanted])


async def score(caller: Caller, item: TaskItem) -> UUID:
    """One job of `match.queue`: its scores are computed and kept."""
    job = await Job.visible(caller).get_or_none(id=item.subject_id)
    if job is None:
        raise InvalidInput("The job was deleted", ErrorCode.NOT_FOUND)
    await match.resumes_for(caller, job)
    return job.id


async def scores(caller: Caller, items: Sequence[TaskItem]) -> list[dict[str, Any]]:
    """What JOBS_SCORED tells of each job: its reference and the best resumes, as row 14 prints them."""
    jobs = {job.id: job for job in await Job.visible(caller).filter(id__in=[item.subject_id for item in items])}
    return [await _scored(caller, item, jobs.get(item.subject_id)) for item in items]


async def _scored(caller: Caller, item: TaskItem, job: Job | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"jobId": str(item.subject_id), "reference": job.reference if job else None, "scores": []}
    if job is None or item.errors:
        return shown | {"error": item.errors[0]["message"] if item.errors else "The job was deleted"}
    best = (await match.resumes_for(caller, job))[:BEST]
    return shown | {"scores": [{"resumeId": str(each.id), "totalScore": round(each.value, 2)} for each in best]}


def _counted(given: Sequence[Any], noun: str) -> None:
    if not 1 <= len(given) <= MOST:
        raise InvalidInput(f"Send 1 to {MOST} {noun}, not {len(given)}")
