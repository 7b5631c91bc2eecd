"""Styles of an OpenDocument text: inheritance, default styles, page layout."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

from workers.parsing.read.flow import A4, UNKNOWN, Sheet, Tab

_SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, TABLE, DRAW, STYLE = (_SPACE.format(name) for name in ("text", "table", "drawing", "style"))
FO, SVG = (_SPACE.format(name) for name in ("xsl-fo-compatible", "svg-compatible"))
XLINK = "{http://www.w3.org/1999/xlink}"
Look = dict[str, Any]

_LENGTH = re.compile(r"(-?\d*\.?\d+)(cm|mm|in|pt|px|pc)")
_UNITS = {"cm": 28.3465, "mm": 2.83465, "in": 72.0, "pt": 1.0, "px": 0.75, "pc": 12.0}
_ALIGN = {"end": "right", "right": "right", "center": "center"}
_MOST_ANCESTORS = 20


def length(text: str | None) -> float | None:
    """Points, None where the text is no length or absurd."""
    found = _LENGTH.fullmatch((text or "").strip())
    points = float(found[1]) * _UNITS[found[2]] if found else None
    return points if points is not None and abs(points) < 5_000 else None


def colour(text: str | None) -> int | None:
    return int(text[1:], 16) if text and re.fullmatch(r"#[0-9A-Fa-f]{6}", text) else None


class Styles:
    """Common and automatic styles. `look` merges the default style, the ancestors and the style itself."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str | None, str | None], etree._Element] = {}
        self._lists: dict[str | None, etree._Element] = {}
        self._layout: etree._Element | None = None
        for root in roots:
            for node in (
                root.iter(STYLE + "style", STYLE + "default-style", TEXT + "list-style", STYLE + "page-layout") if root is not None else ()
            ):
                self._keep(node)
        self.look = cache(self._look)

    def _keep(self, node: etree._Element) -> None:
        name = node.get(STYLE + "name")
        if node.tag == TEXT + "list-style":
            self._lists[name] = node
        elif node.tag == STYLE + "page-layout":
            self._layout = self._layout if self._layout is not None else node
        else:
            self._styles[node.get(STYLE + "family"), name] = node

    def _look(self, family: str, name: str | None) -> Look:
        chain: list[etree._Element] = []
        while (node := self._styles.get((family, name))) is not None and len(chain) < _MOST_ANCESTORS:
            chain.append(node)
            name = node.get(STYLE + "parent-style-name")
            if name is None:
                break
        default = self._styles.get((family, None))
        look: Look = {}
        for node in ([default] if default is not None else []) + chain[::-1]:
            look |= _text(node.find(STYLE + "text-properties"), look.get("size", 12.0))
            look |= _paragraph(node.find(STYLE + "paragraph-properties"))
        return look

    def _properties(self, family: str, name: str | None, kind: str) -> etree._Element | None:
        node = self._styles.get((family, name))
        return node.find(STYLE + kind) if node is not None else None

    def column_width(self, name: str | None) -> float:
        properties = self._properties("table-column", name, "table-column-properties")
        return length(properties.get(STYLE + "column-width")) or 0.0 if properties is not None else 0.0

    def ground(self, name: str | None) -> int | None:
        """What a cell or a frame is filled with."""
        cell = self._properties("table-cell", name, "table-cell-properties")
        if cell is not None:
            return colour(cell.get(FO + "background-color"))
        frame = self._properties("graphic", name, "graphic-properties")
        if frame is None:
            return None
        if frame.get(DRAW + "fill") in ("gradient", "bitmap", "hatch"):
            return UNKNOWN
        return colour(frame.get(FO + "background-color")) or (
            colour(frame.get(DRAW + "fill-color")) if frame.get(DRAW + "fill") == "solid" else None
        )

    def is_from_page(self, name: str | None) -> bool:
        """A frame tied to a paragraph may still be placed from the edges of the page."""
        frame = self._properties("graphic", name, "graphic-properties")
        return frame is not None and all((frame.get(f"{STYLE}{side}-rel") or "").startswith("page") for side in ("horizontal", "vertical"))

    def columns(self, name: str | None) -> tuple[int, float]:
        """How many newspaper columns a section has, and the gap between them."""
        properties = self._properties("section", name, "section-properties")
        node = properties.find(STYLE + "columns") if properties is not None else None
        text = node.get(FO + "column-count") if node is not None else None
        gap = length(node.get(FO + "column-gap")) if node is not None else None
        return (min(int(text), 6) if text and text.isdigit() and len(text) < 4 else 1), gap if gap is not None else 14.0

    def is_numbered(self, name: str | None, depth: int) -> bool:
        style = self._lists.get(name)
        levels = style if style is not None else ()
        return any(
            node.tag == TEXT + "list-level-style-number" and node.get(TEXT + "level") == str(depth + 1) and node.get(STYLE + "num-format")
            for node in levels
        )

    def sheet(self) -> Sheet:
        page = self._layout.find(STYLE + "page-layout-properties") if self._layout is not None else None
        if page is None:
            return A4
        every = length(page.get(FO + "margin"))
        sides = {}
        for side in ("left", "top", "right", "bottom"):
            own = length(page.get(f"{FO}margin-{side}"))
            sides[side] = max(own if own is not None else every if every is not None else 56.0, 10.0)
        width, height = length(page.get(FO + "page-width")) or 595.0, length(page.get(FO + "page-height")) or 842.0
        return Sheet(width=max(width, 200.0), height=max(height, 200.0), **sides)


