"""Candidates: the person behind one or more CVs, recognised again by e-mail, phone, or name with birth date."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote
from uuid import UUID

import msgspec
from tortoise.connection import get_connection
from tortoise.expressions import Subquery
from tortoise.transactions import in_transaction

from db import files
from db.base import owned
from db.connection import dialect
from db.models import Candidate, CandidateToken, Document, Invitation, Resume
from workers import cv as flow
from workers.errors import Conflict, ErrorCode, NotFound
from workers.services import audit_event, delivery, features
from workers.services.caller import Caller
from workers.services.webhook import WebhookEvent

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

RECOGNISING = ("email", "phone", "identity")
REF = ("candidate_ref",)


class Person(msgspec.Struct, frozen=True, rename="camel"):
    """What is sealed in a candidate's row: how a list shows the person without opening a CV."""

    first_name: str | None = None
    last_name: str | None = None
    headline: str | None = None
    email: str | None = None
    phone: str | None = None
    city: str | None = None

    @property
    def name(self) -> str | None:
        return " ".join(part for part in (self.first_name, self.last_name) if part) or None


class Token(NamedTuple):
    kind: str
    value: str


def person_of(cv: flow.Cv) -> Person:
    who = cv.candidate
    return Person(who.first_name, who.last_name, who.headline, who.email, who.phone, who.address.city)


def person(candidate: Candidate, caller: Caller) -> Person:
    return msgspec.json.decode(caller.sealer.open(bytes(candidate.sealed_person), _context(candidate.id)), type=Person)


def sealed(caller: Caller, identity: UUID, who: Person) -> bytes:
    return caller.sealer.seal(msgspec.json.encode(who), _context(identity))


def _context(identity: UUID) -> str:
    return f"candidate:{identity}"


