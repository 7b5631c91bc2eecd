"""Items of a list of skills that a narrow column breaks over two lines, and those it does not."""

from __future__ import annotations

from tests.parsing.test_bands import BOLD, Sheet


def _skills(*rows: str | tuple[str, str]) -> list[str]:
    """One or two items beside one another in each row; a full line of the same column stands under the next heading."""
    sheet = Sheet()
    sheet.say(30, 790, "Inès Fictive", BOLD, 20)
    sheet.say(30, 770, "ines.fictive@example.org")
    sheet.say(30, 735, "COMPÉTENCES", BOLD, 13)
    for number, row in enumerate(rows):
        for x, text in zip((30, 110), (row,) if isinstance(row, str) else row, strict=False):
            sheet.say(x, 715 - 12 * number, text)
    sheet.say(30, 560, "LANGUES", BOLD, 13)
    sheet.say(30, 540, "Italien courant, vit à Rome")
    return [skill.name for skill in sheet.read().skills]


def test_a_small_letter_goes_on_where_items_begin_with_capitals() -> None:
    assert _skills("Tomate", "Protection biologique", "intégrée", "Rotation") == ["Tomate", "Protection biologique intégrée", "Rotation"]


def test_items_beside_one_another_go_on_each_in_its_own_column() -> None:
    found = _skills(("Urgences", "Examen du"), ("obstétricales", "nouveau-né"), "Suture périnéale")
    assert set(found) == {"Urgences obstétricales", "Examen du nouveau-né", "Suture périnéale"}


def test_what_signs_part_goes_on_with_a_small_letter() -> None:
    assert _skills("Livraison • Transpalette", "électrique • Gerbage") == ["Livraison", "Transpalette électrique", "Gerbage"]


def test_a_list_in_small_letters_has_an_item_a_line() -> None:
    assert _skills("tomate", "protection biologique", "arrosage") == ["tomate", "protection biologique", "arrosage"]


def test_a_letter_that_names_a_licence_is_no_small_word() -> None:
    assert _skills("Permis D", "FIMO voyageurs") == ["Permis D", "FIMO voyageurs"]
