"""Languages a person speaks: the name as printed, its code, the level as printed and what that is in CEFR.

In a part of its own every language name counts; elsewhere only where a line says nothing else ("Anglais courant, espagnol").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.fields.cefr import EDGE, cefr_of, has_grade, is_grade, level_words
from workers.parsing.spans import pieces, words_at
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import merged, tongue_names
from workers.resources.text import flat, fold

_TOKEN = re.compile(r"(?<!\w)[dl](?=['’])|[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.U)
_SENTENCE = re.compile(r"(?<=[^\W_]{2})[.!?]\s+|(?<=\))[.!?]\s+")
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
        lines = section.lines if section.kind in _ELSEWHERE else ()
        for line, below in zip_longest(lines, lines[1:]):
            ends_open = False
            for piece in pieces(line):
                label = _label().match(flat(piece.text))
                rest = piece.text[label.end() :] if label else piece.text
                graded = below is not None and is_grade(below.text) and len(spoken(rest)) == 1
                if (label and spoken(rest)) or says_only_languages(rest, goes_on or graded):
                    listed = _listed((piece, below) if graded and below else (piece,), 0.93 if label else 0.85)
                    yield from (part for part in listed if "code" in part)
                    ends_open = rest.rstrip().endswith(",")
            goes_on = ends_open
        if section.kind in ("summary", "header"):
            yield from _in_sentences(section.lines)


def _in_sentences(lines: Sequence[Line]) -> Iterator[Parts]:
    """A paragraph about oneself: `... Anglais courant, italien moyen. ...`, `I speak fluent English and basic Spanish.`"""
    words = tuple(word for line in lines for word in line.words)
    whole = Line(words, words[0].page, lines[0].box) if words else None
    place = 0
    for match in (*_SENTENCE.finditer(whole.text), None) if whole else ():
        finish = match.start() if match else len(whole.text) if whole else 0
        text = whole.text[place:finish] if whole else ""
        if whole and spoken(text) and (says_only_languages(text) or _speaking().search(flat(text))):
            sentence = whole._replace(words=words_at(whole, place, finish))
            yield from (part for part in _listed((sentence,), 0.85) if "code" in part and "level" in part)
        place = match.end() if match else place


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('words').get('speaking', ()))})(?![a-z])")


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(flat(word)) for word in merged("labels").get("languages", ()))
    return re.compile(rf"\W*(?:{words})\s*[:–-]\s*")


def says_only_languages(text: str, goes_on: bool = False) -> bool:
    """Names, levels and punctuation, nothing else; a lone name could be a nationality."""
    names = spoken(text) if len(text) < 160 else []
    if not names:
        return False
    rest, place = [], 0
    for one in names:
        rest.append(text[place : one.begin])
        place = one.finish
    rest.append(text[place:])
    levels = [part.strip(EDGE) for part in rest if part.strip(EDGE)]
    return all(cefr_of(level) or fold(level) in level_words() for level in levels) and (len(names) > 1 or bool(levels) or goes_on)


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
            end, following = _own_end(text, one.finish, end) if place + 1 < len(names) else (end, "")
            level, words = _clean(text[one.finish : end]), words_at(line, one.finish, end)
            level = before if before and level and not cefr_of(level) else level
            if not level and place + 1 == len(names) and index + 1 < len(lines) and _is_level(lines[index + 1].text):
                level, words = _clean(lines[index + 1].text), lines[index + 1].words
            level = level or before or _opening_level(title, "")
            yield _part(text[one.begin : one.finish], one.code, level, words_at(line, one.begin, one.finish), words, confidence)
            before = following or before


def _part(name: str, code: str | None, level: str, words: tuple[Word, ...], more: tuple[Word, ...], confidence: float) -> Parts:
    part: Parts = {"name": Found(name, confidence, words)}
    if code:
        part["code"] = Found(code, confidence, words)
    if level:
        part["level"] = Found(level, 0.93, more or words)
        if grade := cefr_of(level):
            part["cefr"] = Found(grade, 0.95 if has_grade(level) else 0.85, more or words)
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
    text = before.strip(EDGE) or (line_above.strip(EDGE) if line_above.rstrip().endswith(":") else "")
    text += ")" if text.count("(") > text.count(")") else ""
    return text if text and cefr_of(text) and len(text) <= _LONGEST_LEVEL else ""


def _own_end(text: str, begin: int, finish: int) -> tuple[int, str]:
    """Where the level of one language ends before the name of the next, and the level that stands in front of that one:
    `French, conversational | Spanish`, `anglais courant et notions d' | espagnol`."""
    last = next(iter([*_between().finditer(text, begin, finish)][-1:]), None)
    opening = _opening_level(text[last.end() : finish], "") if last else ""
    return (last.start() if last else finish, opening) if opening else (finish, "")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*[,;]\s*|\s+(?:{'|'.join(map(re.escape, merged('words').get('and', ())))})\s+(?![^(]*\))", re.I)


def _clean(text: str) -> str:
    words = text.strip(EDGE).split()
    while words and fold(words[-1]) in _joining():
        words.pop()
    level = " ".join(words).strip(EDGE)
    if level.count("(") > level.count(")"):
        level += ")"
    return level if any(char.isalnum() for char in level) and len(level) <= _LONGEST_LEVEL else ""


@cache
def _joining() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("and", ()))) - {""}


def _is_level(text: str) -> bool:
    return not spoken(text) and bool(
        cefr_of(text) or fold(text) in level_words() or any(fold(text).startswith(word) for word in level_words())
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


@cache
def _names() -> Mapping[str, str]:
    return tongue_names()
