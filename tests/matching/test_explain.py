"""An explanation names what is shown and what is missing, and computes what would change the score."""

from __future__ import annotations

import pytest

from tests.matching.people import features, job
from workers.matching import Recommendation, Scorer, explain, recommendation, score
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
