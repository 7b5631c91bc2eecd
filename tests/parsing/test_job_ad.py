"""Job ads: what they demand, wish for and offer, in French and English, from text, HTML and files."""

from __future__ import annotations

import io
import zipfile

import pytest

from workers.errors import CvError, ErrorCode, InvalidInput
from workers.job_ad import JobAd
from workers.parsing.job_ad import LONGEST, Written, read_file, read_text, read_texts

FRENCH = """Développeur Python (H/F)
Fictiva, Rennes (35)

Vos missions
- Développer des API avec Django

Profil recherché
- 3 à 5 ans d'expérience en développement
- Maîtrise de Python et de PostgreSQL
- Bac+5 en informatique
- Anglais B2

Un plus
- Docker
- Kubernetes

CDI, 42 à 48 K€ brut annuel, deux jours de télétravail.
"""


def names(ad: JobAd) -> tuple[list[str], list[str]]:
    return [one.name for one in ad.must_have], [one.name for one in ad.nice_to_have]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We are looking for a Senior React Developer with 5+ years of experience...", "Senior React Developer"),
        ("We are looking for a Senior React Developer...", "Senior React Developer"),
        ("Sample Hospital is hiring a registered nurse for its night team. Shifts of 12 h.", "registered nurse"),
        ("Nous recherchons un développeur Python (H/F) pour rejoindre notre équipe.", "développeur Python"),
        ("Atelier Fictif recrute une comptable en CDI.", "comptable"),
        ("Développeur Python\nNous recherchons une personne curieuse.", "Développeur Python"),
        ("We are looking for a miracle. Data Engineer, Leeds.", "Data Engineer"),
    ],
)
def test_the_trade_that_a_sentence_calls_for(text: str, title: str) -> None:
    assert read_text(text).title == title


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("Développeur fullstack", "Symfony, React, Docker.", "fr"),
        ("Infirmière", "Pansements, Excel.", "fr"),
        ("Full-Stack Engineer", "React, Node.js, tests unitaires", "en"),
        ("Nurse", "Wound care, Excel.", "en"),
        (None, "React, Docker", "en"),
    ],
)
def test_a_few_words_have_the_language_of_the_post_they_name(title: str | None, text: str, language: str) -> None:
    assert read_text(text, title).language == language


def test_a_french_ad_is_read_whole() -> None:
    ad = read_text(FRENCH)
    must, nice = names(ad)
    assert (ad.title, ad.city, ad.country_code, ad.language) == ("Développeur Python", "Rennes", "FR", "fr")
    assert must[:2] == ["Python", "PostgreSQL"] and nice == ["Docker", "Kubernetes"]
    assert (ad.minimum_years, ad.maximum_years, ad.education_level, ad.education_eqf) == (3.0, 5.0, "Bac+5", 7)
    assert [(one.code, one.level, one.mandatory) for one in ad.languages] == [("en", "B2", True)]
    assert (ad.contract, ad.contract_type, ad.remote) == ("CDI", "CDI", "PARTIAL")
    assert (ad.salary.min, ad.salary.max, ad.salary.currency) == (42000.0, 48000.0, "EUR")


def test_an_ad_read_for_a_comparison_lacks_nothing_but_what_is_shown() -> None:
    whole, compared = read_text(FRENCH), read_text(FRENCH, shown=False)
    shown = {"company", "city", "country", "country_code", "contract", "contract_type", "salary", "evidence"}
    assert {name for name in JobAd.__struct_fields__ if getattr(whole, name) != getattr(compared, name)} == shown


def test_what_the_duties_name_is_not_firm() -> None:
    firm = {one.name: one.firm for one in read_text(FRENCH).must_have}
    assert firm["Python"] is True and firm["Django"] is False


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("5+ ans d'expérience", (5.0, None)),
        ("Trois ans d'expérience minimum", (3.0, None)),
        ("Débutants acceptés", (0.0, None)),
        ("At least 18 months' experience as a nurse", (1.5, None)),
        ("Five (5) years of experience", (5.0, None)),
        ("No more than two years of experience", (None, 2.0)),
        ("Our company has existed for over 40 years", (None, None)),
    ],
)
def test_years_are_those_asked_of_the_person(sentence: str, expected: tuple[float | None, float | None]) -> None:
    ad = read_text(f"Title of a post\n\nRequirements\n- {sentence}\n")
    assert (ad.minimum_years, ad.maximum_years) == expected


