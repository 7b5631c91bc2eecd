"""Advice on a CV: only from the ad's requirements, only with the CV's own facts, in the language asked."""

from __future__ import annotations

import datetime as dt
import re
from importlib.resources import files
from pathlib import Path

import pytest

from workers import parsing
from workers.coaching import coach
from workers.coaching.posts import has_figure, strong, weak
from workers.coaching.types import Coaching
from workers.cv import Candidate, Cv, Education, Evidence, Experience, Profile, Skill
from workers.job_ad import JobAd, RequiredLanguage, Requirement
from workers.layout import Layout
from workers.parsing import job_ad
from workers.partial_date import PartialDate
from workers.resources import taxonomy
from workers.resources.coaching_rules import rules, words
from workers.resources.text import fold

TODAY = dt.date(2026, 11, 1)
SAMPLES = sorted(Path(str(files("workers.resources").joinpath("samples"))).glob("*.pdf"))
CVS = [*SAMPLES, *sorted((Path(__file__).parents[1] / "golden").glob("*/input.*"))]
ADS = {
    "fr": job_ad.read_text(
        "Vous maîtrisez Python, SQL, Snowflake, la gestion de budget et l'intégration continue. "
        "Anglais courant. Bac+5 exigé. 8 ans d'expérience.",
        "Responsable data H/F",
    ),
    "en": job_ad.read_text(
        "You have 10 years of experience with project management, Kubernetes and wound care. Master's degree. German required.",
        "Head of Care",
    ),
}


def read(text: str) -> Cv:
    return parsing.parse(text.encode(), "cv.txt", TODAY)


def seed() -> Coaching:
    cv = read("Junior Developer, 2 ans, JavaScript, React, HTML/CSS. Agence web.")
    asked = "2+ ans, Node.js, React, PostgreSQL, REST API, tests unitaires"
    return coach(cv, job_ad.read_text("Startup SaaS B2B — React, Node.js, PostgreSQL, CI/CD.", "Full-Stack Engineer", asked), TODAY)


def test_the_guides_own_example() -> None:
    """Node.js, PostgreSQL, REST API, CI/CD and unit tests are named; React, which is there, is not."""
    answer = seed()
    named = [fold(word) for word in answer.keywords_to_add]
    assert {"node js", "postgresql", "rest api", "ci cd"} <= set(named) and {"unit tests", "tests unitaires"} & set(named)
    assert "react" not in named
    assert answer.ats_fit.score < 60 and sum("Node.js" in blocker for blocker in answer.ats_fit.blockers) == 1
    assert {section.section for section in answer.cv_sections} >= {"summary", "skills"}


@pytest.mark.parametrize("path", CVS, ids=lambda path: f"{path.parent.name} {path.stem}")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_rewrites_hold_facts_of_the_cv_alone(path: Path, language: str) -> None:
    """Every skill, number, employer and date of a rewrite stands in the CV."""
    cv = parsing.parse(path.read_bytes(), path.name, TODAY)
    answer = coach(cv, ADS[language], TODAY, language=language)
    assert answer.cv_sections
    whole = fold(f"{cv.raw_text} {' '.join(skill.name for skill in cv.skills)}")
    held = {match.concept.id for match in taxonomy.find(cv.raw_text or "")} | {skill.taxonomy_id for skill in cv.skills}
    for section in answer.cv_sections:
        text = re.sub(r"\[[^]]*\]", "", section.rewrite)
        for number in re.findall(r"\d+", text):
            assert re.search(rf"\b{number}\b", whole), number
        facts = (part for line in text.splitlines() for part in re.split(r"[:,.;]\s|^- ", line))
        told = {match.concept.id for part in facts for match in taxonomy.find(part) if fold(part) not in ("",)}
        strange = {identity for identity in told - held if fold(_name(identity, text)) not in whole}
        assert not strange
        for post in cv.experiences:
            if post.company and post.company in text:
                assert fold(post.company) in whole


def _name(identity: str, text: str) -> str:
    return next(text[match.begin : match.finish] for match in taxonomy.find(text) if match.concept.id == identity)


