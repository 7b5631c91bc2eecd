"""Years of experience asked for: `5+ ans`, `3 à 5 ans`, `at least two years`, `débutants acceptés`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from workers.parsing.job_ad.signs import Sign, any_of, tables, words
from workers.parsing.job_ad.statements import Statement
from workers.resources.text import flat, fold

_NEAR, _BEHIND, _ASIDE = 45, 24, 28
_MOST = 30
_AHEAD = 48  # letters of `quatorze (14) + à quinze + `, and more
_ELSEWHERE = ("offer", "apply", "company")


class Years(NamedTuple):
    """`minimum` 0: beginners are welcome. `about` are the words behind the number, `begin` and `finish` its place in the ad."""

    minimum: float | None = None
    maximum: float | None = None
    about: str = ""
    begin: int = 0
    finish: int = 0


def find(text: str, statements: Sequence[Statement], signs: Sequence[Sign]) -> tuple[Years, list[Years]]:
    """What the ad asks in all, and every number of years found in what it asks for. `text`: the ad, flat."""
    begins = [statement.begin for statement in statements]
    found: list[tuple[int, Years]] = []
    for match in _numbers_of_years(text):
        place = bisect_right(begins, match.start()) - 1
        statement = statements[place] if place >= 0 else None
        if statement and match.start() < statement.finish and statement.block not in _ELSEWHERE and statement.kind != "nice":
            found.extend(_read(text, statement, match))
    every = [years for _, years in found]
    best = max(found, key=lambda one: one[0], default=(0, Years()))[1]
    welcome = ("beginner",) if best.minimum is not None else ("beginner", "junior")
    beginner = next((sign for sign in signs if sign.kind in welcome), None)
    if beginner and (best.minimum is None or best.begin > beginner.begin or best.maximum is not None):
        top = next((years.maximum for years in every if years.maximum is not None), None)
        return Years(0.0, top, "", beginner.begin, beginner.finish), every
    return best, every


def _numbers_of_years(text: str) -> Iterator[re.Match[str]]:
    """Looked for in front of the units alone: an ad has a thousand places where a number might begin, and three units."""
    for begin, finish in _stretches([unit.span() for unit in _units().finditer(text)]):
        yield from _pattern().finditer(text, max(0, begin - _AHEAD), finish + 1)


def _stretches(units: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From the first to the last of units so near that a number in front of one may begin before another."""
    begins = [begin for place, (begin, _) in enumerate(units) if not place or begin - units[place - 1][1] > _AHEAD]
    ends = [end for place, (_, end) in enumerate(units) if place + 1 == len(units) or units[place + 1][0] - end > _AHEAD]
    return zip(begins, ends, strict=True)


def _read(text: str, statement: Statement, match: re.Match[str]) -> Iterator[tuple[int, Years]]:
    before = text[max(statement.begin, match.start() - _NEAR) : match.start()]
    after = text[match.end() : min(statement.finish, match.end() + _NEAR)]
    points, years = _points(statement, match, before, after), _years(match, before, after)
    if points > 0 and years and max(years) <= _MOST:
        low, high = years
        about = text[match.end() : statement.finish]
        unstated = high and not low and match["first"].strip() != "0"  # `0 à 2 ans` asks for none, `up to two years` says nothing
        yield points - (1 if unstated else 0), Years(None if unstated else low, high or None, about, *match.span())


def _points(statement: Statement, match: re.Match[str], before: str, after: str) -> int:
    near = _signs("experience").search(before + " " + after) is not None
    asked = (
        "+" in match[0]
        or _signs("at_least").search(before)
        or _signs("at_least").search(match[0])
        or _signs("at_most").search(before + after)
        or _signs("at_least").match(after.lstrip())
    )
    points = 3 * near + 2 * bool(asked) + 2 * (statement.kind == "must")
    return points - 4 * (_signs("not_ours").search(before[-28:] + " | " + after[:_ASIDE]) is not None) - (0 if near or asked else 1)


def _years(match: re.Match[str], before: str, after: str) -> tuple[float, float] | None:
    first, second = _number(match["first"]), _number(match["second"]) if match["second"] else 0.0
    share = 12.0 if match["month"] else 1.0
    if match["month"] and first < 6:
        return None
    if second:
        return round(first / share, 1), round(second / share, 1)
    if _signs("at_most").search(before[-22:]) or _signs("at_most").search(after[:_BEHIND]):
        return 0.0, round(first / share, 1)
    return round(first / share, 1), 0.0


def _number(text: str) -> float:
    text = text.strip()
    return float(text.replace(",", ".")) if text[0].isdigit() else float(_numbers()[text])


@cache
def _numbers() -> dict[str, int]:
    known = {fold(word): index for table in tables().values() for index, word in enumerate(table["years"]["numbers"], 1)}
    return known | {fold(word): 1 for word in words("years", "ones")}


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:\d{{1,2}}(?:[.,]5)?|{any_of(tuple(_numbers()))})"
    to = any_of(tuple(flat(word) for word in words("years", "to")))
    unit, month = _unit("unit"), _unit("month")
    return re.compile(
        rf"(?<![\w,.])(?P<first>{number})\s?(?:\(\d+\))?\s?\+?(?:\s?(?:-|/|{to})\s?(?P<second>{number}))?\s?\+?\s?"
        rf"(?:(?P<unit>{unit})|(?P<month>{month}))(?![a-z])"
    )


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"(?:{_unit('unit')}|{_unit('month')})(?![a-z])")


def _unit(row: str) -> str:
    return any_of(tuple(flat(word) for word in words("years", row)))


@cache
def _signs(row: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(tuple(flat(word) for word in words('years', row)))})(?![a-z])")
