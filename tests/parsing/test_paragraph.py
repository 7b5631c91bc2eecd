"""CVs that a scraper made one paragraph of are read as if their lines were there."""

from __future__ import annotations

import datetime as dt

from workers.parsing import parse
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
