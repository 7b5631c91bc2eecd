"""What a PDF's glyphs mean as text: ligatures, icons of private-use fonts, soft hyphens, accents set beside their letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from workers.parsing.types import Word

Kept = TypeVar("Kept")

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
INVISIBLE = dict.fromkeys((*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD, 0xFFFD, 0xFFFF, *range(0x202A, 0x202F), *range(0xFE00, 0xFE10)))
CONTROL = dict.fromkeys((*range(0, 9), *range(14, 32), 127, *range(0x80, 0xA0)))
HYPHEN_AT_LINE_END = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
# Bullets of the symbol fonts that word processors use.
BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖"}
TABLE: dict[int, str | None] = {**INVISIBLE, **CONTROL, **LIGATURES, **HYPHEN_AT_LINE_END, **BULLETS}

# Old TeX fonts print the accent as a glyph of its own, before the letter.
ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "¸": "\u0327", "˜": "\u0303"}
SPLIT_ACCENT = re.compile(r"([´`ˆ¨˜])([aeiouyncAEIOUYNCıȷ])|(¸)([cC])")
DOTLESS = {"ı": "i", "ȷ": "j"}
ACCENTED = frozenset("aeiouyncAEIOUYNC")
HALVES = re.compile("[\ud800-\udfff]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def clean(text: str) -> str:
    """The text of one word as a person reads it; empty when it was only an icon."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    if HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = PRIVATE.sub("", text.translate(TABLE))
    if SPLIT_ACCENT.search(text):
        text = SPLIT_ACCENT.sub(_join_accent, text)
    return unicodedata.normalize("NFC", text)


def is_private(text: str) -> bool:
    """Only glyphs of a private-use area: an icon, or the words of a font that does not tell its letters."""
    return bool(text) and not PRIVATE.sub("", text)


def _join_accent(found: re.Match[str]) -> str:
    accent, letter = found[1] or found[3], found[2] or found[4]
    return DOTLESS.get(letter, letter) + ACCENTS[accent]


def seated(words: Iterable[tuple[Word, Kept]]) -> list[tuple[Word, Kept]]:
    """Accents over capitals stand so high that they come as words of their own: each goes back to the letter under it."""
    found = list(words)
    marks = [word for word, _ in found if word.text in ACCENTS]
    if not marks:
        return found
    found = [pair for pair in found if pair[0].text not in ACCENTS]
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        under = (place for place, (word, _) in enumerate(found) if _is_under(mark, middle, word))
        if (place := next(under, None)) is not None:
            word, kept = found[place]
            found[place] = word._replace(text=_with_accent(word, middle, ACCENTS[mark.text])), kept
    return found


def _is_under(mark: Word, middle: float, word: Word) -> bool:
    return word.page == mark.page and word.x0 - 1 <= middle <= word.x1 + 1 and word.top < mark.bottom and mark.top < word.bottom


def _with_accent(word: Word, middle: float, accent: str) -> str:
    """The letter that can bear an accent nearest to where it stands, all letters taken as equally wide."""
    at = (middle - word.x0) / max(word.x1 - word.x0, 1.0) * len(word.text) - 0.5
    letters = [place for place, letter in enumerate(word.text) if letter in ACCENTED]
    place = min(letters, key=lambda one: abs(one - at), default=None)
    if place is None or abs(place - at) > 1.5:
        return word.text
    return unicodedata.normalize("NFC", word.text[: place + 1] + accent + word.text[place + 1 :])