@pytest.mark.parametrize(
    ("sentence", "must", "nice"),
    [
        ("Vous maîtrisez Python. La connaissance de Docker serait un plus.", ["Python"], ["Docker"]),
        ("You have used Python; Docker would be an advantage.", ["Python"], ["Docker"]),
        ("Python required, ideally with Docker.", ["Python"], ["Docker"]),
    ],
)
def test_wishes_in_a_sentence_are_no_demands(sentence: str, must: list[str], nice: list[str]) -> None:
    assert names(read_text(f"Title of a post\n\nProfile\n{sentence}\n")) == (must, nice)


def test_alternatives_share_a_group() -> None:
    first, second = read_text("Accountant\n\nRequirements\n- ACCA or CIMA\n").must_have
    assert first.group is not None and first.group == second.group


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Salary: £45,000 to £51,000 a year", (45000.0, 51000.0, "GBP")),
        ("Salaire annuel de CHF 105'000.– à 122'000.–", (105000.0, 122000.0, "CHF")),
        ("Salaire : 2 000 € brut / mois", (24000.0, 24000.0, "EUR")),
        ("12 M€ de chiffre d'affaires", (None, None, None)),
    ],
)
def test_pay_is_that_of_a_year(line: str, expected: tuple[float | None, float | None, str | None]) -> None:
    salary = read_text(f"Title of a post\n\n{line}\n").salary
    assert (salary.min, salary.max, salary.currency) == expected


def test_a_language_named_in_passing_is_no_demand() -> None:
    assert read_text("Cook\n\nRequirements\n- Knowledge of French cuisine\n\nApply in English.\n").languages == ()


def test_html_of_job_boards_is_cleaned() -> None:
    ad = read_text(
        "<h1>Chef de projet H/F</h1><script>x()</script><h2>Profil</h2><ul><li>Ma&icirc;trise de Python</li></ul>"
        "<p><strong>Un plus</strong></p><ul><li>Docker</li></ul>"
    )
    assert ad.title == "Chef de projet" and names(ad) == (["Python"], ["Docker"])
    assert ad.description and "<" not in ad.description and "x()" not in ad.description


def test_evidence_points_at_the_words() -> None:
    ad = read_text(FRENCH)
    begin, _, finish, _ = ad.evidence["mustHave[0]"].box
    assert ad.description and ad.description[int(begin) : int(finish)] == "Python" == ad.evidence["mustHave[0]"].text


def test_requirements_that_come_apart_are_demanded() -> None:
    assert names(read_text("We build things.", "Developer", ["Python", "3 years of experience"]))[0] == ["Python"]
    assert read_text("We build things.", "Developer", "Python\n3 years of experience").minimum_years == 3.0


def test_a_file_is_read_as_its_text_is_with_places_on_its_pages() -> None:
    read, text = read_file(FRENCH.encode(), "ad.txt"), read_text(FRENCH)
    assert names(read) == names(text) and read.minimum_years == text.minimum_years
    assert read.evidence["mustHave[0]"].page == 1 and read.evidence["mustHave[0]"].box[3] > 0


def test_a_title_alone_is_an_ad_of_low_confidence() -> None:
    ad = read_text("", "Plumber")
    assert ad.title == "Plumber" and (ad.confidence or 0) < 0.5 < (read_text(FRENCH).confidence or 0)


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
def test_no_ad_and_a_boundless_one_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_text(text)


def test_a_file_that_is_none_is_refused_with_its_reason() -> None:
    with pytest.raises(CvError) as raised:
        read_file(b"", "ad.pdf")
    assert raised.value.code is ErrorCode.FILE_EMPTY
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notes.bin", b"\x00\x01")
    with pytest.raises(CvError):
        read_file(packed.getvalue(), "ad.docx")


