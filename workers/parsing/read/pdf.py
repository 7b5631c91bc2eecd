"""PDF → Document: words, boxes and style from pdfium's raw interface, links, pictures and rules beside them.

pdfium gives text in the order of drawing and knows size, font and colour per text object; asking them once per word and
not once per character is what makes this four times the cost of the bare text, and not forty.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from ctypes import addressof
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from workers.errors import ErrorCode, InvalidFile
from workers.parsing.read import pdfium
from workers.parsing.read.glyphs import clean, seated
from workers.parsing.read.pdf_clip import Layers
from workers.parsing.read.pdf_drawing import OBJECTS, Drawn, Frame, drawn, is_solid_rectangle, links
from workers.parsing.read.pdf_letters import Again, Letters, Reading
from workers.parsing.read.pdf_seams import closed_up
from workers.parsing.read.pdf_style import styles
from workers.parsing.read.visible import Ink, Surroundings, alike, shown
from workers.parsing.types import Box, Document, Page, Picture, Word

PAGES = 20
TOKEN = re.compile(r"[^\s\u00a0\u2000-\u200a\u202f\u205f\u3000\x02\ufffe]+[\x02\ufffe]?")


def read_pdf(data: bytes) -> Document:
    """Words of every page in drawing order. Raises InvalidFile when the file is encrypted or no PDF at all."""
    pdf = _open(data)
    try:
        count = len(pdf)
        again, layers = Again(data, count), Layers(data)
        pages = [_page(pdf, index, again, layers) for index in range(min(count, PAGES))]
    finally:
        pdf.close()
    sheets, words, links, pictures, rules, hidden, garbled = (tuple(item for page in pages for item in page[field]) for field in range(7))
    return Document(sheets, words, links, pictures, rules, hidden, page_count=count, garbled=garbled)


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


def _page(pdf: pypdfium2.PdfDocument, index: int, again: Again, layers: Layers) -> tuple[Any, ...]:
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        return (Page(index + 1, 595.0, 842.0),), (), (), (), (), (), ()
    number, frame, size = index + 1, _frame(page), page.get_size()
    beside = drawn(pdfium.address(page.raw), number, frame, layers)
    text = page.get_textpage()
    letters = Letters(pdfium.address(text.raw))
    string = _string(text.raw)
    found = seated(closed_up(_words(pdfium.address(text.raw), string, number, frame, beside, letters), string))
    garbled: tuple[int, ...] = ()
    if letters.guessed:
        found, garbled = _told(again.better(Reading(found, letters.guessed), frame), number)
    words, hidden = shown(found, _around(beside, found), size)
    linked = links(page, pdf, number, frame)
    text.close()
    page.close()
    pictures = tuple(Picture(number, box) for _, box in beside.pictures)
    return (Page(number, *size),), words, linked, pictures, tuple(rule for _, rule in beside.rules), hidden, garbled


def _told(reading: Reading, number: int) -> tuple[list[tuple[Word, Ink]], tuple[int, ...]]:
    """The words that can be read, and the page where none can."""
    return ([], (number,)) if reading.is_garbled else (reading.words, ())


def _around(beside: Drawn, words: list[tuple[Word, Ink]]) -> Surroundings:
    """What the words are seen on. Only boxes drawn after the first word, or in the colour of some, may hide any: the others are not
    looked at."""
    first = min((ink.order for _, ink in words if ink.order), default=OBJECTS)
    colours = {ink.colour for _, ink in words}
    suspects = [fill for fill in beside.fills if fill[0] > first or any(alike(fill[1].colour, colour) for colour in colours)]
    grounds = tuple((order, rule) for order, rule, item in suspects if is_solid_rectangle(item))
    return Surroundings(beside.pictures, beside.rules, beside.shades, grounds)


def _frame(page: pypdfium2.PdfPage) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90)


def _words(text: int, string: str, number: int, frame: Frame, beside: Drawn, letters: Letters) -> Iterator[tuple[Word, Ink]]:
    """One pass over the words of a page of text (a handle): two boxes and one style each."""
    letter_box, letter_object, style = pdfium.letter_box, pdfium.letter_object, styles(beside)
    boxes = (ctypes.c_float * 8)()
    first, last = addressof(boxes), addressof(boxes) + 16
    upright, left, top = frame.turns == 0, frame.left, frame.top
    for found in TOKEN.finditer(string):
        start, end = found.span()
        if not letter_box(text, start, first) or not letter_box(text, end - 1, last):
            continue
        x0, high, _, low, _, last_high, x1, last_low = boxes[:]
        size, bold, italic, ink, font = style(letter_object(text, start), high - low)
        letters.look(font, found[0], start)
        if end - start == 1 or (last_low <= high and last_high >= low and x1 >= x0):
            pieces = [(start, end, x0, min(low, last_low), x1, max(high, last_high))]
        else:
            pieces = _pieces(text, start, end)
        for begin, stop, x0, low, x1, high in pieces:
            if content := clean(string[begin:stop]):
                box = Box(x0 - left, top - high, x1 - left, top - low) if upright else frame.box(x0, low, x1, high)
                yield Word(content, number, box.x0, box.top, box.x1, box.bottom, size, bold, italic, ink.colour), ink


def _pieces(text: int, start: int, end: int) -> list[tuple[int, int, float, float, float, float]]:
    """A word whose last letter stands on another line than its first was broken without a mark: cut it there."""
    box = (ctypes.c_float * 4)()
    pieces: list[tuple[int, int, float, float, float, float]] = []
    edges: tuple[float, float, float, float] | None = None
    begin = start
    for index in range(start, end):
        pdfium.letter_box(text, index, addressof(box))
        left, top, right, bottom = box
        if edges and (bottom > edges[3] or top < edges[1] or right < edges[0]):
            pieces.append((begin, index, *edges))
            begin, edges = index, None
        here = (left, bottom, right, top)
        edges = (min(edges[0], left), min(edges[1], bottom), max(edges[2], right), max(edges[3], top)) if edges else here
    return [*pieces, (begin, end, *edges)] if edges else pieces


def _string(text: Any) -> str:
    """The page's characters, one per index of pdfium: what lies outside the basic plane stays in two halves."""
    count = max(raw.FPDFText_CountChars(text), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        string = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        return string if len(string) == count else "".join(map(chr, buffer[:count]))
    return "".join(map(chr, (raw.FPDFText_GetUnicode(text, index) or 32 for index in range(count))))
