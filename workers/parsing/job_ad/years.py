"""Years of experience asked for: `5+ ans`, `3 à 5 ans`, `at least two years`, `débutants acceptés`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from workers.parsing.job_ad.signs import Sign, any_of, words
from workers.parsing.job_ad.statements import Statement
from workers.resources.text import flat, fold

_NEAR = 45
_MOST = 30


class Years(NamedTuple):
    """`minimum` 0: beginners are welcome. `about` are the words behind the number, `begin` and `finish` its place in the ad."""

    minimum: float | None = None
    maximum: float | None = None
    about: str = ""
    begin: int = 0
    finish: int = 0


def find(statements: Iterable[Statement], signs: Sequence[Sign]) -> tuple[Years, list[Years]]:
    """What the ad asks in all, and every number of years found in what it asks for."""
    found: list[tuple[int, Years]] = []
    for statement in statements:
        if statement.kind in ("must", "duty", "none") and statement.block not in ("offer", "apply", "company"):
            found.extend(_read(statement))
    every = [years for _, years in found]
    beginner = next((sign for sign in signs if sign.kind == "beginner"), None)
    best = max(found, key=lambda one: one[0], default=(0, Years()))[1]
    if beginner and (best.minimum is None or best.begin > beginner.begin or best.maximum is not None):
        top = next((years.maximum for years in every if years.maximum is not None), None)
        return Years(0.0, top, "", beginner.begin, beginner.finish), every
    return best, every


def _read(statement: Statement) -> Iterable[tuple[int, Years]]:
    text = flat(statement.text)
    for match in _pattern().finditer(text):
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        points = _points(statement, before, after)
        years = _years(match, before, after)
        if points > 0 and years and max(years) <= _MOST:
            low, high = years
            begin = statement.begin + match.start()
            yield (
                points - (1 if high and not low else 0),
                Years(
                    low if low or not high else None,
                    high or None,
                    statement.text[match.end() :],
                    begin,
                    begin + match.end() - match.start(),
                ),
            )


def _points(statement: Statement, before: str, after: str) -> int:
    near = _signs("experience").search(before + " " + after) is not None
    asked = _signs("at_least").search(before) or _signs("at_most").search(before + after) or _signs("at_least").match(after.lstrip())
    points = 3 * near + 2 * bool(asked) + 2 * (statement.kind == "must")
    return points - 4 * (_signs("not_ours").search(before[-28:] + " | " + after[:22]) is not None) - (0 if near or asked else 1)


def _years(match: re.Match[str], before: str, after: str) -> tuple[float, float] | None:
    first, second = _number(match["first"]), _number(match["second"]) if match["second"] else 0.0
    share = 12.0 if match["month"] else 1.0
    if match["month"] and first < 6:
        return None
    if second:
        return round(first / share, 1), round(second / share, 1)
    if _signs("at_most").search(before[-22:]) or _signs("at_most").match(after.lstrip()):
        return 0.0, round(first / share, 1)
    return round(first / share, 1), 0.0


def _number(text: str) -> float:
    text = text.strip()
    return float(text.replace(",", ".")) if text[0].isdigit() else float(_numbers()[text])


@cache
def _numbers() -> dict[str, int]:
    from workers.parsing.job_ad.signs import tables

    known = {fold(word): index for table in tables().values() for index, word in enumerate(table["years"]["numbers"], 1)}
    return known | {fold(word): 1 for word in words("years", "ones")}


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:\d{{1,2}}(?:[.,]5)?|{any_of(tuple(_numbers()))})"
    to = any_of(tuple(flat(word) for word in words("years", "to")))
    unit, month = (any_of(tuple(flat(word) for word in words("years", row))) for row in ("unit", "month"))
    return re.compile(
        rf"(?<![\w,.])(?P<first>{number})\s?(?:\(\d+\))?\s?\+?(?:\s?(?:-|/|{to})\s?(?P<second>{number}))?\s?\+?\s?"
        rf"(?:(?P<unit>{unit})|(?P<month>{month}))(?![a-z])"
    )


@cache
def _signs(row: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(tuple(flat(word) for word in words('years', row)))})(?![a-z])")
