"""Names as they are printed: on one line or several, double, with particles, in capitals, behind labels."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.parsing.sheet import context, line
from workers.parsing import parse
from workers.parsing.fields import name
from workers.parsing.types import Section

NAMES = {
    ("Anne-Sophie", "LEFÈVRE-", "DUMONTIER", "as.lefevre@example.fr"): ("Anne-Sophie", "Lefèvre-Dumontier"),
    ("Marie-", "Claire Dupont", "mc.dupont@example.fr"): ("Marie-Claire", "Dupont"),
    ("Marie DUPONT-", "LAJOIE", "contact@example.fr"): ("Marie", "Dupont-Lajoie"),
    ("CAMILLE", "LE GOFF-", "KERBRAT", "camille.legoff@example.fr"): ("Camille", "Le Goff-Kerbrat"),
    ("Jean-Baptiste", "de La Tour", "jb.delatour@example.fr"): ("Jean-Baptiste", "de La Tour"),
    ("Léa van", "der Berg", "lea.vdb@example.fr"): ("Léa", "van der Berg"),
    ("Mohamed", "EL AMRANI", "m.elamrani@example.fr"): ("Mohamed", "El Amrani"),
    ("DUPONT", "Marie", "marie.dupont@example.fr"): ("Marie", "Dupont"),
    ("Tran Thi Mai Anh LE GUEN", "contact@example.fr"): ("Tran Thi Mai Anh", "Le Guen"),
    ("Maria del Pilar Ejemplo de la Vega y Prueba", "contact@example.fr"): ("Maria", "del Pilar Ejemplo de la Vega y Prueba"),
    ("Siti Contoh binti Misal", "contact@example.fr"): ("Siti Contoh", "binti Misal"),
    ("Claire Durand née Petit", "contact@example.fr"): ("Claire", "Durand née Petit"),
    ("Thibault LE BRIQUER de KERGOAT", "contact@example.fr"): ("Thibault", "Le Briquer de Kergoat"),
    ("Mary P. Sample", "contact@example.fr"): ("Mary P.", "Sample"),
    ("Dr Éric O'Connor", "eric.oconnor@example.fr"): ("Éric", "O'Connor"),
}

FORMS = {
    ("Nom : KOUADIO-LEFÈVRE", "Prénom : Jean-Yves"): ("Jean-Yves", "Kouadio-Lefèvre", None),
    ("Full name: Mary-Kate O'Donnell",): ("Mary-Kate", "O'Donnell", None),
    ("Nom et prénom : Dupont Marie",): ("Marie", "Dupont", None),
    ("Nom et prénom : Marie DUPONT",): ("Marie", "Dupont", None),
    ("First name: Samuel", "Middle name: James", "Surname: Okonkwo"): ("Samuel", "Okonkwo", "James"),
    ("Nachname: Beispiel", "Vorname: Jürgen"): ("Jürgen", "Beispiel", None),
}


def _read(lines: tuple[str, ...], size: float) -> dict[str, str]:
    """The last line is plain; those above it are printed large."""
    printed = []
    for row, text in enumerate(lines):
        words = line(text, row * 24.0)
        large = tuple(word._replace(size=size, bottom=word.top + size) for word in words.words) if row < len(lines) - 1 else words.words
        printed.append(words._replace(words=large))
    rest = [line("Infirmière en chirurgie et en soins intensifs, à Lyon et à Dijon", 200.0 + row * 12) for row in range(6)]
    part = Section("header", "", (*printed, *rest))
    page = context(part)
    return {key: found.value for key, found in name.find([part], page.lines, page.body, page.text).items()}


@pytest.mark.parametrize("lines", NAMES)
def test_a_name_is_read_whole_however_it_is_broken(lines: tuple[str, ...]) -> None:
    found = _read(lines, 20.0)
    assert (found.get("first_name"), found.get("last_name")) == NAMES[lines]


@pytest.mark.parametrize("lines", FORMS)
def test_a_form_labels_its_names(lines: tuple[str, ...]) -> None:
    found = _read((*lines, "Disponible immédiatement"), 10.0)
    assert (found.get("first_name"), found.get("last_name"), found.get("middle_name")) == FORMS[lines]


def test_a_referee_is_not_the_candidate() -> None:
    header = Section("header", "", (line("mk@example.com", 12.0),))
    referees = Section("references", "Referees", (line("Dr Aidan Foley", 60.0, bold=True),))
    page = context(header, referees)
    assert "last_name" not in name.find([header, referees], page.lines, page.body, page.text)


@pytest.mark.parametrize(
    "listed",
    [
        "BÉNÉVOLAT\nSoutien scolaire – Secours populaire, 2019-2022\nAide aux devoirs",
        "Bénévolat\n• Soutien scolaire à des collégiens\n• Distribution de repas, Restos du cœur",
        "CENTRES D'INTÉRÊT\nSoutien scolaire, lecture, natation",
        "Centres d'intérêt\nSoutien Scolaire\nVoile",
        "EXPÉRIENCE\n2019 - 2022 Animatrice, Maison de quartier, Brest\nSoutien Scolaire\nAccueil Périscolaire",
        "INTERESTS\nWild Swimming\nChess",
        "VOLUNTEERING\nReading Partner, Oakfield School, 2021",
    ],
)
def test_a_duty_of_a_cv_without_a_name_names_nobody(listed: str) -> None:
    cv = parse(f"aline.morvan@example.org\n06 39 98 01 42\n\n{listed}\n".encode(), "cv.txt", dt.date(2026, 11, 1))
    assert (cv.candidate.first_name, cv.candidate.last_name) == (None, None)


def test_a_name_below_its_sections_is_told_by_the_address() -> None:
    text = "aline.morvan@example.org\n\nCENTRES D'INTÉRÊT\nSoutien scolaire\nAline Morvan\n"
    cv = parse(text.encode(), "cv.txt", dt.date(2026, 11, 1))
    assert (cv.candidate.first_name, cv.candidate.last_name) == ("Aline", "Morvan")
