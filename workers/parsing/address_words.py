"""The person's lines → tokens of addresses: words without their punctuation, and what parts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workers.parsing.types import Line, Word

_OPEN, _CLOSE = "([{«\"'•·|-–—:,;", ")]}»\"',;:.|•·"
_PARTED = re.compile(r"[,;|•·()\]:]$|^[|•·–—-]$")
_SKIPPED = re.compile(r"@|https?:|www\.|^(?!\d{4}-\d{3}$)\+?\d[\d().-]{6,}$|\.(?:com|fr|org|net)\b", re.I)
_FRENCH = re.compile(r"(?:F-?|D-?|E-|I-)?(\d{5})")
_BRITISH = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
_BRITISH_END = re.compile(r"\d[A-Z]{2}")
_PORTUGUESE, _DUTCH_END = re.compile(r"\d{4}-\d{3}"), re.compile(r"[A-Z]{2}")
_CANADIAN, _CANADIAN_END = re.compile(r"[A-Z]\d[A-Z]"), re.compile(r"\d[A-Z]\d")
_SHORT = re.compile(r"(?:B-|CH-|L-|A-)?(\d{4})")
_GLUED = re.compile(r"([A-ZÀ-Þ][\w'’-]*[a-zß-ÿ])([A-Z]{2})")
_MARKED = re.compile(r"(?:B|CH|L|A)-\d{4}")


class Token(NamedTuple):
    """`parted`: a sign or a wide gap stands after it, so that nothing reads on across; `broken`: the line ends here."""

    text: str
    word: Word
    line: int
    parted: bool
    broken: bool


def tokens(lines: Iterable[Line]) -> list[Token]:
    found: list[Token] = []
    for number, line in enumerate(_unglued(lines)):
        for index, word in enumerate(line.words):
            following = line.words[index + 1] if index + 1 < len(line.words) else None
            wide = following is not None and following.x0 - word.x1 > 1.6 * word.size
            text = word.text.strip(_OPEN + _CLOSE + "\u200b") if not _SKIPPED.search(word.text) else ""
            if text and not any(0xE000 <= ord(char) <= 0xF8FF for char in text):
                keeps_hyphen = following is None and word.text.endswith("-")
                found.append(Token(text + "-" * keeps_hyphen, word, number, bool(_PARTED.search(word.text)) or wide, following is None))
            elif found:
                found[-1] = found[-1]._replace(parted=True)
    return found


def _unglued(lines: Iterable[Line]) -> Iterator[Line]:
    """`MarmandeFR`: web pages print a town and the code of its country without a space between them."""
    for line in lines:
        if any(_GLUED.fullmatch(word.text) for word in line.words):
            parts = (
                (word._replace(text=glued[1] + ","), word._replace(text=glued[2])) if (glued := _GLUED.fullmatch(word.text)) else (word,)
                for word in line.words
            )
            yield line._replace(words=tuple(word for part in parts for word in part))
        else:
            yield line


def joined(parts: Iterable[Token]) -> str:
    """Words as one text; a word broken after a hyphen is closed again."""
    text = ""
    for part in parts:
        text = text + part.text if text.endswith("-") or not text else f"{text} {part.text}"
    return text


def code_at(parts: list[Token], place: int, country: str | None) -> tuple[str, int] | None:
    """A postal code that begins at token `place`, and how many tokens it takes."""
    text = parts[place].text
    if match := _FRENCH.fullmatch(text):
        return None if _goes_on_in_digits(parts, place) else (match[1], 1)
    if _CANADIAN.fullmatch(text) and place + 1 < len(parts) and _CANADIAN_END.fullmatch(parts[place + 1].text):
        return f"{text} {parts[place + 1].text}", 2
    if text.isupper() and _BRITISH.fullmatch(text):
        if len(text) >= 5 and _BRITISH_END.search(text[-3:]):
            return text, 1
        after = parts[place + 1].text if place + 1 < len(parts) else ""
        return (f"{text} {after}", 2) if _BRITISH_END.fullmatch(after) else None
    if _PORTUGUESE.fullmatch(text):
        return text, 1
    following = parts[place + 1].text if place + 1 < len(parts) and not parts[place].parted else ""
    if country == "NL" and _SHORT.fullmatch(text) and _DUTCH_END.fullmatch(following):
        return f"{text} {following}", 2
    if (_SHORT.fullmatch(text) and country in ("BE", "CH", "LU", "AT", "NL", "DK", "NO", "TN")) or _MARKED.fullmatch(text):
        return _SHORT.sub(r"\1", text), 1
    return None


def _goes_on_in_digits(parts: list[Token], place: int) -> bool:
    # Five digits before a further group of digits are the beginning of a phone number (07700 900142).
    one, following = parts[place], parts[place + 1] if place + 1 < len(parts) else None
    return following is not None and not one.parted and not one.broken and following.text.isdigit()


def country_of_code(code: str) -> str | None:
    """Canada, Britain, Portugal and the Netherlands write their codes like nobody else."""
    if _PORTUGUESE.fullmatch(code):
        return "PT"
    if re.fullmatch(r"\d{4} [A-Z]{2}", code):
        return "NL"
    if re.fullmatch(r"[A-Z]\d[A-Z] \d[A-Z]\d", code):
        return "CA"
    return "GB" if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", code) else None