@pytest.mark.parametrize("text", ["💼" * 400, "-\n" * 500, "a" * 20000, "<p>" * 3000, "1 2 3 €" * 2000, "**" * 999])
def test_strange_texts_are_read_in_short_time(text: str) -> None:
    assert read_text(text).must_have is not None


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Auto Claims Examiner. Tamarind Mutual is an award-winning carrier.", "Auto Claims Examiner"),
        ("Nous recrutons un audioprothésiste DE (H/F) pour notre magasin.", "audioprothésiste"),
        ("Software Test Engineer Location: Austin, TX Duration: 12 months", "Software Test Engineer"),
        ("Data Scientist. We need a data scientist who likes the sea.", "Data Scientist"),
        ("We are hiring a Claims Supervisor to run our injury desk.", "Claims Supervisor"),
    ],
)
def test_an_ad_of_one_paragraph_has_a_title(opening: str, title: str) -> None:
    assert read_text(f"{opening} {'We settle losses with care and speed. ' * 6}").title == title


def test_parts_of_one_paragraph_open_at_their_headings() -> None:
    ad = read_text(
        "Network Engineer. Northmoor is a carrier of note.Responsibilities:Design networks and answer tickets in ServiceNow."
        "Requirements:CCNP, Python, firewalls and five years of experience with routing. Benefits: pension and a canteen on every floor."
    )
    assert {need.name for need in ad.must_have} >= {"CCNP", "Python"}
    assert "pension" not in (ad.profile or "")


def test_short_lines_without_bullets_are_a_list() -> None:
    ad = read_text(
        "Physiotherapist\nBluefield Clinic\n\nEssential\nHCPC registration\nManual therapy\nExercise prescription\n\nDesirable\nAcupuncture"
    )
    assert [need.name for need in ad.must_have] == ["HCPC registration", "Manual therapy", "Exercise prescription"]
    assert [need.name for need in ad.nice_to_have] == ["Acupuncture"]


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("We'd love you to have used HubSpot.", "HubSpot"),
        ("Experience with SQL is a bonus.", "SQL"),
        ("Si tu connais WordPress, c'est encore mieux !", "WordPress"),
        ("Zendesk is nice to know.", "Zendesk"),
    ],
)
def test_wishes_are_no_demands_however_they_are_put(sentence: str, wished: str) -> None:
    ad = read_text(f"Assistant\nFictional Rail\n\nYou must have Python. {sentence}")
    assert wished in [need.name for need in ad.nice_to_have]
    assert wished not in [need.name for need in ad.must_have]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Alternance - Chargé(e) de communication digitale", "Chargé(e) de communication digitale"),
        ("Stage 6 mois - Data analyst junior", "Data analyst junior"),
        ("Plumber wanted", "Plumber"),
        ("Boulanger recherché urgent", "Boulanger"),
    ],
)
def test_contract_and_call_are_no_part_of_a_title(line: str, title: str) -> None:
    assert read_text(f"{line}\nMaison Fictive\n\nVous travaillez en équipe.").title == title


def test_a_line_that_opens_with_the_contract_is_no_demand() -> None:
    ad = read_text("Assistant import\n\nProfil : Bac+2, Incoterms et SAP.\nCDI, 30-34 K€, statut agent de maîtrise.")
    assert (ad.contract, ad.salary.min, ad.salary.max) == ("CDI", 30000.0, 34000.0)


def test_what_public_job_services_list_in_one_line_is_a_list() -> None:
    ad = read_text("Lingère (H/F)\n\nCompétences : Repassage - Couture - Tri du linge par couleur\nSavoir-être : Rigueur - Autonomie")
    assert [need.name for need in ad.must_have][:2] == ["Repassage", "Couture"]


def test_codes_of_two_letters_in_a_list_are_asked_for() -> None:
    ad = read_text("Électricien\n\nProfil\n- habilitations électriques B2V, BR et BC à jour\n- Permis B")
    assert {"B2V", "BR", "BC"} <= {need.name for need in ad.must_have}


def test_a_truck_licence_is_no_french_diploma() -> None:
    assert read_text("Tree surgeon\n\nYou need aerial rescue tickets. A truck licence helps.").education_level is None


