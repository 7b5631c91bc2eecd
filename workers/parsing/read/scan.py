"""Files that hold pictures of text where others hold text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from workers.errors import CvError, ErrorCode
from workers.parsing.read import pdf
from workers.parsing.read.archive import Archive
from workers.parsing.types import Box, Document, Page

# A page with fewer words than this beside a large picture is a scan with a stamp or a page number on it.
_FEW_WORDS = 8
_LARGE = 0.5
_PICTURE_BYTES = 20_000
_MOST_PICTURES = 3
_DPI = 170


def _recogniser() -> ModuleType:
    """Imported when first needed: most CVs carry text, and numpy and Pillow cost every process memory and a moment."""
    return import_module("workers.parsing.read.image")


def read_image(data: bytes) -> Document:
    """A PNG, JPEG or TIFF."""
    document: Document = _recogniser().read(data)
    return document


def read_pdf(data: bytes) -> Document:
    """A PDF; pages that are pictures without text are recognised, and pages whose fonts tell no letters."""
    document = pdf.read_pdf(data)
    scans = _scans(document)
    if not scans:
        return document
    try:
        found: Document = _recogniser().document(pdf.page_images(data, {page.number - 1: _dpi(page) for page in scans}), 0)
    except CvError as error:
        if document.words and error.code is ErrorCode.RECOGNITION_UNAVAILABLE:
            return document
        raise
    return _merged(document, scans, found)


def _scans(document: Document) -> list[Page]:
    """Pages with a large picture and hardly a word, and those whose fonts tell no letters; without any word in the file, pages on which
    anything is drawn."""
    counts = Counter(word.page for word in document.words)
    drawn = {picture.page for picture in document.pictures} | {rule.page for rule in document.rules}
    large = {p.page for p in document.pictures if _area(p.box) > _LARGE * _paper(document, p.page)}
    pictured = (large if document.words else drawn) | set(document.garbled)
    return [page for page in document.pages if counts[page.number] < _FEW_WORDS and page.number in pictured]


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _paper(document: Document, number: int) -> float:
    return next((page.width * page.height for page in document.pages if page.number == number), math.inf)


def _merged(document: Document, scans: list[Page], found: Document) -> Document:
    """Recognised words take the place of those few that stood on their pages; the other pages stay as they are.

    A scan's own picture covers its page: no portrait can be told from it.
    """
    numbers = {read.number: page.number for read, page in zip(found.pages, scans, strict=False)}
    sizes = {numbers[page.number]: page._replace(number=numbers[page.number]) for page in found.pages}
    recognised = [word._replace(page=numbers[word.page]) for word in found.words]
    done = {word.page for word in recognised}
    words = sorted([word for word in document.words if word.page not in done] + recognised, key=lambda word: word.page)
    left_out = {page.number for page in scans[len(found.pages) :]}
    pages = tuple(sizes.get(page.number, page) for page in document.pages if page.number not in left_out)
    pictures = tuple(picture for picture in document.pictures if picture.page not in done)
    return document._replace(pages=pages, words=tuple(words), pictures=pictures, recognised=True)


def _dpi(page: Page) -> int:
    """As many dots as recognition wants, fewer where the paper is a poster."""
    longest = max(page.width, page.height, 72.0) / 72
    return max(10, int(min(_DPI, _DPI * 14 / longest)))


def with_pictures(read: Callable[[bytes], Document], folder: str) -> Callable[[bytes], Document]:
    """`read`, and the pictures under `folder` of the archive recognised where it finds no word."""

    def reader(data: bytes) -> Document:
        document = read(data)
        if document.words or not document.pictures:
            return document
        recognised: Document = _recogniser().embedded(_embedded(Archive(data), folder))
        return recognised

    return reader


def _embedded(archive: Archive, folder: str) -> Iterator[bytes]:
    names = [
        name for name in archive.names if name.startswith(folder) and name.lower().endswith((".png", ".jpg", ".jpeg", ".tif", ".tiff"))
    ]
    for name in sorted(names)[:_MOST_PICTURES]:
        data = archive.read(name)
        if len(data) > _PICTURE_BYTES:
            yield data
