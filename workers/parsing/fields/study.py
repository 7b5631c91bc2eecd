"""A diploma as printed → its level in the European Qualifications Framework and the years of study after the baccalauréat."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from workers.cv import Education
from workers.resources.language import languages
from workers.resources.text import fold

_SHORT = 4
_NO_DEGREE = re.compile(r"\bcertifi|scrum master|\bMOOC\b|\bhabilitation électrique", re.I)


class Level(NamedTuple):
    eqf: int
    bac: int | None

    def __str__(self) -> str:
        years = "" if self.bac is None else "Bac / " if self.bac == 0 else f"Bac+{self.bac} / "
        return f"{years}EQF {self.eqf}"


def level_of(degree: str) -> Level | None:
    """The highest level named; the longest words count (`licence professionnelle`), abbreviations only as written (`BA`, `MS`)."""
    if _NO_DEGREE.search(degree):
        return None
    found: list[tuple[int, int, Level]] = []
    key = f" {fold(degree)} "
    for phrase, written, level in _phrases():
        place = key.find(f" {phrase} ")
        if place < 0 or (len(phrase) <= _SHORT and not _as_written(written, degree)):
            continue
        if not any(begin <= place and place + len(phrase) <= finish for begin, finish, _ in found):
            found.append((place, place + len(phrase), level))
    return max((level for _, _, level in found), default=None, key=lambda level: (level.eqf, level.bac or 0))


def highest(educations: Iterable[Education], today: str) -> Level | None:
    """The highest level reached; one that still goes on counts only when there is no other."""
    known = [(one, level) for one in educations if one.degree and (level := level_of(f"{one.degree} {one.field_of_study or ''}"))]
    done = [level for one, level in known if not (one.end_date and str(one.end_date) > today[: len(one.end_date)])]
    return max(done or [level for _, level in known], default=None, key=lambda level: (level.eqf, level.bac or 0))


def _as_written(written: str, degree: str) -> bool:
    shouted = degree.isupper() and len(degree.split()) > 2
    return not shouted and re.search(rf"(?<!\w){re.escape(written)}(?!\w)", degree) is not None


@cache
def _phrases() -> tuple[tuple[str, str, Level], ...]:
    rows = [
        (fold(phrase), phrase, Level(row.eqf, row.bac)) for data in languages().values() for row in data.degrees for phrase in row.phrases
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
