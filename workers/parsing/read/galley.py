"""Prints flowing blocks on virtual pages: lines beside tables, frames and columns, as word processors do."""

from __future__ import annotations

import math
from collections.abc import Iterable

from workers.parsing.read.flow import A4, UNKNOWN, WHITE, Block, Break, Cell, Columns, Frame, Image, Paragraph, Sheet, Table
from workers.parsing.read.proof import Proof
from workers.parsing.read.setter import Setter
from workers.parsing.types import Box, Document, Picture, Rule

PAGES_READ = 20
CELL_PADDING = 5.4
_SQUEEZE = 0.55
_PLAIN = (None, WHITE, UNKNOWN)


def lay(blocks: Iterable[Block], sheet: Sheet = A4, *, ground: int = WHITE, pages: int = PAGES_READ, is_cut: bool = False) -> Document:
    """Words with positions out of `blocks`; at most `pages` pages are filled, `page_count` is greater when more was there.

    `ground` is the colour of the paper, UNKNOWN where drawings hide it; `is_cut` says that the reader stopped early itself.
    """
    blocks = tuple(blocks)
    proof = Galley(sheet, ground, pages)
    proof.blocks(blocks)
    if proof.fixed:
        # A side bar is often anchored in a paragraph below its own top: the text beside it must know of it before.
        boxes = proof.fixed
        proof = Galley(sheet, ground, pages)
        proof.obstacles = list(boxes)
        proof.blocks(blocks)
    proof.is_cut |= is_cut
    return proof.document()


class Galley(Setter):
    """Blocks one below the other; what stands beside others gets a galley of its own."""

    # -- blocks

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if self.is_full:
                return
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.paragraph(block)
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

    # -- parts with a galley of their own

    def _part(self, blocks: Iterable[Block], x: float, width: float, ground: int | None) -> Galley:
        part = Galley(self.sheet, self.ground if ground is None else ground, self.pages, x=x, width=width)
        part.blocks(blocks)
        return part

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
                if cell.ground not in _PLAIN:
                    x = self.x + table.x + cell.x
                    self.rules.append(Rule(0, Box(x, top, x + cell.width, max(self.y, top + 1)), cell.ground or 0))
            if self.is_full:
                return
        self.y = max([self.y, *open_until.values()])

    def _cell(self, cell: Cell, x: float, top: float) -> float:
        part = self._part(cell.blocks, x + cell.x + CELL_PADDING, cell.width - 2 * CELL_PADDING, cell.ground)
        self.absorb(part, lambda _: (0.0, top))
        return part.y

    def _frame(self, frame: Frame) -> None:
        x = self.x if frame.x is None else frame.x
        part = self._part(frame.blocks, x + 2.0, max(frame.width - 4.0, 20.0), frame.ground)
        top = self.y if frame.x is None else self._anchored(frame.y or 0.0, frame.from_page)
        scale = max(_SQUEEZE, frame.height / part.y) if frame.x is not None and 0 < frame.height < part.y else 1.0
        self.absorb(part, lambda y: (0.0, top + y * (scale - 1.0)))
        box = Box(x, top, x + frame.width, top + max(frame.height, part.y * scale))
        if frame.ground not in _PLAIN:
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
            self.absorb(part, lambda _, top=top: (0.0, top))  # type: ignore[misc]
            end = max(end, top + part.y)
        self.y = end

    def _filled(self, block: Columns, part: Proof) -> None:
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

        self.absorb(part, move)
        self.y = max((word.bottom for word in self.words), default=self.y) if part.words else self.y


def _split(blocks: Iterable[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Break):
            parts.append([])
        else:
            parts[-1].append(block)
    return parts
