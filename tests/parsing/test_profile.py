"""What follows from the values read, and what kind of document it is."""

from __future__ import annotations

import pytest

from tests.parsing.sheet import context, section
from workers.cv import Cv, DocumentType, Education, Experience, PartialDate, Seniority
from workers.parsing.document_type import document_type
from workers.parsing.fields.occupation import occupation_of
from workers.parsing.fields.profile import profile
from workers.parsing.fields.study import level_of


def _job(title: str, start: str, end: str | None, company: str = "A") -> Experience:
    dates = {"start_date": PartialDate(start), "end_date": PartialDate(end) if end else None}
    return Experience(job_title=title, company=company, current=end is None, **dates)


def test_overlapping_jobs_count_once() -> None:
    jobs = (_job("Serveur", "2020-01", "2020-12"), _job("Livreur", "2020-07", "2021-06", "B"))
    found = profile(Cv(experiences=jobs), context(section("experience", "x")))
    assert (found.total_experience_months, found.average_tenure_months) == (18, 12)
    assert found.current_job_title is None


def test_the_present_post_gives_title_company_and_seniority() -> None:
    found = profile(Cv(experiences=(_job("Directrice financière", "2015-01", None),)), context(section("experience", "x")))
    assert (found.current_job_title, found.current_company, found.seniority) == ("Directrice financière", "A", Seniority.EXECUTIVE)
    young = profile(Cv(experiences=(_job("Comptable", "2026-01", None),)), context(section("experience", "x")))
    assert young.seniority is Seniority.JUNIOR


LEVELS = {
    "Master 2 Droit social": "Bac+5 / EQF 7",
    "Licence professionnelle logistique": "Bac+3 / EQF 6",
    "BTS Comptabilité": "Bac+2 / EQF 5",
    "CAP Cuisine": "EQF 3",
    "Baccalauréat général": "Bac / EQF 4",
    "Diplôme d'ingénieur": "Bac+5 / EQF 7",
    "Doctorat en chimie": "Bac+8 / EQF 8",
    "BSc (Hons) Nursing": "Bac+3 / EQF 6",
    "MBA": "Bac+5 / EQF 7",
    "A-levels": "Bac / EQF 4",
    "Abitur": "Bac / EQF 4",
}


@pytest.mark.parametrize("degree", LEVELS)
def test_diplomas_have_a_level(degree: str) -> None:
    assert str(level_of(degree)) == LEVELS[degree]


def test_a_certificate_or_a_word_is_no_diploma() -> None:
    assert level_of("Certified Scrum Master") is None
    assert level_of("RELEVÉ DES NOTES") is None


def test_the_highest_level_reached_counts_before_one_that_goes_on() -> None:
    studies = (
        Education(degree="Doctorat", start_date=PartialDate("2025"), end_date=PartialDate("2028")),
        Education(degree="Master", end_date=PartialDate("2024")),
    )
    assert profile(Cv(educations=studies), context(section("education", "x"))).highest_education_level == "Bac+5 / EQF 7"


TITLES = {
    "Infirmière": "2221",
    "Développeuse web": "2513",
    "Développeur(se) web": "2513",
    "Staff Nurse, Elderly Medicine": "2221",
    "Chef de partie (H/F)": None,
}


@pytest.mark.parametrize("title", TITLES)
def test_titles_find_their_occupation_in_every_form(title: str) -> None:
    found = occupation_of(title)
    assert found is not None
    assert TITLES[title] in (None, found.kind)


LETTER = (
    "Madame, Monsieur,",
    "Je me permets de vous adresser ma candidature au poste de comptable dans votre entreprise.",
    "Dans l'attente de votre réponse, je vous prie d'agréer mes salutations distinguées.",
)
AD = (
    "Nous recherchons un comptable H/F",
    "Vos missions : tenue des comptes",
    "Profil recherché : vous êtes rigoureux",
    "Type de contrat : CDI",
    "Ce que nous offrons",
)


def test_letters_and_ads_are_no_cvs() -> None:
    for lines, kind in ((LETTER, DocumentType.COVER_LETTER), (AD, DocumentType.JOB_DESCRIPTION)):
        part = section("header", *lines)
        assert document_type([part], context(part)) is kind


def test_a_cv_that_ends_politely_is_a_cv() -> None:
    parts = [
        section("header", "Léa Martin", "lea@example.com"),
        section("experience", "Comptable", "2019 - 2021"),
        section("skills", "Sage", "Excel"),
    ]
    assert document_type(parts, context(*parts)) is DocumentType.CV


def test_an_invoice_is_something_else() -> None:
    part = section("header", "Facture n° 12", "Total TTC 120 €", "Conditions générales")
    assert document_type([part], context(part)) is DocumentType.OTHER


@pytest.mark.parametrize("degree", ["Postgraduate Certificate", "Leaving Certificate", "Certificat d'aptitude professionnelle"])
def test_certificates_that_are_diplomas_have_a_level(degree: str) -> None:
    assert level_of(degree) is not None
