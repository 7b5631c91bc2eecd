"""Linked candidates: the account knows them by its own `ref`, and calls with the ref need no CV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from db.models import AuditEvent, Candidate, Invitation, Resume, Score
from workers import advice, coaching, offload, tree
from workers.cv import Cv
from workers.errors import Conflict, InvalidInput, NotFound
from workers.services import audit_event, candidate, delivery, resume
from workers.services.caller import Caller, Scope
from workers.services.webhook import WebhookEvent
from workers.tree import ParserType

LONGEST_REF = 200


@dataclass(frozen=True)
class Link:
    """`active`: the candidate is linked; `profile` stands where a CV was read."""

    ref: str
    active: bool = False
    linked_at: dt.datetime | None = None
    profile: coaching.Profile | None = None


async def get(caller: Caller, ref: str) -> Link:
    """What stands behind a ref: linked, invited, no longer linked; one that was never used raises NotFound."""
    person = await Candidate.visible(caller).get_or_none(ref=ref)
    if person is None:
        if await Invitation.visible(caller).filter(ref=ref).exists():
            return Link(ref)
        raise NotFound("There is no such candidate", field=("ref",))
    row = await newest(caller, person)
    await audit_event.record(caller, "candidate.read", person.id)
    return Link(ref, True, person.linked_at, await _profile(caller, row) if row else None)


async def _profile(caller: Caller, row: Resume) -> coaching.Profile | None:
    read = resume.cv(row, caller)
    return await offload.run(advice.analyzed, read, None, deadline=10.0) if read else None


async def newest(caller: Caller, person: Candidate) -> Resume | None:
    """The candidate's newest CV that was read."""
    return await Resume.visible(caller).filter(candidate_id=person.id, sealed_cv__isnull=False).order_by("-id").first()


async def linked_cv(caller: Caller, ref: str) -> Cv:
    """The Cv of a linked candidate; where none was read yet, Conflict (PROFILE_NOT_READY)."""
    person = await candidate.by_ref(caller, ref)
    row = await newest(caller, person)
    read = resume.cv(row, caller) if row else None
    if read is None:
        raise candidate.not_ready(ref)
    await audit_event.record(caller, "candidate.read", person.id)
    return read


async def exported(caller: Caller, person: Candidate) -> bytes:
    """All that is kept of the person, UTF-8 JSON: the link, the consent, every CV with its scores, and who looked when."""
    rows = await Resume.visible(caller).filter(candidate_id=person.id).order_by("-id")
    await audit_event.record(caller, "candidate.export", person.id)
    own = [row.id for row in rows]
    scores = await Score.visible(caller).filter(resume_id__in=own).order_by("id").select_related("job")
    subjects = [person.id, *own]
    seen = await AuditEvent.visible(caller).filter(subject_id__in=subjects).order_by("id")
    kept = {
        "ref": person.ref,
        "linkedAt": person.linked_at,
        "consent": {"version": person.consent_version, "at": person.consented_at},
        "keptBy": caller.account.name,
        "resumes": [_kept(caller, row, [score for score in scores if score.resume_id == row.id]) for row in rows],
        "accesses": [{"action": each.action, "at": each.created_at, "resumeId": _other(each.subject_id, person.id)} for each in seen],
    }
    return msgspec.json.format(msgspec.json.encode(kept), indent=2)


def _kept(caller: Caller, row: Resume, scores: Sequence[Score]) -> dict[str, Any]:
    read = resume.cv(row, caller)
    return {
        "id": row.id,
        "fileName": resume.file_name(row, caller),
        "createdAt": row.created_at,
        "cv": tree.tree(read, ParserType.PREMIUM) if read else None,
        "scores": [{"job": score.job.title, "value": score.value, "at": score.updated_at} for score in scores],
    }


def _other(identity: UUID | None, own: UUID) -> UUID | None:
    return None if identity == own else identity


def checked_ref(ref: str) -> str:
    if not 0 < len(ref.strip()) <= LONGEST_REF or "/" in ref or not ref.isprintable():
        raise InvalidInput(f"A ref has 1 to {LONGEST_REF} characters and no slash", field=("input", "ref"))
    return ref.strip()


async def link(caller: Caller, identity: UUID, ref: str) -> Candidate:
    """Know a candidate of the account's own by `ref`. A ref in use raises Conflict."""
    caller.demand(Scope.WRITE)
    person = await candidate.get(caller, identity)
    person.ref, person.linked_at = checked_ref(ref), person.linked_at or dt.datetime.now(dt.UTC)
    try:
        async with in_transaction():
            await person.save(update_fields=["ref", "linked_at"])
            await audit_event.record(caller, "candidate.link", person.id)
            await announce(caller, person)
    except IntegrityError as error:
        raise Conflict("Another candidate is linked under this ref; dissociate that one first", field=("input", "ref")) from error
    return person


async def announce(caller: Caller, person: Candidate) -> None:
    """Tell that a candidate is linked, inside the transaction that links."""
    data = {"ref": person.ref, "linked_at": delivery.spoken(person.linked_at)}
    await delivery.announce(caller, WebhookEvent.CANDIDATE_LINKED, person.id, delivery.event_body("candidate.linked", data))


async def dissociate(caller: Caller, ref: str) -> UUID:
    """End a link. Who came by an invitation is erased with every CV; a candidate of the account's own stays, without the ref."""
    caller.demand(Scope.WRITE)
    person = await Candidate.visible(caller).get_or_none(ref=ref)
    if person is None:
        raise NotFound("There is no such candidate", field=("ref",))
    if person.consented_at:
        await candidate.delete(caller, person.id)
        return person.id
    async with in_transaction():
        await candidate.dissociated(caller, person)
        await Candidate.visible(caller).filter(id=person.id).update(ref=None, linked_at=None)
        await audit_event.record(caller, "candidate.dissociate", person.id)
    return person.id
