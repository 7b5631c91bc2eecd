"""Hostile files made by hand, each against one weakness that readers of documents have had. All under 10 MB."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from tests.parsing.made import archive, docx, odt, p, page, pdf, picture, table, text_box

Bomb = tuple[str, Callable[[], bytes]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MB = 2**20


def bombs(address: str) -> Iterator[Bomb]:
    """Names and makers; `address` is a server of ours that must never be called."""
    yield from _archives(address)
    yield from _docx(address)
    yield from _pdf(address)
    yield from _html(address)
    yield from _rtf(address)
    yield from _odt(address)
    yield from _images()
    yield from _texts()
    yield from _polyglots()


# -- archives


def _nested(depth: int) -> bytes:
    data = archive({"word/document.xml": " " * 1000})
    for _ in range(depth):
        data = archive({"a.zip": data, "b.zip": data})
    return data


def _lying() -> bytes:
    honest = archive({"word/document.xml": b" " * (60 * MB), "pad": bytes(range(256)) * 2000})
    return honest.replace((60 * MB).to_bytes(4, "little"), (3 * MB).to_bytes(4, "little"))


def _xml(declarations: str, text: str) -> bytes:
    body = f"<!DOCTYPE d [{declarations}]><w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    return archive({"word/document.xml": body})


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    return _xml(lines, "a&l11;")


def _archives(address: str) -> Iterator[Bomb]:
    yield "zip nested ten deep", lambda: _nested(10)
    yield "zip with 20,000 entries", lambda: archive({f"word/document{n}.xml": "" for n in range(20_000)})
    yield "zip of 250 MB of blanks", lambda: archive({"word/document.xml": b" " * (250 * MB)})
    yield "zip that lies about its size", _lying
    yield "zip cut in the middle", lambda: docx(p("Camille") * 500)[:-700]
    yield "zip with an absolute path", lambda: archive({"/etc/passwd": "a", "../../word/document.xml": "a", "word/document.xml": "<a/>"})
    yield "XML billion laughs", _laughs
    yield "XML quadratic entity", lambda: _xml(f'<!ENTITY x "{"a" * 100_000}">', "&x;" * 2_000)
    yield "XML external file", lambda: _xml('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")
    yield "XML external address", lambda: _xml(f'<!ENTITY x SYSTEM "{address}">', "&x;")
    yield "XML parameter entity", lambda: _xml(f'<!ENTITY % p SYSTEM "{address}"> %p;', "a")
    yield "XML external DTD", lambda: archive({"word/document.xml": f'<!DOCTYPE w SYSTEM "{address}"><w/>'})


# -- DOCX


def _deep(opening: str, inner: str, closing: str, times: int) -> bytes:
    return docx(opening * times + inner + closing * times)


def _nested_boxes(depth: int) -> str:
    content = p("fond")
    for _ in range(depth):
        content = f"<w:p><w:r>{text_box(content, x=10, y=10, width=300, height=300)}</w:r></w:p>"
    return content


def _docx(address: str) -> Iterator[Bomb]:
    cell_open, cell_close = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    loop = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    loop += '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    huge = '<w:sz w:val="999999999"/>'
    yield "DOCX one word of 12 MB", lambda: docx(p("a" * (12 * MB)))
    yield "DOCX one paragraph of 2 million words", lambda: docx(p("a b " * MB))
    yield "DOCX 150,000 paragraphs", lambda: docx(p("Camille Exemple") * 80_000)
    yield "DOCX 100,000 runs in a paragraph", lambda: docx("<w:p>" + "<w:r><w:t>mot </w:t></w:r>" * 100_000 + "</w:p>")
    yield "DOCX tables 60 deep", lambda: _deep(cell_open, p("fond"), cell_close, 60)
    yield "DOCX tables 5,000 deep", lambda: _deep(cell_open, p("fond"), cell_close, 5_000)
    yield "DOCX content controls 20,000 deep", lambda: _deep("<w:sdt><w:sdtContent>", p("fond"), "</w:sdtContent></w:sdt>", 20_000)
    yield "DOCX text boxes 8 deep", lambda: docx(_nested_boxes(8))
    yield "DOCX 5,000 text boxes", lambda: docx(f"<w:p><w:r>{text_box(p('a'), x=50, y=50, width=90, height=40)}</w:r></w:p>" * 5_000)
    yield "DOCX styles in a ring", lambda: docx(p("a", '<w:pStyle w:val="A"/>'), styles=loop)
    yield "DOCX letters of 500 million points", lambda: docx(p("Camille", run=huge))
    yield "DOCX cell over a billion columns", lambda: docx(table((p("a"), p("b")), cell='<w:gridSpan w:val="999999999"/>'))
    yield "DOCX table of 3,000 columns", lambda: docx(table(tuple(p("a") for _ in range(3_000))) * 5)
    yield "DOCX 20,000 rows", lambda: docx(table(*((p("2019"), p("poste")),) * 20_000))
    yield "DOCX 50,000 tab stops", lambda: docx(p("a\tb", "<w:tabs>" + '<w:tab w:val="left" w:pos="99"/>' * 50_000 + "</w:tabs>"))
    yield "DOCX negative lengths", lambda: docx(p("a", '<w:ind w:left="-99999" w:right="-99999" w:hanging="-2147483648"/>'))
    yield "DOCX 60 newspaper columns", lambda: docx(p("mot " * 50) * 300, section='<w:cols w:num="60" w:space="9999"/>')
    yield (
        "DOCX page of one point",
        lambda: docx(p("mot " * 500), section='<w:pgSz w:w="1" w:h="1"/><w:pgMar w:left="99999" w:top="99999"/>'),
    )
    yield "DOCX links to our server", lambda: docx(p("a"), links={f"l{n}": address for n in range(2_000)})
    yield (
        "DOCX template and picture outside",
        lambda: docx(
            '<w:p><w:r><w:drawing><a:blip r:link="l"/></w:drawing><w:t>a</w:t></w:r></w:p><w:altChunk r:id="l"/>', links={"l": address}
        ),
    )


# -- PDF


def _objects(*bodies: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, start))
    return out.getvalue()


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), extra, packed)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _one_page(content: bytes, box: bytes = b"[0 0 595 842]", resources: bytes = b"", *others: bytes) -> bytes:
    """Objects: 1 catalogue, 2 pages, 3 page, 4 content, 5 font, then `others`."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>" % (box, resources)
    return _objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, _stream(content), FONT, *others)


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(5, count + 5))
    leaves = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"] * count
    text = _stream(b"BT /F1 12 Tf 60 700 Td (Camille Exemple page) Tj ET")
    return _objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), text, FONT, *leaves)


