"""PDF → PNG previews, by pdfium."""

from __future__ import annotations

import io

import pypdfium2

POINTS_PER_INCH = 72


def preview(pdf: bytes, dpi: float = 96, pages: int | None = None) -> list[bytes]:
    """One PNG per page, at most `pages` of them, `dpi` pixels an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = min(len(document), pages or len(document))
        return [_png(document[number], dpi / POINTS_PER_INCH) for number in range(count)]
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage, scale: float) -> bytes:
    # Print is black on white with one accent: a palette PNG is a third of the size and of the time.
    image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    data = io.BytesIO()
    image.quantize(64, method=2, dither=0).save(data, "PNG", compress_level=6)
    return data.getvalue()
