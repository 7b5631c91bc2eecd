from __future__ import annotations

import base64
import binascii
import datetime as dt
from typing import Any

import strawberry
from strawberry.file_uploads import Upload

from db import models
from graph.schema import job_ad, match
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.job_ad import JobAd
from graph.schema.job_feed import JobFeed
from graph.schema.match import MatchConnection, Resumes
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.errors import ErrorCode, InvalidFile, InvalidInput, NotFound
from workers.services import job
from workers.services.job_status import JobSource, JobStatus

strawberry.enum(JobStatus, description="ACTIVE jobs are matched, CLOSED and DRAFT are not.")
strawberry.enum(JobSource, description="Where a job came from.")
SAME = (
    "created_at updated_at reference title description profile experience education skills company country city contract language revision"
).split()


@strawberry.type(description="A vacancy.")
class Job(Node):
    row: strawberry.Private[models.Job]
    status: JobStatus = strawberry.field(description="ACTIVE jobs are matched.")
    source: JobSource = strawberry.field(description="Where it came from.")
    reference: str | None = strawberry.field(description="The account's own, unique in the account.")
    title: str = strawberry.field(description="Title.")
    description: str | None = strawberry.field(description="The ad.")
    profile: str | None = strawberry.field(description="Whom it seeks.")
    experience: str | None = strawberry.field(description="Experience asked for, as written.")
    education: str | None = strawberry.field(description="Level of study asked for, as written.")
    skills: list[str] | None = strawberry.field(description="Skills asked for.")
    company: str | None = strawberry.field(description="Employer.")
    country: str | None = strawberry.field(description="Country.")
    city: str | None = strawberry.field(description="Town.")
    contract: str | None = strawberry.field(description="Contract, as written.")
    language: str | None = strawberry.field(description="Language of the ad, ISO 639-1.")
    revision: int = strawberry.field(description="Grows with every change.")
    updated_at: dt.datetime = strawberry.field(description="When it last changed, UTC.")

    @classmethod
    def show(cls, row: models.Job) -> Job:
        same = {name: getattr(row, name) for name in SAME}
        return cls(row=row, id=strawberry.ID(str(row.id)), status=JobStatus(row.status), source=JobSource(row.source), **same)

    @strawberry.field(description="What the ad was understood to say.")
    def ad(self) -> JobAd:
        return job_ad.show(job.ad(self.row))

    @strawberry.field(description="The feed it came from.")
    async def feed(self, info: Info) -> JobFeed | None:
        row = await info.context.one(models.JobFeed).load(self.row.feed_id) if self.row.feed_id else None
        return JobFeed.show(row) if row else None

    matches: MatchConnection[Resumes] = strawberry.field(resolver=match.resumes_of, description="Resumes that fit, best first.")


Nodes.register(models.Job, Job.show)


@strawberry.input(description="Which jobs; what is left out does not matter.")
class JobFilter:
    status: JobStatus | None = strawberry.field(default=None, description="Their status.")
    source: JobSource | None = strawberry.field(default=None, description="Where they came from.")
    reference: str | None = strawberry.field(default=None, description="Part of the reference.")
    title: str | None = strawberry.field(default=None, description="Part of the title, accents or not.")
    skills: list[str] | None = strawberry.field(default=None, description="Skills they ask for, all of them, in French or English.")
    city: str | None = strawberry.field(default=None, description="Part of the town.")
    country: str | None = strawberry.field(default=None, description="Country as the job has it.")
    language: str | None = strawberry.field(default=None, description="Language of the ad, ISO 639-1.")
    contract: str | None = strawberry.field(default=None, description="Part of the contract: CDI.")
    posted_from: dt.datetime | None = strawberry.field(default=None, description="Made at or after, UTC.")
    posted_to: dt.datetime | None = strawberry.field(default=None, description="Made at or before, UTC.")


