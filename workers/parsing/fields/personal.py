"""Civil status and driving licences: only what stands behind its label or alone among the person's details; nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.dates import first_date
from workers.parsing.fields.contact import label, own_lines
from workers.parsing.spans import pieces, words_at
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import merged
from workers.resources.text import flat, fold

_PARTING = re.compile(r"\s*[|•·;]\s*|,\s+(?=[^,:]{2,25}\s?:\s)|\s+[–—-]\s+|\s{3,}|\s*[\ue000-\uf8ff]\s*|(?<=[a-zà-ÿ€)])\.\s+(?=[A-ZÀ-Þ])")
_CATEGORY = r"(?:A1|A2|AM|BE|B1|B96|C1E|C1|CE|D1E|D1|DE|EB|A|B|C|D|E)"
_CATEGORIES = re.compile(rf"(?<![\w+])({_CATEGORY}(?:\s*(?:,|/|&|\+|et|and|und)\s*{_CATEGORY})*)(?![\w'’+#])")
_MARRIED_WITH = re.compile(r"\s*[,(-]?\s*\d+\s*(?:enfants?|child(?:ren)?|kinder?)\)?", re.I)
_YOUNGEST = 14


class Piece(NamedTuple):
    """Text between separators of a line of the person's details."""

    text: str
    plain: str
    words: tuple[Word, ...]
    own: bool


def find(sections: Sequence[Section], context: Context) -> dict[str, Found[Any]]:
    """`date_of_birth`, `place_of_birth`, `gender`, `nationality`, `marital_status`, `driving_licences`: those that are printed."""
    whole = [piece for section in sections for piece in _closed_up(section)]
    own = [part for piece in whole for part in (piece, *_at_commas(piece))]
    found: dict[str, Found[Any] | None] = _birth(own, context)
    found["gender"] = next((value for piece in own if (value := _labelled(piece, "gender", ("male", "female")))), None)
    found["nationality"] = _nationality(own)
    found["marital_status"] = _marital(own)
    found["driving_licences"] = _all_licences((*own, *_elsewhere(sections, context)))
    return {name: value for name, value in found.items() if value}


def _closed_up(section: Section) -> Iterator[Piece]:
    """The pieces of a section's lines; a label at the end of one line has its value on the next."""
    label: Piece | None = None
    for line in own_lines(section):
        for piece in split(line, section.kind == "personal"):
            if label:
                text = f"{label.text} {piece.text}"
                yield Piece(text, flat(text), (*label.words, *piece.words), piece.own)
            label = piece if piece.text.endswith(":") else None
            if label is None:
                yield piece


def _elsewhere(sections: Sequence[Section], context: Context) -> Iterator[Piece]:
    """Lines that speak of a licence outside the person's details; jobs and schools do not count."""
    if _licence().search(flat(context.text)):
        for section in sections:
            for line in section.lines if section.kind not in ("experience", "education", "references") else ():
                yield from split(line, False) if _licence().search(flat(line.text)) else ()


def split(line: Line, own: bool) -> Iterator[Piece]:
    for cell in pieces(line):
        place = 0
        for match in (*_PARTING.finditer(cell.text), None):
            text = cell.text[place : match.start() if match else len(cell.text)]
            if text.strip():
                yield Piece(text.strip(), flat(text.strip()), words_at(cell, place, place + len(text)), own)
            place = match.end() if match else place


def _at_commas(piece: Piece) -> Iterator[Piece]:
    """`Née le 14 mars 1986, nationalité française, mariée, 2 enfants`."""
    parts = [part.strip() for part in piece.text.split(",")] if piece.text.count(",") and len(piece.text) < 160 else []
    yield from (piece._replace(text=part, plain=flat(part), own=True) for part in parts if 2 < len(part) < 40)


def after_label(piece: Piece, kind: str) -> str | None:
    """What follows a label of that kind at the front of the piece."""
    match = label(kind).match(piece.plain)
    return piece.text[match.end() :].strip(" :,–-") if match else None


