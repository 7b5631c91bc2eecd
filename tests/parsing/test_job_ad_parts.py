"""Ads of public portals, agencies, mails and posts: how they head their parts, and what their brackets and names mean."""

from __future__ import annotations

import pytest

from tests.parsing.asked import must, nice, profile
from workers.parsing.job_ad import read_text


@pytest.mark.parametrize(
    "heading",
    [
        "Education & Experience",
        "Skills / Knowledge:",
        "Profils recherchés :",
        "Diplômes et qualifications",
        "What the school is looking for:",
    ],
)
def test_two_headings_in_one_open_the_part_of_the_first(heading: str) -> None:
    assert must(profile("- Zorvex quorling", heading=heading)) == ["Zorvex quorling"]


@pytest.mark.parametrize(
    "heading",
    [
        "Missions / conditions d'exercice :",
        "Au sein du service des analyses (32 personnes), vos missions seront les suivantes :",
        "The gig:",
    ],
)
def test_what_is_to_be_done_is_not_firm(heading: str) -> None:
    ad = read_text(f"Intitulé\n\n{heading}\n- Suivre le budget en Excel\n- Zorvex quorling\n")
    assert [(one.name, one.firm) for one in ad.must_have][:1] == [("budget", False)] or must(ad) == ["Excel"]
    assert "Zorvex quorling" not in must(ad)


def test_a_label_that_says_how_little_it_matters_holds_wishes() -> None:
    ad = read_text("Bar Manager\n\nYou'll need:\n- Excel\n- a personal licence\n\nLovely but not vital: WSET 2, Lightspeed POS.\n")
    assert nice(ad) == ["WSET 2", "Lightspeed POS"] or nice(ad) == ["WSET", "Lightspeed POS"]


def test_the_licence_below_the_manners_is_demanded() -> None:
    ad = profile("- Excel", "Savoir-être :", "- Discrétion", "Permis B obligatoire")
    assert must(ad) == ["Excel", "Permis B"]


def test_a_wish_in_a_bracket_ends_with_it() -> None:
    ad = profile("Vous maîtrisez un TMS (idéalement Akanea ou Dashdoc) et le Pack Office.")
    assert (must(ad), nice(ad)) == (["TMS", "Pack Office"], ["Akanea", "Dashdoc"])


def test_a_name_in_a_bracket_is_all_that_is_wished() -> None:
    ad = profile("Confident with intimate care (Team Teach is a plus).", heading="Requirements")
    assert must(ad) == ["intimate care"]


def test_a_short_word_of_another_language_is_no_contract() -> None:
    assert read_text("Teaching Assistant, Key Stage 1\n\nRequirements\n- Phonics and guided reading\n").contract is None
    assert read_text("Assistante de projet\n\nStage de six mois\n").contract == "Stage"


def test_entry_level_asks_for_no_years_unless_the_ad_does() -> None:
    head = "Sales Representative\nAustin · Entry level\n\nRequirements\n- Salesforce\n"
    assert read_text(head).minimum_years == 0
    assert read_text(f"{head}- 1+ years in a customer-facing role\n").minimum_years == 1


def test_a_request_is_no_demand() -> None:
    ad = read_text("Conseiller\n\nNos équipes étudient les demandes écrites en Python.\n")
    assert not any(one.firm for one in ad.must_have)


def test_a_client_who_wants_somebody_demands() -> None:
    ad = read_text("Analyst, Wakefield\nMy client is a bakery. They want somebody who can write SQL and knows Python.\n")
    assert [(one.name, one.firm) for one in ad.must_have] == [("SQL", True), ("Python", True)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("La connaissance de la PCR ou de Zorvex constitue un plus.", ["PCR", "Zorvex"]),
        ("Le permis B est utile pour la pose.", ["permis B"]),
        ("Exposure to Python would be of interest.", ["Python"]),
    ],
)
def test_further_wishes(sentence: str, names: list[str]) -> None:
    ad = profile(sentence)
    assert (must(ad), nice(ad)) == ([], names)


def test_a_diploma_is_not_of_what_one_must_know_besides() -> None:
    ad = profile("Il faut un bac pro menuiserie et au moins deux ans de pratique, savoir lire un plan.")
    assert must(ad) == ["lire un plan"]
    assert must(profile("Bac+2 transport, 2 ans d'expérience, maîtrise d'Excel, réglementation sociale européenne.")) == [
        "Excel",
        "réglementation sociale européenne",
    ]


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("- Good Excel (VLOOKUP, pivot tables)", ["Excel", "VLOOKUP", "pivot tables"]),
        ("- Basic quorling (DHCP, DNS, VLANs)", ["DHCP", "DNS", "VLANs"]),
        ("- Terraform (Ansible, Jenkins)", ["Terraform"]),
        ("- Agile methods (Scrum, Kanban, SAFe)", ["Agile methods", "Scrum", "Kanban", "SAFe"]),
        ("- Two years in quorling (SaaS, retail)", []),
    ],
)
def test_brackets_explain_fields_and_narrow_tools(item: str, names: list[str]) -> None:
    assert must(profile(item, heading="Requirements")) == names


