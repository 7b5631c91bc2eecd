"""A portrait is told from logos, icons and backgrounds by its size and form."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from workers.parsing.portrait import has_photo, portrait
from workers.parsing.read import read


def page(width: float, height: float, on_page: int = 1) -> bytes:
    out, picture = io.BytesIO(), Image.new("RGB", (120, 150), (200, 30, 60))
    sheet = canvas.Canvas(out)
    for number in (1, 2):
        sheet.drawString(72, 700, "Camille Exemple, a line of words on every page")
        if number == on_page:
            sheet.drawImage(ImageReader(picture), 400, 600, width, height)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("width", "height", "number", "wanted"),
    [(90, 110, 1, True), (120, 120, 1, True), (200, 40, 1, False), (12, 14, 1, False), (500, 700, 1, False), (90, 110, 2, False)],
)
def test_told_by_size_form_and_page(width: float, height: float, number: int, wanted: bool) -> None:
    assert has_photo(read(page(width, height, number), "cv.pdf")) is wanted


def test_the_picture_itself_comes_out() -> None:
    found = portrait(page(90, 110))
    assert found
    assert Image.open(io.BytesIO(found)).getpixel((5, 5)) == (200, 30, 60)


@pytest.mark.parametrize("data", [page(12, 14), b"plain words"])
def test_no_portrait(data: bytes) -> None:
    assert portrait(data) is None
