"""Markup of job boards → lines of plain text: HTML, Markdown, entities, bullets."""

from __future__ import annotations

import html
import re

import msgspec
from msgspec.structs import replace

from workers.parsing.job_ad.signs import headings
from workers.parsing.job_ad.tables import piped, unfolded
from workers.parsing.job_ad.unbroken import SYMBOL, lines
from workers.resources.text import fold

_TAG = re.compile(r"</?(?:p|div|ul|ol|li|br|h[1-6]|strong|b|span|table|tr|td|section|article|em|a|i|u)\b[^>]*>", re.I)
_DROPPED = re.compile(r"<(script|style|head|template)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]\s*>", re.I | re.S)
_STRONG = re.compile(r"<(strong|b)\b[^>]*>(.*?)</\1\s*>", re.I | re.S)
_ITEM = re.compile(r"<li\b[^>]*>", re.I)
_BREAK = re.compile(r"</?(?:p|div|ul|ol|br|li|table|tr|section|article|h[1-6]|dl|dt|dd)\b[^>]*>", re.I)
_ANY_TAG = re.compile(r"<[/!a-zA-Z][^>]*>")
_BULLET = re.compile(r"\s*(?:[-*•+>–—▪●◦·‣✓✔➢►]|->|\d{1,2}[.)](?=\s)|o(?=\s{2,}))\s*(?=\S)")
# Pictograms stand where bullets stood; a heavy plus marks a wish.
_PICTURES = re.compile(rf"(?:{SYMBOL}[\ufe0f\u200d\u20e3]*\s*)+")
_PICTURES_BEHIND = re.compile(rf"\s*(?:{SYMBOL}[\ufe0f\u200d\u20e3]*\s*)+$")
_WISH = "\u2795"
_MARKED = re.compile(r"\s*(#{1,6})\s+|\s*\*\*(?=[^*]+\*\*\s*:?\s*$)|\s*__(?=[^_]+__\s*$)")
_SPACE = re.compile(r"[\t\u00a0\u202f\u2007\r\f\v]")
_SPACES = re.compile(rf" [ {_SPACE.pattern[1:]}+|{_SPACE.pattern}[ {_SPACE.pattern[1:]}*")
_NEWLINE = re.compile(r"\s*\n\s*")
_LONGEST_CAPITALS = 60


class Row(msgspec.Struct, frozen=True, gc=False):
    """One line at `begin` of the plain text. `heads` says that it looks like a heading, `wish` that its bullet is a plus, `torn` that it
    was part of a paragraph."""

    text: str
    begin: int
    bullet: bool = False
    heads: bool = False
    wish: bool = False
    torn: bool = False


def plain(text: str) -> str:
    """Text without tags; headings keep a `#`, list items a dash."""
    if "<" in text and _TAG.search(text):
        text = _DROPPED.sub(" ", text)
        text = unfolded(_NEWLINE.sub(" ", text) if _BREAK.search(text) else text)
        text = _HEADING.sub(r"\n# \1\n", text)
        text = _STRONG.sub(r"**\2**", text)
        text = _BREAK.sub("\n", _ITEM.sub("\n- ", text))
        text = _ANY_TAG.sub(" ", text)
    return piped(html.unescape(text) if "&" in text else text)


def rows(text: str) -> tuple[str, list[Row]]:
    """The ad as clean text and its lines; empty lines are kept as rows without text, since they end a part."""
    found: list[Row] = []
    kept: list[str] = []
    place = 0
    for line, torn in lines(_single_spaced(plain(text))):
        row = _row(line.strip(), place)
        row = replace(row, torn=True, heads=row.heads and fold(row.text) in headings()) if torn else row
        if row.text or (found and found[-1].text):
            found.append(row)
            kept.append(row.text)
            place += len(row.text) + 1
    return "\n".join(kept), found


def _single_spaced(text: str) -> str:
    return _SPACES.sub(" ", text) if "  " in text or _SPACE.search(text) else text


def _pictured(text: str, place: int, wish: bool) -> Row:
    """A line behind a pictogram: the title, a heading, or an item."""
    heads = fold(text) in headings()
    return Row(text, place, place > 0 and not heads, heads, wish)


def _row(line: str, place: int) -> Row:
    if line[:1].isalpha() and line[0] != "o":  # neither a mark nor a bullet
        return _unmarked(line.replace("**", ""), place)
    if marked := _MARKED.match(line):
        return Row(line[marked.end() :].replace("**", "").strip("# _"), place, False, True)
    line = line.replace("**", "")
    if bullet := _BULLET.match(line):
        return Row(line[bullet.end() :], place, True)
    if not line.isascii() and (pictures := _PICTURES.match(line)):
        return _pictured(_PICTURES_BEHIND.sub("", line[pictures.end() :]), place, _WISH in pictures[0])
    return _unmarked(line, place)


def _unmarked(line: str, place: int) -> Row:
    return Row(line, place, False, line.isupper() and len(line) < _LONGEST_CAPITALS)
