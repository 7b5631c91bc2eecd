from __future__ import annotations

import base64
import binascii
import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry.file_uploads import Upload

from db import models
from graph.schema import match
from graph.schema.candidate import Candidate
from graph.schema.connection import After, Connection, First, Order, loaded, page
from graph.schema.context import Info
from graph.schema.cv import Cv, ParseWarning, warning, whole
from graph.schema.cv_input import CvInput, changes
from graph.schema.document import Document
from graph.schema.formats import ExchangeFormat
from graph.schema.match import Jobs, MatchConnection
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from graph.schema.settings import PrivacyGiven, PrivacyPreset, hiding
from graph.schema.task import Task
from workers import queue
from workers.cv import Cv as FlowCv
from workers.errors import ErrorCode, InvalidFile, InvalidInput, NotFound
from workers.services import audit_event, document, exchange, resume, sheet
from workers.tree import ParserType

if TYPE_CHECKING:
    JSON = Any
else:
    from strawberry.scalars import JSON

strawberry.enum(ParserType, description="How much is printed: ADVANCED 56 fields, PREMIUM all 96.")


@strawberry.enum(description="Where a resume stands.")
class ResumeStatus(Enum):
    PENDING = strawberry.enum_value("PENDING", description="Its file is kept and waits to be read.")
    PARSED = strawberry.enum_value("PARSED", description="It was read.")


@strawberry.type(description="The file a resume was read from.")
class ResumeFile:
    name: str = strawberry.field(description="Name the client gave.")
    size: int = strawberry.field(description="Bytes.")
    pages: int | None = strawberry.field(description="Pages; null until read.")


@strawberry.type(description="One CV: its file and what was read from it.")
class Resume(Node):
    row: strawberry.Private[models.Resume]
    status: ResumeStatus = strawberry.field(description="Where it stands.")
    parser_type: ParserType = strawberry.field(description="How much REST prints of it.")
    revision: int = strawberry.field(description="Grows with every change.")
    language: str | None = strawberry.field(description="ISO 639-1, lower case.")
    document_type: str | None = strawberry.field(description="CV, COVER_LETTER, JOB_DESCRIPTION or OTHER.")
    page_count: int | None = strawberry.field(description="Pages read.")
    experience_months: int | None = strawberry.field(description="Months of experience, overlaps counted once.")
    parsed_at: dt.datetime | None = strawberry.field(description="When it was read, UTC.")
    updated_at: dt.datetime = strawberry.field(description="When it last changed, UTC.")

    @classmethod
    def show(cls, row: models.Resume) -> Resume:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            status=ResumeStatus(row.status),
            parser_type=ParserType(row.parser_type),
            revision=row.revision,
            language=row.language,
            document_type=row.document_type,
            page_count=row.page_count,
            experience_months=row.experience_months,
            parsed_at=row.parsed_at,
            updated_at=row.updated_at,
        )

    def opened(self, info: Info) -> FlowCv | None:
        return resume.cv(self.row, info.context.caller)

    @strawberry.field(description="All that was read; null until then.")
    async def cv(self, info: Info) -> Cv | None:
        read = self.opened(info)
        if read is None:
            return None
        await audit_event.record(info.context.caller, "resume.read", self.row.id)
        return whole(read)

    @strawberry.field(description="The tree that REST prints: 56 or 96 fields by the parser type; null until read.")
    async def raw(self, info: Info) -> JSON | None:
        if self.row.sealed_cv is None:
            return None
        await audit_event.record(info.context.caller, "resume.read", self.row.id)
        return resume.printed(self.row, info.context.caller)

    @strawberry.field(description="What a recruiter should know about the file.")
    def warnings(self, info: Info) -> list[ParseWarning]:
        read = self.opened(info)
        return [warning(each) for each in read.warnings] if read else []

    @strawberry.field(description="The file.")
    def file(self, info: Info) -> ResumeFile:
        name = resume.file_name(self.row, info.context.caller)
        return ResumeFile(name=name, size=self.row.file_size, pages=self.row.page_count)

    @strawberry.field(description="The person.")
    async def candidate(self, info: Info) -> Candidate | None:
        row = await info.context.one(models.Candidate).load(self.row.candidate_id) if self.row.candidate_id else None
        return Candidate.show(row) if row else None

    matches: MatchConnection[Jobs] = strawberry.field(resolver=match.jobs_of, description="ACTIVE jobs that fit, best first.")

    @strawberry.field(description="Tasks about this resume, newest first.")
    async def tasks(self, info: Info, first: First = 20, after: After = None) -> Connection[Task]:
        return loaded(await info.context.many(models.Task, "subject_id").load(self.row.id), Task.show, first, after)

    @strawberry.field(description="This CV in a format other systems speak, as text; with a preset or switches, anonymised like a print.")
    async def export(
        self, info: Info, format: ExchangeFormat, preset: PrivacyPreset | None = None, privacy: PrivacyGiven | None = None
    ) -> str:
        hidden = hiding(preset, privacy)
        return (await exchange.export(info.context.caller, self.row.id, str(format.value), hidden)).decode()

    @strawberry.field(description="This CV in the account's settings, one PNG a page.")
    async def previews(self, info: Info) -> list[Document]:
        return [Document.show(page) for page in await document.previews(info.context.caller, self.row.id)]

    @strawberry.field(description="The pages of its file as they were read, one picture each: boxes of evidence lie on them.")
    async def sheets(self, info: Info) -> list[Document]:
        return [Document.show(page) for page in await sheet.of_resume(info.context.caller, self.row.id)]

    @strawberry.field(description="PDFs printed of this CV, newest first.")
    async def documents(self, info: Info, first: First = 20, after: After = None) -> Connection[Document]:
        rows = await info.context.many(models.Document, "resume_id").load(self.row.id)
        return loaded([row for row in rows if row.kind == document.PDF], Document.show, first, after)