def _birth(own: Sequence[Piece], context: Context) -> dict[str, Found[Any] | None]:
    date: Found[Any] | None = None
    place: Found[Any] | None = None
    for piece in own:
        rest = after_label(piece, "birth")
        printed = first_date(rest) if rest else None
        if rest and printed and printed.year <= context.today.year - _YOUNGEST:
            date = date or Found(printed, 0.95, piece.words)
            if match := re.search(r"(?:\s(?:à|a|in|at|zu)\s+|,\s*)([^\W\d_][^\d,(|]{1,40})", rest):
                place = place or Found(match[1].strip(), 0.85, piece.words)
        if (where := after_label(piece, "birthplace")) and not any(char.isdigit() for char in where):
            place = place or Found(where, 0.9, piece.words)
    return {"date_of_birth": date, "place_of_birth": place}


def _labelled(piece: Piece, kind: str, values: Sequence[str]) -> Found[Any] | None:
    rest = after_label(piece, kind)
    known = _civil(*values)
    return Found(rest, 0.95, piece.words) if rest and fold(rest) in known else None


def _nationality(own: Sequence[Piece]) -> Found[Any] | None:
    known = _civil("nationality")
    for piece in own:
        rest = after_label(piece, "nationality")
        if rest and len(rest) <= 40 and not any(char.isdigit() for char in rest):
            return Found(rest, 0.95, piece.words)
    return next((Found(piece.text, 0.8, piece.words) for piece in own if piece.own and fold(piece.text) in known), None)


def _marital(own: Sequence[Piece]) -> Found[Any] | None:
    known = _civil("single", "married", "partnered", "divorced", "widowed")
    for piece in own:
        rest = after_label(piece, "marital") or piece.text
        for part in rest.split(","):
            if fold(_MARRIED_WITH.sub("", part)) in known:
                return Found(part.strip(), 0.92, piece.words)
    return None


@cache
def _civil(*kinds: str) -> frozenset[str]:
    return frozenset(fold(word) for kind in kinds for word in merged("civil").get(kind, ()))


def _all_licences(pieces: Iterable[Piece]) -> Found[Any] | None:
    """Categories of every line that names some: `Permis B` beside the address, `Permis D` among the skills; else the bare words."""
    printed = [found for piece in pieces if (found := _licences(piece))]
    named = [found for found in printed if all(re.fullmatch(_CATEGORY, value) for value in found.value)]
    if not named:
        return next(iter(printed), None)
    values = tuple(dict.fromkeys(value for found in named for value in found.value))
    words = tuple(dict.fromkeys(word for found in named for word in found.words))
    return Found(values, 0.95, words)


def _licences(piece: Piece) -> Found[Any] | None:
    """Categories behind the label; the bare words "driving licence" are kept as they stand."""
    match = _licence().search(piece.plain)
    if not match or _not_yet().search(piece.plain):
        return None
    rest = piece.text[match.end() :]
    categories = _CATEGORIES.match(_class().sub("", rest.lstrip(" :(-–"))) or _named_category(rest)
    before = re.search(rf"({_CATEGORY})[\s-]*$", piece.text[: match.start()])
    if categories or before:
        printed = categories[1] if categories else before[1] if before else ""
        return Found(tuple(dict.fromkeys(re.findall(_CATEGORY, printed))), 0.95, piece.words)
    driving = any(fold(word) in fold(match[0]) for word in merged("civil").get("licensed", ()) if " " in word or len(word) > 8)
    return Found((piece.text[match.start() : match.end()].strip(" :"),), 0.8, piece.words) if driving and len(piece.text) <= 60 else None


@cache
def _not_yet() -> re.Pattern[str]:
    """`Permis B en cours`: a licence that somebody is learning for."""
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('words').get('not_yet', ()))})(?![a-z])")


def _named_category(rest: str) -> re.Match[str] | None:
    """`Full UK, category B`."""
    named = re.search(rf"(?:{any_of(merged('words').get('licence_class', ()))})\.?\s+", flat(rest[:60]))
    return _CATEGORIES.match(rest, named.end()) if named else None


@cache
def _class() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(map(re.escape, merged('words').get('licence_class', ())))})\.?\s+", re.I)


@cache
def _licence() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('labels').get('licence', ()))})(?![a-z])\s*:?\s*")
