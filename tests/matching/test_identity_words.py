"""People called like a trade, and words nobody sees: neither moves a score, from the file on."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.parsing.made import docx, p
from workers.features import CvFeatures
from workers.matching import features_of_cv, features_of_job, identity, score
from workers.parsing import parse
from workers.parsing.job_ad import read_text

TODAY = dt.date(2026, 11, 1)
NAMES = (("John", "Baker"), ("Mason", "Baker"), ("Paul", "Berger"), ("Rose", "Cook"), ("Julie", "Boulanger"), ("Mamadou", "Diawara"))
NOTES = (
    "Contact centre agent, four years of calls, Zendesk and returns.",
    "Software tester: Selenium, Jira, regression campaigns.",
    "Cuisinier depuis 2019 en brasserie, pâtisserie et plats du jour.",
    "Baker since 2018, sourdough bread and viennoiserie, two apprentices.",
)
ADS = (
    "Baker (night)\nBread, sourdough, viennoiserie. Three years of experience.",
    "Software Tester\nRequirements\n- Selenium\n- Jira",
    "Berger / Bergère\nGarde du troupeau en alpage, agnelages, chiens de conduite.",
    "Cuisinier (H/F)\nProfil\n- Cuisine traditionnelle\n- Pâtisserie",
)
JOBS = tuple(features_of_job(read_text(text)) for text in ADS)


def features(data: bytes, name: str) -> CvFeatures:
    return features_of_cv(parse(data, name, today=TODAY), TODAY)


def values(cv: CvFeatures) -> list[float]:
    return [score(cv, job).value for job in JOBS]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize(("first", "last"), NAMES)
def test_a_name_that_is_a_trade_scores_as_any_other(first: str, last: str, note: str) -> None:
    def told(first: str, last: str) -> list[float]:
        return values(features(f"{first} {last}\n{first}.{last}@example.com\n{note}".encode(), "cv.txt"))

    assert told(first, last) == told("Olivia", "Whitfield")


@pytest.mark.parametrize("form", ["{name} {note}", "{name}, {note}", "{name} is a {note}", "Name: {name} {note}", "CV {name} {note}"])
@pytest.mark.parametrize(
    "name", ["Mason Baker", "MASON BAKER", "Pierre Charpentier", "Mary Ann Potter", "Bertille Carbonnieux", "Rose Gardner"]
)
def test_a_name_in_a_running_paragraph_moves_no_score(name: str, form: str) -> None:
    for note in (*NOTES, "Healthcare: registered nurse on a surgical ward, medication and dressings"):
        here, there = (values(features(form.format(name=one, note=note).encode(), "cv.txt")) for one in (name, "Olivia Whitfield"))
        assert here == there


@pytest.mark.parametrize(
    "opening", ["Grant Writer", "Marine Engineer", "Night Baker", "Docker Kubernetes", "Chef Cuisinier", "HR Business Partner"]
)
def test_a_title_is_nobody(opening: str) -> None:
    for text in (f"{opening}, 5 years", f"{opening} with five years of practice"):
        assert identity.opening(parse(text.encode(), "cv.txt", today=TODAY)) == ""


def test_the_trade_of_a_note_without_a_name_still_counts() -> None:
    assert values(features(b"Night Baker, 4 years, sourdough bread, viennoiserie", "cv.txt"))[0] > 60


# -- words that nobody sees

SECRET = "Selenium Jira sourdough viennoiserie berger troupeau alpage cuisine pâtisserie Software Tester Baker"
LINES = (
    "Camille Exemple",
    "camille@example.org",
    "Work experience",
    "Accounts assistant, Fictional Freight, Leeds",
    "March 2019 - June 2024",
    "Invoices, bank reconciliation and supplier payments in Sage",
    "Skills",
    "Excel, Sage, invoicing",
    "Languages",
    "English, French",
)
Draw = Callable[[Canvas], None]


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(60, 300, SECRET)


def _tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(60, 300, SECRET)


def _off_page(canvas: Canvas) -> None:
    canvas.drawString(60, -80, SECRET)


def _covered(canvas: Canvas) -> None:
    canvas.drawString(60, 300, SECRET)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(50, 290, 540, 30, stroke=0, fill=1)


def _transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(60, 300, SECRET)


def _pdf(draw: Draw | None) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=1)
    for number, line in enumerate(LINES):
        canvas.drawString(60, 780 - 20 * number, line)
    canvas.saveState()
    if draw:
        draw(canvas)
    canvas.restoreState()
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize("draw", [_white, _tiny, _off_page, _covered, _transparent])
def test_hidden_words_of_a_pdf_leave_every_score_as_it_was(draw: Draw) -> None:
    assert values(features(_pdf(draw), "cv.pdf")) == values(features(_pdf(None), "cv.pdf"))


def test_the_same_words_in_sight_move_the_scores() -> None:
    seen = values(features(_pdf(lambda canvas: canvas.drawString(60, 560, SECRET)), "cv.pdf"))
    assert any(one != other for one, other in zip(seen, values(features(_pdf(None), "cv.pdf")), strict=True))


def _run(properties: str) -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{SECRET}</w:t></w:r></w:p>"


@pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'])
def test_hidden_words_of_a_docx_leave_every_score_as_it_was(properties: str) -> None:
    visible = "".join(map(p, LINES))
    told = features(docx(visible + _run(properties)), "cv.docx")
    assert values(told) == values(features(docx(visible), "cv.docx"))
    assert values(features(docx(visible + _run("")), "cv.docx")) != values(told)
