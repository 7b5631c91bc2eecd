"""What only the width broke is one again, and what a file ends itself is not joined to the next. All people are fictional."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.parsing.made import docx, p, table
from workers.cv import Cv
from workers.parsing import parse
from workers.parsing.dates import read_dates

TODAY = dt.date(2026, 11, 1)
BOLD = "<w:b/>"
NAME = p("Camille Exemple", run="<w:b/><w:sz w:val='40'/>") + p("camille@exemple.example")
HEADING = "<w:b/><w:sz w:val='28'/>"
A4 = "<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:left='1000' w:right='1000' w:top='1000' w:bottom='1000'/>"


def cv_of(body: str, section: str = A4) -> Cv:
    return parse(docx(NAME + body, section=section), "cv.docx", TODAY)


def posts(cv: Cv) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(one.job_title, one.company, one.start_date, one.end_date) for one in cv.experiences]


def test_a_range_broken_by_a_paragraph_of_word_is_one() -> None:
    body = p("Expériences professionnelles", run=HEADING) + "".join(
        p(f"{title} | {employer} | {place} | {dates}", run=BOLD) + p("Tri de nuit, réception et inventaires.")
        for title, employer, place, dates in (
            ("Préparateur de commandes et cariste (missions)", "Rhénatis Intérim", "Strasbourg et environs", "Juin 2013 - février 2016"),
            ("Chef d'équipe expédition", "Frigolog Alsace", "Benfeld", "Octobre 2016 - mai 2018"),
        )
    )
    assert posts(cv_of(body)) == [
        ("Préparateur de commandes et cariste (missions)", "Rhénatis Intérim", "2013-06", "2016-02"),
        ("Chef d'équipe expédition", "Frigolog Alsace", "2016-10", "2018-05"),
    ]


def test_a_paragraph_that_ends_at_the_edge_does_not_go_on_in_the_next() -> None:
    """The employer's town stands at the very edge, and the text below it is a paragraph of its own."""
    post = table(
        (
            p("01.2022 - 03.2024", run=BOLD),
            p("Research Scientist – Inchkeith Institute for Renal Science (Edinburgh)")
            + p("Head of a group serving six laboratories, with a programme of training for all of the staff and of two partners."),
        ),
        (
            p("10.2018 - 12.2021", run=BOLD),
            p("Research Associate – Fenwater Biosciences Ltd (Remote)") + p("Pipelines for a start-up of nine."),
        ),
        widths=(2300, 6900),
    )
    assert [(title, company) for title, company, _, _ in posts(cv_of(p("Work Experience", run=HEADING) + post))] == [
        ("Research Scientist", "Inchkeith Institute for Renal Science"),
        ("Research Associate", "Fenwater Biosciences Ltd"),
    ]


def test_a_diploma_broken_in_a_narrow_column_keeps_its_school() -> None:
    """`Développement web et` over `mobile`: the file says that the second line goes on with the first."""
    study = p("Bachelor Développement web et mobile des entreprises 2021 - 2024", run=BOLD) + p("Digicampus 94")
    narrow = "<w:pgSz w:w='5200' w:h='16838'/><w:pgMar w:left='500' w:right='500' w:top='1000' w:bottom='1000'/>"
    found = cv_of(p("Formation", run=HEADING) + study, narrow).educations
    assert [(one.degree, one.field_of_study, one.institution) for one in found] == [
        ("Bachelor", "Développement web et mobile des entreprises", "Digicampus 94")
    ]


def test_two_words_of_a_skill_broken_in_a_narrow_column_are_one() -> None:
    narrow = "<w:pgSz w:w='4000' w:h='16838'/><w:pgMar w:left='500' w:right='500' w:top='1000' w:bottom='1000'/>"
    skills = cv_of(p("Skills", run=HEADING) + p("HubSpot, Klaviyo, Looker Studio, Figma, Shopify"), narrow).skills
    assert [skill.name for skill in skills] == ["HubSpot", "Klaviyo", "Looker Studio", "Figma", "Shopify"]


@pytest.mark.parametrize("text", ["Engineer 01.2019 / ongoing", "Engineer 2019 / present", "Ingénieure 01/2019 / aujourd'hui"])
def test_a_slash_stands_before_today_too(text: str) -> None:
    (found,), _ = read_dates(text)
    assert found.current and found.start is not None and found.start.startswith("2019")


def test_the_word_in_front_of_a_range_is_no_employer() -> None:
    stop = "<w:tabs><w:tab w:val='right' w:pos='9000'/></w:tabs>"
    body = p("Parcours professionnel", run=HEADING) + p("Statélia Conseil, Lille", run=BOLD)
    body += p("Data analyst puis data engineer\tDu 02/2018 au 10/2019", stop) + p("• Migration de 340 traitements")
    assert [(title, company) for title, company, _, _ in posts(cv_of(body))] == [("Data analyst puis data engineer", "Statélia Conseil")]


