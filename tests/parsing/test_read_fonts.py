"""Fonts that do not tell their letters plainly."""

from __future__ import annotations

import datetime as dt

from tests.parsing.drawn import with_map
from tests.parsing.made import words
from workers.cv import from_json, to_json
from workers.parsing import parse
from workers.parsing.read import read


def test_letters_beyond_the_basic_plane_are_whole() -> None:
    """pdfium counts them as two halves, and half a letter can be written in no answer."""
    data = with_map([b"0102030405"], b"5 beginbfchar <01> <D83DDCE7> <02> <0043> <03> <0061> <04> <006D> <05> <D83D> endbfchar")
    assert words(read(data)) == "📧Cam"
    cv = parse(data, "cv.pdf", dt.date(2026, 11, 1))
    assert from_json(type(cv), to_json(cv)).raw_text == "📧Cam"
