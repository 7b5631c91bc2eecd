"""Markup of job boards → lines of plain text: HTML, Markdown, entities, bullets."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_TAG = re.compile(r"</?(?:p|div|ul|ol|li|br|h[1-6]|strong|b|span|table|tr|td|section|article|em|a|i|u)\b[^>]*>", re.I)
_DROPPED = re.compile(r"<(script|style|head|template)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]\s*>", re.I | re.S)
_STRONG = re.compile(r"<(strong|b)\b[^>]*>(.*?)</\1\s*>", re.I | re.S)
_ITEM = re.compile(r"<li\b[^>]*>", re.I)
_BREAK = re.compile(r"</?(?:p|div|ul|ol|br|li|table|tr|section|article|h[1-6]|dl|dt|dd)\b[^>]*>", re.I)
_ANY_TAG = re.compile(r"<[/!a-zA-Z][^>]*>")
_BULLET = re.compile(r"\s*(?:[-*•+>–—▪●◦·‣✓✔➢►]|->|\d{1,2}[.)](?=\s)|o(?=\s{2,}))\s*(?=\S)")
_MARKED = re.compile(r"\s*(#{1,6})\s+|\s*\*\*(?=[^*]+\*\*\s*:?\s*$)|\s*__(?=[^_]+__\s*$)")
_SPACES = re.compile(r" [ \t\u00a0\u202f\u2007\r\f\v]+|[\t\u00a0\u202f\u2007\r\f\v][ \t\u00a0\u202f\u2007\r\f\v]*")
_LONGEST_CAPITALS = 60


class Row(NamedTuple):
    """One line at `begin` of the plain text. `heads` says that it looks like a heading."""

    text: str
    begin: int
    bullet: bool = False
    heads: bool = False


def plain(text: str) -> str:
    """Text without tags; headings keep a `#`, list items a dash."""
    if _TAG.search(text):
        text = _DROPPED.sub(" ", text)
        text = re.sub(r"\s*\n\s*", " ", text) if _BREAK.search(text) else text
        text = _HEADING.sub(r"\n# \1\n", text)
        text = _STRONG.sub(r"**\2**", text)
        text = _BREAK.sub("\n", _ITEM.sub("\n- ", text))
        text = _ANY_TAG.sub(" ", text)
    return html.unescape(text) if "&" in text else text


def rows(text: str) -> tuple[str, list[Row]]:
    """The ad as clean text and its lines; empty lines are kept as rows without text, since they end a part."""
    found: list[Row] = []
    kept: list[str] = []
    place = 0
    for line in _SPACES.sub(" ", plain(text)).split("\n"):
        row = _row(line.strip(), place)
        if row.text or (found and found[-1].text):
            found.append(row)
            kept.append(row.text)
            place += len(row.text) + 1
    return "\n".join(kept), found


def _row(line: str, place: int) -> Row:
    if marked := _MARKED.match(line):
        return Row(line[marked.end() :].replace("**", "").strip("# _"), place, False, True)
    if "**" in line:
        line = line.replace("**", "")
    if bullet := _BULLET.match(line):
        return Row(line[bullet.end() :], place, True)
    return Row(line, place, False, line.isupper() and len(line) < _LONGEST_CAPITALS)
