"""DOCX: everything that Word prints is read once, at a place that tells what it belongs to."""

from __future__ import annotations

import pytest

from tests.parsing.made import docx, hidden, p, table, text_box, word, words
from workers.parsing.read import read

HEADINGS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/><w:color w:val="112233"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Base"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def test_paragraphs_stand_below_one_another_in_the_order_of_the_file() -> None:
    document = read(docx(p("Camille") + p("Exemple") + p("Infirmière")))
    tops = [each.top for each in document.words]
    assert words(document) == "Camille Exemple Infirmière"
    assert tops == sorted(tops) and len(set(tops)) == 3


def test_styles_are_inherited_from_defaults_and_ancestors() -> None:
    document = read(
        docx(p("Parcours", '<w:pStyle w:val="Titre1"/>') + p("texte") + p("fort", run='<w:rStyle w:val="Fort"/>'), styles=HEADINGS)
    )
    heading, plain, strong = document.words
    assert (heading.size, heading.bold, heading.colour, heading.style) == (16.0, True, 0x112233, "heading")
    assert (plain.size, plain.bold, plain.style) == (11.0, False, "")
    assert strong.bold and strong.size == 11.0


def test_a_text_box_written_twice_is_read_once() -> None:
    body = f"<w:p><w:r>{text_box(p('Contact'), x=30, y=60, width=150, height=400)}</w:r></w:p>" + p("Expérience")
    document = read(docx(body))
    assert sorted(words(document).split()) == ["Contact", "Expérience"]


def test_a_side_bar_stands_beside_the_text_and_not_in_it() -> None:
    """Word's templates anchor the side bar in any paragraph of the page, here the last one."""
    box = text_box("".join(p(f"gauche{n}") for n in range(8)), x=30, y=60, width=150, height=500, fill="1F3864")
    document = read(docx("".join(p(f"droite{n} " * 30) for n in range(6)) + f"<w:p><w:r>{box}</w:r></w:p>"))
    bar = [each for each in document.words if each.text.startswith("gauche")]
    text = [each for each in document.words if each.text.startswith("droite")]
    assert max(each.x1 for each in bar) < min(each.x0 for each in text if each.page == 1 and each.top < 500)
    assert any(rule.colour == 0x1F3864 for rule in document.rules)


def test_cells_stand_side_by_side() -> None:
    document = read(docx(table((p("2019") + p("2021"), p("Aide-soignante")), (p("2022"), p("Infirmière")), widths=(2000, 7000))))
    assert word(document, "2019").top == word(document, "Aide-soignante").top
    assert word(document, "2019").x1 < word(document, "Aide-soignante").x0
    assert word(document, "2022").top > word(document, "2021").top
    assert word(document, "Infirmière").x0 == word(document, "Aide-soignante").x0


def test_a_cell_over_several_rows_keeps_its_column() -> None:
    rows = (
        '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="6000"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("marge") * 5}</w:tc><w:tc>{p("un")}</w:tc></w:tr>'
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{p('deux')}</w:tc></w:tr></w:tbl>" + p("dessous")
    )
    document = read(docx(rows))
    lowest = max(each.bottom for each in document.words if each.text == "marge")
    assert word(document, "deux").top < lowest < word(document, "dessous").bottom


def test_nothing_is_missed() -> None:
    """Header, footer, footnote, content control, nested table, insertion, hyperlink."""
    body = (
        f"<w:sdt><w:sdtContent>{p('controle')}</w:sdtContent></w:sdt>"
        + table((table((p("imbrique"),), widths=(3000,)) + p("autour"),), widths=(5000,))
        + "<w:p><w:ins><w:r><w:t>insere</w:t></w:r></w:ins><w:del><w:r><w:delText>efface</w:delText></w:r></w:del></w:p>"
    )
    notes = f'<w:footnote w:type="separator" w:id="0">{p("trait")}</w:footnote><w:footnote w:id="2">{p("note")}</w:footnote>'
    document = read(docx(body, header1=p("entete"), footer1=p("pied"), footnotes=notes))
    assert words(document).split() == ["entete", "controle", "imbrique", "autour", "insere", "pied", "note"]


def test_links_stand_behind_their_words() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/cv"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>site</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = '<w:p><w:hyperlink r:id="l1"><w:r><w:t>courriel</w:t></w:r></w:hyperlink></w:p>' + field
    document = read(docx(body, links={"l1": "mailto:camille@example.org"}))
    assert [link.uri for link in document.links] == ["mailto:camille@example.org", "https://example.org/cv"]
    assert document.links[0].box.x0 == word(document, "courriel").x0
    assert words(document) == "courriel site"


