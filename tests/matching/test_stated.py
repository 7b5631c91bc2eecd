"""What a CV without dated posts states in running text: years in figures and words, a year it began, trades but no tools."""

from __future__ import annotations

import pytest

from workers.cv import Candidate, Cv
from workers.matching import stated

NOW = 2026 * 12 + 10


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("8 years of experience in claims", 96),
        ("over 8 1/2 years of experience in security", 96),
        ("Ten years in the property market, top seller twice", 120),
        ("Climbing arborist, seven years. Dismantles with rigging", None),
        ("Agent d'entretien, dix ans de métier", 120),
        ("Ouvrier paysagiste depuis 2017.", 9 * 12 + 10),
        ("Six ans d'expérience, puis 12 ans d'expérience en atelier", 144),
        ("Team of fifteen, founded 30 years ago", None),
        ("Twenty five clients and 3 dogs", None),
    ],
)
def test_years_are_read_in_every_way_they_are_stated(text: str, months: int | None) -> None:
    assert stated.stated_months(text, NOW) == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5 ans Python, FastAPI, PostgreSQL", {"python": 60}),
        ("Java (3 years), 2 ans de React | Docker", {"java": 36, "react": 24}),
        ("6 ans Python et Java", {}),
        ("Python, deux enfants de 5 ans", {}),
    ],
)
def test_years_beside_one_skill_of_a_list_are_those_of_the_skill(text: str, months: dict[str, int]) -> None:
    assert stated.skill_months(text) == months


def test_tools_named_like_trades_are_no_posts() -> None:
    found = stated.posts(Cv(raw_text="QA engineer. Selenium, Postman, Docker and JMeter."), NOW)
    assert [post.occupation for post in found] == ["quality-assurance-engineer"]


@pytest.mark.parametrize("name", ["Rose Baker", "Mohamed Benali"])
def test_a_surname_is_no_trade(name: str) -> None:
    cv = Cv(candidate=Candidate(email="care@example.com"), raw_text=f"{name} Healthcare assistant care@example.com, 6 years of experience")
    assert [(post.occupation, post.months) for post in stated.posts(cv, NOW)] == [("nursing-assistant", 72)]


@pytest.mark.parametrize("text", ["Database: SQL Server 2014, MySQL", "IDE: Eclipse, STS", "Tools: Docker, Postman"])
def test_names_of_tools_and_heads_of_lists_are_no_trades(text: str) -> None:
    assert stated.posts(Cv(candidate=Candidate(), raw_text=text), NOW) == ()
