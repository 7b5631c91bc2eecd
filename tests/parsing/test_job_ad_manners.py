"""Ads in other manners than lists under headings: sentences, tables, mails; and what in them is no demand."""

from __future__ import annotations

import pytest

from tests.parsing.asked import must, nice, profile
from workers.parsing.job_ad import read_text


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Vous connaissez le logiciel Zorvex.", ["Zorvex"]),
        ("Vous avez de bonnes notions de faïençage ancien.", ["faïençage ancien"]),
        ("You are proficient in Zorvex and Quillotar.", ["Zorvex", "Quillotar"]),
        ("You need a sound knowledge of lattice quorling.", ["lattice quorling"]),
        ("AutoCAD et Zorvex font partie de votre quotidien.", ["AutoCAD", "Zorvex"]),
        ("Maîtrise d'un logiciel de gestion (Zorvex, Quillotar).", ["Zorvex", "Quillotar"]),
    ],
)
def test_sentences_name_what_the_taxonomy_lacks(sentence: str, names: list[str]) -> None:
    assert must(profile(sentence)) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Vous avez une première expérience en agence.",
        "You have experience in a ward environment.",
        "Your right to work in the UK is checked; we offer no sponsorship.",
        "L'anglais n'est pas nécessaire.",
        "You don't need to know Python.",
        "We don't expect you to know Python.",
        "Reporting to the Finance Manager.",
        "Cette compétence est indispensable",
    ],
)
def test_settings_papers_and_what_is_not_needed_are_no_demands(sentence: str) -> None:
    ad = profile(sentence)
    assert must(ad) == [] and not ad.languages


def test_an_adjective_that_leans_on_the_noun_behind_it_is_no_skill() -> None:
    ad = read_text("Engineer\n\nRequirements\n- Python\n- Ability to interpret scientific and statistical evidence\n")
    assert must(ad) == ["Python", "statistical evidence"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Une expérience de Docker serait un sérieux avantage.", ["Docker"]),
        ("Des bases en Docker sont très appréciées.", ["Docker"]),
        ("Docker would be really handy.", ["Docker"]),
        ("Docker would be lovely but we can teach you.", ["Docker"]),
        ("Extra points for Docker.", ["Docker"]),
    ],
)
def test_wishes_are_known_by_their_verb(sentence: str, names: list[str]) -> None:
    ad = profile("Vous maîtrisez Python.", sentence)
    assert (must(ad), nice(ad)) == (["Python"], names)


@pytest.mark.parametrize(
    "heading", ["Bonus if you bring", "Ce serait top si tu avais aussi :", "Desirable but not essential", "Les petits plus"]
)
def test_headings_of_wishes_in_an_ads_own_words(heading: str) -> None:
    ad = read_text(f"Engineer\n\nRequirements\n- Python\n\n{heading}\n- Docker\n- Terraform\n")
    assert (must(ad), nice(ad)) == (["Python"], ["Docker", "Terraform"])


def test_a_line_that_only_begins_like_a_heading_is_none() -> None:
    ad = read_text("Engineer\n\nRequirements\n- Python\nNice to have: Docker\n- Terraform\n")
    assert nice(ad)[:1] == ["Docker"]


@pytest.mark.parametrize(
    "sentence", ["TypeScript, some PHP, or Welsh would be great.", "Spoken Welsh would be lovely.", "Le gallois serait un plus."]
)
def test_a_language_wished_for_needs_no_level(sentence: str) -> None:
    assert [(one.code, one.mandatory) for one in profile("Vous maîtrisez Python.", sentence).languages] == [("cy", False)]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Compétences</th><th>Savoir-être</th></tr><tr><td>Sage 100</td><td>Rigueur</td></tr>"
        "<tr><td>Excel</td><td></td></tr></table>",
        "| Compétences | Savoir-être |\n|---|---|\n| Sage 100 | Rigueur |\n| Excel | Autonomie |",
        "Compétences\tSavoir-être\nSage 100\tRigueur\nExcel\tAutonomie",
    ],
)
def test_columns_under_known_headings_are_parts(table: str) -> None:
    assert must(read_text(f"Comptable\n\n{table}\n")) == ["Sage 100", "Excel"]


