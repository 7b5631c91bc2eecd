"""Paragraphs that scrapers made of many lines, broken again where bullets, headings, colons or words run together show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workers.parsing.job_ad.signs import any_of, headings, labels, like_heading, words
from workers.resources.taxonomy import Taxonomy, phrases
from workers.resources.text import fold

SYMBOL = "[\u2190-\u21ff\u2300-\u23ff\u25b6\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_LONG_LINE, _LONGEST_OPENING, _LEAST_CAPITALS = 160, 48, 3
_COLON = re.compile(r"\s?:(?=\D|$)")
_WORD = re.compile(r"[^\s:]+")
# `Compétences : Tri du linge - Repassage - Couture`: public job services list what they ask for in one line.
_DASHED = re.compile(r"\s*[^:.]{3,40}:\s*\S.* - [A-ZÀ-Þ].* - [A-ZÀ-Þ]")
_DASHES = re.compile(r" - (?=[A-ZÀ-Þ0-9])")
# Capitals without the space in front of them. Both begin with one set of letters: the search runs through the rest.
_LOST = re.compile(r"[A-ZÀ-Þ](?:(?<=[a-zß-ÿ)][.!?:;].)(?=[a-zß-ÿ]{2})|(?<=[a-zß-ÿ)].)(?=[a-zß-ÿ]{2,}[^\n]{0,40}:))")
_MARK = re.compile(rf"\s(?=[•●▪◦‣·]\s|[*] [A-ZÀ-Þ]|#{{1,6}}\s|{SYMBOL}\ufe0f?\s\S)")
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
_BOLD = re.compile(r"\s*(\*\*[^*\n]{2,60}\*\*)\s*")
# Signs of items, and how many must stand in one line: a dash parts other things too. Numbers count up from one.
_ITEMS = (
    ("*+>", re.compile(r"\s(?=[*+>]\s+\S)"), 3),
    ("–-", re.compile(r"\s(?=[–-]\s+[A-ZÀ-Þ0-9(])"), 3),
    ("–-", re.compile(r"\s(?=[–-]\s+\S)"), 4),
)
_NUMBERED = re.compile(r"\s(?=\d{1,2}[.)]\s[A-ZÀ-Þ])")
_ENDED, _ITEM = re.compile(r"(?:^|[.!?;:)…•#])\s*$"), re.compile(r"\s*[*+>•–-]\s")
_BEGINS = re.compile(r"(?:\s?\?)?\s+(?=[A-ZÀ-Þ0-9•+*>$£€–-])|\s*$")
_NAME = re.compile(r"(?:^|\s)[A-ZÀ-Þ][\w’'-]*\s+$")


def lines(text: str) -> Iterator[tuple[str, bool]]:
    """Lines, and whether they stood in one paragraph with others."""
    for line in text.split("\n"):
        if line.count(" - ") > 1 and _DASHED.match(line) and fold(line.partition(":")[0]) in headings():
            head, _, items = line.partition(":")
            yield from ((one, False) for one in (f"{head}:", *(f"- {item}" for item in _DASHES.split(items.strip()))))
        elif len(line) <= _LONG_LINE:
            yield line, False
        else:
            yield from ((cut, True) for part in _parts(_without_opening(line)) for cut in _cut(part))


def _without_opening(line: str) -> str:
    """`Avantages : mutuelle, 13e mois. Nous recherchons`: what is offered, where an ad begins with it, ends with its sentence."""
    offers = headings().get(fold(line[:_LONGEST_OPENING].partition(":")[0])) in ("offer", "company")
    return _STOP.sub("\n", line, count=1) if offers else line


def _parts(line: str) -> list[str]:
    """Cut where items begin, in front of headings in bold, and where two lines were glued."""
    line = _BOLD.sub(_set_apart, line) if "**" in line else line
    for marks, items, least in _ITEMS:
        if any(mark in line for mark in marks) and len(items.findall(line)) >= least:
            line = items.sub("\n", line)
    if len(_NUMBERED.findall(line)) > 1 and " 2" in line:
        line = _NUMBERED.sub("\n", line)
    line = _LOST.sub(r"\n\g<0>", _DASHES.sub("\n- ", line) if ": - " in line else line)
    return _MARK.sub("\n", line).split("\n")


def _set_apart(bold: re.Match[str]) -> str:
    return f"\n{bold[1]}\n" if fold(bold[1]) in _known() else bold[0]


def _cut(part: str) -> Iterator[str]:
    """Cut around bare headings, in front of a heading or label with a colon, and where a sentence begins behind a line without a stop."""
    places = {place for mark in _COLON.finditer(part) if (place := _opens(part, mark.start()))}
    places |= {place for begin, finish in _bare(part) for place in (begin, finish)}
    places |= {mark.end() for mark in _sentence().finditer(part)}
    cuts = sorted(places - {0})
    pieces = (part[begin:finish].strip(" #") for begin, finish in zip([0, *cuts], [*cuts, len(part)], strict=True))
    yield from (piece for piece in pieces if len(piece) > 1)


def _bare(text: str) -> Iterator[tuple[int, int]]:
    """`next year Requirements At least 3 years`: a heading with a capital behind it."""
    named = [one for one in _headings().find(text, in_list=True) if text[one.begin].isupper()]
    paired = _paired([text[one.begin : one.finish] for one in named])
    for found in named:
        said = text[found.begin : found.finish]
        if behind := _BEGINS.match(text, found.finish):
            several = " " in said or said in paired or (said.isupper() and len(said) > _LEAST_CAPITALS)
            if several or behind.end() == len(text) or (not text[behind.end()].isdigit() and _stands_apart(text, found.begin)):
                yield found.begin, found.finish


def _paired(names: list[str]) -> tuple[str, ...]:
    """`Essential GCSE English Desirable Makaton`: where both stand, each heads its list."""
    kinds = [headings()[fold(name)] for name in names]
    pair = ("must" in kinds and "nice" in kinds[kinds.index("must") :]) and kinds.count("nice") == 1
    return tuple(name for name, kind in zip(names, kinds, strict=True) if kind in ("must", "nice")) if pair else ()


def _stands_apart(text: str, begin: int) -> bool:
    """A heading of one word: where a sentence has ended, or behind the words of an item."""
    before = text[max(0, begin - _LONGEST_OPENING) : begin]
    return bool(_ENDED.search(before) or (_ITEM.match(text) and not _NAME.search(before)))


def _opens(text: str, colon: int) -> int:
    """Where the heading or the label in front of a colon begins; 0 where there is none."""
    words = list(_WORD.finditer(text, max(0, colon - _LONGEST_OPENING), colon))[-5:]
    for word in words:
        if word[0][:1].isupper() and (fold(text[word.start() : colon]) in _known() or like_heading(text[word.start() : colon])):
            return word.start()
    return 0


@cache
def _known() -> frozenset[str]:
    return frozenset((*headings(), *labels()))


@cache
def _headings() -> Taxonomy:
    """Those of parts; what tells a fact (`Grade`) needs its colon."""
    return phrases({"heading": tuple(heading for heading, kind in headings().items() if kind != "facts")})


@cache
def _sentence() -> re.Pattern[str]:
    """`working with Git You may also have`"""
    openers = {word.capitalize() for word in words("head", "speaks") if " " not in word and len(word) > 1}
    return re.compile(rf"\s(?<=[a-zß-ÿ0-9)].)(?=(?:{any_of(tuple(sorted(openers)))})\s[a-zß-ÿ])")
