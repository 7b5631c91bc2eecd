"""A portrait taken from a CV: drawn anew as a small JPEG, so that place, camera and hidden thumbnails stay behind."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_SIDE, MOST_PIXELS = 480, 40_000_000


def portrait(data: bytes | None) -> bytes | None:
    """The picture without any metadata; None when there is none, or none that can be drawn: a CV prints without it."""
    if not data:
        return None
    try:
        picture = Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP"])
        if picture.width * picture.height > MOST_PIXELS:
            return None
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
    upright.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    plain, out = Image.new("RGB", upright.size), io.BytesIO()
    plain.paste(upright)
    plain.save(out, "JPEG", quality=85)
    return out.getvalue()
