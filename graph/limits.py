"""What a request may cost: body size and rate by key. What a query may cost stands in `schema/limits.py`."""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import time
from collections import OrderedDict
from contextlib import suppress
from typing import NamedTuple

from workers import queue
from workers.errors import CvError, TooMany

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

    def give_back(self, who: str) -> None:
        since, count = self.counts.get(who, (0, 0))
        self.counts[who] = (since, max(count - 1, 0))


class SharedRates:
    """The same over every process, counted beside the queue. While that is away each process counts alone.

    Addresses are counted as digests, those of IPv6 by the 64 bits that one household or server has for itself.
    A queue that did not answer is not asked for the next `REST` seconds: no request waits for it.
    """

    REST = 5.0

    def __init__(self, name: str, limit: int, window: int) -> None:
        self.name, self.limit, self.window = name, limit, window
        self.alone = Rates(limit, window)
        self.asked_from = 0.0

    async def take(self, address: str) -> Rate:
        who = _digest(address)
        alone, now = self.alone.take(who), int(time.time())
        began = now - now % self.window
        count = await self._count(f"{self.name}:{began}:{who}", 1)
        return alone if count is None else alone._replace(remaining=self.limit - count)

    async def give_back(self, address: str) -> None:
        """What was taken turned out to be no try at all."""
        who, now = _digest(address), int(time.time())
        self.alone.give_back(who)
        await self._count(f"{self.name}:{now - now % self.window}:{who}", -1)

    async def _count(self, what: str, step: int) -> int | None:
        clock = asyncio.get_running_loop().time
        if clock() < self.asked_from:
            return None
        count = await queue.count(what, self.window, step)
        if count is None:
            self.asked_from = clock() + self.REST
        return count


class RequestRates:
    """Requests a minute by whoever sends them. Servers that share a queue (REDIS_URL) count together."""

    def __init__(self, limit: int) -> None:
        self.alone = Rates(limit)
        self.shared = None if queue.is_embedded() else SharedRates("requests", limit, self.alone.window)

    async def take(self, who: str) -> Rate:
        return await self.shared.take(who) if self.shared else self.alone.take(who)


def too_many(rate: Rate) -> CvError:
    return TooMany(f"More than {rate.limit} requests a minute; wait {rate.reset} s", retry_after=rate.reset)


def _digest(address: str) -> str:
    with suppress(ValueError):
        known = ipaddress.ip_address(address)
        prefix = 64 if known.version == 6 else 32
        address = str(ipaddress.ip_network((known, prefix), strict=False))
    return hashlib.sha256(address.encode()).hexdigest()[:32]
