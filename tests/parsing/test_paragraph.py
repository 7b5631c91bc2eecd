"""CVs that a scraper made one paragraph of are read as if their lines were there."""

from __future__ import annotations

import datetime as dt

from workers.parsing import parse
from workers.parsing.read.mended import mended
from workers.parsing.read.paragraph import restored

_GLUED = (
    "DENTAL HYGIENISTProfessional SummaryPatient focused hygienist, eight years in a family practice near the lake."
    "SkillsScaling and root planingPeriodontal chartingDigital radiographsSealants and fluorideLocal anaesthesia"
    "Work History05/2016 to CurrentDental HygienistNorthmoor Dental, StateClean teeth of ten patients a day, record probing depths, "
    "take bitewings, teach brushing and flossing to children.Education2014Associate of Science: Dental Hygiene"
)
_BLANKS = (
    "CLAIMS ADJUSTER       Summary     Adjuster with six years handling losses from first notice to settlement, known for files that "
    "hold.   Experience     03/2019   to   Current     Claims Adjuster    Inspect damaged vehicles and dwellings, interview claimants, "
    "negotiate settlements with attorneys within authority.   06/2016 to 02/2019     Claims Representative     Took first notice of loss "
    "by phone and verified coverage.    Education    Bachelor of Arts"
)
TODAY = dt.date(2026, 11, 1)


def test_words_run_together_are_parted_where_lines_ended() -> None:
    lines = restored(_GLUED).split("\n")
    assert lines[:3] == [
        "DENTAL HYGIENIST",
        "Professional Summary",
        "Patient focused hygienist, eight years in a family practice near the lake.",
    ]
    assert {"Skills", "Periodontal charting", "Work History", "05/2016 to Current", "Dental Hygienist"} <= set(lines)


def test_names_written_with_capitals_inside_stay_whole() -> None:
    text = "Developer of shops in JavaScript and PowerPoint user, PostgreSQL and GitHub every day, " * 5
    assert restored(text) == text.strip()


def test_posts_of_one_paragraph_are_found_with_their_dates() -> None:
    (post,) = parse(_GLUED.encode(), "cv.txt", today=TODAY).experiences
    assert (post.job_title, str(post.start_date), post.current) == ("Dental Hygienist", "2016-05", True)
    posts = parse(_BLANKS.encode(), "cv.txt", today=TODAY).experiences
    assert [(post.job_title, str(post.start_date)) for post in posts] == [
        ("Claims Adjuster", "2019-03"),
        ("Claims Representative", "2016-06"),
    ]


def test_blanks_around_the_word_between_two_dates_part_no_line() -> None:
    text = _BLANKS.replace("06/2016 to 02/2019", "Jun 2016   to   Feb 2019")
    second = parse(text.encode(), "cv.txt", today=TODAY).experiences[1]
    assert (str(second.start_date), str(second.end_date)) == ("2016-06", "2019-02")


def test_text_with_lines_of_its_own_is_left_as_it_is() -> None:
    text = "Experience\n2019 - 2021 Nurse, Bluefield Clinic\nEducation\nDegree\n" * 10
    assert restored(text) == text


def test_a_school_inside_a_diploma_opens_no_part() -> None:
    text = "Cashier with a friendly manner and long practice at the till of a busy supermarket. " * 4 + "Education High School Diploma 2012"
    assert restored(text).split("\n")[-2:] == ["Education", "High School Diploma 2012"]


_SCRAPED = """Frameworks â¢ Jenkins â¢ Maven â¢ Operating systems: Linux, WindowsEducation Details
January 2014 Bachelor of Engineering in Computer Science, Brightwater Institute
Skill Details
SELENIUM- Exprience - 36 months
JAVA- Exprience - 48 months
TestNG - 30 months
API testing- Exprience - 12 monthsCompany Details
Automation Test Engineer, Fernwick Systems
June 2014 to March 2016
"""


def test_a_heading_that_lost_the_break_before_it_ends_a_line() -> None:
    cv = parse(_SCRAPED.encode(), "cv.txt", today=TODAY)
    assert [(skill.name, skill.level) for skill in cv.skills] == [
        ("SELENIUM", "36 months"),
        ("JAVA", "48 months"),
        ("TestNG", "30 months"),
        ("API testing", "12 months"),
    ]
    assert [(one.field_of_study, one.institution) for one in cv.educations] == [("Computer Science", "Brightwater Institute")]
    assert [(post.job_title, str(post.start_date)) for post in cv.experiences] == [("Automation Test Engineer", "2014-06")]
    assert cv.candidate.last_name is None


def test_text_read_in_another_encoding_is_mended() -> None:
    text = "Camille Ferrand\nÃ‰tudes\n2019 Licence de lettres, UniversitÃ© de lâ€™Aubrac\nExpÃ©rience\n2020 â€“ 2022 LibrairieÂ : vente"
    cv = parse(text.encode(), "cv.txt", today=TODAY)
    assert [one.institution for one in cv.educations] == ["Université de l’Aubrac"]
    assert "Expérience" in (cv.raw_text or "")


def test_words_with_the_letters_of_a_wrong_encoding_stay() -> None:
    text = "São Paulo, Âge d'or, Château d'Âne, Brâncuși, Ângela â la carte"
    assert mended(text) == text
