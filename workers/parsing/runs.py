"""Words in one row without a wide gap, and the regions of a page that they fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workers.parsing.types import Word

BULLET = re.compile(r"[•‣▪▫●○◦◆◇■□–—\-*»›>➢➤✓✔·∙⚫⬤→o§♦.+❖✦✧▸▹⁃❑❒➔❯]{1,2}\Z")


YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{2}\b")


class Run(NamedTuple):
    """Words in one row without a wide gap."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    text: str

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
    _, _, top, _, bottom, _ = one
    _, _, other_top, _, other_bottom, _ = other
    shared = (bottom if bottom < other_bottom else other_bottom) - (top if top > other_top else other_top)
    return shared >= 0.5 * min(bottom - top, other_bottom - other_top)
