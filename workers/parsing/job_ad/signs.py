"""The words of job ads: `languages/<code>/job_ad.toml` of all languages together, found in one pass of an automaton."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from workers.resources.language import languages
from workers.resources.taxonomy import Concept, Match, Taxonomy, taxonomy_of
from workers.resources.text import Tokens, flat, fold

Table = Mapping[str, tuple[str, ...]]
_ABBREVIATION, _SHORT_LEVEL = 4, 7
_CLAUSE, _MOST_HEADING_WORDS = re.compile(r"[,;]|\s[–—-]\s"), 9


class Sign(msgspec.Struct, frozen=True, gc=False):
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


@cache
def contract_types() -> Mapping[str, str]:
    return {name: kind for table in tables().values() for kind, row in table["contract_types"].items() for name in row}


def find(words: Tokens, language: str) -> list[Sign]:
    """All signs from left to right, never overlapping, the longest first. `language`: that of the ad."""
    matches = _automaton()[0].find(words)
    return _with_wishes(words, [sign for match in matches if (sign := _sign(match, words.text, language))])


def _sign(match: Match, text: str, language: str) -> Sign | None:
    # The concept of a sign has its table for a kind, and what it stands for there for a name.
    kind, name = match.concept.kind, match.concept.en
    if kind in _FOREIGN:
        seen = text[match.begin : match.finish]
        # `Master` is a word of both languages, in each for a level of its own.
        name = _levels_of(language).get(fold(seen), name) if kind == "level" else name
        # `GC-MS` is one name, ` -CAP` an item.
        joined = (
            len(seen) <= _ABBREVIATION and text[match.begin - 1 : match.begin] == "-" and text[match.begin - 2 : match.begin - 1].isalnum()
        )
        if joined or _FOREIGN[kind](name, seen, language):
            return None
    return Sign(kind, name, match.begin, match.finish)


@cache
def _levels_of(language: str) -> Mapping[str, str]:
    """Folded phrase → level."""
    return {fold(phrase): name for name, row in tables().get(language, {}).get("levels", {}).items() for phrase in row["phrases"]}


def _is_no_level(name: str, seen: str, language: str) -> bool:
    """Short abbreviations count only as written (BUT, MA). A short level of study of another language is a word of this one: a truck
    licence is no `licence`, "but" no BUT."""
    if len(seen) <= _ABBREVIATION and seen not in _automaton()[1] and (seen.islower() or fold(seen) in _short()):
        return True
    if len(seen) > _SHORT_LEVEL or name in tables().get(language, {}).get("levels", {}):
        return False
    return not fold(seen).startswith(("bac", "bts", "dut", "cap", "phd", "mba", "msc"))


def _is_no_contract(name: str, seen: str, language: str) -> bool:
    """`Key Stage 1`: a short word for a contract in another language is a word of this one, unless in capitals."""
    return len(seen) <= _SHORT_LEVEL and not seen.isupper() and name not in tables().get(language, {"contracts": (name,)})["contracts"]


_FOREIGN = {"level": _is_no_level, "contract": _is_no_contract}


def _with_wishes(words: Tokens, signs: list[Sign]) -> list[Sign]:
    """`serait un sérieux avantage`, `would be really handy`: words of praise are many, the verb before them is one."""
    # With a space in front, what stands before a wish is where the wish begins.
    wishes = [Sign("nice_sentence", "", match.start(), match.end() - 1) for match in _wish().finditer(f" {words.flat}")]
    told = [sign for sign in signs if sign.kind.startswith("nice")]
    wishes = [one for one in wishes if not any(other.begin < one.finish and one.begin < other.finish for other in told)]
    if not wishes:
        return signs
    kept = [sign for sign in signs if not any(one.begin <= sign.begin < one.finish for one in wishes)]
    return sorted([*kept, *wishes], key=lambda sign: sign.begin)


@cache
def _wish() -> re.Pattern[str]:
    # One set of letters to begin with, and no case: the search runs through the rest.
    rows = [flat(row) for table in tables().values() for row in table["patterns"]["wish"]]
    return re.compile(rf"\W(?:{'|'.join(rows)})\b")


@cache
def _heading_pattern() -> re.Pattern[str]:
    """Whole lines that head a part in words of their own: `Bonus if you bring`, `Ce que vous y gagnerez`; each in a group of its kind."""
    rows = [(kind, row) for table in tables().values() for kind, several in table["patterns"].items() if kind != "wish" for row in several]
    return re.compile("|".join(f"(?P<{kind}_{place}>{row})" for place, (kind, row) in enumerate(rows)), re.I)


def like_heading(text: str) -> str:
    """A line of a few words that ends without a stop and speaks as headings do."""
    bare = text.rstrip(" :?!…").replace("’", "'")
    if text[-1] in ".;," or not 1 < len(bare.split()) <= _MOST_HEADING_WORDS or ":" in bare or _CLAUSE.search(bare):
        return ""
    found = _heading_pattern().fullmatch(bare)
    return (found.lastgroup or "").partition("_")[0] if found else ""


@cache
def _short() -> frozenset[str]:
    return frozenset(fold(word) for word in _automaton()[1] if word.isupper())


@cache
def _automaton() -> tuple[Taxonomy, frozenset[str]]:
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    for kind, value, phrase in _rows():
        rows[kind, value] = (*rows.get((kind, value), ()), phrase)
    levels = frozenset(phrase for (kind, _), words in rows.items() if kind == "level" for phrase in words)
    return taxonomy_of(Concept(f"{kind}:{value}", kind, value, value, words) for (kind, value), words in rows.items()), levels


def _rows() -> Iterator[tuple[str, str, str]]:
    for table in tables().values():
        for name, row in table["levels"].items():
            yield from (("level", name, phrase) for phrase in row["phrases"])
        for name, contracts in table["contracts"].items():
            yield from (("contract", name, phrase) for phrase in contracts)
        for kind, signs in table["signs"].items():
            yield from ((kind, "", phrase) for phrase in signs)
    for data in languages().values():
        yield from (("tongue", code, name) for name, code in data.language_names.items())


@cache
def openers(section: str, *rows: str) -> tuple[str, ...]:
    """How the words of these rows begin, in small letters: a text without any of them holds none."""
    firsts = {phrase.lower().split()[0] for row in rows for phrase in words(section, row)}
    return tuple(sorted(one for one in firsts if not any(other != one and other in one for other in firsts)))


def may_hold(text: str, openings: tuple[str, ...]) -> bool:
    """Asked first, for a search through all words of a row takes ten times as long."""
    return any(map(text.lower().__contains__, openings))


def any_of(texts: tuple[str, ...]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
