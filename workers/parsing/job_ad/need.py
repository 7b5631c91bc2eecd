"""One thing that an ad asks for."""

from __future__ import annotations

from msgspec import Struct


class Need(Struct, frozen=True, gc=False):
    """A thing asked for at [begin, finish) of the ad. `firm` is False for what only the duties name."""

    name: str
    id: str | None
    begin: int
    finish: int
    kind: str
    years: float | None = None
    group: int | None = None

    @property
    def firm(self) -> bool:
        return self.kind == "must"
