"""Files made for the tests: the smallest documents that show one thing each. All people are fictional."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

import pypdfium2
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from workers.parsing.types import Document, Word

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "header1": "header",
    "footer1": "footer",
    "footnotes": "footnotes",
}
_ODT = "urn:oasis:names:tc:opendocument:xmlns"
_ODT_NAMES = " ".join(
    f'xmlns:{short}="{_ODT}:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def archive(entries: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return made.getvalue()


def docx(body: str, *, links: Mapping[str, str] | None = None, section: str = "", **parts: str) -> bytes:
    """`body` is what stands inside w:body; `parts` are styles, numbering, header1, footer1, footnotes."""
    relations = [f'<Relationship Id="{name}" Type="{_RELATION}/{_KINDS[name]}" Target="{name}.xml"/>' for name in parts] + [
        f'<Relationship Id="{name}" Type="{_RELATION}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    ]
    root = {"styles": "styles", "numbering": "numbering", "header1": "hdr", "footer1": "ftr", "footnotes": "footnotes"}
    edges = '<w:headerReference w:type="default" r:id="header1"/>' if "header1" in parts else ""
    edges += '<w:footerReference w:type="default" r:id="footer1"/>' if "footer1" in parts else ""
    last = f"<w:sectPr>{edges}{section}</w:sectPr>"
    entries = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}{last}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{''.join(relations)}</Relationships>",
    }
    entries |= {f"word/{name}.xml": f"<w:{root[name]} {_NAMES}>{xml}</w:{root[name]}>" for name, xml in parts.items()}
    return archive(entries)


def p(text: str, properties: str = "", run: str = "") -> str:
    """One paragraph with one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...], widths: tuple[int, ...] = (), cell: str = "") -> str:
    """A table of cells that hold paragraphs; widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{''.join(f'<w:tc><w:tcPr>{cell}</w:tcPr>{text}</w:tc>' for text in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def text_box(content: str, *, x: float, y: float, width: float, height: float, fill: str = "") -> str:
    """A box anchored to the page, written twice as Word does: drawing and VML."""
    emu = [int(12_700 * length) for length in (x, y, width, height)]
    solid = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
    drawing = (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>{emu[0]}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu[1]}</wp:posOffset></wp:positionV><wp:extent cx="{emu[2]}" cy="{emu[3]}"/>'
        f"<wp:wrapSquare/><a:graphic><a:graphicData><wps:wsp><wps:spPr>{solid}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    inner = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    twin = f'<w:pict><v:rect style="width:{width}pt;height:{height}pt">{inner}</v:rect></w:pict>'
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{twin}</mc:Fallback></mc:AlternateContent>'


def odt(body: str, styles: str = "", *, manifest: str = "") -> bytes:
    content = (
        f'<office:document-content {_ODT_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return archive(entries | ({"META-INF/manifest.xml": manifest} if manifest else {}))


def pdf(*pages: tuple[str, ...], password: str = "", owner: str = "", size: tuple[float, float] = (595, 842)) -> bytes:
    made = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword=owner or "owner", canPrint=1) if password or owner else None
    canvas = Canvas(made, pagesize=size, encrypt=lock)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(60, size[1] - 60 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def page(lines: tuple[str, ...], *, tilt: float = 0.0, dpi: int = 150) -> Image.Image:
    """A sheet of A4 as a scanner sees it."""
    sheet = pypdfium2.PdfDocument(pdf(lines))[0].render(scale=dpi / 72).to_pil().convert("L")
    return sheet.rotate(tilt, fillcolor=255, resample=Image.Resampling.BICUBIC) if tilt else sheet


def picture(image: Image.Image, form: str = "PNG") -> bytes:
    made = io.BytesIO()
    image.save(made, form)
    return made.getvalue()


def scanned(image: Image.Image) -> bytes:
    """A PDF whose only page is a picture."""
    return with_scan((), image)


def with_scan(lines: tuple[str, ...], *images: Image.Image) -> bytes:
    """A PDF of a page with text, where there are lines, and a page for each picture."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    if lines:
        for number, line in enumerate(lines):
            canvas.drawString(60, 782 - 16 * number, line)
        canvas.showPage()
    for image in images:
        canvas.drawInlineImage(image, 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def words(document: Document) -> str:
    """The text in the order of the file."""
    return " ".join(word.text for word in document.words)


def word(document: Document, text: str) -> Word:
    """The one word that reads `text`."""
    (found,) = [each for each in document.words if each.text == text]
    return found


def hidden(document: Document) -> dict[str, str]:
    return {each.text: each.reason for each in document.hidden}


def docx_of(lines: str) -> bytes:
    """A paragraph for each line."""
    return docx("".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines.split("\n")))


def pdf_of(lines: str, width: float = 480.0) -> bytes:
    """A paragraph for each line, broken at `width` points; margins of as many left and right."""
    made = io.BytesIO()
    canvas, top = Canvas(made, pagesize=(width + 115.0, 842.0)), 780.0
    canvas.setFont("Helvetica", 10)
    for line in lines.split("\n"):
        for part in simpleSplit(line, "Helvetica", 10, width) or [""]:
            if top < 60.0:
                canvas.showPage()
                canvas.setFont("Helvetica", 10)
                top = 780.0
            canvas.drawString(57.5, top, part)
            top -= 13.0
    canvas.save()
    return made.getvalue()
