"""The reader says what it is unsure of."""

from __future__ import annotations

from tests.parsing.sheet import TODAY, context, section
from workers.cv import Candidate, Cv, DocumentType
from workers.parsing import parse
from workers.parsing.doubts import doubts, placed

SPANISH = "Responsable de la gestión de los pedidos y del almacén en una empresa familiar, con atención al cliente y formación"


def test_a_letter_an_unknown_language_and_swappable_days_are_told() -> None:
    page = context(section("header", *SPANISH.split(", ")))
    found = [warning.code for warning in doubts(DocumentType.COVER_LETTER, page)]
    assert found == ["NOT_A_CV", "LANGUAGE_UNKNOWN"]
    swappable = context(section("header", "Sam Sample", "Born 03/04/1990"))
    assert [warning.code for warning in doubts(DocumentType.CV, swappable)] == ["DATE_ORDER_AMBIGUOUS"]
    assert doubts(DocumentType.CV, context(section("header", "Léa Martin", "69003 Lyon", "Née le 03/04/1990"))) == ()
    assert doubts(DocumentType.CV, context(section("header", "Léa Martin"))) == ()


def test_the_share_of_words_that_found_their_place() -> None:
    page = context(section("header", "Léa Martin", "unread words here"))
    assert placed(Cv(candidate=Candidate(first_name="Léa", last_name="Martin")), page) == 0.4
    assert placed(Cv(), context()) == 0.0


def test_a_language_whose_headings_we_lack_still_gives_contact_dates_languages_and_a_warning() -> None:
    head = "María Ejemplo\nmaria@example.com\n+34 612 345 678\n\n"
    text = f"{head}{SPANISH}\n\nRECORRIDO\n2019 - 2021 Recepcionista\n\nEnglish C1, French B2\nPython, SQL\n"
    cv = parse(text.encode(), "cv.txt", TODAY)
    assert cv.document_language == "ES"
    assert (cv.candidate.email, cv.candidate.phone) == ("maria@example.com", "+34612345678")
    assert [one.code for one in cv.languages] == ["en", "fr"]
    assert {"Python", "SQL"} <= {one.name for one in cv.skills}
    assert "LANGUAGE_UNKNOWN" in [warning.code for warning in cv.warnings]
