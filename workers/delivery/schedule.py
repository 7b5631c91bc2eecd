"""When a delivery is tried again, and when an address is given up."""

from __future__ import annotations

import datetime as dt
import random
from email.utils import parsedate_to_datetime

from workers.resources.delivery import rules


def wait(attempts: int, retry_after: float | None = None) -> float | None:
    """Seconds from attempt number `attempts` to the next; None where there is no next. A Retry-After is never undercut."""
    delays = rules().delays
    if attempts >= len(delays):
        return None
    spread = delays[attempts] * (1 + rules().jitter * random.uniform(-1, 1))
    return max(spread, min(retry_after or 0.0, rules().longest_wait))


def retry_after(text: str | None, now: dt.datetime) -> float | None:
    """Seconds that a Retry-After header asks for: a number or a date."""
    if not text:
        return None
    if text.strip().isdigit():
        return float(text)
    try:
        asked = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (asked if asked.tzinfo else asked.replace(tzinfo=dt.UTC)).timestamp() - now.timestamp())


def is_given_up(failing_since: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether nothing but failures came for as long as we are patient."""
    return failing_since is not None and (now - failing_since).total_seconds() >= rules().patience
