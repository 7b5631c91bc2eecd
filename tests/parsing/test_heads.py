"""Heads of posts and studies: titles, employers and schools, and what is said beside them."""

from __future__ import annotations

import pytest

from tests.parsing.sheet import HEIGHT, context, line
from workers.parsing.asides import contract_in, grade_in
from workers.parsing.fields import education, experience
from workers.parsing.types import Section

GRADES = {
    "Licence pro Gestion de la paie - mention bien": "mention bien",
    "Université des Trois-Rivages, Angers (mention très bien)": "(mention très bien)",
    "MSc Statistics, Distinction": "Distinction",
    "BSc Mathematics, 2:1": "2:1",
    "Grade: Distinction": "Distinction",
    "GPA: 3.7/4.0": "GPA: 3.7/4.0",
    "moyenne 15,2/20": "moyenne 15,2/20",
    "BA (Hons) History": None,
    "First Aid": None,
}

CONTRACTS = {
    "Groupe Armorêve (CDI)": "(CDI)",
    "Cabinet Fiducel, Angers (CDD puis CDI)": "(CDD puis CDI)",
    "CDD 6 mois": "CDD 6 mois",
    "Permanent": "Permanent",
    "Stage": None,
    "Intern": None,
    "Infirmière – CDD de remplacement": None,
    "Société CDI Système": None,
}


@pytest.mark.parametrize("text", GRADES)
def test_a_grade_stands_between_separators(text: str) -> None:
    found = grade_in(text)
    assert (text[slice(*found)] if found else None) == GRADES[text]


@pytest.mark.parametrize("text", CONTRACTS)
def test_a_contract_beside_an_employer_is_no_part_of_it(text: str) -> None:
    found = contract_in(text)
    assert (text[slice(*found)] if found else None) == CONTRACTS[text]


def _values(finder: object, part: Section) -> list[dict[str, object]]:
    return [{name: found.value for name, found in row.items()} for row in finder.find([part], context(part).body)]  # type: ignore[attr-defined]


def _part(kind: str, *texts: str) -> Section:
    """Lines of a section; those that begin with a star are bold."""
    return Section(kind, "", tuple(line(text.lstrip("*"), HEIGHT * row, bold=text.startswith("*")) for row, text in enumerate(texts)))


def test_the_grade_leaves_the_school_alone() -> None:
    part = _part("education", "*BTS Tourisme   2017 - 2019", "Lycée des Deux-Caps, Bayonne (mention bien)")
    (study,) = _values(education, part)
    assert (study["institution"], study["grade"]) == ("Lycée des Deux-Caps", "mention bien")


def test_the_contract_leaves_the_employer_alone() -> None:
    part = _part("experience", "*Comptable   03/2018 - 02/2020", "Cabinet Fiducel (CDD puis CDI)", "- Bilans et liasses")
    (post,) = _values(experience, part)
    assert (post["job_title"], post["company"], post["contract_type"]) == ("Comptable", "Cabinet Fiducel", "CDD")


def test_a_head_may_end_like_a_sentence_and_an_abbreviation_keeps_its_point() -> None:
    part = _part(
        "experience",
        "*Buyer   03/2018 - 02/2020",
        "Moulins Harvenne, Lyon.",
        "- Prices",
        "*Clerk   03/2015 - 02/2018",
        "Moulins Orvel Inc.",
        "- Files",
        "*Aide   03/2014 - 02/2015",
        "Tallgrass Co.",
        "- Files",
    )
    assert [(post["company"], post.get("city")) for post in _values(experience, part)] == [
        ("Moulins Harvenne", "Lyon"),
        ("Moulins Orvel Inc.", None),
        ("Tallgrass Co.", None),
    ]


def test_a_date_that_opens_its_line_opens_its_entry() -> None:
    part = _part(
        "education",
        "*2011 - 2013         Lycée viticole du Clos",
        "                    BTSA Viticulture",
        "*2008 - 2011         Lycée agricole du Pré",
        "                    Bac pro Agriculture",
    )
    assert [(study["institution"], study["degree"], study["field_of_study"]) for study in _values(education, part)] == [
        ("Lycée viticole du Clos", "BTSA", "Viticulture"),
        ("Lycée agricole du Pré", "Bac pro", "Agriculture"),
    ]


def test_a_first_bare_date_opens_every_entry() -> None:
    part = _part(
        "education",
        "2012 - 2013",
        "*CAP Plâtrier",
        "GRETA de Montville",
        "2016",
        "*Certificat Hauteurs",
        "AFPA Centre",
        "2018",
        "*BTS Bâtiment",
        "Lycée Neuf",
    )
    assert [study["institution"] for study in _values(education, part)] == ["GRETA de Montville", "AFPA Centre", "Lycée Neuf"]


def test_clients_with_dates_of_their_own_stay_inside_the_post() -> None:
    part = _part(
        "experience",
        "*Consultant senior   03/2017 - 12/2024",
        "Novalys Conseil SAS",
        "Client : Mutuelle des Provinces (01/2022 - 12/2024)",
        "Refonte du parcours des sinistres",
        "Client : Banque Sequana (06/2019 - 12/2021)",
        "*Analyste fonctionnel   09/2012 - 02/2017",
        "Capteos Technologies SAS",
    )
    assert [(post["job_title"], post["company"]) for post in _values(experience, part)] == [
        ("Consultant senior", "Novalys Conseil SAS"),
        ("Analyste fonctionnel", "Capteos Technologies SAS"),
    ]


def test_text_under_a_date_in_the_margin_is_no_rest_of_it() -> None:
    part = _part("experience", "2019 - 2023   Cariste CACES 1-3-5, Valmore SARL, Lyon", "Chargement des camions, inventaires")
    (post,) = _values(experience, part)
    assert (post["job_title"], post["company"], post["end_date"]) == ("Cariste CACES 1-3-5", "Valmore SARL", "2023")