def test_a_sign_may_run_over_the_end_of_its_line() -> None:
    """`pas` ends one line and `obligatoire` opens the next: together they say that something is only wished for."""
    ad = read_text("Développeur\n\nExpérience :\nVous connaissez Docker, Kubernetes pas\nobligatoire. Vous maîtrisez PostgreSQL.")
    assert "PostgreSQL" in {need.name for need in (*ad.must_have, *ad.nice_to_have)}


PORTAL = """Job Description
Position: Backend Developer
Experience: 3 - 6 Yrs
Location: Pune (Hybrid)
Notice period: Immediate
CTC: As per industry standards

Mandatory Skills: Java, Spring Boot, Payara Studio
Good to have: Angular
Qualification: BE/BTech/MCA
"""


def test_labels_of_a_portal_ask_for_nothing() -> None:
    ad = read_text(PORTAL)
    must, nice = names(ad)
    assert must == ["Java", "Spring Boot", "Payara Studio"]
    assert nice == ["Angular"]
    assert (ad.minimum_years, ad.education_level) == (3, "Bachelor's degree")


@pytest.mark.parametrize(
    "wish",
    [
        "NICE TO HAVE\n- Kafka",
        "Nice to have: Kafka",
        "- Nice to have: Kafka",
        "- Kafka (nice to have)",
        "- Kafka - NICE TO HAVE",
        "Nice to have – Kafka",
        "➕ Kafka",
    ],
)
def test_the_words_of_a_wish_are_no_need_themselves(wish: str) -> None:
    must, nice = names(read_text(f"Data Engineer\n\nRequirements\n- Python\n- SQL\n{wish}\n"))
    assert must == ["Python", "SQL"]
    assert nice == ["Kafka"]


def test_pictograms_are_bullets_and_open_headings() -> None:
    ad = read_text(
        "🚀 On recrute ! Community manager (H/F) 🚀\n📍 Nantes\n\n🎯 Ton profil\n✅ Canva\n✅ Photoshop\n\n🎁 On t'offre\n✅ Excel"
    )
    assert ad.title == "Community manager"
    assert names(ad)[0] == ["Canva", "Photoshop"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Social Media Manager to run our Instagram", "Social Media Manager"),
        ("NOW HIRING: FORKLIFT DRIVER - NIGHTS", "FORKLIFT DRIVER"),
        ("Small practice looking for a qualified dental nurse to join our team.", "dental nurse"),
        ("Urgent opening for Java Developer with a product company in Chennai.", "Java Developer"),
        ("Executive Assistant to the Chief Financial Officer", "Executive Assistant to the Chief Financial Officer"),
        ("Ingénieur méthodes F/H\nMétier : Méthodes - Industrialisation", "Ingénieur méthodes"),
    ],
)
def test_a_title_sheds_what_is_said_around_it(line: str, title: str) -> None:
    assert read_text(f"{line}\nYou will work with us.").title == title


def test_a_wish_behind_a_bracket_is_of_what_stands_before_it() -> None:
    must, nice = names(read_text("Acheteur\n\nProfil\nVous maîtrisez Excel. La connaissance d'un ERP (SAP, Sage) est appréciée."))
    assert must == ["Excel"]
    assert nice == ["ERP", "SAP", "Sage"]


def test_a_last_clause_that_wishes_leaves_the_languages_before_it_demanded() -> None:
    ad = read_text("Hôtel cherche réceptionniste (h/f). Anglais courant, italien moyen, une autre langue serait un atout.")
    assert {(one.code, one.mandatory) for one in ad.languages} == {("en", True), ("it", True)}


def test_an_ad_in_bare_nouns_wants_the_skills_of_its_trade_but_not_firmly() -> None:
    ad = read_text(
        "Hôtel cherche réceptionniste. Check-in et check-out, facturation, tenue de la caisse. Nous sommes une équipe de cuisine."
    )
    assert {one.taxonomy_id for one in ad.must_have} == {"check-in-and-check-out", "invoicing", "cash-register-operation"}
    assert not any(one.firm for one in ad.must_have)


