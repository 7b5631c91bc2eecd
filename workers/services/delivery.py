"""Deliveries: one event for one webhook or one mail. The body is written once, with what it tells of, and sent until it arrives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

import orjson
from tortoise.transactions import in_transaction

from db.base import Owned, new_id, owned
from db.models import Attempt, Delivery, Task, Webhook
from workers.errors import ErrorCode, InvalidInput, NotFound, TooMany
from workers.services import news, task, webhook
from workers.services.caller import Caller, Scope
from workers.services.task import TaskStatus
from workers.services.webhook import WebhookEvent

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

MOST_PENDING = 1000
KIND = "webhook.deliver"


class DeliveryStatus(StrEnum):
    PENDING = "PENDING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


def event_body(event: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The body of events that no older contract describes."""
    return {"type": event, "timestamp": spoken(dt.datetime.now(dt.UTC)), "data": data}


def spoken(when: dt.datetime | None) -> str | None:
    return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None


async def drafts(
    caller: Caller, event: WebhookEvent, subject: UUID, full: Any, thin: Any = None, *, task_id: UUID | None = None, but: UUID | None = None
) -> list[Owned]:
    """Rows that tell every webhook listening to `event` of `subject`: a delivery and its task each, to be written together.

    `thin` is the body for webhooks that want no personal data; without it everybody gets `full`. The webhook `but` is left out.
    """
    made: list[Owned] = []
    for hook in await webhook.listening(caller, event):
        if hook.id == but:
            continue
        body = thin if hook.thin and thin is not None else full
        made += _pair(caller, event, subject, body, hook, task_id)
    return made


def mail_draft(caller: Caller, event: WebhookEvent, subject: UUID, body: Any, task_id: UUID | None = None) -> list[Owned]:
    """The same as an e-mail to the account."""
    return _pair(caller, event, subject, body, None, task_id)


async def announce(caller: Caller, event: WebhookEvent, subject: UUID, full: Any, thin: Any = None) -> list[UUID]:
    """Tell of something; call it inside the transaction of what happened, and `queue.put(id, "deliver")` the ids after it."""
    rows = await drafts(caller, event, subject, full, thin)
    for row in rows:
        await row.save(force_create=True)
    return [row.id for row in rows if isinstance(row, Task)]


def _pair(caller: Caller, event: WebhookEvent, subject: UUID, body: Any, hook: Webhook | None, task_id: UUID | None) -> list[Owned]:
    identity = new_id()
    row = Delivery(
        id=identity,
        **owned(caller),
        webhook_id=hook.id if hook else None,
        event=event.value,
        subject_id=subject,
        task_id=task_id,
        sealed_body=caller.sealer.seal(orjson.dumps(body), f"delivery:{identity}"),
        next_attempt_at=dt.datetime.now(dt.UTC),
        once=f"{hook.id if hook else caller.account_id}:{event.value}:{task_id or identity}",
    )
    return [row, task.drafted(caller, KIND, identity, once=f"{KIND}:{identity}")]


async def demand_room(caller: Caller) -> None:
    """Raise TooMany where too much waits to be delivered already."""
    if await Delivery.visible(caller).filter(status=DeliveryStatus.PENDING).count() >= MOST_PENDING:
        raise TooMany(
            f"More than {MOST_PENDING} webhook deliveries are pending; see that your address answers 2xx, or replay later",
            ErrorCode.TOO_MANY_DELIVERIES,
            retry_after=300,
        )


async def replay(caller: Caller, identity: UUID) -> tuple[Delivery, Task]:
    """Send a delivery again, now, with the same id and body; what waits for its next attempt is sent at once."""
    caller.demand(Scope.WRITE)
    row = await get(caller, identity)
    if row.sealed_body is None:
        raise InvalidInput("What this delivery held is not kept any more", field=("id",))
    if row.webhook_id:
        _demand_enabled(await webhook.get(caller, row.webhook_id))
    async with in_transaction():
        await Delivery.filter(id=row.id).update(status=DeliveryStatus.PENDING, next_attempt_at=dt.datetime.now(dt.UTC))
        await Task.filter(subject_id=row.id, kind=KIND).exclude(status=TaskStatus.COMPLETED).delete()
        again = task.drafted(caller, KIND, row.id)
        await again.save()
    await tell(row)
    return await get(caller, identity), again


def _demand_enabled(hook: Webhook) -> None:
    """What is sent to a webhook that is switched off fails without a try."""
    if not hook.enabled:
        raise InvalidInput("This webhook is disabled; enable it first", field=("id",))


async def test(caller: Caller, identity: UUID) -> tuple[Delivery, Task]:
    """Send a harmless event to a webhook, to see whether it arrives."""
    caller.demand(Scope.WRITE)
    hook = await webhook.get(caller, identity)
    _demand_enabled(hook)
    body = event_body("webhook.test", {"id": str(hook.id)})
    made, again = _pair(caller, WebhookEvent.WEBHOOK_TEST, hook.id, body, hook, None)
    assert isinstance(made, Delivery) and isinstance(again, Task)
    async with in_transaction():
        await made.save()
        await again.save()
    return made, again


async def forget(caller: Caller, subject: UUID) -> None:
    """Erase what was or is to be told of a resume; call it inside the transaction that erases the resume."""
    found = await Delivery.visible(caller).filter(subject_id=subject).values_list("id", flat=True)
    await Task.visible(caller).filter(subject_id__in=list(found), kind=KIND).delete()
    await Delivery.visible(caller).filter(subject_id=subject).delete()


def body_of(row: Delivery, caller: Caller) -> bytes:
    return caller.sealer.open(bytes(row.sealed_body), f"delivery:{row.id}") if row.sealed_body else b""


def response_of(row: Delivery | Attempt, caller: Caller) -> str | None:
    """The first kilobyte of what the receiver answered."""
    about = row.id if isinstance(row, Delivery) else row.delivery_id
    return caller.sealer.open(bytes(row.sealed_response), f"response:{about}").decode(errors="replace") if row.sealed_response else None


def visible(caller: Caller, **asked: Any) -> QuerySet[Delivery]:
    return Delivery.visible(caller).filter(**{name: value for name, value in asked.items() if value is not None})


async def get(caller: Caller, identity: UUID) -> Delivery:
    found = await Delivery.visible(caller).get_or_none(id=identity)
    if found is None:
        raise NotFound("There is no such delivery", field=("id",))
    return found


async def tell(row: Delivery) -> None:
    await news.tell(row.account_id, row.sandbox, "delivery", row.id)
