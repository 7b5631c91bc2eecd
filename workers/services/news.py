"""News: what changed, told once it is committed to whoever listens. Only ids travel; listeners read the row.

Services know no queue: whoever starts a process gives them a voice (`speak_through`). Without one nothing is told, and
polling still sees everything.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Item:
    """`noun` is `task`, `delivery` or `api_key`; `id` is the row's."""

    account_id: UUID
    sandbox: bool
    noun: str
    id: UUID

    def __str__(self) -> str:
        return f"{self.account_id} {int(self.sandbox)} {self.noun} {self.id}"

    @classmethod
    def parse(cls, text: str) -> Item:
        account, sandbox, noun, identity = text.split(" ")
        return cls(UUID(account), sandbox == "1", noun, UUID(identity))


Voice = Callable[[str], Awaitable[None]]


class _Wired:
    voice: Voice | None = None


def speak_through(voice: Voice | None) -> None:
    _Wired.voice = voice


async def tell(account_id: UUID, sandbox: bool, noun: str, identity: UUID) -> None:
    if _Wired.voice is not None:
        await _Wired.voice(str(Item(account_id, sandbox, noun, identity)))
