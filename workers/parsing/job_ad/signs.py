"""The words of job ads: `languages/<code>/job_ad.toml` of all languages together, found in one pass of an automaton."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from workers.resources.language import languages
from workers.resources.taxonomy import Taxonomy, phrases
from workers.resources.text import fold

Table = Mapping[str, tuple[str, ...]]
_ABBREVIATION, _SHORT_LEVEL = 4, 7


class Sign(NamedTuple):
    """`kind` is a table of job_ad.toml (`must`, `remote_full`, `contract`, `level`, `tongue`), `value` what it stands for there."""

    kind: str
    value: str
    begin: int
    finish: int


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """ISO 639-1 code → the file of that language."""
    return {code: data for code in languages() if (data := _file(code))}


def _file(code: str) -> dict[str, Any]:
    path = files("workers.resources").joinpath("languages", code, "job_ad.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def words(section: str, row: str) -> tuple[str, ...]:
    """One row of all languages together."""
    return tuple(dict.fromkeys(word for table in tables().values() for word in table[section].get(row, ())))


@cache
def headings() -> Mapping[str, str]:
    """Folded heading → must, nice, duties, traits, offer, company, apply."""
    rows = [(fold(phrase), kind) for table in tables().values() for kind, row in table["headings"].items() for phrase in row]
    return dict(reversed(rows))


@cache
def labels() -> Mapping[str, str]:
    """Folded label in front of a value → title, company, city, contract."""
    return {fold(phrase): kind for table in tables().values() for kind, row in table["labels"].items() for phrase in row}


@cache
def levels() -> Mapping[str, int]:
    """Level of study as ads name it → EQF."""
    return {name: row["eqf"] for table in tables().values() for name, row in table["levels"].items()}


def level_name(name: str, language: str) -> str:
    """The level in the words of that language: `Master's degree` in a French ad is Bac+5."""
    own = tables().get(language, tables()["en"])["levels"]
    if name in own:
        return name
    return next((other for other, row in own.items() if row["eqf"] == levels()[name]), name)


@cache
def contract_names() -> tuple[str, ...]:
    return tuple(name for table in tables().values() for row in table["contracts"].values() for name in row)


def is_native(sign: Sign, text: str, language: str) -> bool:
    """A short level of study of another language is a word of this one: a truck licence is no `licence`, "but" no BUT."""
    if sign.kind != "level" or sign.finish - sign.begin > _SHORT_LEVEL or sign.value in tables().get(language, {}).get("levels", {}):
        return True
    return fold(text[sign.begin : sign.finish]).startswith(("bac", "bts", "dut", "cap", "phd", "mba", "msc"))


@cache
def contract_types() -> Mapping[str, str]:
    return {name: kind for table in tables().values() for kind, row in table["contract_types"].items() for name in row}


def find(text: str) -> list[Sign]:
    """All signs from left to right, never overlapping, the longest first. Short abbreviations count only as written (BUT, MA)."""
    table, written = _automaton()
    found = []
    for match in table.find(text):
        kind, _, value = match.concept.id.partition(":")
        seen = text[match.begin : match.finish]
        if kind != "level" or len(seen) > _ABBREVIATION or seen in written or (seen.islower() is False and fold(seen) not in _short()):
            found.append(Sign(kind, value, match.begin, match.finish))
    return found


@cache
def _short() -> frozenset[str]:
    return frozenset(fold(word) for word in _automaton()[1] if word.isupper())


@cache
def _automaton() -> tuple[Taxonomy, frozenset[str]]:
    rows: dict[str, tuple[str, ...]] = {}
    for key, phrase in _rows():
        rows[key] = (*rows.get(key, ()), phrase)
    return phrases(rows), frozenset(phrase for key, words in rows.items() if key.startswith("level:") for phrase in words)


def _rows() -> Iterator[tuple[str, str]]:
    for table in tables().values():
        for name, row in table["levels"].items():
            yield from ((f"level:{name}", phrase) for phrase in row["phrases"])
        for name, contracts in table["contracts"].items():
            yield from ((f"contract:{name}", phrase) for phrase in contracts)
        for kind, signs in table["signs"].items():
            yield from ((f"{kind}:", phrase) for phrase in signs)
    for data in languages().values():
        yield from ((f"tongue:{code}", name) for name, code in data.language_names.items())


def any_of(texts: tuple[str, ...]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