Nodes.register(models.Resume, Resume.show)


@strawberry.input(description="Which resumes; what is left out does not matter.")
class ResumeFilter:
    candidate_id: strawberry.ID | None = strawberry.field(default=None, description="CVs of this person.")
    language: str | None = strawberry.field(default=None, description="ISO 639-1.")
    document_type: str | None = strawberry.field(default=None, description="CV, COVER_LETTER, JOB_DESCRIPTION or OTHER.")
    status: ResumeStatus | None = strawberry.field(default=None, description="Where they stand.")
    minimum_months: int | None = strawberry.field(default=None, description="At least so many months of experience.")
    created_after: dt.datetime | None = strawberry.field(default=None, description="Made at or after, UTC.")
    created_before: dt.datetime | None = strawberry.field(default=None, description="Made before, UTC.")


@strawberry.input(description="A file to read: `file` by the multipart request specification, or `base64` with `fileName`.")
class ResumeParseInput:
    file: Upload | None = strawberry.field(default=None, description="The file.")
    base64: str | None = strawberry.field(default=None, description="The file's bytes in base64.")
    file_name: str | None = strawberry.field(default=None, description="Its name, where `base64` is used.")
    parser_type: ParserType = strawberry.field(default=ParserType.PREMIUM, description="How much REST prints of it.")
    wait: bool = strawberry.field(default=True, description="Read it now and answer with the Cv; false: answer with a task at once.")


@strawberry.type(description="The resume read, or the task that will read it.")
class ResumeParsePayload:
    resume: Resume | None = strawberry.field(default=None, description="The resume.")
    task: Task | None = strawberry.field(default=None, description="The task, where `wait` is false.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The resume after the change.")
class ResumeUpdatePayload:
    resume: Resume | None = strawberry.field(default=None, description="The resume.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The resume forgotten, with its file.")
class ResumeDeletePayload:
    deleted_resume_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the resume forgotten.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def resumes(
    info: Info, filter: ResumeFilter | None = None, first: First = 20, after: After = None, order: Order = Order.NEWEST
) -> Connection[Resume]:
    asked = {name: value for name, value in vars(filter or ResumeFilter()).items() if value is not None}
    if "candidate_id" in asked:
        asked["candidate_id"] = uuid_of(asked["candidate_id"], "candidateId")
    if "status" in asked:
        asked["status"] = asked["status"].value
    return await page(resume.visible(info.context.caller, **asked), Resume.show, first, after, order)


async def resume_by_id(info: Info, id: strawberry.ID) -> Resume | None:
    try:
        return Resume.show(await resume.get(info.context.caller, uuid_of(id)))
    except NotFound:
        return None


@payload(ResumeParsePayload)
async def resume_parse(info: Info, input: ResumeParseInput) -> ResumeParsePayload:
    caller, (data, name) = info.context.caller, await _bytes(input)
    if input.wait:
        return ResumeParsePayload(resume=Resume.show(await resume.parse(caller, data, name, input.parser_type)))
    row, work = await resume.submit(caller, data, name, input.parser_type)
    await queue.put(work.id)
    return ResumeParsePayload(resume=Resume.show(row), task=Task.show(work))


async def _bytes(input: ResumeParseInput) -> tuple[bytes, str]:
    if (input.file is None) == (input.base64 is None):
        raise InvalidInput("Give 'file' or 'base64', and not both", ErrorCode.FILE_MISSING, field=("input", "file"))
    if input.file is not None:
        upload: Any = input.file
        return await upload.read(), upload.filename or ""
    try:
        return base64.b64decode(input.base64 or "", validate=True), input.file_name or ""
    except binascii.Error as error:
        raise InvalidFile("'base64' is not base64", field=("input", "base64")) from error


@payload(ResumeUpdatePayload)
async def resume_update(info: Info, id: strawberry.ID, input: CvInput) -> ResumeUpdatePayload:
    return ResumeUpdatePayload(resume=Resume.show(await resume.update(info.context.caller, uuid_of(id), changes(input))))


@payload(ResumeDeletePayload)
async def resume_delete(info: Info, id: strawberry.ID) -> ResumeDeletePayload:
    await resume.delete(info.context.caller, uuid_of(id))
    return ResumeDeletePayload(deleted_resume_id=id)
