"""Printed CVs: rendered in child processes, kept sealed, fetched by signed links that expire and can be revoked."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from db import files
from db.base import new_id, owned
from db.environment import environment
from db.models import Document, Resume
from db.secrets import is_same, sign
from workers import offload
from workers.cv import has_photo, to_json
from workers.errors import CvError, Forbidden, InvalidFile, InvalidInput, NotFound
from workers.parsing.portrait import portrait
from workers.rendering import RenderedPdf, ResumeSettings, fingerprint, preview, print_cv, sample
from workers.services import audit_event, quota, resume, settings
from workers.services.caller import Caller, Scope
from workers.services.quota import Kind

KEPT = dt.timedelta(days=7)
FRESH = dt.timedelta(hours=1)
DEADLINE, PREVIEW_DPI, AT_ONCE = 60.0, 96.0, 10
PDF, PREVIEW = "PDF", "PREVIEW"


class Printed(NamedTuple):
    """One CV of several: its document, or why there is none."""

    resume_id: UUID
    document: Document | None
    error: CvError | None = None


async def pdf(caller: Caller, identity: UUID, changes: Mapping[str, Any] | None = None) -> RenderedPdf:
    """Print a stored CV in the account's settings, with `changes` for this once. Nothing is kept."""
    caller.demand(Scope.RENDER)
    row = await resume.get(caller, identity)
    chosen = await settings.current(caller)
    if changes:
        chosen = settings.checked(chosen, changes)
    return await _rendered(caller, row, chosen)


async def publish(caller: Caller, identity: UUID, changes: Mapping[str, Any] | None = None) -> Document:
    """Print a stored CV and keep the PDF behind a signed link."""
    async with quota.spend(caller, Kind.RENDER):
        return await _published(caller, identity, changes, new_id())


async def publish_once(caller: Caller, identity: UUID, document_id: UUID, is_first: bool = False) -> Document:
    """The same for a task, which was paid when it was submitted: a second run finds what the first one made.

    `is_first` says that no run before this one can have made it.
    """
    kept = None if is_first else await Document.visible(caller).get_or_none(id=document_id)
    return kept or await _published(caller, identity, None, document_id)


async def _published(caller: Caller, identity: UUID, changes: Mapping[str, Any] | None, document_id: UUID) -> Document:
    printed = await pdf(caller, identity, changes)
    return await keep(caller, printed.pdf, PDF, "application/pdf", resume_id=identity, pages=printed.pages, id=document_id)


async def publish_many(caller: Caller, identities: Sequence[UUID]) -> list[Printed]:
    """One to ten CVs at once, on all cores; a foreign id refuses all of them, one that cannot be printed spoils itself alone."""
    await owned_only(caller, identities, AT_ONCE)
    await quota.demand(caller, Kind.RENDER, len(identities))
    return await asyncio.gather(*(_one_of(caller, identity) for identity in identities))


async def owned_only(caller: Caller, identities: Sequence[UUID], most: int) -> None:
    """Raise unless there are 1 to `most` ids, all of them the caller's."""
    if not 1 <= len(identities) <= most:
        raise InvalidInput(f"Send 1 to {most} resume ids, not {len(identities)}", field=("resumeIds",))
    known = await Resume.visible(caller).filter(id__in=list(identities)).count()
    if known < len(set(identities)):
        raise Forbidden("One or more resume ids do not belong to this account", field=("resumeIds",))


async def _one_of(caller: Caller, identity: UUID) -> Printed:
    try:
        return Printed(identity, await publish(caller, identity))
    except CvError as error:
        return Printed(identity, None, error)


async def _rendered(caller: Caller, row: Resume, chosen: ResumeSettings) -> RenderedPdf:
    cv = resume.kept_cv(row, caller)
    if cv is None:
        raise InvalidInput("This resume has not been read yet; wait for its task", field=("id",))
    await audit_event.record(caller, "resume.render", row.id)
    photo = await _photo(caller, row, cv) if not chosen.privacy.hide_photo else None
    return await _print(cv, chosen, caller.sealer.blind("code name", "").encode(), photo)


async def _photo(caller: Caller, row: Resume, cv: bytes) -> bytes | None:
    if not has_photo(cv):
        return None
    return await offload.run(portrait, await files.get(row.file, caller.sealer), deadline=DEADLINE)


