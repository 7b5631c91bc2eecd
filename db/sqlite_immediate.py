"""SQLite for several processes: every transaction takes the write lock when it begins.

A deferred BEGIN that reads first and writes later fails with "database is locked" as soon as another process wrote in
between, whatever the busy timeout; BEGIN IMMEDIATE waits instead.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.exceptions import OperationalError


class ImmediateWrapper(SqliteTransactionWrapper):
    async def begin(self) -> None:
        try:
            # Every statement is a walk to the connection's thread and back: none that does nothing.
            if self._connection.in_transaction:
                await self._connection.commit()
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error


class ImmediateContext(SqliteTransactionContext):
    async def __aenter__(self) -> Any:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            self._trxlock.release()
            raise
        # The stock context sets the token before BEGIN; a BEGIN that fails would leave it set.
        from tortoise.connection import get_connections

        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection


class ImmediateClient(SqliteClient):
    def _in_transaction(self) -> Any:
        return ImmediateContext(ImmediateWrapper(self), self._lock)


client_class = ImmediateClient
