"""A transaction that cannot end is undone, and takes nothing with it that is written after it."""

from __future__ import annotations

import asyncio
import datetime as dt
from uuid import UUID

import pytest

from db.base import new_id
from db.connection import get_connection, in_transaction, run, run_many
from db.models import Account, AuditEvent
from tests.scratch import FORM
from workers.services.caller import Caller

ADD = "INSERT INTO audit_event (id, created_at, account_id, sandbox, action) VALUES (?, ?, ?, ?, 'resume.read')"


@pytest.fixture
async def account(caller: Caller) -> Account:
    return caller.account


def row(account: UUID) -> tuple[object, ...]:
    return new_id(), dt.datetime.now(dt.UTC), account, False


def none_is_open() -> bool:
    return bool(FORM) or not get_connection("default")._connection.in_transaction  # type: ignore[attr-defined]


async def test_a_commit_that_fails_leaves_nothing_open(account: Account) -> None:
    """As where the disk is full: SQLite notices only at the end that the account of a row is not there."""
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        async with in_transaction() as connection:
            if not FORM:
                await connection.execute_query("PRAGMA defer_foreign_keys = ON")
            await AuditEvent.create(account_id=new_id(), sandbox=False, action="resume.read")
    assert none_is_open()
    await run(ADD, *row(account.id))
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await run_many(ADD, [row(account.id), row(new_id())])
    assert none_is_open()
    await run_many(ADD, [row(account.id), row(account.id)])
    async with in_transaction() as connection:
        await connection.rollback()
    assert await AuditEvent.filter(action="resume.read", account_id=account.id).count() == 3


@pytest.mark.parametrize("moments", range(6))
async def test_giving_up_at_any_moment_leaves_nothing_open(account: Account, moments: int) -> None:
    async def writes() -> None:
        async with in_transaction():
            account.name = "Changed"
            await account.save(update_fields=["name"])

    writing = asyncio.create_task(writes())
    for _ in range(moments):
        await asyncio.sleep(0)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert none_is_open()
    async with in_transaction():
        assert await Account.filter(id=account.id).exists()
