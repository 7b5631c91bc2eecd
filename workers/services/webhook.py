"""Webhooks: where an account wants to be told what happened. A secret is shown once; after a rotation two are valid for a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from db.base import new_id, owned
from db.environment import environment
from db.models import Webhook
from workers.delivery import sign, target
from workers.errors import Conflict, ErrorCode, InvalidInput, NotFound
from workers.services import audit_event
from workers.services.caller import Caller, Scope
from workers.together import Together

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

OVERLAP = dt.timedelta(hours=24)
MOST, LONGEST = 20, 2000


class WebhookEvent(StrEnum):
    PARSER_COMPLETED = "PARSER_COMPLETED"
    PDF_GENERATED = "PDF_GENERATED"
    JOBS_SCORED = "JOBS_SCORED"
    TASK_COMPLETED = "TASK_COMPLETED"
    CANDIDATE_LINKED = "CANDIDATE_LINKED"
    CANDIDATE_DISSOCIATED = "CANDIDATE_DISSOCIATED"
    WEBHOOK_DISABLED = "WEBHOOK_DISABLED"
    WEBHOOK_TEST = "WEBHOOK_TEST"


CHOOSABLE = tuple(event for event in WebhookEvent if event is not WebhookEvent.WEBHOOK_TEST)


async def create(caller: Caller, url: str, events: Sequence[WebhookEvent], thin: bool = False) -> tuple[Webhook, str]:
    """The webhook and its secret, which is nowhere to be seen from now on. An address that must not be called is refused."""
    caller.demand(Scope.ADMIN)
    await _checked(url)
    if await Webhook.visible(caller).count() >= MOST:
        raise Conflict(f"An account has at most {MOST} webhooks; delete one first")
    identity, secret = new_id(), sign.new_secret()
    row = Webhook(id=identity, **owned(caller), events=_named(events), thin=thin, sealed_secret=_sealed(caller, identity, secret))
    _place(caller, row, url)
    try:
        async with in_transaction():
            await row.save()
            await audit_event.record(caller, "webhook.create", identity)
    except IntegrityError as error:
        raise Conflict("There is a webhook with this address already; update that one", field=("url",)) from error
    return row, secret


async def update(
    caller: Caller,
    identity: UUID,
    *,
    url: str | None = None,
    events: Sequence[WebhookEvent] | None = None,
    thin: bool | None = None,
    enabled: bool | None = None,
) -> Webhook:
    """Change what is given. Enabling forgets the failures that led to its being disabled."""
    caller.demand(Scope.ADMIN)
    row = await get(caller, identity)
    if url is not None:
        await _checked(url)
        _place(caller, row, url)
    if events is not None:
        row.events = _named(events)
    row.thin = row.thin if thin is None else thin
    if enabled is not None:
        row.enabled, row.disabled_at = enabled, None if enabled else dt.datetime.now(dt.UTC)
        row.disabled_reason, row.failing_since = None if enabled else "Disabled by its owner", None
    try:
        async with in_transaction():
            await row.save()
            await audit_event.record(caller, "webhook.update", identity)
    except IntegrityError as error:
        raise Conflict("There is a webhook with this address already; update that one", field=("url",)) from error
    return row


async def rotate(caller: Caller, identity: UUID) -> tuple[Webhook, str]:
    """A new secret; the old one signs beside it for a day."""
    caller.demand(Scope.ADMIN)
    row, secret = await get(caller, identity), sign.new_secret()
    row.sealed_old_secret, row.old_secret_until = row.sealed_secret, dt.datetime.now(dt.UTC) + OVERLAP
    row.sealed_secret = _sealed(caller, identity, secret)
    async with in_transaction():
        await row.save()
        await audit_event.record(caller, "webhook.rotate_secret", identity)
    return row, secret


async def delete(caller: Caller, identity: UUID) -> None:
    """Forget a webhook with its deliveries."""
    caller.demand(Scope.ADMIN)
    row = await get(caller, identity)
    async with in_transaction():
        await row.delete()
        await audit_event.record(caller, "webhook.delete", identity)


async def listening(caller: Caller, event: WebhookEvent) -> list[Webhook]:
    """Enabled webhooks that want this event."""
    return [row for row in await Webhook.visible(caller).filter(enabled=True).order_by("id") if event.value in row.events]


async def _enabled(whose: Sequence[tuple[UUID, bool]]) -> list[bool]:
    found = await Webhook.filter(enabled=True, account_id__in=list({account for account, _ in whose})).values_list("account_id", "sandbox")
    there = {(UUID(str(account)), bool(sandbox)) for account, sandbox in found}
    return [each in there for each in whose]


# Whether an account (id, sandbox) has any enabled webhook: asked at the end of every task.
is_anybody_listening = Together(_enabled)


async def demand(caller: Caller, event: WebhookEvent) -> None:
    """Raise InvalidInput where nobody would be told."""
    if not await listening(caller, event):
        raise InvalidInput(
            f"No webhook is configured for {event.value}; make one with POST /api/webhook or webhookCreate", ErrorCode.WEBHOOK_MISSING
        )


def url_of(row: Webhook, caller: Caller) -> str:
    return caller.sealer.open(bytes(row.sealed_url), f"webhook url:{row.id}").decode()


def secrets_of(row: Webhook, caller: Caller) -> list[str]:
    """Valid secrets, newest first."""
    kept = [row.sealed_secret]
    if row.sealed_old_secret and row.old_secret_until and row.old_secret_until > dt.datetime.now(dt.UTC):
        kept.append(row.sealed_old_secret)
    return [caller.sealer.open(bytes(each), f"webhook secret:{row.id}").decode() for each in kept]


def visible(caller: Caller) -> QuerySet[Webhook]:
    return Webhook.visible(caller)


async def get(caller: Caller, identity: UUID) -> Webhook:
    found = await Webhook.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such webhook", field=("id",))
    return found


async def at(caller: Caller, url: str) -> Webhook | None:
    """The webhook with this address."""
    return await Webhook.visible(caller).get_or_none(url_token=caller.sealer.blind("webhook url", url.strip()))


async def _checked(url: str) -> None:
    if len(url) > LONGEST:
        raise InvalidInput(f"An address has at most {LONGEST} characters", field=("url",))
    await target.check(url.strip(), private=environment().allow_private_targets)


def _place(caller: Caller, row: Webhook, url: str) -> None:
    row.sealed_url = caller.sealer.seal(url.strip().encode(), f"webhook url:{row.id}")
    row.url_token = caller.sealer.blind("webhook url", url.strip())


def _sealed(caller: Caller, identity: UUID, secret: str) -> bytes:
    return caller.sealer.seal(secret.encode(), f"webhook secret:{identity}")


def _named(events: Sequence[WebhookEvent]) -> list[str]:
    if not events:
        raise InvalidInput("Choose at least one event", field=("events",))
    return sorted({event.value for event in events})
