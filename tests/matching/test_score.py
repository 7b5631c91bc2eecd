"""The laws of the score: blind, monotonous, bounded, the same every time."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.matching.people import AD, CV, TODAY, features, job
from workers.cv import Address, Cv, Experience, PartialDate, Skill, from_json, to_json
from workers.errors import InvalidInput
from workers.features import CvFeatures, Held, JobFeatures, Need, from_msgpack, to_msgpack
from workers.features import from_json as features_from_json
from workers.features import to_json as features_to_json
from workers.job_ad import JobAd
from workers.matching import DEFAULT_WEIGHTS, ENGINE_VERSION, PartKind, Statistics, Weights, features_of_job, score
from workers.matching.occupations import occupation_of
from workers.parsing import parse
from workers.parsing.job_ad import read_text

PLAIN = Path(__file__).parents[1] / "bench/judgements/cvs"


def changed(**values: object) -> Cv:
    return msgspec.structs.replace(CV, candidate=msgspec.structs.replace(CV.candidate, **values))


SWAPS = {
    "name": changed(first_name="Bertrand", last_name="Quignon", summary="Bertrand Quignon builds pipelines."),
    "gender": changed(gender="male", honorific="Mr"),
    "age": changed(date_of_birth=PartialDate("1961-02-03"), place_of_birth="Kraków"),
    "address": changed(address=Address(street="9 rue Inventée", city="Marseille", country_code="FR")),
    "photo": changed(has_photo=True),
    "nationality": changed(nationality="Brazilian"),
    "family": changed(marital_status="single"),
    "contact": changed(email="someone.else@example.org", phone="07700 900999"),
}


@pytest.mark.parametrize("swap", SWAPS)
def test_who_somebody_is_changes_nothing(swap: str) -> None:
    assert score(features(SWAPS[swap]), job()) == score(features(), job())


def test_the_input_of_the_score_has_no_field_for_a_person() -> None:
    named = set(CvFeatures.__struct_fields__)
    assert not named & {
        "name",
        "first_name",
        "last_name",
        "gender",
        "date_of_birth",
        "nationality",
        "photo",
        "has_photo",
        "address",
        "email",
    }
    assert b"marchbanks" not in features_to_json(features()).lower()
    assert b"invented" not in features_to_json(features()).lower()


def test_the_same_input_gives_the_same_score() -> None:
    again = score(features(from_json(Cv, to_json(CV))), job())
    assert again == score(features(), job())
    assert again.engine_version == ENGINE_VERSION


def test_features_survive_json_and_msgpack() -> None:
    own, offered = features(), job()
    assert features_from_json(CvFeatures, features_to_json(own)) == own
    assert from_msgpack(JobFeatures, to_msgpack(offered)) == offered


@pytest.mark.parametrize("skill", ["python", "sql", "apache-spark"])
def test_a_must_have_less_lowers_the_score(skill: str) -> None:
    own = features()
    without = msgspec.structs.replace(own, skills=tuple(use for use in own.skills if use.id != skill))
    assert skill in {use.id for use in own.skills}
    assert score(without, job()).value < score(own, job()).value


def test_a_missing_must_have_caps_the_score() -> None:
    missing = score(features(), job())
    complete = score(features(), job(AD.replace("- Snowflake\n", "")))
    none = score(features(), job(AD.replace("Python and SQL", "COBOL and Fortran").replace("- Spark\n", "")))
    assert none.cap < missing.cap < 100.0 == complete.cap
    assert none.value <= none.cap and none.value < missing.value < complete.value


def test_the_value_is_the_sum_of_its_parts_at_most() -> None:
    found = score(features(), job())
    weighed = [part for part in found.parts if part.weight]
    assert sum(part.weight for part in weighed) == pytest.approx(1.0, abs=0.001)
    assert 0 <= found.value <= 100 * sum(part.weight * part.value for part in weighed) + 0.01
    assert found.value == round(found.value, 2)
    assert {PartKind.RECENCY, PartKind.OVERQUALIFIED} <= {part.kind for part in found.parts}


def test_weights_count_by_proportion_alone() -> None:
    doubled = Weights(**{name: 2 * getattr(DEFAULT_WEIGHTS, name) for name in Weights.__struct_fields__})
    assert score(features(), job(), doubled) == score(features(), job())
    only_study = Weights(must_have=0, nice_to_have=0, occupation=0, years=0, languages=0, place=0, text=0)
    assert score(features(), job(), only_study).value != score(features(), job()).value


@pytest.mark.parametrize("wrong", [{"must_have": -1.0}, {"text": float("nan")}, dict.fromkeys(Weights.__struct_fields__, 0.0)])
def test_weights_nobody_can_mean_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidInput):
        score(features(), job(), Weights(**wrong))


def test_a_translated_cv_scores_within_five_points() -> None:
    french = msgspec.structs.replace(
        CV,
        document_language="FR",
        candidate=msgspec.structs.replace(CV.candidate, headline="Ingénieure data", summary="Construit des pipelines."),
        experiences=(
            msgspec.structs.replace(
                CV.experiences[0],
                job_title="Ingénieure data",
                description="Pipelines par lots avec Spark et Airflow, modèles de données en SQL, déploiements sur Kubernetes.",
                achievements=("Temps de chargement nocturne divisé par deux avec Python",),
            ),
            msgspec.structs.replace(CV.experiences[1], job_title="Ingénieure data junior", description="Scripts Python et PostgreSQL."),
        ),
    )
    assert abs(score(features(french), job()).value - score(features(), job()).value) <= 5


def test_the_ad_pasted_into_the_cv_is_flagged_and_gains_nothing() -> None:
    last = msgspec.structs.replace(CV.experiences[1], description=f"{CV.experiences[1].description}\n{AD}")
    pasted = msgspec.structs.replace(CV, experiences=(CV.experiences[0], last))
    found = score(features(pasted), job())
    assert "PASTED_AD" in found.flags
    assert found.value <= score(features(), job()).value


@pytest.mark.parametrize("between", ["\n\n", " "], ids=["below", "behind"])
@pytest.mark.parametrize("case", ["en-baker", "fr-plombier", "en-ux-designer"])
def test_an_ad_pasted_where_nobody_reads_is_flagged_and_gains_nothing(case: str, between: str) -> None:
    """Below the last part of a plain CV, or behind its last word: the languages, the licences, a footer."""
    text = (PLAIN / f"{case}.txt").read_text("utf-8")
    ad = (PLAIN.parent / "ads/fr-aide-soignant-nuit.txt").read_text("utf-8")
    offered = features_of_job(read_text(ad))
    own, pasted = (features(parse(said.encode(), "cv.txt", today=TODAY)) for said in (text, f"{text}{between}{ad}"))
    found = score(pasted, offered)
    assert "PASTED_AD" in found.flags and "PASTED_AD" not in score(own, offered).flags
    assert found.value <= score(own, offered).value + 0.01


def test_the_posts_of_a_cv_still_count_where_an_ad_was_pasted_below_them() -> None:
    text, ad = ((PLAIN.parent / name).read_text("utf-8") for name in ("cvs/fr-boulanger.txt", "ads/fr-boulanger-tourier.txt"))
    offered = features_of_job(read_text(ad))
    found = score(features(parse(f"{text}\n\n{ad}".encode(), "cv.txt", today=TODAY)), offered)
    assert "PASTED_AD" in found.flags and found.value > 25


def test_a_paragraph_without_dates_is_matched_by_what_it_states() -> None:
    text = "Data engineer with 6 years of experience in Python, SQL and Spark pipelines. Fluent English."
    found = score(features(Cv(document_language="EN", raw_text=text)), job())
    stranger = score(features(Cv(document_language="EN", raw_text="Pastry cook, 6 years of experience in viennoiserie.")), job())
    assert found.value > 50 > 5 > stranger.value


def test_an_ad_sent_as_the_cv_itself_is_flagged_and_worth_nothing() -> None:
    found = score(features(Cv(document_language="EN", raw_text=AD)), job())
    assert "PASTED_AD" in found.flags and found.value < 20


def test_a_wall_of_keywords_is_flagged_and_gains_nothing() -> None:
    words = "Snowflake Tableau Java Go Rust Scala Kotlin Swift Ruby PHP Perl Docker Ansible Jenkins GitLab Redis MongoDB Cassandra"
    more = "Flink Presto Trino dbt Looker Qlik SAP Salesforce Jira Confluence Figma React Angular Vue Django Flask Spring Laravel"
    last = "Excel Word Outlook Azure AWS GCP OpenShift Helm Istio Grafana Prometheus Elasticsearch Kibana Splunk Nagios Zabbix"
    wall = tuple(Skill(name=word) for word in f"{words} {more} {last} Neo4j Hadoop Hive Symfony".split())
    found = score(features(msgspec.structs.replace(CV, skills=wall, certifications=())), job())
    assert "KEYWORD_WALL" in found.flags
    assert found.value <= score(features(), job()).value


def test_a_title_alone_gives_a_score_that_says_it_is_uncertain() -> None:
    found = score(features(), features_of_job(JobAd(title="Data Engineer", confidence=read_text("Data Engineer").confidence)))
    assert "LITTLE_TO_COMPARE" in found.flags
    assert 0 < found.value < 100


def test_a_cv_without_anything_scores_nothing_and_fails_nowhere() -> None:
    assert score(features(Cv()), job()).value < 5
    assert score(features(), features_of_job(JobAd())).value < 60


def test_too_much_experience_is_a_visible_part() -> None:
    found = score(features(), job(AD.replace("At least 3 years as a data engineer", "2 years of experience at most")))
    over = next(part for part in found.parts if part.kind is PartKind.OVERQUALIFIED)
    assert over.value < 1 and over.reason == "above_limit"


def test_old_practice_counts_less_and_says_so() -> None:
    old = tuple(
        Experience(job_title=one.job_title, description=one.description, start_date=PartialDate("2004-01"), end_date=PartialDate("2009-12"))
        for one in CV.experiences
    )
    found = score(features(msgspec.structs.replace(CV, experiences=old)), job())
    assert next(part for part in found.parts if part.kind is PartKind.RECENCY).value < 0.9
    assert found.value < score(features(), job()).value


def test_years_asked_for_one_skill_are_compared_with_its_months() -> None:
    short = msgspec.structs.replace(job(), must_have=(Need("apache-spark", "Spark", years=12.0),))
    long = msgspec.structs.replace(job(), must_have=(Need("apache-spark", "Spark", years=2.0),))
    facts = [score(features(), one).parts[0].facts[0] for one in (short, long)]
    assert facts[0].value < facts[1].value == 1.0
    assert facts[0].months == facts[1].months == 81


def test_statistics_of_an_account_change_the_text_part_alone() -> None:
    own = Statistics(count=500, average_length=90.0, frequencies={"pipelin": 480})
    here, there = ({part.kind: part.value for part in score(features(), job(), statistics=one).parts} for one in (Statistics(), own))
    assert here.pop(PartKind.TEXT) != there.pop(PartKind.TEXT)
    assert {kind for kind in here if here[kind] != there[kind]} <= {PartKind.OCCUPATION, PartKind.YEARS}


def test_those_above_the_ceiling_of_a_missing_must_have_keep_their_order() -> None:
    """Ten applicants without the licence are still not all alike."""
    offered = job(AD.replace("Python and SQL", "COBOL and Fortran").replace("- Spark\n", "- Haskell\n"))
    better = features()
    poorer = msgspec.structs.replace(better, words={}, fields={})
    assert score(poorer, offered).value < score(better, offered).value < score(better, offered).cap


def test_an_ad_that_names_one_skill_of_every_trade_is_judged_by_its_words() -> None:
    licence = AD.replace("- Python and SQL\n- Spark\n- Snowflake\n", "- Driving licence\n")
    shares = {part.kind: part.weight for part in score(features(), job(licence)).parts}
    usual = {part.kind: part.weight for part in score(features(), job()).parts}
    assert shares[PartKind.TEXT] > shares[PartKind.MUST_HAVE] and usual[PartKind.TEXT] < usual[PartKind.MUST_HAVE]


def test_a_cv_without_dates_is_not_taken_for_one_without_years() -> None:
    own = features()
    undated = msgspec.structs.replace(own, posts=tuple(msgspec.structs.replace(post, months=None, last=None) for post in own.posts))
    (part,) = (part for part in score(undated, job()).parts if part.kind is PartKind.YEARS)
    assert part.reason == "years_unknown" and 0 < part.value < 1


def test_two_team_managers_of_different_trades_are_no_neighbours() -> None:
    known = occupation_of("Team leader")
    assert known
    led = Held("Team leader, call centre", known.id, known.kind, 60, features().now)
    offered = job("Team leader, landscaping\nFictional Gardens\n\nYou lead five gardeners on site and plan the planting.")
    (part,) = (part for part in score(msgspec.structs.replace(features(), posts=(led,)), offered).parts if part.kind is PartKind.OCCUPATION)
    assert part.value < 0.7


def test_a_weight_that_is_none_is_named_as_clients_write_it() -> None:
    with pytest.raises(InvalidInput) as caught:
        score(features(), job(), Weights(nice_to_have=-1.0))
    assert caught.value.field == ("weights", "niceToHave") and "niceToHave" in str(caught.value)
