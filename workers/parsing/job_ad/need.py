"""One thing that an ad asks for, and several of them each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from workers.resources.text import fold

_LISTED = re.compile(r"\s*(?:[,/]|\s(?:or|and|ou|et)\s)\s*")


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


def key(need: Need) -> str:
    return need.id or fold(need.name)


def once(needs: Iterable[Need], text: str = "") -> list[Need]:
    kept: dict[str, Need] = {}
    last: Need | None = None
    for need in needs:
        if last and _is_other_product(last, need, text):
            kept.setdefault(fold(need.name), need)
        elif fold(need.name) not in kept:
            kept.setdefault(key(need), need)
        last = need
    return list(kept.values())


def _is_other_product(before: Need, need: Need, text: str) -> bool:
    """`Outreach or Salesloft`, `MEDDIC or BANT`: names side by side that the taxonomy has in one row are two all the same."""
    if before.id is None or before.id != need.id or not (before.name[0].isupper() and need.name[0].isupper()):
        return False
    first, second = fold(before.name), fold(need.name)
    apart = not set(first.split()) & set(second.split()) and first[:4] != second[:4] and first[-4:] != second[-4:]
    return apart and _LISTED.fullmatch(text, before.finish, max(before.finish, need.begin)) is not None


def grouped(text: str, needs: Sequence[Need]) -> list[Need]:
    """`ACCA or CIMA`: what stands between two names is only the word "or"."""
    found, group = list(needs), 0
    for place in range(1, len(found)):
        before, after = found[place - 1], found[place]
        joined = fold(text[before.finish : after.begin]) in ("or", "ou") or (before.id and before.id == after.id)
        if joined and before.finish <= after.begin:
            group += before.group is None
            found[place - 1] = replace(before, group=before.group or group)
            found[place] = replace(after, group=found[place - 1].group)
    return found
