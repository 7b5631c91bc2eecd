"""The tables of knowledge: complete, unambiguous, and enough."""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from workers.errors import InvalidInput
from workers.resources import taxonomy
from workers.resources.language import languages
from workers.resources.places import country_code, town
from workers.resources.taxonomy_import import import_tables
from workers.resources.text import Memo, fold

ROOT = files("workers.resources")
KINDS = {"TECHNICAL", "SOFT", "TOOL", "METHOD", "OTHER"}


def _tables(folder: str) -> dict[str, list[dict[str, str]]]:
    return {
        path.name: list(taxonomy.rows(path))
        for path in sorted(ROOT.joinpath(folder).iterdir(), key=lambda one: one.name)
        if path.name.endswith(".tsv")
    }


def _labels(row: dict[str, str], *columns: str) -> set[str]:
    return {fold(label) for column in columns for label in row.get(column, "").split("|") if label.strip()}


def test_there_are_enough_concepts_over_enough_trades() -> None:
    skills, occupations = _tables("skills"), _tables("occupations")
    assert sum(map(len, skills.values())) >= 4000
    assert len(skills) >= 20
    assert sum(map(len, occupations.values())) >= 1500


def test_ids_are_unique_and_rows_are_whole() -> None:
    for folder, needed in (("skills", ("id", "kind", "en", "fr")), ("occupations", ("id", "isco", "en", "fr_m"))):
        rows = [row for table in _tables(folder).values() for row in table]
        twice = [identifier for identifier, count in Counter(row["id"] for row in rows).items() if count > 1]
        assert not twice
        assert not [row["id"] for row in rows if not all(row.get(column, "").strip() for column in needed)]


def test_kinds_flags_and_codes_are_known() -> None:
    for row in (row for table in _tables("skills").values() for row in table):
        assert row["kind"] in KINDS, row["id"]
        assert set(row.get("context", "").split()) <= {"case", "list"}, row["id"]
    for row in (row for table in _tables("occupations").values() for row in table):
        assert row["isco"].isdigit() and len(row["isco"]) in (3, 4), row["id"]


def test_broader_concepts_and_sectors_exist() -> None:
    skills = [row for table in _tables("skills").values() for row in table]
    ids = {row["id"] for row in skills}
    assert not [row["id"] for row in skills if not set(filter(None, row.get("broader", "").split("|"))) <= ids]
    sectors = set(taxonomy.sectors().concepts)
    assert not [
        row["id"] for table in _tables("occupations").values() for row in table if row.get("sector") and row["sector"] not in sectors
    ]


