"""Stems, statistics and BM25: what text likeness stands on."""

from __future__ import annotations

import pytest

from workers.matching.bm25 import rank
from workers.matching.occupations import kinship, occupation_of
from workers.matching.skills import nearness
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.words import stem_of, weights
from workers.resources.text import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("infirmière", "infirmier"),
        ("directrice", "directeur"),
        ("développement", "development"),
        ("organisation", "organization"),
        ("techniciennes", "technicien"),
    ],
)
def test_gender_number_and_spelling_do_not_part_a_word(one: str, other: str) -> None:
    assert stem_of(fold(one)) == stem_of(fold(other))


@pytest.mark.parametrize("word", ["the", "pour", "mariée", "nationalité", "2019"])
def test_words_about_persons_and_empty_words_have_no_stem(word: str) -> None:
    assert stem_of(fold(word)) == ""


def test_a_rare_word_weighs_more_and_none_weighs_less_than_nothing() -> None:
    assert DEFAULT_STATISTICS.idf("sonographi") > DEFAULT_STATISTICS.idf("manag") > 0
    assert Statistics(count=2, frequencies={"python": 2}).idf("python") > 0


@pytest.mark.parametrize("count", [0, 1, 2])
def test_short_lists_of_no_one_or_two_documents_have_scores_of_their_own(count: int) -> None:
    documents = [weights(["python", "spark"]), weights(["nurse", "ward"])][:count]
    found = rank(weights(["python"]), documents, DEFAULT_STATISTICS)
    assert len(found) == count and all(value >= 0 for value in found)
    if count == 2:
        assert found[0] > found[1] == 0


def test_nearer_skills_are_nearer() -> None:
    assert nearness("apache-spark", "apache-spark") == 1.0
    assert nearness("apache-spark", "pyspark") > nearness("pyspark", "apache-spark") > nearness("apache-spark", "bread-making")


def test_occupations_are_as_near_as_their_groups() -> None:
    nurse, doctor, baker = (occupation_of(title) for title in ("Infirmière diplômée d'État", "General practitioner", "Boulanger"))
    assert nurse and doctor and baker
    assert kinship(nurse.id, nurse.kind, nurse.id, nurse.kind) == 1.0
    assert kinship(nurse.id, nurse.kind, baker.id, baker.kind) == 0.0