def _page_ring() -> bytes:
    return _objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 99999>>",
        b"<</Type/Pages/Kids[2 0 R]/Count 9999/Parent 2 0 R>>",
    )


def _form_ring() -> bytes:
    form = _stream(b"q /X Do /X Do Q", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    return _one_page(b"/X Do BT /F1 12 Tf 60 700 Td (Camille) Tj ET", b"[0 0 595 842]", b"/XObject<</X 6 0 R>>", form)


def _form_tower(height: int) -> bytes:
    forms = [
        _stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (number + 7))
        for number in range(height)
    ] + [_stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")]
    return _one_page(b"/X Do BT /F1 12 Tf 60 700 Td (Camille) Tj ET", b"[0 0 595 842]", b"/XObject<</X 6 0 R>>", *forms)


def _giant_image() -> bytes:
    image = (
        b"<</Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 3>>stream\nabc\nendstream"
    )
    return _one_page(b"q 595 0 0 842 0 0 cm /I Do Q", b"[0 0 595 842]", b"/XObject<</I 6 0 R>>", image)


def _flate_image() -> bytes:
    image = _stream(bytes(9_000 * 9_000 * 3), b"/Type/XObject/Subtype/Image/Width 9000/Height 9000/ColorSpace/DeviceRGB/BitsPerComponent 8")
    return _one_page(b"q 595 0 0 842 0 0 cm /I Do Q", b"[0 0 595 842]", b"/XObject<</I 6 0 R>>", image)


def _annotated(address: bytes) -> bytes:
    links = [b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(%s)>>>>" % address] * 20_000
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[%s]>>" % b" ".join(
        b"%d 0 R" % (number + 6) for number in range(len(links))
    )
    action = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('%s'\\))>>>>" % address
    text = _stream(b"BT /F1 12 Tf 60 700 Td (Camille) Tj ET")
    return _objects(action, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, text, FONT, *links)


