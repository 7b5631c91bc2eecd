"""bytes → the pages that the reader looked at, as pictures: boxes of evidence lie on them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from html import escape
from importlib import import_module
from typing import Any, NamedTuple

from workers.parsing.read import pdf, read
from workers.parsing.read.sniff import Kind, kind
from workers.parsing.types import Document, Page, Rule, Word

DPI = 108
# Pixels of a sheet for a point of a box.
SCALE = DPI / 72
MOST_PAGES = 20
# XML has no place for them, not even escaped.
_CONTROL = dict.fromkeys([*range(32), 127, 0xFFFE, 0xFFFF])


class Sheet(NamedTuple):
    media_type: str
    data: bytes


def sheets(data: bytes) -> list[Sheet]:
    """One picture a page, SCALE pixels a point: PNG of a PDF or a scan; formats without pages are drawn word by word as SVG.

    A scan is shown straightened and in grey, as it was recognised. Raises what `read` raises.
    """
    found = kind(data)
    if found is Kind.PDF:
        return [_png(image) for image in pdf.page_images(data, dict.fromkeys(range(MOST_PAGES), DPI))]
    if found is Kind.IMAGE:
        return [_png(_fitted(image)) for image in import_module("workers.parsing.read.image").straight(data)]
    return list(_drawn(read(data)))


def _fitted(image: Any) -> Any:
    """A picture is read as if it were a sheet of A4, upright or lying."""
    width = round((595 if image.height >= image.width else 842) * SCALE)
    return image.resize((width, max(1, round(image.height * width / image.width))))


def _png(image: Any) -> Sheet:
    made = io.BytesIO()
    image.convert("L" if image.mode == "L" else "RGB").save(made, "PNG")
    return Sheet("image/png", made.getvalue())


def _drawn(document: Document) -> Iterator[Sheet]:
    for page in document.pages[:MOST_PAGES]:
        rules = (rule for rule in document.rules if rule.page == page.number)
        words = (word for word in document.words if word.page == page.number)
        yield Sheet("image/svg+xml", _svg(page, rules, words).encode())


def _svg(page: Page, rules: Iterable[Rule], words: Iterable[Word]) -> str:
    size = f'width="{page.width * SCALE:.0f}" height="{page.height * SCALE:.0f}" viewBox="0 0 {page.width:.1f} {page.height:.1f}"'
    paper = f'<rect width="{page.width:.1f}" height="{page.height:.1f}" fill="#fff"/>'
    inner = "".join([_rule(rule) for rule in rules]) + "".join([_word(word) for word in words])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Arial,sans-serif">{paper}{inner}</svg>'


def _rule(rule: Rule) -> str:
    x0, top, x1, bottom = rule.box
    place = f'x="{x0:.1f}" y="{top:.1f}" width="{max(x1 - x0, 0.5):.1f}" height="{max(bottom - top, 0.5):.1f}"'
    return f'<rect {place} fill="#{rule.colour:06x}"/>'


def _word(word: Word) -> str:
    look = ' font-weight="bold"' * word.bold + ' font-style="italic"' * word.italic
    place = f'x="{word.x0:.1f}" y="{word.bottom - 0.22 * (word.bottom - word.top):.1f}" font-size="{word.size:.1f}"'
    width = f'textLength="{max(word.x1 - word.x0, 0.1):.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {place} {width} fill="#{word.colour:06x}"{look}>{escape(word.text.translate(_CONTROL))}</text>'
