"""What stands on a PDF's page beside its text: pictures, rules and filled shapes, links; and where the page's own corner is."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Mapping
from ctypes import addressof
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from workers.parsing.read import pdfium
from workers.parsing.read.pdf_clip import Layers, clip_of
from workers.parsing.types import Box, Link, Rule

OBJECTS = 60_000
RULES = 2_000
LINKS = 300
# Less ink than this nobody sees.
FAINT, OPAQUE, WHITE = 13, 255, 0xFFFFFF
# Shapes thinner than this, in points, are lines.
THIN = 4.0
FORMS_DEEP = 3


class Drawn(NamedTuple):
    """What stands on a page beside its text, each with its place in the order of drawing, from 1. `order`: text object → its place.
    `fills`: the rules that are filled and let nothing through, with their handles; `shades`: grounds that change their colour; `faint`:
    text objects of a form that is drawn without opacity; `off`: those of layers that are switched off; `clips`: text object → the box
    that its clipping paths leave."""

    pictures: tuple[tuple[int, Box], ...]
    rules: tuple[tuple[int, Rule], ...]
    order: dict[int, int]
    fills: tuple[tuple[int, Rule, int], ...]
    shades: tuple[tuple[int, Box], ...]
    faint: frozenset[int]
    off: frozenset[int] = frozenset()
    clips: Mapping[int, Box] = MappingProxyType({})


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


Matrix = tuple[float, float, float, float, float, float]


def drawn(page: int, number: int, frame: Frame, layers: Layers) -> Drawn:
    """Everything on the page (a handle); forms are opened, and forms in forms."""
    sheet = _Sheet(number, frame, layers)
    object_at, kind_of, order, may_hide = pdfium.object_at, pdfium.object_kind, sheet.order, layers.veil
    for index in range(min(pdfium.object_count(page), OBJECTS)):
        item = object_at(page, index)
        sheet.place += 1
        if (kind := kind_of(item)) == raw.FPDF_PAGEOBJ_TEXT:
            order[item] = sheet.place
            if may_hide(item):
                sheet.veil((item,), item, None)
        else:
            sheet.add(item, kind, None, 0)
    return sheet.told()


class _Sheet:
    def __init__(self, number: int, frame: Frame, layers: Layers) -> None:
        self.number, self.frame, self.layers, self.place = number, frame, layers, 0
        self.order: dict[int, int] = {}
        self.pictures: list[tuple[int, Box]] = []
        self.shades: list[tuple[int, Box]] = []
        self.rules: list[tuple[int, Rule]] = []
        self.fills: list[tuple[int, Rule, int]] = []
        self.faint: set[int] = set()
        self.off: set[int] = set()
        self.clips: dict[int, Box] = {}

    def told(self) -> Drawn:
        pictures, rules, fills, shades = tuple(self.pictures), tuple(self.rules), tuple(self.fills), tuple(self.shades)
        return Drawn(pictures, rules, self.order, fills, shades, frozenset(self.faint), frozenset(self.off), self.clips)

    def add(self, item: int, kind: int, matrix: Matrix | None, depth: int) -> None:
        """`matrix` leads from the coordinates of the form that the object stands in to those of the page."""
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self.order[item] = self.place
            if self.layers.veil(item):
                self.veil((item,), item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < FORMS_DEEP:
                self._open(item, matrix, depth)
        elif (box := self._bounds(item, matrix)) is None:
            return
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.pictures.append((self.place, box))
        elif kind == raw.FPDF_PAGEOBJ_SHADING:
            self.shades.append((self.place, box))
        elif kind == raw.FPDF_PAGEOBJ_PATH and len(self.rules) < RULES:
            self._path(item, box)

    def _open(self, form: int, matrix: Matrix | None, depth: int) -> None:
        inner, before = _inside(_matrix(form), matrix), len(self.order)
        for index in range(max(pdfium.form_count(form), 0)):
            if self.place >= OBJECTS:
                return
            item = pdfium.form_object(form, index)
            self.place += 1
            self.add(item, pdfium.object_kind(item), inner, depth + 1)
        inside = tuple(islice(self.order, before, None))
        if _colour(form)[1] < FAINT:
            self.faint.update(inside)
        self.veil(inside, form, matrix)

    def veil(self, texts: Iterable[int], item: int, matrix: Matrix | None) -> None:
        """What cuts or hides a drawn object does so to the texts in it."""
        if self.layers.hide(item):
            self.off.update(texts)
        if edges := clip_of(item):
            box = self.frame.box(*(_through(matrix, *edges) if matrix else edges))
            self.clips.update({text: _common(box, self.clips.get(text)) for text in texts})

    def _path(self, item: int, box: Box) -> None:
        colour, is_solid = _paint(item)
        rule = Rule(self.number, box, colour)
        self.rules.append((self.place, rule))
        if is_solid and box.x1 - box.x0 > THIN and box.bottom - box.top > THIN:
            self.fills.append((self.place, rule, item))

    def _bounds(self, item: int, matrix: Matrix | None) -> Box | None:
        edges = (ctypes.c_float * 4)()
        first = addressof(edges)
        if not pdfium.object_bounds(item, first, first + 4, first + 8, first + 12):
            return None
        left, bottom, right, top = edges
        if matrix:
            left, bottom, right, top = _through(matrix, left, bottom, right, top)
        return self.frame.box(left, bottom, right, top)


def _common(box: Box, other: Box | None) -> Box:
    if other is None:
        return box
    return Box(max(box.x0, other.x0), max(box.top, other.top), min(box.x1, other.x1), min(box.bottom, other.bottom))


def _matrix(item: int) -> Matrix:
    matrix = (ctypes.c_float * 6)()
    pdfium.object_matrix(item, addressof(matrix))
    a, b, c, d, e, f = matrix
    return a, b, c, d, e, f


def _inside(inner: Matrix, outer: Matrix | None) -> Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, x, y = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + x, e * q + f * s + y


def _through(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def _paint(item: int) -> tuple[int, bool]:
    """Colour, and whether it fills its shape and lets nothing through; white for what cannot be seen."""
    modes = (ctypes.c_int * 2)()
    pdfium.draw_mode(item, addressof(modes), addressof(modes) + 4)
    fill, stroke = modes
    colour, alpha = _colour(item, pdfium.fill_colour if fill else pdfium.stroke_colour)
    if alpha < FAINT or not (fill or stroke):
        return WHITE, False
    return colour, bool(fill) and alpha == OPAQUE


def _colour(item: int, ask: Callable[..., int] = pdfium.fill_colour) -> tuple[int, int]:
    """0xRRGGBB and opacity, 0-255."""
    channels = (ctypes.c_uint * 4)()
    first = addressof(channels)
    ask(item, first, first + 4, first + 8, first + 12)
    red, green, blue, alpha = channels
    return red << 16 | green << 8 | blue, alpha


def is_solid_rectangle(item: int) -> bool:
    """Nothing under it can be seen: four corners of a box, and no blending with what is there."""
    if not 4 <= pdfium.segment_count(item) <= 5 or pdfium.has_transparency(item):
        return False
    point = (ctypes.c_float * 2)()
    xs, ys = set(), set()
    for index in range(pdfium.segment_count(item)):
        segment = pdfium.segment_at(item, index)
        if pdfium.segment_kind(segment) == raw.FPDF_SEGMENT_BEZIERTO:
            return False
        pdfium.segment_point(segment, addressof(point), addressof(point) + 4)
        xs.add(round(point[0], 2))
        ys.add(round(point[1], 2))
    a, b, c, d, *_ = _matrix(item)
    return len(xs) == len(ys) == 2 and (b == c == 0 or a == d == 0)


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
