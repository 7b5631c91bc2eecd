"""Jobs: made by hand, through the API, from a file or a feed; read by the ad reader; matched while ACTIVE."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from db.base import new_id, owned
from db.models import Features, Job
from workers import comparison, offload
from workers.cv import from_json, to_json
from workers.errors import Forbidden, InvalidFile, InvalidInput, NotFound, TooLarge
from workers.job_ad import JobAd
from workers.resources.text import fold
from workers.services import audit_event, features, match, resume, retrieval
from workers.services.caller import Caller, Scope
from workers.services.job_fields import LONGEST, LONGEST_TEXT, checked, printable, text
from workers.services.job_status import JobSource, JobStatus

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

DEADLINE = offload.DEADLINE
# Many ads at once, of which all texts together are no longer than the longest of one.
LONGEST_READING = 30.0
MANY = 500
T = TypeVar("T")
READ = ("title", "description", "profile", "experience", "education", "skills", "company", "country", "city")


async def read(ad: str) -> JobAd:
    """What a job ad says; nothing is stored. Blank or too long text raises InvalidInput or TooLarge."""
    if not (ad := printable(ad or "").strip()):
        raise InvalidInput("Job description is required: the text is empty", field=("description",))
    if len(ad) > LONGEST_TEXT:
        raise TooLarge(f"A job ad may have {LONGEST_TEXT:,} characters, this one has {len(ad):,}", field=("description",))
    return await _reading(comparison.read_ad, ad)


async def _reading(function: Callable[..., T], *args: Any, deadline: float = DEADLINE) -> T:
    """`function` in a child. What children say of files is said of an ad's text."""
    try:
        return await offload.run(function, *args, deadline=deadline)
    except InvalidFile as error:
        raise InvalidInput("This ad takes too long to read; shorten its texts", error.code, field=("description",)) from error


async def read_file(data: bytes, file_name: str) -> JobAd:
    """What a job ad in a file says; nothing is stored. Errors are those of reading a CV's file."""
    resume.check(data)
    return await offload.run(comparison.read_ad_file, data, file_name, deadline=DEADLINE)


async def parse(caller: Caller, data: bytes, file_name: str) -> Job:
    """Read a job ad's file and keep what it says as a job."""
    caller.demand(Scope.WRITE)
    return await keep_ad(caller, await read_file(data, file_name), file_name)


async def keep_ad(caller: Caller, ad: JobAd, file_name: str = "") -> Job:
    """An ad that was read, as a job. One that names no post is called after its file."""
    values = comparison.job_values(ad)
    values["title"] = (values["title"] or file_name.rpartition(".")[0] or "Job")[: LONGEST["title"]]
    cut = {name: value[: LONGEST.get(name, LONGEST_TEXT)] for name, value in values.items() if isinstance(value, str)}
    return await _make(caller, checked({**values, **cut}, whole=True), JobSource.FILE, ad)


async def create(caller: Caller, given: Mapping[str, Any], source: JobSource = JobSource.MANUAL) -> Job:
    """A new job of these fields. A reference that the account already uses raises InvalidInput."""
    caller.demand(Scope.WRITE)
    return await _make(caller, checked(given, whole=True), source)


async def _make(caller: Caller, values: dict[str, Any], source: JobSource, ad: JobAd | None = None) -> Job:
    job = Job(id=new_id(), **owned(caller), source=source.value)
    await keep(caller, job, values, ad)
    await audit_event.record(caller, "job.create", job.id)
    return job


async def keep(caller: Caller, job: Job, values: Mapping[str, Any], ad: JobAd | None = None) -> None:
    """Write the fields and what follows from them: ad, features, index. `ad` is what a file said, where there was one."""
    apply(job, values)
    said, made = await _reading(comparison.job_features, spoken(job), ad)
    understood(job, said)
    async with in_transaction():
        await _save(job)
        await features.keep_job(caller, job, made)


async def keep_many(caller: Caller, fresh: Sequence[Job], changed: Sequence[Job]) -> None:
    """Write new jobs and changed ones, whose fields are set, and what follows from them: all of them or none."""
    jobs = [*fresh, *changed]
    if not jobs:
        return
    made = await _reading(comparison.many_job_features, [spoken(job) for job in jobs], deadline=LONGEST_READING)
    for job, (said, _) in zip(jobs, made, strict=True):
        understood(job, said)
    try:
        async with in_transaction():
            await Job.bulk_create(fresh)
            for job in changed:
                await job.save()
            await features.keep_jobs(caller, [(job, found) for job, (_, found) in zip(jobs, made, strict=True)])
            await audit_event.record(caller, "job.update", *(job.id for job in changed))
    except IntegrityError as error:
        raise InvalidInput("A job with this reference was made at the same moment", field=("reference",)) from error


