"""The words that our documents print themselves, one file per language: `resources/languages/<code>/labels.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import workers
from workers.cv import PartialDate

FOLDER = Path(workers.__file__).parent / "resources" / "languages"
FALLBACK = "en"


class Labels:
    """One language. Missing words are an error of the file, seen when it is loaded by the tests."""

    def __init__(self, code: str, data: dict[str, Any]):
        self.code = code
        self._data = data

    def __getitem__(self, name: str) -> str:
        """`sections.skills`, `fields.email`, `present`, `dates.months.0`."""
        value: Any = self._data
        for part in name.split("."):
            value = value[int(part) if isinstance(value, list) else part]
        return str(value)

    def get(self, name: str, otherwise: str) -> str:
        try:
            return self[name]
        except KeyError:
            return otherwise

    def date(self, date: PartialDate, *, long: bool = False) -> str:
        """A date as far as it is known: `2019`, `mars 2019`, `12 mars 2019`."""
        forms = self._data["dates"]
        if not date.month:
            return str(date.year)
        month = forms["long_months" if long else "months"][date.month - 1]
        return str(forms["day" if date.day else "month"].format(day=date.day, month=month, year=date.year))

    def period(self, start: PartialDate | None, end: PartialDate | None, current: bool = False) -> str:
        """`janv. 2019 – présent`; one date alone where only one is known or both are the same."""
        last = self["present"] if current and not end else self.date(end) if end else ""
        first = self.date(start) if start else ""
        if first and last and first != last:
            return self["dates.range"].format(start=first, end=last)
        return first or last

    def duration(self, months: int | None) -> str:
        """`2 ans 3 mois`; empty when unknown."""
        if not months:
            return ""
        years, rest = divmod(months, 12)
        return " ".join(self._count(unit, number) for unit, number in (("year", years), ("month", rest)) if number)

    def _count(self, unit: str, number: int) -> str:
        form = "one" if number == 1 else "many"
        return f"{number} {self[f'{unit}_{form}']}"


def languages() -> tuple[str, ...]:
    """The codes of the languages we can print in."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/labels.toml")))


@cache
def labels(code: str) -> Labels:
    """The words of a language; of English where nobody wrote a file for it."""
    known = code.lower()[:2] if code else FALLBACK
    if known not in languages():
        known = FALLBACK
    return Labels(known, tomllib.loads((FOLDER / known / "labels.toml").read_text("utf-8")))
