"""Folding: how a printed word is compared with a word of the data files.

Two forms. `flat` keeps every character at its place, so that a match in the flat text is a match in the printed one.
`fold` is the key of a dictionary: no accents, no case, no punctuation, single spaces.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _plain_letter(char: str) -> str:
    kept = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)).lower()
    return kept if len(kept) == 1 else char.lower() if len(char.lower()) == 1 else char


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣-⁃"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‛ʼ`´′＇"), "'")
_SPACES = dict.fromkeys([*map(ord, "\t\n\r\u00a0\u202f\u2007\u3000"), *range(0x2000, 0x200B)], " ")
_LETTERS = {code: _plain_letter(chr(code)) for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]}
_FLAT = {**_LETTERS, **_DASHES, **_QUOTES, **_SPACES}
_LONG = {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae", ord("ß"): "ss"}
_KEY = {**_FLAT, **_LONG}
_ASCII = {code: chr(code).lower() if chr(code).isalnum() or chr(code) in "+#" else " " for code in range(128)}
_NOT_WORD = re.compile(r"[^0-9a-z\u0250-\uffff+#]+")


def flat(text: str) -> str:
    """Same length, lower case, no accents, one kind of dash, quote and space."""
    return text.lower() if text.isascii() and not ("\n" in text or "\t" in text or "`" in text) else text.translate(_FLAT)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The dictionary key: letters, digits, `+` and `#`, single spaces. `É. N° 2` becomes `e n 2`. The steps of one document ask for the
    same words again and again."""
    if text.isascii():
        return text.lower() if text.isalnum() else " ".join(text.translate(_ASCII).split())
    return _NOT_WORD.sub(" ", text.translate(_KEY)).strip()


def squeeze(text: str) -> str:
    """`fold` without spaces and without digits in front: headings are compared so, letter-spaced and numbered ones too."""
    return fold(text).replace(" ", "").lstrip("0123456789")
