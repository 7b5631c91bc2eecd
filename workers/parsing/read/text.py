"""Plain text → Document. The layout is kept: a column of the text is a column of the page."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from workers.parsing.read import galley, paragraph
from workers.parsing.read.mended import mended
from workers.parsing.types import Box, Document, Page, Rule, Word

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ONLY_RULE = re.compile(r"\s*([-=_*~#—–━─═.])(?:\s?\1){3,}\s*")
_WORD = re.compile(r"\S{1,1000}")
_GAP = re.compile(r"\S(?: {2,}|\t)\S")
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_MOST_TEXT = 1_000_000
_COLUMNS, _MOST_COLUMNS = 100, 220
_LEFT, _TOP, _WIDTH, _HEIGHT, _LEADING, _SIZE = 40.0, 40.0, 595.0, 842.0, 13.0, 10.0
_LINES = int((_HEIGHT - 2 * _TOP) // _LEADING)
# A character of typewriter text is as wide as its blank: words are drawn a little wider, so that one blank is no gap.
_WIDER = 0.45


def decode(data: bytes) -> str:
    """BOM, strict UTF-8, UTF-16 without BOM, cp1252; guessing comes last, for it takes French cp1252 for cp1250."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) * 0.7:
        return data.decode("utf-16-le", "replace")
    if data[:200:2].count(0) > len(data[:200:2]) * 0.7:
        return data.decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _legacy(data: bytes) -> str:
    if data[-4:] != data and _is_cut_utf8(data):
        return data.decode("utf-8", "replace")
    if not _UNDEFINED_1252.search(data):
        return data.decode("cp1252")
    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _is_cut_utf8(data: bytes) -> bool:
    """True where nearly all of the bytes beyond ASCII are whole UTF-8 characters: a file cut or patched in the middle."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 10 < sum(character > "\x7f" for character in text)


def read(data: bytes) -> Document:
    return lay_text(paragraph.restored(mended(decode(data))))


def lay_text(text: str) -> Document:
    """Words of `text` where they stand in it. Form feeds begin pages; lines of dashes become rules."""
    lines = _lines(text)
    pitch = (_WIDTH - 2 * _LEFT) / _columns(lines)
    words: list[Word] = []
    rules: list[Rule] = []
    row = 0
    for line in lines:
        if line.startswith("\f"):
            row += -row % _LINES
            line = line.lstrip("\f")
        if row >= _LINES * galley.PAGES_READ:
            break
        row = _line(line, row, pitch, words, rules)
    count = max(1, -(-len(lines) // _LINES), row // _LINES + 1)
    pages = min(count, galley.PAGES_READ)
    return Document(
        tuple(Page(number + 1, _WIDTH, _HEIGHT) for number in range(pages)),
        tuple(word for word in words if word.page <= pages),
        rules=tuple(rule for rule in rules if rule.page <= pages),
        page_count=count,
    )


def _lines(text: str) -> list[str]:
    text = text[:_MOST_TEXT].replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f").replace("\xad", "").replace("\x00", "")
    return [line.expandtabs(8) for line in text.split("\n")]


def _columns(lines: list[str]) -> int:
    """As many characters as fit on a line: more than usual only where the text is laid out in columns."""
    widest = max((len(line) for line in lines if _GAP.search(line)), default=0)
    return min(max(_COLUMNS, widest), _MOST_COLUMNS)


def _line(line: str, row: int, pitch: float, words: list[Word], rules: list[Rule]) -> int:
    """Prints one line, over several rows where it is long; returns the row below."""
    if _ONLY_RULE.fullmatch(line):
        number, top = _place(row)
        start = len(line) - len(line.lstrip())
        x1 = _LEFT + min(len(line.rstrip()) * pitch, _WIDTH - 2 * _LEFT)
        rules.append(Rule(number, Box(_LEFT + start * pitch, top + 6.0, x1, top + 7.0), 0))
        return row + 1
    room, indent = int((_WIDTH - 2 * _LEFT) / pitch), len(line) - len(line.lstrip())
    shift = 0
    for found in _WORD.finditer(line):
        text, column = found[0], found.start() - shift
        if row >= _LINES * galley.PAGES_READ:
            break
        if column + len(text) > room and column > indent:
            row, shift = row + 1, found.start() - min(indent, room // 2)
            column = found.start() - shift
        words.append(_word(text, row, column, pitch))
    return row + 1


def _word(text: str, row: int, column: int, pitch: float) -> Word:
    number, top = _place(row)
    x0 = _LEFT + column * pitch
    return Word(text, number, x0, top, min(x0 + (len(text) + _WIDER) * pitch, max(_WIDTH - 10, x0 + 1)), top + 11.0, _SIZE)


def _place(row: int) -> tuple[int, float]:
    return row // _LINES + 1, _TOP + row % _LINES * _LEADING
