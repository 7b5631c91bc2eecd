"""Folding: how a printed word is compared with a word of the data files.

Two forms. `flat` keeps every character at its place, so that a match in the flat text is a match in the printed one.
`fold` is the key of a dictionary: no accents, no case, no punctuation, single spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


def _plain_letter(char: str) -> str:
    kept = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)).lower()
    return kept if len(kept) == 1 else char.lower() if len(char.lower()) == 1 else char


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣-⁃"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‛ʼ`´′＇"), "'")
_SPACES = dict.fromkeys([*map(ord, "\t\n\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"), *range(0x2000, 0x200B)], " ")
_LETTERS = {code: _plain_letter(chr(code)) for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]}
_FLAT = {**_LETTERS, **_DASHES, **_QUOTES, **_SPACES}
_ASCII = {code: chr(code).lower() if chr(code).isalnum() or chr(code) in "+#" else " " for code in range(128)}
_TOKEN = re.compile(r"[0-9a-z\u0250-\uffff+#œæß]+")
_CUT = re.compile(f"({_TOKEN.pattern})")
_JOINED = "œæß"
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SHORT = 40


def flat(text: str) -> str:
    """Same length, lower case, no accents, one kind of dash, quote and space."""
    if text.isascii():
        return text.translate(_FLAT) if "\n" in text or "\t" in text or "`" in text else text.lower()
    return text.translate(_FLAT) if len(text) < _SHORT else _flat_by_letter(text)


def _flat_by_letter(text: str) -> str:
    """A page has a handful of different accents, and replacing one everywhere is quicker than asking for every letter."""
    foreign = set(_FOREIGN.findall(text))
    known = {char: plain for char in foreign if (plain := _FLAT.get(ord(char)))}
    if any(char != char.lower() for char in foreign.difference(known)):
        return text.translate(_FLAT)
    for char, plain in known.items():
        text = text.replace(char, plain)
    return text.lower().replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("`", "'")


class Tokens:
    """The words of a `text`, folded; `places` says where each was printed."""

    def __init__(self, text: str) -> None:
        self.text, self.flat = text, flat(text)
        self._cut = _CUT.split(self.flat)
        self._places: tuple[list[int], list[int]] | None = None
        words = self._cut[1::2]
        self.words = words if self.flat.isascii() or not any(char in self.flat for char in _JOINED) else list(map(_apart, words))

    def places(self) -> tuple[list[int], list[int]]:
        """Where the words begin and where they end."""
        if self._places is None:
            # Gaps and words by turns: where each ends, the next begins.
            ends = list(accumulate(map(len, self._cut)))
            self._places = ends[:-1:2], ends[1::2]
        return self._places


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, for whoever need not know where they stand."""
    plain = flat(text)
    words = _TOKEN.findall(plain)
    return list(map(_apart, words)) if any(char in plain for char in _JOINED) else words


@lru_cache(maxsize=4)
def tokens(text: str) -> Tokens:
    """Kept for the last few texts: each table of phrases looks for its own in the same one."""
    return Tokens(text)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The dictionary key: letters, digits, `+` and `#`, single spaces. `É. N° 2` becomes `e n 2`. The steps of one document ask for the
    same words again and again."""
    if text.isascii():
        return text.lower() if text.isalnum() else " ".join(text.translate(_ASCII).split())
    return _words(flat(text))


def _words(flat_text: str) -> str:
    words = " ".join(_TOKEN.findall(flat_text))
    return words if words.isascii() else _apart(words)


def _apart(words: str) -> str:
    return words.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")


def squeeze(text: str) -> str:
    """`fold` without spaces and without digits in front: headings are compared so, letter-spaced and numbered ones too."""
    return fold(text).replace(" ", "").lstrip("0123456789")


class Memo(dict[str, T]):
    """Word → what `work` makes of it, worked out when first asked for, and all forgotten where they are too many. Every word of every
    text is asked for: a cache that keeps the order of its questions takes twice the time."""

    def __init__(self, work: Callable[[str], T], most: int = 65536) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._work(word)
        return value
