"""An agency's logo: PNG or SVG in, a PNG drawn anew out. What else the file held (scripts, links, metadata) is gone."""

from __future__ import annotations

import base64
import io

from PIL import Image, UnidentifiedImageError

from workers.errors import ErrorCode, InvalidInput

LARGEST, MOST_PIXELS, WIDTH = 2_000_000, 16_000_000, 800


def checked(data: bytes) -> bytes:
    """The picture as PNG, at most 800 pixels wide. Another kind, or one too large, raises InvalidInput."""
    if len(data) > LARGEST:
        raise _refused(f"use a file of at most {LARGEST // 1_000_000} MB")
    picture = _drawn(data) if b"<svg" in data[:2000].lower() else _opened(data)
    picture.thumbnail((WIDTH, WIDTH))
    out = io.BytesIO()
    picture.convert("RGBA").save(out, "PNG", optimize=True)
    return out.getvalue()


def _opened(data: bytes) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(data), formats=["PNG"])
        if picture.width * picture.height > MOST_PIXELS:
            raise _refused(f"use at most {MOST_PIXELS // 1_000_000} million pixels")
        picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise _refused("use a PNG or SVG picture") from error
    return picture


def _drawn(data: bytes) -> Image.Image:
    import pypdfium2

    from workers.rendering.layout import BUNDLED
    from workers.rendering.pdf import to_pdf

    source = f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"
    style = "@page{size:400pt 400pt;margin:0}img{max-width:400pt}"
    page = f'<html lang="en"><title>logo</title><style>{style}</style><img alt="" src="{source}">'
    document = pypdfium2.PdfDocument(to_pdf(page, BUNDLED)[0])
    try:
        drawn: Image.Image = document[0].render(scale=2, fill_color=(255, 255, 255, 0), rev_byteorder=True).to_pil().convert("RGBA")
    finally:
        document.close()
    box = drawn.getbbox()
    if box is None:
        raise _refused("the SVG draws nothing")
    return drawn.crop(box)


def _refused(remedy: str) -> InvalidInput:
    return InvalidInput(f"logo cannot be used: {remedy}", ErrorCode.OUT_OF_RANGE, field=("logo",))
