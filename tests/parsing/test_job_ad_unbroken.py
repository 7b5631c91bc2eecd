"""Ads that scrapers made one paragraph of."""

from __future__ import annotations

import pytest

from workers.parsing.job_ad import read_text
from workers.resources import taxonomy

ADS = {
    "headings": """Data Engineer Tidemark Mobility runs ferries. Responsibilities Build batch pipelines in Airflow and look after
        them at night Requirements At least 3 years as a data engineer Python with tests Strong SQL Nice to have Kafka What we offer
        Permanent contract and a ferry pass for the whole family of yours""",
    "items": """Infirmier de nuit (H/F) Clinique du Grand Pré, Dole Missions - surveiller les patients - préparer les perfusions
        - tenir les transmissions - encadrer les étudiants Profil - Diplôme d'État d'infirmier exigé - AFGSU 2 - 2 ans d'expérience
        - maîtrise de NETSoins Un plus ECMO""",
    "bold": """**Backend Developer** Lumenfield builds tide tables. **Requirements** + Python, three years + PostgreSQL + Docker
        **Nice to have** + Kafka + Terraform **What we offer** A desk by the sea and a permanent contract with 30 days of leave""",
    "numbers": """JOB TITLE: Mechanical Designer DUTIES 1. Draw housings in SolidWorks. 2. Check drawings of others. 3. Talk to the
        foundry QUALIFICATIONS Five years of experience with ANSYS. PREFERRED Windchill. COMPENSATION $90,000 per year and relocation""",
}


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "title", "must", "nice"),
    [
        ("headings", "Data Engineer", {"Python", "SQL"}, {"Kafka"}),
        ("items", "Infirmier de nuit", {"Diplôme d'État d'infirmier", "AFGSU 2", "NETSoins"}, {"ECMO"}),
        ("bold", "Backend Developer", {"Python", "PostgreSQL", "Docker"}, {"Kafka", "Terraform"}),
        ("numbers", "Mechanical Designer", {"SolidWorks", "ANSYS"}, {"Windchill"}),
    ],
)
def test_parts_are_found_again(name: str, title: str, must: set[str], nice: set[str]) -> None:
    ad = read_text(flat(ADS[name]))
    assert ad.title == title
    assert must <= {need.name for need in ad.must_have}
    assert nice <= {need.name for need in ad.nice_to_have}
    assert not nice & {need.name for need in ad.must_have}


REST = "The work is varied, the team is small, and the harbour is right below our windows. " * 3


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Executive Assistant (bilingual) The Chief Executive of Orrin Mutual divides her week between two towns.",
            "Executive Assistant (bilingual)",
        ),
        ("Junior Front-end Developer We are Kettle Lane, nine people above a bakery.", "Junior Front-end Developer"),
        ("Avocat collaborateur en droit social Ferrand Tulle est un cabinet de dix avocats.", "Avocat collaborateur en droit social"),
        ("Hôtel du Vieux Bassin cherche réceptionniste tournant (h/f) pour la saison.", "réceptionniste tournant"),
        ("URGENT - Cherche plombier chauffagiste confirmé pour dépannage.", "plombier chauffagiste confirmé"),
        ("Avantages : mutuelle, 13e mois. Nous recherchons pour un client un(e) gestionnaire de paie.", "gestionnaire de paie"),
        ("Mission : Développeur mobile, six mois, Lyon.", "Développeur mobile"),
        ("We're hiring! Are you a pastry chef with a love of detail?", "pastry chef"),
        ("CHEF DE PROJET INFORMATIQUE Sociéte Nord Vague, Lille.", "CHEF DE PROJET INFORMATIQUE"),
        ("Chargé de recherche clinique - CDI Institut Bellecombe, Nantes.", "Chargé de recherche clinique"),
    ],
)
def test_the_title_ends_where_something_else_begins(opening: str, title: str) -> None:
    assert read_text(f"{opening} {REST}").title == title


def test_words_in_the_middle_of_a_sentence_are_no_headings() -> None:
    ad = read_text(f"Nurse\n\nYou report to the Head of Skills Development and to the board of the Company Museum in Leith. {REST}")
    assert "Skills Development" in (ad.description or "")


def test_the_ideal_candidate_is_no_wish() -> None:
    ad = read_text(f"Data Analyst\n{REST}\nThe ideal candidate has 2+ years of experience and strong SQL skills. Snowflake is desirable.")
    assert [need.name for need in ad.must_have] == ["SQL"]
    assert ad.minimum_years == 2


def test_what_stands_behind_a_trade_that_is_called_for_is_asked() -> None:
    ad = read_text("Hi all, we have an opening for QA Automation Engineer with Selenium and Cypress. Kindly share profiles.")
    assert {"Selenium", "Cypress"} <= {need.name for need in ad.must_have}


def test_a_skill_does_not_run_into_the_next_line() -> None:
    found = taxonomy.find("2 ans en production sur Spark\nPython et SQL au quotidien")
    assert [match.concept.label("en") for match in found] == ["Spark", "Python", "SQL"]
    assert [match.concept.id for match in taxonomy.find("experience of machine\nlearning")] == ["machine-learning"]
