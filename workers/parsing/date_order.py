"""Which number of 03/04/2019 is the month. One document writes all its dates alike, so it is decided once, from what else it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_NUMERIC = re.compile(r"(?<![\d/.-])(\d\d?)[/.-](\d\d?)[/.-](?:19|20)\d\d(?!\d)")
_MONTH_FIRST: ContextVar[bool] = ContextVar("month_first", default=False)
# Who writes the month first, and where both orders are in use.
_HOME, _MIXED = "US", (None, "CA", "PH")


def month_first() -> bool:
    """How the document that is being read writes its numeric dates."""
    return _MONTH_FIRST.get()


def decided(text: str, country: str | None) -> bool | None:
    """True for month first, False for day first, None where nothing tells: a number above 12 does, then the country."""
    pairs = [(int(match[1]), int(match[2])) for match in _NUMERIC.finditer(text)]
    days_first = sum(first > 12 >= second for first, second in pairs)
    months_first = sum(second > 12 >= first for first, second in pairs)
    if days_first != months_first:
        return months_first > days_first
    return None if country in _MIXED else country == _HOME


@contextmanager
def ordered(text: str, country: str | None) -> Iterator[None]:
    """Inside, `dates` read the numbers in the order of this document; day first where nothing tells."""
    token = _MONTH_FIRST.set(bool(decided(text, country)))
    try:
        yield
    finally:
        _MONTH_FIRST.reset(token)
