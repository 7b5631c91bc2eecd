"""Columns end where something crosses them: a line of text, or the line drawn beside a heading."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from workers.parsing import parse

GROUPS = {
    50: ("Métier", "Recrutement, sourcing,", "droit du travail,", "entretiens annuels,", "relations sociales,", "paie"),
    230: ("Logiciels", "Excel, Silae,", "Talentsoft"),
    400: ("Atouts", "Diplomatie,", "rigueur"),
}
POSTS = (
    ("Chargée de recrutement, Atelier Fictif", "mars 2022 - nov. 2024"),
    ("Assistante RH, Mutuelle Imaginaire", "sept. 2018 - févr. 2022"),
)


def skills_in_three_columns() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))

    def heading(text: str, y: float) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(50, y, text)
        canvas.line(50 + canvas.stringWidth(text, "Helvetica-Bold", 11) + 6, y + 4, 545, y + 4)

    canvas.setFont("Helvetica", 20)
    canvas.drawString(50, 790, "Inès Fictive")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 770, "ines.fictive@example.org")
    heading("COMPÉTENCES", 740)
    for x, (head, *rows) in GROUPS.items():
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(x, 720, head)
        canvas.setFont("Helvetica", 9)
        for number, row in enumerate(rows):
            canvas.drawString(x, 706 - 12 * number, row)
    heading("EXPÉRIENCES", 630)
    canvas.setFont("Helvetica", 10)
    for number, (post, dates) in enumerate(POSTS):
        canvas.drawString(50, 610 - 50 * number, post)
        canvas.drawRightString(545, 610 - 50 * number, dates)
        canvas.drawString(60, 595 - 50 * number, "• Suivi des candidats du premier appel à la signature du contrat, avec les équipes")
    canvas.save()
    return file.getvalue()


def test_the_line_beside_a_heading_ends_the_columns_above_it() -> None:
    """The heading is shorter than the first column is wide: without its line it would stand between two lists of skills."""
    read = parse(skills_in_three_columns(), "cv.pdf", today=dt.date(2026, 11, 1))
    assert [(post.job_title, post.company) for post in read.experiences] == [
        ("Chargée de recrutement", "Atelier Fictif"),
        ("Assistante RH", "Mutuelle Imaginaire"),
    ]
    assert "Talentsoft" in {skill.name for skill in read.skills}


def headings_in_a_margin_below_a_grey_head() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.setFillGray(0.95)
    canvas.rect(30, 430, 535, 390, fill=1, stroke=0)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 24)
    for number, line in enumerate(("Pierre", "Fictif-Exemple")):
        canvas.drawString(220, 780 - 34 * number, line)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(220, 660, "Dix ans de plein champ et de serre, conversion en bio, conduite d'équipe.")
    for number, line in enumerate(("Marmande", "pierre.fictif@example.org", "06 39 98 91 00")):
        canvas.drawString(232, 600 - 24 * number, line)
    canvas.setFont("Helvetica", 22)
    for number, line in enumerate(("Emplois", "occupés")):
        canvas.drawRightString(195, 380 - 26 * number, line)
    for number, (company, post, dates) in enumerate(
        (("Ferme Imaginaire", "Chef de culture", "févr. 2018 – Aujourd'hui"), ("Serres Fictives", "Ouvrier serriste", "2014 – 2017"))
    ):
        top = 374 - 120 * number
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(220, top, company)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(220, top - 24, post)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(220, top - 42, dates)
        canvas.drawString(232, top - 66, "• Conduite de douze hectares de légumes de plein champ")
    canvas.save()
    return file.getvalue()


def test_a_head_on_grey_ground_is_no_sidebar_of_the_margin_below() -> None:
    read = parse(headings_in_a_margin_below_a_grey_head(), "cv.pdf", today=dt.date(2026, 11, 1))
    assert [(post.job_title, post.company) for post in read.experiences] == [
        ("Chef de culture", "Ferme Imaginaire"),
        ("Ouvrier serriste", "Serres Fictives"),
    ]


def _table(canvas: Canvas, *, sidebar: bool) -> None:
    """A title, its dates at the same height: before a narrow column of its own, or in the middle of the page with a list of duties."""
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(50, 780, "EXPÉRIENCES")
    for number, (post, dates) in enumerate((*POSTS, ("Hôtesse d'accueil, Musée Inventé", "juin 2014 - août 2018"))):
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(50, 755 - 62 * number, post.partition(",")[2].strip())
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 735 - 62 * number, post.partition(",")[0])
        canvas.drawString(285 if sidebar else 180, 735 - 62 * number, dates)
        if not sidebar:
            canvas.drawString(330, 735 - 62 * number, "Suivi des dossiers")
            canvas.drawString(330, 722 - 62 * number, "Accueil des candidats")


def _page(draw: bool) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(50, 805, "Inès Fictive")
    _table(canvas, sidebar=draw)
    if draw:
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(410, 780, "COMPÉTENCES")
        canvas.setFont("Helvetica", 9)
        for number in range(16):
            canvas.drawString(410, 762 - 12.5 * number, ("Excel", "Paie", "Silae", "Talentsoft", "Sourcing")[number % 5])
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("sidebar", [False, True])
def test_dates_at_the_height_of_their_titles_are_not_parted_from_them(sidebar: bool) -> None:
    posts = parse(_page(sidebar), "cv.pdf", today=dt.date(2026, 11, 1)).experiences
    assert [(post.job_title, str(post.start_date)) for post in posts] == [
        ("Chargée de recrutement", "2022-03"),
        ("Assistante RH", "2018-09"),
        ("Hôtesse d'accueil", "2014-06"),
    ]
