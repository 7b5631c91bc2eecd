"""ODT, RTF, HTML, text and DOC: the same words at places that mean the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsing.made import hidden, odt, word, words
from workers.errors import ErrorCode, InvalidFile, Unavailable
from workers.parsing.read import doc, read, text

FICTIONAL = Path(__file__).parent / "files" / "fictional.doc"
ODT_STYLES = (
    '<style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold" fo:font-size="16pt" fo:color="#aa0000"/></style:style>'
    '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="N" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="C1" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>'
    '<style:style style:name="C2" style:family="table-column"><style:table-column-properties style:column-width="12cm"/></style:style>'
)


# -- ODT


def test_odt_keeps_the_order_of_headings_frames_tables_and_lists() -> None:
    body = (
        "<text:h>Parcours</text:h><text:p>un<text:tab/>deux<text:line-break/>trois<text:s text:c='3'/>quatre</text:p>"
        "<text:p><draw:frame svg:width='5cm' svg:height='2cm' text:anchor-type='as-char'>"
        "<draw:text-box><text:p>cadre</text:p></draw:text-box>"
        "</draw:frame></text:p><table:table><table:table-row><table:table-cell><text:p>cellule</text:p></table:table-cell></table:table-row></table:table>"
        "<text:list><text:list-item><text:p>point</text:p></text:list-item></text:list><text:section><text:p>section</text:p></text:section>"
        "<text:p>note<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>dessous</text:p></text:note-body></text:note></text:p>"
    )
    document = read(odt(body))
    assert words(document) == "Parcours un deux trois quatre cadre cellule • point section note dessous"
    assert word(document, "Parcours").style == "heading"
    assert word(document, "trois").top > word(document, "un").top == word(document, "deux").top


def test_odt_styles_links_and_hidden_words() -> None:
    body = (
        '<text:p><text:span text:style-name="B">Camille</text:span> <text:a xlink:href="https://example.org/">site</text:a>'
        '<text:span text:style-name="W"> blanc</text:span><text:span text:style-name="N"> rien</text:span></text:p>'
    )
    document = read(odt(body, ODT_STYLES))
    name = word(document, "Camille")
    assert (name.bold, name.size, name.colour) == (True, 16.0, 0xAA0000)
    assert document.links[0].uri == "https://example.org/"
    assert hidden(document) == {"blanc": "white", "rien": "hidden"}


def test_odt_cells_stand_in_their_columns() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    columns = '<table:table-column table:style-name="C1"/><table:table-column table:style-name="C2"/>'
    body = f"<table:table>{columns}<table:table-row>{cell.format('2019')}{cell.format('Infirmière')}</table:table-row></table:table>"
    document = read(odt(body, ODT_STYLES))
    assert word(document, "2019").top == word(document, "Infirmière").top
    assert word(document, "Infirmière").x0 - word(document, "2019").x0 == pytest.approx(4 * 28.35, abs=0.5)


# -- RTF

RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Calibri;}{\f1\fcharset204 Arial;}}{\colortbl ;\red255\green255\blue255;}"
    rb"{\stylesheet{\s1 heading 1;}}{\*\generator Riched20;}{\info{\title Secret}}{\header Haut\par}"
    rb"\pard\s1\qc\b\fs40 Camille\b0\par\pard\plain\fs22 camille@example.org\tab 06 39 98 00 01\par"
    rb"\trowd\cellx2500\cellx9000\pard\intbl 2019\cell Infirmi\'e8re \u339?uvre\par Nantes\cell\row"
    rb"\pard{\listtext\f1\'b7\tab}\fi-360\li720 soins\par\pard{\f1\'cc\'ee\'f1\'ea\'e2\'e0}\par"
    rb'{\field{\*\fldinst HYPERLINK "https://example.org/"}{\fldrslt site}}\par{\cf1 blanc}{\v cache}{\pict 0a0b0c}\par}'
)  # fmt: skip


def test_rtf_text_tables_lists_and_links() -> None:
    document = read(RTF)
    assert words(document) == "Haut Camille camille@example.org 06 39 98 00 01 2019 Infirmière œuvre Nantes • soins Москва site"
    name = word(document, "Camille")
    assert (name.size, name.bold, name.style) == (20.0, True, "heading")
    assert word(document, "2019").top == word(document, "Infirmière").top and word(document, "Nantes").x0 == word(document, "Infirmière").x0
    assert document.links[0].uri == "https://example.org/"
    assert hidden(document) == {"blanc": "white", "cache": "hidden"}


def test_rtf_binary_pictures_are_jumped_over() -> None:
    assert words(read(rb"{\rtf1 avant {\pict\bin7 {{{}}\\ }apres}")) == "avant apres"


@given(st.binary(max_size=300))
def test_rtf_of_any_bytes_ends_in_words_or_an_error(data: bytes) -> None:
    try:
        read(rb"{\rtf1 a" + data)
    except InvalidFile as error:
        assert error.code is not ErrorCode.INTERNAL


# -- HTML


def test_html_blocks_headings_lists_tables_links() -> None:
    page = (
        "<html><head><title>Titre</title><style>.gras{font-weight:700;font-size:20px}</style></head><body><h1>Camille Exemple</h1>"
        "<p class=gras>Infirmi&egrave;re</p><script>alert(1)</script><ul><li>un<li>deux</ul><ol><li>trois</ol>"
        "<table><tr><td>2019<td>Clinique</table><a href='https://example.org/'>site</a> "
        "<a href='javascript:x()'>rien</a><br>ligne<div>bloc</div>"
    )
    document = read(page.encode())
    assert words(document) == "Camille Exemple Infirmière • un • deux 1. trois 2019 Clinique site rien ligne bloc"
    assert word(document, "Camille").style == "heading" and word(document, "Infirmière").bold
    assert word(document, "Infirmière").size == 15.0
    assert word(document, "2019").top == word(document, "Clinique").top
    assert [link.uri for link in document.links] == ["https://example.org/"]
    assert word(document, "ligne").top > word(document, "site").top


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "hidden"),
        ("visibility: hidden", "hidden"),
        ("opacity:0", "transparent"),
        ("font-size:0", "tiny"),
        ("font-size:1px", "tiny"),
        ("color:#fff", "white"),
        ("color: rgb(255, 255, 255)", "white"),
        ("position:absolute;left:-9999px", "off_page"),
        ("text-indent:-9999px", "off_page"),
    ],
)
def test_html_words_nobody_sees(style: str, reason: str) -> None:
    for page in (f"<html><p>vu<p style='{style}'>cache", f"<html><style>.x{{{style}}}</style><p>vu<p class=x>cache"):
        document = read(page.encode())
        assert words(document) == "vu"
        assert hidden(document) == {"cache": reason}


def test_html_white_on_dark_is_read() -> None:
    assert words(read(b"<html><div style='background:#123456'><p style='color:white'>Contact</div>")) == "Contact"


def test_html_rules_for_elements_inside_others() -> None:
    style = "<style>.side p{color:#fff}.side .name > b{font-size:20px}p i{color:#ff0000}</style>"
    body = "<div class=side><p class=name><b>Camille</b></p></div><p><i>Nantes</i> <b>Exemple</b></p>"
    document = read(f"<html><head>{style}</head><body>{body}</body></html>".encode())
    assert hidden(document) == {"Camille": "white"}
    assert word(document, "Nantes").colour == 0xFF0000
    assert word(document, "Exemple").size < 12


def test_html_what_floats_stands_apart() -> None:
    body = "<div><span style='float:right'>2019</span><b>Nurse</b></div><div><i style='float:left'>Aide</i>Ward</div>"
    document = read(f"<html><body>{body}</body></html>".encode())
    nurse, year, aide, ward = (word(document, text) for text in ("Nurse", "2019", "Aide", "Ward"))
    assert year.top == nurse.top and year.x0 - nurse.x1 > 10
    assert ward.top == aide.top and ward.x0 - aide.x1 > 10


def test_html_rows_of_a_flexible_box_keep_their_gap() -> None:
    document = read(b"<html><div style='display:flex'><span>Infirmi\xc3\xa8re</span><span>2019</span></div><p>suite")
    assert words(document) == "Infirmière 2019 suite"
    assert word(document, "2019").top == word(document, "Infirmière").top
    assert word(document, "2019").x0 > word(document, "Infirmière").x1 + 5


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_html_in_its_own_charset(encoding: str) -> None:
    declared = "windows-1252" if encoding == "cp1252" else encoding
    assert words(read(f"<html><meta charset={declared}><p>Élève œuvre".encode(encoding))) == "Élève œuvre"


def test_deep_html_ends_and_keeps_what_stands_above() -> None:
    assert words(read(b"<html><p>haut</p>" + b"<b>" * 50_000 + b"fond")).startswith("haut")


# -- text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_of_every_usual_encoding(encoding: str) -> None:
    sentence = "Élève infirmière à Nîmes, cœur de métier, 35 €"
    assert text.decode(sentence.encode(encoding)) == sentence


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))))
def test_text_in_utf8_is_never_guessed(sentence: str) -> None:
    if "\ufeff" not in sentence:
        assert text.decode(("é " + sentence).encode()) == "é " + sentence


def test_one_broken_byte_does_not_turn_utf8_into_another_alphabet() -> None:
    assert "infirmière" in text.decode("élève infirmière à Nîmes été hôpital ".encode() * 3 + b"\xff")


def test_text_keeps_its_layout() -> None:
    document = read("Camille Exemple\n=====\n2019          Infirmière\n    retrait\n\fpage".encode())
    assert words(document) == "Camille Exemple 2019 Infirmière retrait page"
    assert len(document.rules) == 1
    assert word(document, "Infirmière").x0 > word(document, "2019").x1 + 30
    assert word(document, "retrait").x0 > word(document, "2019").x0
    assert word(document, "Exemple").x0 - word(document, "Camille").x1 < 4
    assert word(document, "page").page == 2


def test_long_lines_of_text_wrap_within_the_page() -> None:
    document = read(b"mot " * 2_000)
    assert len(document.words) == 2_000
    assert max(each.x1 for each in document.words) <= 595


# -- DOC


def test_doc_through_catdoc() -> None:
    document = read(FICTIONAL.read_bytes())
    assert words(document) == (
        "Camille Exemple camille@example.org 06 39 98 00 01 Expérience professionnelle 2019 - 2021 "
        "Infirmière, Clinique du Ponant Imaginaire Compétences Soins à domicile, œdèmes, 35 €"
    )
    assert document.links[0].uri == "mailto:camille@example.org"


def test_a_locked_doc_says_so() -> None:
    data = bytearray(FICTIONAL.read_bytes())
    start = next(at for at in range(512, len(data), 64) if data[at : at + 2] == b"\xec\xa5")
    data[start + 11] |= 1
    with pytest.raises(InvalidFile) as caught:
        read(bytes(data))
    assert caught.value.code is ErrorCode.FILE_ENCRYPTED


def test_without_catdoc_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert shutil.which("catdoc") is None
    with pytest.raises(Unavailable, match="package catdoc"):
        doc.read(FICTIONAL.read_bytes())
