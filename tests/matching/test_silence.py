"""What a CV of a few words does not say is unknown, not missing; what a CV lists and does not have is missing."""

from __future__ import annotations

import msgspec
import pytest

from tests.matching.people import TODAY, features, job
from workers import comparison
from workers.features import CvFeatures, JobFeatures, SkillUse, Spoken
from workers.job_ad import JobAd
from workers.matching import PartKind, Score, Scorer, explain, features_of_job, features_of_profile_json, score
from workers.matching.changes import additions, with_addition
from workers.matching.silence import silence, sparse
from workers.parsing.job_ad import read_text

KEYWORDS = """Snowflake Tableau Java Go Rust Scala Kotlin Swift Ruby PHP Perl Docker Ansible Jenkins GitLab Redis MongoDB Cassandra Flink
Presto Trino dbt Looker Qlik SAP Salesforce Jira Confluence Figma React Angular Vue Django Flask Spring Laravel Excel Azure AWS OpenShift
Helm Istio Grafana Prometheus Elasticsearch Kibana Splunk Nagios Zabbix Neo4j Hadoop Hive Symfony Python FastAPI PostgreSQL""".split()
NOTES = {
    "developer": ("Inès Bertolin, 4 ans React, TypeScript, Node.js...", "Front-end Developer", "React, TypeScript, Node.js demandés"),
    "plumber": ("Paul Durand-Exemple, 8 ans plomberie, chauffage, soudure", "Plombier", "Plomberie, chauffage, soudure"),
    "baker": ("Baker, 4 years, bread, viennoiserie", "Head baker", "Bread, viennoiserie, team of three"),
}


def read(text: str) -> CvFeatures:
    return comparison.read_cv(text.encode(), "cv.txt", TODAY)[1]


def ad(title: str, text: str) -> JobFeatures:
    said: JobAd = comparison.listed(read_text(text, title), text)
    return features_of_job(said)


def reasons(found: Score) -> set[str]:
    return {fact.reason for part in found.parts for fact in part.facts}


@pytest.mark.parametrize("case", NOTES)
def test_a_line_that_names_all_that_is_asked_is_a_strong_match_of_low_confidence(case: str) -> None:
    text, title, asked = NOTES[case]
    found = score(read(text), ad(title, asked))
    assert found.value >= 80
    assert found.confidence < 0.3 and "LITTLE_TO_COMPARE" in found.flags


@pytest.mark.parametrize("case", NOTES)
def test_a_line_of_another_trade_stays_a_weak_match(case: str) -> None:
    for other, (_, title, asked) in NOTES.items():
        assert other == case or score(read(NOTES[case][0]), ad(title, asked)).value < 10


def test_a_third_of_what_is_asked_is_a_match_with_gaps_that_are_named() -> None:
    own, offered = read("Inès Bertolin, 4 ans React, TypeScript, Node.js..."), ad("Front-end Developer", "React, Docker, Redis")
    found = score(own, offered)
    assert 35 < found.value < score(own, ad("Front-end Developer", "React, TypeScript, Node.js")).value - 15
    assert found.cap < 100 and "unsaid" in reasons(found)
    assert any("Redis" in one.text and "does not name" in one.text for one in explain(found, own, offered, "en").gaps)


def test_each_need_that_the_line_names_raises_its_score() -> None:
    offered = ad("Front-end Developer", "React, TypeScript, Node.js")
    values = [score(read(text), offered).value for text in ("React, Git", "React, TypeScript, Git", "React, TypeScript, Node.js, Git")]
    assert values == sorted(values) and values[0] + 10 < values[2]


def test_no_post_no_date_and_no_language_are_uncertain_and_weigh_little() -> None:
    own, offered = read(NOTES["developer"][0]), ad(*NOTES["developer"][1:])
    found = score(own, offered)
    usual = {part.kind: part.weight for part in score(features(), offered).parts}
    assert not {"occupation_far", "ad_language"} & reasons(found) and "occupation_unsaid" in reasons(found)
    for part in found.parts:
        assert part.kind not in (PartKind.YEARS, PartKind.OCCUPATION) or part.weight < usual[part.kind] / 2
    assert any("uncertain" in one.brief for one in explain(found, own, offered, "en").gaps)


def test_a_language_that_the_list_of_the_cv_lacks_stays_missing() -> None:
    offered = job("Receptionist\n\nYou welcome guests in a hotel, answer the telephone and keep the diary.\n\nRequirements\n- German C1\n")
    silent = read("Receptionist. Welcomed guests in two hotels, answered the telephone, kept the diary, checked rooms and bills.")
    listed = msgspec.structs.replace(silent, languages=(Spoken("en", 7, "English"),))
    assert score(silent, offered).cap > score(listed, offered).cap
    assert "language_missing" in reasons(score(listed, offered)) and "language_unsaid" in reasons(score(silent, offered))


def test_a_profile_of_two_lists_is_judged_by_what_it_holds() -> None:
    own = features_of_profile_json({"skills": ["Ansible", "Docker"], "positions": ["DevOps Engineer"]}, TODAY)
    found = score(own, ad("Senior DevOps Engineer", "Ansible, Docker, Terraform"))
    assert found.value >= 60 and found.cap < 100


UNSAID = {"unsaid", "occupation_unsaid", "language_unsaid", "ad_language_unsaid"}


