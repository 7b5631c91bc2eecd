"""Which way up a page lies is told from its ink, whatever grounds and rules it has."""

from __future__ import annotations

from pathlib import Path

import numpy
import pypdfium2
import pytest
from PIL import Image

from tests.golden import layouts
from workers.parsing.read.paper import evened, straightened

CASES = ("fr-dates-right", "fr-name-in-sidebar", "en-linkedin", "fr-ruled-tables", "en-europass", "fr-canva")


def _sheet(case: str) -> Image.Image:
    cv = (Path(layouts.__file__).parent / case / "input.pdf").read_bytes()
    return pypdfium2.PdfDocument(cv)[0].render(scale=2.3).to_pil().convert("L")


@pytest.mark.parametrize("case", CASES)
def test_an_upright_page_is_left_alone(case: str) -> None:
    sheet = evened(_sheet(case))
    assert straightened(sheet).tobytes() == sheet.tobytes()


@pytest.mark.parametrize("case", ["fr-dates-right", "en-linkedin", "fr-ruled-tables"])
@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_a_turned_page_comes_back(case: str, turn: Image.Transpose) -> None:
    sheet = evened(_sheet(case))
    back = straightened(sheet.transpose(turn))
    assert back.size == sheet.size
    assert numpy.abs(numpy.asarray(back, dtype=int) - numpy.asarray(sheet, dtype=int)).mean() < 2


def test_a_blank_sheet_is_left_alone() -> None:
    blank = Image.new("L", (400, 560), 255)
    assert straightened(evened(blank)).tobytes() == blank.tobytes()