@strawberry.input(description="A job. In an update what is left out stays, null empties.")
class JobInput:
    title: str | None = strawberry.field(default=strawberry.UNSET, description="Title; a new job needs one.")
    reference: str | None = strawberry.field(default=strawberry.UNSET, description="The account's own, unique in the account.")
    description: str | None = strawberry.field(default=strawberry.UNSET, description="The ad.")
    profile: str | None = strawberry.field(default=strawberry.UNSET, description="Whom it seeks.")
    experience: str | None = strawberry.field(default=strawberry.UNSET, description="Experience asked for.")
    education: str | None = strawberry.field(default=strawberry.UNSET, description="Level of study asked for.")
    skills: list[str] | None = strawberry.field(default=strawberry.UNSET, description="Skills asked for.")
    company: str | None = strawberry.field(default=strawberry.UNSET, description="Employer.")
    country: str | None = strawberry.field(default=strawberry.UNSET, description="Country, best as ISO 3166-1.")
    city: str | None = strawberry.field(default=strawberry.UNSET, description="Town.")
    contract: str | None = strawberry.field(default=strawberry.UNSET, description="Contract.")
    status: JobStatus | None = strawberry.field(default=strawberry.UNSET, description="ACTIVE where left out.")


@strawberry.input(description="A job ad: `file` by the multipart request specification, `base64` with `fileName`, or `text`.")
class JobParseInput:
    file: Upload | None = strawberry.field(default=None, description="The file.")
    base64: str | None = strawberry.field(default=None, description="The file's bytes in base64.")
    file_name: str | None = strawberry.field(default=None, description="Its name, where `base64` is used.")
    text: str | None = strawberry.field(default=None, description="The ad as text or HTML.")
    keep: bool = strawberry.field(default=True, description="Keep it as a job; false: only read it.")


@strawberry.type(description="The job as it stands.")
class JobPayload:
    job: Job | None = strawberry.field(default=None, description="The job.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="What the ad says, and the job it became.")
class JobParsePayload:
    ad: JobAd | None = strawberry.field(default=None, description="What was read.")
    job: Job | None = strawberry.field(default=None, description="The job, where `keep` is true.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The job forgotten, with its scores.")
class JobDeletePayload:
    deleted_job_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the job forgotten.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def jobs(
    info: Info, filter: JobFilter | None = None, first: First = 20, after: After = None, order: Order = Order.NEWEST
) -> Connection[Job]:
    asked = {name: value for name, value in vars(filter or JobFilter()).items() if value is not None}
    query = await job.asking_for(info.context.caller, asked.pop("skills", []), job.visible(info.context.caller, **asked))
    return await page(query, Job.show, first, after, order)


async def job_by_id(info: Info, id: strawberry.ID) -> Job | None:
    try:
        return Job.show(await job.get(info.context.caller, uuid_of(id)))
    except NotFound:
        return None


@payload(JobPayload)
async def job_create(info: Info, input: JobInput) -> JobPayload:
    return JobPayload(job=Job.show(await job.create(info.context.caller, _given(input))))


@payload(JobPayload)
async def job_update(info: Info, id: strawberry.ID, input: JobInput) -> JobPayload:
    row = await job.get(info.context.caller, uuid_of(id))
    return JobPayload(job=Job.show(await job.update(info.context.caller, row, _given(input))))


def _given(input: JobInput) -> dict[str, Any]:
    given = {name: value for name, value in vars(input).items() if value is not strawberry.UNSET}
    return {name: value.value if isinstance(value, JobStatus) else value for name, value in given.items()}


@payload(JobPayload)
async def job_close(info: Info, id: strawberry.ID) -> JobPayload:
    return JobPayload(job=Job.show(await job.close(info.context.caller, uuid_of(id))))


@payload(JobDeletePayload)
async def job_delete(info: Info, id: strawberry.ID) -> JobDeletePayload:
    await job.delete(info.context.caller, uuid_of(id))
    return JobDeletePayload(deleted_job_id=id)


@payload(JobParsePayload)
async def job_parse(info: Info, input: JobParseInput) -> JobParsePayload:
    if sum(each is not None for each in (input.file, input.base64, input.text)) != 1:
        raise InvalidInput("Give one of 'file', 'base64' and 'text'", ErrorCode.FILE_MISSING, field=("input", "file"))
    read = await job.read(input.text) if input.text is not None else await job.read_file(*await _bytes(input))
    kept = Job.show(await job.keep_ad(info.context.caller, read, input.file_name or "")) if input.keep else None
    return JobParsePayload(ad=job_ad.show(read), job=kept)


async def _bytes(input: JobParseInput) -> tuple[bytes, str]:
    if input.file is not None:
        upload: Any = input.file
        return await upload.read(), upload.filename or ""
    try:
        return base64.b64decode(input.base64 or "", validate=True), input.file_name or ""
    except binascii.Error as error:
        raise InvalidFile("'base64' is not base64", field=("input", "base64")) from error
