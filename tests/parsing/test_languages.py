"""Spoken languages and the language of the document."""

from __future__ import annotations

import pytest

from tests.parsing.sheet import context, section
from workers.parsing.fields import languages
from workers.parsing.language import _identifier, language_of
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


def test_a_level_before_a_name_belongs_to_the_names_behind_it() -> None:
    assert [row[::2] for row in _found("Fluent in English and French, conversational Spanish")] == [
        ("English", "Fluent in"),
        ("French", "Fluent in"),
        ("Spanish", "conversational"),
    ]
    assert [row[::2] for row in _found("Anglais courant et notions d'espagnol")] == [("Anglais", "courant"), ("espagnol", "notions d'")]
    assert _found("Native English speaker") == [("English", "en", "Native", "NATIVE")]


def test_a_paragraph_about_oneself_tells_languages() -> None:
    assert [row[0] for row in _found("Comptable depuis dix ans. Anglais courant, italien moyen. Mobile.", kind="summary")] == [
        "Anglais",
        "italien",
    ]
    assert [row[::2] for row in _found("I speak fluent English and basic Spanish.", kind="summary")] == [
        ("English", "I speak fluent"),
        ("Spanish", "basic"),
    ]
    assert _found("Professeur de français et d'anglais depuis 2012.", kind="summary") == []


def test_a_name_over_its_grade_counts_in_a_list_of_skills() -> None:
    assert [row[:3] for row in _found("Anglais", "C1", "Excel", kind="skills")] == [("Anglais", "en", "C1")]


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


TERSE = {
    "es": "Camarera de piso\nExperiencia\n2018-2022 Hotel Imaginario: limpieza de habitaciones\nEstudios\nIdiomas: inglés básico",
    "it": "Cameriera ai piani\nEsperienza\n2018-2022 Albergo Immaginario: pulizia delle camere\nStudi\nLingue: inglese base",
    "nl": "Kamermeisje\nErvaring\n2018-2022 Hotel Verzonnen: kamers schoonmaken\nOpleiding\nTalen: Engels basis",
    "pt": "Empregada de andares\nExperiência\n2018-2022 Hotel Imaginário: limpeza de quartos\nEstudos\nLínguas: inglês básico",
    "fr": "Infirmière, dix ans en maison de retraite. Soins aux patients dépendants, distribution des médicaments.",
    "en": "Backend developer, Fictional Company 2019 - present\nMSc computer science, University of Example\nNurse, ten years",
    "de": "Zimmermädchen\n2018-2022 Hotel Erfunden: Reinigung der Zimmer\nHauptschulabschluss\nSprachen: Englisch",
}


@pytest.mark.parametrize("code", TERSE)
def test_few_words_tell_a_language_without_the_heavy_model(code: str) -> None:
    """The model costs a second and 60 MB: only texts that no word or ending tells may load it."""
    loads = _identifier.cache_info().misses
    assert language_of(TERSE[code]) == code
    assert _identifier.cache_info().misses == loads


def test_what_no_word_tells_is_left_to_the_model() -> None:
    hits = sum(_identifier.cache_info()[:2])
    language_of("Xq Zw 0600000000 Kubernetes Docker Terraform Ansible Jenkins Prometheus")
    assert sum(_identifier.cache_info()[:2]) == hits + 1


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
