"""The photo of a CV: a picture the size of a portrait on page one."""

from __future__ import annotations

import io
import zipfile

from PIL import Image, UnidentifiedImageError

from workers.parsing.types import Box, Document, Picture

# Portraits of CVs are 15 to 75 mm wide, and a little higher than wide; logos are flat, icons small, backgrounds large.
WIDEST, NARROWEST, FLATTEST, TALLEST = 215.0, 40.0, 0.85, 1.8
FEWEST_PIXELS, MOST_PIXELS = 60, 40_000_000


def has_photo(document: Document) -> bool:
    return any(_is_portrait(picture) for picture in document.pictures)


def _is_portrait(picture: Picture) -> bool:
    return picture.page == 1 and _has_form(picture.box.x1 - picture.box.x0, picture.box.bottom - picture.box.top)


def _has_form(width: float, height: float) -> bool:
    return NARROWEST <= width <= WIDEST and FLATTEST <= height / width <= TALLEST


def portrait(data: bytes) -> bytes | None:
    """The photo in a PDF, DOCX or ODT, as PNG; None where there is none."""
    picture = _of_pdf(data) if data.startswith(b"%PDF") else _of_archive(data) if data.startswith(b"PK") else None
    if picture is None:
        return None
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG")
    return out.getvalue()


def _of_pdf(data: bytes) -> Image.Image | None:
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    try:
        for image in document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            box = Box(*image.get_bounds())
            if _has_form(box.x1 - box.x0, abs(box.bottom - box.top)):
                drawn: Image.Image = image.get_bitmap(render=True).to_pil()
                return drawn
    finally:
        document.close()
    return None


def _of_archive(data: bytes) -> Image.Image | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.filename.startswith(("word/media/", "Pictures/")) and entry.file_size < 10_000_000:
                picture = _opened(archive.read(entry))
                if picture and min(picture.size) >= FEWEST_PIXELS and FLATTEST <= picture.height / picture.width <= TALLEST:
                    return picture
    return None


def _opened(data: bytes) -> Image.Image | None:
    try:
        picture = Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "TIFF"])
        return picture if picture.width * picture.height <= MOST_PIXELS else None
    except (UnidentifiedImageError, OSError, ValueError):
        return None
