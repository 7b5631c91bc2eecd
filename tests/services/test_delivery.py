"""What is to be told is written with what happened, and sent until it arrives: the same body under the same id."""

from __future__ import annotations

import asyncio
import datetime as dt
import json

import pytest

from db.models import Attempt, Delivery, Task, Webhook
from tests.delivery.receiver import Heard, Receiver, receiver, said
from tests.services.working import pass_time, work_all
from tests.stage import CV, fresh_caller
from workers.delivery import sign, target
from workers.errors import ErrorCode, InvalidInput, NotFound, TooMany
from workers.resources.delivery import rules
from workers.services import delivery, resume, webhook
from workers.services.caller import Caller
from workers.services.webhook import WebhookEvent

OK = said(200, b"thanks")
PARSED = [WebhookEvent.PARSER_COMPLETED]


async def told(caller: Caller, server: Receiver, *, thin: bool = False) -> tuple[Webhook, str, Delivery]:
    """A webhook at `server`, a CV read in the background, and the delivery of that after its first attempt."""
    hook, secret = await webhook.create(caller, server.url, PARSED, thin)
    await resume.submit(caller, CV, "camille.txt")
    await work_all(caller)
    return hook, secret, await Delivery.visible(caller).get(event="PARSER_COMPLETED")


async def test_the_result_arrives_signed(caller: Caller) -> None:
    async with receiver(lambda heard: OK) as server:
        _, secret, row = await told(caller, server)
    (heard,) = server.heard
    assert sign.faults(heard.headers, heard.body, secret, dt.datetime.now().timestamp()) == []
    assert heard.headers["webhook-id"] == str(row.id) and heard.headers["x-webhook-event"] == "PARSER_COMPLETED"
    body = json.loads(heard.body)
    assert (body["id"], body["status"]) == (str(row.task_id), "SUCCESS")
    assert body["resumeData"]["candidate"]["email"] == "camille.exemple@example.org"
    assert (row.status, row.attempt_count, row.response_status) == ("DELIVERED", 1, 200)
    assert delivery.response_of(row, caller) == "thanks"


async def test_a_failure_is_told_too(caller: Caller) -> None:
    async with receiver(lambda heard: OK) as server:
        await webhook.create(caller, server.url, PARSED)
        _, work = await resume.submit(caller, b"%PDF-1.7\n1 0 obj", "cv.pdf")
        await work_all(caller)
    body = json.loads(server.heard[0].body)
    assert body["id"] == str(work.id) and body["status"] == "FAILED" and "damaged" in body["error"]


async def test_a_thin_body_names_ids_alone(caller: Caller) -> None:
    async with receiver(lambda heard: OK) as server:
        await told(caller, server, thin=True)
    assert set(json.loads(server.heard[0].body)) == {"id", "status", "resumeId"}


async def test_a_thin_body_says_why_a_cv_could_not_be_read(caller: Caller) -> None:
    async with receiver(lambda heard: OK) as server:
        await webhook.create(caller, server.url, PARSED, True)
        await resume.submit(caller, b"%PDF-1.7\n1 0 obj", "cv.pdf")
        await work_all(caller)
    body = json.loads(server.heard[0].body)
    assert set(body) == {"id", "status", "error", "code"} and body["code"] == "FILE_DAMAGED"


async def test_bodies_and_answers_are_kept_sealed(caller: Caller) -> None:
    async with receiver(lambda heard: said(200, b"camille.exemple@example.org")) as server:
        _, _, row = await told(caller, server)
    kept = bytes(row.sealed_body) + bytes(row.sealed_response or b"") + repr([vars(each) for each in await Task.visible(caller)]).encode()
    assert b"camille" not in kept.lower()


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        (said(500, b"oops"), 500, "answered 500"),
        (said(302, Location="http://127.0.0.1:1/"), 302, "redirect"),
        (b"", None, "cannot be reached"),
        (b"nonsense\r\n\r\n", None, "cannot be reached"),
        (said(404, b"x" * 10_000_000), 404, "answered 404"),
        (None, None, "did not answer"),
    ],
    ids=["500", "redirects", "resets", "nonsense", "ten megabytes", "hangs"],
)
async def test_whatever_a_receiver_does_is_noted(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, answer: bytes | None, status: int | None, error: str
) -> None:
    monkeypatch.setattr("workers.delivery.send.rules", lambda: _hurried())
    async with receiver(lambda heard: answer) as server:
        hook, _, row = await told(caller, server)
    assert (row.status, row.attempt_count, row.response_status) == ("PENDING", 1, status)
    assert row.error and error in row.error and "nonsense" not in row.error and len(delivery.response_of(row, caller) or "") <= 1024
    wait = (row.next_attempt_at - row.last_attempt_at).total_seconds() if row.next_attempt_at and row.last_attempt_at else 0
    assert 270 <= wait <= 330, "the second attempt is five minutes after the first, a tenth more or less"
    assert (await webhook.get(caller, hook.id)).failing_since


