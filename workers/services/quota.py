"""Quotas: what a plan includes each month, counted once for every call that succeeds.

    async with quota.spend(caller, Kind.CALL): ...      a call that keeps nothing: counted when the block ends well
    await quota.demand(caller, Kind.PARSE)              refuse before the work where nothing is left
    await quota.charge(caller, Kind.PARSE)              first statement of the transaction that keeps the result

Charge and result are committed together: a crash, a second try or a race counts nothing twice and nothing for nothing.
Work paid when it was submitted is given back (`refund`) in the transaction that ends it without a result. Sandbox keys
are never counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tortoise.expressions import F

from db.base import owned
from db.connection import run
from db.models import Account, Quota
from workers.errors import ErrorCode, TooMany
from workers.resources.plans import plans
from workers.services.caller import Caller

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet


WHERE = "WHERE account_id = ? AND sandbox = ? AND kind = ? AND month = ?"
READ = f"SELECT used FROM quota {WHERE}"
ADD = f"UPDATE quota SET used = used + ? {WHERE} AND used <= ?"


class Kind(StrEnum):
    CALL = "call"
    PARSE = "parse"
    MATCH = "match"
    RENDER = "render"


@dataclass(frozen=True)
class State:
    """One kind in the current month."""

    kind: Kind
    used: int
    total: int
    reset_at: dt.datetime

    @property
    def remaining(self) -> int:
        return max(self.total - self.used, 0)


@asynccontextmanager
async def spend(caller: Caller, kind: Kind, amount: int = 1) -> AsyncIterator[None]:
    """Count `amount` when the block ends without an exception. Raises TooMany before it where too little is left."""
    await demand(caller, kind, amount)
    yield
    await charge(caller, kind, amount)


async def demand(caller: Caller, kind: Kind, amount: int = 1) -> None:
    """Raise TooMany where less than `amount` is left: one indexed read, nothing is reserved."""
    if not caller.sandbox:
        now = await state(caller, kind)
        if now.remaining < amount:
            raise _refusal(kind, now.total)


async def charge(caller: Caller, kind: Kind, amount: int = 1) -> None:
    """Count `amount`, all or nothing: one conditional update decides. Raises TooMany."""
    if caller.sandbox:
        return
    total = limit(caller.account, caller.sandbox, kind)
    if await _add(caller, kind, amount, total):
        return
    await Quota.bulk_create([Quota(**owned(caller), kind=kind.value, month=_month())], ignore_conflicts=True)
    if not await _add(caller, kind, amount, total):
        raise _refusal(kind, total)


async def refund(caller: Caller, kind: Kind, amount: int = 1) -> None:
    """Give back what was paid at submission for work that came to nothing; call it in the transaction that ends the work."""
    if not caller.sandbox:
        await _row(caller, kind).filter(used__gte=amount).update(used=F("used") - amount)


async def state(caller: Caller, kind: Kind) -> State:
    rows = [] if caller.sandbox else (await run(READ, caller.account_id, caller.sandbox, kind.value, _month()))[1]
    return State(kind, rows[0]["used"] if rows else 0, limit(caller.account, caller.sandbox, kind), reset_at())


async def states(caller: Caller) -> list[State]:
    """Every kind in the current month."""
    rows = {} if caller.sandbox else dict(await Quota.visible(caller).filter(month=_month()).values_list("kind", "used"))
    return [State(kind, rows.get(kind.value, 0), limit(caller.account, caller.sandbox, kind), reset_at()) for kind in Kind]


def limit(account: Account, sandbox: bool, kind: Kind) -> int:
    """How many a month: the account's own number, or its plan's."""
    plan = plans()["sandbox" if sandbox else account.plan]
    return plan[kind.value] if sandbox else account.limits.get(kind.value, plan[kind.value])


def reset_at() -> dt.datetime:
    """The first moment of next month, UTC."""
    later = _month() + dt.timedelta(days=32)
    return dt.datetime(later.year, later.month, 1, tzinfo=dt.UTC)


def _month() -> dt.date:
    return dt.datetime.now(dt.UTC).date().replace(day=1)


def _row(caller: Caller, kind: Kind) -> QuerySet[Quota]:
    return Quota.visible(caller).filter(kind=kind.value, month=_month())


async def _add(caller: Caller, kind: Kind, amount: int, total: int) -> bool:
    changed, _ = await run(ADD, amount, caller.account_id, caller.sandbox, kind.value, _month(), total - amount)
    return bool(changed)


def _refusal(kind: Kind, total: int) -> TooMany:
    until = reset_at()
    seconds = max(1, round((until - dt.datetime.now(dt.UTC)).total_seconds()))
    code = ErrorCode.QUOTA_EXCEEDED if kind is Kind.CALL else ErrorCode.NO_MORE_CREDIT
    words = "calls" if kind is Kind.CALL else f"{kind.value} credits"
    return TooMany(f"The month's {total:,} {words} are used up; they start anew on {until:%Y-%m-%d}", code, retry_after=seconds)
