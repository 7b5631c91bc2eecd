"""A database that says nothing is one that is gone."""

from __future__ import annotations

import socket
import time

import pytest
from tortoise.backends.asyncpg import AsyncpgDBClient

from db import connection


async def test_a_silent_database_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgres://nobody@127.0.0.1:{silent.getsockname()[1]}/none"
        client = AsyncpgDBClient(connection_name="silent", **connection.config(address)["connections"]["default"]["credentials"])
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            await client.create_connection(with_db=True)
        assert time.monotonic() - began < 20