def _hurried() -> object:
    import msgspec

    return msgspec.structs.replace(rules(), deadline=3.0)


async def test_answers_of_other_private_machines_are_not_kept(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where development lets private networks be called, a webhook must not become a way to read them."""
    monkeypatch.setattr(target, "_is_inside", lambda address: True)
    async with receiver(lambda heard: said(500, b"internal page")) as server:
        _, _, row = await told(caller, server)
    assert row.response_status == 500 and delivery.response_of(row, caller) is None


@pytest.mark.parametrize(("address", "inside"), [("10.0.0.1", True), ("169.254.169.254", True), ("127.0.0.1", False), ("8.8.8.8", False)])
def test_which_machines_are_inside(address: str, inside: bool) -> None:
    assert target._is_inside(address) is inside


async def test_a_receiver_that_is_down_for_hours_misses_nothing(caller: Caller) -> None:
    answers = iter([said(500)] * 3 + [OK])
    async with receiver(lambda heard: next(answers)) as server:
        hook, _, row = await told(caller, server)
        for _ in range(3):
            await pass_time(caller, dt.timedelta(hours=3))
            await work_all(caller)
        row = await delivery.get(caller, row.id)
    assert (row.status, row.attempt_count, row.next_attempt_at) == ("DELIVERED", 4, None)
    assert len({(heard.headers["webhook-id"], heard.body) for heard in server.heard}) == 1
    assert [each.number for each in await Attempt.filter(delivery_id=row.id).order_by("id")] == [1, 2, 3, 4]
    assert (await webhook.get(caller, hook.id)).failing_since is None


async def test_nine_attempts_over_three_days_are_the_end(caller: Caller) -> None:
    async with receiver(lambda heard: said(503)) as server:
        _, _, row = await told(caller, server)
        waits = []
        while row.status == "PENDING":
            assert row.next_attempt_at and row.last_attempt_at
            waits.append((row.next_attempt_at - row.last_attempt_at).total_seconds())
            await pass_time(caller, dt.timedelta(hours=27))
            await work_all(caller)
            row = await delivery.get(caller, row.id)
    assert row.status == "FAILED" and row.attempt_count == len(rules().delays) == 9
    for wait, meant in zip(waits, rules().delays[1:], strict=True):
        assert 0.9 * meant <= wait <= 1.1 * meant


async def test_retry_after_is_honoured(caller: Caller) -> None:
    async with receiver(lambda heard: said(429, Retry_After="7200")) as server:
        _, _, row = await told(caller, server)
    assert row.next_attempt_at and row.last_attempt_at
    assert (row.next_attempt_at - row.last_attempt_at).total_seconds() == pytest.approx(7200, abs=1)


@pytest.mark.parametrize("why", ["gone", "five days"])
async def test_an_address_given_up_is_told_of(caller: Caller, why: str) -> None:
    answer = said(410 if why == "gone" else 500)
    async with receiver(lambda heard: answer) as server, receiver(lambda heard: OK) as other:
        await webhook.create(caller, other.url, [WebhookEvent.WEBHOOK_DISABLED])
        hook, _, _ = await told(caller, server)
        if why == "five days":
            await Webhook.filter(id=hook.id).update(failing_since=dt.datetime.now(dt.UTC) - dt.timedelta(days=5, seconds=1))
            await resume.submit(caller, CV, "again.txt")
            await pass_time(caller, dt.timedelta(hours=1))
            await work_all(caller)
    hook = await webhook.get(caller, hook.id)
    assert not hook.enabled and hook.disabled_at and hook.disabled_reason
    body = json.loads(other.heard[0].body)
    assert body["type"] == "webhook.disabled" and body["data"]["id"] == str(hook.id) and body["data"]["reason"] == hook.disabled_reason
    assert not await webhook.listening(caller, WebhookEvent.PARSER_COMPLETED)


async def test_what_was_missed_can_be_replayed(caller: Caller) -> None:
    answers = iter([said(410), OK])
    async with receiver(lambda heard: next(answers)) as server:
        hook, _, row = await told(caller, server)
        assert row.status == "FAILED"
        with pytest.raises(InvalidInput, match="enable it first"):
            await delivery.replay(caller, row.id)
        assert (await delivery.get(caller, row.id)).status == "FAILED"
        await webhook.update(caller, hook.id, enabled=True)
        await delivery.replay(caller, row.id)
        await work_all(caller)
    assert (await delivery.get(caller, row.id)).status == "DELIVERED"
    first, second = server.heard
    assert first.body == second.body and first.headers["webhook-id"] == second.headers["webhook-id"]


async def test_a_disabled_webhook_is_not_called(caller: Caller) -> None:
    async with receiver(lambda heard: said(500)) as server:
        hook, _, row = await told(caller, server)
        await webhook.update(caller, hook.id, enabled=False)
        await pass_time(caller, dt.timedelta(hours=1))
        await work_all(caller)
    assert len(server.heard) == 1 and (await delivery.get(caller, row.id)).status == "FAILED"


async def test_a_late_answer_changes_nothing_that_was_decided_meanwhile(caller: Caller) -> None:
    """An owner disables a webhook, or it begins to fail, while an earlier attempt still waits for its answer."""
    began = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    for change in ({"enabled": False, "disabled_reason": "Disabled by its owner"}, {"failing_since": began}):
        waiting, answered = asyncio.Event(), asyncio.Event()

        async def answer(heard: Heard, waiting: asyncio.Event = waiting, answered: asyncio.Event = answered) -> bytes:
            waiting.set()
            await answered.wait()
            return said(500)

        async with receiver(answer) as server:
            hook, _ = await webhook.create(caller, server.url, PARSED)
            await resume.submit(caller, CV, "camille.txt")
            working = asyncio.create_task(work_all(caller))
            await waiting.wait()
            await Webhook.filter(id=hook.id).update(**change)
            answered.set()
            await working
        seen = await webhook.get(caller, hook.id)
        assert {name: getattr(seen, name) for name in change} == change
        await webhook.delete(caller, hook.id)


async def test_two_secrets_are_valid_during_a_rotation(caller: Caller) -> None:
    now = dt.datetime.now().timestamp()
    async with receiver(lambda heard: OK) as server:
        hook, old, _ = await told(caller, server)
        _, new = await webhook.rotate(caller, hook.id)
        await delivery.test(caller, hook.id)
        await work_all(caller)
        await Webhook.filter(id=hook.id).update(old_secret_until=dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1))
        await delivery.test(caller, hook.id)
        await work_all(caller)
    during, after = server.heard[1], server.heard[2]
    assert sign.faults(during.headers, during.body, old, now) == sign.faults(during.headers, during.body, new, now) == []
    assert sign.faults(after.headers, after.body, new, now) == [] and sign.faults(after.headers, after.body, old, now)


async def test_too_much_pending_is_refused(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "MOST_PENDING", 1)
    async with receiver(lambda heard: said(500)) as server:
        await told(caller, server)
    with pytest.raises(TooMany) as error:
        await delivery.demand_room(caller)
    assert error.value.code is ErrorCode.TOO_MANY_DELIVERIES


async def test_erasing_a_cv_erases_what_was_to_be_told(caller: Caller) -> None:
    async with receiver(lambda heard: said(500)) as server:
        _, _, row = await told(caller, server)
        assert row.subject_id
        await resume.delete(caller, row.subject_id)
        await pass_time(caller, dt.timedelta(hours=1))
        await work_all(caller)
    assert len(server.heard) == 1 and not await Delivery.visible(caller).exists()


async def test_a_second_telling_of_one_end_is_impossible(caller: Caller) -> None:
    async with receiver(lambda heard: OK) as server:
        _, _, row = await told(caller, server)
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        await Delivery.create(**_copied(row))


def _copied(row: Delivery) -> dict[str, object]:
    return {name: getattr(row, name) for name in ("account_id", "webhook_id", "event", "once")}


async def test_strangers_see_nothing(caller: Caller) -> None:
    async with receiver(lambda heard: OK) as server:
        hook, _, row = await told(caller, server)
    stranger = await fresh_caller()
    for act in (delivery.get(stranger, row.id), delivery.replay(stranger, row.id), delivery.test(stranger, hook.id)):
        with pytest.raises(NotFound):
            await act


async def test_addresses_are_checked_before_they_are_kept(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    from db.environment import Environment

    monkeypatch.setattr(webhook, "environment", lambda: Environment())
    for url in ("http://example.com/", "https://127.0.0.1/", "https://[::ffff:10.0.0.1]/"):
        with pytest.raises(InvalidInput) as error:
            await webhook.create(caller, url, PARSED)
        assert error.value.code is ErrorCode.ADDRESS_REFUSED
    assert not await Webhook.visible(caller).exists()
