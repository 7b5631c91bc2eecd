"""The side column of `two-column` ends on the first page and leaves no band behind; long names stay short of three lines."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace

from workers.cv import Cv
from workers.rendering import ResumeSettings, render
from workers.rendering.gallery import DRESSES, samples
from workers.rendering.settings import changed

POINTS = 72 / 25.4


def pages(cv: Cv, **dress: object) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(render(cv, changed(ResumeSettings(), {"layout": "two-column", **dress})).pdf)


def lowest(page: pypdfium2.PdfPage, right: float) -> float:
    """The bottom of the lowest word of the side column, in points from the foot of the page."""
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    return min(bottom for left, bottom, _, _ in boxes if left < right and bottom != 0)


@pytest.mark.parametrize("dress", ["plain", "arial", "large", "small", "letter"])
def test_the_side_column_ends_on_its_page(dress: str) -> None:
    given = DRESSES.get(dress, {})
    settings = changed(ResumeSettings(), given)
    for name in ("fr", "long"):
        document = pages(samples()[name], **given)
        assert lowest(document[0], (settings.page.margin_x + 40) * POINTS) > settings.page.margin_bottom * POINTS


@pytest.mark.parametrize("name", ["fr", "en", "long"])
def test_no_band_runs_down_pages_without_a_column(name: str) -> None:
    document = pages(samples()[name])
    first, *others = [document[number].render(scale=0.2).to_pil().convert("RGB") for number in range(len(document))]
    assert others and first.getpixel((3, first.height - 3)) == (238, 241, 245)
    assert {page.getpixel((3, page.height // 2)) for page in others} == {(255, 255, 255)}


def test_what_does_not_fit_beside_stands_in_the_main_column() -> None:
    cv = samples()["long"]
    many = tuple(replace(skill, name=f"{skill.name} numéro {turn}") for turn in range(6) for skill in cv.skills)
    document = pages(replace(cv, skills=many))
    texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    assert "numéro 5" not in texts[0] and "numéro 5" in "".join(texts)
    assert "Vietnamien" in texts[0]


@pytest.mark.parametrize("layout", ["modern", "two-column", "compact", "europass"])
def test_a_long_name_beside_a_logo_takes_two_lines(layout: str) -> None:
    cv = samples()["fr"]
    person = replace(cv.candidate, first_name="Marie-Charlotte", last_name="de Villeneuve-Esclapon du Plessis")
    document = pages(replace(cv, candidate=person), layout=layout, agencyName="Acme Recruiting International")
    text = document[0].get_textpage()
    name = text.search("Marie-Charlotte").get_next()
    assert name
    start = text.search("Plessis").get_next()
    assert start
    tops = [text.get_charbox(found[0])[3] for found in (name, start)]
    heights = [text.get_charbox(found[0])[3] - text.get_charbox(found[0])[1] for found in (name,)]
    assert tops[0] - tops[1] < 2.2 * heights[0]
