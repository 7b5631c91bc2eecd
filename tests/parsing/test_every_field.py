"""Each field that a CV can print is read from four CVs that print them all, in the ways candidates write them."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from workers.cv import to_tree
from workers.parsing import parse

FILES = Path(__file__).parent / "files"
CVS = ("form-fr-paie", "form-fr-chantier", "form-en-analyst", "form-en-writer")
# What no CV prints: what the reader says about the file, and what was found about it elsewhere.
NOT_PRINTED = {"resumeId", "parsedAt", "ocrApplied", "warnings[]", "candidate.hasPhoto"}

PRINTED = {
    "form-fr-paie": {
        "candidate.honorific": "Mme",
        "candidate.lastName": "Delavigne-Roux",
        "candidate.alternateEmails[0]": "cdr.pro@example.org",
        "candidate.alternatePhones[0]": "+33261915510",
        "candidate.dateOfBirth": "1986-03-14",
        "candidate.placeOfBirth": "Angers",
        "candidate.gender": "Féminin",
        "candidate.nationality": "française",
        "candidate.maritalStatus": "mariée",
        "candidate.drivingLicences": ["B"],
        "candidate.links.other[0]": "https://www.malt.example.com/profile/cdelavigne",
        "candidate.availability": "préavis de 3 mois",
        "candidate.mobility": "Grand Ouest, télétravail 2 jours par semaine",
        "candidate.desiredContractType": "CDI",
        "candidate.desiredSalary.min": 45000.0,
        "candidate.desiredSalary.max": 50000.0,
        "candidate.desiredSalary.currency": "EUR",
        "experiences[0].contractType": "CDI",
        "experiences[1].company": "Cabinet Fiducel Ouest",
        "educations[0].grade": "mention bien",
        "educations[1].degree": "BTS",
        "educations[1].fieldOfStudy": "Comptabilité et gestion",
        "projects[0].description": "bascule de trois logiciels vers Silae",
        "projects[0].url": "https://sirh.example.org/bilan",
        "awards[0].title": "Trophée de la gestionnaire de l'année 2019",
        "volunteering[0].organization": "Association Les Petits Débrouillards de l'Erdre",
        "volunteering[0].role": "Trésorière",
        "references[0].contact": "02 61 91 33 44 yves.corbeau@example.com",
        "profile.totalExperienceMonths": 195,
    },
    "form-fr-chantier": {
        "candidate.firstName": "Jean-Yves",
        "candidate.middleName": "Amani",
        "candidate.lastName": "Kouadio-Lefèvre",
        "candidate.placeOfBirth": "Bouaké",
        "candidate.nationality": "ivoirienne et française",
        "candidate.address.street": "8 ter impasse des Mimosas",
        "candidate.drivingLicences": ["A", "B", "C"],
        "candidate.desiredSalary.min": 380.0 * 218,
        "experiences[1].country": "Côte d'Ivoire",
        "experiences[0].achievements[1]": "Planning, sécurité, approvisionnements",
        "educations[1].level": "EQF 4",
        "certifications[0].issuer": "AFTRAL",
        "volunteering[0].role": "Entraîneur bénévole",
        "volunteering[0].organization": "club de football de Grabels",
    },
    "form-en-analyst": {
        "candidate.address.city": "Leeds",
        "candidate.address.postalCode": "LS6 3QT",
        "candidate.drivingLicences": ["B"],
        "candidate.links.website": "https://samuel.example.net",
        "candidate.desiredSalary.max": 60000.0,
        "candidate.mobility": "Willing to relocate within the UK, hybrid or remote",
        "experiences[0].country": "UK",
        "educations[0].grade": "Distinction",
        "educations[1].grade": "2:1",
        "skills[0].level": "expert",
        "certifications[1].issuer": "AXELOS",
        "awards[0].title": "Employee of the Year 2020",
    },
    "form-en-writer": {
        "candidate.firstName": "Mary-Kate",
        "candidate.dateOfBirth": "1985-07-09",
        "candidate.availability": "2 weeks",
        "candidate.desiredContractType": "PART_TIME",
        "candidate.desiredSalary.min": 450.0 * 218,
        "educations[0].grade": "First Class Honours",
        "educations[0].endDate": "2011",
        "educations[1].institution": "Halifax College",
        "educations[1].grade": "GPA 3.6/4.0",
        "skills[0].name": "MadCap Flare",
        "skills[0].level": "expert",
        "publications[0].title": "Plain words for implants",
        "volunteering[0].organization": "Bridge Literacy",
    },
}


@cache
def _tree(name: str) -> dict[str, Any]:
    return to_tree(parse((FILES / f"{name}.txt").read_bytes(), f"{name}.txt", today=dt.date(2026, 11, 1)))


def _at(tree: Any, path: str) -> Any:
    for part in path.replace("[", ".").replace("]", "").split("."):
        tree = tree[int(part)] if part.isdigit() else tree[part]
    return tree


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, values in PRINTED.items() for path in values])
def test_a_printed_value_is_read(name: str, path: str) -> None:
    assert _at(_tree(name), path) == PRINTED[name][path]


def _filled(tree: Any, path: str) -> bool:
    head, _, rest = path.partition(".")
    value = tree.get(head.removesuffix("[]"))
    if not rest:
        return value not in (None, "", [], {})
    return any(_filled(item, rest) for item in (value if isinstance(value, list) else [value]) if item)


def test_no_field_of_the_table_stays_empty_in_all_of_them() -> None:
    table = files("workers.resources").joinpath("resume_fields.csv").read_text(encoding="utf-8")
    paths = {row["path"] for row in csv.DictReader(table.splitlines())}
    assert {path for path in paths - NOT_PRINTED if not any(_filled(_tree(name), path) for name in CVS)} == set()


def test_what_is_not_printed_is_not_said() -> None:
    """A first name, a town of a post or a language tells nothing about sex, birth, nationality or home."""
    text = (
        "Marie Exemple\nServeuse\nmarie@example.com\n\nEXPÉRIENCE\n2019 - 2021 Serveuse, Bar du Port, Marseille\n\nLANGUES\nItalien : natif"
    )
    person = parse(text.encode(), "marie.txt", today=dt.date(2026, 11, 1)).candidate
    assert (person.gender, person.nationality, person.date_of_birth, person.marital_status, person.address.city) == (None,) * 5
