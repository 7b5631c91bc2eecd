"""DOCX → Document: a walk of our own over the parts of the file, in the order in which Word prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from workers.errors import InvalidFile
from workers.parsing.read import docx_drawing, docx_section, galley
from workers.parsing.read.archive import DAMAGED, Archive
from workers.parsing.read.docx_style import Look, Styles, W, points, value
from workers.parsing.read.docx_table import table
from workers.parsing.read.docx_text import MC, THROUGH, children, choice, contents, has_text, text_of
from workers.parsing.read.flow import AUTO, UNKNOWN, WHITE, Block, Break, Columns, Frame, Image, Paragraph, Run, Tab
from workers.parsing.types import Document

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_INSTRUCTED = re.compile(r'HYPERLINK\s+"([^"]+)"')
_MOST_BLOCKS, _MOST_RUNS = 6_000, 5_000
_PAGE_NUMBER = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b")


def read(data: bytes) -> Document:
    """Raises InvalidFile when the file is damaged, locked or a bomb."""
    archive = Archive(data)
    main = next((target for kind, target, _ in archive.relations("").values() if kind == "officeDocument"), "")
    name = main if main in archive.names else "word/document.xml"
    root = archive.xml(name)
    if root is None:
        raise InvalidFile(DAMAGED)
    return Reader(archive, name, root).document()


class Reader:
    def __init__(self, archive: Archive, name: str, root: etree._Element) -> None:
        self.archive, self.root = archive, root
        self.relations = archive.relations(name)
        self.styles = Styles(self._part("styles"), self._part("numbering"))
        self._fields: list[str] = []
        self._seen = 0
        self.sheet = docx_section.sheet(next(root.iter(W + "sectPr"), None))

    def _part(self, kind: str) -> etree._Element | None:
        return next((self.archive.xml(target) for k, target, outside in self.relations.values() if k == kind and not outside), None)

    def document(self) -> Document:
        body = self.root.find(W + "body")
        sections = self._sections(body if body is not None else self.root)
        blocks = [*self._around("header", sections[0][1]), *self._printed(sections), *self._around("footer", sections[0][1])]
        return galley.lay([*blocks, *self._notes()], self.sheet, ground=self._ground(blocks), is_cut=self._seen >= _MOST_BLOCKS)

    def _ground(self, blocks: Iterable[Block]) -> int:
        """White paper, unless a background, a shape or a picture may lie under the text."""
        is_painted = self.root.find(W + "background") is not None or any(
            (isinstance(block, Frame) and not block.blocks) or (isinstance(block, Image) and block.x is not None and block.height > 200)
            for block in blocks
        )
        return UNKNOWN if is_painted else WHITE

    # -- sections, headers, notes

    def _sections(self, body: etree._Element) -> list[tuple[list[Block], etree._Element | None]]:
        sections: list[tuple[list[Block], etree._Element | None]] = []
        blocks: list[Block] = []
        for node in children(body):
            if node.tag == W + "sectPr":
                sections.append((blocks, node))
                blocks = []
                continue
            blocks += self.block(node, self.sheet.text_width)
            inner = node.find(f"{W}pPr/{W}sectPr") if node.tag == W + "p" else None
            if inner is not None:
                sections.append((blocks, inner))
                blocks = []
        return [*sections, (blocks, None)] if blocks or not sections else sections

    def _printed(self, sections: list[tuple[list[Block], etree._Element | None]]) -> Iterator[Block]:
        for number, (blocks, section) in enumerate(sections):
            if number and not docx_section.is_continuous(section):
                yield Break("page")
            columns = docx_section.columns(section, self.sheet.text_width)
            if len(columns) > 1:
                follows = number + 1 < len(sections) and docx_section.is_continuous(sections[number + 1][1])
                yield Columns(tuple(blocks), columns, follows)
            else:
                yield from (block for block in blocks if not isinstance(block, Break) or block.kind == "page")

    def _around(self, place: str, section: etree._Element | None) -> Iterator[Block]:
        """The header or footer of the first page, once: those of later pages repeat it."""
        references = (
            {value(node, "type"): node.get(R + "id") for node in section.iterchildren(f"{W}{place}Reference")}
            if section is not None
            else {}
        )
        has_first = section is not None and section.find(W + "titlePg") is not None
        for kind in ("first", "default") if has_first else ("default", "first"):
            _, target, outside = self.relations.get(references.get(kind) or "", ("", "", True))
            root = None if outside else self.archive.xml(target)
            if root is None:
                continue
            outer, self.relations = self.relations, self.archive.relations(target)
            blocks = self.blocks(root, self.sheet.text_width)
            self.relations = outer
            if any(has_text(block) for block in blocks):
                yield from blocks
                return

    def _notes(self) -> Iterator[Block]:
        for kind in ("footnotes", "endnotes"):
            root = self._part(kind)
            for note in root if root is not None else ():
                if value(note, "type") in (None, "normal"):
                    yield from self.blocks(note, self.sheet.text_width)

    # -- blocks

    def blocks(self, parent: etree._Element, width: float) -> tuple[Block, ...]:
        return tuple(block for node in children(parent) for block in self.block(node, width))

    def block(self, node: etree._Element, width: float) -> Iterable[Block]:
        self._seen += 1
        if self._seen >= _MOST_BLOCKS:
            return ()
        if node.tag == W + "p":
            return self._framed(node, width)
        if node.tag == W + "tbl":
            return table(self, node, width)
        return ()

    def _framed(self, node: etree._Element, width: float) -> Iterator[Block]:
        """A paragraph, inside its frame where `w:framePr` sets one apart from the text."""
        frame = node.find(f"{W}pPr/{W}framePr")
        wide = points(value(frame, "w")) if frame is not None else None
        if frame is None or not wide or value(frame, "dropCap") in ("drop", "margin"):
            yield from self._paragraph(node)
            return
        x = points(value(frame, "x")) or 0.0
        left = 0.0 if value(frame, "hAnchor") == "page" else self.sheet.left
        if value(frame, "xAlign") == "right":
            x = self.sheet.text_width - wide
        from_page = value(frame, "vAnchor") == "page"
        yield Frame(tuple(self._paragraph(node)), wide, 0.0, left + x, points(value(frame, "y")) or 0.0, from_page)

    def _paragraph(self, node: etree._Element) -> Iterator[Block]:
        look = self.styles.paragraph(node.find(W + "pPr"))
        runs: list[Run] = []
        bullet = self.styles.lists.bullet(look)
        for number, item in enumerate(self._inline(node, look, "")):
            if number > _MOST_RUNS:
                self._seen = _MOST_BLOCKS
                break
            if isinstance(item, Run):
                runs.append(item)
            elif isinstance(item, Break):
                yield self._set(runs, look, bullet)
                yield item
                runs, bullet = [], ""
            else:
                yield item
        yield self._set(runs or [self._run_of(node.find(f"{W}pPr/{W}rPr"), look, "", "")], look, bullet)

    def _set(self, runs: list[Run], look: Look, bullet: str) -> Paragraph:
        size = max((run.size for run in runs), default=10.0)
        leading = look.get("leading") or 1.0
        if look.get("pitch"):
            leading = max(0.9, look["pitch"] / max(size, 1.0) / 1.17)
        return Paragraph(
            runs=tuple(runs),
            align=look.get("align", "left"),
            left=look.get("left", 0.0),
            right=max(look.get("right", 0.0), 0.0),
            first=look.get("first", 0.0),
            tabs=tuple(
                Tab(position, "right" if kind in ("right", "end") else "center" if kind == "center" else "left")
                for kind, position in look["tabs"]
            ),
            before=look.get("before", 0.0),
            after=look.get("after", 0.0),
            leading=1.17 * leading,
            style="heading" if look["heading"] else "list" if bullet else "",
            bullet=bullet,
            ground=look.get("ground"),
        )

    # -- inside a paragraph

    def _inline(self, parent: etree._Element, look: Look, uri: str) -> Iterator[Run | Block]:
        for node in parent:
            if node.tag == W + "r":
                yield from self._run(node, look, uri)
            elif node.tag == W + "hyperlink":
                kind, target, outside = self.relations.get(node.get(R + "id") or "", ("", "", False))
                yield from self._inline(node, look, target if outside and kind == "hyperlink" else uri)
            elif node.tag == W + "fldSimple" and _PAGE_NUMBER.match(value(node, "instr") or ""):
                continue
            elif node.tag in THROUGH:
                yield from self._inline(node, look, uri)
            elif node.tag == MC + "AlternateContent":
                yield from self._inline(choice(node), look, uri)
            elif node.tag in (M + "oMath", M + "oMathPara"):
                yield self._run_of(None, look, "".join(text.text or "" for text in node.iter(M + "t")), uri)

    def _run(self, node: etree._Element, look: Look, uri: str) -> Iterator[Run | Block]:
        properties, text = node.find(W + "rPr"), ""
        for child in contents(node):
            if child.tag == W + "br" and value(child, "type") in ("page", "column"):
                yield self._run_of(properties, look, text, uri)
                yield Break(value(child, "type") or "page")
                text = ""
            elif child.tag == W + "drawing":
                yield from docx_drawing.drawing(child, self.sheet, self.blocks)
            elif child.tag in (W + "pict", W + "object"):
                yield from docx_drawing.picture(child, self.sheet, self.blocks)
            elif child.tag in (W + "fldChar", W + "instrText"):
                self._field(child)
            elif not (self._fields and (self._fields[-1].startswith("?") or _PAGE_NUMBER.match(self._fields[-1]))):
                text += text_of(child)
        yield self._run_of(properties, look, text, uri or self._field_address())

    def _field(self, node: etree._Element) -> None:
        """Complex fields: `?` marks one whose instruction is still being read."""
        kind = value(node, "fldCharType")
        if kind == "begin":
            self._fields.append("?")
        elif self._fields and kind == "separate":
            self._fields[-1] = self._fields[-1].lstrip("?")
        elif self._fields and kind == "end":
            self._fields.pop()
        elif self._fields and node.tag == W + "instrText":
            self._fields[-1] += node.text or ""

    def _field_address(self) -> str:
        found = next((match for field in self._fields if (match := _INSTRUCTED.search(field))), None)
        return found[1] if found else ""

    def _run_of(self, properties: etree._Element | None, paragraph: Look, text: str, uri: str) -> Run:
        look = self.styles.run(properties, paragraph.get("style"))
        return Run(
            text=text.upper() if look.get("caps") else text,
            size=min(look.get("size", 10.0), 200.0),
            bold=look.get("b", False),
            italic=look.get("i", False),
            colour=look.get("colour", AUTO),
            uri=uri,
            hidden="hidden" if look.get("vanish") else "",
            ground=look.get("ground"),
        )