def _pdf(address: str) -> Iterator[Bomb]:
    line = b"BT /F1 12 Tf 1 0 0 1 60 700 Tm (Camille Exemple) Tj ET\n"
    yield "PDF of 10,000 pages", lambda: _many_pages(10_000)
    yield "PDF of 60,000 pages", lambda: _many_pages(60_000)
    yield "PDF page tree in a ring", _page_ring
    yield "PDF form in a ring", _form_ring
    yield "PDF forms ten to the twelfth", lambda: _form_tower(12)
    yield "PDF declared picture of 10 GB", _giant_image
    yield "PDF picture of 243 MB", _flate_image
    yield "PDF stream of 900 MB", lambda: _one_page(line + b" " * (900 * MB))
    yield "PDF a million words", lambda: _one_page(line * 500_000)
    yield "PDF a million lines drawn", lambda: _one_page(b"1 1 m 500 500 l S\n" * MB + line)
    yield "PDF 300,000 boxes filled", lambda: _one_page(b"0.1 0.2 0.3 rg 1 1 200 200 re f\n" * 300_000 + line)
    yield "PDF letters of a billion points", lambda: _one_page(b"BT /F1 1000000000 Tf 60 700 Td (Camille Exemple) Tj ET")
    yield "PDF letters of no size", lambda: _one_page(b"BT /F1 0 Tf 60 700 Td (Camille Exemple) Tj ET")
    yield "PDF page of a billion points", lambda: _one_page(line, b"[0 0 1000000000 1000000000]")
    yield "PDF page turned inside out", lambda: _one_page(line, b"[595 842 -595 -842]")
    yield "PDF page without an area", lambda: _one_page(line, b"[0 0 0 0]")
    yield "PDF words far off the page", lambda: _one_page(b"BT /F1 12 Tf 99999999 -99999999 Td (Camille) Tj ET" + line)
    yield "PDF saved graphics 500,000 deep", lambda: _one_page(b"q " * 500_000 + line)
    yield (
        "PDF arrays 200,000 deep",
        lambda: _objects(b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 200_000 + b">>", b"<</Type/Pages/Kids[]/Count 0>>"),
    )
    yield "PDF locked", lambda: pdf(("Camille",), password="x")
    yield "PDF cut in the middle", lambda: pdf(*(("Camille Exemple",),) * 30)[:9_000]
    yield "PDF of zeros", lambda: b"%PDF-1.7\n" + bytes(9 * MB)
    yield "PDF with 20,000 links and a script", lambda: _annotated(address.encode())


# -- HTML


