"""Runs → pieces → lines: what word processors do with a paragraph before they print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workers.parsing.read import glued, metrics
from workers.parsing.read.flow import AUTO, UNKNOWN, WHITE, Paragraph, Run, Tab

_PIECES = re.compile(r"\t|\n|[^\S\t\n]+|[^\s]+")
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00\x0b\x0c"))
_TINY = 2.0
_LIKE_GROUND = 12
_MAX_WORD = 2_000
# Blanks between a link and what it stood beside.
_APART = 8
MOST_TEXT = 40_000


class Piece(NamedTuple):
    """A word, a tab or a line break. `gap` is the blank before it."""

    text: str
    run: Run
    width: float
    gap: float


def pieces(paragraph: Paragraph, ground: int | None) -> list[Piece]:
    made: list[Piece] = []
    gap, joins = 0.0, False
    for run in paragraph.runs:
        below = next((each for each in (run.ground, paragraph.ground, ground) if each is not None), UNKNOWN)
        if run.colour == AUTO:
            run = run._replace(colour=WHITE if below != UNKNOWN and _is_dark(below) else 0)
        run = run._replace(hidden=run.hidden or _why_hidden(run, below))
        for text in _PIECES.findall(glued.parted(run.text.translate(_DROPPED))):
            if text in "\t\n":
                made.append(Piece(text, run, 0.0, 0.0))
                gap, joins = 0.0, False
            elif text.isspace():
                gap, joins = gap + metrics.space(run.size) * min(len(text), 40), False
            elif joins and _is_seam(made[-1], text, run):
                blanks = 1 if made[-1].run.uri == run.uri else _APART
                gap = blanks * metrics.space(run.size)
                made.append(Piece(text[:_MAX_WORD], run, metrics.width(text[:_MAX_WORD], run.size, run.bold), gap))
                gap = 0.0
            elif joins and made and made[-1].run.hidden == run.hidden and len(made[-1].text) < _MAX_WORD:
                made[-1] = _joined(made[-1], text, run)
            else:
                made.append(Piece(text[:_MAX_WORD], run, metrics.width(text[:_MAX_WORD], run.size, run.bold), gap))
                gap, joins = 0.0, True
    return made


def _is_seam(piece: Piece, text: str, run: Run) -> bool:
    looks_alike = (piece.run.bold, piece.run.size, piece.run.uri) == (run.bold, run.size, run.uri)
    return not looks_alike and glued.is_seam(piece.text, text)


def _joined(piece: Piece, text: str, run: Run) -> Piece:
    look = piece.run if len(piece.text) >= len(text) else run._replace(uri=piece.run.uri or run.uri)
    return Piece(piece.text + text, look, piece.width + metrics.width(text, run.size, run.bold), piece.gap)


def _is_dark(colour: int) -> bool:
    """Weights of the eye for red, green and blue (ITU-R BT.601)."""
    return 299 * (colour >> 16) + 587 * (colour >> 8 & 255) + 114 * (colour & 255) < 128_000 * 0.6


def _why_hidden(run: Run, ground: int) -> str:
    if run.size < _TINY:
        return "tiny"
    if ground != UNKNOWN and all(abs((run.colour >> shift & 255) - (ground >> shift & 255)) <= _LIKE_GROUND for shift in (0, 8, 16)):
        return "white" if ground == WHITE else "covered"
    return ""


class Placed(NamedTuple):
    piece: Piece
    x0: float
    x1: float


def segments(line: list[Piece]) -> list[list[Piece]]:
    """The line cut at its tabs."""
    made: list[list[Piece]] = [[]]
    for piece in line:
        if piece.text == "\t":
            made.append([])
        else:
            made[-1].append(piece)
    return made


def hard_lines(made: list[Piece]) -> Iterator[list[Piece]]:
    """The paragraph cut at its line breaks."""
    line: list[Piece] = []
    for piece in made:
        if piece.text == "\n":
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def place(segment: list[Piece], x: float) -> list[Placed]:
    """The words of a segment one after the other from `x`."""
    made: list[Placed] = []
    for piece in segment:
        x += piece.gap if made else 0.0
        made.append(Placed(piece, x, x + piece.width))
        x += piece.width
    return made


def length(segment: list[Piece]) -> float:
    return sum(piece.width for piece in segment) + sum(piece.gap for piece in segment[1:])


def fit(segment: list[Piece], room: float) -> int:
    """How many pieces go into `room` points: at least one."""
    used = 0.0
    for number, piece in enumerate(segment):
        used += piece.width + (piece.gap if number else 0.0)
        if used > room and number:
            return number
    return len(segment)


def next_stop(tabs: tuple[Tab, ...], x: float, default: float = 35.4) -> Tab:
    """The first stop that lies behind `x`, both measured from the left edge of the text."""
    for tab in tabs:
        if tab.position > x + 0.5:
            return tab
    return Tab((int(x / default + 0.05) + 1) * default)


def first_text(runs: Iterable[Run]) -> Iterator[Run]:
    """As many runs as hold MOST_TEXT characters."""
    left = MOST_TEXT
    for run in runs:
        if left <= 0:
            return
        yield run._replace(text=run.text[:left])
        left -= len(run.text)
