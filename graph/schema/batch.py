"""Many CVs read, printed or matched at once: mutations that answer with a task."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import strawberry
from strawberry.file_uploads import Upload

import graph.schema.resume  # noqa: F401  declares ParserType to GraphQL
from graph.schema.context import Info
from graph.schema.node import uuid_of
from graph.schema.payload import UserError, payload
from graph.schema.task import Task
from workers import queue
from workers.errors import ErrorCode, InvalidFile
from workers.services import batch
from workers.tree import ParserType


@strawberry.input(description="CVs to read: files or zips of files, by the multipart request specification, or one zip in base64.")
class ResumeParseManyInput:
    files: list[Upload] = strawberry.field(default_factory=list, description="CVs, or zips of CVs; up to 500 files together.")
    zip_base64: str | None = strawberry.field(default=None, description="A zip of CVs in base64.")
    parser_type: ParserType = strawberry.field(default=ParserType.PREMIUM, description="How much REST prints of them.")


@strawberry.type(description="The task under way: watch it, or its items.")
class TaskPayload:
    task: Task | None = strawberry.field(default=None, description="The task.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@payload(TaskPayload)
async def resume_parse_many(info: Info, input: ResumeParseManyInput) -> TaskPayload:
    uploads: Any = input.files
    given = [(await each.read(), each.filename or "") for each in uploads]
    if input.zip_base64 is not None:
        given.append((_decoded(input.zip_base64), "batch.zip"))
    return await _begun(await batch.read(info.context.caller, given, input.parser_type))


@payload(TaskPayload)
async def resume_render_many(info: Info, ids: list[strawberry.ID]) -> TaskPayload:
    return await _begun(await batch.render(info.context.caller, [uuid_of(each, "ids") for each in ids]))


@payload(TaskPayload)
async def match_queue(info: Info, references: list[str]) -> TaskPayload:
    return await _begun(await batch.queue_jobs(info.context.caller, references))


async def _begun(work: Any) -> TaskPayload:
    await queue.put(work.id)
    return TaskPayload(task=Task.show(work))


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise InvalidFile("'zipBase64' is not base64", ErrorCode.FILE_DAMAGED, field=("input", "zipBase64")) from error
