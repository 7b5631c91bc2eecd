"""Employer and date set in under a bold title, a remark beside them."""

from __future__ import annotations

from tests.parsing.test_bands import BOLD, Sheet

POSTS = (
    ("Développeuse web (alternance)", "Studio Inventé", "sept. 2023 - août 2025", "Éditeur d'un logiciel de planning."),
    ("Stage de développement", "Mairie Imaginaire", "mai 2023 - juin 2023", ""),
    ("Équipière polyvalente", "Brasserie Fictive", "oct. 2021 - avril 2023", "10 h par semaine."),
)


def test_what_stands_between_a_title_and_its_bare_date_is_no_text() -> None:
    sheet = Sheet()
    sheet.say(34, 790, "Inès Fictive", BOLD, 20)
    sheet.say(34, 770, "ines.fictive@example.org")
    sheet.say(34, 735, "Parcours professionnel", BOLD, 15)
    for number, (title, house, dates, remark) in enumerate(POSTS):
        y = 705 - 84 * number
        sheet.say(34, y, title, BOLD, 12)
        sheet.say(64, y - 36, house)
        sheet.say(64, y - 48, dates)
        sheet.say(225, y - 36, remark)
    sheet.say(34, 420, "Langues", BOLD, 15)
    sheet.say(34, 400, "Italien (C1), Anglais (B2)")
    found = [(post.job_title, post.company, post.start_date and post.start_date.year) for post in sheet.read().experiences]
    assert found == [
        ("Développeuse web (alternance)", "Studio Inventé", 2023),
        ("Stage de développement", "Mairie Imaginaire", 2023),
        ("Équipière polyvalente", "Brasserie Fictive", 2021),
    ]