def test_a_word_behind_a_hyphen_is_half_of_another() -> None:
    assert "facing" not in must(profile("- A customer-facing manner and Excel", heading="Requirements"))


def test_where_suppliers_come_from_is_no_language_asked_for() -> None:
    ad = profile("- Anglais opérationnel : tes fournisseurs sont danois et polonais")
    assert [one.code for one in ad.languages] == ["en"]


def test_products_of_one_row_of_the_taxonomy_are_all_named() -> None:
    ad = profile("- MEDDIC or BANT", "- Excel, MS Excel", heading="Requirements")
    first, second, *others = ad.must_have
    assert (first.name, second.name, first.group) == ("MEDDIC", "BANT", second.group) and first.group
    assert [one.name for one in others] == ["Excel"]


def test_a_tool_that_is_wished_for_is_not_taken_from_the_duties() -> None:
    ad = read_text("Analyst\n\nTasks\n- Enter results in the LIMS\n\nRequirements\n- HPLC\n\nNice to have\n- LIMS\n")
    assert (must(ad), nice(ad)) == (["HPLC"], ["LIMS"])


def test_french_forms_write_the_level_with_a_space() -> None:
    assert profile("Issu(e) d'une formation Bac +2 en gestion").education_level == "Bac+2"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Secrétaire général(e) de mairie\nMétier : Secrétaire de mairie\n", "Secrétaire général(e) de mairie"),
        ("L'association Les Hauts Vents recrute pour son foyer :\n\nUN(E) ÉDUCATEUR(TRICE)\n\nCDI\n", "ÉDUCATEUR(TRICE)"),
        ("I'm recruiting! 🚛 Transport Planner, Wakefield, days\n", "Transport Planner"),
    ],
)
def test_titles_of_portals_associations_and_posts(text: str, title: str) -> None:
    assert read_text(text).title == title


def test_a_labelled_line_that_ends_with_a_stop_is_the_whole_part() -> None:
    ad = read_text("Transport Planner\n\nEssential: Excel, a TMS.\nDesirable: ADR.\nPerm role, parking at the depot\nCall Tansy\n")
    assert (must(ad), nice(ad)) == (["Excel", "TMS"], ["ADR"])


@pytest.mark.parametrize(
    ("trade", "names"),
    [
        ("conveyancing", ["residential conveyancing", "Land Registry", "SDLT", "lender requirements"]),
        ("haulage", ["Working Time Directive", "O licence", "load planning", "Microlise"]),
        ("housing", ["tenancy management", "rent arrears", "anti-social behaviour", "housing law"]),
        ("surveying", ["NEC4", "CESMM4", "final accounts", "subcontract procurement"]),
        ("joinery", ["spindle moulder", "edge bander", "sash windows", "site fitting"]),
        ("homes for children", ["residential childcare", "key working", "trauma-informed practice", "Team Teach"]),
        ("mairie", ["code électoral", "carrière des agents", "CCAS", "propreté urbaine"]),
        ("élevage", ["conduite en bandes", "biosécurité", "GTTT", "porcelets"]),
        ("laboratoire", ["VIDAS", "prises d'essai", "transfert de méthodes", "intégrité des données"]),
        ("chantier", ["banches", "plans de coffrage", "bordures et caniveaux", "enduits à la chaux"]),
    ],
)
def test_what_the_trades_name_is_in_the_taxonomy(trade: str, names: list[str]) -> None:
    ad = profile(*(f"- {name}" for name in names), heading="Requirements" if trade.islower() and trade.isascii() else "Profil recherché")
    assert [one.name for one in ad.must_have if one.taxonomy_id] == names


def test_the_next_line_does_not_say_whom_one_works_with() -> None:
    assert must(profile("- Trauma-informed practice", "- Team player", heading="Requirements")) == ["Trauma-informed practice"]


def test_gcse_english_is_a_school_subject() -> None:
    ad = profile("Essential: GCSE English and Maths, Excel.", heading="Requirements")
    assert ad.languages == () and must(ad)[0] == "Excel"


def test_essential_and_desirable_head_their_lists_in_one_paragraph() -> None:
    ad = read_text(
        "IT Technician. Pendle Trust looks for somebody kind to join its central team of six, for nine schools, thirty-seven hours a week. "
        "Person Specification Essential Windows Server in production Administration of Active Directory Desirable Google Workspace Makaton"
    )
    assert must(ad) == ["Windows Server", "Active Directory"] and nice(ad) == ["Google Workspace", "Makaton"]


