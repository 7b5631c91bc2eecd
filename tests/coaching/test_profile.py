"""/analyze: what a CV says in short, nothing guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.stage import CV, NAME
from workers import parsing
from workers.coaching import profile
from workers.cv import Candidate, Cv, Salary

TODAY = dt.date(2026, 11, 1)


def test_a_whole_profile() -> None:
    found = profile(parsing.parse(CV, "cv.txt", TODAY))
    assert {"Python", "PostgreSQL", "Docker"} <= set(found.skills) and len(found.skills) == len(set(found.skills))
    assert found.positions == ("Développeuse Python",) and found.languages == ("fr", "en")
    assert "Développeuse Python" in found.profile_summary and "Python" in found.profile_summary and "Langues" in found.profile_summary
    assert NAME.split()[0] not in found.profile_summary


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        (Salary(), None),
        (Salary(currency="EUR"), None),
        (Salary(min=45000, max=65000, currency="EUR"), (45000, 65000, "EUR")),
        (Salary(min=45000), (45000, None, None)),
    ],
)
def test_a_salary_is_never_invented(wish: Salary, shown: tuple[float | None, float | None, str | None] | None) -> None:
    found = profile(Cv(candidate=Candidate(desired_salary=wish))).salary_range
    assert (found and (found.min, found.max, found.currency)) == shown


def test_nothing_gives_nothing() -> None:
    found = profile(Cv())
    assert (found.skills, found.positions, found.languages, found.sectors, found.profile_summary) == ((), (), (), (), "")


def test_the_summary_is_in_the_language_of_the_cv_or_as_asked() -> None:
    cv = parsing.parse(CV, "cv.txt", TODAY)
    assert "ans d'expérience" in profile(cv).profile_summary and "years of experience" in profile(cv, "en").profile_summary
