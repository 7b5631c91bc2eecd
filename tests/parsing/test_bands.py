"""Where columns begin and end: three lists below dated posts, a painted sidebar beside dates, entries inside their column."""

from __future__ import annotations

import datetime as dt
import io

from reportlab.pdfgen.canvas import Canvas

from workers.cv import Cv
from workers.parsing import parse

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
