"""Drawn tables are read row by row; rules that only part texts, or stand beside them, make no table."""

from __future__ import annotations

import pytest

from workers.parsing.furniture import names_columns
from workers.parsing.ruled import apart
from workers.parsing.types import Box, Rule, Word

HEIGHTS, EDGES = (100.0, 130.0, 160.0), (50.0, 110.0, 200.0, 400.0)
WORDS = (
    Word("2019", 1, 55, 104, 75, 114),
    Word("–", 1, 78, 104, 82, 114),
    Word("2021", 1, 55, 116, 75, 126),
    Word("Nurse", 1, 115, 104, 140, 114),
    Word("Ward", 1, 205, 104, 230, 114),
    Word("2017", 1, 55, 134, 75, 144),
    Word("Aide", 1, 115, 134, 140, 144),
    Word("Home", 1, 205, 134, 230, 144),
    Word("Below", 1, 55, 180, 90, 190),
)


def _across(*heights: float, x0: float = EDGES[0], x1: float = EDGES[-1]) -> list[Rule]:
    return [Rule(1, Box(x0, height - 0.3, x1, height + 0.3), 0) for height in heights]


def _down(*edges: float, top: float = HEIGHTS[0], bottom: float = HEIGHTS[-1]) -> list[Rule]:
    return [Rule(1, Box(edge - 0.3, top, edge + 0.3, bottom), 0) for edge in edges]


def _read(rules: list[Rule]) -> list[str]:
    return [run.text for run in apart(WORDS, rules, lambda text: False)[1]]


def test_a_cell_of_two_lines_is_closed_before_the_next_one() -> None:
    assert _read(_across(*HEIGHTS) + _down(*EDGES)) == ["2019 – 2021 Nurse Ward", "2017 Aide Home"]


def test_what_stands_outside_is_left() -> None:
    rest, _ = apart(WORDS, _across(*HEIGHTS) + _down(*EDGES), lambda text: False)
    assert [word.text for word in rest] == ["Below"]


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(_across(*HEIGHTS), id="lines under headings"),
        pytest.param(_across(*HEIGHTS) + _down(110.0, top=60, bottom=700), id="a line of time"),
        pytest.param(_across(100.0, 160.0) + _down(*EDGES), id="one row is a frame"),
        pytest.param(_across(*HEIGHTS, x1=105.0) + _down(*EDGES, top=60, bottom=700), id="lines of a column"),
    ],
)
def test_rules_that_close_no_cells(rules: list[Rule]) -> None:
    assert _read(rules) == []


def test_heads_of_columns_are_no_headings_side_by_side() -> None:
    assert names_columns(["Période", "Poste", "Employeur"])
    assert names_columns(["Langue", "Niveau"])
    assert not names_columns(["Formation", "Langues"])
    assert not names_columns(["Poste", "Infirmière"])
