"""Prints flowing blocks on virtual pages: one long galley first, cut into pages at the end.

Inside the galley x is measured from the left edge of the paper and y from the top of the first page's text; a page is a
slice of `sheet.text_height`. What overhangs a slice prints into the bottom margin, as it does in word processors.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from workers.parsing.read import metrics, typeset
from workers.parsing.read.flow import UNKNOWN, WHITE, Block, Break, Cell, Columns, Frame, Image, Paragraph, Run, Sheet, Table
from workers.parsing.read.typeset import Piece, Placed
from workers.parsing.types import Box, Document, Hidden, Link, Page, Picture, Rule, Word

PAGES_READ = 20
CELL_PADDING = 5.4
# A paragraph that wraps and one that ends look alike without a little air between them.
PARAGRAPH_AIR = 0.2
_NARROW = 0.25
_SQUEEZE = 0.55

I = TypeVar("I", Word, Link, Picture, Rule, Hidden)  # noqa: E741


def lay(blocks: Iterable[Block], sheet: Sheet = Sheet(), *, ground: int = WHITE, pages: int = PAGES_READ) -> Document:
    """Words with positions out of `blocks`; at most `pages` pages are filled, the Document's `page_count` is greater when more was there.

    `ground` is the colour of the paper, UNKNOWN where drawings hide it.
    """
    blocks = tuple(blocks)
    proof = Galley(sheet, ground, pages)
    proof.blocks(blocks)
    if not proof.fixed:
        return proof.document()
    # A side bar is often anchored in a paragraph below its own top: the text beside it must know of it before.
    galley = Galley(sheet, ground, pages)
    galley.obstacles = list(proof.fixed)
    galley.blocks(blocks)
    return galley.document()


class Galley:
    def __init__(self, sheet: Sheet, ground: int | None, pages: int, *, x: float | None = None, width: float | None = None) -> None:
        self.sheet, self.ground, self.pages = sheet, ground, pages
        self.x = sheet.left if x is None else x
        self.width = sheet.text_width if width is None else max(width, 20.0)
        self.y = 0.0
        self.words: list[Word] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.rules: list[Rule] = []
        self.hidden: list[Hidden] = []
        self.obstacles: list[Box] = []
        self.fixed: list[Box] = []
        self.is_cut = False
        self.is_part = x is not None

    # -- blocks

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if self.y > self.pages * self.sheet.text_height:
                self.is_cut = True
                return
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Frame():
                self._frame(block)
            case Image():
                self._image(block)
            case Columns():
                self._columns(block)
            case Break():
                self._next_page()

    def _next_page(self) -> None:
        height = self.sheet.text_height
        if not self.is_part and self.y % height > 1.0:
            self.y = math.ceil(self.y / height) * height

    def _page_top(self) -> float:
        return self.y // self.sheet.text_height * self.sheet.text_height

    # -- paragraphs

    def _paragraph(self, paragraph: Paragraph) -> None:
        size = max((run.size for run in paragraph.runs), default=10.0)
        self.y += max(paragraph.before, PARAGRAPH_AIR * size if self.words else 0.0)
        top, made = self.y, typeset.pieces(paragraph, self.ground)
        first = paragraph.first
        for line in typeset.hard_lines(made):
            self._hard_line(line, paragraph, first, paragraph.bullet if first == paragraph.first and line else "")
            first = 0.0
        if paragraph.ground not in (None, WHITE, UNKNOWN) and self.y > top:
            self.rules.append(Rule(0, Box(self.x + paragraph.left, top, self.x + self.width, self.y), paragraph.ground or 0))
        self.y += paragraph.after

    def _hard_line(self, line: list[Piece], paragraph: Paragraph, first: float, bullet: str) -> None:
        height = max((piece.run.size for piece in line), default=paragraph.runs[0].size if paragraph.runs else 10.0) * paragraph.leading
        placed: list[Placed] = []
        left, right = self._edges(paragraph, height, bool(line))
        x = max(left + first, 0.0)
        if bullet:
            placed, x = self._bullet(line, bullet, left, first)
        for number, segment in enumerate(typeset.segments(line)):
            if number:
                x = self._after_tab(segment, paragraph, x, left, right)
            while segment:
                count = typeset.fit(segment, right - x)
                taken, segment = segment[:count], segment[count:]
                placed += typeset.place(taken, x + self._slack(paragraph, taken, right - x, number))
                x = placed[-1].x1
                if segment:
                    self._print(placed, paragraph, height, right)
                    placed = []
                    left, right = self._edges(paragraph, height, True)
                    x = left
        self._print(placed, paragraph, height, right)

    def _bullet(self, line: list[Piece], bullet: str, left: float, first: float) -> tuple[list[Placed], float]:
        run = line[0].run._replace(hidden="", uri="")
        start = left + min(first, 0.0)
        end = start + metrics.width(bullet, run.size)
        return [Placed(Piece(bullet, run, end - start, 0.0), start, end)], max(end + 2 * metrics.space(run.size), left + max(first, 0.0))

    def _after_tab(self, segment: list[Piece], paragraph: Paragraph, x: float, left: float, right: float) -> float:
        stop = typeset.next_stop(paragraph.tabs, x - self.x)
        length, at = typeset.length(segment), min(self.x + stop.position, right)
        start = at - length if stop.kind == "right" else at - length / 2 if stop.kind == "center" else self.x + stop.position
        least = x + 3 * metrics.space(segment[0].run.size if segment else 10.0)
        return max(start, least) if start < right - 4 else least

    def _slack(self, paragraph: Paragraph, taken: list[Piece], room: float, number: int) -> float:
        if number or paragraph.align not in ("right", "center"):
            return 0.0
        free = max(0.0, room - typeset.length(taken))
        return free if paragraph.align == "right" else free / 2

    def _edges(self, paragraph: Paragraph, height: float, has_words: bool) -> tuple[float, float]:
        """Left and right end of the next line, beside the frames that stand in its way; goes below them where no room is left."""
        left, right = self.x + paragraph.left, self.x + self.width - paragraph.right
        if right - left < 20.0:
            left, right = self.x, self.x + self.width
        for _ in range(len(self.obstacles) + 1 if has_words else 0):
            inside = [
                box for box in self.obstacles if box.top < self.y + height and self.y < box.bottom and box.x0 < right and left < box.x1
            ]
            if not inside:
                break
            free = _widest_gap(left, right, inside)
            if free[1] - free[0] >= max(60.0, _NARROW * (right - left)):
                return free
            self.y = min(box.bottom for box in inside) + 0.1
        return left, right

    def _print(self, placed: Sequence[Placed], paragraph: Paragraph, height: float, right: float) -> None:
        base = self.y + height * 0.8
        for piece, x0, x1 in placed:
            run = piece.run
            box = Box(x0, base - 0.92 * run.size, max(x0 + 0.5, min(x1, right)) if x0 < right else x1, base + 0.22 * run.size)
            if run.hidden:
                self.hidden.append(Hidden(piece.text, run.hidden, 0, box))
                continue
            self.words.append(Word(piece.text, 0, *box, run.size, run.bold, run.italic, run.colour, paragraph.style))
            if run.uri:
                self._link(run, box)
        self.y += height

    def _link(self, run: Run, box: Box) -> None:
        last = self.links[-1] if self.links else None
        if last and last.uri == run.uri and abs(last.box.top - box.top) < 1.0:
            self.links[-1] = last._replace(box=last.box._replace(x1=box.x1))
        else:
            self.links.append(Link(run.uri, 0, box))

    # -- parts with a galley of their own

    def _part(self, blocks: Iterable[Block], x: float, width: float, ground: int | None) -> Galley:
        part = Galley(self.sheet, self.ground if ground is None else ground, self.pages, x=x, width=width)
        part.blocks(blocks)
        self.is_cut |= part.is_cut
        return part

    def _absorb(self, part: Galley, move: Callable[[float], tuple[float, float]]) -> None:
        """Take over what `part` holds; `move` gives (dx, dy) for a top."""
        self.words += [
            word._replace(x0=word.x0 + dx, x1=word.x1 + dx, top=word.top + dy, bottom=word.bottom + dy)
            for word in part.words
            for dx, dy in (move(word.top),)
        ]
        self.links += _moved(part.links, move)
        self.pictures += _moved(part.pictures, move)
        self.rules += _moved(part.rules, move)
        self.hidden += _moved(part.hidden, move)

    def _table(self, table: Table) -> None:
        open_until: dict[int, float] = {}
        for number, row in enumerate(table.rows):
            top, bottom = self.y, self.y + 2.0
            for cell in row:
                end = top + self._cell(cell, self.x + table.x, top)
                last = number + cell.rows - 1
                open_until[last] = max(open_until.get(last, 0.0), end)
            self.y = max(bottom, open_until.get(number, 0.0))
            for cell in row:
                if cell.ground not in (None, WHITE, UNKNOWN):
                    x = self.x + table.x + cell.x
                    self.rules.append(Rule(0, Box(x, top, x + cell.width, max(self.y, top + 1)), cell.ground or 0))
            if self.y > self.pages * self.sheet.text_height:
                self.is_cut = True
                return
        self.y = max([self.y, *open_until.values()])

    def _cell(self, cell: Cell, x: float, top: float) -> float:
        part = self._part(cell.blocks, x + cell.x + CELL_PADDING, cell.width - 2 * CELL_PADDING, cell.ground)
        self._absorb(part, lambda _: (0.0, top))
        return part.y

    def _frame(self, frame: Frame) -> None:
        x = self.x if frame.x is None else frame.x
        part = self._part(frame.blocks, x + 2.0, max(frame.width - 4.0, 20.0), frame.ground)
        top = self.y if frame.x is None else self._anchored(frame.y or 0.0, frame.from_page)
        scale = max(_SQUEEZE, frame.height / part.y) if frame.x is not None and 0 < frame.height < part.y else 1.0
        self._absorb(part, lambda y: (0.0, top + y * (scale - 1.0)))
        box = Box(x, top, x + frame.width, top + max(frame.height, part.y * scale))
        if frame.ground not in (None, WHITE, UNKNOWN):
            self.rules.append(Rule(0, box, frame.ground or 0))
        if frame.x is None:
            self.y = max(self.y, top + part.y)
        elif part.words:
            self.obstacles.append(box)
            self.fixed += [box] if frame.from_page else []

    def _anchored(self, y: float, from_page: bool) -> float:
        top = self._page_top()
        place = top - self.sheet.top + y if from_page else self.y + y
        return max(place, top) if top else place

    def _image(self, image: Image) -> None:
        if image.x is not None:
            top = self._anchored(image.y or 0.0, image.from_page)
            self.pictures.append(Picture(0, Box(image.x, top, image.x + image.width, top + image.height)))
            return
        height = min(image.height, self.sheet.text_height)
        self.pictures.append(Picture(0, Box(self.x, self.y, self.x + image.width, self.y + height)))
        self.y += height if height > 20.0 else 0.0

    def _columns(self, block: Columns) -> None:
        parts = _split(block.blocks)
        if len(parts) == 1:
            self._filled(block, self._part(parts[0], self.x + block.columns[0][0], block.columns[0][1], None))
            return
        top = end = self.y
        for number, blocks in enumerate(parts):
            if number and number % len(block.columns) == 0:
                self.y = end
                self._next_page()
                top = self.y
            x, width = block.columns[number % len(block.columns)]
            part = self._part(blocks, self.x + x, width, None)
            self._absorb(part, lambda _, top=top: (0.0, top))  # type: ignore[misc]
            end = max(end, top + part.y)
        self.y = end

    def _filled(self, block: Columns, part: Galley) -> None:
        count, height, top = len(block.columns), self.sheet.text_height, self.y
        room = height - top % height
        if block.balanced and part.y < room * count:
            room = part.y / count + 8.0

        def move(y: float) -> tuple[float, float]:
            y = max(y, 0.0)
            number, start, depth = (0, 0.0, room) if y < room * count else (1, room * count, height)
            column = min(int((y - start) / depth), 1_000)
            page_top = top if not number else (top // height + 1 + column // count) * height
            return block.columns[column % count][0] - block.columns[0][0], page_top - (start + column * depth)

        self._absorb(part, move)
        self.y = max((word.bottom for word in self.words), default=self.y) if part.words else self.y

    # -- pages

    def document(self) -> Document:
        height, sheet = self.sheet.text_height, self.sheet
        wanted = max(1, math.ceil(max([self.y, *(word.bottom for word in self.words)]) / height - 0.02))
        count = min(wanted, self.pages)

        def page(top: float, bottom: float) -> tuple[int, float]:
            number = max(0, int(((top + bottom) / 2) // height))
            return number + 1, sheet.top - number * height

        words = [
            word._replace(page=number, top=word.top + dy, bottom=word.bottom + dy)
            for word in self.words
            for number, dy in (page(word.top, word.bottom),)
            if number <= count
        ]
        return Document(
            pages=tuple(Page(number + 1, sheet.width, sheet.height) for number in range(count)),
            words=tuple(words),
            links=tuple(_paged(self.links, page, count)),
            pictures=tuple(_paged(self.pictures, page, count)),
            rules=tuple(_paged(_cut_rules(self.rules, height), page, count)),
            hidden=tuple(_paged(self.hidden, page, count)),
            page_count=max(wanted, count + 1) if self.is_cut else wanted,
        )


def _moved(items: list[I], move: Callable[[float], tuple[float, float]]) -> list[I]:
    made = []
    for item in items:
        box: Box = item.box  # type: ignore[union-attr]
        dx, dy = move(box.top)
        made.append(item._replace(box=Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)))  # type: ignore[call-arg]
    return made


def _paged(items: list[I], page: Callable[[float, float], tuple[int, float]], count: int) -> list[I]:
    made = []
    for item in items:
        box: Box = item.box  # type: ignore[union-attr]
        number, dy = page(box.top, box.bottom)
        if number <= count:
            made.append(item._replace(page=number, box=Box(box.x0, box.top + dy, box.x1, box.bottom + dy)))  # type: ignore[call-arg]
    return made


def _cut_rules(rules: list[Rule], height: float) -> list[Rule]:
    """A ground that runs over pages becomes one box on each."""
    made = []
    for rule in rules:
        top = rule.box.top
        while (edge := (top // height + 1) * height) < rule.box.bottom - 1.0 and len(made) < 10_000:
            made.append(rule._replace(box=rule.box._replace(top=top, bottom=edge)))
            top = edge
        made.append(rule._replace(box=rule.box._replace(top=top)))
    return made


def _widest_gap(left: float, right: float, boxes: list[Box]) -> tuple[float, float]:
    best, start = (left, left), left
    for box in sorted(boxes):
        if box.x0 - start > best[1] - best[0]:
            best = (start, box.x0)
        start = max(start, box.x1)
    return (start, right) if right - start > best[1] - best[0] else best


def _split(blocks: Iterable[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Break):
            parts.append([])
        else:
            parts[-1].append(block)
    return parts