def _html(address: str) -> Iterator[Bomb]:
    yield "HTML 300,000 deep", lambda: b"<html>" + b"<div>" * 300_000 + b"fond"
    yield "HTML tables 3,000 deep", lambda: b"<html>" + b"<table><tr><td>" * 3_000 + b"fond"
    yield "HTML 500,000 elements", lambda: b"<html><p>Camille" + b"<i>a</i>" * 500_000
    yield "HTML 400,000 paragraphs", lambda: b"<html>" + b"<p>Camille Exemple" * 400_000
    yield "HTML 100,000 columns", lambda: b"<html><table><tr>" + b"<td>a" * 100_000
    yield "HTML cell over a billion", lambda: b"<html><table><tr><td colspan=999999999 rowspan=999999999>a<td>b<tr><td>c</table>"
    yield "HTML 9 MB of style", lambda: b"<html><style>" + b".a{color:red}" * 690_000 + b"</style><p class=a>Camille"
    yield "HTML style without an end", lambda: b"<html><style>" + b"@media screen{" * 200_000 + b"</style><p>Camille"
    yield "HTML 200,000 classes", lambda: b"<html><p class='" + b"a " * 200_000 + b"'>Camille"
    yield "HTML half-open tags", lambda: b"<html>" + b"<a href='" * 300_000
    yield "HTML comments without end", lambda: b"<!--" * 500_000 + b"<html>Camille"
    yield (
        "HTML from elsewhere",
        lambda: (
            f"<html><head><base href='{address}'><link rel=stylesheet href='{address}'><style>@import '{address}';</style>"
            f"<meta http-equiv=refresh content='0;url={address}'></head><img src='{address}'><iframe src='{address}'></iframe>"
            f"<script src='{address}'></script><p style='background:url({address})'>Camille"
        ).encode(),
    )
    yield "HTML entities", lambda: b"<html>" + b"&#1114111;&#0;&#xD800;&bogus;" * 100_000
    yield (
        "HTML sizes",
        lambda: b"<html><p style='font-size:1e308px'>a<p style='font-size:-9px'>b<p style='font-size:99999999999999999999em'>c<p>d",
    )


# -- RTF, ODT


def _rtf(_: str) -> Iterator[Bomb]:
    yield "RTF groups 3 million deep", lambda: b"{\\rtf1 " + b"{" * 3_000_000 + b"a"
    yield "RTF binary beyond the end", lambda: b"{\\rtf1 a{\\pict\\bin2147483647 x}b}"
    yield "RTF 2 million words of control", lambda: b"{\\rtf1 a" + b"\\b\\i0" * 1_500_000 + b"}"
    yield "RTF 500,000 paragraphs", lambda: b"{\\rtf1 " + b"Camille\\par " * 500_000 + b"}"
    yield "RTF picture of 9 MB", lambda: b"{\\rtf1 a{\\pict " + b"0a" * (4 * MB) + b"}b}"
    yield "RTF letters of a billion points", lambda: b"{\\rtf1\\fs2000000000\\li2147483647\\fi-2147483648 Camille\\par}"
    yield "RTF 300,000 cells", lambda: b"{\\rtf1\\trowd" + b"\\cellx99\\cell a" * 300_000 + b"\\row}"
    yield "RTF half surrogates", lambda: b"{\\rtf1 a\\u-9999?\\u-10179?\\u56832?\\u-10179? b}"
    yield "RTF fields in fields", lambda: b"{\\rtf1 " + b'{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt a' * 300 + b"}"
    yield "RTF text boxes in text boxes", lambda: b"{\\rtf1 " + b"{\\shp{\\*\\shpinst{\\shptxt a" * 120 + b"}"


def _odt(address: str) -> Iterator[Bomb]:
    ring = (
        '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    )
    yield "ODT styles in a ring", lambda: odt('<text:p text:style-name="A">Camille</text:p>', ring)
    yield "ODT a billion blanks", lambda: odt("<text:p>a<text:s text:c='999999999'/>b</text:p>")
    yield (
        "ODT a billion columns",
        lambda: odt(
            "<table:table><table:table-column table:number-columns-repeated='999999999'/><table:table-row><table:table-cell "
            "table:number-columns-spanned='99999'><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
        ),
    )
    yield "ODT lists 10,000 deep", lambda: odt("<text:list><text:list-item>" * 10_000 + "a" + "</text:list-item></text:list>" * 10_000)
    yield "ODT 100,000 paragraphs", lambda: odt("<text:p>Camille</text:p>" * 100_000)
    yield (
        "ODT entity",
        lambda: archive(
            {
                "content.xml": f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]><a>&x;</a>',
                "mimetype": "application/vnd.oasis.opendocument.text",
            }
        ),
    )


# -- pictures


