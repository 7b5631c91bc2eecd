"""Where the person lives: street, postal code, town, country as printed; the country's code is implied by what is printed.

Every run of words that is a town's name is weighed by its neighbours (`town_witnesses`): a postal code beside it, a
street before it, a country or region after it, a label. Names of streets and of people are towns too often to believe a lone word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from workers.parsing.address_words import Token, code_at, country_of_code, joined, tokens
from workers.parsing.context import Context
from workers.parsing.fields.contact import label, own_lines
from workers.parsing.town_witnesses import SMALL, Town, View, weight, with_district
from workers.parsing.types import Found, Section, Word
from workers.resources.language import languages
from workers.resources.places import (
    Place,
    country_code,
    country_name,
    ends_like_street,
    is_region,
    is_street_word,
    is_town_word,
    town,
)
from workers.resources.text import flat, fold

_LONGEST_TOWN = 6
_ENOUGH = 2.0
_OF_OTHER_PLACES = ("birth", "birthplace", "mobility", "nationality")
_REACHED = re.compile(r"@|\d(?:[\s.()-]?\d){8}")


def find(sections: Sequence[Section], context: Context) -> dict[str, Found[Any]]:
    """`address.street`, `address.postal_code`, `address.city`, `address.country`, `address.country_code`: the best witnessed town of the
    person's own parts and what stands around it."""
    own = [line for section in sections for line in own_lines(section)][:60]
    parts = tokens(own)
    codes = {place: code for place in range(len(parts)) if (code := code_at(parts, place, context.country))}
    biggest = max(range(min(len(own), 8)), key=lambda number: own[number].size, default=-1)
    reached = frozenset(number for number, line in enumerate(own) if _REACHED.search(line.text))
    barred = frozenset(number for number, line in enumerate(own) if any(label(kind).match(flat(line.text)) for kind in _OF_OTHER_PLACES))
    country = next((home for code, _ in codes.values() if (home := country_of_code(code))), context.country)
    view = View(parts, codes, country, biggest, reached, barred)
    weighed = [(weight(view, one), one) for one in _towns(view)]
    points, best = max(weighed, key=lambda row: (row[0], -row[1].begin), default=(0.0, None))
    return _address(view, best if points >= _ENOUGH else None, points, context)


def _address(view: View, best: Town | None, points: float, context: Context) -> dict[str, Found[Any]]:
    street = _street(view, best)
    code = _nearest_code(view, best, street)
    country = _country(view, best)
    city = None
    if best:
        printed = view.parts[best.begin : with_district(view, best)]
        city = Found(joined(printed), 0.97 if points >= 4 else 0.92 if points >= 3 else 0.8, _words(printed))
    implied = best.place.country if best and best.place else None
    if country is None and implied and city:
        name = country_name(implied, context.language)
        country = (Found(name, 0.85, city.words), Found(implied, 0.85, city.words)) if name else None
    values = {"street": street[0] if street else None, "postal_code": code, "city": city}
    values |= dict(zip(("country", "country_code"), country or (None, None), strict=True))
    return {f"address.{name}": value for name, value in values.items() if value}


def _towns(view: View) -> list[Town]:
    found = []
    for begin, first in enumerate(view.parts):
        if begin in view.codes or not first.text[:1].isupper():
            continue
        if is_town_word(first.text) and fold(first.text) not in _tongues():
            found += [Town(begin, finish, place) for finish in _ends(view, begin) if (place := _known(view, begin, finish))][:1]
        if not found or found[-1].finish <= begin:
            found += _after_code(view, begin)
    return found


@cache
def _tongues() -> frozenset[str]:
    """`Français` is a village and, on every CV that prints the word, a language."""
    return frozenset(fold(name) for data in languages().values() for name in data.language_names)


def _known(view: View, begin: int, finish: int) -> Place | None:
    return town(joined(view.parts[begin:finish]), view.country)


