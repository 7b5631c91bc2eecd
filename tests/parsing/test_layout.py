"""What a simple reader would stumble over is seen in a file made for it, and not in a plain one."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from workers.parsing.layout import layout


def page(*, columns: bool = False, picture: bool = False) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for number in range(4 if picture else 14):
        canvas.drawString(50, 780 - 20 * number, f"Managed the orders of line {number}")
        if columns:
            canvas.drawString(380, 773 - 27 * number, f"Skill {number}" if number else "SKILLS")
    if picture:
        from PIL import Image

        canvas.drawImage(ImageReader(Image.new("RGB", (60, 60), "navy")), 50, 40, 500, 420)
    canvas.save()
    return file.getvalue()


def test_a_plain_page_has_no_trouble() -> None:
    seen = layout(page(), "cv.pdf")
    assert (seen.columns, seen.pictures, seen.scanned) == ((), {}, False)


def test_columns_side_by_side() -> None:
    assert layout(page(columns=True), "cv.pdf").columns == (1,)


def test_a_page_under_a_picture() -> None:
    assert layout(page(picture=True), "cv.pdf").pictures[1] > 0.35


def test_text_has_no_layout() -> None:
    assert layout(b"A plain text\nwith two lines", "cv.txt").columns == ()
