"""A run of words that is a town's name → how much stands for it: what is printed before, behind and around it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from workers.parsing.address_words import Token, joined
from workers.resources.language import merged
from workers.resources.places import Place, country_code, is_ordinary, is_region, is_street_word
from workers.resources.text import fold

_DISTRICT = re.compile(r"(?:\d{1,2}|[IVX]{1,4})(?:er|ème|eme|ième|ieme|è|e)", re.I)
SMALL = frozenset("de du des la le les l d en sur sous a au aux et lez les saint st upon on of the in and by".split())


class Town(NamedTuple):
    """Tokens [begin, finish) name a town; `place` is None for a town after a postal code that no list knows."""

    begin: int
    finish: int
    place: Place | None


class View(NamedTuple):
    parts: list[Token]
    codes: dict[int, tuple[str, int]]
    country: str | None
    name_line: int
    reached: frozenset[int]
    barred: frozenset[int]


def weight(view: View, one: Town) -> float:
    """How much stands for a town: two points make it one."""
    return sum(points for points, holds in _WITNESSES if holds(view, one)) + (math.log10(one.place.population + 1) / 20 if one.place else 0)


def _has_code(view: View, one: Town) -> bool:
    before = any(place + length == one.begin for place, (_, length) in view.codes.items())
    return before or any(place in view.codes for place in range(one.finish, min(one.finish + 5, len(view.parts))))


def _follows_street(view: View, one: Town) -> bool:
    near = view.parts[max(0, one.begin - 8) : one.begin]
    return any(is_street_word(part.text) for part in near) and any(part.text[:1].isdigit() for part in near)


def _is_street_name(view: View, one: Town) -> bool:
    """`rue de Paris`, `avenue Foch`: a street word before it in the same piece, and no code between."""
    for place in range(one.begin - 1, max(-1, one.begin - 4), -1):
        part = view.parts[place]
        if part.parted or place in view.codes:
            return False
        if is_street_word(part.text):
            return not _ends_street(view, place)
        if fold(part.text) not in SMALL:
            return False
    following = view.parts[one.finish] if one.finish < len(view.parts) and not view.parts[one.finish - 1].parted else None
    return following is not None and is_street_word(following.text) and following.text[:1].isupper()


def _is_in_region(view: View, one: Town) -> bool:
    """`California`, the end of `Centre-Val de Loire`."""
    return any(is_region(joined(view.parts[max(0, one.begin - before) : one.finish])) for before in range(4))


def _ends_street(view: View, place: int) -> bool:
    """English streets end with their word (Tannery Row), French ones begin with it (rue Tannery)."""
    return place > 0 and view.parts[place - 1].text[:1].isupper() and not view.parts[place - 1].parted


def _before_country(view: View, one: Town) -> bool:
    after = view.parts[one.finish : one.finish + 4]
    pieces = [joined(after[:length]) for length in range(len(after), 0, -1)]
    return any(country_code(piece) or is_region(piece) for piece in pieces) or any(part.text in _ISO for part in after[:3])


_ISO = frozenset("FR GB US DE BE CH IN CA ES IT NL PT IE LU".split())


def _is_alone(view: View, one: Town) -> bool:
    opened = one.begin == 0 or view.parts[one.begin - 1].parted or view.parts[one.begin - 1].broken
    finish = with_district(view, one)
    return opened and (view.parts[finish - 1].parted or view.parts[finish - 1].broken)


def _is_labelled(view: View, one: Town) -> bool:
    before = [joined(view.parts[max(0, one.begin - length) : one.begin]) for length in (1, 2, 3)]
    return any(fold(text) in _labels() for text in before)


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(fold, merged("labels").get("address", ())))


_WITNESSES: tuple[tuple[float, Callable[[View, Town], bool]], ...] = (
    (3.0, _has_code),
    (1.5, _follows_street),
    (2.0, _before_country),
    (2.0, _is_labelled),
    (1.25, _is_alone),
    (0.75, lambda view, one: view.parts[one.begin].line in view.reached and _is_alone(view, one)),
    (0.75, lambda view, one: one.place is not None and one.place.country == view.country),
    (0.25, lambda view, one: one.place is not None and one.place.population > 50_000),
    (0.5, lambda view, one: one.finish - one.begin > 1 or "-" in view.parts[one.begin].text),
    (-3.0, _is_street_name),
    (-2.0, _is_in_region),
    (-1.5, lambda view, one: is_ordinary(joined(view.parts[one.begin : one.finish])) and not _is_alone(view, one)),
    (-4.0, lambda view, one: view.parts[one.begin].line in view.barred),
    (-4.0, lambda view, one: view.parts[one.begin].line == view.name_line and not _has_code(view, one)),
)


def with_district(view: View, one: Town) -> int:
    """`Paris 11e` is printed as one."""
    finish = one.finish
    same_line = finish < len(view.parts) and view.parts[finish].line == view.parts[finish - 1].line
    if same_line and not view.parts[finish - 1].parted and not view.parts[finish - 1].broken:
        text = view.parts[finish].text
        if _DISTRICT.fullmatch(text) and "(" not in view.parts[finish].word.text:
            return finish + 1
    return finish