def test_a_range_broken_behind_the_name_of_its_month_is_one() -> None:
    part = _part("experience", "*Vendeuse en boulangerie, Le Fournil de Marthe (septembre", "*2013 - juin 2015)", "- Vente et caisse")
    (post,) = _values(experience, part)
    assert (post["start_date"], post["end_date"]) == ("2013-09", "2015-06")


@pytest.mark.parametrize("said", ["Ten years of experience in teams.", "18 mois de mission, puis embauche."])
def test_a_length_under_a_whole_range_is_no_rest_of_it(said: str) -> None:
    part = _part("experience", "*Data Scientist", "Stellan Partners, Leeds   Nov 2017 – Present", said, "- Trained 40 users")
    (post,) = _values(experience, part)
    assert (post["company"], post["start_date"]) == ("Stellan Partners", "2017-11")


def _studies(*texts: str) -> list[tuple[object, ...]]:
    rows = _values(education, _part("education", *texts))
    return [tuple(row.get(name) for name in ("degree", "field_of_study", "institution", "end_date")) for row in rows]


def test_a_trade_beside_the_date_is_what_was_studied() -> None:
    assert _studies("2015-2017  Cuisinier", "Licence") == [("Licence", "Cuisinier", None, "2017")]
    assert _studies("2015 - 2017", "Secrétaire comptable", "GRETA de Lyon") == [("Secrétaire comptable", None, "GRETA de Lyon", "2017")]


def test_each_diploma_of_a_list_is_a_study_dated_or_not() -> None:
    assert _studies("2012  Titre SSIAP 2", "BEP Cuisine", "CAP Pâtissier") == [
        ("Titre SSIAP 2", None, None, "2012"),
        ("BEP", "Cuisine", None, None),
        ("CAP", "Pâtissier", None, None),
    ]
    assert _studies("Master Droit, Université de Trois-Rivages, 2015", "Licence Droit, Université de Trois-Rivages") == [
        ("Master", "Droit", "Université de Trois-Rivages", "2015"),
        ("Licence", "Droit", "Université de Trois-Rivages", None),
    ]


def test_a_first_diploma_that_tells_how_it_ended_is_a_study_of_its_own() -> None:
    found = _studies("BUT Mesures physiques (1re année validée)   2023 - 2025", "Bac général", "Lycée Hortense-Malvoisin")
    assert [(degree, school) for degree, _, school, _ in found][1:] == [("Bac général", "Lycée Hortense-Malvoisin")]


def test_a_school_over_its_diploma_and_a_word_on_the_diploma_above_are_no_studies_of_their_own() -> None:
    assert len(_studies("École de commerce Vauquelin   2006 - 2008", "Bachelor Management commercial")) == 1
    assert len(_studies("Master Droit, Université de Trois-Rivages   2013 - 2015", "Master obtenu avec mention bien")) == 1


def test_languages_among_studies_are_no_studies() -> None:
    assert _studies("BTS Tourisme   2017 - 2019", "English / Native", "French / B2") == [("BTS", "Tourisme", None, "2019")]


HOUSES = {
    ("*Sales Assistant", "Harcourt & Sons Homeware", "Ltd.", "March 2019 - June 2021"): "Harcourt & Sons Homeware Ltd.",
    (
        "*Comptable   2019 - 2021",
        "Société Imaginaire de Travaux et de",
        "Maçonnerie SARL",
    ): "Société Imaginaire de Travaux et de Maçonnerie SARL",
    ("*Sales Assistant, Harcourt & Sons Homeware", "*Limited (Leeds)", "March 2019 - June 2021"): "Harcourt & Sons Homeware Limited",
    ("*Comptable   2019 - 2021", "SARL Transports Delmas", "Lyon"): "SARL Transports Delmas",
}


@pytest.mark.parametrize("lines", HOUSES)
def test_a_name_broken_over_two_lines_keeps_its_legal_form(lines: tuple[str, ...]) -> None:
    (post,) = _values(experience, _part("experience", *lines, "- Picking and packing of orders for the stores of the whole region"))
    assert post["company"] == HOUSES[lines]


def test_a_dated_line_that_ends_with_its_town_is_complete() -> None:
    part = _part(
        "experience",
        "2019 - 2022 Conductrice routière, Transports Delmas, Lyon",
        "Livraison.",
        "2016 - 2019 Livreuse, Colis Express",
        "Tri.",
    )
    assert [(post["job_title"], post["company"]) for post in _values(experience, part)] == [
        ("Conductrice routière", "Transports Delmas"),
        ("Livreuse", "Colis Express"),
    ]


def test_a_range_between_commas_dates_its_line_and_brackets_are_not_cut() -> None:
    assert _studies(
        "HND Nautical Science, City of Kelvin College, 2011 - 2013, Merit", "Highers (English, Maths, Physics), Lochan High School, 2009"
    ) == [
        ("HND", "Nautical Science", "City of Kelvin College", "2013"),
        ("Highers (English, Maths, Physics)", None, "Lochan High School", "2009"),
    ]


def test_how_a_diploma_ended_is_no_school() -> None:
    (study,) = _studies("CAP Cuisine, non obtenu (2018)")
    assert study[2] is None


def test_a_school_broken_beside_its_dates_is_whole() -> None:
    part = _part(
        "education",
        "Lycée professionnel de    2016 - 2019            ",
        "l'Odyssée",
        "Bac pro Logistique obtenu au bout de trois ans d'internat",
    )
    assert _values(education, part)[0]["institution"] == "Lycée professionnel de l'Odyssée"