@pytest.mark.parametrize("path", CVS, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_keywords_come_from_the_ad_and_lack_in_the_cv(path: Path) -> None:
    cv = parsing.parse(path.read_bytes(), path.name, TODAY)
    for ad in ADS.values():
        answer = coach(cv, ad, TODAY, language="fr")
        asked = fold(f"{ad.title} {ad.description} {' '.join(each.name for each in (*ad.must_have, *ad.nice_to_have))}")
        for keyword in answer.keywords_to_add:
            assert fold(keyword) in asked
            assert f" {fold(keyword)} " not in f" {fold(cv.raw_text or '')} "
        assert set(answer.keywords.say_it) | set(answer.keywords.you_lack) == set(answer.keywords_to_add)


def test_what_the_cv_has_under_another_name_is_told_apart() -> None:
    """A CV with GitLab CI has CI/CD: say it. It has no Kafka: lack it."""
    cv = Cv(skills=(Skill(name="GitLab CI", taxonomy_id="gitlab-ci"),))
    ad = JobAd(must_have=(Requirement(name="CI/CD", taxonomy_id="ci-cd"), Requirement(name="Kafka", taxonomy_id="apache-kafka")))
    answer = coach(cv, ad, TODAY, language="en")
    assert answer.keywords.say_it == ("CI/CD",) and answer.keywords.you_lack == ("Kafka",)
    assert any("GitLab CI" in each.rationale for each in answer.suggestions)


LONG_AD = """Ledgerworks sells accounting software to small shops. We are forty people in Leeds, most of us parents,
and the office is a former mill beside the river where the kettle is always on and the dog is called Turing.

What you will do
Run our deployments with Terraform, and keep CI/CD healthy.

What we ask
- Python and PostgreSQL
- Cloud (AWS, EMR)

What we offer
- Health insurance and a pension
"""


def test_what_the_employer_sells_and_offers_is_no_keyword() -> None:
    words = {fold(each) for each in coach(Cv(), job_ad.read_text(LONG_AD, "Platform Engineer"), TODAY, language="en").keywords_to_add}
    assert {"python", "postgresql", "aws", "terraform", "ci cd"} <= words
    assert not words & {"accounting", "accounting software", "health insurance", "pension"}


@pytest.mark.parametrize(
    ("language", "name", "known", "said"),
    [
        ("en", "tests unitaires", "unit-testing", "unit tests (also written: tests unitaires)"),
        ("fr", "tests unitaires", "unit-testing", "tests unitaires"),
        ("fr", "unit tests", "unit-testing", "unit tests (aussi écrit : Tests unitaires)"),
        ("fr", "EMR", "electronic-health-records", "EMR"),
        ("fr", "marché public", "public-procurement", "marché public"),
        ("fr", "béton armé", "reinforced-concrete", "béton armé"),
    ],
)
def test_another_form_is_named_only_where_the_reader_needs_it(language: str, name: str, known: str, said: str) -> None:
    ad = JobAd(must_have=(Requirement(name=name, taxonomy_id=known),))
    (told,) = [each for each in coach(Cv(), ad, TODAY, language=language).suggestions if each.category == "skills"]
    assert f" {said}," in told.suggestion


@pytest.mark.parametrize(
    ("ad", "cv", "language", "said"),
    [
        ("fr", "FR", "en", "câblage d'armoires"),
        ("fr", "EN", "en", "câblage d'armoires (also written: Electrical cabinet wiring)"),
        ("en", "EN", "fr", "venepuncture"),
        ("en", "FR", "fr", "venepuncture (aussi écrit : Prise de sang)"),
    ],
)
def test_keywords_stay_in_the_words_of_the_ad(ad: str, cv: str, language: str, said: str) -> None:
    """The other language's word is for who writes the CV in it."""
    name, known = said.partition(" (")[0], {"c": "electrical-cabinet-wiring", "v": "venepuncture"}[said[0]]
    wanted = JobAd(must_have=(Requirement(name=name, taxonomy_id=known),), language=ad)
    answer = coach(Cv(document_language=cv), wanted, TODAY, language=language)
    assert answer.keywords_to_add == (name,) and any(f" {said}," in each.suggestion for each in answer.suggestions)


def test_a_word_of_both_languages_is_in_that_of_the_ad() -> None:
    ad = JobAd(must_have=(Requirement(name="sauces", taxonomy_id="sauce-making"),), language="fr")
    assert "sauces," in coach(Cv(), ad, TODAY).suggestions[0].suggestion


def test_a_language_that_stands_in_the_cv_is_not_called_absent() -> None:
    ad = JobAd(title="Baker", languages=(RequiredLanguage(name="anglais", code="en"),), language="fr")
    for text, absent in (("Boulanger. Anglais courant", False), ("Boulanger", True)):
        answer = coach(Cv(raw_text=text, document_language="FR"), ad, TODAY)
        assert ("Langue absente : anglais" in answer.ats_fit.blockers) is absent


def test_a_profile_as_data_prints_no_address() -> None:
    for text, told in ((None, False), ("Baker", True)):
        blockers = coach(Cv(raw_text=text), JobAd(title="Baker"), TODAY, language="en").ats_fit.blockers
        assert any("e-mail" in each for each in blockers) is told


@pytest.mark.parametrize(
    ("line", "has"), [("Led a team of six", True), ("Équipe de 5", True), ("Leitung von fünf", True), ("Led it", False)]
)
def test_a_figure_may_be_a_word(line: str, has: bool) -> None:
    assert has_figure(line) is has


def test_openings_are_known_in_the_language_of_the_cv() -> None:
    post = Experience(job_title="Cuisinier", description="Responsable du poste poisson.")
    answer = coach(Cv(experiences=(post,), document_language="FR"), JobAd(title="Chef"), TODAY, language="en")
    assert any("“Responsable du poste poisson”" in each.rationale for each in answer.suggestions)


def test_one_of_several_alternatives_is_enough() -> None:
    ad = JobAd(must_have=(Requirement(name="AWS", taxonomy_id="aws", group=1), Requirement(name="Azure", taxonomy_id="azure", group=1)))
    held = coach(Cv(skills=(Skill(name="Azure", taxonomy_id="azure"),)), ad, TODAY, language="en")
    assert held.keywords_to_add == () and len(coach(Cv(), ad, TODAY, language="en").keywords_to_add) == 2


PHOTO = Cv(candidate=Candidate(has_photo=True, date_of_birth=PartialDate("1990")))


@pytest.mark.parametrize(
    ("country", "photo", "birth"), [("US", "medium", True), ("GB", "medium", True), ("FR", "low", True), ("DE", None, False)]
)
def test_photo_and_age_follow_the_custom_of_the_country(country: str, photo: str | None, birth: bool) -> None:
    given = coach(PHOTO, JobAd(title="Baker", country_code=country), TODAY, language="en").suggestions
    assert next((each.priority for each in given if "photo" in each.suggestion), None) == photo
    assert any("date of birth" in each.suggestion for each in given) is birth


def worked(*spans: tuple[str, str]) -> tuple[Experience, ...]:
    return tuple(
        Experience(job_title=f"Post {start}", company="Atelier", start_date=PartialDate(start), end_date=PartialDate(end))
        for start, end in spans
    )


@pytest.mark.parametrize(
    ("posts", "studies", "found"),
    [
        (worked(("2018-01", "2019-12"), ("2021-01", "2022-01")), (), True),
        (worked(("2018-01", "2019-12"), ("2020-03", "2022-01")), (), False),
        (worked(("2018", "2019"), ("2020", "2022")), (), False),
        (worked(("2018-01", "2018-06"), ("2017-01", "2020-01"), ("2020-02", "2021-01")), (), False),
        (
            worked(("2018-01", "2019-12"), ("2021-01", "2022-01")),
            (Education(degree="Master", start_date=PartialDate("2020-01"), end_date=PartialDate("2020-12")),),
            False,
        ),
    ],
)
def test_gaps(posts: tuple[Experience, ...], studies: tuple[Education, ...], found: bool) -> None:
    """Months that no other post and no study fills; a year without a month is given the benefit of the doubt."""
    given = coach(Cv(experiences=posts, educations=studies), JobAd(title="Baker"), TODAY, language="en").suggestions
    assert any("between" in each.suggestion for each in given) is found


@pytest.mark.parametrize(
    ("language", "line", "result"),
    [
        ("en", "Responsible for the payroll of 40 people", "Payroll of 40 people"),
        ("fr", "Chargée de la paie de 40 personnes", "Paie de 40 personnes"),
        ("fr", "En charge de l'accueil des familles", "Accueil des familles"),
        ("en", "Responsible for menus", "Responsible for menus"),
        ("en", "Led a team of six", "Led a team of six"),
        ("fr", "Responsables formés : 12", "Responsables formés : 12"),
        ("en", "Helped migrate 40 servers", "Helped migrate 40 servers"),
    ],
)
def test_empty_openings_are_taken_off(language: str, line: str, result: str) -> None:
    """What somebody helped with is never turned into what they did."""
    assert strong(line, words(language)) == result


def test_vague_openings_are_named() -> None:
    assert weak("Participation à la migration", words("fr").vague) == "Participation à"


LAYOUT = Layout(columns=(1,), pictures={2: 0.6}, unknown_headings=("MON UNIVERS",))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_layout_stops_machines(language: str) -> None:
    plain, troubled = (coach(PHOTO, JobAd(title="Baker"), TODAY, layout, language) for layout in (None, LAYOUT))
    new = set(troubled.ats_fit.blockers) - set(plain.ats_fit.blockers)
    assert len(new) == 3 and troubled.ats_fit.score < plain.ats_fit.score
    assert coach(PHOTO, JobAd(title="Baker"), TODAY, Layout(scanned=True), language).ats_fit.score < plain.ats_fit.score


def test_language_and_study_asked_for() -> None:
    ad = JobAd(title="Baker", languages=(RequiredLanguage(name="allemand", code="de"),), education_eqf=7, education_level="Bac+5")
    cv = Cv(educations=(Education(degree="BTS", level="EQF 5"),))
    answer = coach(cv, ad, TODAY, language="en")
    assert "Missing language: German" in answer.ats_fit.blockers
    assert any(section.section == "education" for section in answer.cv_sections)


@pytest.mark.parametrize(
    ("language", "said", "dated"),
    [
        ("fr", "entre décembre 2019 et mars 2021", "Post 2018-01, Atelier (janv. 2018 – déc. 2019)"),
        ("en", "between December 2019 and March 2021", "Post 2018-01, Atelier (janv. 2018 – déc. 2019)"),
    ],
)
def test_a_gap_is_told_in_words_and_in_the_dates_printed(language: str, said: str, dated: str) -> None:
    posts = worked(("2018-01", "2019-12"), ("2021-03", "2022-01"))
    printed = Evidence(page=1, box=(0, 0, 1, 1), text="janv. 2018 – déc. 2019", confidence=1)
    cv = Cv(experiences=posts, evidence={"experiences[0].startDate": printed})
    (told,) = [each for each in coach(cv, JobAd(title="Baker"), TODAY, language=language).suggestions if said in each.suggestion]
    assert dated in told.rationale and "14 mo" in told.rationale


@pytest.mark.parametrize(
    ("language", "asked", "months", "said"),
    [
        ("en", 1, 1, ("(1 year)", "1 month.")),
        ("en", 2.5, 12, ("(2.5 years)", "12 months.")),
        ("fr", 1, 1, ("(1 an)", "1 mois.")),
        ("fr", 1.5, 6, ("(1,5 an)", "6 mois.")),
        ("fr", 3, 6, ("(3 ans)", "6 mois.")),
    ],
)
def test_numbers_agree_with_their_words(language: str, asked: float, months: int, said: tuple[str, str]) -> None:
    cv = Cv(profile=Profile(total_experience_months=months))
    given = coach(cv, JobAd(title="Baker", minimum_years=asked), TODAY, language=language).suggestions
    assert any(said[0] in each.suggestion and each.rationale.endswith(said[1]) for each in given)


@pytest.mark.parametrize(
    ("language", "asked", "held"),
    [
        ("fr", "Bac+5 (niveau 7 du CEC)", "Bac+3 (niveau 6 du CEC)"),
        ("en", "Bac+5 (EQF level 7)", "Bac+3 (EQF level 6)"),
    ],
)
def test_levels_of_study_go_by_the_name_of_the_language(language: str, asked: str, held: str) -> None:
    ad = JobAd(title="Baker", education_eqf=7, education_level="Bac+5")
    cv = Cv(profile=Profile(highest_education_level="Bac+3 / EQF 6"))
    given = coach(cv, ad, TODAY, language=language)
    (told,) = [each.rationale for each in given.suggestions if each.category == "education" and held in each.rationale]
    assert asked in told and any(asked in section.issue for section in given.cv_sections)


def test_a_plain_paragraph_is_no_empty_post() -> None:
    post = Experience(job_title="Baker", company="Atelier", description="Bread for 40 schools. Cakes on Sundays.")
    told = coach(Cv(experiences=(post,)), JobAd(title="Baker"), TODAY, language="en").suggestions
    assert not any("Describe Baker" in each.suggestion for each in told)


def test_a_sentence_broken_over_two_lines_is_judged_whole() -> None:
    """The second printed line begins with 'responsible for' and a sentence does not."""
    post = Experience(job_title="Baker", description="Joined the team that was\nresponsible for the bread of 40 schools. Ran a shop of 6.")
    told = coach(Cv(experiences=(post,)), JobAd(title="Baker"), TODAY, language="en").suggestions
    assert not any("Begin with" in each.suggestion or "Put a figure" in each.suggestion for each in told)


def test_every_rule_speaks_every_language() -> None:
    assert {code: words(code).language for code in ("fr", "en", "de")} == {"fr": "fr", "en": "en", "de": "en"}
    for code in ("fr", "en"):
        assert set(words(code).suggestions) == set(rules().rules)


def test_the_same_twice() -> None:
    assert seed() == seed()
