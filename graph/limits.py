"""What a request may cost: body size and rate by key. What a query may cost stands in `schema/limits.py`."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import NamedTuple

BODY_MARGIN = 1.4  # base64 in JSON is a third larger than the file


class Rate(NamedTuple):
    limit: int
    remaining: int
    reset: int

    @property
    def headers(self) -> dict[str, str]:
        return {"RateLimit-Limit": str(self.limit), "RateLimit-Remaining": str(max(self.remaining, 0)), "RateLimit-Reset": str(self.reset)}


class Rates:
    """Requests a minute by key or address, in this process: a fixed window, oldest callers forgotten first."""

    def __init__(self, limit: int, window: int = 60, kept: int = 10_000) -> None:
        self.limit, self.window, self.kept = limit, window, kept
        self.counts: OrderedDict[str, tuple[int, int]] = OrderedDict()

    def take(self, who: str) -> Rate:
        now = int(time.time())
        began = now - now % self.window
        since, count = self.counts.pop(who, (began, 0))
        count = count + 1 if since == began else 1
        self.counts[who] = (began, count)
        if len(self.counts) > self.kept:
            self.counts.popitem(last=False)
        return Rate(self.limit, self.limit - count, began + self.window - now)

    def seen(self, who: str) -> int:
        """How often `take` was called for `who` in this window."""
        now = int(time.time())
        since, count = self.counts.get(who, (0, 0))
        return count if since == now - now % self.window else 0