def _png(width: int, height: int, rows: bytes, extra: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _text_chunk() -> bytes:
    data = b"Comment\0\0" + zlib.compress(b"a" * (300 * MB))
    return struct.pack("!I", len(data)) + b"zTXt" + data + struct.pack("!I", zlib.crc32(b"zTXt" + data))


def _frames(count: int) -> bytes:
    made, sheet = io.BytesIO(), Image.new("1", (400, 500), 1)
    sheet.save(made, "TIFF", save_all=True, append_images=[sheet] * (count - 1))
    return made.getvalue()


def _noise(width: int, height: int) -> bytes:
    return picture(Image.effect_noise((width, height), 90), "JPEG")


def _images() -> Iterator[Bomb]:
    yield "PNG declared 2 billion wide", lambda: _png(2_000_000_000, 1, b"")
    yield "PNG of 400 million pixels", lambda: picture(Image.new("1", (20_000, 20_000)))
    yield "PNG one pixel high", lambda: _png(30_000, 1, bytes(30_001))
    yield "PNG cut short", lambda: picture(page(("Camille",)))[:2_000]
    yield "PNG with 300 MB of comment", lambda: _png(300, 300, bytes(301 * 300), _text_chunk())
    yield "TIFF of 3,000 pages", lambda: _frames(3_000)
    yield "TIFF in a ring", lambda: b"II*\0\x08\0\0\0\0\0\x08\0\0\0" + bytes(200)
    yield "JPEG of noise, 12 million pixels", lambda: _noise(3_000, 4_000)
    yield "JPEG of a page of small print", lambda: picture(page(tuple("mot " * 30 for _ in range(48))), "JPEG")
    yield "JPEG cut short", lambda: picture(page(("Camille",)), "JPEG")[:4_000]


# -- text


def _texts() -> Iterator[Bomb]:
    yield "text of one line of 9 MB", lambda: b"a" * (9 * MB)
    yield "text of words in one line, 9 MB", lambda: b"mot " * (9 * MB // 4)
    yield "text of 9 million lines", lambda: b"\n" * (9 * MB) + b"a"
    yield "text of 2 million short lines", lambda: b"mot\n" * (2 * MB)
    yield "text of broken UTF-8", lambda: b"Camille \xc3\xff\xfe\x80 " * 100_000
    yield "text of at signs", lambda: b"a@" * 40_000 + b" " + b"@a." * 40_000
    yield "text of digits", lambda: b"06 39 98 00 01 " * 10_000 + b"1" * 200_000
    yield "text of dots and dashes", lambda: (b"." * 400 + b" " + b"-" * 400 + b" 2019 - ") * 200
    yield "text of dates", lambda: b"janv. 2019 - mars 2020 depuis 2019 \n" * 5_000
    yield "text of brackets", lambda: b"([{<" * 50_000
    yield "text of headings", lambda: "Expérience\nFormation\nCompétences\n".encode() * 5_000
    yield "text of capitals", lambda: b"CAMILLE EXEMPLE DE LA RUE\n" * 5_000
    yield "text of links", lambda: b"https://example.org/" + b"a/" * 50_000 + b" linkedin.com/in/" * 5_000
    yield "text from right to left", lambda: "\u202e\u200f\u0645\u0631\u062d\u0628\u0627 ".encode() * 20_000
    yield "text of combining marks", lambda: ("e" + "\u0301" * 500 + " ").encode() * 500
    yield "text of escapes", lambda: b"Camille \x1b[2J\x07\x08 \x00" * 5_000


def _polyglots() -> Iterator[Bomb]:
    yield "PDF that is a zip too", lambda: pdf(("Camille",)) + docx(p("Exemple"))
    yield "zip that is a PDF too", lambda: docx(p("Camille")) + pdf(("Exemple",))
    yield "HTML with a PDF inside", lambda: b"<html>" + pdf(("Camille",))
    yield "text with a PDF inside", lambda: b"Camille\n" * 100 + pdf(("Camille",))
    yield "PNG that is a zip too", lambda: picture(page(("Camille",))) + docx(p("Exemple"))
    yield "RTF that is HTML too", lambda: b"{\\rtf1 <html><p>Camille</p></html>}"
    yield "GIF that says PDF", lambda: b"GIF89a%PDF-1.7\n" + bytes(99)
