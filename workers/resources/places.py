"""Towns and countries: `cities.tsv` (GeoNames, written by `places_build`) searched by bisection, names of the language folders."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from workers.resources.language import languages, merged
from workers.resources.text import fold


class Place(NamedTuple):
    """`country` ISO 3166-1 alpha-2; coordinates in degrees; `key` is the folded name."""

    key: str
    name: str
    country: str
    population: int
    latitude: float
    longitude: float


def towns(name: str) -> tuple[Place, ...]:
    """All towns of that name, in any language we have, largest first; empty when there is none."""
    key = fold(name)
    known = _exonyms().get(key)
    found = (_listed(fold(known)) if known else ()) or _listed(key)
    return found or (_listed(key.replace("st ", "saint ", 1)) if "st " in key else ())


def town(name: str, country: str | None = None) -> Place | None:
    """The largest town of that name, in that country when there is one there."""
    found = towns(name)
    return next((place for place in found if place.country == country), found[0] if found else None)


def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name in any language we have."""
    return _countries().get(fold(name))


def country_name(code: str, language: str) -> str | None:
    """The country's name in that language, else in English."""
    for data in (languages().get(language), languages()["en"]):
        if data and (names := data.countries.get(code)):
            return names[0]
    return None


def is_ordinary(name: str) -> bool:
    """The town's name is a word too (Nice, Reading, Tours): it takes a witness beside it."""
    return fold(name) in _folded("ordinary")


def is_region(name: str) -> bool:
    return fold(name) in _folded("regions")


def is_street_word(word: str) -> bool:
    return fold(word) in _folded("streets")


def ends_like_street(word: str) -> bool:
    """One word for the street and its kind: `Musterstraße`, `Hauptstr.`, `Kirchweg`."""
    key = fold(word)
    return any(key.endswith(fold(kind)) and key != fold(kind) for kind in merged("place_words").get("street_endings", ()))


@cache
def _folded(kind: str) -> frozenset[str]:
    return frozenset(map(fold, merged("place_words").get(kind, ())))


@cache
def _lines() -> tuple[str, ...]:
    text = files("workers.resources").joinpath("cities.tsv").read_text(encoding="utf-8")
    return tuple(text.split("\n")[1:-1])


def _listed(key: str) -> tuple[Place, ...]:
    if key.split(" ", 1)[0] not in _first_words():
        return ()
    lines, wanted, found = _lines(), f"{key}\t", []
    place = bisect_left(lines, wanted)
    while place < len(lines) and lines[place].startswith(wanted):
        _, name, country, size, latitude, longitude = lines[place].split("\t")
        found.append(Place(key, name or key.title(), country, int(size), float(latitude), float(longitude)))
        place += 1
    return tuple(sorted(found, key=lambda one: -one.population))


@cache
def _exonyms() -> Mapping[str, str]:
    return MappingProxyType({fold(name): town for town, names in merged("towns").items() for name in names})


@cache
def _countries() -> Mapping[str, str]:
    return MappingProxyType({fold(name): code for code, names in merged("countries").items() for name in names})


def is_town_word(word: str) -> bool:
    """A town's name begins with this word: the cheap question before the dear one."""
    return fold(word).split(" ", 1)[0] in _first_words()


@cache
def _first_words() -> frozenset[str]:
    listed = {line[: line.index("\t")].split(" ", 1)[0] for line in _lines()}
    return frozenset(listed | {name.split(" ", 1)[0] for name in _exonyms()} | {"st"})
