"""Commands that need the database: brought up to date, open while the command runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


def with_database(command: Callable[[], Coroutine[Any, Any, None]]) -> None:
    from db.connection import connected
    from db.migration import migrate
    from workers.services import account, features

    async def run() -> None:
        await migrate()
        async with connected():
            await account.demand_key()
            await features.relay()
            await command()

    asyncio.run(run())