def test_page_numbers_are_no_text() -> None:
    field = '<w:p><w:r><w:t>Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    assert words(read(docx(p("texte"), footer1=field))) == "texte Page"


def test_a_right_tab_sets_the_date_at_the_margin() -> None:
    line = p("Infirmière\u2003", '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>').replace("</w:t>", "</w:t><w:tab/><w:t>2019</w:t>")
    document = read(docx(line))
    assert word(document, "2019").x1 == pytest.approx(56 + 450, abs=1)


def test_lists_have_bullets_and_numbers() -> None:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    document = read(docx(p("un", item.format(1)) + p("deux", item.format(2)) + p("trois", item.format(2)), numbering=LISTS))
    assert words(document) == "• un 3. deux 4. trois"
    assert {each.style for each in document.words} == {"list"}
    assert word(document, "•").x1 < word(document, "un").x0


def test_symbols_hyphens_and_breaks() -> None:
    body = (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t xml:space="preserve"> savoir</w:t><w:noBreakHyphen/><w:t>faire co</w:t>'
        "<w:softHyphen/><w:t>opération</w:t><w:br/><w:t>ligne</w:t></w:r></w:p>"
    )
    document = read(docx(body))
    assert words(document) == "☎ savoir-faire coopération ligne"
    assert word(document, "ligne").top > word(document, "☎").top


def test_words_cut_over_runs_are_one_word() -> None:
    body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Com</w:t></w:r><w:r><w:t>pétences</w:t></w:r></w:p>"
    assert words(read(docx(body))) == "Compétences"


def test_words_nobody_sees_are_kept_apart() -> None:
    body = (
        p("visible")
        + p("efface", run="<w:vanish/>")
        + p("blanc", run='<w:color w:val="FFFFFF"/>')
        + p("minuscule", run='<w:sz w:val="2"/>')
    )
    document = read(docx(body))
    assert words(document) == "visible"
    assert hidden(document) == {"efface": "hidden", "blanc": "white", "minuscule": "tiny"}


def test_white_letters_on_a_coloured_ground_are_read() -> None:
    shade = '<w:shd w:val="clear" w:fill="203864"/>'
    body = table((p("Contact", run='<w:color w:val="FFFFFF"/>'),), widths=(4000,), cell=shade)
    document = read(docx(body))
    assert words(document) == "Contact" and not document.hidden
    assert document.rules[0].colour == 0x203864


def test_letters_of_the_colour_of_their_ground_are_hidden() -> None:
    shade = '<w:shd w:val="clear" w:fill="203864"/>'
    body = table((p("lisible", run='<w:color w:val="FFFFFF"/>') + p("mots", run='<w:color w:val="203864"/>'),), widths=(4000,), cell=shade)
    assert hidden(read(docx(body))) == {"mots": "covered"}


def test_letters_of_no_colour_turn_white_on_a_dark_ground() -> None:
    body = table((p("Contact"),), widths=(4000,), cell='<w:shd w:val="clear" w:fill="000000"/>') + p("noir")
    document = read(docx(body))
    assert (word(document, "Contact").colour, word(document, "noir").colour) == (0xFFFFFF, 0)


def test_newspaper_columns_are_read_down_before_across() -> None:
    body = "".join(p(f"mot{n}") for n in range(10)) + '<w:p><w:r><w:br w:type="column"/><w:t>second</w:t></w:r></w:p>' + p("suite")
    document = read(docx(body, section='<w:cols w:num="2" w:space="400"/>'))
    assert word(document, "second").x0 > word(document, "mot0").x1
    assert word(document, "suite").x0 == word(document, "second").x0
    assert word(document, "second").top < word(document, "mot5").top


def test_pictures_have_a_place() -> None:
    image = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1016000" cy="1270000"/>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    (found,) = read(docx(image + p("Camille"))).pictures
    assert (found.box.x1 - found.box.x0, found.box.bottom - found.box.top) == (80.0, 100.0)


def test_a_page_break_begins_a_page() -> None:
    document = read(docx(p("un") + '<w:p><w:r><w:br w:type="page"/><w:t>deux</w:t></w:r></w:p>'))
    assert [each.page for each in document.words] == [1, 2]
    assert len(document.pages) == document.page_count == 2


def test_a_long_document_is_read_to_the_twentieth_page_and_says_so() -> None:
    document = read(docx(p("ligne") * 3000))
    assert len(document.pages) == 20
    assert document.page_count > 20


def test_lines_wrap_inside_their_column() -> None:
    document = read(docx(table((p("gauche " * 60), p("droite " * 60)), widths=(4000, 4000))))
    assert max(each.x1 for each in document.words if each.text == "gauche") < min(
        each.x0 for each in document.words if each.text == "droite"
    )
