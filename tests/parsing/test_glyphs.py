"""What glyphs mean as text: accents that old TeX fonts print beside their letters."""

from __future__ import annotations

import pytest

from workers.parsing.read.glyphs import clean, seated
from workers.parsing.types import Word


@pytest.mark.parametrize(
    ("printed", "meant"), [("Maˆıtre", "Maître"), ("`a", "à"), ("sommeli`ere", "sommelière"), ("A¨ıssatou", "Aïssatou"), ("¸ca", "ça")]
)
def test_an_accent_beside_its_letter_is_on_it(printed: str, meant: str) -> None:
    assert clean(printed) == meant


def test_an_accent_over_a_capital_goes_back_to_it() -> None:
    school, mark = Word("Ecole", 1, 50.0, 100.0, 80.0, 112.0), Word("´", 1, 51.0, 97.0, 56.0, 109.0)
    ((word, kept),) = seated([(school, "ink"), (mark, "ink")])
    assert (word.text, kept) == ("École", "ink")


def test_bullets_of_symbol_fonts_stay_and_icons_go() -> None:
    assert [clean(glyph) for glyph in ("\uf0b7", "\uf0d8", "\uf0fc", "\uf401")] == ["•", "➢", "✓", ""]
