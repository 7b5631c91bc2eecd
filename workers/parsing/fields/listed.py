"""A part that lists things (certificates, projects, prizes, posts of honour) → one `Listed` a thing.

Where lines hold dates, entries are those of `entries`; short lines without dates are one thing each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workers.cv import PartialDate
from workers.parsing.context import Context
from workers.parsing.dates import read_dates
from workers.parsing.entries import entries
from workers.parsing.spans import pieces, words_at
from workers.parsing.types import Line, Section, Word

_BULLET = re.compile(r"^[\s•‣▪▫●○◦◆◇■□–—*»›>➢➤✓✔·∙⚫⬤→♦\ue000-\uf8ff-]+\s*")
_PARTING = re.compile(r"\s+[–—|·•-]\s+|\s*[|•·]\s*|\s{3,}|\s+\(|\)\s*|\x00+")
_SHORT_FORM = re.compile(r"\(([A-Z0-9]{2,6})\)")
# `Prix de l'innovation 2021`: one space before the year, nothing behind it.
_YEAR_OF_TITLE = re.compile(r"[^\W\d_][)»\"]? (?:19|20)\d\d\s*$")
_EDGE = " \t,;:.–—-()|·•"


# With a date on nearly every line, every line is a thing of its own.
_EACH_LINE = 0.7


class Piece(NamedTuple):
    text: str
    words: tuple[Word, ...]


class Listed(NamedTuple):
    """`pieces`: the head between separators, dates left out; `body`: the lines under it."""

    pieces: tuple[Piece, ...]
    body: tuple[Line, ...]
    date: PartialDate | None
    date_words: tuple[Word, ...]


def listed(section: Section, context: Context, year_stays: bool = False) -> Iterator[Listed]:
    """`year_stays`: a year that ends a title is part of it, as in the names of prizes."""
    dated = [line for line in section.lines if _is_dated(line, year_stays)]
    if dated and len(dated) < _EACH_LINE * len(section.lines):
        for entry in entries(section.lines, context.body):
            date = (entry.dates.end or entry.dates.start) if entry.dates else None
            if head := tuple(piece for line in entry.head for piece in split(line, year_stays)):
                yield Listed(head, entry.body, date, entry.date_words)
    else:
        for line in _whole_lines(section.lines):
            if head := tuple(split(line, year_stays)):
                date = _date_of(line)
                yield Listed(head, (), date, line.words if date else ())


def _is_dated(line: Line, year_stays: bool) -> bool:
    if not year_stays:
        return any(read_dates(line.text))
    return any(any(read_dates(cell.text)) and not _YEAR_OF_TITLE.search(cell.text) for cell in pieces(line))


def _date_of(line: Line) -> PartialDate | None:
    """The date of a line; "valid until" is none of when it was got."""
    ranges, dates = read_dates(line.text)
    return dates[0].date if dates else next((one.end or one.start for one in ranges if one.start), None)


def split(line: Line, year_stays: bool = False) -> Iterator[Piece]:
    """The parts of a head line between separators and wide gaps, dates and bullets left out."""
    for cell in pieces(line):
        ranges, dates = read_dates(cell.text)
        taken = sorted([(one.begin, one.finish) for one in ranges] + [(one.begin, one.finish) for one in dates])
        text = cell.text
        if year_stays and _YEAR_OF_TITLE.search(text):
            taken = [span for span in taken if span[1] < len(text.rstrip())]
        for begin, finish in reversed(taken):
            text = text[:begin] + "\x00" * (finish - begin) + text[finish:]
        text = _SHORT_FORM.sub("\x01\\1\x02", text)
        lead = _BULLET.match(text)
        place = lead.end() if lead else 0
        for match in (*_PARTING.finditer(text, place), None):
            part = text[place : match.start() if match else len(text)]
            begin = place + len(part) - len(part.lstrip(_EDGE))
            clean = part.strip(_EDGE)
            if any(char.isalnum() for char in clean):
                yield Piece(_closed(clean), words_at(cell, begin, begin + len(clean)))
            place = match.end() if match else place


def _closed(text: str) -> str:
    text = text.replace("\x01", "(").replace("\x02", ")")
    return text + ")" if text.count("(") > text.count(")") else text


def _whole_lines(lines: Sequence[Line]) -> list[Line]:
    """A line that begins small, or follows one that ends with a comma, goes on with the line above it."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and line.block == above.block and (line.text[:1].islower() or above.text.rstrip().endswith((",", "-"))):
            found[-1] = above._replace(words=(*above.words, *line.words))
        else:
            found.append(line)
    return found
