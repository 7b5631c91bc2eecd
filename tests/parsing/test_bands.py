"""Where columns begin and end: three lists below dated posts, a painted sidebar beside dates, entries inside their column."""

from __future__ import annotations

import datetime as dt
import io

from reportlab.pdfgen.canvas import Canvas

from workers.cv import Cv
from workers.parsing import parse
from workers.parsing.banners import headings_first
from workers.parsing.runs import Run
from workers.parsing.types import Word

POSTS = (
    ("Clinique Inventée", "Infirmière de bloc", "mars 2021 - août 2024"),
    ("Hôpital Imaginaire", "Infirmière de nuit", "sept. 2018 - févr. 2021"),
)
SKILLS = ("Plaies et pansements", "Bloc opératoire", "Gestes d'urgence", "Pharmacologie", "Perfusions", "Hygiène")
BOLD, PLAIN = "Helvetica-Bold", "Helvetica"


class Sheet:
    def __init__(self) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(595, 842))

    def say(self, x: float, y: float, text: str, font: str = PLAIN, size: float = 10) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def end(self, x: float, y: float, text: str) -> None:
        self.canvas.setFont(PLAIN, 10)
        self.canvas.drawRightString(x, y, text)

    def column(self, x: float, y: float, heading: tuple[str, ...], rows: tuple[str, ...]) -> None:
        for number, words in enumerate(heading):
            self.say(x, y - 17 * number, words, BOLD, 13)
        for number, words in enumerate(rows):
            self.say(x, y - 40 - 14 * number, words)

    def read(self) -> Cv:
        self.canvas.save()
        return parse(self._file.getvalue(), "cv.pdf", today=dt.date(2026, 11, 1))


def _posts(sheet: Sheet, left: float, right: float, y: float) -> None:
    for number, (house, title, dates) in enumerate(POSTS):
        sheet.say(left, y - 70 * number, house, BOLD)
        sheet.end(right, y - 70 * number, dates)
        sheet.say(left, y - 14 - 70 * number, title)
        sheet.say(left + 12, y - 28 - 70 * number, "• Accueil et suivi")


def _told(read: Cv) -> list[tuple[str | None, str | None, int | None]]:
    return [(post.job_title, post.company, post.start_date.year if post.start_date else None) for post in read.experiences]


TOLD = [("Infirmière de bloc", "Clinique Inventée", 2021), ("Infirmière de nuit", "Hôpital Imaginaire", 2018)]


def test_three_headings_in_one_row_begin_their_columns_there() -> None:
    """The dates of the posts stand over the third column, and one heading is broken over two rows."""
    sheet = Sheet()
    sheet.say(50, 790, "Inès Fictive", BOLD, 20)
    sheet.say(50, 765, "ines.fictive@example.org")
    sheet.say(50, 735, "EXPÉRIENCES", BOLD, 13)
    _posts(sheet, 50, 545, 715)
    sheet.column(50, 560, ("FORMATION",), ("Institut Fictif", "Licence Sciences", "2015 - 2018"))
    sheet.column(240, 560, ("COMPÉTENCES", "CLÉS"), ("Plaies et pansements", "Bloc opératoire", "Gestes d'urgence"))
    sheet.column(410, 560, ("LANGUES",), ("Italien (C1)", "Anglais (B2)"))
    read = sheet.read()
    assert _told(read) == TOLD
    assert [skill.name for skill in read.skills] == ["Plaies et pansements", "Bloc opératoire", "Gestes d'urgence"]
    assert [language.name for language in read.languages] == ["Italien", "Anglais"]