def _ends(view: View, begin: int) -> list[int]:
    last = begin
    while last < min(begin + _LONGEST_TOWN, len(view.parts)) - 1 and not view.parts[last].parted and last + 1 not in view.codes:
        following = view.parts[last + 1]
        if following.line != view.parts[last].line and following.text[:1].isdigit():
            break
        last += 1
    return list(range(last + 1, begin, -1))


def _after_code(view: View, begin: int) -> list[Town]:
    """What follows a postal code is a town, known or not: capitalised words and the small words between them."""
    if (
        not any(place + length == begin for place, (_, length) in view.codes.items())
        or view.parts[begin - 1].line != view.parts[begin].line
    ):
        return []
    finish = begin + 1
    while (
        finish < len(view.parts)
        and not view.parts[finish - 1].parted
        and not view.parts[finish - 1].broken
        and _goes_on(view.parts[finish].text)
    ):
        finish += 1
    first, printed = view.parts[begin].text, joined(view.parts[begin:finish])
    # In Britain the town stands before the code, and the country may follow it.
    is_other = fold(first) in _tongues() or country_code(printed) or is_region(printed)
    return [Town(begin, finish, None)] if (first.isalpha() or "-" in first) and not is_other else []


def _goes_on(text: str) -> bool:
    return (text[:1].isupper() and not any(char.isdigit() for char in text) and fold(text) != "cedex") or fold(text) in SMALL


def _nearest_code(view: View, best: Town | None, street: tuple[Found[str], int] | None) -> Found[str] | None:
    near = best.begin if best else street[1] if street else None
    if near is None or not view.codes:
        return None
    place = min(view.codes, key=lambda one: abs(one - near))
    code, length = view.codes[place]
    return Found(code, 0.96, _words(view.parts[place : place + length])) if abs(place - near) <= 8 else None


def _country(view: View, best: Town | None) -> tuple[Found[str], Found[str]] | None:
    """A country printed as a piece of its own; the one after the town first."""
    order = sorted(range(len(view.parts)), key=lambda place: abs(place - (best.finish if best else 0)))
    for begin in order:
        for finish in range(min(begin + 3, len(view.parts)), begin, -1):
            text = joined(view.parts[begin:finish])
            code = country_code(text) if text[:1].isupper() else None
            whole = begin == 0 or view.parts[begin - 1].parted or view.parts[begin - 1].broken or (best and begin == best.finish)
            if code and whole and (view.parts[finish - 1].parted or view.parts[finish - 1].broken):
                words = _words(view.parts[begin:finish])
                return Found(text, 0.94, words), Found(code, 0.94, words)
    return None


def _street(view: View, best: Town | None) -> tuple[Found[str], int] | None:
    """From a house number to the postal code, the town or the end of the piece, with a word of streets inside; German streets
    end with theirs and the number follows (Musterstraße 12)."""
    for begin, part in enumerate(view.parts):
        if begin in view.codes or not re.fullmatch(r"\d{1,5}(?:[a-zA-Z]|bis|ter)?(?:-\d+)?", part.text):
            continue
        finish = begin + 1
        while finish < min(begin + 10, len(view.parts)) and finish not in view.codes and not (best and finish == best.begin):
            before, is_number = view.parts[finish - 1], view.parts[finish].text[:1].isdigit()
            # A number that ends its line ("Band 6") is not the house of the next one.
            repeated = finish - begin == 2 and fold(before.text) in ("bis", "ter", "quater")
            if (before.parted and ((finish - begin > 1 and not repeated) or is_number)) or (before.broken and is_number):
                break
            finish += 1
        inside = view.parts[begin:finish]
        if len(inside) > 1 and any(is_street_word(word) for one in inside[1:] for word in re.split(r"['’-]", one.text)):
            return Found(joined(inside), 0.9, _words(inside)), begin
    for begin, (part, number) in enumerate(pairwise(view.parts)):
        if not part.parted and number.text[:1].isdigit() and begin + 1 not in view.codes and ends_like_street(part.text):
            return Found(joined((part, number)), 0.85, _words((part, number))), begin
    return None


def _words(parts: Sequence[Token]) -> tuple[Word, ...]:
    return tuple(part.word for part in parts)
