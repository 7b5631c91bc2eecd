"""A page written line by line: sections of words as a reader would give them, without a file."""

from __future__ import annotations

import datetime as dt

from workers.parsing.context import Context, context_of
from workers.parsing.looks import body_of
from workers.parsing.types import Box, Document, Line, Link, Page, Section, Word

TODAY = dt.date(2026, 11, 23)
LETTER, HEIGHT, LEFT = 5.0, 12.0, 50.0


def line(text: str, top: float = 0.0, bold: bool = False) -> Line:
    """Words five points a letter; two spaces and more are a gap of that many letters. A word in *stars* is bold."""
    words, place = [], 0
    for part in text.split(" "):
        if part:
            strong = bold or (part.startswith("*") and part.endswith("*") and len(part) > 2)
            shown = part.strip("*") if strong and not bold else part
            x0 = LEFT + place * LETTER
            words.append(Word(shown, 1, x0, top, x0 + len(shown) * LETTER, top + 10, bold=strong))
        place += len(part) + 1
    return Line(tuple(words), 1, Box(words[0].x0, top, words[-1].x1, top + 10))


def section(kind: str, *texts: str, title: str = "", top: float = 0.0) -> Section:
    return Section(kind, title, tuple(line(text, top + index * HEIGHT) for index, text in enumerate(texts)))


def context(*sections: Section, links: tuple[Link, ...] = ()) -> Context:
    lines = [one for part in sections for one in part.lines]
    document = Document((Page(1, 595, 842),), tuple(word for one in lines for word in one.words), links)
    return context_of(document, lines, body_of(lines), TODAY)
