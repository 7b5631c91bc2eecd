"""PDF → Document: words, boxes and style from pdfium's raw interface, links, pictures and rules beside them.

pdfium gives text in the order of drawing and knows size, font and colour per text object; asking them once per word and
not once per character is what makes this four times the cost of the bare text, and not forty.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from workers.errors import ErrorCode, InvalidFile
from workers.parsing.read.glyphs import clean
from workers.parsing.read.visible import Ink, shown
from workers.parsing.types import Box, Document, Link, Page, Picture, Rule, Word

PAGES = 20
OBJECTS = 60_000
BOLD = re.compile(r"bold|black|heavy|semi-?b|demi|(?:^|[^a-z])bd|cmbx|cmb\d|ptmb|phvb|-medi|fett|gras|xbd", re.I)
ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|ptmri|-it\b|kursiv", re.I)
TOKEN = re.compile(r"[^\s\u00a0\u2000-\u200a\u202f\u205f\u3000\x02\ufffe]+[\x02\ufffe]?")
ITALIC_FLAG, FORCE_BOLD_FLAG = 0x40, 0x40000


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


def read_pdf(data: bytes) -> Document:
    """Words of every page in drawing order. Raises InvalidFile when the file is encrypted or no PDF at all."""
    pdf = _open(data)
    try:
        count = len(pdf)
        pages = [_page(pdf, index) for index in range(min(count, PAGES))]
    finally:
        pdf.close()
    sheets, words, links, pictures, rules, hidden = (tuple(item for page in pages for item in page[field]) for field in range(6))
    return Document(sheets, words, links, pictures, rules, hidden, page_count=count)


def page_images(data: bytes, dpi: dict[int, int]) -> Iterator[Any]:
    """Pages as Pillow images: index → dots to the inch; an index behind the last page is passed over."""
    pdf = _open(data)
    try:
        yield from (pdf[index].render(scale=dots / 72).to_pil() for index, dots in dpi.items() if index < len(pdf))
    finally:
        pdf.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        pdf = pypdfium2.PdfDocument(data)
        if len(pdf) == 0:
            raise InvalidFile("The PDF has no pages. Export it again and send the new file.", ErrorCode.FILE_DAMAGED)
        return pdf
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InvalidFile("The PDF is protected by a password. Send it without protection.", ErrorCode.FILE_ENCRYPTED) from None
        raise InvalidFile("The PDF is damaged and cannot be opened. Export it again.", ErrorCode.FILE_DAMAGED) from None


def _page(pdf: pypdfium2.PdfDocument, index: int) -> tuple[Any, ...]:
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        return (Page(index + 1, 595.0, 842.0),), (), (), (), (), ()
    number, frame = index + 1, _frame(page)
    drawn = _drawn(page, number, frame)
    text = page.get_textpage()
    words, hidden = shown(_words(text.raw, number, frame, drawn.order), drawn.pictures, drawn.rules, page.get_size())
    links = _links(page, pdf, number, frame)
    text.close()
    size = Page(number, *page.get_size())
    page.close()
    return (size,), words, links, tuple(Picture(number, box) for _, box in drawn.pictures), tuple(rule for _, rule in drawn.rules), hidden


def _frame(page: pypdfium2.PdfPage) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90)


def _words(text: Any, number: int, frame: Frame, order: dict[int, int]) -> Iterator[tuple[Word, Ink]]:
    """One pass over the words: two boxes and one style each."""
    string = _string(text)
    loose, text_object = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetTextObject
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    style = _styles()
    upright, left, top = frame.turns == 0, frame.left, frame.top
    for found in TOKEN.finditer(string):
        start, end = found.span()
        if not loose(text, start, first) or not loose(text, end - 1, last):
            continue
        handle = text_object(text, start)
        x0, low, x1, high = first.left, first.bottom, last.right, first.top
        size, bold, italic, ink = style(handle, high - low)
        if order:
            ink = ink._replace(order=order.get(_address(handle), 0))
        if end - start == 1 or (last.bottom <= high and last.top >= low and x1 >= x0):
            pieces = [(start, end, x0, min(low, last.bottom), x1, max(high, last.top))]
        else:
            pieces = _pieces(text, start, end)
        for begin, stop, *edges in pieces:
            if content := clean(string[begin:stop]):
                x0, low, x1, high = edges
                box = Box(x0 - left, top - high, x1 - left, top - low) if upright else frame.box(x0, low, x1, high)
                yield Word(content, number, box.x0, box.top, box.x1, box.bottom, size, bold, italic, ink.colour), ink


def _pieces(text: Any, start: int, end: int) -> list[tuple[int, int, float, float, float, float]]:
    """A word whose last letter stands on another line than its first was broken without a mark: cut it there."""
    box = pdfium.FS_RECTF()
    pieces: list[tuple[int, int, float, float, float, float]] = []
    edges: list[float] = []
    begin = start
    for index in range(start, end):
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        if edges and (box.bottom > edges[3] or box.top < edges[1] or box.right < edges[0]):
            pieces.append((begin, index, edges[0], edges[1], edges[2], edges[3]))
            begin, edges = index, []
        here = [box.left, box.bottom, box.right, box.top]
        edges = [min(edges[0], here[0]), min(edges[1], here[1]), max(edges[2], here[2]), max(edges[3], here[3])] if edges else here
    return [*pieces, (begin, end, edges[0], edges[1], edges[2], edges[3])]


def _string(text: Any) -> str:
    """The page's characters, one per index of pdfium, whatever lies outside the basic plane."""
    count = max(pdfium.FPDFText_CountChars(text), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        string = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(string) == count:
            return string
    return "".join(map(chr, (pdfium.FPDFText_GetUnicode(text, index) or 32 for index in range(count))))


def _address(handle: Any) -> int:
    return ctypes.c_void_p.from_buffer(handle).value or 0 if handle else 0


def _styles() -> Any:
    """(text object, height of its box) → (size in points, bold, italic, ink); fonts, sizes and objects are asked once."""
    objects: dict[int, tuple[float, bool, bool, Ink]] = {}
    fonts: dict[int, tuple[bool, bool]] = {}
    sizes: dict[tuple[int, float], float] = {}
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    plain = (10.0, False, False, Ink(0, 255, 0, 0))

    def style(handle: Any, height: float) -> tuple[float, bool, bool, Ink]:
        if not handle:
            return plain
        if (drawn := objects.get(_address(handle))) is not None:
            return drawn
        font = pdfium.FPDFTextObj_GetFont(handle)
        key = _address(font)
        bold, italic = fonts[key] if key in fonts else fonts.setdefault(key, _weight(font))
        size = sizes.get((key, height)) or sizes.setdefault((key, height), _size(handle))
        pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        colour = red.value << 16 | green.value << 8 | blue.value
        return objects.setdefault(_address(handle), (size, bold or mode == 2, italic, Ink(colour, alpha.value, mode, 0)))

    return style


def _weight(font: Any) -> tuple[bool, bool]:
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("latin-1").split("+")[-1]
    flags = pdfium.FPDFFont_GetFlags(font)
    flags = flags if flags > 0 else 0
    return bool(BOLD.search(name) or flags & FORCE_BOLD_FLAG), bool(ITALIC.search(name) or flags & ITALIC_FLAG)


def _size(handle: Any) -> float:
    """pdfium's font size leaves out the matrix; the eye does not."""
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(handle, size)
    pdfium.FPDFPageObj_GetMatrix(handle, matrix)
    return round(abs(size.value) * (math.hypot(matrix.c, matrix.d) or 1.0), 2)


def _drawn(page: pypdfium2.PdfPage, number: int, frame: Frame) -> Drawn:
    """Pictures and filled or stroked shapes; forms are opened two levels deep."""
    pictures: list[tuple[int, Box]] = []
    rules: list[tuple[int, Rule]] = []
    order: dict[int, int] = {}
    raw = page.raw
    count = min(pdfium.FPDFPage_CountObjects(raw), OBJECTS)
    get, kind_of = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    for index in range(count):
        item = get(raw, index)
        kind = kind_of(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE and (box := _bounds(item, frame)):
            pictures.append((index, box))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(rules) < 2000 and (box := _bounds(item, frame)):
            rules.append((index, Rule(number, box, _paint(item))))
    if pictures:
        order = {_address(get(raw, index)): index for index in range(count)}
    return Drawn(tuple(pictures), tuple(rules), order)


def _bounds(item: Any, frame: Frame) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return frame.box(left.value, bottom.value, right.value, top.value)


def _paint(item: Any) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    ask = pdfium.FPDFPageObj_GetFillColor if fill.value else pdfium.FPDFPageObj_GetStrokeColor
    ask(item, red, green, blue, alpha)
    if alpha.value < 13 or not (fill.value or stroke.value):
        return 0xFFFFFF
    return red.value << 16 | green.value << 8 | blue.value


def _links(page: pypdfium2.PdfPage, pdf: pypdfium2.PdfDocument, number: int, frame: Frame) -> tuple[Link, ...]:
    position, link, rectangle = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    links: list[Link] = []
    while len(links) < 300 and pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0) if action else 0
        if length > 1 and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, length)
            box = frame.box(rectangle.left, min(rectangle.bottom, rectangle.top), rectangle.right, max(rectangle.bottom, rectangle.top))
            links.append(Link(buffer.value.decode("utf-8", "replace"), number, box))
    return tuple(links)