def test_a_painted_sidebar_begins_where_its_ground_does() -> None:
    """The dates at the right edge of the posts beside it are no part of it."""
    sheet = Sheet()
    sheet.canvas.setFillGray(0.9)
    sheet.canvas.rect(410, 0, 185, 842, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.say(30, 790, "Inès Fictive", BOLD, 20)
    sheet.say(30, 740, "EXPÉRIENCES", BOLD, 13)
    for number in range(3):
        sheet.say(30, 715 - 54 * number, f"Infirmière de bloc {number}", BOLD)
        sheet.say(30, 701 - 54 * number, "Clinique Inventée")
        sheet.say(42, 687 - 54 * number, "• Accueil et suivi")
        sheet.end(396, 701 - 54 * number, f"03/20{20 - number} - 08/20{21 - number}")
    sheet.say(30, 490, "Baccalauréat scientifique, Lycée Fictif, 2015")
    sheet.say(30, 535, "FORMATION", BOLD, 13)
    sheet.say(30, 515, "Licence Sciences infirmières, Institut Fictif, 2018")
    sheet.column(425, 790, ("CONTACT",), ("ines.fictive@example.org", "06 39 98 10 11"))
    sheet.column(425, 690, ("LANGUES",), ("Italien (C1)", "Anglais (B2)"))
    sheet.column(425, 590, ("COMPÉTENCES",), SKILLS)
    read = sheet.read()
    assert [year for *_, year in _told(read)] == [2020, 2019, 2018]
    assert [skill.name for skill in read.skills] == list(SKILLS)


def test_a_heading_ends_the_rows_of_items_above_it() -> None:
    """Two rows of two skills in a narrow column are no cards that go on through the next section."""
    sheet = Sheet()
    sheet.say(30, 790, "Inès Fictive", BOLD, 20)
    sheet.say(30, 770, "ines.fictive@example.org")
    sheet.say(30, 735, "COMPÉTENCES", BOLD, 13)
    for number, (one, other) in enumerate((("Bloc opératoire", "Pharmacologie"), ("Perfusions", "Hygiène"))):
        sheet.say(30, 715 - 14 * number, one)
        sheet.say(130, 715 - 14 * number, other)
    sheet.say(30, 677, "LANGUES", BOLD, 13)
    for number, (one, other) in enumerate((("Italien", "Courant"), ("Anglais", "Notions"))):
        sheet.say(30, 660 - 14 * number, one)
        sheet.say(130, 660 - 14 * number, other)
    read = sheet.read()
    assert {skill.name for skill in read.skills} == {"Bloc opératoire", "Pharmacologie", "Perfusions", "Hygiène"}
    assert [language.name for language in read.languages] == ["Italien", "Anglais"]


def test_a_range_too_long_for_the_margin_of_a_sidebar_is_one() -> None:
    """Its margin takes more than a third of the narrow column."""
    sheet = Sheet()
    sheet.say(30, 790, "Inès Fictive", BOLD, 20)
    sheet.say(30, 735, "EXPÉRIENCES", BOLD, 13)
    _posts(sheet, 30, 340, 715)
    sheet.say(380, 735, "FORMATION", BOLD, 13)
    for number, (begun, ended, study, school) in enumerate(
        (("2014 -", "2017", "Licence Sociologie", "Institut Fictif"), ("2011 -", "2014", "Baccalauréat", "Lycée Imaginaire"))
    ):
        sheet.say(380, 710 - 44 * number, begun)
        sheet.say(380, 696 - 44 * number, ended)
        sheet.say(450, 710 - 44 * number, study, BOLD)
        sheet.say(450, 696 - 44 * number, school)
    sheet.column(380, 600, ("LANGUES",), ("Italien (C1)", "Anglais (B2)"))
    studies = [
        (study.degree, study.start_date and study.start_date.year, study.end_date and study.end_date.year)
        for study in sheet.read().educations
    ]
    assert studies == [("Licence", 2014, 2017), ("Baccalauréat", 2011, 2014)]


def test_headings_in_the_margin_stand_beside_dates_in_a_margin_of_their_own() -> None:
    sheet = Sheet()
    sheet.say(30, 790, "Inès Fictive", BOLD, 20)
    sheet.say(30, 770, "ines.fictive@example.org")

    def heading(text: str, y: float) -> None:
        sheet.canvas.setFont(PLAIN, 13)
        sheet.canvas.drawRightString(140, y, text)

    def entry(y: float, dates: str, title: str, house: str) -> None:
        sheet.say(160, y, dates)
        sheet.say(245, y - 1, title, BOLD)
        sheet.say(245, y - 15, house)

    heading("Parcours", 740)
    heading("professionnel", 724)
    entry(740, "Depuis 11.2020", "Infirmière de bloc", "Clinique Inventée, Lyon")
    entry(704, "2018 - 2020", "Infirmière de nuit", "Hôpital Imaginaire, Lyon")
    heading("Études", 666)
    entry(668, "2014 - 2017", "Licence Sociologie", "Institut Fictif")
    heading("Langues", 630)
    sheet.say(160, 631, "Italien (C1), Anglais (B2)")
    read = sheet.read()
    assert _told(read) == [("Infirmière de bloc", "Clinique Inventée", 2020), ("Infirmière de nuit", "Hôpital Imaginaire", 2018)]
    assert [(study.degree, study.institution) for study in read.educations] == [("Licence", "Institut Fictif")]
    assert [language.name for language in read.languages] == ["Italien", "Anglais"]


def test_a_date_in_a_narrow_margin_leaves_diploma_and_school_together() -> None:
    """The text begins right of the date all through the section: neither line is what was done there."""
    sheet = Sheet()
    sheet.say(30, 790, "Inès Fictive", BOLD, 20)
    sheet.say(30, 770, "ines.fictive@example.org")
    sheet.say(30, 735, "EDUCATION", BOLD, 13)
    sheet.say(30, 715, "2010 –", size=9)
    sheet.say(30, 703, "2012", size=9)
    sheet.say(75, 715, "Master of Arts Conference", BOLD, 9)
    sheet.say(75, 703, "Interpretation", BOLD, 9)
    sheet.say(75, 691, "Fictive Institute of International", size=9)
    sheet.say(75, 679, "Studies", size=9)
    sheet.say(30, 640, "LANGUAGES", BOLD, 13)
    sheet.say(30, 620, "Italian (C1), English (B2)")
    studies = [(study.degree, study.institution) for study in sheet.read().educations]
    assert studies == [("Master of Arts", "Fictive Institute of International Studies")]


def _row(text: str, x: float, top: float, size: float) -> Run:
    return Run.of([Word(text, 1, x, top, x + 5 * len(text), top + 1.1 * size, size)])


def test_a_heading_beside_the_middle_of_its_rows_heads_the_first_too() -> None:
    """It begins between two of them; what begins at the height of a row heads that one."""
    rows = [[_row(text, 213, 237 + 15 * place, 8.5)] for place, text in enumerate(("Italien", "Anglais", "Espagnol"))]
    heading = [_row("Langues", 84, 249.6, 12)]
    lower = [_row("Langues", 84, 252, 12)]
    named = "Langues".__eq__
    assert headings_first([rows[0], heading, *rows[1:]], named) == [heading, *rows]
    assert headings_first([rows[0], lower, *rows[1:]], named) == [rows[0], lower, *rows[1:]]
