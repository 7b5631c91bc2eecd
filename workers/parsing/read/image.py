"""Pictures of a page → words, by Tesseract in French and English.

150-200 dots to the inch are enough; Tesseract is told to use one thread, for every core reads a CV of its own.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from workers.errors import ErrorCode, InvalidFile, Unavailable
from workers.parsing.read.paper import evened, straightened
from workers.parsing.types import Document, Page, Word

LANGUAGES = ("fra", "eng")
DPI = 170
PAGES = 5
SECONDS = 6.5
PIXELS = 40_000_000
UNAVAILABLE = (
    "This file is a picture without text, and recognition is not installed here. "
    "Install the packages tesseract-ocr and tesseract-ocr-fra (make setup does), or send a file with text in it."
)

_FORMATS = ("PNG", "JPEG", "TIFF")
_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_PAPER, _LONG_PAPER = 595.0, 842.0
_LONG_SIDE = int(_LONG_PAPER / 72 * DPI)
_PAGE_SECONDS, _SHORTEST = 6.0, 0.5
_LEAST_CONFIDENCE = 30.0

# The size of a picture is judged by us, before a pixel of it is decoded.
Image.MAX_IMAGE_PIXELS = None


def read(data: bytes) -> Document:
    """A PNG, JPEG or TIFF, several pages where TIFF has them."""
    return document(_frames(data), 0)


def document(images: Iterator[Image.Image], total: int) -> Document:
    """Recognises at most PAGES pictures and stops when SECONDS have gone, with the pages read until then; `total` is how many pages the
    file has, 0 where unknown."""
    ends = time.monotonic() + SECONDS
    pages: list[Page] = []
    words: list[Word] = []
    for number, image in enumerate(images, start=1):
        left = max(ends - time.monotonic(), _SHORTEST)
        found = None if number > PAGES or (pages and left == _SHORTEST) else _in_time(image, number, left, bool(pages))
        if found is None:
            total = max(total, number)
            break
        pages.append(found[0])
        words += found[1]
    return Document(tuple(pages), tuple(words), recognised=True, page_count=max(total, len(pages)))


def _in_time(image: Image.Image, number: int, left: float, may_fail: bool) -> tuple[Page, list[Word]] | None:
    """None where the time that was left did not do for a further page."""
    try:
        return recognise(image, number, left)
    except InvalidFile as error:
        if may_fail and error.code is ErrorCode.TIMED_OUT:
            return None
        raise


def recognise(image: Image.Image, number: int = 1, seconds: float = _PAGE_SECONDS) -> tuple[Page, list[Word]]:
    """The words of one picture with boxes and sizes in points, as if it were a sheet of A4.

    Raises Unavailable RECOGNITION_UNAVAILABLE where Tesseract or its language data is missing.
    """
    api = _tesseract()
    image = straightened(evened(_prepared(image)))
    paper = _PAPER if image.height >= image.width else _LONG_PAPER
    scale = paper / image.width
    api.SetImage(image)
    try:
        api.SetSourceResolution(int(72 / scale))
        if not api.Recognize(int(min(seconds, _PAGE_SECONDS) * 1000)):
            raise InvalidFile(
                "The picture could not be read in time. Send a clearer or smaller one, or a file with text in it.", ErrorCode.TIMED_OUT
            )
        words = list(_words(api, number, scale))
    finally:
        api.Clear()
    return Page(number, paper, image.height * scale), words


def straight(data: bytes) -> Iterator[Image.Image]:
    """The pages of a PNG, JPEG or TIFF as they are recognised: grey, on white, level."""
    return (straightened(evened(_prepared(frame))) for frame in _frames(data))


def is_available() -> bool:
    return _data() is not None


def embedded(pictures: Iterator[bytes]) -> Document:
    """Recognises the pictures pasted into a document that has no text of its own."""
    return document((frame for data in pictures for frame in _frames(data)), 0)


# -- pictures


def _frames(data: bytes) -> Iterator[Image.Image]:
    # The PDF printer lets truncated pictures pass for the whole process; here half a scan is a damaged file.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise InvalidFile("The picture is damaged and cannot be opened. Save it again as PNG or JPEG.") from error
    for number in range(min(getattr(image, "n_frames", 1), PAGES + 1)):
        try:
            image.seek(number)
            _judge(image)
            if image.format == "JPEG":
                image.draft("L", (2 * _LONG_SIDE, 2 * _LONG_SIDE))
            frame = ImageOps.exif_transpose(image)
            frame.load()
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise InvalidFile("The picture is damaged: a part of it is missing. Save it again as PNG or JPEG.") from error
        yield frame


def _judge(image: Image.Image) -> None:
    width, height = image.size
    if width * height > PIXELS or max(width, height) > 30_000:
        raise InvalidFile(f"The picture has more than {PIXELS // 10**6} million pixels. Send a smaller one.", ErrorCode.FILE_TOO_COMPLEX)
    if min(width, height) < 50:
        raise InvalidFile("The picture is too small to hold a CV.", ErrorCode.NO_TEXT_EXTRACTED)


def _prepared(image: Image.Image) -> Image.Image:
    """Grey, on white, at about DPI dots to the inch of a sheet of A4."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    if image.mode.startswith("I;16") or image.mode == "I":
        image = (
            image.point(lambda value: value / 256).convert("L")
            if image.mode == "I"
            else image.convert("I").point(lambda value: value / 256).convert("L")
        )
    image = image.convert("L")
    factor = _LONG_SIDE / max(image.size)
    if factor < 0.8 or factor > 1.3:
        factor = min(factor, 3.0)
        image = image.resize((max(1, round(image.width * factor)), max(1, round(image.height * factor))), Image.Resampling.LANCZOS)
    return image


