"""Files that hold pictures of text where others hold text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from workers.errors import CvError, ErrorCode
from workers.parsing.read import pdf
from workers.parsing.read.archive import Archive
from workers.parsing.types import Document, Page

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
    """A PDF; where its pages are pictures without text they are recognised."""
    document = pdf.read_pdf(data)
    if len(document.words) >= _FEW_WORDS or not _is_scan(document):
        return document
    try:
        found: Document = _recogniser().document(_pages(data, document), document.page_count or len(document.pages))
    except CvError as error:
        if document.words and error.code is ErrorCode.RECOGNITION_UNAVAILABLE:
            return document
        raise
    # The scan's own pictures cover whole pages: no portrait can be told from them.
    return found._replace(links=document.links) if len(found.words) > len(document.words) else document


def _is_scan(document: Document) -> bool:
    """A page without words is a scan where a large picture stands, or nothing but drawings that a person may read."""
    if not document.words:
        return bool(document.pictures or document.rules)
    sizes = {page.number: page.width * page.height for page in document.pages}
    return any((p.box.x1 - p.box.x0) * (p.box.bottom - p.box.top) > _LARGE * sizes.get(p.page, 1e9) for p in document.pictures)


def _pages(data: bytes, document: Document) -> Iterator[Any]:
    for page in document.pages:
        yield pdf.page_image(data, page.number - 1, _dpi(page))


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
