"""Web pages that a word processor saved: their menu, boxes without a blank between them, dates printed twice, indents left behind."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.parsing.made import docx, p, text_box, word, words
from tests.parsing.sheet import HEIGHT, context, line
from workers.cv import Cv, PartialDate
from workers.parsing import parse
from workers.parsing.durations import is_length
from workers.parsing.entries import entries
from workers.parsing.fields import education, experience
from workers.parsing.menus import without_menu
from workers.parsing.read import read
from workers.parsing.read.glued import is_seam, parted
from workers.parsing.types import Section

DATES = {
    "BookkeeperJanuary 2011": "Bookkeeper January 2011",
    "Aide-soignantesept. 2014août 2016": "Aide-soignante sept. 2014 août 2016",
    "2011Present": "2011 Present",
    "juin 2014aujourd'hui": "juin 2014 aujourd'hui",
    "Omar 2019": "Omar 2019",
    "marie1990mai@example.fr": "marie1990mai@example.fr",
    "1990mai@example.fr": "1990mai@example.fr",
    "2019er Jahrgang": "2019er Jahrgang",
}
SEAMS = {
    ("Nurse", "Leeds"): True,
    ("systèmes", "novembre"): True,
    ("2014", "Nurse"): True,
    ("D", "UPONT"): False,
    ("LE", "GOFF"): False,
    ("infirm", "ière"): False,
    ("Camille", ","): False,
}
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="1285" w:hanging="283"/>'
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _parsed(body: str) -> Cv:
    return parse(docx(body, numbering=LISTS), "page.docx", today=dt.date(2026, 11, 1))


def _bold(text: str) -> str:
    return p(text, run="<w:b/><w:sz w:val='30'/>")


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(one.text for one in without_menu([line(text, row * HEIGHT) for row, text in enumerate(texts)]))


def _part(kind: str, *texts: str) -> Section:
    """Lines of a section; those that begin with a star are printed like headings."""
    lines = [line(text.lstrip("*"), HEIGHT * row, bold=text.startswith("*")) for row, text in enumerate(texts)]
    large = [one._replace(words=tuple(word._replace(size=14.0) for word in one.words)) if one.words[0].bold else one for one in lines]
    return Section(kind, "", tuple(large))


def test_a_menu_of_headings_that_come_again_is_left_out() -> None:
    menu = ("• Profile", "• Work experience", "• Education")
    page = ("Camille Exemple", "Profile", "A nurse.", "Work experience", "Nurse", "Education", "A diploma")
    assert _lines("×", *menu, *page) == ("×", *page)


def test_headings_that_come_once_are_no_menu() -> None:
    page = ("Camille Exemple", "Profile", "Work experience", "Education", "A diploma")
    assert _lines(*page) == page


def test_the_mark_of_a_link_to_a_heading_is_no_text() -> None:
    assert _lines("• #", "Nurse", "¶", "C# and F#") == ("Nurse", "C# and F#")


@pytest.mark.parametrize("text", DATES)
def test_letters_that_touch_a_date_are_parted_from_it(text: str) -> None:
    assert parted(text) == DATES[text]


TRADES = {
    "Site ManagerLakeshore Ironworks": "Site Manager\tLakeshore Ironworks",
    "Camille ExempleSite Manager": "Camille Exemple\tSite Manager",
    "Développeuse JavaScript chez DevOps Fictif": "Développeuse JavaScript chez DevOps Fictif",
    "GitLab, PowerPoint, LinkedIn Recruiter": "GitLab, PowerPoint, LinkedIn Recruiter",
    "Élise McDonald": "Élise McDonald",
}


@pytest.mark.parametrize("text", TRADES)
def test_a_capital_in_a_word_beside_a_trade_begins_another_box(text: str) -> None:
    assert parted(text) == TRADES[text]


def test_a_link_beside_a_title_is_a_box_of_its_own() -> None:
    body = '<w:p><w:r><w:t>Chef de rang</w:t></w:r><w:hyperlink r:id="l1"><w:r><w:t>Auberge Fictive</w:t></w:r></w:hyperlink></w:p>'
    document = read(docx(body, links={"l1": "https://auberge.example.org"}))
    assert words(document) == "Chef de rang Auberge Fictive"
    assert word(document, "Auberge").x0 - word(document, "rang").x1 > 1.5 * word(document, "rang").size


@pytest.mark.parametrize("pair", SEAMS)
def test_a_change_of_look_without_a_blank_may_part_two_words(pair: tuple[str, str]) -> None:
    assert is_seam(*pair) is SEAMS[pair]


def test_runs_of_two_looks_are_two_words_in_a_document() -> None:
    runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>Bookkeeper</w:t></w:r><w:r><w:t>January 2011Present</w:t></w:r>"
    assert words(read(docx(f"<w:p>{runs}</w:p>"))) == "Bookkeeper January 2011 Present"


def test_a_box_without_width_pushes_nothing_below_it_aside() -> None:
    box = f"<w:p><w:r><w:t>Leeds</w:t></w:r><w:r>{text_box(p('Location:'), x=56, y=0, width=1, height=150)}</w:r></w:p>"
    document = read(docx(box + p("one") * 4 + p("Nurse")))
    assert word(document, "Nurse").x0 < 60


def test_a_name_that_presents_itself_is_a_name() -> None:
    cv = _parsed(
        p("Hello, World.") + _bold("I'm Mary Exemple.") + p("Nurse") + p("mary.exemple@example.com") + p("A nurse of ten years. ") * 5
    )
    assert (cv.candidate.first_name, cv.candidate.last_name) == ("Mary", "Exemple")


def test_dates_at_the_end_of_a_title_open_an_entry_right_of_the_margin_of_a_list() -> None:
    first = p("Team Lead Oct 2021 — Present") + p("Midshire Parcel Hub, Daventry") + p("Shift of 32 pickers", BULLET)
    second = p("Forklift Operator Mar 2018 — Sep 2021", '<w:ind w:left="576"/>') + p("Corby Steel Ltd, Corby")
    cv = _parsed(_bold("Jo Exemple") + p("jo@example.com") + _bold("Experience") + first + second)
    assert [(job.job_title, job.company) for job in cv.experiences] == [
        ("Team Lead", "Midshire Parcel Hub"),
        ("Forklift Operator", "Corby Steel Ltd"),
    ]


def test_where_nothing_stands_over_the_first_date_the_line_over_a_later_one_ends_an_entry() -> None:
    rows = (
        "Université d'Exemple sept. 2011 — juin 2012",
        "Master - Géographie",
        "Lycée des Deux-Caps sept. 2008 — juin 2011",
        "Bac - Lettres",
    )
    part = _part("education", *rows)
    found = [{name: one.value for name, one in row.items()} for row in education.find([part], context(part).body)]
    assert [(row["institution"], row["degree"]) for row in found] == [("Université d'Exemple", "Master"), ("Lycée des Deux-Caps", "Bac")]


def test_dates_printed_again_below_the_text_open_no_second_post() -> None:
    rows = (
        "*Nurse, Ward Clinic",
        "mars 2016 — octobre 2019 4 years",
        "• one",
        "• two",
        "• three",
        "• four",
        "mars 2016",
        "—",
        "octobre 2019",
        "4 years",
    )
    part = _part("experience", *rows)
    found = experience.find([part], context(part).body)
    assert [(row["start_date"].value, row["end_date"].value) for row in found] == [(PartialDate("2016-03"), PartialDate("2019-10"))]


def test_a_repeated_date_with_its_length_below_the_text_is_no_post() -> None:
    first = ("*Nurse, Ward Clinic", "mars 2016 — octobre 2019 4 years", "• one", "• two", "• three", "mars 2016 — octobre 2019", "4 years")
    second = ("*Midwife, Lake Hospital", "mai 2012 — juin 2015 3 years", "• one", "• two", "• three", "mai 2012 — juin 2015", "3 years")
    part = _part("experience", *first, *second)
    found = experience.find([part], context(part).body)
    assert [(row["job_title"].value, row["company"].value) for row in found] == [("Nurse", "Ward Clinic"), ("Midwife", "Lake Hospital")]


def test_a_length_of_time_on_a_line_of_its_own_is_part_of_no_entry() -> None:
    rows = ("Nurse", "mars 2016 — octobre 2019", "4 years", "• Ward of twelve beds")
    lines = [line(text, 3 * HEIGHT * row) for row, text in enumerate(rows)]
    (entry,) = entries(lines, context(Section("experience", "", tuple(lines))).body)
    assert [one.text for one in (*entry.head, *entry.body)] == ["Nurse", "mars 2016 — octobre 2019", "• Ward of twelve beds"]


def test_two_months_side_by_side_are_a_range() -> None:
    part = _part("experience", "*Cashier January 1998 January 2003", "Anglia Savings Bank")
    (row,) = experience.find([part], context(part).body)
    assert (row["start_date"].value, row["end_date"].value) == (PartialDate("1998-01"), PartialDate("2003-01"))


@pytest.mark.parametrize(("text", "alone"), [("2 ans 3 mois", True), ("(4 years)", True), ("Nurse, 4 years", False), ("2019", False)])
def test_a_length_of_time_may_stand_alone(text: str, alone: bool) -> None:
    assert is_length(text) is alone
