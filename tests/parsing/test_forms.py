"""Entries told as a form: what each part is stands in front of it, at the right edge of a margin or before a colon."""

from __future__ import annotations

import pytest

from tests.parsing.test_facing import PLAIN, Text, _heading, _read
from workers.parsing.form_labels import label_of

POSTS = (
    ("From 2019 to present", "Bookkeeper", "Fictional Mills Ltd"),
    ("From 2015 to 2019", "Accounts Assistant", "Invented Joinery"),
    ("From 2012 to 2015", "Cashier", "Imaginary Savings Bank"),
)
LONG = "Ledgers, payroll and monthly returns for some forty people on two sites"


def _rows(top: float, *rows: tuple[str, str]) -> list[Text]:
    labels = [(-180.0, top + 13 * number, label, PLAIN, 9.0) for number, (label, _) in enumerate(rows)]
    return labels + [(195.0, top + 13 * number, text, PLAIN, 9.0) for number, (_, text) in enumerate(rows)]


def _form(label: str) -> list[Text]:
    texts = [_heading(95, "WORK EXPERIENCE")]
    for place, (dates, title, house) in enumerate(POSTS):
        rows = (("Dates", dates), ("Occupation or position held", title), ("Name of employer", house), (label, LONG))
        texts += _rows(120 + 65 * place, *rows)
    return texts


@pytest.mark.parametrize("label", ["Main activities", "Main activities and responsibilities"])
def test_labels_in_the_margin_are_no_part_of_a_post(label: str) -> None:
    posts = _read(*_form(label)).experiences
    assert [(post.job_title, post.company, str(post.start_date)) for post in posts] == [
        (title, house, dates.split()[1]) for dates, title, house in POSTS
    ]
    assert all(post.description == LONG for post in posts)


def test_what_no_list_knows_is_the_school_because_its_label_says_so() -> None:
    studies = [("2010 - 2012", "Certificate of Crafts", "Fictional Green"), ("2008 - 2010", "Crafts of the Hand", "Imaginary House")]
    texts = [_heading(340, "EDUCATION")]
    for place, (dates, degree, house) in enumerate(studies):
        rows = (("Dates", dates), ("Title of qualification awarded", degree), ("Name of organisation", house))
        texts += _rows(365 + 55 * place, *rows)
    read = _read(*_form("Main activities"), *texts)
    assert [(study.institution, str(study.end_date)) for study in read.educations] == [
        ("Fictional Green", "2012"),
        ("Imaginary House", "2010"),
    ]


def test_labels_before_a_colon_are_cut_off() -> None:
    rows = ("Poste : Vendeuse", "Entreprise : Librairie Rêvée", "Période : 2014 - 2016", "Poste : Hôtesse", "Entreprise : Musée Inventé")
    texts = [(30.0, 120.0 + 13 * number, row, PLAIN, 9.0) for number, row in enumerate((*rows, "Période : 2012 - 2014"))]
    posts = _read(_heading(95, "EXPÉRIENCE"), *texts).experiences
    assert [(post.job_title, post.company, str(post.end_date)) for post in posts] == [
        ("Vendeuse", "Librairie Rêvée", "2016"),
        ("Hôtesse", "Musée Inventé", "2014"),
    ]


def test_a_label_is_the_whole_of_its_text() -> None:
    assert label_of("Nom de l'employeur :") == "house"
    assert label_of("Prénom et nom de l'employeur") is None


def test_the_name_of_the_form_is_not_the_name() -> None:
    form: list[Text] = [
        (30, 90, "Europass", PLAIN, 14),
        (30, 110, "Curriculum Vitae", PLAIN, 14),
        *_rows(140, ("Name / Surname", "Maud Fictional")),
    ]
    read = _read(*form, *((x, top + 90, text, font, size) for x, top, text, font, size in _form("Main activities")), head=())
    assert (read.candidate.first_name, read.candidate.last_name) == ("Maud", "Fictional")
