"""Usage: calls by day and endpoint, with errors and time taken. Nothing of what a call held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from db.base import new_id
from db.connection import run
from db.models import UsageDay
from workers.errors import InvalidInput
from workers.services.caller import Caller

DAYS = 30
MOST_DAYS = 400
ADD = """
    INSERT INTO usage_day (id, created_at, account_id, sandbox, day, endpoint, calls, errors, milliseconds)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (account_id, sandbox, day, endpoint) DO UPDATE SET calls = usage_day.calls + excluded.calls,
    errors = usage_day.errors + excluded.errors, milliseconds = usage_day.milliseconds + excluded.milliseconds
"""


@dataclass
class Endpoint:
    """What one endpoint was asked on one day. `milliseconds` is the sum over all calls."""

    endpoint: str
    calls: int
    errors: int
    milliseconds: int


@dataclass
class Day:
    date: dt.date
    endpoints: list[Endpoint] = field(default_factory=list)

    @property
    def calls(self) -> int:
        return sum(each.calls for each in self.endpoints)

    @property
    def errors(self) -> int:
        return sum(each.errors for each in self.endpoints)


@dataclass
class Usage:
    first: dt.date
    last: dt.date
    days: list[Day]

    @property
    def total(self) -> int:
        return sum(day.calls for day in self.days)


async def record(caller: Caller, endpoint: str, status: int, milliseconds: int) -> None:
    """Count one call: one statement, the row made or added to, so that calls that race all count."""
    now = dt.datetime.now(dt.UTC)
    await run(ADD, new_id(), now, caller.account_id, caller.sandbox, now.date(), endpoint[:120], 1, int(status >= 400), milliseconds)


async def between(caller: Caller, first: dt.date | None = None, last: dt.date | None = None) -> Usage:
    """Days from `first` to `last`, both included; without them the thirty days that end today. Quiet days are left out."""
    last = last or dt.datetime.now(dt.UTC).date()
    first = first or last - dt.timedelta(days=DAYS - 1)
    if first > last:
        raise InvalidInput("'from' is after 'to'", field=("from",))
    if (last - first).days >= MOST_DAYS:
        raise InvalidInput(f"Ask for at most {MOST_DAYS} days", field=("from",))
    days: dict[dt.date, Day] = {}
    for row in await UsageDay.visible(caller).filter(day__gte=first, day__lte=last).order_by("day", "endpoint"):
        day = days.setdefault(row.day, Day(row.day))
        day.endpoints.append(Endpoint(row.endpoint, row.calls, row.errors, row.milliseconds))
    return Usage(first, last, list(days.values()))
