"""Invitations: a person reads who asks, consents, sends a CV, and is linked. A code says nothing to whoever guesses."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from db.base import new_id, owned
from db.environment import environment
from db.models import Candidate, Invitation, Resume
from db.secrets import digest
from workers.errors import InvalidInput, NotFound
from workers.services import audit_event, candidate, profile, resume
from workers.services.account import ADDRESS
from workers.services.api_key import utc
from workers.services.caller import Caller, Scope
from workers.turns import line_up

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

# Crockford's alphabet: no letter that reads like a digit. Twenty of them are 100 random bits.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 20, 5
LOOKALIKES = str.maketrans("OIL", "011")
LIFE, LONGEST_LIFE = dt.timedelta(days=30), dt.timedelta(days=366)
MOST_USES = 1000
CONSENT_VERSION = "2026-11"
WRONG = "This invitation is not valid, or not any more"


class Made(NamedTuple):
    """The code and link are shown this once."""

    invitation: Invitation
    code: str
    link: str


class Linked(NamedTuple):
    """`door` opens the person's own page."""

    candidate_id: UUID
    door: str


async def create(
    caller: Caller, ref: str | None = None, *, email: str | None = None, expires_at: dt.datetime | None = None, max_uses: int = 1
) -> Made:
    """An invitation for whoever the account calls `ref`; without one each person who answers gets a ref of their own."""
    caller.demand(Scope.WRITE)
    until = _until(expires_at)
    if not 1 <= max_uses <= MOST_USES:
        raise InvalidInput(f"maxUses must be 1 to {MOST_USES}", field=("input", "maxUses"))
    if email is not None and not ADDRESS.fullmatch(email):
        raise InvalidInput("Give an e-mail address, like name@example.org", field=("input", "email"))
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    identity = new_id()
    row = Invitation(id=identity, **owned(caller), ref=profile.checked_ref(ref) if ref is not None else "", expires_at=until)
    row.digest, row.max_uses = digest(code), max_uses
    row.sealed_email = caller.sealer.seal(email.encode(), f"invitation:{identity}") if email else None
    async with in_transaction():
        await row.save()
        await audit_event.record(caller, "invitation.create", identity)
    printed = "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))
    return Made(row, printed, f"{environment().public}/invitation/{printed}")


def _until(expires_at: dt.datetime | None) -> dt.datetime:
    now, until = dt.datetime.now(dt.UTC), utc(expires_at)
    if until and not now < until <= now + LONGEST_LIFE:
        raise InvalidInput("expiresAt must lie in the coming year", field=("input", "expiresAt"))
    return until or now + LIFE


def email(row: Invitation, caller: Caller) -> str | None:
    return caller.sealer.open(bytes(row.sealed_email), f"invitation:{row.id}").decode() if row.sealed_email else None


async def revoke(caller: Caller, identity: UUID) -> Invitation:
    """Stop an invitation; who is linked stays linked. Twice changes nothing."""
    caller.demand(Scope.WRITE)
    row = await get(caller, identity)
    if row.revoked_at is None:
        row.revoked_at = dt.datetime.now(dt.UTC)
        async with in_transaction():
            await row.save(update_fields=["revoked_at"])
            await audit_event.record(caller, "invitation.revoke", row.id)
    return row


def visible(caller: Caller) -> QuerySet[Invitation]:
    return Invitation.visible(caller)


async def get(caller: Caller, identity: UUID) -> Invitation:
    row = await Invitation.visible(caller).get_or_none(id=identity)
    if row is None:
        raise NotFound("There is no such invitation", field=("id",))
    return row


async def opened(code: str, request_id: str | None = None) -> tuple[Invitation, Caller]:
    """The invitation of a code, and its account. Unknown, used, expired and revoked codes are told apart for nobody."""
    plain = "".join(letter for letter in code.upper().translate(LOOKALIKES) if letter.isalnum())
    row = await _open().filter(digest=digest(plain)).select_related("account").first()
    if row is None:
        raise NotFound(WRONG)
    line_up(row.account_id)
    return row, Caller(row.account, row.sandbox, request_id=request_id)


def _open() -> QuerySet[Invitation]:
    return Invitation.filter(expires_at__gt=dt.datetime.now(dt.UTC), revoked_at__isnull=True, uses__lt=F("max_uses"))


async def accept(code: str, data: bytes, file_name: str, request_id: str | None = None) -> Linked:
    """Use the code once: read the CV, keep it with the consent, link, tell. All of it happens, or nothing."""
    row, caller = await opened(code, request_id)
    cv = await resume.read(data, file_name)
    door, now = secrets.token_urlsafe(32), dt.datetime.now(dt.UTC)
    used: list[Candidate] = []

    async def owner() -> UUID:
        if not await _open().filter(id=row.id).update(uses=F("uses") + 1):
            raise NotFound(WRONG)
        person = await _person(caller, row)
        person.linked_at, person.consented_at, person.consent_version, person.door = now, now, CONSENT_VERSION, digest(door)
        await person.save()
        await Invitation.filter(id=row.id).update(linked_at=now, candidate_id=person.id)
        await audit_event.record(caller, "candidate.link", person.id)
        await profile.announce(caller, person)
        used.append(person)
        return person.id

    kept = await resume.keep(caller, cv, data, file_name, action="invitation.accept", owner=owner)
    await _replace(caller, used[0], kept)
    return Linked(used[0].id, door)


async def _person(caller: Caller, row: Invitation) -> Candidate:
    known = await Candidate.visible(caller).get_or_none(ref=row.ref) if row.ref else None
    if known is not None:
        return known
    person = Candidate(id=new_id(), **owned(caller))
    person.ref = row.ref or str(person.id)
    person.sealed_person = candidate.sealed(caller, person.id, candidate.Person())
    return person


async def _replace(caller: Caller, person: Candidate, kept: Resume) -> None:
    # A new CV takes the place of the old: the page promises that one is kept.
    for old in await Resume.visible(caller).filter(candidate_id=person.id).exclude(id=kept.id):
        await resume.delete(caller, old.id)


async def behind(door: str, request_id: str | None = None) -> tuple[Candidate, Caller]:
    """The candidate whose private link this is; anything else raises NotFound."""
    person = await Candidate.filter(door=digest(door)).select_related("account").first()
    if person is None:
        raise NotFound("This link is wrong, or what it led to was erased")
    line_up(person.account_id)
    return person, Caller(person.account, person.sandbox, request_id=request_id)


async def replace(door: str, data: bytes, file_name: str, request_id: str | None = None) -> None:
    """Another CV in place of the one kept."""
    person, caller = await behind(door, request_id)
    cv = await resume.read(data, file_name)

    async def owner() -> UUID:
        return person.id

    await _replace(caller, person, await resume.keep(caller, cv, data, file_name, action="candidate.replace", owner=owner))


async def erase(door: str, request_id: str | None = None) -> None:
    """The person ends it: everything is erased, and the account is told."""
    person, caller = await behind(door, request_id)
    await candidate.delete(caller, person.id)
