"""Usage: calls by day and endpoint, with errors and time taken. Nothing of what a call held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tortoise.connection import get_connection

from db.base import new_id
from db.connection import dialect
from db.models import UsageDay
from workers.errors import InvalidInput
from workers.services.caller import Caller

DAYS = 30
MOST_DAYS = 400
COLUMNS = ("id", "created_at", "account_id", "sandbox", "day", "endpoint", "calls", "errors", "milliseconds")


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
    values = [
        str(new_id()),
        dt.datetime.now(dt.UTC),
        str(caller.account_id),
        caller.sandbox,
        dt.datetime.now(dt.UTC).date(),
        endpoint[:120],
        1,
        int(status >= 400),
        milliseconds,
    ]
    is_postgres = dialect() == "postgres"
    marks = ", ".join(f"${number}" if is_postgres else "?" for number in range(1, len(values) + 1))
    added = ", ".join(f'"{name}" = "usage_day"."{name}" + excluded."{name}"' for name in ("calls", "errors", "milliseconds"))
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    statement = (
        f'INSERT INTO "usage_day" ({names}) VALUES ({marks}) ON CONFLICT ("account_id", "sandbox", "day", "endpoint") DO UPDATE SET {added}'
    )
    await get_connection("default").execute_query(statement, values if is_postgres else [_plain(value) for value in values])


def _plain(value: object) -> object:
    return value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat() if isinstance(value, dt.date) else value


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
