"""ODT → Document: `content.xml` walked in order (OpenDocument 1.3), headers and styles from `styles.xml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from workers.errors import ErrorCode, InvalidFile
from workers.parsing.read import galley
from workers.parsing.read.archive import DAMAGED, ENCRYPTED, Archive
from workers.parsing.read.flow import UNKNOWN, WHITE, Block, Break, Cell, Columns, Frame, Image, Paragraph, Run, Table
from workers.parsing.read.odt_style import DRAW, STYLE, SVG, TABLE, TEXT, XLINK, Look, Styles, length
from workers.parsing.types import Document

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_BLANK = re.compile(r"[ \t\r\n]+")
_INLINE = {
    TEXT + name for name in ("span", "meta", "ruby", "ruby-base", "meta-field", "bookmark-ref", "text-input", "placeholder", "user-defined")
}
_THROUGH = {TEXT + name for name in ("index-body", "table-of-content", "numbered-paragraph")}
_MOST_PARAGRAPHS = 6_000
_INDENT = 18.0
_COLUMNS = 63


def read(data: bytes) -> Document:
    """Raises InvalidFile when the file is damaged, locked or a bomb."""
    archive = Archive(data)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise InvalidFile(ENCRYPTED, ErrorCode.FILE_ENCRYPTED)
    content = archive.xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise InvalidFile(DAMAGED)
    sheet = archive.xml("styles.xml")
    reader = Reader(Styles(sheet, content))
    blocks = [
        *reader.around(sheet, "header"),
        *reader.blocks(body, reader.sheet.text_width),
        *reader.around(sheet, "footer"),
        *reader.notes,
    ]
    is_painted = any(isinstance(block, Frame) and not block.blocks for block in blocks)
    return galley.lay(blocks, reader.sheet, ground=UNKNOWN if is_painted else WHITE, is_cut=reader.is_cut)


class Reader:
    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.sheet = styles.sheet()
        self.notes: list[Block] = []
        self._seen = 0

    @property
    def is_cut(self) -> bool:
        return self._seen > _MOST_PARAGRAPHS

    def around(self, sheet: etree._Element | None, place: str) -> Iterator[Block]:
        """Header or footer of the first master page."""
        found = next(sheet.iter(STYLE + place), None) if sheet is not None else None
        if found is not None and found.get(STYLE + "display") != "false":
            yield from self.blocks(found, self.sheet.text_width)

    # -- blocks

    def blocks(self, parent: etree._Element, width: float, depth: int = 0, bullet: str = "") -> Iterator[Block]:
        for node in parent:
            if self.is_cut:
                return
            if node.tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(node, depth, bullet)
                bullet = ""
            elif node.tag == TEXT + "list":
                yield from self._list(node, width, depth)
            elif node.tag == TABLE + "table":
                yield self._table(node, width)
            elif node.tag == TEXT + "section":
                yield from self._section(node, width)
            elif node.tag in _THROUGH:
                yield from self.blocks(node, width, depth)
            elif node.tag.startswith(DRAW) if isinstance(node.tag, str) else False:
                yield from self._drawing(node, depth)

    def _list(self, node: etree._Element, width: float, depth: int) -> Iterator[Block]:
        is_numbered = self.styles.is_numbered(node.get(TEXT + "style-name"), depth)
        for number, item in enumerate(node.iterchildren(TEXT + "list-item", TEXT + "list-header"), start=1):
            bullet = "" if item.tag == TEXT + "list-header" else f"{number}." if is_numbered else "•"
            yield from self.blocks(item, width, depth + 1, bullet)

    def _section(self, node: etree._Element, width: float) -> Iterator[Block]:
        if node.get(TEXT + "display") == "none":
            return
        count, gap = self.styles.columns(node.get(TEXT + "style-name"))
        if count < 2:
            yield from self.blocks(node, width)
            return
        wide = (width - gap * (count - 1)) / count
        yield Columns(tuple(self.blocks(node, wide)), tuple((number * (wide + gap), wide) for number in range(count)), True)

    def _table(self, node: etree._Element, width: float) -> Table:
        widths = [
            self.styles.column_width(column.get(TABLE + "style-name"))
            for column in node.iter(TABLE + "table-column")
            if next(column.iterancestors(TABLE + "table"), None) is node
            for _ in range(_count(column, "number-columns-repeated"))
        ][:_COLUMNS]
        rows = [row for row in node.iter(TABLE + "table-row") if next(row.iterancestors(TABLE + "table"), None) is node]
        if not widths or not all(widths) or sum(widths) < 20:
            count = max(len(widths), 1)
            widths = [width / count] * count
        scale = min(1.0, 1.1 * width / sum(widths))
        edges = [scale * sum(widths[:number]) for number in range(len(widths) + 1)]
        return Table(tuple(self._row(row, edges) for row in rows))

    def _row(self, row: etree._Element, edges: list[float]) -> tuple[Cell, ...]:
        made, column = [], 0
        for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
            start = min(column, len(edges) - 2)
            if cell.tag == TABLE + "covered-table-cell":
                column += _count(cell, "number-columns-repeated")
                continue
            span = _count(cell, "number-columns-spanned")
            wide = max(edges[min(start + span, len(edges) - 1)] - edges[start], 10.0)
            ground = self.styles.ground(cell.get(TABLE + "style-name"))
            made.append(Cell(tuple(self.blocks(cell, wide)), edges[start], wide, _count(cell, "number-rows-spanned"), ground))
            column += 1
        return tuple(made)

    # -- paragraphs

    def _paragraph(self, node: etree._Element, depth: int, bullet: str) -> Iterator[Block]:
        self._seen += 1
        look = self.styles.look("paragraph", node.get(TEXT + "style-name"))
        if look.get("break_before"):
            yield Break("page")
        runs: list[Run] = []
        for item in self._inline(node, look, ""):
            if isinstance(item, Run):
                runs.append(item)
            else:
                yield item
        is_heading = node.tag == TEXT + "h"
        yield Paragraph(
            runs=tuple(_collapsed(runs)) or (_run("", look, ""),),
            align=look.get("align", "left"),
            left=look.get("left", 0.0) + (_INDENT * depth if depth and not look.get("left") else 0.0),
            right=max(look.get("right", 0.0), 0.0),
            first=-12.0 if bullet else look.get("first", 0.0),
            tabs=look.get("tabs", ()),
            before=look.get("before", 0.0),
            after=look.get("after", 0.0),
            leading=1.17 * look.get("leading", 1.0),
            style="heading" if is_heading else "list" if bullet else "",
            bullet="" if is_heading else bullet,
            ground=look.get("ground"),
        )

    def _inline(self, node: etree._Element, look: Look, uri: str) -> Iterator[Run | Block]:
        yield _run(_BLANK.sub(" ", node.text or ""), look, uri)
        for child in node:
            yield from self._child(child, look, uri)
            yield _run(_BLANK.sub(" ", child.tail or ""), look, uri)

    def _child(self, child: etree._Element, look: Look, uri: str) -> Iterator[Run | Block]:
        tag = str(child.tag)
        if tag == TEXT + "a":
            yield from self._inline(child, look, (child.get(XLINK + "href") or "")[:2_000])
        elif tag == TEXT + "s":
            yield _run(" " * _count(child, "c", TEXT), look, uri)
        elif tag in (TEXT + "tab", TEXT + "line-break"):
            yield _run("\t" if tag == TEXT + "tab" else "\n", look, uri)
        elif tag == TEXT + "note":
            body = child.find(TEXT + "note-body")
            self.notes += self.blocks(body, self.sheet.text_width) if body is not None else ()
        elif tag == TEXT + "hidden-text" or child.get(TEXT + "is-hidden") == "true":
            yield _run(child.text or "", {**look, "hidden": "hidden"}, uri)
        elif tag.startswith(DRAW):
            yield from self._drawing(child, 0)
        elif tag in _INLINE or (tag.startswith(TEXT) and not len(child) and tag not in (TEXT + "page-number", TEXT + "page-count")):
            own = self.styles.look("text", child.get(TEXT + "style-name")) if child.get(TEXT + "style-name") else {}
            yield from self._inline(child, {**look, **own}, uri)

    # -- frames

    def _drawing(self, node: etree._Element, depth: int) -> Iterator[Block]:
        """A frame with text or a picture, or a drawn shape with text in it."""
        if node.tag in (DRAW + "g", DRAW + "a"):
            for child in node:
                yield from self._drawing(child, depth)
            return
        width, height = length(node.get(SVG + "width")) or 0.0, length(node.get(SVG + "height")) or 0.0
        x, y, anchor = length(node.get(SVG + "x")), length(node.get(SVG + "y")), node.get(TEXT + "anchor-type")
        from_page = anchor == "page" or self.styles.is_from_page(node.get(DRAW + "style-name"))
        box = node.find(DRAW + "text-box")
        place = None if anchor == "as-char" or x is None else x + (0.0 if from_page else self.sheet.left)
        if box is None and node.find(DRAW + "image") is not None:
            yield Image(width, height, place, y or 0.0, from_page)
        elif box is not None or node.find(TEXT + "p") is not None:
            wide = min(max(width, 40.0), 2_000.0)
            ground = self.styles.ground(node.get(DRAW + "style-name"))
            blocks = tuple(self.blocks(node if box is None else box, wide))
            yield Frame(blocks, wide, min(height, 2_000.0), place, y or 0.0, from_page, True, ground)


def _run(text: str, look: Look, uri: str) -> Run:
    text = text.upper() if look.get("caps") else text
    return Run(
        text,
        look.get("size", 12.0),
        look.get("bold", False),
        look.get("italic", False),
        look.get("colour", 0),
        uri,
        look.get("hidden", ""),
        look.get("mark"),
    )


def _collapsed(runs: Iterable[Run]) -> Iterator[Run]:
    """Blanks at the head of a paragraph do not print."""
    is_head = True
    for run in runs:
        text = run.text.lstrip(" ") if is_head else run.text
        if text:
            is_head = False
            yield run._replace(text=text)


def _count(node: etree._Element, name: str, space: str = TABLE) -> int:
    text = node.get(space + name) or "1"
    return max(1, min(int(text), _COLUMNS)) if text.isdigit() and len(text) < 6 else 1
