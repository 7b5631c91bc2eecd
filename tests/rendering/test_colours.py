"""Words in the agency's colour can be read, whichever colour that is."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as raw
import pytest

from workers.rendering import ResumeSettings, layouts, render
from workers.rendering.colours import BLACK, ENOUGH, GROUND, WHITE, contrast, ink, over
from workers.rendering.gallery import samples
from workers.rendering.settings import changed

PALE = ("#FFFF66", "#F4F4F4", "#FFFFFF", "#FFD1DC", "#00E5FF")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", PALE)
def test_a_pale_colour_is_written_darker(colour: str) -> None:
    assert contrast(ink(colour), GROUND) >= ENOUGH > contrast(colour, GROUND)
    assert over(colour) == BLACK


@pytest.mark.parametrize("colour", ["#1F4E79", "#7A1F1F", "#000000", "#0B6623"])
def test_a_dark_colour_stays_as_it_is(colour: str) -> None:
    assert ink(colour) == colour and over(colour) == WHITE


@pytest.mark.parametrize("colour", ["#777777", "#808080", "#E87722", "#C0392B"])
def test_words_upon_a_colour_are_the_more_legible(colour: str) -> None:
    assert contrast(colour, over(colour)) >= min(ENOUGH, max(contrast(colour, WHITE), contrast(colour, BLACK)))


@pytest.mark.parametrize("layout", layouts())
@pytest.mark.parametrize("colour", PALE[:2])
def test_every_word_of_a_print_can_be_read(layout: str, colour: str) -> None:
    settings = changed(ResumeSettings(), {"layout": layout, "accentColour": colour, "agencyName": "Acme"})
    document = pypdfium2.PdfDocument(render(samples()["fr"], settings).pdf)
    inks = _inks(document)
    ground = colour if layout == "two-column" else WHITE
    pale = [shade for shade in inks if max(contrast(shade, WHITE), contrast(shade, ground)) < ENOUGH]
    assert inks and not pale


def _inks(document: pypdfium2.PdfDocument) -> set[str]:
    """The colours that words are filled with."""
    found = set()
    for sheet in document:
        for words in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            parts = [ctypes.c_uint() for _ in range(4)]
            raw.FPDFPageObj_GetFillColor(words, *map(ctypes.byref, parts))
            found.add("#" + bytes(part.value for part in parts[:3]).hex())
    return found
