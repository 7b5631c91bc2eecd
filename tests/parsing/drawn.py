"""PDFs written object by object, for fonts that no library would write."""

from __future__ import annotations

from tests.bench.bombs import _objects, _stream

TEXT = b"BT /F1 12 Tf 1 0 0 1 60 %d Tm <%s> Tj ET\n"


def of_fonts(rows: list[bytes], *fonts: bytes) -> bytes:
    """One page; `rows` are strings of codes in hexadecimal, printed in `/F1`, the first of `fonts`; the others are what it points to,
    objects from 6."""
    content = b"".join(TEXT % (740 - 20 * number, row) for number, row in enumerate(rows))
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    return _objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, _stream(content), *fonts)


def with_map(rows: list[bytes], body: bytes) -> bytes:
    """A simple font whose ToUnicode map has this body."""
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    space = b"1 begincodespacerange <00> <FF> endcodespacerange\n"
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Odd/FirstChar 0/LastChar 255/Widths[%s]/ToUnicode 6 0 R>>"
    return of_fonts(rows, font % b" ".join([b"500"] * 256), _stream(head + space + body + b"\nendcmap end end"))