def apply(job: Job, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(job, name, value)
    job.title_key, job.reference_key, job.city_key = fold(job.title), fold(job.reference or ""), fold(job.city or "")


def understood(job: Job, ad: JobAd) -> None:
    job.ad, job.language = to_json(ad).decode(), ad.language
    if job.contract is None:
        job.contract = text("contract", (ad.contract or "")[:40])


async def _save(job: Job) -> None:
    try:
        async with in_transaction():
            await job.save()
    except IntegrityError as error:
        raise InvalidInput(f"There is a job with the reference '{job.reference}' already; update that one", field=("reference",)) from error


def spoken(job: Job) -> dict[str, Any]:
    """The fields that the ad reader sees."""
    return {name: getattr(job, name) for name in READ}


def ad(job: Job) -> JobAd:
    return from_json(JobAd, job.ad.encode())


async def update(caller: Caller, job: Job, given: Mapping[str, Any]) -> Job:
    """Change the fields that are given, and what follows from them."""
    caller.demand(Scope.WRITE)
    if revise(job, checked(given, whole=False)):
        await keep(caller, job, {})
        await audit_event.record(caller, "job.update", job.id)
    return job


def revise(job: Job, values: Mapping[str, Any]) -> bool:
    """Set the fields that differ, in a new revision; whether there are any."""
    changed = {name: value for name, value in values.items() if getattr(job, name) != value}
    if changed:
        job.revision += 1
        job.closed_by_feed = job.closed_by_feed and "status" not in changed
        apply(job, changed)
    return bool(changed)


async def close(caller: Caller, identity: UUID) -> Job:
    """Take a job out of matching; closing twice changes nothing."""
    return await update(caller, await get(caller, identity), {"status": JobStatus.CLOSED.value})


async def close_gone(caller: Caller, identities: Sequence[UUID]) -> None:
    """Take jobs out of matching that are gone from their feed; they come back with their rows."""
    closed = {"status": JobStatus.CLOSED.value, "closed_by_feed": True, "updated_at": dt.datetime.now(dt.UTC)}
    async with in_transaction():
        for start in range(0, len(identities), MANY):
            part = identities[start : start + MANY]
            await Job.visible(caller).filter(id__in=part).update(**closed, revision=F("revision") + 1)
            await Features.visible(caller).filter(job_id__in=part).update(active=False, revision=F("revision") + 1)
            await audit_event.record(caller, "job.update", *part)


async def delete(caller: Caller, identity: UUID) -> None:
    caller.demand(Scope.WRITE)
    job = await get(caller, identity)
    async with in_transaction():
        await features.forget(caller, job_id=job.id)
        await job.delete()
        await audit_event.record(caller, "job.delete", job.id)


async def get(caller: Caller, identity: UUID) -> Job:
    found = await Job.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such job", field=("id",))
    return found


async def owned_by(caller: Caller, identity: UUID) -> Job:
    """The same for a contract that tells another's job (Forbidden) from none (NotFound)."""
    found = await Job.get_or_none(id=identity)
    if found is not None and (found.account_id, found.sandbox) != (caller.account_id, caller.sandbox):
        raise Forbidden("This job does not belong to the owner of this key")
    return found or await get(caller, identity)


async def referenced(caller: Caller, reference: str) -> Job:
    known = len(reference) <= LONGEST["reference"]
    found = await Job.visible(caller).get_or_none(reference=printable(reference)) if known else None
    if found is None:
        raise NotFound("There is no job with this reference", field=("reference",))
    return found


async def asking_for(caller: Caller, skills: Sequence[str], query: QuerySet[Job]) -> QuerySet[Job]:
    """Those of `query` that ask for all of these skills, in French or English."""
    if not skills:
        return query
    place = await features.corpus(caller, features.JOBS)
    holding = await retrieval.holding(place, "job_id", [match.skill_term(name) for name in skills])
    return query.filter(id__in=holding)


def visible(
    caller: Caller,
    *,
    status: str | None = None,
    source: str | None = None,
    reference: str | None = None,
    title: str | None = None,
    city: str | None = None,
    country: str | None = None,
    language: str | None = None,
    contract: str | None = None,
    posted_from: dt.datetime | None = None,
    posted_to: dt.datetime | None = None,
) -> QuerySet[Job]:
    """Jobs by exact status, source, country and language, and by parts of title, reference, city and contract, accents or not."""
    asked = {
        "status": status,
        "source": source,
        "reference_key__contains": fold(reference) if reference else None,
        "title_key__contains": fold(title) if title else None,
        "city_key__contains": fold(city) if city else None,
        "country__iexact": country,
        "language": language.lower() if language else None,
        "contract__icontains": contract,
        "created_at__gte": posted_from,
        "created_at__lte": posted_to,
    }
    return Job.visible(caller).filter(**{name: value for name, value in asked.items() if value is not None})
