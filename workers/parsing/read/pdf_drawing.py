"""What stands on a PDF's page beside its text: pictures, rules and filled shapes, links; and where the page's own corner is."""

from __future__ import annotations

import ctypes
from ctypes import addressof
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from workers.parsing.read import pdfium
from workers.parsing.types import Box, Link, Rule

OBJECTS = 60_000
RULES = 2_000
LINKS = 300
# Less ink than this nobody sees.
FAINT = 13


class Drawn(NamedTuple):
    """What stands on a page beside its text, with the order of drawing."""

    pictures: tuple[tuple[int, Box], ...]
    rules: tuple[tuple[int, Rule], ...]
    order: dict[int, int]


class Frame(NamedTuple):
    """From the page's own coordinates (points from a corner at the bottom) to ours (points from the top left, as seen)."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        if self.turns == 0:
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        if self.turns == 1:
            return Box(y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
        if self.turns == 2:
            return Box(self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
        return Box(self.top - y1, self.right - x1, self.top - y0, self.right - x0)


def drawn(page: int, number: int, frame: Frame) -> Drawn:
    """Pictures and filled or stroked shapes of the page (a handle); what a form holds is left out."""
    pictures: list[tuple[int, Box]] = []
    rules: list[tuple[int, Rule]] = []
    order: dict[int, int] = {}
    object_at, kind_of = pdfium.object_at, pdfium.object_kind
    for index in range(min(pdfium.object_count(page), OBJECTS)):
        item = object_at(page, index)
        kind = kind_of(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            order[item] = index
        elif kind == raw.FPDF_PAGEOBJ_IMAGE and (box := _bounds(item, frame)):
            pictures.append((index, box))
        elif kind == raw.FPDF_PAGEOBJ_PATH and len(rules) < RULES and (box := _bounds(item, frame)):
            rules.append((index, Rule(number, box, _paint(item))))
    return Drawn(tuple(pictures), tuple(rules), order)


def _bounds(item: int, frame: Frame) -> Box | None:
    edges = (ctypes.c_float * 4)()
    first = addressof(edges)
    if not pdfium.object_bounds(item, first, first + 4, first + 8, first + 12):
        return None
    left, bottom, right, top = edges
    return frame.box(left, bottom, right, top)


def _paint(item: int) -> int:
    channels, modes = (ctypes.c_uint * 4)(), (ctypes.c_int * 2)()
    pdfium.draw_mode(item, addressof(modes), addressof(modes) + 4)
    fill, stroke = modes
    ask, first = pdfium.fill_colour if fill else pdfium.stroke_colour, addressof(channels)
    ask(item, first, first + 4, first + 8, first + 12)
    red, green, blue, alpha = channels
    if alpha < FAINT or not (fill or stroke):
        return 0xFFFFFF
    return int(red << 16 | green << 8 | blue)


def links(page: pypdfium2.PdfPage, pdf: pypdfium2.PdfDocument, number: int, frame: Frame) -> tuple[Link, ...]:
    position, link, rectangle = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    found: list[Link] = []
    while len(found) < LINKS and raw.FPDFLink_Enumerate(page.raw, position, link):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(pdf.raw, action, None, 0) if action else 0
        if length > 1 and raw.FPDFLink_GetAnnotRect(link, rectangle):
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
            box = frame.box(rectangle.left, min(rectangle.bottom, rectangle.top), rectangle.right, max(rectangle.bottom, rectangle.top))
            found.append(Link(buffer.value.decode("utf-8", "replace"), number, box))
    return tuple(found)
