"""`Idempotency-Key`: the same key and request within a day gives the first answer again, another request is refused."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tortoise.exceptions import IntegrityError

from db.base import owned
from db.models import IdempotentAnswer
from workers.errors import Conflict, ErrorCode, InvalidInput
from workers.services.caller import Caller

KEPT = dt.timedelta(hours=24)
LONGEST = 255


class Answer(NamedTuple):
    status: int
    media_type: str
    body: bytes


async def begin(caller: Caller, key: str, request: bytes) -> tuple[IdempotentAnswer, Answer | None]:
    """Take the key, or give the answer it already had. A key at work or used for another request raises Conflict."""
    if not 0 < len(key) <= LONGEST:
        raise InvalidInput(f"Idempotency-Key must have 1 to {LONGEST} characters", field=("Idempotency-Key",))
    blind, fingerprint = caller.sealer.blind("idempotency", key), caller.sealer.blind("request", request.hex())
    await IdempotentAnswer.visible(caller).filter(key=blind, created_at__lt=dt.datetime.now(dt.UTC) - KEPT).delete()
    try:
        return await IdempotentAnswer.create(**owned(caller), key=blind, fingerprint=fingerprint), None
    except IntegrityError:
        row = await IdempotentAnswer.visible(caller).get(key=blind)
    if row.fingerprint != fingerprint:
        raise Conflict("This Idempotency-Key was used for another request; choose a new one", ErrorCode.IDEMPOTENCY_KEY_REUSED)
    if row.status == 0:
        raise Conflict("The first request with this Idempotency-Key is still at work; ask again in a moment", retry_after=1)
    return row, Answer(row.status, row.media_type, caller.sealer.open(bytes(row.sealed_body or b""), f"answer:{row.id}"))


async def end(caller: Caller, row: IdempotentAnswer, answer: Answer) -> None:
    """Keep the answer; one that failed on our side is forgotten, so that the request may be tried again."""
    if answer.status >= 500 or answer.status == 0 or answer.status == 429:
        await row.delete()
        return
    row.status, row.media_type = answer.status, answer.media_type
    row.sealed_body = caller.sealer.seal(answer.body, f"answer:{row.id}")
    await row.save()
