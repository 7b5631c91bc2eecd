"""Resumes: read, corrected, forgotten. One upload travels: bytes → Cv (in a child process) → file → one transaction."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from tortoise.transactions import in_transaction

from db import files
from db.base import new_id, owned
from db.environment import environment
from db.models import Candidate, Document, Resume, Task
from workers import offload, parsing, tree
from workers.comparison import Made
from workers.cv import Cv, from_json, to_json
from workers.errors import ErrorCode, InvalidFile, InvalidInput, NotFound, TooLarge, Unavailable
from workers.services import audit_event, candidate, delivery, features, quota, task
from workers.services.caller import Caller, Scope
from workers.services.correction import corrected
from workers.services.quota import Kind
from workers.tree import ParserType

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

DEADLINE = offload.DEADLINE
READ_ONLY = frozenset(
    "resumeId fileName pageCount parsedAt ocrApplied parsingConfidence rawText warnings evidence documentLanguage".split()
)
PARSED, PENDING = "PARSED", "PENDING"


async def read(data: bytes, file_name: str) -> Cv:
    """The Cv of a file, nothing stored: what `parse` and the command line share. Errors name what is wrong with the file."""
    check(data)
    return await offload.run(parsing.parse, data, file_name, dt.datetime.now(dt.UTC).date(), deadline=DEADLINE)


def check(data: bytes) -> None:
    if not data:
        raise InvalidFile("The file is empty", ErrorCode.FILE_EMPTY, field=("file",))
    if len(data) > environment().upload_limit:
        raise TooLarge(f"The file is larger than {environment().upload_limit:,} bytes", field=("file",))


async def parse(caller: Caller, data: bytes, file_name: str, parser_type: ParserType = ParserType.PREMIUM) -> Resume:
    """Read a CV and keep it: file, Cv and candidate together, or nothing."""
    caller.demand(Scope.PARSE)
    await quota.demand(caller, Kind.PARSE)
    return await keep(caller, await read(data, file_name), data, file_name, parser_type)


async def keep(
    caller: Caller,
    cv: Cv,
    data: bytes,
    file_name: str,
    parser_type: ParserType = ParserType.PREMIUM,
    action: str = "resume.parse",
    owner: Callable[[], Awaitable[UUID]] | None = None,
) -> Resume:
    """Keep a Cv with the file it was read from, or neither. `owner` names the candidate it belongs to, inside the transaction."""
    resume = drafted(caller, data, file_name, parser_type)
    made = await features.of_cv(cv)
    await files.put(resume.file, data, caller.sealer)
    try:
        async with in_transaction():
            await quota.charge(caller, Kind.PARSE)
            resume.candidate_id = await owner() if owner else None
            await _keep(caller, resume, cv, made)
            await audit_event.record(caller, action, resume.id)
    except BaseException:
        await files.forget(resume.file)
        raise
    return resume


async def submit(caller: Caller, data: bytes, file_name: str, parser_type: ParserType = ParserType.PREMIUM) -> tuple[Resume, Task]:
    """Keep the file and read it in the background. The task's row is written with the resume's; a queue only wakes a worker."""
    caller.demand(Scope.PARSE)
    check(data)
    await quota.demand(caller, Kind.PARSE)
    resume = drafted(caller, data, file_name, parser_type)
    await files.put(resume.file, data, caller.sealer)
    try:
        async with in_transaction():
            await quota.charge(caller, Kind.PARSE)
            await resume.save()
            work = await task.begin(caller, "resume.parse", resume.id, {"charged": Kind.PARSE})
            await audit_event.record(caller, "resume.submit", resume.id)
    except BaseException:
        await files.forget(resume.file)
        raise
    return resume, work


async def work(caller: Caller, identity: UUID, is_last: bool = True) -> None:
    """The task `resume.parse`: read a kept file. Twice gives the same; a file that cannot be read leaves nothing behind.

    One that takes too long raises Unavailable where `is_last` is false: on a machine with too much to do every file does.
    """
    resume = await get(caller, identity)
    if resume.status == PARSED:
        return
    data = await files.get(resume.file, caller.sealer)
    try:
        cv = await read(data, file_name(resume, caller))
    except InvalidInput as error:
        if error.code is ErrorCode.TIMED_OUT and not is_last:
            raise Unavailable("Reading took too long and is tried again") from error
        await _forget(caller, resume)
        raise
    made = await features.of_cv(cv)
    async with in_transaction():
        await _keep(caller, resume, cv, made)


def drafted(caller: Caller, data: bytes, file_name: str, parser_type: ParserType) -> Resume:
    identity = new_id()
    return Resume(
        id=identity,
        **owned(caller),
        status=PENDING,
        parser_type=parser_type.value,
        file=f"{caller.account_id}/{identity}",
        file_digest=digest(caller, data),
        file_size=len(data),
        sealed_name=caller.sealer.seal(file_name.encode(), f"file name:{identity}"),
    )


def digest(caller: Caller, data: bytes) -> str:
    """By which an account knows a file again; it says nothing to whoever reads the database."""
    return caller.sealer.blind("file", hashlib.sha256(data).hexdigest())


async def is_known(caller: Caller, digest: str) -> bool:
    """Whether this file was read, or is going to be. One whose task failed on our side or was cancelled may be sent again."""
    found = dict(await Resume.visible(caller).filter(file_digest=digest).values_list("id", "status"))
    return PARSED in found.values() or await task.is_open(caller, list(found))


async def _keep(caller: Caller, resume: Resume, cv: Cv, made: Made) -> None:
    who = await candidate.attach(caller, cv, resume.candidate_id)
    resume.candidate_id = who.id if who else None
    resume.parsed_at = resume.parsed_at or dt.datetime.now(dt.UTC)
    resume.status, resume.revision = PARSED, resume.revision + 1
    cv = msgspec.structs.replace(cv, resume_id=str(resume.id), parsed_at=resume.parsed_at)
    resume.sealed_cv = caller.sealer.seal(to_json(cv), f"cv:{resume.id}")
    resume.document_type, resume.language = cv.document_type.value, (cv.document_language or "").lower()[:2] or None
    resume.page_count, resume.experience_months = cv.page_count, cv.profile.total_experience_months
    await resume.save()
    await features.keep_resume(caller, resume, made)


def cv(resume: Resume, caller: Caller) -> Cv | None:
    """The Cv as it was read or corrected; None until it was read."""
    kept = kept_cv(resume, caller)
    return None if kept is None else from_json(Cv, kept)


def kept_cv(resume: Resume, caller: Caller) -> bytes | None:
    """The same as JSON, for whoever hands it on."""
    return None if resume.sealed_cv is None else caller.sealer.open(bytes(resume.sealed_cv), f"cv:{resume.id}")


def file_name(resume: Resume, caller: Caller) -> str:
    return caller.sealer.open(bytes(resume.sealed_name), f"file name:{resume.id}").decode() if resume.sealed_name else ""


def printed(resume: Resume, caller: Caller) -> dict[str, Any]:
    """The tree of REST row 1, 56 or 96 fields by the parser type of the resume."""
    read_cv = cv(resume, caller)
    if read_cv is None:
        raise InvalidInput("This resume has not been read yet; wait for its task")
    return tree.tree(read_cv, ParserType(resume.parser_type))


async def update(caller: Caller, identity: UUID, changes: dict[str, Any]) -> Resume:
    """Correct any part of the tree: objects merge, lists and values replace; what the reader alone knows is left alone."""
    caller.demand(Scope.WRITE)
    wanted = {name: value for name, value in changes.items() if name not in READ_ONLY}
    seen = await get(caller, identity)
    before = cv(seen, caller)
    if before is None:
        raise InvalidInput("This resume has not been read yet; wait for its task")
    after = corrected(before, wanted)
    made = await features.of_cv(after)
    async with in_transaction():
        resume = await get(caller, identity)
        if resume.revision == seen.revision:
            await _keep(caller, resume, after, made)
            await audit_event.record(caller, "resume.update", resume.id)
            return resume
    # Somebody else was faster: the change belongs on what they left.
    return await update(caller, identity, changes)


def visible(
    caller: Caller,
    *,
    candidate_id: UUID | None = None,
    language: str | None = None,
    document_type: str | None = None,
    status: str | None = None,
    minimum_months: int | None = None,
    created_after: dt.datetime | None = None,
    created_before: dt.datetime | None = None,
) -> QuerySet[Resume]:
    asked = {
        "candidate_id": candidate_id,
        "language": language.lower() if language else None,
        "document_type": document_type,
        "status": status,
        "experience_months__gte": minimum_months,
        "created_at__gte": created_after,
        "created_at__lt": created_before,
    }
    return Resume.visible(caller).filter(**{name: value for name, value in asked.items() if value is not None})


async def get(caller: Caller, identity: UUID) -> Resume:
    found = await Resume.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such resume", field=("id",))
    return found


async def delete(caller: Caller, identity: UUID) -> None:
    """Forget a CV with its file; a candidate who had no other goes too."""
    caller.demand(Scope.WRITE)
    resume = await get(caller, identity)
    await _forget(caller, resume)


async def _forget(caller: Caller, resume: Resume) -> None:
    printed = await Document.visible(caller).filter(resume_id=resume.id).values_list("file", flat=True)
    async with in_transaction():
        await features.forget(caller, resume_id=resume.id)
        await delivery.forget(caller, resume.id)
        await resume.delete()
        if resume.candidate_id and not await Resume.visible(caller).filter(candidate_id=resume.candidate_id).exists():
            await Candidate.visible(caller).filter(id=resume.candidate_id).delete()
        await audit_event.record(caller, "resume.delete", resume.id)
    await files.forget(resume.file, *[str(name) for name in printed])
