"""An explanation names what is shown and what is missing, and computes what would change the score."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import msgspec
import pytest

from tests.matching.people import features, job
from workers.features import Spoken
from workers.matching import PartKind, Recommendation, Scorer, explain, recommendation, score
from workers.matching.changes import additions, with_addition


def test_strengths_name_the_skill_the_months_and_the_place() -> None:
    own, offered = features(), job()
    said = explain(score(own, offered), own, offered, "en")
    spark = next(one for one in said.strengths if one.text.startswith("Spark"))
    assert "6 years" in spark.text and "Data Engineer" in spark.text
    assert spark.where == "experiences[0]" and spark.months == 81


def test_gaps_name_what_is_missing_in_the_words_of_the_ad() -> None:
    own, offered = features(), job()
    assert any("Snowflake" in one.text for one in explain(score(own, offered), own, offered, "en").gaps)


def test_every_language_of_the_texts_says_the_same_things() -> None:
    own, offered = features(), job()
    english, french = (explain(score(own, offered), own, offered, code) for code in ("en", "fr"))
    for row in ("strengths", "gaps", "would_change"):
        assert len(getattr(english, row)) == len(getattr(french, row))
    assert [one.gain for one in english.would_change] == [one.gain for one in french.would_change]
    assert {one.text for one in english.gaps}.isdisjoint(one.text for one in french.gaps)


def test_each_gain_is_what_scoring_again_with_the_addition_gives() -> None:
    own, offered = features(), job()
    found = list(additions(Scorer(own), offered))
    assert found
    for addition in found:
        assert score(with_addition(own, addition), offered).value == pytest.approx(addition.value, abs=0.01)


def test_the_most_telling_addition_comes_first() -> None:
    own, offered = features(), job()
    gains = [one.gain for one in explain(score(own, offered), own, offered).would_change]
    assert gains == sorted(gains, reverse=True) and gains[0] > 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (80.0, Recommendation.STRONG_MATCH),
        (79.99, Recommendation.MATCH_WITH_GAPS),
        (60.0, Recommendation.MATCH_WITH_GAPS),
        (40.0, Recommendation.PARTIAL_MATCH),
        (39.99, Recommendation.WEAK_MATCH),
    ],
)
def test_recommendations_begin_at_their_thresholds(value: float, expected: Recommendation) -> None:
    assert recommendation(value) is expected


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_sentence_has_a_short_form_and_the_other_way_round(code: str) -> None:
    texts = tomllib.loads(files("workers.resources").joinpath("languages", code, "explain.toml").read_text("utf-8"))
    assert texts["strengths"].keys() == texts["strengths_brief"].keys()
    assert texts["gaps"].keys() == texts["gaps_brief"].keys()
    own, offered = features(), job()
    said = explain(score(own, offered), own, offered, code)
    assert all(0 < len(one.brief) < len(one.text) and not one.brief[0].islower() for one in (*said.strengths, *said.gaps))


def test_short_forms_name_skill_and_practice_alone() -> None:
    own, offered = features(), job()
    said = explain(score(own, offered), own, offered, "en")
    assert {"Spark (6 years)", "Python (7 years)"} <= {one.brief for one in said.strengths}
    assert "No Snowflake (near: SQL)" in {one.brief for one in said.gaps}


def test_the_language_of_the_ad_is_named_in_the_language_of_the_reader() -> None:
    own = msgspec.structs.replace(features(), language="de", languages=(Spoken("de", 7, "Deutsch"),))
    for code, gap, change in (("en", "written in English", "English at"), ("fr", "rédigée en anglais", "Anglais au")):
        said = explain(score(own, job()), own, job(), code)
        assert any(gap in one.text for one in said.gaps) or any("nglish" in one.text or "nglais" in one.text for one in said.gaps)
        assert any(one.text.startswith(change) for one in said.would_change)


def test_a_sentence_without_dates_has_no_empty_brackets() -> None:
    own = features()
    undated = msgspec.structs.replace(own, posts=tuple(msgspec.structs.replace(post, months=None, last=None) for post in own.posts))
    said = explain(score(undated, job()), undated, job(), "en")
    assert "Has worked in this trade: “Data Engineer”." in [one.text for one in said.strengths]


def test_points_are_written_as_each_language_writes_them() -> None:
    own, offered = features(), job()
    english, french = (explain(score(own, offered), own, offered, code).would_change for code in ("en", "fr"))
    assert any(re.search(r"\+\d+\.\d", one.text) for one in english) and not any(re.search(r"\d\.\d", one.text) for one in french)


def test_no_years_are_a_strength_where_beginners_are_welcome_and_none_are_there() -> None:
    offered = job("Cleaner\n\nRequirements\n- No experience needed\n- Window cleaning\n")
    own = msgspec.structs.replace(features(), posts=(), months=None)
    assert offered.minimum_years == 0
    for code in ("en", "fr"):
        assert not any(one.kind is PartKind.YEARS for one in explain(score(own, offered), own, offered, code).strengths)


def test_years_are_told_without_a_number_asked_where_beginners_are_welcome() -> None:
    offered = job("Data Engineer\n\nRequirements\n- No experience needed\n- Python\n")
    said = explain(score(features(), offered), features(), offered, "en")
    assert "7 years in comparable posts, where beginners are welcome." in [one.text for one in said.strengths]


def test_the_tool_of_a_bare_title_is_what_is_asked() -> None:
    offered = job("Python Developer")
    said = explain(score(features(), offered), features(), offered, "en")
    assert any(one.text.startswith("Python:") and one.where == "experiences[0]" for one in said.strengths)


def test_what_only_the_words_say_is_told_to_stand_in_the_text() -> None:
    offered = job("Data Engineer\n\nRequirements\n- Batch pipelines\n")
    said = explain(score(features(), offered), features(), offered, "en")
    assert [one.where for one in said.strengths if "in the words of the CV" in one.text] == ["text"]