def tokens(cv: flow.Cv) -> Iterator[Token]:
    """What this person is recognised by, and the words of the name that a search may ask for."""
    who = cv.candidate
    for address in filter(None, (who.email, *who.alternate_emails)):
        yield Token("email", address.strip().lower())
    for number in filter(None, (who.phone, *who.alternate_phones)):
        yield Token("phone", re.sub(r"\D", "", number))
    words = sorted(_words(" ".join(filter(None, (who.first_name, who.last_name)))))
    if words and who.date_of_birth and who.date_of_birth.day:
        yield Token("identity", " ".join([*words, who.date_of_birth]))
    for word in words:
        yield Token("name", word)


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    return set(re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


async def attach(caller: Caller, cv: flow.Cv, known: UUID | None = None) -> Candidate | None:
    """The candidate this CV belongs to, made or brought up to date; None where the CV names nobody.

    `known` is the candidate the resume already has. Call inside a transaction: two CVs of one person that arrive
    together must meet, so each account's attachments happen one after the other.
    """
    found = set(tokens(cv))
    if not found:
        return await Candidate.visible(caller).get_or_none(id=known) if known else None
    await _one_at_a_time(caller)
    candidate = await _recognised(caller, found, known) or Candidate(**owned(caller))
    candidate.sealed_person = sealed(caller, candidate.id, person_of(cv))
    await candidate.save()
    await _index(caller, candidate, found)
    return candidate


async def _one_at_a_time(caller: Caller) -> None:
    # SQLite's transactions hold the write lock from their beginning; PostgreSQL's would run side by side.
    if dialect() == "postgres":
        await get_connection("default").execute_query("SELECT pg_advisory_xact_lock($1)", [caller.account_id.int & 0x7FFFFFFFFFFFFFFF])


async def _recognised(caller: Caller, found: set[Token], known: UUID | None) -> Candidate | None:
    if known:
        return await Candidate.visible(caller).get_or_none(id=known)
    blind = [_blind(caller, token) for token in found if token.kind in RECOGNISING]
    # Whoever came by an invitation holds a link to their own page: no CV from elsewhere may land there by a like e-mail.
    known_by = _tokens(caller).filter(kind__in=RECOGNISING, token__in=blind, candidate__consented_at__isnull=True)
    match = await known_by.order_by("candidate_id").first().select_related("candidate")
    return match.candidate if match else None


async def _index(caller: Caller, candidate: Candidate, found: set[Token]) -> None:
    rows = [
        CandidateToken(candidate_id=candidate.id, kind=token.kind, token=_blind(caller, token), **owned(caller)) for token in sorted(found)
    ]
    await CandidateToken.bulk_create(rows, ignore_conflicts=True)


def _tokens(caller: Caller) -> QuerySet[CandidateToken]:
    return CandidateToken.filter(**owned(caller))


def _blind(caller: Caller, token: Token) -> str:
    return caller.sealer.blind(token.kind, token.value)


def visible(
    caller: Caller,
    *,
    email: str | None = None,
    phone: str | None = None,
    name: str | None = None,
    created_after: dt.datetime | None = None,
    created_before: dt.datetime | None = None,
) -> QuerySet[Candidate]:
    """Candidates by exact e-mail or phone, by whole words of the name, by day of arrival. Nothing is decrypted to search."""
    query = Candidate.visible(caller)
    for token in _asked(email, phone, name):
        matching = _tokens(caller).filter(kind=token.kind, token=_blind(caller, token)).values("candidate_id")
        query = query.filter(id__in=Subquery(matching))
    if created_after:
        query = query.filter(created_at__gte=created_after)
    return query.filter(created_at__lt=created_before) if created_before else query


def _asked(email: str | None, phone: str | None, name: str | None) -> Iterator[Token]:
    if email:
        yield Token("email", email.strip().lower())
    if phone:
        yield Token("phone", re.sub(r"\D", "", phone))
    for word in sorted(_words(name or "")):
        yield Token("name", word)


async def get(caller: Caller, identity: UUID) -> Candidate:
    found = await Candidate.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such candidate", field=("id",))
    return found


async def by_ref(caller: Caller, ref: str) -> Candidate:
    """The candidate linked under the account's own `ref`. One invited who has not answered yet raises Conflict, an unknown one NotFound."""
    found = await Candidate.visible(caller).get_or_none(ref=ref)
    if found is not None:
        return found
    if await Invitation.visible(caller).filter(ref=ref, uses=0, revoked_at__isnull=True, expires_at__gt=dt.datetime.now(dt.UTC)).exists():
        raise Conflict(
            "This candidate was invited and has not sent a CV yet; candidate.linked tells when", ErrorCode.PROFILE_NOT_READY, field=REF
        )
    raise NotFound("There is no such candidate", field=REF)


def not_ready(ref: str) -> Conflict:
    """Linked, and no CV of theirs was read yet."""
    return Conflict(
        f"This candidate has no CV that was read yet; ask GET /api/v1/candidates/{quote(ref, safe='')}/profile until has_profile is true",
        ErrorCode.PROFILE_NOT_READY,
        field=REF,
    )


async def delete(caller: Caller, identity: UUID) -> None:
    """Erase a person: rows, index, CVs and files go together."""
    candidate = await get(caller, identity)
    kept = await Resume.visible(caller).filter(candidate_id=candidate.id).values_list("file", flat=True)
    printed = await Document.visible(caller).filter(resume__candidate_id=candidate.id).values_list("file", flat=True)
    async with in_transaction():
        for resume in await Resume.visible(caller).filter(candidate_id=candidate.id).only("id"):
            await features.forget(caller, resume_id=resume.id)
            await delivery.forget(caller, resume.id)
        await Resume.visible(caller).filter(candidate_id=candidate.id).delete()
        await candidate.delete()
        await audit_event.record(caller, "candidate.delete", candidate.id)
        await dissociated(caller, candidate)
    await files.forget(*[str(name) for name in (*kept, *printed)])


async def dissociated(caller: Caller, candidate: Candidate) -> None:
    """Tell that a link has ended, inside the transaction that ends it; a candidate who was never linked is nobody's news."""
    if candidate.ref and candidate.linked_at:
        data = {"ref": candidate.ref, "linked_at": delivery.spoken(candidate.linked_at)}
        body = delivery.event_body("candidate.dissociated", data)
        await delivery.announce(caller, WebhookEvent.CANDIDATE_DISSOCIATED, candidate.id, body)