def test_a_sentence_below_a_list_is_no_item_of_it() -> None:
    text = "Nurse\n\nDesirable criteria\n- Cannulation\nDisclosure and Barring Service check: the post needs one for Rehabilitation too."
    assert names(read_text(text))[1] == ["Cannulation"]


def test_an_ad_that_lists_its_needs_takes_only_tools_from_its_duties() -> None:
    text = "Accountant\n\nDuties\n- Payroll\n- Invoicing in Sage\n\nRequirements\n- Excel\n- IFRS\n- Standard costing\n"
    assert names(read_text(text))[0] == ["Excel", "IFRS", "Standard costing", "Sage"]


def test_behind_the_colon_of_a_first_sentence_stands_what_there_is_to_do() -> None:
    ad = read_text("Nous recherchons un plombier H/F pour chantiers : pose de sanitaires, chauffe-eau. Permis B exigé.")
    assert {one.taxonomy_id for one in ad.must_have if not one.firm} == {"sanitary-fittings", "domestic-hot-water"}


def test_a_plus_behind_a_number_asks_for_at_least_that() -> None:
    assert read_text("We are looking for a Senior React Developer with 5+ years. TypeScript required.").minimum_years == 5


def test_what_stands_behind_the_title_of_a_first_sentence_is_wanted() -> None:
    assert names(read_text("Nous recherchons un développeur avec Django et PostgreSQL."))[0] == ["Django", "PostgreSQL"]


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        ("Native-level Spanish and good English.", {"es": "Native", "en": "good"}),
        ("Bon niveau d'anglais et notions d'allemand.", {"en": "Bon niveau", "de": "notions"}),
        ("You speak Dutch and English fluently.", {"nl": "fluently", "en": "fluently"}),
        ("Maîtrise de l'anglais (C1) et du russe (B2).", {"en": "C1", "ru": "B2"}),
        ("Français et néerlandais B2 exigés.", {"fr": None, "nl": "B2"}),
        ("Vous êtes à l'aise en anglais.", {"en": None}),
    ],
)
def test_each_language_has_the_level_that_is_said_of_it(sentence: str, spoken: dict[str, str | None]) -> None:
    ad = read_text(f"Responsable export\n\nProfil recherché\n{sentence}")
    assert {one.code: one.level for one in ad.languages} == spoken


def test_a_second_language_may_be_wished_by_a_pronoun() -> None:
    ad = read_text("Acheteur\n\nProfil recherché\nLa maîtrise de l'espagnol est exigée, celle du portugais souhaitée.")
    assert {(one.code, one.mandatory) for one in ad.languages} == {("es", True), ("pt", False)}


def test_a_tool_in_the_title_of_a_first_sentence_is_wanted_too() -> None:
    assert names(read_text("We are looking for a Senior React Developer with TypeScript."))[0] == ["React", "TypeScript"]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("You know Marketo; we mean programs and scoring, not sending newsletters.", ["Marketo"]),
        ("You know not only Python but SQL.", ["Python", "SQL"]),
        ("Maîtrise de Docker, sans Kubernetes.", ["Docker"]),
        ("Vous n'avez pas peur de Docker et de Kubernetes.", ["Docker", "Kubernetes"]),
    ],
)
def test_what_a_post_is_not_is_no_demand(sentence: str, asked: list[str]) -> None:
    assert names(read_text(f"Poste\n\nProfil recherché\n{sentence}"))[0] == asked


@pytest.mark.parametrize("shown", [True, False])
def test_ads_read_together_are_read_as_each_alone(shown: bool) -> None:
    # Two long ones, so that not all go through the steps at once.
    filler = "\nNous vivons au bord de la mer." * 1500
    texts = [FRENCH, "Registered nurse\n\nRequirements\n- Wound care\n- 3 years on a ward", "Plombier. Permis B exigé.", FRENCH]
    ads = [Written(f"{text}{filler if number % 2 else ''}", None if number else "Data Engineer") for number, text in enumerate(texts * 2)]
    together = read_texts(ads, shown=shown)
    assert together == [read_text(*ad, shown=shown) for ad in ads]
    assert together[::-1] == read_texts(ads[::-1], shown=shown)


