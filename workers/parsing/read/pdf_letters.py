"""Pages whose fonts do not tell pdfium their letters, read again by pdfplumber: it looks into the embedded font and at glyph names.

pdfplumber costs ten times as much and knows neither opacity nor the order of drawing. So it is asked for such pages alone, gives
the text and its place, and every word keeps the ink that pdfium saw where it stands: what is hidden stays hidden.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from workers.parsing.language import familiar
from workers.parsing.read import pdfium
from workers.parsing.read.glyphs import clean
from workers.parsing.read.pdf_drawing import Frame
from workers.parsing.read.visible import Ink
from workers.parsing.types import Word

SECONDS = 3.0
FEW = 40
MOST_WORDS = 3_000
MOST_PAGES = 200
UNTOLD = re.compile(r"\(cid:\d+\)")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
# White narrower than this share of the size of its letters parts no words.
SPACE = 0.15
ROW = 10.0

Pairs = list[tuple[Word, Ink]]


class Letters:
    """Counts the words of a page in which pdfium had to guess a letter. Each letter of each font is asked for once."""

    def __init__(self, text: int) -> None:
        self.guessed = 0
        self._text = text
        self._seen: dict[int, set[str]] = defaultdict(set)
        self._bad: dict[int, set[str]] = defaultdict(set)

    def look(self, font: int, token: str, start: int) -> None:
        seen, bad = self._seen[font], self._bad[font]
        if fresh := set(token) - seen:
            seen |= fresh
            bad.update(
                char for place, char in enumerate(token) if char in fresh and pdfium.letter_is_guessed(self._text, start + place) > 0
            )
        self.guessed += len(token) > 1 and not bad.isdisjoint(token)


class Reading(NamedTuple):
    """A page's words, and how many of them hold a letter that nobody could tell."""

    words: Pairs
    untold: int

    @property
    def is_garbled(self) -> bool:
        """Most of it was guessed, and none of it is a word of any language: only a person, or recognition, can read the page."""
        return _letters(self) >= FEW and 2 * self.untold > len(self.words) and not _familiar(self)


class Again:
    """Reads pages of one file again, for SECONDS at most."""

    def __init__(self, data: bytes, count: int) -> None:
        self._data, self._is_short = data, count <= MOST_PAGES
        self._ends: float | None = None

    def better(self, seen: Reading, frame: Frame) -> Reading:
        """What pdfium made of a page, or pdfplumber where it can tell more of the letters."""
        self._ends = self._ends or time.monotonic() + SECONDS
        if not seen.words or not self._is_short or len(seen.words) > MOST_WORDS or time.monotonic() > self._ends:
            return seen
        found = _reading(self._data, seen.words, frame)
        return found if found and found.untold < seen.untold and _says_more(found, seen) else seen


def _says_more(found: Reading, seen: Reading) -> bool:
    """pdfplumber guesses too, where a glyph's name says nothing: then both read the same."""
    if _text(found) == _text(seen):
        return False
    return _letters(found) >= 0.8 * _letters(seen) and _familiar(found) >= _familiar(seen)


def _text(reading: Reading) -> str:
    return "".join(word.text for word, _ in reading.words)


def _letters(reading: Reading) -> int:
    return len(_text(reading))


def _familiar(reading: Reading) -> int:
    return familiar(word.text for word, _ in reading.words)


def _reading(data: bytes, seen: Pairs, frame: Frame) -> Reading | None:
    """None where pdfplumber breaks off: what pdfium made of the page stands."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # It quotes the file.
    number = seen[0][0].page
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
            page = pdf.pages[0]
            left, top = frame.left - page.mediabox[0], page.mediabox[3] - frame.top
            printed = page.extract_words(x_tolerance_ratio=SPACE, use_text_flow=True, extra_attrs=["size"])
            page.close()
            del page
    except Exception:
        return None
    untold = sum(bool(UNTOLD.search(one["text"]) or CONTROL.search(one["text"])) for one in printed)
    rows = _by_row(seen)
    words = [_word(one, rows, number, left if not frame.turns else 0.0, top if not frame.turns else 0.0) for one in printed]
    return Reading([pair for pair in words if pair[0].text], untold)


def _by_row(seen: Sequence[tuple[Word, Ink]]) -> dict[int, Pairs]:
    rows: dict[int, Pairs] = defaultdict(list)
    for pair in seen:
        for row in range(int(pair[0].top // ROW), int(pair[0].bottom // ROW) + 1):
            rows[row].append(pair)
    return rows


def _word(printed: dict[str, float], rows: dict[int, Pairs], number: int, left: float, top: float) -> tuple[Word, Ink]:
    text = clean(UNTOLD.sub("", str(printed["text"])))
    x0, x1, high, low = printed["x0"] - left, printed["x1"] - left, printed["top"] - top, printed["bottom"] - top
    x, y = (x0 + x1) / 2, (high + low) / 2
    under = [pair for pair in rows.get(int(y // ROW), ()) if pair[0].x0 <= x <= pair[0].x1 and pair[0].top <= y <= pair[0].bottom]
    if not under:
        return Word(text, number, x0, high, x1, low, round(printed["size"], 2)), Ink(0, 255, 0, 0)
    word, ink = under[0]
    return word._replace(text=text, x0=x0, x1=x1, top=high, bottom=low), ink
