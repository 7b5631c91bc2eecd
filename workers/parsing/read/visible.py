"""Which words a person sees on the page. The others are reported, and never read as content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workers.parsing.types import Box, Hidden, Rule, Word

TINY = 2.0
FAINT_ALPHA = 13
INVISIBLE_MODES = (3, 7)
NEAR_WHITE = 0xF5


class Ink(NamedTuple):
    """How a word is painted: colour 0xRRGGBB, alpha 0-255, PDF render mode, place in the order of drawing."""

    colour: int
    alpha: int
    mode: int
    order: int


def shown(
    words: Iterable[tuple[Word, Ink]],
    pictures: tuple[tuple[int, Box], ...],
    rules: tuple[tuple[int, Rule], ...],
    size: tuple[float, float],
) -> tuple[tuple[Word, ...], tuple[Hidden, ...]]:
    """Split into what is seen and what is hidden. A page that is one picture with invisible words is a scan that was
    recognised before: its words are the page's text."""
    pairs = list(words)
    is_scan = bool(pairs) and all(ink.mode in INVISIBLE_MODES for _, ink in pairs) and any(_covers_page(box, size) for _, box in pictures)
    seen, hidden = [], []
    for word, ink in pairs:
        reason = "" if is_scan else _reason(word, ink, pictures, rules, size)
        if reason:
            hidden.append(Hidden(word.text, reason, word.page, Box(word.x0, word.top, word.x1, word.bottom)))
        else:
            seen.append(word)
    return tuple(seen), tuple(hidden)


def _reason(
    word: Word, ink: Ink, pictures: tuple[tuple[int, Box], ...], rules: tuple[tuple[int, Rule], ...], size: tuple[float, float]
) -> str:
    if ink.mode in INVISIBLE_MODES or ink.alpha < FAINT_ALPHA:
        return "transparent"
    if 0 < word.size < TINY:
        return "tiny"
    if word.x1 < 0 or word.bottom < 0 or word.x0 > size[0] or word.top > size[1]:
        return "off_page"
    if any(order > ink.order > 0 and _holds(box, word) for order, box in pictures):
        return "covered"
    if is_white(word.colour) and not _stands_on_ink(word, pictures, rules):
        return "white"
    return ""


def is_white(colour: int) -> bool:
    return min(colour >> 16 & 255, colour >> 8 & 255, colour & 255) >= NEAR_WHITE


def _stands_on_ink(word: Word, pictures: tuple[tuple[int, Box], ...], rules: tuple[tuple[int, Rule], ...]) -> bool:
    return any(_holds(rule.box, word) and not is_white(rule.colour) for _, rule in rules) or any(_holds(box, word) for _, box in pictures)


def _holds(box: Box, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _covers_page(box: Box, size: tuple[float, float]) -> bool:
    return (box.x1 - box.x0) * (box.bottom - box.top) > 0.6 * size[0] * size[1]
