"""HTML → Document: blocks in the order of the file. Nothing is fetched, no script is run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from workers.errors import InvalidFile
from workers.parsing.read import galley, text
from workers.parsing.read.flow import WHITE, Block, Cell, Image, Paragraph, Run, Sheet, Tab, Table
from workers.parsing.read.html_table import span, widths_of
from workers.parsing.read.style_sheet import Look, StyleSheet, colour, length, look
from workers.parsing.types import Document

_DROPPED = frozenset(
    "script style head title noscript template svg canvas iframe object embed audio video".split()
    + "form input select textarea button map math".split()
)
_BLOCKS = frozenset(
    "html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd section article header footer main aside nav address blockquote".split()
    + "figure figcaption pre hr center fieldset legend details summary table caption thead tbody tfoot tr td th".split()
)
_HEADINGS = {"h1": 22.0, "h2": 16.0, "h3": 13.0, "h4": 11.0, "h5": 10.0, "h6": 10.0}
_BOLD, _ITALIC = frozenset(("b", "strong", "th", "dt")), frozenset(("i", "em", "cite", "var"))
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|//)", re.I)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_CHARSET_WITHIN = 4_096
_INDENT = 18.0
_MOST_ELEMENTS = 20_000
_DEEPEST = 200
# The next stop may be nearer than a space is wide.
_APART = "\t\t"
_MOST_OPEN = 100
_SHEET = Sheet(left=40.0, right=40.0)
_START: Look = {
    "size": 10.0,
    "bold": False,
    "italic": False,
    "colour": 0,
    "hidden": "",
    "ground": None,
    "uri": "",
    "align": "left",
    "style": "",
    "indent": 0.0,
}


def read(data: bytes) -> Document:
    try:
        root = lxml_html.document_fromstring(
            _decoded(data), parser=lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError) as error:
        raise InvalidFile("The file is damaged: its HTML cannot be read. Save the page again, or print it to PDF.") from error
    reader = Reader(StyleSheet("\n".join(style.text or "" for style in root.iter("style"))))
    blocks = tuple(reader.blocks(root, _START))
    return galley.lay(blocks, _SHEET, is_cut=reader.is_cut)


def _decoded(data: bytes) -> str:
    """The charset that the page declares where its bytes agree, else as any text. lxml wants no declaration in a str."""
    declared = _META.search(data[:_CHARSET_WITHIN])
    try:
        made = (
            data.decode(declared[1].decode("ascii"))
            if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
            else text.decode(data)
        )
    except (LookupError, UnicodeDecodeError):
        made = text.decode(data)
    return _commented(re.sub(r"^\s*<\?xml[^>]*\?>", "", made.replace("\x00", "")))


def _commented(page: str) -> str:
    """Without what stands behind heaps of comments that never end: the parser looks for the end of each of them."""
    begin = page.rfind("-->") + 1
    return page[: page.find("<!--", begin)] if page.count("<!--", begin) > _MOST_OPEN else page


class Reader:
    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._seen = 0
        self._runs: list[Run] = []
        self._floated: list[Run] = []
        self._bullet = ""
        self._tabs: tuple[Tab, ...] = ()

    @property
    def is_cut(self) -> bool:
        return self._seen > _MOST_ELEMENTS

    def blocks(self, node: etree._Element, above: Look, depth: int = 0) -> Iterator[Block]:
        """The blocks of an element; inline text is gathered and flushed where a block begins or ends."""
        self._seen += 1
        if not isinstance(node.tag, str) or node.tag in _DROPPED or self.is_cut or depth > _DEEPEST:
            return
        css = self._sheet.of(node)
        own = self._own(node, look(css, above))
        is_block = node.tag in _BLOCKS and css.get("display") not in ("inline", "inline-block", "contents")
        if is_block:
            yield from self._flush(above)
        if node.tag == "table" and own["hidden"] == "":
            yield self._table(node, own, depth)
            return
        before = len(self._runs)
        yield from self._inside(node, own, css, depth)
        if is_block:
            yield from self._flush(own)
        elif css.get("float") in ("left", "right"):
            self._float(before, own, css["float"])

    def _float(self, before: int, own: Look, side: str) -> None:
        """What floats stands apart from the words around it; at the right it comes after them."""
        floated = self._runs[before:]
        if side == "left":
            self._runs.append(self._run(_APART, own))
        elif floated:
            del self._runs[before:]
            self._floated += [self._run(_APART, own), *floated]

    def _inside(self, node: etree._Element, own: Look, css: dict[str, str], depth: int) -> Iterator[Block]:
        if node.tag == "br":
            self._runs.append(self._run("\n", own))
        elif node.tag == "img":
            yield from _image(node, css)
        elif node.tag == "li":
            self._bullet = "•" if own["bullet"] is None else f"{own['bullet']}."
        self._add(node.text, own)
        is_row = css.get("display") in ("flex", "inline-flex", "grid") and "column" not in css.get("flex-direction", "") and _is_flat(node)
        number = 0
        for child in node:
            if self.is_cut:
                return
            if is_row and number and self._runs and isinstance(child.tag, str):
                self._runs.append(self._run("\t", own))
            if child.tag == "li":
                number += 1
                yield from self.blocks(child, {**own, "bullet": number if node.tag == "ol" else None}, depth + 1)
            else:
                number += isinstance(child.tag, str)
                yield from self.blocks(child, {**own, "inside_row": True} if is_row else own, depth + 1)
            self._add(child.tail, own)

    def _own(self, node: etree._Element, made: Look) -> Look:
        tag = node.tag
        if tag in _HEADINGS:
            made = {**made, "size": made["size"] if made["size"] > 10.0 else _HEADINGS[tag], "bold": True, "style": "heading"}
        elif tag == "li":
            made = {**made, "style": "list", "bullet": made.get("bullet")}
        elif tag in ("ul", "ol", "dd", "blockquote"):
            made = {**made, "indent": made["indent"] + _INDENT}
        elif tag == "pre":
            made = {**made, "pre": True}
        elif tag == "a" and _ADDRESS.match((node.get("href") or "").strip()):
            made = {**made, "uri": (node.get("href") or "").strip()[:2_000]}
        elif tag == "font" and (shade := colour((node.get("color") or "").lower())) is not None:
            made = {**made, "colour": shade}
        if (ground := colour((node.get("bgcolor") or "").lower())) is not None:
            made = {**made, "ground": ground}
        if tag in _BOLD:
            made = {**made, "bold": True}
        elif tag in _ITALIC:
            made = {**made, "italic": True}
        if node.get("hidden") is not None:
            made = {**made, "hidden": made["hidden"] or "hidden"}
        return {**made, "style": made["style"] or ("cell" if tag in ("td", "th") else "")}

    def _add(self, words: str | None, own: Look) -> None:
        if words:
            self._runs.append(self._run(words if own.get("pre") else _BLANK.sub(" ", words), own))

    def _run(self, words: str, own: Look) -> Run:
        words = words.upper() if own.get("caps") else words
        return Run(words, own["size"], own["bold"], own["italic"], own["colour"], own["uri"], own["hidden"], own["ground"])

    def _flush(self, own: Look) -> Iterator[Paragraph]:
        if own.get("inside_row"):
            return
        runs, self._runs, self._floated = _trimmed([*self._runs, *self._floated]), [], []
        if not any(run.text.strip() for run in runs):
            return
        bullet, self._bullet = self._bullet, ""
        is_heading = own["style"] == "heading"
        size = max(run.size for run in runs)
        yield Paragraph(
            runs=tuple(runs),
            align=own["align"],
            left=min(own["indent"], 150.0),
            first=-12.0 if bullet else 0.0,
            before=size * (0.8 if is_heading else 0.3),
            after=size * (0.4 if is_heading else 0.2),
            style=own["style"],
            bullet=bullet,
            ground=own["ground"] if own["ground"] not in (None, WHITE) else None,
        )

    # -- tables

    def _table(self, node: etree._Element, own: Look, depth: int) -> Table:
        rows = [row for row in node.iter("tr") if next(row.iterancestors("table"), None) is node][:2_000]
        cells = [[cell for cell in row if cell.tag in ("td", "th")][:30] for row in rows]
        widths = widths_of(cells, _SHEET.text_width - own["indent"])
        edges = [sum(widths[:number]) for number in range(len(widths) + 1)]
        made: list[tuple[Cell, ...]] = []
        taken: dict[int, int] = {}
        for number, row in enumerate(cells):
            column, line = 0, []
            for cell in row:
                while taken.get(column, 0) > number:
                    column += 1
                start, column = min(column, len(widths) - 1), min(column + span(cell, "colspan"), len(widths))
                down = span(cell, "rowspan")
                taken.update(dict.fromkeys(range(start, column), number + down))
                line.append(self._cell(cell, own, edges[start], max(edges[column] - edges[start], 20.0), down, depth))
            made.append(tuple(line))
        return Table(tuple(made), own["indent"])

    def _cell(self, node: etree._Element, own: Look, x: float, width: float, rows: int, depth: int) -> Cell:
        outer, self._runs, self._bullet = self._runs, [], ""
        inner = {**own, "indent": 0.0, "inside_row": False}
        blocks = [*self.blocks(node, inner, depth + 1), *self._flush(inner)]
        self._runs = outer
        ground = look(self._sheet.of(node), self._own(node, own))["ground"]
        return Cell(tuple(blocks), x, width, rows, ground)


def _trimmed(runs: list[Run]) -> list[Run]:
    return [run for run in runs if run.text]


def _is_flat(node: etree._Element) -> bool:
    """True where no member of a row holds more than one block: such a row prints on one line."""
    return len(node) > 1 and all(
        not any(inner.tag in _BLOCKS for inner in child.iterdescendants()) and child.tag not in ("li", "table") for child in node
    )


def _image(node: etree._Element, css: dict[str, str]) -> Iterator[Image]:
    width, height = length(css.get("width") or node.get("width") or ""), length(css.get("height") or node.get("height") or "")
    if width > 0 or height > 0:
        yield Image(min(width or height, 500.0), min(height or width, 700.0))
