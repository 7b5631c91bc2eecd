"""Which lines open a section, where several looks hold words of headings."""

from __future__ import annotations

from tests.parsing.sheet import line
from workers.parsing.looks import body_of
from workers.parsing.sections import sections
from workers.parsing.types import Line

LARGE, SMALL, BODY = 18.0, 13.0, 10.0


def _line(text: str, row: int, size: float) -> Line:
    plain = line(text, 15.0 * row, bold=size == SMALL)
    return plain._replace(words=tuple(word._replace(size=size) for word in plain.words))


def _parts(*rows: tuple[str, float]) -> list[tuple[str, list[str]]]:
    lines = [_line(text, row, size) for row, (text, size) in enumerate(rows)]
    return [(part.kind, [one.text for one in part.lines]) for part in sections(lines, body_of(lines))]


def test_a_smaller_heading_right_below_a_larger_one_names_an_item() -> None:
    text = "Reading and answering letters of those who wrote to the house"
    rows = [("Skills", LARGE), ("Languages", SMALL), ("Python and Rust", BODY), (text, BODY)]
    rows += [("Interests", LARGE), ("Open Source", SMALL), ("Hackathons", BODY), (text, BODY)]
    assert _parts(*rows) == [("skills", ["Languages", "Python and Rust", text]), ("interests", ["Open Source", "Hackathons", text])]


def test_headings_of_one_size_open_sections_each() -> None:
    rows = [("Skills", LARGE), ("Python and Rust", BODY), ("Languages", LARGE), ("English", BODY)]
    assert _parts(*rows) == [("skills", ["Python and Rust"]), ("languages", ["English"])]


def test_a_post_or_a_diploma_that_holds_the_words_of_a_heading_is_none() -> None:
    rows = [
        ("Experience", LARGE),
        ("Education & Outreach Officer", LARGE),
        ("Northgate Council", BODY),
        ("Education", LARGE),
        ("BA History", BODY),
    ]
    assert _parts(*rows, ("Titre professionnel", LARGE), ("AFPA", BODY)) == [
        ("experience", ["Education & Outreach Officer", "Northgate Council"]),
        ("education", ["BA History", "Titre professionnel", "AFPA"]),
    ]


def test_plain_text_opens_lists_by_their_labels() -> None:
    rows = [("Education", BODY), ("BA History, University of Exampleton, 2015", BODY), ("", BODY), ("Languages: English, Polish", BODY)]
    rows += [("Skills: planning, Excel", BODY)]
    lines = [_line(text, row, size) for row, (text, size) in enumerate(rows) if text]
    kinds = [(part.kind, [one.text for one in part.lines]) for part in sections(lines, body_of(lines))]
    assert kinds[1:] == [("languages", ["English, Polish"]), ("skills", ["planning, Excel"])]
