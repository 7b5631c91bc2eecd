"""What a PDF's glyphs mean as text: ligatures, icons of private-use fonts, soft hyphens, accents set beside their letter."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
INVISIBLE = dict.fromkeys((*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD, 0xFFFD, 0xFFFF, *range(0x202A, 0x202F), *range(0xFE00, 0xFE10)))
CONTROL = dict.fromkeys((*range(0, 9), *range(14, 32), 127, *range(0x80, 0xA0)))
HYPHEN_AT_LINE_END = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
TABLE: dict[int, str | None] = {**INVISIBLE, **CONTROL, **LIGATURES, **HYPHEN_AT_LINE_END}

# Old TeX fonts print the accent as a glyph of its own, before the letter.
ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "¸": "\u0327", "˜": "\u0303"}
SPLIT_ACCENT = re.compile(r"([´`ˆ¨˜])([aeiouyncAEIOUYNC])|(¸)([cC])")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def clean(text: str) -> str:
    """The text of one word as a person reads it; empty when it was only an icon."""
    if text.isascii() and text.isprintable():
        return text
    text = PRIVATE.sub("", text.translate(TABLE))
    if SPLIT_ACCENT.search(text):
        text = SPLIT_ACCENT.sub(_join_accent, text)
    return unicodedata.normalize("NFC", text)


def is_private(text: str) -> bool:
    """Only glyphs of a private-use area: an icon, or the words of a font that does not tell its letters."""
    return bool(text) and not PRIVATE.sub("", text)


def _join_accent(found: re.Match[str]) -> str:
    accent, letter = found[1] or found[3], found[2] or found[4]
    return letter + ACCENTS[accent]
