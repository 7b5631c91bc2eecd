"""What a language brings: the folders `languages/<code>/`, each read once into a frozen `LanguageData`.

A folder holds TOML files; a file that is missing means the language does not know that subject, never an error.

    headings.toml   kind of part -> what is written over it
    dates.toml      months, present, since, until, from, to, seasons, units of time, numbers in words
    degrees.toml    levels of study: words of a diploma -> EQF level and Bac+N
    tongues.toml    names of languages -> ISO 639-1 code; words of a level -> CEFR
    places.toml     countries, regions, words of streets, towns with a name of their own in this language, towns that are words
    words.toml      stop words, labels in front of a value, contracts, civil status, signs of a kind of document
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from workers.resources.text import flat, fold, squeeze

Phrases = tuple[str, ...]
_FILES = ("headings", "dates", "degrees", "tongues", "words", "places")
_OF_FURTHER = {"present": "present", "to_words": "to"}
_DOUBLED = re.compile(r"([a-z])\1+")
Table = Mapping[str, Phrases]


@dataclass(frozen=True, slots=True)
class Degree:
    """Words of a diploma and its place: `eqf` 1-8 (European Qualifications Framework), `bac` years after the baccalauréat or None."""

    phrases: Phrases
    eqf: int
    bac: int | None


@dataclass(frozen=True, slots=True)
class LanguageData:
    """Phrases stand as a person writes them; the readers fold them. `months` counts from 1."""

    code: str
    headings: Table = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    present: Phrases = ()
    since: Phrases = ()
    until: Phrases = ()
    from_words: Phrases = ()
    to_words: Phrases = ()
    seasons: Phrases = ()
    units: Table = field(default_factory=dict)
    degrees: tuple[Degree, ...] = ()
    language_names: Mapping[str, str] = field(default_factory=dict)
    language_levels: Table = field(default_factory=dict)
    level_words: Phrases = ()
    stop_words: frozenset[str] = frozenset()
    labels: Table = field(default_factory=dict)
    contracts: Table = field(default_factory=dict)
    civil: Table = field(default_factory=dict)
    seniority: Table = field(default_factory=dict)
    documents: Table = field(default_factory=dict)
    words: Table = field(default_factory=dict)
    skill_groups: Table = field(default_factory=dict)
    countries: Table = field(default_factory=dict)
    towns: Table = field(default_factory=dict)
    place_words: Table = field(default_factory=dict)


@cache
def languages() -> Mapping[str, LanguageData]:
    """ISO 639-1 code -> its data, in alphabetical order of the codes."""
    root = files("workers.resources").joinpath("languages")
    codes = sorted(folder.name for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith(("_", ".")))
    return MappingProxyType({code: _language(code) for code in codes})


@cache
def headings() -> Mapping[str, str]:
    """Squeezed heading of any language -> kind of part. Earlier languages win where two claim the same word for two kinds."""
    known: dict[str, str] = {}
    for data in languages().values():
        for kind, phrases in data.headings.items():
            for phrase in phrases:
                known.setdefault(heading_key(phrase), kind)
    for table in _further().values():
        for kind, phrases in table.get("headings", {}).items():
            known |= {key: kind for key in map(heading_key, phrases) if key not in known}
    return MappingProxyType(known)


@cache
def stop_words() -> frozenset[str]:
    """Of all languages, folded."""
    return frozenset(fold(word) for data in languages().values() for word in data.stop_words)


@lru_cache(maxsize=8192)
def heading_kind(text: str) -> str | None:
    """Kind of the part a heading opens, or None: `1. E X P É R I E N C E S :` -> `experience`."""
    if len(text) > 120:
        return None
    return headings().get(heading_key(text)) or (run_together().get(squeeze(text)) if text.isupper() and " " in text else None)


@cache
def run_together() -> Mapping[str, str]:
    """Letter-spaced headings come as one word or as torn ones, their "et" and "and" inside: `D I P LÔME S E T ÉT U D E S`."""
    return {squeeze(phrase): kind for data in languages().values() for kind, phrases in data.headings.items() for phrase in phrases}


def heading_key(text: str) -> str:
    """How headings are compared: `fold` without spaces, words like "and", and doubled letters (professionnelle, professionelle)."""
    joiners = _joiners()
    return _DOUBLED.sub(r"\1", squeeze(" ".join(word for word in fold(text).split() if word not in joiners)))


@cache
def _joiners() -> frozenset[str]:
    return frozenset(fold(word) for word in merged("words").get("and", ()))


@cache
def merged(table: str) -> Table:
    """One table of all languages together: key -> phrases (`labels`, `contracts`, `civil`, `units`, `words` ...)."""
    known: dict[str, list[str]] = {}
    told = (*(getattr(data, table) for data in languages().values()), *(further.get(table, {}) for further in _further().values()))
    for one in told:
        for key, phrases in one.items():
            known.setdefault(key, []).extend(phrase for phrase in phrases if phrase not in known.get(key, ()))
    return MappingProxyType({key: tuple(phrases) for key, phrases in known.items()})


@cache
def degrees() -> tuple[Degree, ...]:
    """Diplomas of every language, those of languages without a folder last."""
    own = (degree for data in languages().values() for degree in data.degrees)
    return (*own, *(degree for table in _further().values() for degree in _degrees(table)))


def further_entries() -> tuple[Mapping[str, Phrases], ...]:
    """Words of schools and diplomas of each language without a folder, under the names of `entries.toml`."""
    return tuple(_table(table.get("entries", {})) for table in _further().values())


@cache
def gathered(row: str) -> Phrases:
    """One list of phrases of all languages together (`present`, `since`, `seasons`, `level_words` ...), each once."""
    own = (phrase for data in languages().values() for phrase in getattr(data, row))
    more = (phrase for table in _further().values() for phrase in table.get(_OF_FURTHER.get(row, ""), ()))
    return tuple(dict.fromkeys((*own, *more)))


@cache
def month_numbers() -> Mapping[str, int]:
    """Folded month word of any language -> 1-12."""
    further = {fold(word): int(number) for table in _further().values() for number, words in table["months"].items() for word in words}
    own = {fold(word): number for data in languages().values() for word, number in data.months.items()}
    return MappingProxyType(further | own)


@cache
def number_words() -> Mapping[str, int]:
    """Flat number word of any language -> what it counts."""
    return MappingProxyType({flat(word): number for data in languages().values() for word, number in data.numbers.items()})


@cache
def tongue_names() -> Mapping[str, str]:
    """Folded name of a language in any language -> its ISO 639 code."""
    further = {fold(name): code for table in _further().values() for code, names in table["names"].items() for name in names}
    own = {fold(name): code for data in languages().values() for name, code in data.language_names.items()}
    return MappingProxyType(further | own)


@cache
def tongue_levels() -> Table:
    """CEFR grade or NATIVE -> the words for it in any language."""
    known = {grade: list(words) for grade, words in merged("language_levels").items()}
    for table in _further().values():
        for grade, words in table["levels"].items():
            known.setdefault(grade, []).extend(words)
    return MappingProxyType({grade: tuple(dict.fromkeys(words)) for grade, words in known.items()})


@cache
def _further() -> Mapping[str, Mapping[str, Any]]:
    """Languages without a folder: months, words for today, names of languages, headings, diplomas and schools (`further.toml`)."""
    path = files("workers.resources").joinpath("languages", "further.toml")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


def _language(code: str) -> LanguageData:
    heads, dates, studies, tongues, words, places = (_read(code, name) for name in _FILES)
    units = {"year": dates.get("years", ()), "month": dates.get("months_unit", ()), "week": dates.get("weeks", ())}
    return LanguageData(
        code=code,
        headings=_table(heads),
        months={word: int(number) for number, names in dates.get("months", {}).items() for word in names},
        numbers={word: int(number) for number, names in dates.get("numbers", {}).items() for word in names},
        from_words=tuple(dates.get("from", ())),
        to_words=tuple(dates.get("to", ())),
        units=_table(units),
        degrees=_degrees(studies),
        language_names={name: iso for iso, names in tongues.get("names", {}).items() for name in names},
        language_levels=_table(tongues.get("cefr", {})),
        level_words=tuple(tongues.get("level_words", ())),
        stop_words=frozenset(words.get("stop_words", ())),
        present=tuple(dates.get("present", ())),
        since=tuple(dates.get("since", ())),
        until=tuple(dates.get("until", ())),
        seasons=tuple(dates.get("seasons", ())),
        labels=_table(words.get("labels", {})),
        contracts=_table(words.get("contracts", {})),
        civil=_table(words.get("civil", {})),
        seniority=_table(words.get("seniority", {})),
        documents=_table(words.get("documents", {})),
        words=_table(words.get("words", {})),
        skill_groups=_table(words.get("skill_groups", {})),
        countries=_table(places.get("countries", {})),
        towns=_table(places.get("towns", {})),
        place_words=_table({name: places.get(name, ()) for name in ("regions", "streets", "street_endings", "ordinary")}),
    )


def _degrees(table: Mapping[str, Any]) -> tuple[Degree, ...]:
    return tuple(Degree(tuple(row["phrases"]), row["eqf"], row.get("bac")) for row in table.get("degree", ()))


def _table(rows: Mapping[str, Any]) -> Table:
    return MappingProxyType({key: tuple(phrases) for key, phrases in rows.items()})


def _read(code: str, name: str) -> dict[str, Any]:
    path = files("workers.resources").joinpath("languages", code, f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
