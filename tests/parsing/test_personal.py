"""Civil status, licences and wishes: as printed, never inferred."""

from __future__ import annotations

from typing import Any

from tests.parsing.sheet import context, section
from workers.parsing.fields import personal, wishes


def _personal(*lines: str, kind: str = "personal") -> dict[str, Any]:
    part = section(kind, *lines)
    return {name: found.value for name, found in personal.find([part], context(part)).items()}


def _wishes(*lines: str, kind: str = "header") -> dict[str, Any]:
    part = section(kind, *lines)
    return {name: found.value for name, found in wishes.find([part], context(part)).items()}


def test_birth_nationality_and_status_are_read_behind_their_labels() -> None:
    assert _personal(
        "Née le 12 mars 1990 à Lyon", "Nationalité : française", "Situation familiale : mariée, 2 enfants", "Sexe : féminin"
    ) == {
        "date_of_birth": "1990-03-12",
        "place_of_birth": "Lyon",
        "nationality": "française",
        "marital_status": "mariée",
        "gender": "féminin",
    }
    assert _personal("Date of birth: 3 May 1988", "Place of birth: Leeds", "Nationality: British", "Marital status: Single") == {
        "date_of_birth": "1988-05-03",
        "place_of_birth": "Leeds",
        "nationality": "British",
        "marital_status": "Single",
    }


def test_a_label_at_the_end_of_a_line_has_its_value_on_the_next() -> None:
    assert _personal("Nationality: British | Gender:", "Male | Driving licence: B") == {
        "nationality": "British",
        "gender": "Male",
        "driving_licences": ("B",),
    }


def test_nothing_protected_is_inferred() -> None:
    """A first name, a spoken language, an age or a diploma says nothing about sex, nationality or birth."""
    assert _personal("Mme Léa Martin, 34 ans", "Français langue maternelle", "Bac obtenu en 2008", kind="header") == {}


def test_licences_are_categories() -> None:
    assert _personal("Permis B")["driving_licences"] == ("B",)
    assert _personal("Permis A et B, véhicule personnel")["driving_licences"] == ("A", "B")
    assert _personal("Driving licence: B, C1E")["driving_licences"] == ("B", "C1E")
    assert _personal("Permis de conduire : B")["driving_licences"] == ("B",)
    assert "driving_licences" not in _personal("Permis B en cours")
    assert _personal("Permis B", "Permis D, permis C1E")["driving_licences"] == ("B", "D", "C1E")
    assert "driving_licences" not in _personal("Instruction de permis de construire")


def test_wishes_are_read_as_printed() -> None:
    assert _wishes("Disponibilité : immédiate", "Mobilité : Île-de-France", "Recherche un CDI", "Prétentions : 45-50 k€") == {
        "availability": "immédiate",
        "mobility": "Île-de-France",
        "desired_contract_type": "CDI",
        "desired_salary.min": 45000.0,
        "desired_salary.max": 50000.0,
        "desired_salary.currency": "EUR",
    }
    assert _wishes("Available from March 2027", "Salary expectations: £55,000") == {
        "availability": "Available from March 2027",
        "desired_salary.min": 55000.0,
        "desired_salary.currency": "GBP",
    }


def test_a_contract_the_person_had_is_no_wish() -> None:
    assert _wishes("Chargée de recrutement (CDD)") == {}
    assert _wishes("Mobile : 06 39 98 12 34") == {}
