"""Languages a person speaks: the name as printed, its code, the level as printed and what that is in CEFR.

In a part of its own every language name counts; elsewhere only where a line says nothing else ("Anglais courant, espagnol").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from workers.cv import Cefr
from workers.parsing.context import Context
from workers.parsing.spans import pieces, words_at
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import gathered, merged, tongue_levels, tongue_names
from workers.resources.text import flat, fold

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.U)
_GRADE = re.compile(r"(?<![A-Za-z0-9])([ABC][12])(?![A-Za-z0-9])\+?")
_EDGE = " \t:;,.|•·/–—-=()[]*●○◦▪■□★☆⬤"
_LONGEST_LEVEL = 60
_ELSEWHERE = ("skills", "header", "contact", "personal", "other", "summary", "education", "certifications", "interests")


class Spoken(NamedTuple):
    """A language's name at characters [begin, finish)."""

    code: str
    begin: int
    finish: int


Parts = dict[str, Found[Any]]


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`name`, `code`, `level`, `cefr` of each language, once each, in printed order."""
    found: dict[str, Parts] = {}
    for section in sections:
        if section.kind == "languages":
            for part in _listed(section.lines, 0.97, section.title):
                found.setdefault(part["name"].value if "code" not in part else part["code"].value, part)
    if not found:
        for part in _elsewhere(sections):
            found.setdefault(part["code"].value, part)
    return list(found.values())


def _elsewhere(sections: Sequence[Section]) -> Iterator[Parts]:
    """Lines that are labelled so or say nothing else; one that ends with a comma goes on below."""
    for section in sections:
        goes_on = False
        for line in section.lines if section.kind in _ELSEWHERE else ():
            ends_open = False
            for piece in pieces(line):
                label = _label().match(flat(piece.text))
                rest = piece.text[label.end() :] if label else piece.text
                if (label and spoken(rest)) or _says_only_languages(rest, goes_on):
                    yield from (part for part in _listed((piece,), 0.93 if label else 0.85) if "code" in part)
                    ends_open = rest.rstrip().endswith(",")
            goes_on = ends_open


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(flat(word)) for word in merged("labels").get("languages", ()))
    return re.compile(rf"\W*(?:{words})\s*[:–-]\s*")


def _says_only_languages(text: str, goes_on: bool = False) -> bool:
    """Names, levels and punctuation, nothing else; a lone name could be a nationality."""
    names = spoken(text) if len(text) < 160 else []
    if not names:
        return False
    rest, place = [], 0
    for one in names:
        rest.append(text[place : one.begin])
        place = one.finish
    rest.append(text[place:])
    levels = [part.strip(_EDGE) for part in rest if part.strip(_EDGE)]
    return all(cefr_of(level) or fold(level) in _level_words() for level in levels) and (len(names) > 1 or bool(levels) or goes_on)


def _listed(lines: Sequence[Line], confidence: float, title: str = "") -> Iterator[Parts]:
    """Text from one name to the next is the level of the first; a level in front of names ("Courant : anglais") or over all of them
    ("Langue(s) maternelle(s)") is theirs."""
    for index, line in enumerate(lines):
        text = line.text
        names = _apart(spoken(text), text)
        if not names:
            if unknown := _unknown(line):
                yield unknown
            continue
        before = _opening_level(text[: names[0].begin], lines[index - 1].text if index else "")
        for place, one in enumerate(names):
            end = names[place + 1].begin if place + 1 < len(names) else len(text)
            level, words = _clean(text[one.finish : end]), words_at(line, one.finish, end)
            if not level and place + 1 == len(names) and index + 1 < len(lines) and _is_level(lines[index + 1].text):
                level, words = _clean(lines[index + 1].text), lines[index + 1].words
            level = level or before or _opening_level(title, "")
            yield _part(text[one.begin : one.finish], one.code, level, words_at(line, one.begin, one.finish), words, confidence)


def _part(name: str, code: str | None, level: str, words: tuple[Word, ...], more: tuple[Word, ...], confidence: float) -> Parts:
    part: Parts = {"name": Found(name, confidence, words)}
    if code:
        part["code"] = Found(code, confidence, words)
    if level:
        part["level"] = Found(level, 0.93, more or words)
        if grade := cefr_of(level):
            part["cefr"] = Found(grade, 0.95 if _GRADE.search(level) else 0.85, more or words)
    return part


def _unknown(line: Line) -> Parts | None:
    """A language we have no name for: one or two words and a level."""
    match = re.match(r"\W*([^\W\d_][^\W\d_'’-]+(?:[ -][^\W\d_]+)?)\s*[:(–—-]\s*(.+)$", line.text)
    if match and match[1][:1].isupper() and not _is_level(match[1]) and cefr_of(match[2]) and len(match[2]) < 40:
        return _part(match[1], None, _clean(match[2]), words_at(line, *match.span(1)), words_at(line, *match.span(2)), 0.75)
    return None


def _apart(names: list[Spoken], text: str) -> list[Spoken]:
    """`Chinois (mandarin)` and `français - français des affaires` are one language."""
    kept: list[Spoken] = []
    for one in names:
        if not kept or kept[-1].code != one.code:
            kept.append(one)
        elif text[kept[-1].finish : one.begin].strip() == "(" and text[one.finish : one.finish + 1] == ")":
            kept[-1] = kept[-1]._replace(finish=one.finish + 1)
    return kept


def _opening_level(before: str, line_above: str) -> str:
    text = before.strip(_EDGE) or (line_above.strip(_EDGE) if line_above.rstrip().endswith(":") else "")
    text += ")" if text.count("(") > text.count(")") else ""
    return text if text and cefr_of(text) and len(text) <= _LONGEST_LEVEL else ""


def _clean(text: str) -> str:
    level = " ".join(text.strip(_EDGE).split())
    if level.count("(") > level.count(")"):
        level += ")"
    return level if any(char.isalnum() for char in level) and len(level) <= _LONGEST_LEVEL else ""


def _is_level(text: str) -> bool:
    return not spoken(text) and bool(
        cefr_of(text) or fold(text) in _level_words() or any(fold(text).startswith(word) for word in _level_words())
    )


def spoken(text: str) -> list[Spoken]:
    """Names of languages in a text, longest first: `langue des signes française` is no French."""
    tokens, names, found, place = list(_TOKEN.finditer(text)), _names(), [], 0
    while place < len(tokens):
        for count in range(min(5, len(tokens) - place), 0, -1):
            begin, finish = tokens[place].start(), tokens[place + count - 1].end()
            code = names.get(fold(text[begin:finish]))
            if code and (tokens[place][0][:1].isupper() or len(tokens[place][0]) > 2):
                found.append(Spoken(code, begin, finish))
                place += count - 1
                break
        place += 1
    return found


def cefr_of(level: str) -> Cefr | None:
    """A printed grade first (the middle one of several), then the longest phrase of the language files, then a test's score."""
    if grades := sorted(_GRADE.findall(level)):
        return Cefr(grades[len(grades) // 2])
    key = f" {fold(level)} "
    phrase = max((phrase for phrase in _levels() if f" {phrase} " in key), key=len, default=None)
    if phrase and not re.fullmatch(r"lu|compris|comprise|some|base|bon|bien|good", phrase):
        return _levels()[phrase]
    return _tested(level) or (_levels()[phrase] if phrase else None)


def _tested(level: str) -> Cefr | None:
    for name, steps in _tests().items():
        if name.lower() in level.lower() and (
            score := re.search(r"(\d{1,3}(?:[.,]\d)?)(?:\s?/\s?\d+)?", level[level.lower().index(name.lower()) :])
        ):
            reached = float(score[1].replace(",", "."))
            return next((Cefr(grade) for least, grade in steps if reached >= least), None)
    return None


@cache
def _names() -> Mapping[str, str]:
    return tongue_names()


@cache
def _levels() -> Mapping[str, Cefr]:
    return {fold(phrase): Cefr(grade) for grade, phrases in tongue_levels().items() for phrase in phrases}


@cache
def _level_words() -> frozenset[str]:
    return frozenset(map(fold, gathered("level_words")))


@cache
def _tests() -> Mapping[str, list[tuple[float, str]]]:
    text = files("workers.resources").joinpath("language_tests.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
