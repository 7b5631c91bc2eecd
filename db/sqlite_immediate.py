"""SQLite for several processes: every transaction takes the write lock when it begins, and one that cannot end is undone.

A deferred BEGIN that reads first and writes later fails with "database is locked" as soon as another process wrote in
between, whatever the busy timeout; BEGIN IMMEDIATE waits instead. A COMMIT that finds no room on the disk leaves its
transaction open on the one connection: whatever is written next seems to succeed, and is lost with it.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.exceptions import OperationalError


class ImmediateWrapper(SqliteTransactionWrapper):
    async def begin(self) -> None:
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error

    async def commit(self) -> None:
        try:
            await super().commit()
        except BaseException:
            await self.undo()
            raise

    async def undo(self) -> None:
        if self._connection:
            await self._connection.rollback()


class ImmediateContext(SqliteTransactionContext):
    async def __aenter__(self) -> Any:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            # Who gives up waiting for BEGIN does not stop the thread that says it.
            await self.connection.undo()
            self._trxlock.release()
            raise
        # The stock context sets the token before BEGIN; a BEGIN that fails would leave it set.
        from tortoise.connection import get_connections

        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection


class ImmediateClient(SqliteClient):
    def _in_transaction(self) -> Any:
        return ImmediateContext(ImmediateWrapper(self), self._lock)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        async with self._in_transaction() as connection:
            await connection.execute_many(query, values)


client_class = ImmediateClient
