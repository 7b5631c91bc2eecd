"""Labels set against their lists in a margin, and two columns of a list that only look so."""

from __future__ import annotations

from tests.parsing.sheet import line
from workers.parsing.labels import set_against


def _labels(*texts: str) -> set[str]:
    return {" ".join(word.text for word in cell) for cell in set_against([line(text, 12.0 * row) for row, text in enumerate(texts)])}


def test_labels_end_where_their_texts_begin() -> None:
    rows = ("     tools     SAP          desk     Excel", " warehouse     Reflex     design     Figma")
    assert _labels(*rows) == {"tools", "warehouse", "desk", "design"}


def test_columns_that_begin_together_are_items() -> None:
    assert _labels("SAP           Excel", "Reflex WMS     Word") == set()


def test_one_row_says_nothing() -> None:
    assert _labels("tools     SAP") == set()
