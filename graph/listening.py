"""News for subscriptions: one connection a process listens, reads each changed row once, and hands it to whoever may see it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import structlog

from db.base import Owned
from db.models import ApiKey, Delivery, Task
from workers import queue
from workers.errors import Unauthenticated
from workers.services import api_key
from workers.services.caller import Caller
from workers.services.news import Item

log = structlog.get_logger()
NOUNS: dict[str, type[Owned]] = {"task": Task, "delivery": Delivery}
PATIENCE = 5.0


class Ear:
    """What one subscription has yet to say: the newest state of each row, in the order of their first change."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.rows: OrderedDict[UUID, Owned] = OrderedDict()
        self.is_revoked, self.rung = False, asyncio.Event()

    def tell(self, row: Owned) -> None:
        self.rows[row.id] = row
        self.rung.set()

    async def heard(self) -> list[Owned]:
        """Rows that changed; empty after some seconds of silence. Raises Unauthenticated once the key is no longer valid."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.rung.wait()
        except TimeoutError:
            self.is_revoked = self.is_revoked or not await _is_valid(self.caller)
        if self.is_revoked:
            raise Unauthenticated("This key was revoked or has expired")
        self.rung.clear()
        rows = list(self.rows.values())
        self.rows.clear()
        return rows


async def _is_valid(caller: Caller) -> bool:
    key = await ApiKey.get_or_none(id=caller.key.id) if caller.key else None
    return key is not None and api_key.is_valid(key)


class Hub:
    def __init__(self) -> None:
        self.ears: set[Ear] = set()
        self.listener: asyncio.Task[None] | None = None
        self.is_open = asyncio.Event()

    @contextmanager
    def listening(self, caller: Caller) -> Iterator[Ear]:
        """An ear for the account's news, for as long as the block runs."""
        self.ears.add(ear := Ear(caller))
        if self.listener is None or self.listener.done():
            self.listener = asyncio.create_task(self._listen())
        try:
            yield ear
        finally:
            self.ears.discard(ear)
            if not self.ears and self.listener:
                self.listener.cancel()
                self.listener = None

    async def _listen(self) -> None:
        while True:
            try:
                async for text in queue.heard():
                    await self._spread(Item.parse(text))
            except Exception as error:
                log.warning("news broke off", error=type(error).__name__)
            await asyncio.sleep(0.5)

    async def _spread(self, item: Item) -> None:
        mine = [ear for ear in self.ears if (ear.caller.account_id, ear.caller.sandbox) == (item.account_id, item.sandbox)]
        if item.noun == "api_key":
            for ear in mine:
                if ear.caller.key and ear.caller.key.id == item.id:
                    ear.is_revoked = True
                    ear.rung.set()
        elif mine and (row := await NOUNS[item.noun].get_or_none(id=item.id)):
            for ear in mine:
                ear.tell(row)


_hubs: dict[int, Hub] = {}


def hub() -> Hub:
    """The hub of the running event loop."""
    identity = id(asyncio.get_running_loop())
    if identity not in _hubs:
        _hubs.clear()
        _hubs[identity] = Hub()
    return _hubs[identity]
