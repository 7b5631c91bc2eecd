"""Spoken languages and the language of the document."""

from __future__ import annotations

import pytest

from tests.parsing.sheet import context, section
from workers.parsing.fields import languages
from workers.parsing.language import language_of
from workers.resources.language import heading_kind, month_numbers
from workers.resources.language import languages as known


def _found(*lines: str, kind: str = "languages") -> list[tuple[str, str | None, str | None, str | None]]:
    part = section(kind, *lines)
    rows = languages.find([part], context(part))
    return [tuple(row[name].value if name in row else None for name in ("name", "code", "level", "cefr")) for row in rows]  # type: ignore[misc]


def test_names_levels_and_grades_are_read() -> None:
    assert _found("Français : langue maternelle", "Anglais (C1), espagnol – notions", "Allemand B1/B2") == [
        ("Français", "fr", "langue maternelle", "NATIVE"),
        ("Anglais", "en", "C1", "C1"),
        ("espagnol", "es", "notions", "A1"),
        ("Allemand", "de", "B1/B2", "B2"),
    ]


def test_a_level_stands_under_or_before_its_language_too() -> None:
    assert _found("English", "Native speaker") == [("English", "en", "Native speaker", "NATIVE")]
    assert _found("Courant : anglais, italien") == [("anglais", "en", "Courant", "C1"), ("italien", "it", "Courant", "C1")]


def test_scores_of_tests_stay_text_and_give_a_grade() -> None:
    assert _found("Anglais : TOEIC 900") == [("Anglais", "en", "TOEIC 900", "B2")]
    assert _found("English - IELTS 7.5") == [("English", "en", "IELTS 7.5", "C1")]


def test_dots_are_no_level() -> None:
    assert _found("Anglais ●●●○○") == [("Anglais", "en", None, None)]


def test_elsewhere_a_line_of_languages_counts_and_a_nationality_does_not() -> None:
    assert [row[1] for row in _found("Français, anglais courant", kind="header")] == ["fr", "en"]
    assert _found("Nationalité : Français", kind="header") == []


TEXTS = {
    "fr": "Gestion des stocks et suivi des commandes avec les équipes pour une entreprise de la région, ainsi que la mise en place",
    "en": "Managed stock and orders with the team for the whole region, and led the planning across all stores while training new staff",
    "de": "Verantwortlich für die Planung und den Einkauf mit dem Team sowie die Betreuung der Kunden im Außendienst bei der Firma",
    "es": "Responsable de la gestión de los pedidos y del almacén en una empresa familiar, con atención al cliente y formación",
    "it": "Responsabile della gestione degli ordini e del magazzino presso una azienda familiare, con assistenza alla clientela",
    "nl": "Verantwoordelijk voor het beheer van bestellingen en het magazijn bij een familiebedrijf, met klantenservice en opleiding",
    "pt": "Responsável pela gestão das encomendas e do armazém numa empresa familiar, com atendimento ao cliente e formação",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_document_is_told(code: str) -> None:
    assert language_of(TEXTS[code]) == code


def test_a_language_is_a_folder_of_data() -> None:
    """German came without a line of code: its headings, months and degrees are found by the same functions."""
    assert set(known()) >= {"fr", "en", "de"}
    assert heading_kind("Berufserfahrung") == "experience"
    assert month_numbers()["marz"] == 3
    assert any(row.eqf == 7 for row in known()["de"].degrees)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("EXPERIENCES PROFESSIONNELLES", "experience"),
        ("E X P É R I E N C E", "experience"),
        ("2. Formation :", "education"),
        ("Expérience professionelle", "experience"),
        ("Centres d’intérêt", "interests"),
        ("Langues", "languages"),
        ("Skills & Tools", "skills"),
        ("Développeur web", None),
    ],
)
def test_headings_are_known_in_every_spelling(heading: str, kind: str | None) -> None:
    assert heading_kind(heading) == kind


def test_a_hundred_languages_are_known_in_french_and_english() -> None:
    for code in ("fr", "en"):
        assert len(set(known()[code].language_names.values())) >= 100
