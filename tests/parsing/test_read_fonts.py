"""Fonts that do not tell their letters plainly."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import weasyprint
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from tests.bench.bombs import _stream
from tests.parsing.drawn import of_fonts, with_map
from tests.parsing.made import words
from tests.parsing.needs import needs_tesseract
from workers.cv import from_json, to_json
from workers.parsing import parse
from workers.parsing.read import read
from workers.parsing.read.pdf import read_pdf
from workers.parsing.read.pdf_letters import Letters
from workers.parsing.read.pdfium import address


def test_letters_beyond_the_basic_plane_are_whole() -> None:
    """pdfium counts them as two halves, and half a letter can be written in no answer."""
    data = with_map([b"0102030405"], b"5 beginbfchar <01> <D83DDCE7> <02> <0043> <03> <0061> <04> <006D> <05> <D83D> endbfchar")
    assert words(read(data)) == "📧Cam"
    cv = parse(data, "cv.pdf", dt.date(2026, 11, 1))
    assert from_json(type(cv), to_json(cv)).raw_text == "📧Cam"


# -- letters that pdfium has to guess


LINE = "Élodie Exemple, infirmière diplômée depuis dix ans, soins et équipe de nuit"
FONT = Path(__file__).parents[2] / "workers/rendering/fonts/liberation/LiberationSans-Regular.ttf"


def _printed(*styles: str) -> bytes:
    """A page printed by WeasyPrint, its maps from glyphs to letters taken out: as some printer drivers write it."""
    html = f"<style>@font-face{{font-family:L;src:url({FONT.as_uri()})}}body{{font:12pt L}}{''.join(styles)}</style>"
    made: bytes = weasyprint.HTML(string=f"{html}<p>{LINE}<p class=hidden>Kubernetes Terraform").write_pdf(uncompressed_pdf=True)
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), made)


def test_glyphs_without_a_map_are_looked_up_in_the_embedded_font() -> None:
    """pdfium takes the glyphs' numbers for letters: ORGLH for Élodie."""
    document = read(_printed())
    assert words(document).startswith(LINE) and not document.recognised
    name = document.words[0]
    assert name.text == "Élodie" and name.size == pytest.approx(12, abs=0.1) and 50 < name.x0 < 90 and 50 < name.top < name.bottom < 130


@pytest.mark.parametrize("style", [".hidden{opacity:0}", ".hidden{color:white}", ".hidden{font-size:1px}"])
def test_what_is_hidden_stays_hidden_where_letters_are_looked_up(style: str) -> None:
    document = read(_printed(style))
    assert words(document) == LINE
    assert "Kubernetes" in [each.text for each in document.hidden]


def _named(subtype: bytes, names: list[bytes], more: bytes = b"", *others: bytes) -> bytes:
    codes = b"".join(b"%02x" % (65 + number) for number in range(len(names)))
    differences = b" ".join(b"/" + name for name in names)
    font = b"<</Type/Font/Subtype/%s/BaseFont/Odd/Encoding<</Type/Encoding/Differences[65 %s]>>%s>>"
    return of_fonts([codes], font % (subtype, differences, more), *others)


def test_names_of_several_letters_are_spelled_out() -> None:
    data = _named(b"Type1", [b"C", b"o", b"f_f_i", b"e", b"uni00E9", b"T_h", b"a.sc"])
    assert words(read(data)) == "CoffieéTha"


def test_glyphs_drawn_by_hand_are_known_by_their_names() -> None:
    names = [b"C", b"a", b"m", b"eacute"]
    drawing = b" ".join(b"/%s 6 0 R" % name for name in names)
    more = b"/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 65/LastChar 68/Widths[600 600 600 600]/CharProcs<<%s>>"
    data = _named(b"Type3", names, more % drawing, _stream(b"600 0 0 0 600 700 d1 0 0 500 700 re f"))
    assert words(read(data)) == "Camé"


def test_a_map_that_does_not_count_its_lines_is_read() -> None:
    assert words(read(with_map([b"010203"], b"beginbfchar <01> <0043> <02> <0061> <03> <006D> endbfchar"))) == "Cam"


def test_icons_that_no_font_tells_cost_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Icon fonts have no letters: a lone glyph that cannot be told is no reason to read the page again."""
    data = _named(b"Type1", [b"phone", b"space", b"envelope"])
    assert all(len(word.text) < 2 for word in read_pdf(data).words)
    letters = [pair for pair in _guesses(data)]
    assert letters == [0]


def _guesses(data: bytes) -> list[int]:
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    letters = Letters(address(page.raw))
    for place in range(page.count_chars()):
        letters.look(1, page.get_text_range(place, 1), place)
    return [letters.guessed]


@needs_tesseract
def test_a_page_that_no_font_tells_is_recognised() -> None:
    """Names of glyphs that only number them: what a person sees on the page is read, not what the codes look like."""
    document = read(
        _numbered(["Experience professionnelle", "Infirmiere a Nantes depuis dix ans", "Langues et formation", "Camille Exemple"])
    )
    assert document.recognised
    assert "Infirmiere" in words(document) and "Nantes" in words(document)


def _numbered(lines: list[str]) -> bytes:
    """Glyphs drawn by hand, named /g1, /g2 ... as programs do that break text up: shapes of real letters under numbers."""
    font = TTFont(str(FONT))
    shapes, order = font.getGlyphSet(), font.getBestCmap()
    letters = sorted({letter for line in lines for letter in line if letter != " "})
    drawings = [_shape(shapes, order[ord(letter)]) for letter in letters]
    code = {letter: b"%02x" % (40 + place) for place, letter in enumerate(letters)}
    names = [b"g%d" % (place + 1) for place in range(len(letters))]
    widths = b" ".join(b"%d" % round(shapes[order[ord(letter)]].width / 2.048) for letter in letters)
    procs = b" ".join(b"/%s %d 0 R" % (name, 6 + place) for place, name in enumerate(names))
    head = b"<</Type/Font/Subtype/Type3/FontBBox[0 -300 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 40/LastChar %d/Widths[%s]"
    tail = b"/Encoding<</Type/Encoding/Differences[40 %s]>>/CharProcs<<%s>>>>"
    whole = head % (39 + len(letters), widths) + tail % (b" ".join(b"/" + name for name in names), procs)
    rows = [b"".join(code.get(letter, b"20") for letter in line) for line in lines]
    return of_fonts(rows, whole, *drawings)


class _Pen(BasePen):  # type: ignore[misc]
    """Outlines in the operators of PDF."""

    def __init__(self, shapes: Any) -> None:
        super().__init__(shapes)
        self.made: list[str] = []

    def _moveTo(self, point: Any) -> None:
        self.made.append(f"{point[0]:.1f} {point[1]:.1f} m")

    def _lineTo(self, point: Any) -> None:
        self.made.append(f"{point[0]:.1f} {point[1]:.1f} l")

    def _curveToOne(self, one: Any, two: Any, three: Any) -> None:
        self.made.append(" ".join(f"{each:.1f}" for each in (*one, *two, *three)) + " c")

    def _closePath(self) -> None:
        self.made.append("h")


def _shape(shapes: Any, name: str) -> bytes:
    pen = _Pen(shapes)
    shapes[name].draw(pen)
    width = shapes[name].width / 2.048
    return _stream(f"{width:.0f} 0 0 -300 1000 1000 d1 0.488 0 0 0.488 0 0 cm {' '.join(pen.made)} f".encode())
