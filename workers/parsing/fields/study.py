"""A diploma as printed → its level in the European Qualifications Framework and the years of study after the baccalauréat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, reduce
from typing import NamedTuple

from workers.cv import Education
from workers.resources.language import degrees
from workers.resources.taxonomy import Taxonomy, phrases
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
    names = [degree[match.begin : match.finish] for match in _known().find(degree)]
    # A Postgraduate Certificate is a diploma, a certified scrum master has none.
    rest = reduce(lambda text, name: text.replace(name, " "), sorted(filter(_NO_DEGREE.search, names), key=len, reverse=True), degree)
    if _NO_DEGREE.search(rest):
        return None
    levels = [level for name in names for written, level in _phrases().get(fold(name), ()) if _counts(name, written, degree)]
    return max(levels, default=None, key=lambda level: (level.eqf, level.bac or 0))


def highest(educations: Iterable[Education], today: str) -> Level | None:
    """The highest level reached; one that still goes on counts only when there is no other."""
    known = [(one, level) for one in educations if one.degree and (level := level_of(f"{one.degree} {one.field_of_study or ''}"))]
    done = [level for one, level in known if not (one.end_date and str(one.end_date) > today[: len(one.end_date)])]
    return max(done or [level for _, level in known], default=None, key=lambda level: (level.eqf, level.bac or 0))


def _counts(name: str, written: str, degree: str) -> bool:
    """Short ones are words too: `MS` is a diploma, `ms` and the MS of a title in capitals are not."""
    shouted = degree.isupper() and len(degree.split()) > 2
    return len(fold(name)) > _SHORT or (not shouted and name == written.strip("."))


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, Level], ...]]:
    known: dict[str, tuple[tuple[str, Level], ...]] = {}
    for row in degrees():
        for phrase in row.phrases:
            known[fold(phrase)] = (*known.get(fold(phrase), ()), (phrase, Level(row.eqf, row.bac)))
    return known


@cache
def _known() -> Taxonomy:
    return phrases({"degree": tuple(phrase for row in degrees() for phrase in row.phrases)})