@pytest.mark.parametrize(
    ("folder", "columns"),
    [("skills", ("en", "fr", "aliases_en", "aliases_fr")), ("occupations", ("en", "fr_m", "fr_f", "aliases_en", "aliases_fr"))],
)
def test_no_label_belongs_to_two_concepts_of_a_kind(folder: str, columns: tuple[str, ...]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in (row for table in _tables(folder).values() for row in table):
        if folder == "skills" and row.get("context"):
            continue
        for label in _labels(row, *columns):
            owners[(row["kind"] if folder == "skills" else "", label)].add(row["id"])
    shared = {label: sorted(ids) for (_, label), ids in owners.items() if len(ids) > 1}
    assert not shared


def test_ordinary_words_count_only_in_context() -> None:
    assert not [match for match in taxonomy.find("Je go, r and d, un chef à part") if match.concept.id in ("go", "r")]
    listed = {match.concept.id for match in taxonomy.find("R, Go, Python", in_list=True)}
    assert {"r", "python"} <= listed


def test_matches_are_longest_and_apart_and_cover_their_text() -> None:
    text = "Gros œuvre, C++, soins infirmiers et SQL Server"
    found = taxonomy.find(text)
    assert [text[match.begin : match.finish] for match in found][:2] == ["Gros œuvre", "C++"]
    assert all(first.finish <= second.begin for first, second in pairwise(found))


def test_towns_are_known_by_their_names_here_and_there() -> None:
    for name, country in (("Londres", "GB"), ("München", "DE"), ("Saint-Étienne", "FR"), ("St Etienne", "FR"), ("Bruxelles", "BE")):
        place = town(name)
        assert place is not None and place.country == country
    assert country_code("Royaume-Uni") == country_code("United Kingdom") == "GB"


@pytest.mark.parametrize("code", ["fr", "en", "de"])
def test_a_language_brings_every_subject(code: str) -> None:
    data = languages()[code]
    for subject in (
        data.headings,
        data.months,
        data.present,
        data.degrees,
        data.language_names,
        data.language_levels,
        data.stop_words,
        data.labels,
    ):
        assert subject
    assert set(data.months.values()) == set(range(1, 13))


ESCO = "conceptType,conceptUri,skillType,preferredLabel,altLabels\nKnowledge,http://data.example.org/esco/skill/abc-1,knowledge,{0},{1}\n"


def test_esco_and_rome_become_tables_the_loader_reads(tmp_path: Path) -> None:
    english, french, rome = tmp_path / "skills_en.csv", tmp_path / "skills_fr.csv", tmp_path / "appellations.csv"
    english.write_text(ESCO.format("falconry of night birds", "owl flying"), encoding="utf-8")
    french.write_text(ESCO.format("fauconnerie nocturne", "vol de chouettes"), encoding="utf-8")
    rome.write_text("code_rome;libelle_appellation\nA1101;Dresseur de chouettes / Dresseuse de chouettes\n", encoding="cp1252")
    data = tmp_path / "data"
    assert import_tables([english, french, rome], data) == {"skills/esco.tsv": 1, "occupations/rome.tsv": 1}
    (match,) = taxonomy.skills(data).find("stage de vol de chouettes")
    assert (match.concept.id, match.concept.en) == ("esco-abc-1", "falconry of night birds")
    assert taxonomy.occupations(data).lookup("Dresseuse de chouettes") is not None
    assert taxonomy.lookup("vol de chouettes") is None


def test_another_table_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    other = tmp_path / "prices.csv"
    other.write_text("name,price\nA,1\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"prices\.csv"):
        import_tables([other], tmp_path / "data")


def test_a_part_of_a_text_is_searched_as_if_it_stood_alone() -> None:
    text = "Développeur Python, responsable\nde projet informatique : chef de projet, infirmière ; Œnologue. Data analyst"
    cuts = [place for place, letter in enumerate(text) if letter in " ,\n;.:"]
    for begin in (0, *cuts):
        for finish in (*(cut for cut in cuts if cut > begin), len(text)):
            alone = [(one.concept.id, one.begin + begin, one.finish + begin) for one in taxonomy.occupations().find(text[begin:finish])]
            inside = [(one.concept.id, one.begin, one.finish) for one in taxonomy.occupations().find(text, within=(begin, finish))]
            assert inside == alone


def test_a_memo_works_once_and_forgets_before_it_grows() -> None:
    asked: list[str] = []
    memo = Memo(lambda word: asked.append(word) or word.upper(), most=2)
    assert [memo[word] for word in ("a", "b", "a", "b")] == ["A", "B", "A", "B"] and asked == ["a", "b"]
    assert memo["c"] == "C" and len(memo) == 1 and memo["a"] == "A" and asked == ["a", "b", "c", "a"]


def test_a_phrase_ends_where_the_text_or_its_part_ends() -> None:
    """A word that opens longer labels counts alone where nothing follows, at the end of the text and of the part looked at."""
    text = "Python, REST API"
    assert [text[one.begin : one.finish] for one in taxonomy.find(text)] == ["Python", "REST API"]
    inside = taxonomy.skills().find(text, within=(0, text.index(" API")))
    assert [text[one.begin : one.finish] for one in inside] == ["Python"] + ["REST"] * bool(taxonomy.lookup("REST"))