def test_one_text_under_several_titles_is_read_as_each_alone() -> None:
    for text in (FRENCH, FRENCH * 3, "We look for someone who knows Python."):
        ads = [
            Written(text, title)
            for title in ("Data Engineer (H/F)", "Développeur Python", "Nurse, Leeds", None, "", "Data Engineer (H/F)", " ")
        ]
        assert read_texts(ads) == [read_text(*ad) for ad in ads]


def test_an_empty_ad_among_others_is_an_error() -> None:
    with pytest.raises(InvalidInput, match="empty"):
        read_texts([Written(FRENCH), Written(" \n"), Written(FRENCH)])


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Data engineer", "You know Python and Spark. Docker required."),
        ("Cuisinier", "Vous maîtrisez la cuisson des viandes et les sauces. Permis B exigé."),
        ("Développeuse Python (H/F)", "Développeur Python - Rennes\nDjango et PostgreSQL exigés."),
    ],
)
def test_the_first_sentence_counts_where_the_title_comes_apart(title: str, text: str) -> None:
    whole = f"{title}\n{text}"
    assert names(read_text(text, title)) == names(read_text(whole)) == names(read_text(whole, title))
    assert read_text(text, title).must_have


def test_a_list_below_a_title_that_comes_apart_is_what_is_asked() -> None:
    ad = read_text("Python, Spark, Airflow, 3 years. English fluent.", "Data engineer")
    assert [(one.name, one.firm) for one in ad.must_have] == [("Python", True), ("Spark", True), ("Airflow", True)]
    assert names(read_text("Lyon, CDI, 35 h. Tenue de caisse exigée.", "Caissier")) == (["Tenue de caisse"], [])


def test_the_contract_may_stand_in_a_title_that_comes_apart() -> None:
    assert read_text("Tenue de caisse exigée.", "Caissier (CDI, Lyon)").contract == "CDI"
    assert read_text("CDD de 6 mois. Tenue de caisse exigée.", "Caissier (CDI, Lyon)").contract == "CDD"
    assert "contract" not in read_text("Tenue de caisse exigée.", "Caissier (CDI, Lyon)").evidence


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Vous maîtrisez SQL et vous avez un master en statistiques.", "Bac+5"),
        ("Profil recherché\n- Master en statistiques pour ce poste\n- La connaissance de SQL", "Bac+5"),
        ("You know SQL and you hold a master in statistics.", "Master's degree"),
        ("Vous avez un diplôme de niveau bachelor ou licence.", "Bac+3"),
    ],
)
def test_a_level_that_two_languages_call_alike_is_that_of_the_ad(text: str, level: str) -> None:
    assert read_text(text, "Statistician").education_level == level


def test_what_only_holds_the_letters_of_a_level_is_none() -> None:
    ad = read_text("GC-MS and HPLC analysis in a GMP environment; instrument maintenance and reporting in LIMS.", "Lab technician")
    assert ad.education_level is None and {"gc-ms", "hplc", "lims"} <= set(ad.skills)
    assert read_text("Certified Scrum Master with three years of practice.", "Scrum Master").education_level is None


def test_what_is_expected_is_demanded() -> None:
    ad = read_text("AWS, Terraform, Kubernetes. We expect solid Linux skills and scripting in Bash or Python.", "DevOps engineer")
    assert names(ad)[0] == ["AWS", "Terraform", "Kubernetes", "Linux", "scripting", "Bash", "Python"]


def test_the_level_of_a_language_stands_close_before_it() -> None:
    ad = read_text(
        "You bring three years in a customer-facing role, HubSpot or Salesforce, native-level French and business English.", "CSM"
    )
    assert [(one.name, one.level) for one in ad.languages] == [("French", "native"), ("English", "business")]


def test_all_tools_of_a_duty_are_wanted() -> None:
    ad = read_text("Stack : PHP 8, Symfony 6, MySQL, Docker. Minimum 3 ans d'expérience.", "Développeur PHP")
    assert names(ad)[0] == ["PHP 8", "Symfony 6", "MySQL", "Docker"]
