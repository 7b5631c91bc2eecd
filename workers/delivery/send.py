"""One attempt: a signed POST to a checked address. Whatever happens is an outcome, never an exception."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from dataclasses import dataclass

from workers.delivery import schedule, sign, target
from workers.errors import CvError
from workers.resources.delivery import rules


@dataclass(frozen=True)
class Outcome:
    """`status` and `body` (cut at a kilobyte) are what the receiver said; `error` is why it said nothing, or nothing good."""

    milliseconds: int
    status: int | None = None
    body: bytes = b""
    error: str | None = None
    retry_after: float | None = None

    @property
    def is_delivered(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        return self.status in rules().gone


async def post(url: str, body: bytes, *, identity: str, event: str, secrets: Sequence[str], private: bool = False) -> Outcome:
    """POST `body` as JSON. Only 2xx is success: a redirect is not followed and counts as a failure."""
    began, now = time.monotonic(), dt.datetime.now(dt.UTC)
    headers = {"Content-Type": "application/json", "X-Webhook-Event": event, **sign.headers(identity, int(now.timestamp()), body, secrets)}
    try:
        answer = await target.request(
            "POST", url, headers=headers, body=body, limit=rules().kept, deadline=rules().deadline, private=private
        )
    except CvError as error:
        return Outcome(_since(began), error=error.message[:300])
    later = schedule.retry_after(answer.headers.get("retry-after"), now)
    # In development private networks may be called; what their machines answer is nobody's to read through us.
    body = b"" if answer.is_inside else answer.body
    return Outcome(_since(began), answer.status, body, _fault(answer.status), later)


def _fault(status: int) -> str | None:
    if 200 <= status < 300:
        return None
    return "A redirect is not followed" if 300 <= status < 400 else f"The address answered {status}"


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
