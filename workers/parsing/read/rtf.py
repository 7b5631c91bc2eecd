"""RTF → Document: control words to paragraphs and tables (Rich Text Format 1.9).

Groups inherit and restore; what a reader does not know it may skip where the file says so (`\\*`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workers.errors import ErrorCode, InvalidFile
from workers.parsing.read import galley
from workers.parsing.read.flow import Break
from workers.parsing.read.rtf_page import LOOKS, Composer, Look
from workers.parsing.read.rtf_words import ASIDE, CHARACTERS, CHARSETS, KNOWN_OPTIONAL, SKIPPED, SYMBOLS
from workers.parsing.types import Document

_TOKEN = re.compile(r"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\\S+\s+)*"?([^"\s]{1,2000})')
_HEADING = re.compile(r"(?:heading|titre|überschrift) \d", re.I)
_DEEPEST = 400
_MOST_TOKENS = 500_000
_MOST_PARAGRAPHS = 6_000
# In a group that holds no text the letters between control words are one token, whatever their lines.
_UNREAD = re.compile(_TOKEN.pattern.replace(r"\r\n]+)", r"]+)"))


@dataclass
class Group:
    """What a brace keeps and gives back."""

    look: Look
    place: str = "body"
    font: int = 0
    skip: int = 1
    is_start: bool = True


def read(data: bytes) -> Document:
    """Raises InvalidFile FILE_TOO_COMPLEX where groups nest beyond reason."""
    return Reader(data.decode("latin-1")).document()


class Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._group = Group(Look())
        self._stack: list[Group] = []
        self._codepage = "cp1252"
        self._encodings: dict[int, str] = {}
        self._bytes = bytearray()
        self._left_to_skip = 0
        self._is_optional = False
        self._instruction = ""
        self._composers = {place: Composer() for place in ("header", "body", "footer")}
        self._boxes: list[Composer] = []
        self._shape: dict[str, int] = {}
        self._colour: dict[str, int] = {}
        self._style = 0
        self._headings: set[int] = set()

    @property
    def _composer(self) -> Composer:
        if self._boxes and self._group.place == "box":
            return self._boxes[-1]
        return self._composers.get(self._group.place, self._composers["body"])

    def document(self) -> Document:
        is_cut = self._walk()
        self._flush()
        blocks = [block for composer in self._composers.values() for block in composer.finished()]
        return galley.lay(blocks, self._composers["body"].sheet(), is_cut=is_cut)

    def _walk(self) -> bool:
        """Every token in turn; True where there were too many."""
        place, seen = 0, 0
        while found := (_TOKEN if self._group.place != "skip" else _UNREAD).match(self._text, place):
            place, seen = found.end(), seen + 1
            word, number, code, symbol, brace, plain = found.groups()
            if seen > _MOST_TOKENS or self._composers["body"].count > _MOST_PARAGRAPHS:
                return True
            if code:
                self._byte(int(code, 16))
                continue
            self._flush()
            if brace:
                self._brace(brace)
            elif word == "bin":
                place += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif symbol:
                self._symbol(symbol)
            elif plain:
                self._plain(plain)
        return False

    # -- characters

    def _byte(self, value: int) -> None:
        if self._left_to_skip:
            self._left_to_skip -= 1
        else:
            self._bytes.append(value)

    def _flush(self) -> None:
        """Bytes wait for their fellows: some alphabets take two for a letter."""
        if self._bytes:
            encoding = self._encodings.get(self._group.font, self._codepage)
            made, self._bytes = bytes(self._bytes), bytearray()
            self._say(made.decode(encoding, "replace"))

    def _plain(self, text: str) -> None:
        skipped = min(self._left_to_skip, len(text))
        self._left_to_skip -= skipped
        text = text[skipped:]
        if not text.isascii():
            text = text.encode("latin-1").decode(self._encodings.get(self._group.font, self._codepage), "replace")
        if text:
            self._say(text)

    def _say(self, text: str) -> None:
        place = self._group.place
        if place == "fldinst":
            self._instruction += text
        elif place == "colortbl":
            self._next_colour(text)
        elif place == "listtext":
            self._composer.bullet += text
        elif place == "stylesheet":
            self._headings |= {self._style} if _HEADING.match(text) else set()
        elif place not in ("skip", "fonttbl"):
            self._composer.say(text, self._group.look)

    def _next_colour(self, text: str) -> None:
        for _ in range(text.count(";")):
            red, green, blue = (min(self._colour.get(name, 0), 255) for name in ("red", "green", "blue"))
            Composer.add_colour(self._composers.values(), red << 16 | green << 8 | blue)
            self._colour = {}

    def _symbol(self, symbol: str) -> None:
        self._group.is_start = False
        if symbol == "*":
            self._is_optional = True
        elif symbol in "\r\n":
            self._composer.end_paragraph()
        elif symbol in SYMBOLS:
            self._say(SYMBOLS[symbol])

    # -- groups

    def _brace(self, brace: str) -> None:
        self._left_to_skip, self._is_optional = 0, False
        if brace == "{":
            if len(self._stack) > _DEEPEST:
                raise InvalidFile("The file is nested beyond what a CV needs. Export it as PDF and send that.", ErrorCode.FILE_TOO_COMPLEX)
            self._stack.append(self._group)
            self._group = replace(self._group, is_start=True)
        elif self._stack:
            ended, self._group = self._group, self._stack.pop()
            if ended.place == "box" and self._group.place != "box":
                self._end_box()

    def _end_box(self) -> None:
        box = self._boxes.pop()
        self._composer.add_frame(box, self._shape)
        self._shape = {}

    # -- control words

    def _word(self, word: str, number: int | None) -> None:
        is_optional, self._is_optional = self._is_optional, False
        self._left_to_skip = 0
        if self._group.place == "skip":
            return
        if word in SKIPPED or (is_optional and word not in KNOWN_OPTIONAL):
            self._group.place = "skip"
        elif word == "u":
            self._unicode(number)
        elif word in CHARACTERS:
            self._say(CHARACTERS[word])
        elif word in ("fonttbl", "colortbl", "fldinst", "stylesheet"):
            self._group.place = word
        elif self._group.place == "stylesheet":
            self._style = (number or 0) if word == "s" else self._style
        elif self._group.place == "fonttbl":
            self._font(word, number)
        elif self._group.place == "colortbl":
            self._colour[word] = number or 0
        elif not self._place(word) and self._group.place != "fldinst":
            self._set(word, number)

    def _unicode(self, number: int | None) -> None:
        self._left_to_skip = self._group.skip
        if number is not None:
            self._say(chr(number % 0x10000))

    def _font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._group.font = number or 0
        elif word == "fcharset" and number in CHARSETS and number:
            self._encodings[self._group.font] = CHARSETS[number]

    def _place(self, word: str) -> bool:
        """Words that send the text of their group somewhere else."""
        if word in ASIDE:
            self._group.place = ASIDE[word]
        elif word in ("listtext", "pntext"):
            self._composer.bullet, self._group.place = "", "listtext"
        elif word == "shptxt":
            self._boxes.append(Composer(self._composers["body"].colours))
            self._group.place = "box"
        elif word == "field":
            self._instruction = ""
        elif word == "fldrslt":
            address = _ADDRESS.search(self._instruction)
            self._group.look = self._group.look._replace(uri=address[1] if address else "")
        else:
            return False
        return True

    def _set(self, word: str, number: int | None) -> None:
        group = self._group
        if word == "ansicpg":
            self._codepage = _codepage(number)
        elif word == "mac":
            self._codepage = "mac_roman"
        elif word == "uc":
            group.skip = max(0, min(number or 0, 10))
        elif word == "f":
            group.font = number or 0
        elif word.startswith("shp") and number is not None:
            self._shape[word] = number
        elif word in ("shpbxpage", "shpbypage"):
            self._shape[word] = 1
        elif word == "s" and number in self._headings:
            self._composer.control("outlinelevel", 0)
        elif word in ("page", "column"):
            self._composer.add(Break(word))
        elif word in LOOKS:
            group.look = LOOKS[word](group.look, number, self._composer)
        else:
            self._composer.control(word, number)


def _codepage(number: int | None) -> str:
    try:
        "".encode(f"cp{number}")
    except LookupError:
        return "utf-8" if number == 65001 else "cp1252"
    return f"cp{number}"
