"""What pdfium sees in a PDF: pages as PNG, and everything that a searching eye may find in it."""

from __future__ import annotations

import ctypes
import io
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

POINTS_PER_INCH = 72
# The octree averages its leaves: paper comes out at 254.
ALMOST_WHITE = 253


class Contents(NamedTuple):
    """Text of each page, values of the metadata, addresses behind links, number of files inside."""

    pages: tuple[str, ...]
    metadata: dict[str, str]
    addresses: tuple[str, ...]
    attachments: int


def preview(pdf: bytes, dpi: float = 96, pages: int | None = None) -> list[bytes]:
    """One PNG per page, at most `pages` of them, `dpi` pixels an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = min(len(document), pages or len(document))
        return [_png(document[number], dpi / POINTS_PER_INCH) for number in range(count)]
    finally:
        document.close()


def contents(pdf: bytes) -> Contents:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number] for number in range(len(document))]
        return Contents(
            tuple(page.get_textpage().get_text_range() for page in pages),
            document.get_metadata_dict(),
            tuple(address for page in pages for address in _addresses(document, page)),
            document.count_attachments(),
        )
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage, scale: float) -> bytes:
    # Print is black on white with one accent: a palette PNG is a third of the size and half of the time.
    # Four bytes a pixel are Pillow's own form, which takes them as they are.
    image = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True).to_pil().convert("RGB")
    reduced = image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    reduced.putpalette([255 if value >= ALMOST_WHITE else value for value in reduced.getpalette() or []])
    data = io.BytesIO()
    reduced.save(data, "PNG", compress_level=1)
    return data.getvalue()


def _addresses(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[str]:
    found = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
        found.append(buffer.value.decode("utf-8", "replace"))
    return list(filter(None, found))
