"""Nobody is recognised in an anonymised document, and nothing else is lost."""

from __future__ import annotations

import re
import unicodedata

import pytest
from msgspec.structs import replace

from tests.rendering.people import Trap, traps
from workers.cv import Address, Candidate, Cefr, Cv, Education, Experience, Language, PartialDate, Skill, Volunteering
from workers.errors import CvError, ErrorCode
from workers.rendering import PRESETS, Privacy, ResumeSettings, layouts, render
from workers.rendering.labels import labels
from workers.rendering.leaks import check
from workers.rendering.png import contents
from workers.rendering.redact import redact

TRAPS = traps()
PERSON = replace(PRESETS["blind"], hide_employers=False, hide_schools=False, hide_dates=False)


def squeezed(text: str) -> str:
    """Letters and digits alone, without accents: written here anew, so that the product does not judge itself."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"[\W_]", "", plain.replace("ł", "l").replace("Ł", "L").lower())


def printed(pdf: bytes) -> str:
    seen = contents(pdf)
    return "\n".join([*seen.pages, *seen.metadata.values(), *seen.addresses])


def test_corpus_is_large_enough() -> None:
    assert len(TRAPS) >= 40
    assert all(trap.gone and trap.kept for trap in TRAPS)


@pytest.mark.parametrize(("number", "trap"), list(enumerate(TRAPS)), ids=[trap.name for trap in TRAPS])
def test_nothing_hidden_is_printed_and_nothing_else_is_lost(number: int, trap: Trap) -> None:
    settings = ResumeSettings(layout=layouts()[number % len(layouts())], privacy=PERSON)
    text = printed(render(trap.cv, settings, key=b"key").pdf)
    tight = squeezed(text)
    words = set(re.findall(r"\w+", unicodedata.normalize("NFC", text)))
    person = trap.cv.candidate
    for value in trap.gone:
        assert len(squeezed(value)) < 4 or squeezed(value) not in tight, f"{value} is in the document"
    assert person.last_name not in words and person.first_name not in words
    for value in trap.kept:
        assert squeezed(value) in tight, f"{value} is gone"


def person(**changes: object) -> Cv:
    return Cv(document_language="FR", candidate=replace(Candidate(first_name="Jean", last_name="Docker"), **changes))


def shown(cv: Cv, privacy: Privacy = PRESETS["blind"]) -> Cv:
    return redact(cv, privacy, "Candidat 7F3K", labels(cv.document_language or "FR")).cv


def test_a_skill_called_like_the_person_survives() -> None:
    job = Experience(
        job_title="Architecte", description="Migration vers Docker et Kubernetes. Jean Docker a formé l'équipe, M. Docker aussi."
    )
    cv = replace(
        person(summary="Jean Docker, expert Docker."), skills=(Skill(name="Docker"), Skill(name="Docker Swarm")), experiences=(job,)
    )
    text = printed(render(cv, ResumeSettings(privacy=PRESETS["blind"]), code_name="Candidat 7F3K").pdf)
    assert "Jean" not in text
    assert "Docker, Docker Swarm" in text and "expert Docker" in text and "vers Docker et Kubernetes" in text


@pytest.mark.parametrize(
    "text",
    [
        "Élu à Saint-Martin, lycée Jean Jaurès, rue Martin",
        "Travail avec Jean Moulin et Jean-Paul Sartre",
        "10 ans d'expérience, 25 ans de métier, équipe de 34 personnes",
        "Windows Server 2019, ISO 27001:2013, SQL Server 2016",
        "Budget de 12 000 000 € et 01 23 chantiers",
        "Elle est stable : il y a un plan, il s'agit d'une norme, il faut tester",
        "12 cours de cuisine, 3 places de marché, 20 routes REST",
        "Node.js, ASP.NET, React/Redux, CI/CD, TCP/IP, setup.py",
        "@Override et @angular/core, le 24/7, ratio 16/9",
        "Anglais courant, langue française, cuisine italienne",
        "CV relu, PM et PO, IL-6, HE-AAC",
    ],
)
def test_words_that_name_nobody_survive(text: str) -> None:
    cv = replace(
        person(first_name="Jean", last_name="Martin", nationality="Française"),
        experiences=(Experience(job_title="Poste", achievements=(text,)),),
    )
    assert shown(cv, replace(PERSON, hide_gender=False)).experiences[0].achievements == (text,)


@pytest.mark.parametrize(
    ("switch", "text", "left"),
    [
        ("hide_gender", "Mme Docker encadre. Elle forme (elle/elle).", "Docker encadre. Candidat forme."),
        (
            "hide_name",
            "Jean et Docker's plan, J.-D. inconnu, J. D.",
            "Candidat 7F3K et Candidat 7F3K plan, Candidat 7F3K inconnu, Candidat 7F3K",
        ),
        ("hide_birth", "Née en 1984 à Brest. Stage en 1984.", "[masqué]. Stage en 1984."),
        (
            "hide_birth",
            "Jean hails from Tulsa, originally from Fort Worth; built from scratch",
            "Jean [masqué], [masqué]; built from scratch",
        ),
        ("hide_marital_status", "Mariée, 2 enfants, permis B", "[masqué], permis B"),
        ("hide_nationality", "De nationalité suisse ; parle suisse allemand", "[masqué] ; parle suisse allemand"),
        ("hide_phone", "Bureau : +41 21 555 01 23, 3 sites", "Bureau : [masqué], 3 sites"),
        ("hide_links", "Voir www.example.org/moi et github.com/moi/x.", "Voir [masqué] et [masqué]"),
        (
            "hide_dates",
            "Depuis mars 2019, puis 06/2020 - 07/2021 et en 2022.",
            "Depuis [date masquée], puis [date masquée] et en [date masquée].",
        ),
    ],
)
def test_each_switch_scrubs_free_text(switch: str, text: str, left: str) -> None:
    cv = replace(person(), experiences=(Experience(job_title="Poste", description=text),))
    assert shown(cv, Privacy(**{switch: True})).experiences[0].description == left


def test_employers_and_schools_go_from_free_text_too() -> None:
    job = Experience(
        job_title="Acheteuse", company="Océantis Prévoyance SAS", description="Chez Océantis, refonte ; Océantis Prévoyance a doublé."
    )
    cv = replace(person(), experiences=(job, Experience(job_title="Conseil", company="Freelance")))
    text = printed(render(cv, ResumeSettings(privacy=PRESETS["blind"])).pdf)
    assert "antis" not in text and "Employeur confidentiel" in text and "Freelance" in text


def test_hidden_dates_leave_durations() -> None:
    job = Experience(job_title="Acheteuse", start_date=PartialDate("2019-01"), end_date=PartialDate("2021-03"))
    text = printed(render(replace(person(), experiences=(job,)), ResumeSettings(privacy=Privacy(hide_dates=True))).pdf)
    assert "2 ans 3 mois" in text and "2019" not in text


def test_a_document_that_leaks_is_refused() -> None:
    cv = person(email="j.docker@example.org", phone="+33639980142", summary="Jean Docker")
    open_pdf = render(cv, ResumeSettings()).pdf
    hidden = redact(cv, PRESETS["blind"], "Candidat 7F3K", labels("FR"))
    with pytest.raises(CvError) as refusal:
        check(open_pdf, cv, hidden, PRESETS["blind"], ())
    assert refusal.value.code is ErrorCode.DOCUMENT_LEAKS
    assert all(kind in refusal.value.message for kind in ("name", "email", "phone"))
    assert "Docker" not in refusal.value.message and "0142" not in refusal.value.message


@pytest.mark.parametrize(("first", "last"), [("Олена", "Коваленко"), ("Γιώργος", "Παπαδόπουλος"), ("Łucja", "Wąsowska")])
def test_a_name_that_latin_letters_cannot_write_is_hidden_and_the_cv_printed(first: str, last: str) -> None:
    job = Experience(job_title="Engineer", company="Acme", description=f"Bridges. {first} {last} led six people.")
    pdf = render(Cv(candidate=Candidate(first_name=first, last_name=last), experiences=(job,)), ResumeSettings(privacy=PERSON)).pdf
    assert "Bridges" in printed(pdf) and not {squeezed(first), squeezed(last)} & {squeezed(word) for word in printed(pdf).split()}


def test_a_file_name_that_leaks_is_refused() -> None:
    cv = replace(person(), resume_id="jean-docker")
    with pytest.raises(CvError):
        render(cv, ResumeSettings(privacy=PRESETS["standard"]))


@pytest.mark.parametrize("identity", ["01a22906-5291-7581-8660-4700aee7c736", "01a228ff-1978-751f-8244-2fc9cebd292e"])
def test_the_number_of_a_cv_is_no_paper_and_no_year_of_its_owner(identity: str) -> None:
    job = Experience(job_title="Cook", company="Sample Diner", start_date=PartialDate("1978"), end_date=PartialDate("1981"))
    cv = replace(person(), resume_id=identity, experiences=(job,))
    assert identity in render(cv, ResumeSettings(privacy=PRESETS["blind"])).file_name


def test_code_names_are_stable_and_keyed() -> None:
    cv = replace(person(), resume_id="3f0c1f5e-0000-7000-8000-000000000001")
    titles = [render(cv, ResumeSettings(privacy=PRESETS["standard"]), key=key).title for key in (b"one", b"one", b"two")]
    assert titles[0] == titles[1] != titles[2]


def test_presets_grow() -> None:
    on = [{switch for switch in Privacy.__struct_fields__ if getattr(PRESETS[name], switch)} for name in ("none", "standard", "blind")]
    assert not on[0] and on[0] < on[1] < on[2]


JEAN = replace(TRAPS[0].cv, references=())
FORMS = [
    ("06.39.98.01.42, 0033639980142, (+33) 6 39 98 01 42, +33(0)6 39 98 01 42, 06-39-98-01-42", ["0142", "01 42", "01-42", "01.42"]),
    ("@jean_dupont, jeandupont, dupont_jean, JeanDupont, JDupont, jdupont, j_dupont, dupontj", ["dupont", "jean"]),
    ("M. DUPONT Jean ; Jean D. ; DUPONT (Jean) ; Madame Dupont ; Mr. Jean ; DUPONT, Jean ; jean dupont", ["dupont", "jean"]),
    ("D U P O N T ; J e a n ; J.Dupont ; J-Dupont ; Dupont J ; les Dupont ; Dupont's", ["dupont", "d u p"]),
    ("Je\u00adan Du\u200bpont ; ＪＥＡＮ ＤＵＰＯＮＴ ; J\u0435\u0430n Du\u0440\u043ent", ["pont", "ｄｕ", "\u0440\u043ent"]),
    ("né le 12.03.85 ; 12 Mars 85 ; March 12th, 1985 ; 1985/03/12 ; 12/3/1985 ; 120385", ["85"]),
    ("41-year-old engineer ; aged 41 ; âgé de 41 ans ; 41 years old ; Age: 41 ; 1 85 03 44 109 123 45", ["41", "85 03"]),
    (
        "14bis, rue des Glycines 44000 NANTES ; 44 000 Nantes ; habite Nantes ; 3 allée des Tilleuls, 75012 Paris",
        ["glycines", "tilleuls", "44", "75012"],
    ),
    ("linkedin: jean-dupont-exemple ; in/jean-dupont-exemple ; GitHub jdupont44 ; Skype : jean.dupont44 ; t.me/jdupont44", ["dupont"]),
    ("Nationalité française ; citoyenneté française ; double nationalité franco-suisse", ["française", "suisse"]),
    ("père de 2 enfants ; Situation : marié ; situation familiale : marié, 2 enfants ; sans enfant", ["mari", "enfant", "père"]),
    ("cv-jean-dupont.pdf ; Dupont_CV.docx ; C:\\Users\\jdupont\\cv.doc ; /home/jean.dupont/cv.odt", ["dupont"]),
    ("jean.dupont [at] example [dot] org ; jean dot dupont at example dot org ; jean.dupont AT example.org", ["dupont", "jean"]),
    ("Références : M. Paul Durand (Directeur, 06 12 34 56 78, paul.durand@acme.example)", ["durand", "34 56"]),
]


@pytest.mark.parametrize(("text", "gone"), FORMS, ids=[text[:20] for text, _ in FORMS])
def test_every_way_to_write_it_is_found(text: str, gone: list[str]) -> None:
    cv = replace(JEAN, experiences=(Experience(job_title="Poste", achievements=tuple(text.split(" ; ")), description=text),))
    seen = printed(render(cv, ResumeSettings(privacy=PRESETS["blind"])).pdf).casefold()
    assert [value for value in gone if value in seen] == []


@pytest.mark.parametrize(
    "text",
    [
        "Produits d'origine bretonne, pièces d'origine, appellation d'origine protégée, certificat d'origine",
        "Encadrement d'une jeune femme en stage, foyer de jeunes hommes, jeune fille au pair",
        "Suivi de patients diabétiques, accueil d'enfants en situation de handicap, instruction des RQTH",
        "Référente handicap : recrutement de travailleurs handicapés, ateliers pour malentendants",
        "Vendeuse en robes de mariée, cérémonies pour la mariée, prix Marie Heurtin",
        "Mise en quarantaine de 40 lots, une quarantaine de clients, collection printemps",
        "Musée Jean Lurçat, fondation Jean Arp, prix Jean Vigo, lycée professionnel privé Jean-Bosco",
        "Support for people living with dementia, autism outreach, a blind tasting",
        "Heritage sites of Brittany, locally born brands, goods of French origin",
        "GitHub Actions, LinkedIn Sales Navigator, Instagram, installation, three warehouses",
        "Instruction des demandes de titres de séjour, accueil de réfugiés, droit d'asile",
        "React Native, publicité native, enseignement du français langue maternelle",
        "Négociation avec les syndicats, histoire des religions, visite de l'église Saint-Pierre",
        "Remplacement de congé maternité, gestion des congés parentaux, gamme future maman",
        "Appels d'offres du ministère des Armées, service après-vente militaire, journée nationale",
        "Levée de la quarantaine des lots, une cinquantaine de clients, préparation à la retraite",
        "Maladie de Kervella, syndrome de Kervella, théorème de Kervella",
        "Déclarations de TVA 2019 2020, contrôle des SIRET, 852 123 456 pièces",
        "Médiation en quartier prioritaire, cartographie à 48.1 et 1.67 degrés",
        "Enceinte de confinement, enceintes acoustiques, Fils de fer et filles de salle",
    ],
)
def test_work_for_others_says_nothing_of_the_person(text: str) -> None:
    cv = replace(
        person(first_name="Jean", last_name="Kervella", nationality="Française"),
        experiences=(Experience(job_title="Poste", achievements=(text,)),),
    )
    assert shown(cv, PERSON).experiences[0].achievements == (text,)


@pytest.mark.parametrize(
    ("switch", "text", "left"),
    [
        ("hide_gender", "Jeune femme dynamique", "Candidat dynamique"),
        ("hide_birth", "Je suis un jeune homme motivé", "Je suis Candidat motivé"),
        ("hide_nationality", "Béarnaise d'origine, d'origine béarnaise", "[masqué], [masqué]"),
        ("hide_birth", "RQTH depuis 2019 ; permis B", "[masqué] ; permis B"),
        ("hide_marital_status", "Je suis diabétique", "[masqué]"),
        ("hide_gender", "RQTH : oui", "[masqué]"),
    ],
)
def test_facts_without_a_switch_go_with_their_neighbours(switch: str, text: str, left: str) -> None:
    cv = replace(person(), experiences=(Experience(job_title="Poste", description=text),))
    assert shown(cv, Privacy(**{switch: True})).experiences[0].description == left


def test_a_mother_tongue_is_a_level_and_no_origin() -> None:
    spoken = (
        Language(name="Français", level="Langue maternelle", cefr=Cefr.NATIVE),
        Language(name="Tamoul", level="Langue familiale", cefr=Cefr.NATIVE),
        Language(name="Anglais", level="natif (C1)"),
        Language(name="Italien", level="B2", cefr=Cefr.B2),
    )
    cv = replace(person(), languages=spoken)
    levels = [(language.level, language.cefr) for language in shown(cv, Privacy(hide_nationality=True)).languages]
    assert levels == [("C2", Cefr.C2), (None, None), ("C1", Cefr.C1), ("B2", Cefr.B2)]
    assert shown(cv, PRESETS["standard"]).languages == spoken


def test_places_go_with_whom_they_would_tell() -> None:
    job = Experience(job_title="Acheteuse", company="Océantis", city="Vannes", country="France")
    course = Education(degree="Licence", institution="Université de Sfax", city="Sfax", country="Tunisie")
    cv = replace(person(address=Address(city="Vannes")), experiences=(job,), educations=(course,))
    blind, standard = shown(cv), shown(cv, PRESETS["standard"])
    assert [(entry.city, entry.country) for entry in (*blind.experiences, *blind.educations)] == [(None, None)] * 2
    assert [entry.city for entry in (*standard.experiences, *standard.educations)] == ["Vannes", "Sfax"]


def test_worship_in_spare_time_goes_and_charity_stays() -> None:
    given = (
        Volunteering(organization="Paroisse Saint-Luc", role="Trésorier"),
        Volunteering(role="Sunday school teacher"),
        Volunteering(organization="Secours catholique", role="Maraudes"),
    )
    work = Experience(job_title="Organiste", company="Paroisse Saint-Luc")
    cv = replace(person(), volunteering=given, experiences=(work,))
    assert shown(cv, PRESETS["standard"]).volunteering == given[2:]
    assert shown(cv, PRESETS["standard"]).experiences == (work,)
    assert shown(cv, Privacy(hide_name=True)).volunteering == given
