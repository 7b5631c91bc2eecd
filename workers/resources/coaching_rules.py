"""Rules and words of coaching: `coaching/rules.toml`, and `coaching/<language>.toml` for every language it speaks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workers.partial_date import PartialDate
from workers.resources.text import flat, fold

FALLBACK = "en"


@dataclass(frozen=True)
class Rules:
    """`rules`: name → category, priority and limits; `countries`, `fit` and `lists` as in the file; `figures`: numbers in words, folded."""

    rules: Mapping[str, Mapping[str, Any]]
    countries: Mapping[str, Any]
    fit: Mapping[str, float]
    lists: Mapping[str, int]
    figures: frozenset[str]


@dataclass(frozen=True)
class Words:
    """What coaching says in one language. `translates`: the ad's words in another language are said in this one. `openings` and
    `vague` are flat, longest first."""

    language: str
    translates: bool
    words: Mapping[str, str]
    counts: Mapping[str, Any]
    months: tuple[str, ...]
    summary: Mapping[str, str]
    blanks: Mapping[str, str]
    suggestions: Mapping[str, Mapping[str, str]]
    blockers: Mapping[str, str]
    sections: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, str]
    years_printed: tuple[re.Pattern[str], ...]
    years_bare: tuple[re.Pattern[str], ...]
    openings: tuple[str, ...]
    vague: tuple[str, ...]

    def row(self, items: list[str]) -> str:
        """`a, b and c`."""
        return ", ".join(items[:-1]) + f" {self.words['and']} {items[-1]}" if len(items) > 1 else "".join(items)

    def count(self, unit: str, number: float) -> str:
        """`1 year`, `2.5 years`."""
        least, most = self.counts["singular"]
        written = f"{number:g}".replace(".", self.counts["point"])
        return f"{written} {self.counts[unit][not least <= number <= most]}"

    def date(self, date: PartialDate) -> str:
        """`décembre 2016`; the year alone where no month is known."""
        return f"{self.months[date.month - 1]} {date.year}" if date.month else str(date.year)

    def level(self, name: str, eqf: int | None) -> str:
        """A level of study: `Bac+3 / EQF 6` → `Bac+3 (niveau 6 du CEC)`."""
        own = name.partition("EQF")[0].strip(" /")
        return self.words["level_named" if own else "level"].format(name=own, eqf=eqf) if eqf else own


@cache
def rules() -> Rules:
    table = _table("rules")
    figures = frozenset(fold(word) for row in table["figures"].values() for word in row)
    return Rules(table["rules"], table["countries"], table["fit"], table["lists"], figures)


@cache
def spoken() -> tuple[str, ...]:
    """Codes of the languages that advice is given in."""
    return tuple(
        sorted(path.name[:2] for path in files("workers.resources").joinpath("coaching").iterdir() if len(path.name) == len("xx.toml"))
    )


@cache
def words(language: str) -> Words:
    """The words of `language`; those of English, which then say `en`, where coaching does not speak it."""
    asked = language.lower()[:2]
    code = asked if asked in spoken() else FALLBACK
    table = _table(code)
    missing = [name for name in rules().rules if name not in table["suggestions"]]
    if missing:
        raise ValueError(f"coaching/{code}.toml has no words for {', '.join(missing)}")
    return Words(
        language=code,
        translates=table["translates"],
        months=tuple(table["dates"]["months"]),
        **{name: table[name] for name in ("words", "counts", "summary", "blanks", "suggestions", "blockers", "sections", "languages")},
        years_printed=_patterns(table["years"]["printed"]),
        years_bare=_patterns(table["years"]["bare"]),
        openings=_openings([each for group in table["openings"] for each in group["weak"]]),
        vague=_openings(table["openings_vague"]["weak"]),
    )


def _patterns(texts: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def _openings(texts: list[str]) -> tuple[str, ...]:
    return tuple(sorted((flat(text) for text in texts), key=len, reverse=True))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("workers.resources").joinpath("coaching", f"{name}.toml").read_text(encoding="utf-8"))