def test_rows_of_two_cells_are_labels_and_values() -> None:
    ad = read_text("<h2>Comptable</h2><table><tr><td>Contrat</td><td>CDI</td></tr><tr><td>Lieu</td><td>Lyon</td></tr></table>")
    assert (ad.title, ad.contract, ad.city) == ("Comptable", "CDI", "Lyon")


def test_a_table_for_layout_keeps_its_words() -> None:
    ad = read_text("<table><tr><td><h2>Comptable</h2><p>Profil</p><ul><li>Excel</li></ul></td></tr></table>")
    assert ad.title == "Comptable" and must(ad) == ["Excel"]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Bonjour,\nNotre cabinet recherche une secrétaire médicale pour son centre.", "secrétaire médicale"),
        ("Comptable H/F réf. 2026-11", "Comptable"),
        ("Réf 4417 - Chef de chantier H/F", "Chef de chantier"),
        ("Vendeuse 25h - Biarritz", "Vendeuse"),
        ("Head Receptionist for our hotel in Keswick", "Head Receptionist"),
        ("M/W/D Software Engineer", "Software Engineer"),
        ("Software Engineer (all genders)", "Software Engineer"),
        ("Year 4 Class Teacher (MPS/UPS)", "Year 4 Class Teacher"),
        ("Recrutement d'un(e) assistant(e) RH", "assistant(e) RH"),
        ("Join our team as a Senior Accountant", "Senior Accountant"),
        ("3D Artist - Leeds", "3D Artist"),
        ("24/7 Support Engineer", "24/7 Support Engineer"),
    ],
)
def test_titles_without_files_hours_greetings_and_purposes(first: str, title: str) -> None:
    assert read_text(f"{first}\n\nDescription\nLe poste est ouvert.").title == title


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Vous avez tenu un poste de second pendant 2 ans minimum.", 2.0),
        ("At least a year in a similar role", 1.0),
        ("0 à 2 ans d'expérience", 0.0),
        ("Two to four years post-qualified", 2.0),
        ("Experience preferred but not required", 0.0),
        ("A driving licence held for 2 years", None),
        ("CDD d'une saison", None),
    ],
)
def test_years_in_further_forms(sentence: str, years: float | None) -> None:
    assert profile(sentence).minimum_years == years


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Titulaire d'un CAP couverture ou fort de 3 ans d'expérience, vous travaillez le zinc.", ["zinc"]),
        ("CAP boucherie exigé", ["CAP boucherie"]),
        ("Diplômé du notariat (DUT, licence professionnelle ou Master 2)", []),
        ("Diplôme d'État d'aide-soignant exigé", ["Diplôme d'État d'aide-soignant"]),
        ("Permis : B - Véhicule léger Cette compétence est indispensable", ["Permis B"]),
    ],
)
def test_a_diploma_is_demanded_by_name_only_where_nothing_stands_for_it(sentence: str, names: list[str]) -> None:
    assert [name for name in must(profile(f"- {sentence}")) if name != "notariat"] == names


@pytest.mark.parametrize(
    ("line", "contract"),
    [
        ("Zero hours contract", "Zero-hours"),
        ("12 month FTC", "Fixed-term"),
        ("Mission intérimaire de 3 mois", "Intérim"),
        ("Contrat VIE", "VIE"),
    ],
)
def test_further_kinds_of_contract(line: str, contract: str) -> None:
    assert read_text(f"Intitulé du poste\n\n{line}\n").contract == contract


def test_a_sum_in_thousands_behind_a_word_of_pay_needs_no_sign() -> None:
    ad = read_text("Développeur\n\nNous cherchons une personne pour notre équipe. Fourchette : 36-42k.\n")
    assert (ad.salary.min, ad.salary.max, ad.salary.currency) == (36000.0, 42000.0, "EUR")
