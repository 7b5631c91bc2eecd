"""A date as CVs print it: often a year, mostly a year and a month, seldom a day."""

from __future__ import annotations

import datetime as dt
import re


class PartialDate(str):
    """A date as far as it was printed: `2019`, `2019-03` or `2019-03-01`; a missing month is never pretended.

    The text is the value, so dates sort and print as ISO 8601. Anything else raises ValueError.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> PartialDate:
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
        if not found:
            raise ValueError(f"'{text[:20]}' is not a partial date: use YYYY, YYYY-MM or YYYY-MM-DD")
        dt.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
        return super().__new__(cls, text.strip())

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        parts = [f"{year:04d}"] + [f"{part:02d}" for part in (month, day if month else None) if part]
        return cls("-".join(parts))

    @property
    def year(self) -> int:
        return int(self[:4])

    @property
    def month(self) -> int | None:
        return int(self[5:7]) if len(self) >= 7 else None

    @property
    def day(self) -> int | None:
        return int(self[8:10]) if len(self) == 10 else None