def _text(node: etree._Element | None, above: float) -> Look:
    look: Look = {}
    if node is None:
        return look
    size = node.get(FO + "font-size") or ""
    if size.endswith("%") and size[:-1].replace(".", "", 1).isdigit():
        look["size"] = min(above * float(size[:-1]) / 100, 200.0)
    elif (points := length(size)) is not None:
        look["size"] = max(0.0, min(points, 200.0))
    if weight := node.get(FO + "font-weight"):
        look["bold"] = weight == "bold" or (weight.isdigit() and int(weight) >= 600)
    if slant := node.get(FO + "font-style"):
        look["italic"] = slant in ("italic", "oblique")
    if (shade := colour(node.get(FO + "color"))) is not None:
        look["colour"] = shade
    if display := node.get(TEXT + "display"):
        look["hidden"] = "hidden" if display == "none" else ""
    if node.get(FO + "text-transform"):
        look["caps"] = node.get(FO + "text-transform") == "uppercase"
    if (mark := colour(node.get(FO + "background-color"))) is not None:
        look["mark"] = mark
    return look


def _paragraph(node: etree._Element | None) -> Look:
    look: Look = {}
    if node is None:
        return look
    if align := node.get(FO + "text-align"):
        look["align"] = _ALIGN.get(align, "left")
    names = {"left": "margin-left", "right": "margin-right", "first": "text-indent", "before": "margin-top", "after": "margin-bottom"}
    for key, name in names.items():
        if (points := length(node.get(FO + name))) is not None:
            look[key] = points
    if (percent := node.get(FO + "line-height") or "").endswith("%") and percent[:-1].isdigit():
        look["leading"] = max(0.8, min(int(percent[:-1]) / 100, 4.0))
    if node.get(FO + "break-before") == "page":
        look["break_before"] = True
    if (ground := colour(node.get(FO + "background-color"))) is not None:
        look["ground"] = ground
    stops = [
        (length(stop.get(STYLE + "position")) or 0.0, _ALIGN.get(stop.get(STYLE + "type") or "", "left"))
        for stop in node.iter(STYLE + "tab-stop")
    ]
    if stops:
        look["tabs"] = tuple(Tab(position, kind) for position, kind in sorted(stops) if position > 0)
    return look