async def previews(caller: Caller, identity: UUID) -> list[Document]:
    """One PNG a page of a stored CV in the account's settings; made again when either changed."""
    row, chosen = await resume.get(caller, identity), await settings.current(caller)
    mark = f"{row.revision}-{fingerprint(chosen)}"
    earlier = Document.visible(caller).filter(kind=PREVIEW, resume_id=identity)
    kept = await earlier.filter(fingerprint=mark).order_by("page")
    if kept and not any(is_expiring(page) for page in kept):
        return kept
    made = await _preview_pages(caller, (await _rendered(caller, row, chosen)).pdf, mark, identity)
    await forget(await earlier.filter(id__not_in=[page.id for page in made]))
    return made


async def sample_previews(caller: Caller) -> list[Document]:
    """A fictional CV in the account's settings, one PNG a page; made again only when something visible changed."""
    chosen = await settings.current(caller)
    mark = fingerprint(chosen)
    earlier = Document.visible(caller).filter(kind=PREVIEW, resume_id=None)
    kept = await earlier.filter(fingerprint=mark).order_by("page")
    if kept and not any(is_expiring(page) for page in kept):
        return kept
    printed = await _print(to_json(sample(chosen.sections.language)), chosen, b"")
    made = await _preview_pages(caller, printed.pdf, mark, None)
    await forget(await earlier.filter(id__not_in=[page.id for page in made]))
    return made


async def _print(cv: bytes, chosen: ResumeSettings, key: bytes, photo: bytes | None = None) -> RenderedPdf:
    try:
        return await offload.run(print_cv, cv, chosen, key, environment().templates, photo, deadline=DEADLINE)
    except InvalidFile as error:
        raise InvalidInput("Printing this CV took too long or broke off; shorten it or choose another layout", error.code) from error


async def _preview_pages(caller: Caller, data: bytes, mark: str, identity: UUID | None) -> list[Document]:
    pictures = await offload.run(preview, data, PREVIEW_DPI, deadline=DEADLINE)
    return [
        await keep(
            caller, picture, PREVIEW, "image/png", resume_id=identity, page=number, pages=len(pictures), fingerprint=mark, id=new_id()
        )
        for number, picture in enumerate(pictures)
    ]


async def keep(caller: Caller, data: bytes, kind: str, media_type: str, **columns: Any) -> Document:
    row = Document(
        **owned(caller),
        kind=kind,
        media_type=media_type,
        file=f"{caller.account_id}/{columns['id']}",
        expires_at=dt.datetime.now(dt.UTC) + KEPT,
        **columns,
    )
    await files.put(row.file, data, caller.sealer)
    try:
        await row.save()
    except IntegrityError:
        # Two runs of one task printed the same document: its row is there, and so must its file be.
        return await Document.get(id=row.id)
    except BaseException:
        await files.forget(row.file)
        raise
    return row


def is_expiring(row: Document) -> bool:
    return row.expires_at - dt.datetime.now(dt.UTC) < FRESH


def url(row: Document) -> str:
    """The link that opens the document without a key, until it expires or is revoked."""
    expires = int(row.expires_at.timestamp())
    signature = sign("document", f"{row.id}:{expires}")
    return f"{environment().public}/documents/{row.id}?{urlencode({'expires': expires, 'signature': signature})}"


async def opened(identity: UUID, expires: str, signature: str) -> tuple[Document, bytes]:
    """The document a signed link names; a wrong, expired or revoked link raises NotFound, whichever it is."""
    gone = NotFound("This link is wrong, has expired or was revoked")
    if not is_same(signature, sign("document", f"{identity}:{expires}")) or not expires.isdigit() or int(expires) < time.time():
        raise gone
    row = await Document.get_or_none(id=identity).select_related("account")
    if row is None:
        raise gone
    try:
        return row, await files.get(row.file, row.account.sealer)
    except FileNotFoundError as error:
        raise gone from error


def visible(caller: Caller, **asked: Any) -> QuerySet[Document]:
    return Document.visible(caller).filter(**{name: value for name, value in asked.items() if value is not None})


async def revoke(caller: Caller, identity: UUID) -> None:
    """Make the link useless at once: row and file go."""
    caller.demand(Scope.RENDER)
    row = await Document.visible(caller).get_or_none(id=identity)
    if row is None:
        raise NotFound("There is no such document", field=("id",))
    await forget([row])


async def forget(rows: Sequence[Document]) -> None:
    async with in_transaction():
        await Document.filter(id__in=[row.id for row in rows]).delete()
    await files.forget(*[row.file for row in rows])


async def forget_of(caller: Caller, *resumes: UUID) -> list[str]:
    """Names of the files that printed these CVs: a caller that erases them deletes the files after its transaction."""
    return [str(name) for name in await Document.visible(caller).filter(resume_id__in=resumes).values_list("file", flat=True)]
