"""Parts that list things: certificates, prizes, projects, posts of honour, referees, interests."""

from __future__ import annotations

from tests.parsing.sheet import context, section
from workers.parsing.fields import awards, certifications, interests, projects, publications, references, volunteering
from workers.parsing.types import Section


def _rows(finder: object, part: Section) -> list[dict[str, str]]:
    found = finder.find([part], context(part))  # type: ignore[attr-defined]
    return [{name: str(value.value) for name, value in row.items()} for row in found]


def test_certificates_have_name_issuer_and_date() -> None:
    part = section("certifications", "TOEIC 885 – ETS, 2020", "Habilitation électrique B2V – Centre Ampère, mars 2023")
    assert _rows(certifications, part) == [
        {"name": "TOEIC 885", "issuer": "ETS", "date": "2020"},
        {"name": "Habilitation électrique B2V", "issuer": "Centre Ampère", "date": "2023-03"},
    ]


def test_certificates_without_dates_are_one_a_line() -> None:
    part = section("certifications", "• CACES 3", "• Sauveteur secouriste du travail")
    assert _rows(certifications, part) == [{"name": "CACES 3"}, {"name": "Sauveteur secouriste du travail"}]


def test_prizes_and_publications_are_titles() -> None:
    assert _rows(awards, section("awards", "Prix du jury, 2019")) == [{"title": "Prix du jury"}]
    assert _rows(publications, section("publications", "« Lire à douze ans », Cahiers du cycle, 2020")) == [{"title": "Lire à douze ans"}]


def test_a_year_that_ends_the_title_of_a_prize_is_part_of_it() -> None:
    part = section("awards", "Trophée du meilleur mémoire", "Prix de l'innovation 2021")
    assert [row["title"] for row in _rows(awards, part)] == ["Trophée du meilleur mémoire", "Prix de l'innovation 2021"]


def test_projects_have_a_name_a_text_and_an_address() -> None:
    part = section("projects", "Cantine : planning des repas", "https://cantine.example.org")
    assert _rows(projects, part)[0]["name"] == "Cantine"


def test_a_post_of_honour_has_a_house_and_a_role_in_either_order() -> None:
    wanted = {"organization": "Croix-Blanche", "role": "Bénévole"}
    assert _rows(volunteering, section("volunteering", "Bénévole – Croix-Blanche", "2019 - 2021")) == [wanted]
    assert _rows(volunteering, section("volunteering", "Croix-Blanche – Bénévole", "2019 - 2021")) == [wanted]


def test_referees_have_a_name_and_a_contact_and_on_request_is_nobody() -> None:
    part = section("references", "Jean Durand, directeur", "jean.durand@example.org")
    assert _rows(references, part) == [{"name": "Jean Durand", "contact": "jean.durand@example.org"}]
    assert _rows(references, section("references", "Disponibles sur demande")) == []


def test_interests_are_items() -> None:
    part = section("interests", "Boxe, randonnée", "• Podcasts")
    assert [found.value for found in interests.find([part], context(part))] == ["Boxe", "randonnée", "Podcasts"]
