"""Filters that cut before scoring: as terms of the index, which find whoever may pass, and as conditions, which decide."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workers.errors import InvalidInput

DEGREE = 111.2
# Places are squares of half a degree: whoever lives in one may live 40 km from its middle.
BLUR = 40.0
_FAR, _WIDE = 150.0, 8
_FORTNIGHT, _LONGEST_NOTICE = 15, 24
_MOST_YEARS, _MOST_EQF = 80, 8


@dataclass(frozen=True)
class Cut:
    """`terms` must all be there; `radius` in km around a point; unknown values do not pass."""

    terms: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius: float | None = None
    minimum_months: int | None = None
    maximum_months: int | None = None
    minimum_eqf: int | None = None
    within_days: int | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.country is not None and not re.fullmatch("[A-Z]{2}", self.country):
            raise InvalidInput("'country' must be two letters (ISO 3166-1)", field=("filter", "country"))
        if self.language is not None and not re.fullmatch("[a-z]{2}", self.language):
            raise InvalidInput("'language' must be two letters (ISO 639-1)", field=("filter", "language"))


def facets(columns: Mapping[str, Any]) -> Iterator[str]:
    """The terms under which plain columns stand in the index: values, or the step of a scale they are on."""
    for mark, name in (("c", "country"), ("n", "language"), ("e", "eqf")):
        if columns.get(name) is not None:
            yield f"{mark}:{columns[name]}"
    if columns.get("months") is not None:
        yield f"y:{_step(columns['months'], 12, _MOST_YEARS)}"
    if columns.get("notice_days") is not None:
        yield f"d:{_step(columns['notice_days'], _FORTNIGHT, _LONGEST_NOTICE)}"
    if columns.get("latitude") is not None and columns.get("longitude") is not None:
        row, column = round(columns["latitude"] * 2), round(columns["longitude"] * 2)
        yield from (f"g:{row}:{column}", f"G:{row // _WIDE}:{column // _WIDE}")


def alternatives(cut: Cut) -> list[list[str]]:
    """Groups of terms: whoever passes the cut has at least one of each group."""
    found = [[name] for name in cut.terms]
    found += [[f"{mark}:{value}"] for mark, value in (("c", cut.country), ("n", cut.language)) if value]
    if cut.minimum_eqf is not None:
        found.append([f"e:{level}" for level in range(max(0, cut.minimum_eqf), _MOST_EQF + 1)])
    if cut.minimum_months is not None or cut.maximum_months is not None:
        least = _step(cut.minimum_months or 0, 12, _MOST_YEARS)
        most = _MOST_YEARS if cut.maximum_months is None else _step(cut.maximum_months, 12, _MOST_YEARS)
        found.append([f"y:{year}" for year in range(least, most + 1)])
    if cut.within_days is not None:
        found.append([f"d:{step}" for step in range(_step(cut.within_days, _FORTNIGHT, _LONGEST_NOTICE) + 1)])
    return found + _squares(cut)


def _step(value: float, size: int, most: int) -> int:
    return min(most, max(0, int(value // size)))


def _squares(cut: Cut) -> list[list[str]]:
    if cut.latitude is None or cut.longitude is None:
        return []
    height, width = _reach(cut)
    rows = range(math.floor((cut.latitude - height) * 2), math.ceil((cut.latitude + height) * 2) + 1)
    columns = range(math.floor((cut.longitude - width) * 2), math.ceil((cut.longitude + width) * 2) + 1)
    if (cut.radius or 0.0) <= _FAR:
        return [[f"g:{row}:{column}" for row in rows for column in columns]]
    wide = {(row // _WIDE, column // _WIDE) for row in rows for column in columns}
    return [[f"G:{row}:{column}" for row, column in sorted(wide)]]


def _reach(cut: Cut) -> tuple[float, float]:
    """Degrees to the north and to the east."""
    reach = ((cut.radius or 0.0) + BLUR) / DEGREE
    return reach, reach / _shrinking(cut)


def _shrinking(cut: Cut) -> float:
    return max(0.05, math.cos(math.radians(cut.latitude or 0.0)))


def conditions(cut: Cut) -> list[str]:
    """What a row of features (`f`) must be, in SQL; the terms are not among it."""
    bounds = (
        ("months >=", cut.minimum_months),
        ("months <=", cut.maximum_months),
        ("eqf >=", cut.minimum_eqf),
        ("notice_days <=", cut.within_days),
    )
    found = [f"f.{bound} {int(value)}" for bound, value in bounds if value is not None]
    found += [f"f.{name} = '{value}'" for name, value in (("country", cut.country), ("language", cut.language)) if value]
    return found + _near(cut)


def _near(cut: Cut) -> list[str]:
    if cut.latitude is None or cut.longitude is None:
        return []
    (height, width), across = _reach(cut), _shrinking(cut)
    north, east = f"(f.latitude - {cut.latitude:.4f})", f"(f.longitude - {cut.longitude:.4f})"
    return [
        f"f.latitude BETWEEN {cut.latitude - height:.4f} AND {cut.latitude + height:.4f}",
        f"f.longitude BETWEEN {cut.longitude - width:.4f} AND {cut.longitude + width:.4f}",
        f"{north} * {north} + {east} * {east} * {across * across:.6f} <= {height * height:.6f}",
    ]