def test_a_heading_in_words_of_its_own_is_found_in_a_paragraph() -> None:
    ad = read_text(
        "Teaching assistant for a school in Croydon with three forms a year, from Monday to Friday, in term time and paid every week. "
        "What the school is looking for: Phonics, PECS, Makaton. Comment postuler ? Un clic sur le bouton"
    )
    assert must(ad) == ["Phonics", "PECS", "Makaton"]


def test_it_in_capitals_begins_no_sentence() -> None:
    text = "2nd Line IT Support Technician Salary: 28,598 a year. " + "You look after nine schools between Burnley and Nelson. " * 3
    assert read_text(text).title == "2nd Line IT Support Technician"


@pytest.mark.parametrize("item", ["no weekends", "Drop me a message", "call Tansy on 01632 960742", "#transport #hiring", "Agency CVs"])
def test_what_posts_say_besides_is_nothing_to_know(item: str) -> None:
    assert nice(profile(f"- {item}", "- Zorvex quorling", heading="Nice to have")) == ["Zorvex quorling"]


def test_a_capital_name_beside_a_known_one_is_named_in_lists_too() -> None:
    assert must(profile("- A sequencing tool such as Zorvex or Salesloft", heading="Requirements"))[-1] == "Zorvex"


def test_as_well_as_ends_a_name() -> None:
    ad = profile("Vous savez travailler le faïençage ancien aussi bien que la quorlette.")
    assert must(ad) == ["faïençage ancien"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("You are GQX registered and know Excel.", ["Excel", "GQX registered"]),
        ("You are confident using a CRM such as Zorvex.", ["CRM", "Zorvex"]),
        ("Vous maîtrisez un logiciel comme Zorvex.", ["Zorvex"]),
        ("- Skill in lattice quorling", ["lattice quorling"]),
    ],
)
def test_bodies_and_examples_of_tools_are_names(sentence: str, names: list[str]) -> None:
    assert must(profile(sentence, heading="Requirements")) == names


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("Extra brownie points: Zorvex quorling, Excel.", ["Excel", "Zorvex quorling"]),
        ("A food hygiene certificate is handy.", ["food hygiene certificate"]),
        ("Lattice quorling certificate desirable but not essential.", ["Lattice quorling"]),
    ],
)
def test_how_people_say_that_something_would_be_good(item: str, names: list[str]) -> None:
    assert nice(profile("- SQL", "", item, heading="Requirements")) == names


def test_a_good_language_is_asked_for() -> None:
    ad = profile("- Un bon anglais (entretiens avec nos équipes de Dublin)")
    assert [(one.code, one.mandatory) for one in ad.languages] == [("en", True)]


def test_a_checkable_history_is_no_experience() -> None:
    assert profile("You will need a 5 year checkable work history.", heading="Requirements").minimum_years is None


def test_an_item_behind_a_dash_without_a_space_is_a_level() -> None:
    assert read_text("Commis\n\nOn veut : deux ans de poste -CAP cuisine ou équivalent\n").education_level == "CAP"


def test_a_wish_in_glued_lines_begins_at_its_own_capital() -> None:
    ad = profile(
        "Techniques de nettoyage Petites réparations de plomberie et de serrurerie Outils bureautiques comme Word et la messagerie interne "
        "Permis de conduire souhaité Logement de fonction au troisième étage"
    )
    assert nice(ad) == ["Permis de conduire"] and "plomberie" in must(ad)


def test_a_statement_may_hold_two_wishes() -> None:
    ad = profile("Python is a plus, SQL is required, Kafka desirable.", heading="Requirements")
    assert (must(ad), nice(ad)) == (["SQL"], ["Python", "Kafka"])


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("- Zorvex certification a distinct plus", ["Zorvex certification"]),
        ("- Le CACES R482 A : nous pouvons vous le faire passer", ["CACES R482 A"]),
    ],
)
def test_a_distinct_plus_and_what_can_be_learnt_here_are_wishes(item: str, names: list[str]) -> None:
    assert nice(profile("- SQL", item, heading="Requirements")) == names


def test_an_analyst_is_no_bachelor() -> None:
    assert read_text("Analyst\n\nRequirements\n- 5+ years as a BA in insurance\n").education_level is None
    assert read_text("Analyst\n\nRequirements\n- A BA in History\n").education_level == "Bachelor's degree"


def test_basic_is_a_level_as_printed() -> None:
    assert [(one.code, one.level) for one in profile("Anglais de base demandé par le client.").languages] == [("en", "de base")]
