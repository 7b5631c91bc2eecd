"""The side column of `two-column` ends on the first page and leaves no band behind; long names stay short of three lines."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from msgspec.structs import replace

from workers.cv import Cv
from workers.rendering import ResumeSettings, render
from workers.rendering.gallery import DRESSES, _picture, samples
from workers.rendering.labels import labels
from workers.rendering.layout import layouts, page
from workers.rendering.settings import changed
from workers.rendering.view import view

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


@pytest.mark.parametrize("layout", layouts())
def test_a_name_in_large_type_between_portrait_and_logo_takes_two_lines(layout: str) -> None:
    """What fits a line follows from type, paper and margins, not from a number of letters."""
    dress = {**DRESSES["large"], "layout": layout, "logo": _picture("#cc3300", 420, 130)}
    pdf = render(samples()["fr"], changed(ResumeSettings(), dress), photo=_picture("#8899aa", 260, 320)).pdf
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    found = [text.get_charbox(text.search(word).get_next()[0]) for word in ("Thi", "Delmotte")]
    assert found[0][3] - found[1][3] < 2.2 * (found[0][3] - found[0][1])


def test_posts_and_courses_stand_in_one_column() -> None:
    """Hidden dates leave how long a post lasted and nothing of a course: both keep their edge."""
    settings = changed(ResumeSettings(), {"layout": "europass", "privacy": "blind"})
    text = pypdfium2.PdfDocument(render(samples()["fr"], settings).pdf)[0].get_textpage()
    edges = {
        round(text.get_charbox(text.search(title).get_next()[0])[0]) for title in ("Stagiaire de fin", "Semestre d", "Consultante data")
    }
    assert max(edges) - min(edges) <= 1


@pytest.mark.parametrize("privacy", ["blind", "standard"])
def test_a_side_column_without_words_is_none(privacy: str) -> None:
    document = pages(samples()["sparse"], privacy=privacy)
    picture = document[0].render(scale=0.2).to_pil().convert("RGB")
    assert picture.getpixel((3, picture.height // 2)) == (255, 255, 255)
    text = document[0].get_textpage()
    assert text.get_charbox(text.search("Serveuse").get_next()[0])[0] < 20 * POINTS


def test_titles_of_a_list_weigh_the_same() -> None:
    """One that lost its date and has no issuer stands among the others."""
    settings = changed(ResumeSettings(), {"privacy": "blind"})
    shown = view(samples()["long"], settings, labels("fr"))
    html = page(shown, settings, labels("fr"))
    assert 'class="line lone"' in html and 'class="line"' in html
    for section in html.split("<section")[1:]:
        assert len(set(re.findall(r'class="(line[^"]*)"', section))) <= 1


@pytest.mark.parametrize("layout", layouts())
def test_a_long_foot_stays_on_the_page_and_clear_of_the_text(layout: str) -> None:
    """The margin at the bottom grows with the lines that stand in it."""
    foot = (
        "Confidentiel, ne pas diffuser sans accord écrit du cabinet ; SIRET 123 456 789 00012, 12 rue de la Paix, 75002 Paris, FIN-DU-PIED"
    )
    document = pages(samples()["long"], layout=layout, agencyName="Delacroix, Montgolfier et Associés", footerText=foot, marginBottom=5)
    for sheet in (document[0], document[1]):
        text = sheet.get_textpage()
        start, end = (text.get_charbox(text.search(word, match_case=True).get_next()[0]) for word in ("Confidentiel", "FIN-DU-PIED"))
        assert end[1] > 1 * POINTS
        below = [text.get_text_range(number, 1) for number in range(text.count_chars()) if 0 < text.get_charbox(number)[1] < start[3]]
        printed = "".join("".join(below).split())
        assert "Delacroix" in printed[:40] and re.search(r"FIN-DU-PIED\d/\d$", printed)
