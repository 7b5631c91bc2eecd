"""Lists of skills, item by item; skills of a text; months and last use."""

from __future__ import annotations

import pytest

from tests.parsing.sheet import context, section
from workers.cv import Experience, PartialDate, Skill
from workers.parsing.fields import skills
from workers.parsing.fields.practice import enriched, practised
from workers.parsing.types import Section


def _names(*parts: Section) -> list[str]:
    return [row["name"].value for row in skills.find(parts, context(*parts))]


def test_commas_bullets_bars_and_gaps_part_items() -> None:
    assert _names(section("skills", "Python, SQL, Docker")) == ["Python", "SQL", "Docker"]
    assert _names(section("skills", "• Soudure TIG", "• Lecture de plans")) == ["Soudure TIG", "Lecture de plans"]
    assert _names(section("skills", "Word | Excel | Outlook")) == ["Word", "Excel", "Outlook"]
    assert _names(section("skills", "Gestion de projet      Négociation grands comptes")) == [
        "Gestion de projet",
        "Négociation grands comptes",
    ]


def test_labels_of_groups_are_no_skills() -> None:
    assert _names(section("skills", "Backend : Python, Go", "*Outils* Git, Docker")) == ["Python", "Go", "Git", "Docker"]


def test_brackets_and_slashes_stay_in_their_item() -> None:
    assert _names(section("skills", "Excel (TCD, macros), FIFO / FEFO, C/C++")) == ["Excel (TCD, macros)", "FIFO / FEFO", "C/C++"]


def test_levels_are_split_off() -> None:
    part = section("skills", "Java (avancé), Python – expert, SQL 80 %")
    rows = skills.find([part], context(part))
    assert [(row["name"].value, row["level"].value) for row in rows] == [("Java", "avancé"), ("Python", "expert"), ("SQL", "80 %")]


def test_spoken_languages_and_addresses_are_no_skills() -> None:
    assert _names(section("skills", "Anglais courant, Python, lea@example.com")) == ["Python"]
    assert _names(section("skills", "Excel, Niveau B2, C1, anglais B2, Permis C1")) == ["Excel", "Permis C1"]


def test_a_skill_broken_over_two_lines_is_one() -> None:
    assert "allergen management" in _names(
        section("skills", "Clipping, hand-stripping, P&L, allergen", "management, rotas and the orders of the week")
    )


def test_a_licence_of_a_trade_is_a_skill_the_one_for_a_car_is_none() -> None:
    assert _names(section("skills", "Permis B, Permis D, Permis C1E, Permis nacelle, Driving licence, Python")) == [
        "Permis D",
        "Permis C1E",
        "Permis nacelle",
        "Python",
    ]


def test_a_short_list_beside_the_skills_is_a_group_of_them() -> None:
    head, group = section("skills", "Python, SQL"), section("other", "Docker", "Kubernetes", title="Infra", top=100)
    assert _names(head, group) == ["Python", "SQL", "Docker", "Kubernetes"]


def test_skills_of_a_job_are_listed_only_when_there_is_no_list() -> None:
    job, listed = section("experience", "Migration vers PostgreSQL et Docker"), section("skills", "Python, SQL", top=100)
    assert _names(job, listed) == ["Python", "SQL"]
    assert {"PostgreSQL", "Docker"} <= set(_names(job))


@pytest.mark.parametrize(
    ("name", "identifier"), [("Python", "python"), ("soins infirmiers", "nursing-care"), ("Nursing care", "nursing-care")]
)
def test_both_languages_meet_in_one_concept(name: str, identifier: str) -> None:
    part = section("skills", f"{name}, Gestion")
    assert skills.find([part], context(part))[0]["taxonomy_id"].value == identifier


def test_months_are_the_union_of_the_jobs_that_show_a_skill() -> None:
    page = context(section("experience", "x"))
    jobs = [
        Experience(job_title="Dev", description="Python, Docker", start_date=PartialDate("2020-01"), end_date=PartialDate("2020-12")),
        Experience(job_title="Dev", description="Python", start_date=PartialDate("2020-07"), end_date=PartialDate("2021-06")),
    ]
    known = practised([Skill(name="Python", taxonomy_id="python"), Skill(name="Rust", taxonomy_id="rust")], jobs, page)
    assert [(one.months, one.last_used) for one in known] == [(18, "2021-06"), (None, None)]


def test_a_job_gains_its_months_occupation_contract_and_skills() -> None:
    page = context(section("experience", "x"))
    job = Experience(
        job_title="Infirmière (CDD)", company="Clinique", description="Prises de sang", start_date=PartialDate("2020-01"), current=True
    )
    full = enriched(job, page)
    assert (full.duration_months, full.occupation_code, full.contract_type) == (83, "2221", "CDD")
    assert full.skills == ("Prise de sang",) or full.skills == ("Venepuncture",)
    assert enriched(Experience(job_title="Dev", start_date=PartialDate("2020")), page).duration_months is None
