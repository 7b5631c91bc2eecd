"""Markup of job boards → lines of plain text: HTML, Markdown, entities, bullets."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from workers.parsing.job_ad.signs import headings, labels
from workers.parsing.job_ad.tables import piped, unfolded
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
_SYMBOL = "[\u2190-\u21ff\u2300-\u23ff\u25b6\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_PICTURES = re.compile(rf"(?:{_SYMBOL}[\ufe0f\u200d\u20e3]*\s*)+")
_PICTURES_BEHIND = re.compile(rf"\s*(?:{_SYMBOL}[\ufe0f\u200d\u20e3]*\s*)+$")
_WISH = "\u2795"
_MARKED = re.compile(r"\s*(#{1,6})\s+|\s*\*\*(?=[^*]+\*\*\s*:?\s*$)|\s*__(?=[^_]+__\s*$)")
_SPACE = re.compile(r"[\t\u00a0\u202f\u2007\r\f\v]")
_SPACES = re.compile(rf" [ {_SPACE.pattern[1:]}+|{_SPACE.pattern}[ {_SPACE.pattern[1:]}*")
_NEWLINE = re.compile(r"\s*\n\s*")
_LONGEST_CAPITALS = 60
_LONG_LINE, _LONGEST_OPENING = 160, 48
_COLON = re.compile(r"\s?:(?=\D|$)")
_WORD = re.compile(r"[^\s:]+")
# `Compétences : Tri du linge - Repassage - Couture`: public job services list what they ask for in one line.
_DASHED = re.compile(r"\s*[^:.]{3,40}:\s*\S.* - [A-ZÀ-Þ].* - [A-ZÀ-Þ]")
_DASHES = re.compile(r" - (?=[A-ZÀ-Þ0-9])")
_LOST = re.compile(
    r"(?<=[a-zß-ÿ)][.!?:;])(?=[A-ZÀ-Þ][a-zß-ÿ]{2})|(?<=[a-zß-ÿ)])(?=[A-ZÀ-Þ][a-zß-ÿ]{2,}[^\n]{0,40}:)|\s(?=[•●▪◦‣·]\s)|\s(?=[*] [A-ZÀ-Þ])"
    rf"|\s(?={_SYMBOL}\ufe0f?\s\S)"
)


class Row(msgspec.Struct, frozen=True, gc=False):
    """One line at `begin` of the plain text. `heads` says that it looks like a heading, `wish` that its bullet is a plus."""

    text: str
    begin: int
    bullet: bool = False
    heads: bool = False
    wish: bool = False


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
    for line in _lines(_single_spaced(plain(text))):
        row = _row(line.strip(), place)
        if row.text or (found and found[-1].text):
            found.append(row)
            kept.append(row.text)
            place += len(row.text) + 1
    return "\n".join(kept), found


def _single_spaced(text: str) -> str:
    return _SPACES.sub(" ", text) if "  " in text or _SPACE.search(text) else text


def _lines(text: str) -> Iterator[str]:
    """Lines; a paragraph that scrapers made of many is broken where a heading and its colon, a bullet or words run together show it."""
    for line in text.split("\n"):
        if line.count(" - ") > 1 and _DASHED.match(line) and fold(line.partition(":")[0]) in headings():
            head, _, items = line.partition(":")
            yield from (f"{head}:", *(f"- {item}" for item in _DASHES.split(items.strip())))
            continue
        if len(line) <= _LONG_LINE:
            yield line
            continue
        for part in _LOST.sub("\n", _DASHES.sub("\n- ", line) if ": - " in line else line).split("\n"):
            cuts = [place for mark in _COLON.finditer(part) if (place := _opens(part, mark.start()))]
            yield from (part[begin:finish].strip() for begin, finish in zip([0, *cuts], [*cuts, len(part)], strict=True))


def _opens(text: str, colon: int) -> int:
    """Where the heading or the label in front of a colon begins; 0 where there is none."""
    words = list(_WORD.finditer(text, max(0, colon - _LONGEST_OPENING), colon))[-5:]
    for word in words:
        if word[0][:1].isupper() and fold(text[word.start() : colon]) in _known():
            return word.start()
    return 0


@cache
def _known() -> frozenset[str]:
    return frozenset((*headings(), *labels()))


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