# -- Tesseract


def _data() -> str | None:
    """The first folder that holds both languages: TESSDATA_PREFIX, then where Debian and others put them."""
    own = os.environ.get("TESSDATA_PREFIX")
    places: tuple[str, ...] = ((own, str(Path(own) / "tessdata")) if own else ()) + _PLACES
    for place in places:
        if all((Path(place) / f"{language}.traineddata").is_file() for language in LANGUAGES):
            return place
    return None


def _tesseract() -> Any:
    place = _data()
    if place is None:
        raise Unavailable(UNAVAILABLE, ErrorCode.RECOGNITION_UNAVAILABLE)
    return _loaded(place)


@lru_cache(maxsize=1)
def _loaded(place: str) -> Any:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        import tesserocr
    except ImportError:
        raise Unavailable(UNAVAILABLE, ErrorCode.RECOGNITION_UNAVAILABLE) from None
    return tesserocr.PyTessBaseAPI(path=place, lang="+".join(LANGUAGES), psm=tesserocr.PSM.AUTO)


def _words(api: Any, number: int, scale: float) -> Iterator[Word]:
    from tesserocr import RIL, iterate_level

    iterator = api.GetIterator()
    for item in iterate_level(iterator, RIL.WORD) if iterator else ():
        if item.Empty(RIL.WORD):
            continue
        text, box = (item.GetUTF8Text(RIL.WORD) or "").strip(), item.BoundingBox(RIL.WORD)
        if not text or box is None or item.Confidence(RIL.WORD) < _LEAST_CONFIDENCE:
            continue
        row = item.BoundingBox(RIL.TEXTLINE) or box
        size = _size(item.RowAttributes(), row[3] - row[1]) * scale
        yield Word(text, number, box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale, round(size, 1))


def _size(row: dict[str, float] | None, height: float) -> float:
    """Rows are measured over ascenders and descenders, a little less than the size of the font."""
    tall = row["row_height"] if row else 0.0
    return max(tall if tall > 1 else height, 1.0) / 0.93