def test_a_year_behind_a_bullet_of_any_form_opens_no_post() -> None:
    body = p("Expériences professionnelles", run=HEADING)
    for title, dates in (("Comptable unique", "Mai 2021 - juin 2024"), ("Assistante comptable", "Janvier 2018 - avril 2021")):
        body += p(f"{title} | Menuiseries Corbassière | Lyon | {dates}", run=BOLD) + p("► Passage de Sage 100 à Cegid XRP (2023)")
    assert len(cv_of(body).experiences) == 2


def test_brackets_inside_brackets_are_a_place() -> None:
    body = p("Expérience", run=HEADING) + p("01/2016 - 08/2017 : Ingénieur de site – Windwerk Küste AG (Munich (Allemagne))")
    assert [(title, company) for title, company, _, _ in posts(cv_of(body))] == [("Ingénieur de site", "Windwerk Küste AG")]


def test_text_hangs_behind_the_bullet_of_a_dated_margin() -> None:
    """The date in the margin, a bullet, the title in bold, employer, place and a sentence in one broken paragraph."""
    made = io.BytesIO()
    page = Canvas(made, pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 20)
    page.drawString(118, 780, "Camille Exemple")
    page.setFont("Helvetica-Bold", 14)
    page.drawString(230, 740, "EXPERIENCE")
    top = 715
    for dates, title, rest in (
        (
            "Since 2021",
            "Shift Leader",
            (", Frigolog Alsace Cold Stores,", "Benfeld. Cold store with forty docks and a great", "many pallets."),
        ),
        (
            "2018 – 2021",
            "Stock Clerk",
            (", Rheinpaket Logistics Limited", "Company, Offenburg. Night shift with nine others", "in a team."),
        ),
    ):
        page.setFont("Helvetica", 11)
        page.drawString(118, top, dates)
        page.drawString(222, top, "•")
        page.setFont("Helvetica-Bold", 11)
        page.drawString(233, top, title)
        at = 233 + page.stringWidth(title, "Helvetica-Bold", 11)
        page.setFont("Helvetica", 11)
        page.drawString(at, top, rest[0])
        page.drawString(233, top - 13, rest[1])
        page.drawString(233, top - 26, rest[2])
        top -= 60
    page.save()
    found = posts(parse(made.getvalue(), "cv.pdf", TODAY))
    assert [(title, company) for title, company, _, _ in found] == [
        ("Shift Leader", "Frigolog Alsace Cold Stores"),
        ("Stock Clerk", "Rheinpaket Logistics Limited Company"),
    ]


def test_a_field_stands_below_its_diploma_however_much_white_parts_them() -> None:
    apart = "<w:spacing w:before='240'/>"
    body = p("Education", run=HEADING)
    for dates, school, degree, field in (
        ("2022 - 2023", "University of Wharfedale", "Postgraduate Certificate", "Mentorship and Practice Education"),
        ("2012 - 2015", "University of Dunmarrow", "BSc (Hons)", "Adult Nursing"),
    ):
        body += p(dates, apart, BOLD) + p(school, run=BOLD) + p(degree) + p(field, apart)
    assert [(one.degree, one.field_of_study, one.institution) for one in cv_of(body).educations] == [
        ("Postgraduate Certificate", "Mentorship and Practice Education", "University of Wharfedale"),
        ("BSc (Hons)", "Adult Nursing", "University of Dunmarrow"),
    ]


@pytest.mark.parametrize(
    "text, start, end",
    [("2020- 02 to 2022- 04", "2020-02", "2022-04"), ("2022- 05 to Present", "2022-05", None), ("2008 - 09", "2008", "2009")],
)
def test_a_month_torn_from_its_year_is_no_year_of_the_next_century(text: str, start: str, end: str | None) -> None:
    (found,), _ = read_dates(text)
    assert (found.start, found.end) == (start, end)


def test_a_year_and_two_digits_far_apart_are_a_month() -> None:
    ranges, dates = read_dates("2020 - 12")
    assert not ranges and [found.date for found in dates] == ["2020-12"]


def test_a_section_printed_for_two_widths_of_the_screen_is_told_once() -> None:
    posts_of = "".join(
        p(f"{title}, {employer}", run=BOLD) + p(dates)
        for title, employer, dates in (("Nurse", "Fellside Hospital", "2019 - 2022"), ("Clerk", "Lowther Ltd", "2016 - 2018"))
    )
    cv = cv_of((p("Experience", run=HEADING) + posts_of) * 2)
    assert [one.company for one in cv.experiences] == ["Fellside Hospital", "Lowther Ltd"]


def test_posts_without_a_heading_stand_below_the_name() -> None:
    body = "".join(
        p(f"{title} - {employer}. Boise, ID, {dates}", run=BOLD) + p("Packaged food, sold in many stores.")
        for title, employer, dates in (
            ("Marketing Manager", "Tallgrass Provisions", "2020-02 - Present"),
            ("Copywriter", "Cragline Outfitters", "2014-01 - 2016-03"),
        )
    )
    cv = cv_of(body + p("EDUCATION", run=HEADING) + p("Snake River State University, 2008 - 2012", run=BOLD) + p("Bachelor of Arts"))
    assert [(title, company) for title, company, _, _ in posts(cv)] == [
        ("Marketing Manager", "Tallgrass Provisions"),
        ("Copywriter", "Cragline Outfitters"),
    ]
