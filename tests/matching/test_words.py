"""Stems, statistics and BM25: what text likeness stands on."""

from __future__ import annotations

import pytest

from workers.matching.bm25 import Given, Saturation, share
from workers.matching.fields import shared, spoken_of
from workers.matching.occupations import kinship, occupation_of
from workers.matching.skills import nearness
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.words import _rows, stem_of, weights, words_of
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


def like(query: dict[str, float], document: dict[str, float], length: float, average: float) -> float:
    return share(query, sorted(query.keys() & document.keys()), Saturation(document, length, average))


def test_likeness_has_a_value_of_its_own_with_one_document() -> None:
    """rank-bm25's own idf is negative for a word that the only document holds."""
    query, average = {"python": 2.0, "spark": 3.0}, 140.0
    assert like(query, weights(["python", "spark"]), 2.0, average) > like(query, weights(["python", "nurse"]), 2.0, average) > 0
    assert like(query, weights(["nurse", "ward"]), 2.0, average) == 0 == like({}, weights(["nurse"]), 1.0, average)
    assert like(query, {"python": 100.0, "spark": 100.0}, 2.0, average) <= 1.0


def test_long_documents_must_say_a_word_more_often() -> None:
    query = {"python": 2.0}
    assert like(query, {"python": 1.0}, 60.0, 140.0) > like(query, {"python": 1.0}, 600.0, 140.0)


def test_a_document_asked_again_answers_the_same() -> None:
    """What the first query did not ask is added, what it did is kept: both as if asked alone."""
    document = {"python": 2.0, "spark": 1.0, "nurse": 1.5}
    asked_before = Saturation(document, 4.5, 140.0)
    share({"spark": 1.0}, ["spark"], asked_before)
    query = {"nurse": 1.7, "python": 2.3, "spark": 3.1}
    parts = [Given((document,), (4.5,), 140.0, query).get_scores([word])[0] for word in sorted(query)]
    assert share(query, sorted(query), asked_before) == sum(parts) / (sum(query.values()) * 2.5)


def test_words_of_one_trade_meet_in_its_fields_across_languages() -> None:
    cook, chef, nurse = (
        spoken_of(weights(words_of(text)), {})[0]
        for text in (
            "Cuisson des sauces et dressage des assiettes",
            "grill, butchery and plating for banquets",
            "wound care on a surgical ward",
        )
    )
    assert shared(cook, chef) > 0.5 > shared(cook, nurse)
    assert shared(cook, cook) == pytest.approx(1.0, abs=0.01)
    assert spoken_of({"zzyzx": 1.0}, {}) == ({}, {})


def test_a_word_that_no_label_holds_weighs_less_than_a_rare_one_that_some_do() -> None:
    assert DEFAULT_STATISTICS.idf("subrog") > DEFAULT_STATISTICS.idf("zzyzx") > DEFAULT_STATISTICS.idf("team")


def test_nearer_skills_are_nearer() -> None:
    assert nearness("apache-spark", "apache-spark") == 1.0
    assert nearness("apache-spark", "pyspark") > nearness("pyspark", "apache-spark") > nearness("apache-spark", "bread-making")


def test_occupations_are_as_near_as_their_groups() -> None:
    nurse, doctor, baker = (occupation_of(title) for title in ("Infirmière diplômée d'État", "General practitioner", "Boulanger"))
    assert nurse and doctor and baker
    assert kinship(nurse.id, nurse.kind, nurse.id, nurse.kind) == 1.0
    assert kinship(nurse.id, nurse.kind, baker.id, baker.kind) == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("baking", "bakery"),
        ("teeth", "tooth"),
        ("tiler", "tiling"),
        ("plombier", "plumbing"),
        ("charpente", "carpenter"),
        ("eaux", "water"),
    ],
)
def test_words_that_no_ending_joins_count_as_one(one: str, other: str) -> None:
    assert stem_of(fold(one)) == stem_of(fold(other))


@pytest.mark.parametrize(("one", "other"), [("assurer", "assurance"), ("livrer", "livre"), ("plan", "plane")])
def test_words_whose_stems_meet_by_chance_are_told_apart(one: str, other: str) -> None:
    assert stem_of(fold(one)) != stem_of(fold(other))


def test_no_word_counts_as_two() -> None:
    others = [other for _, row in _rows("kin.tsv") for other in row.split()]
    assert len(others) == len(set(others)) and not set(others) & {word for word, _ in _rows("kin.tsv")}


def test_two_texts_of_one_trade_meet_across_languages_and_without_its_name() -> None:
    said = {
        "aircraft": ("Released A320 to service after base checks", "Révision de moteurs d'avion, hangar, Part-145"),
        "childcare": ("Baby room, play and observations under EYFS", "Éveil des tout-petits en crèche, biberons, jeux"),
        "plumbing": ("Blocked drains, taps and backflow prevention", "Robinetterie, évacuations, recherche de fuites"),
    }
    trades = {name: [spoken_of(weights(words_of(text)), {})[1] for text in pair] for name, pair in said.items()}
    for name, (english, french) in trades.items():
        assert shared(english, french) > 0.4
        assert all(shared(english, other[1]) < 0.1 for known, other in trades.items() if known != name)
