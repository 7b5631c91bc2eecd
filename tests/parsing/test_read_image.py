"""Recognition: pictures and scans become words with places; without it the answer says what to install."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy
import pypdfium2
import pytest
from PIL import Image, ImageOps

from tests.golden import layouts
from tests.golden.people import INES
from tests.parsing.made import docx, p, page, pdf, picture, scanned, with_scan, words
from tests.parsing.needs import needs_tesseract
from workers.errors import ErrorCode, InvalidFile, Unavailable
from workers.parsing import parse
from workers.parsing.read import image, read

LINES = (
    "Camille Exemple",
    "Infirmière diplômée à Nantes",
    "Expérience professionnelle",
    "2019 - 2021 Clinique du Ponant",
    "camille@example.org",
)


def _right(found: str) -> int:
    return sum(word in found.split() for word in " ".join(LINES).split())


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_french_pictures_are_read(form: str) -> None:
    document = read(picture(page(LINES), form))
    assert document.recognised
    assert _right(words(document)) >= 13
    assert "Infirmière" in words(document)


@needs_tesseract
def test_places_and_sizes_are_those_of_a_sheet_of_a4() -> None:
    document = read(picture(page(LINES)))
    name = next(word for word in document.words if word.text == "Camille")
    assert name.x0 == pytest.approx(60, abs=4)
    assert name.size == pytest.approx(12, rel=0.25)
    assert (round(document.pages[0].width), round(document.pages[0].height)) == (595, 842)


@needs_tesseract
@pytest.mark.parametrize("tilt", [-2.0, 1.5])
def test_a_tilted_scan_is_straightened(tilt: float) -> None:
    document = read(picture(page(LINES * 4, tilt=tilt)))
    tops = [word.top for word in document.words if word.text in ("Infirmière", "Nantes")][:2]
    assert abs(tops[0] - tops[1]) < 4


def _scan() -> Image.Image:
    """A whole CV as a scanner sees it."""
    cv = (Path(layouts.__file__).parent / "fr-dates-right" / "input.pdf").read_bytes()
    return pypdfium2.PdfDocument(cv)[0].render(scale=150 / 72).to_pil().convert("L")


def _turned(degrees: float) -> Callable[[Image.Image], Image.Image]:
    return lambda sheet: sheet.rotate(degrees, Image.Resampling.BICUBIC, expand=degrees % 90 == 0, fillcolor=255)


def _shaded(sheet: Image.Image) -> Image.Image:
    """Photographed beside a window: the paper darkens from one side to the other."""
    light = numpy.linspace(120, 235, sheet.width)[None, :]
    return Image.fromarray((light * (0.35 + 0.65 * numpy.asarray(sheet) / 255)).astype(numpy.uint8))


def _pale(sheet: Image.Image) -> Image.Image:
    return sheet.point(lambda value: 170 + value // 5)


@needs_tesseract
@pytest.mark.parametrize(
    "made", [_turned(3), _turned(-4.5), _turned(90), _turned(180), _turned(270), _turned(182), _shaded, _pale, ImageOps.invert]
)
def test_a_page_is_read_however_it_lay_on_the_glass(made: Callable[[Image.Image], Image.Image]) -> None:
    cv = parse(picture(made(_scan())), "cv.png", dt.date(2026, 11, 1))
    assert (cv.candidate.first_name, cv.candidate.last_name, cv.candidate.email) == (INES.given, INES.family, INES.email)
    assert [(post.job_title, post.start_date) for post in cv.experiences] == [(post.title, post.start) for post in INES.posts]


@needs_tesseract
def test_a_scanned_pdf_is_recognised() -> None:
    document = read(scanned(page(LINES)))
    assert document.recognised and _right(words(document)) >= 13


@needs_tesseract
def test_a_pdf_with_text_is_not_recognised() -> None:
    assert not read(pdf(("Camille Exemple infirmiere a Nantes depuis dix ans bientot",))).recognised


@needs_tesseract
def test_a_scanned_page_among_pages_of_text() -> None:
    """The page with text keeps its words and places, the picture gains some."""
    data = with_scan(("Camille Exemple infirmiere a Nantes depuis dix ans deja",), page(LINES))
    document = read(data)
    first = [word.text for word in document.words if word.page == 1]
    assert first == "Camille Exemple infirmiere a Nantes depuis dix ans deja".split()
    assert _right(" ".join(word.text for word in document.words if word.page == 2)) >= 13
    assert document.recognised and [sheet.number for sheet in document.pages] == [1, 2]


@needs_tesseract
def test_scans_beyond_the_fifth_page_are_left_out_and_told() -> None:
    document = read(with_scan(("Camille",), *(page(("Infirmière à Nantes",), dpi=100) for _ in range(7))))
    assert document.page_count == 8 > len(document.pages)


@needs_tesseract
def test_several_pages_of_a_tiff() -> None:
    first, second = page(LINES), page(("Deuxième page", *LINES))
    import io

    made = io.BytesIO()
    first.save(made, "TIFF", save_all=True, append_images=[second])
    document = read(made.getvalue())
    assert len(document.pages) == 2
    assert {word.page for word in document.words} == {1, 2}


@needs_tesseract
def test_a_blank_sheet_has_no_text() -> None:
    with pytest.raises(InvalidFile) as caught:
        read(picture(page(())))
    assert caught.value.code is ErrorCode.NO_TEXT_EXTRACTED


def test_without_language_data_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(image, "_PLACES", (str(tmp_path),))
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert not image.is_available()
    for data in (picture(page(LINES)), scanned(page(LINES))):
        with pytest.raises(Unavailable, match="tesseract-ocr-fra") as caught:
            read(data)
        assert caught.value.code is ErrorCode.RECOGNITION_UNAVAILABLE


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(InvalidFile) as caught:
        read(picture(Image.new("1", (20_000, 20_000))))
    assert caught.value.code is ErrorCode.FILE_TOO_COMPLEX


def test_a_document_with_text_needs_no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "_PLACES", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    assert words(read(docx(p("Camille")))) == "Camille"
