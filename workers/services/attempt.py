"""Attempts: the task `webhook.deliver`. One try, and its outcome written with the delivery in one transaction."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from uuid import UUID

import orjson
from tortoise.transactions import in_transaction

from db.base import Owned, owned
from db.environment import environment
from db.models import Attempt, Delivery, Task, Webhook
from workers.delivery import mail, schedule, send
from workers.delivery.send import Outcome
from workers.services import delivery, webhook
from workers.services.caller import Caller
from workers.services.delivery import DeliveryStatus
from workers.services.task import TaskStatus
from workers.services.webhook import WebhookEvent

UNNECESSARY = "The webhook was disabled before this could be delivered"
GIVEN_UP = "It answered with nothing but failures for five days"


async def work(caller: Caller, work: Task) -> None:
    """Send a delivery that is still to be sent. What failed is put back in the queue for the time of its next attempt."""
    row = await Delivery.get_or_none(id=work.subject_id).select_related("webhook")
    if row is None or row.status != DeliveryStatus.PENDING:
        return
    if row.webhook and not row.webhook.enabled:
        await Delivery.filter(id=row.id, status=DeliveryStatus.PENDING).update(
            status=DeliveryStatus.FAILED, error=UNNECESSARY, next_attempt_at=None
        )
    else:
        await _note(caller, work, row, await _try(caller, row))
    await delivery.tell(row)


async def _try(caller: Caller, row: Delivery) -> Outcome:
    if row.webhook is None:
        return await _mail(caller, row)
    return await send.post(
        webhook.url_of(row.webhook, caller),
        delivery.body_of(row, caller),
        identity=str(row.id),
        event=row.event,
        secrets=webhook.secrets_of(row.webhook, caller),
        private=environment().allow_private_targets,
    )


async def _mail(caller: Caller, row: Delivery) -> Outcome:
    to, settings = caller.account.email, environment()
    if not to or not settings.smtp_url:
        return Outcome(0, error="The account has no e-mail address, or no mail server is configured")
    message = _letter(row.event, orjson.loads(delivery.body_of(row, caller)))
    return await mail.send(message, to=to, sender=settings.mail_from, server=settings.smtp_url, identity=str(row.id))


def _letter(event: str, body: dict[str, object]) -> EmailMessage:
    if event == WebhookEvent.WEBHOOK_DISABLED:
        data = body["data"]
        assert isinstance(data, dict)
        return mail.disabled(data["id"], str(body.get("why")), data["reason"])
    results = body["results"]
    assert isinstance(results, list)
    return mail.documents(str(body.get("language") or "fr"), results)


async def _note(caller: Caller, work: Task, row: Delivery, outcome: Outcome) -> None:
    now, number = dt.datetime.now(dt.UTC), row.attempt_count + 1
    later = _later(outcome, number, now)
    said = caller.sealer.seal(outcome.body, f"response:{row.id}") if outcome.body else None
    mine = Delivery.filter(id=row.id, status=DeliveryStatus.PENDING, attempt_count=row.attempt_count)
    async with in_transaction():
        if not await mine.update(
            status=DeliveryStatus.DELIVERED if outcome.is_delivered else DeliveryStatus.PENDING if later else DeliveryStatus.FAILED,
            attempt_count=number,
            last_attempt_at=now,
            next_attempt_at=later,
            response_status=outcome.status,
            sealed_response=said,
            error=outcome.error,
        ):
            return
        await _tried(caller, row, outcome, number, said).save(force_create=True)
        if later:
            again = Task.filter(id=work.id, status=TaskStatus.RUNNING, attempts=work.attempts)
            await again.update(status=TaskStatus.QUEUED, lease_until=None, due_at=later)
        for each in await _judge(caller, row.webhook_id, outcome, now):
            await each.save(force_create=True)


def _later(outcome: Outcome, number: int, now: dt.datetime) -> dt.datetime | None:
    wait = None if outcome.is_delivered or outcome.is_gone else schedule.wait(number, outcome.retry_after)
    return None if wait is None else now + dt.timedelta(seconds=wait)


def _tried(caller: Caller, row: Delivery, outcome: Outcome, number: int, said: bytes | None) -> Attempt:
    return Attempt(
        **owned(caller),
        delivery_id=row.id,
        number=number,
        milliseconds=outcome.milliseconds,
        response_status=outcome.status,
        sealed_response=said,
        error=outcome.error,
    )


async def _judge(caller: Caller, identity: UUID | None, outcome: Outcome, now: dt.datetime) -> list[Owned]:
    """Change what the webhook is thought of; answers the rows that tell of its end, where this was one too many.

    It is judged as it is by now: while this attempt waited for an answer others ended, and its owner may have disabled it.
    """
    hook = await Webhook.filter(id=identity, enabled=True).select_for_update().first() if identity else None
    if hook is None:
        return []
    is_given_up = not outcome.is_delivered and schedule.is_given_up(hook.failing_since, now)
    hook.failing_since = None if outcome.is_delivered else hook.failing_since or now
    is_over = is_given_up or outcome.is_gone
    if is_over:
        hook.enabled, hook.disabled_at = False, now
        hook.disabled_reason = GIVEN_UP if is_given_up else f"It answered {outcome.status}: gone"
    await hook.save(update_fields=["enabled", "disabled_at", "disabled_reason", "failing_since"])
    return await _farewell(caller, hook, now) if is_over else []


async def _farewell(caller: Caller, hook: Webhook, now: dt.datetime) -> list[Owned]:
    data = {"id": str(hook.id), "reason": hook.disabled_reason, "disabledAt": delivery.spoken(now)}
    body = delivery.event_body("webhook.disabled", data)
    told = [each for each in await delivery.drafts(caller, WebhookEvent.WEBHOOK_DISABLED, hook.id, body, but=hook.id)]
    if caller.account.email and environment().smtp_url:
        letter = body | {"why": "failing" if hook.disabled_reason == GIVEN_UP else "gone"}
        told += delivery.mail_draft(caller, WebhookEvent.WEBHOOK_DISABLED, hook.id, letter)
    return told
