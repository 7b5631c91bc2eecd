"""Which words a person sees on the page. The others are reported, and never read as content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from workers.parsing.types import Box, Hidden, Rule, Word

TINY = 2.0
FAINT_ALPHA = 13
INVISIBLE_MODES = (3, 7)
NEAR_WHITE = 0xF5
SAME_COLOUR = 8


class Ink(NamedTuple):
    """How a word is painted: colour 0xRRGGBB, alpha 0-255, PDF render mode, place in the order of drawing, the box that clipping leaves,
    and whether its layer is switched off."""

    colour: int
    alpha: int
    mode: int
    order: int
    clip: Box | None = None
    is_off: bool = False


class Surroundings(NamedTuple):
    """What a page's words are seen on, with its place in the order of drawing. `grounds`: filled boxes that let nothing through."""

    pictures: tuple[tuple[int, Box], ...]
    rules: tuple[tuple[int, Rule], ...]
    shades: tuple[tuple[int, Box], ...] = ()
    grounds: tuple[tuple[int, Rule], ...] = ()


def shown(
    pairs: Sequence[tuple[Word, Ink]], around: Surroundings, size: tuple[float, float]
) -> tuple[tuple[Word, ...], tuple[Hidden, ...]]:
    """Split into what is seen and what is hidden. A page that is one picture with invisible words is a scan that was
    recognised before: its words are the page's text."""
    unseen = all(ink.mode in INVISIBLE_MODES for _, ink in pairs)
    if pairs and unseen and any(_covers_page(box, size) for _, box in around.pictures):
        return tuple(word for word, _ in pairs), ()
    covered = _covered(pairs, around)
    seen, hidden = [], []
    for number, (word, ink) in enumerate(pairs):
        if reason := _reason(word, ink, around, size, number in covered):
            hidden.append(Hidden(word.text, reason, word.page, Box(word.x0, word.top, word.x1, word.bottom)))
        else:
            seen.append(word)
    return tuple(seen), tuple(hidden)


def _reason(word: Word, ink: Ink, around: Surroundings, size: tuple[float, float], is_covered: bool) -> str:
    if ink.mode in INVISIBLE_MODES or ink.alpha < FAINT_ALPHA:
        return "transparent"
    if ink.is_off:
        return "hidden"
    if ink.clip and not _holds(ink.clip, word):
        return "clipped"
    if 0 < word.size < TINY:
        return "tiny"
    if word.x1 < 0 or word.bottom < 0 or word.x0 > size[0] or word.top > size[1]:
        return "off_page"
    if is_covered:
        return "covered"
    if is_white(word.colour) and not _stands_on_ink(word, around):
        return "white"
    return ""


def _covered(pairs: Sequence[tuple[Word, Ink]], around: Surroundings) -> set[int]:
    """Numbers of the words under a picture or box drawn later, or in the colour of the box they stand on."""
    covers: list[tuple[int, Box, int | None]] = [(order, box, None) for order, box in around.pictures]
    covers += [(order, rule.box, rule.colour) for order, rule in around.grounds]
    by_height = sorted((word.top + word.bottom, number) for number, (word, _) in enumerate(pairs)) if covers else []
    found: set[int] = set()
    for order, box, colour in covers:
        for _, number in by_height[bisect_left(by_height, (2 * box.top, 0)) : bisect_left(by_height, (2 * box.bottom, len(pairs)))]:
            word, ink = pairs[number]
            if ink.order and _holds(box, word) and (order > ink.order or _drowns(order, colour, word, ink, around)):
                found.add(number)
    return found


def _drowns(order: int, colour: int | None, word: Word, ink: Ink, around: Surroundings) -> bool:
    """The word has the colour of the box under it, and nothing lies between the two."""
    if colour is None or is_white(colour) or not alike(colour, ink.colour):
        return False
    boxes = [*around.pictures, *around.shades, *((place, rule.box) for place, rule in around.rules if not alike(rule.colour, colour))]
    return not any(order < place < ink.order and _holds(box, word) for place, box in boxes)


def is_white(colour: int) -> bool:
    return min(colour >> 16 & 255, colour >> 8 & 255, colour & 255) >= NEAR_WHITE


def alike(one: int, other: int) -> bool:
    """The eye does not part the two colours."""
    return all(abs((one >> shift & 255) - (other >> shift & 255)) <= SAME_COLOUR for shift in (16, 8, 0))


def _stands_on_ink(word: Word, around: Surroundings) -> bool:
    """On a coloured shape, a picture or a shade."""
    if any(_holds(rule.box, word) and not is_white(rule.colour) for _, rule in around.rules):
        return True
    return any(_holds(box, word) for _, box in (*around.pictures, *around.shades))


def _holds(box: Box, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _covers_page(box: Box, size: tuple[float, float]) -> bool:
    return (box.x1 - box.x0) * (box.bottom - box.top) > 0.6 * size[0] * size[1]
