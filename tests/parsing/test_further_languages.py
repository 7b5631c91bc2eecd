"""CVs in languages without a folder of words, and documents that are no CV."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from workers.cv import Cv, DocumentType
from workers.parsing import parse
from workers.parsing.dates import find_ranges

FILES = Path(__file__).parent / "files"
SPOKEN = {
    "es": [("Español", "es", "NATIVE"), ("Inglés", "en", "B2"), ("Francés", "fr", "A2")],
    "it": [("Italiano", "it", "NATIVE"), ("Inglese", "en", "C1"), ("Tedesco", "de", "A2")],
    "nl": [("Nederlands", "nl", "NATIVE"), ("Engels", "en", "C1"), ("Duits", "de", "B1")],
}
PEOPLE = {
    "es": ("Lucía", "lucia.fernandez@example.es", "+34612345678", "Sevilla"),
    "it": ("Marco", "marco.esempio@example.it", "+393331234567", "Milano"),
    "nl": ("Sanne", "sanne.voorbeeld@example.nl", "+31612345678", "Amsterdam"),
}
RANGES = {
    "Enero 2019 - Actualidad": ("2019-01", None, True),
    "septiembre de 2015 - diciembre de 2018": ("2015-09", "2018-12", False),
    "Marzo 2018 - oggi": ("2018-03", None, True),
    "gennaio 2015 - febbraio 2018": ("2015-01", "2018-02", False),
    "março 2019 - atualmente": ("2019-03", None, True),
    "mei 2018 - heden": ("2018-05", None, True),
}

# Heading → two lines of each study, then the degree, field and level that are read of them.
STUDIES = {
    "Formación académica": [
        ("Máster en Gestión Sanitaria", "Universidad de los Cerezos", "Máster", "Gestión Sanitaria", "EQF 7"),
        ("Licenciatura en Historia", "Universidad Politécnica de Valdemonte", "Licenciatura", "Historia", "EQF 6"),
        ("Técnico Superior en Laboratorio Clínico", "IES Monte Claro", "Técnico Superior", "Laboratorio Clínico", "EQF 5"),
        ("Bachillerato", "Colegio Santa Eulogia", "Bachillerato", None, "EQF 4"),
    ],
    "Istruzione e formazione": [
        ("Laurea magistrale in Fisica", "Università degli Studi di Valdoro", "Laurea magistrale", "Fisica", "EQF 7"),
        ("Laurea triennale in Fisica", "Politecnico delle Colline", "Laurea triennale", "Fisica", "EQF 6"),
        ("Diploma di maturità scientifica", "Liceo Aurelio Brandi", "Diploma di maturità scientifica", None, "EQF 4"),
    ],
    "Formação académica": [
        ("Mestrado em Saúde Pública", "Universidade das Dunas", "Mestrado", "Saúde Pública", "EQF 7"),
        ("Licenciatura em Enfermagem", "Escola Superior das Dunas", "Licenciatura", "Enfermagem", "EQF 6"),
        ("Ensino secundário", "Escola Secundária do Mirante", "Ensino secundário", None, None),
    ],
    "Opleiding": [
        ("HBO-bachelor Verpleegkunde", "Hogeschool Meerlanden", "HBO-bachelor", "Verpleegkunde", "EQF 6"),
        ("MBO niveau 4 Verzorgende", "ROC Polderlicht", "MBO niveau 4", "Verzorgende", "EQF 4"),
        ("VWO", "Lyceum De Wilgen", "VWO", None, "EQF 4"),
    ],
}


def _read(name: str) -> Cv:
    return parse((FILES / f"{name}.txt").read_bytes(), f"{name}.txt", today=dt.date(2026, 11, 1))


@pytest.mark.parametrize("code", SPOKEN)
def test_contact_languages_and_skills_are_read_and_the_rest_is_warned_of(code: str) -> None:
    cv = _read(f"cv-{code}")
    person = cv.candidate
    assert (person.first_name, person.email, person.phone, person.address.city) == PEOPLE[code]
    assert [(one.name, one.code, one.cefr) for one in cv.languages] == SPOKEN[code]
    assert "Triage" in {one.name for one in cv.skills} or "Docker" in {one.name for one in cv.skills}
    assert (cv.document_type, cv.document_language) == (DocumentType.CV, code.upper())
    assert [warning.code for warning in cv.warnings] == ["LANGUAGE_UNKNOWN"]


@pytest.mark.parametrize("text", RANGES)
def test_months_of_further_languages_are_dates(text: str) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end, found.current) == RANGES[text]


@pytest.mark.parametrize("heading", STUDIES)
def test_degrees_and_schools_of_further_languages_keep_their_places(heading: str) -> None:
    rows = [
        row for at, (degree, school, *_) in enumerate(STUDIES[heading]) for row in (degree, school, f"{2014 - 3 * at} - {2017 - 3 * at}")
    ]
    text = "\n".join(("Alex Invented", "alex@example.org", "", heading, *rows))
    read = parse(text.encode(), "cv.txt", today=dt.date(2026, 11, 1)).educations
    wanted = [(degree, field, school, level) for _, school, degree, field, level in STUDIES[heading]]
    assert [(one.degree, one.field_of_study, one.institution, one.level) for one in read] == wanted


@pytest.mark.parametrize(
    ("name", "kind"),
    [("letter-fr", DocumentType.COVER_LETTER), ("ad-fr", DocumentType.JOB_DESCRIPTION), ("invoice-fr", DocumentType.OTHER)],
)
def test_what_is_no_cv_is_called_so(name: str, kind: DocumentType) -> None:
    cv = _read(name)
    assert cv.document_type is kind
    assert "NOT_A_CV" in [warning.code for warning in cv.warnings]


def test_an_ad_names_no_candidate() -> None:
    person = _read("ad-fr").candidate
    assert (person.first_name, person.last_name, person.headline) == (None, None, None)
