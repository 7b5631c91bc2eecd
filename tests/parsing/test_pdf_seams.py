"""pdfium ends a line behind every piece of a page that it takes for columns of letters."""

from __future__ import annotations

from workers.parsing.read.pdf_seams import closed_up
from workers.parsing.read.visible import Ink
from workers.parsing.types import Word

INK = Ink(0, 255, 0, 0)


def _pieces(*rows: str) -> list[tuple[Word, Ink]]:
    """Each letter 5 points wide, pieces parted by `.`, words by a space of 3 points."""
    found = []
    for row, text in enumerate(rows):
        x = 10.0
        for word in text.split():
            for piece in word.split("."):
                found.append((Word(piece, 1, x, 20.0 * row, x + 5 * len(piece), 20.0 * row + 10, 10.0), INK))
                x += 5 * len(piece)
            x += 3
    return found


def test_pieces_that_touch_are_one_word_where_lines_say_nothing() -> None:
    text = "\r\n".join(["x"] * 60)
    assert [word.text for word, _ in closed_up(_pieces("D.yla.n M.BEMBA", "C.a.ris.te"), text)] == ["Dylan", "MBEMBA", "Cariste"]


def test_a_page_of_lines_keeps_its_words() -> None:
    text = "\r\n".join(["Dylan Mbemba, cariste à Lyon"] * 60)
    assert [word.text for word, _ in closed_up(_pieces("D.yla.n"), text)] == ["D", "yla", "n"]


def test_what_is_printed_otherwise_is_another_word() -> None:
    (one, ink), (two, _) = _pieces("Cariste.2019")
    assert [word.text for word, _ in closed_up([(one, ink), (two._replace(bold=True), ink)], "\n" * 60)] == ["Cariste", "2019"]