def described(cv: CvFeatures) -> CvFeatures:
    """The same with a hundred words more of what was done."""
    return msgspec.structs.replace(cv, words=cv.words | {f"word{number}": 1.0 for number in range(100)})


def test_a_cv_that_says_what_cvs_say_is_taken_at_its_word() -> None:
    assert silence(features()) == 0.0 and sparse(described(features())) == 0.0
    assert not UNSAID & reasons(score(described(features()), job()))


def test_a_cv_of_titles_and_dates_alone_may_hold_what_its_trade_asks() -> None:
    """Some layouts print neither skills nor what was done in a post."""
    nurse = "Imani Hollow\nWork experience\n2018 - Present Registered Nurse, Fernbrook Hospital\n2015 - 2018 Registered Nurse, Larch Clinic"
    bare = read(f"{nurse}\nEducation\n2015 BSc in Nursing, Wexley College\nLanguages\nEnglish")
    offered = ad("Registered Nurse", "NEWS2, cannulation, venepuncture, wound care")
    assert silence(bare) == 0.0 and sparse(bare) > 0.9
    found = score(bare, offered)
    assert "unsaid" in reasons(found) and found.value > score(described(bare), offered).value + 10
    assert found.value < 80 and found.cap < 100


def test_a_stranger_to_the_trade_is_not_thought_to_know_it() -> None:
    cook = "Imani Hollow\nWork experience\n2018 - Present Pastry Chef, Fernbrook Hotel\nEducation\n2015 Diploma in Cookery, Wexley College"
    assert not UNSAID & reasons(score(read(cook), ad("Registered Nurse", "NEWS2, cannulation, venepuncture, wound care")))


@pytest.mark.parametrize("named", range(15))
def test_no_skill_lowers_a_score_by_being_named(named: int) -> None:
    own = features()
    other = tuple(SkillUse(f"other-{number}", f"Other {number}", None, None, "skills[0]") for number in range(named))
    without = msgspec.structs.replace(own, skills=tuple(use for use in own.skills if use.id not in ("sql", "=python")) + other)
    held = msgspec.structs.replace(without, skills=(*without.skills, *(use for use in own.skills if use.id == "sql")))
    assert score(held, job()).value > score(without, job()).value


def test_a_bare_wall_of_keywords_is_no_note() -> None:
    wall, offered = features_of_profile_json({"skills": KEYWORDS}, TODAY), ad("Backend Engineer", "Python, FastAPI, PostgreSQL")
    found = score(wall, offered)
    assert "KEYWORD_WALL" in found.flags and silence(wall) == 0.0
    assert found.value < 20


def test_a_long_list_is_taken_for_complete() -> None:
    notes = [features_of_profile_json({"skills": KEYWORDS[:count]}, TODAY) for count in (6, 20, 40)]
    quiet = [silence(one) for one in notes]
    assert quiet[0] == 1.0 > quiet[1] > quiet[2] == 0.0


def test_each_gain_of_a_note_is_what_scoring_again_gives() -> None:
    offered = msgspec.structs.replace(job(), language="en")
    own = read("Data engineer with six years in Python and SQL pipelines, at ease with Airflow and Docker, ready to move to another town.")
    found = list(additions(Scorer(own), offered))
    assert {one.kind for one in found} >= {PartKind.MUST_HAVE, PartKind.STUDY}
    for one in found:
        assert score(with_addition(own, one), offered).value == pytest.approx(one.value, abs=0.01)


def test_a_duty_that_a_note_leaves_out_costs_less_than_a_demand() -> None:
    own = read("Inès Bertolin, 4 ans React, TypeScript, Node.js...")
    offered = ad("Front-end Developer", "React, Docker")
    soft = msgspec.structs.replace(offered, must_have=tuple(msgspec.structs.replace(one, firm=False) for one in offered.must_have))
    assert "unsaid" in reasons(score(own, soft))
    assert score(own, soft).value > score(own, offered).value


def test_a_craft_that_works_in_the_same_rooms_stays_apart() -> None:
    offered = ad(
        "Plombier (H/F)",
        "Dépannage et rénovation de salles de bains : pose de sanitaires et de douches, réseaux cuivre, évacuations, recherche de fuites. "
        "Permis B, autonomie sur chantier, 3 ans d'expérience.",
    )
    tiler = read(
        "Carreleur, 6 ans. Rénovation de salles de bains et de cuisines : pose de faïence et de douches à l'italienne, chape. Permis B."
    )
    plumber = read("Plumber, 6 years. Taps, drains and leaks, copper pipes, toilets and showers fitted in bathrooms. Full driving licence.")
    assert score(plumber, offered).value > 65 > score(tiler, offered).value


def test_a_note_of_the_trade_that_names_no_post_meets_the_ad() -> None:
    offered = ad(
        "Aircraft Mechanic", "Line and base maintenance of A320 and B737, engine changes, troubleshooting, task cards, release to service."
    )
    own = read("Seven years in the hangar: base checks, landing gear and APU replacement, borescope, Part-66 licence, certifying releases.")
    stranger = read("Seven years in the salon: cuts, colour and highlights, beard trims, chignons for weddings, booking and till.")
    assert score(own, offered).value > 45 > 10 > score(stranger, offered).value
    assert "occupation_unsaid" in reasons(score(own, offered))
