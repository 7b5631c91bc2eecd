"""Words in one row without a wide gap, and the regions of a page that they fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workers.parsing.types import Word

BULLET = re.compile(r"[•‣▪▫●○◦◆◇■□►▶▻◼◾–—\-*»›>➢➤✓✔·∙⚫⬤→o§♦.+❖✦✧▸▹⁃❑❒➔❯]{1,2}\Z")


SAME_ROW = 0.55
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{2}\b")


class Run(NamedTuple):
    """Words in one row without a wide gap. `cells`: where drawn rules made it, its parts."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    cells: tuple[tuple[Word, ...], ...] = ()

    @classmethod
    def of(cls, words: Sequence[Word]) -> Run:
        return cls(
            tuple(words),
            words[0].x0,
            min([word.top for word in words]),
            words[-1].x1,
            max([word.bottom for word in words]),
            " ".join([word.text for word in words]),
        )

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Row = list[Run]


class Region(NamedTuple):
    """A column, or the full width between two of them."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    runs: tuple[Run, ...]
    is_below: bool = False


def beside(one: Run, other: Run) -> bool:
    """Two runs stand in one row."""
    _, _, top, _, bottom, _, _ = one
    _, _, other_top, _, other_bottom, _, _ = other
    shared = (bottom if bottom < other_bottom else other_bottom) - (top if top > other_top else other_top)
    return shared >= 0.5 * min(bottom - top, other_bottom - other_top)


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by height, each row from left to right, rows from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        for row in rows[-1:-4:-1]:
            if _same_height(row[0], word):
                row.append(word)
                break
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def _same_height(one: Word, other: Word) -> bool:
    top, bottom, other_top, other_bottom = one.top, one.bottom, other.top, other.bottom
    shared = (bottom if bottom < other_bottom else other_bottom) - (top if top > other_top else other_top)
    return shared >= SAME_ROW * min(bottom - top, other_bottom - other_top)


def closed_up(label: Sequence[Run]) -> Run:
    """Runs below one another as one; a word broken at the edge is closed."""
    words = list(label[0].words)
    for run in label[1:]:
        first, *rest = run.words
        is_broken = words[-1].text.endswith("-") and len(words[-1].text) > 1 and "/" not in words[-1].text
        if is_broken and first.text[:1].islower():
            words[-1] = words[-1]._replace(text=words[-1].text[:-1] + first.text, x1=max(words[-1].x1, first.x1), bottom=first.bottom)
        else:
            words.append(first)
        words += rest
    return Run.of(words)
