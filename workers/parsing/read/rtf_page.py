"""Paragraphs, tables and text boxes as RTF builds them: properties first, text after, a word to end each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from workers.parsing.read.flow import Block, Break, Cell, Frame, Paragraph, Run, Sheet, Tab, Table

_TWIP = 20.0
_MOST_CELLS = 63
_ALIGN = {"ql": "left", "qr": "right", "qc": "center", "qj": "left"}
_LENGTHS = {"li": "left", "lin": "left", "ri": "right", "rin": "right", "fi": "first", "sb": "before", "sa": "after"}
_PAPER = {"paperw": "width", "paperh": "height", "margl": "left", "margr": "right", "margt": "top", "margb": "bottom"}
_NUMBER = re.compile(r"[\w.()]{1,6}")


class Look(NamedTuple):
    size: float = 12.0
    bold: bool = False
    italic: bool = False
    colour: int = 0
    hidden: str = ""
    caps: bool = False
    uri: str = ""
    ground: int | None = None


class Composer:
    """One stream of text: the body, a header, a text box."""

    def __init__(self, colours: list[int] | None = None) -> None:
        self.colours: list[int] = colours if colours is not None else []
        self.bullet = ""
        self.count = 0
        self._paper: dict[str, float] = {}
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._shape: dict[str, Any] = {}
        self._tab = "left"
        self._edges: list[float] = []
        self._grounds: dict[int, int] = {}
        self._row_left = 0.0
        self._cells: list[list[Block]] = []
        self._cell: list[Block] = []
        self._rows: list[tuple[Cell, ...]] = []

    @staticmethod
    def add_colour(composers: Iterable[Composer], colour: int) -> None:
        for composer in composers:
            composer.colours.append(colour)

    def colour(self, number: int) -> int:
        return self.colours[number] if 0 < number < len(self.colours) else 0

    def sheet(self) -> Sheet:
        paper = {name: max(length, 10.0) for name, length in self._paper.items()}
        sheet = Sheet(**{name: min(length, 3_000.0) for name, length in paper.items()})
        return sheet._replace(width=max(sheet.width, 200.0), height=max(sheet.height, 200.0))

    def say(self, text: str, look: Look) -> None:
        if any(0xD800 <= ord(character) < 0xE000 for character in text) and self._runs:
            # Characters beyond the first plane come as two halves, one after the other.
            text = (self._runs.pop().text if 0xDC00 <= ord(text[0]) < 0xE000 else "") + text
            if 0xDC00 <= ord(text[-1]) < 0xE000:
                text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = text.upper() if look.caps else text
        self._runs.append(Run(text, look.size, look.bold, look.italic, look.colour, look.uri, look.hidden, look.ground))

    def add(self, block: Block) -> None:
        if not self._shape.get("in_table"):
            self._end_table()
        (self._cell if self._shape.get("in_table") else self._blocks).append(block)

    def end_paragraph(self) -> None:
        shape = self._shape
        self.count += 1
        bullet = self.bullet.strip()
        plain = bullet if _NUMBER.fullmatch(bullet) else "•" if bullet else ""
        runs = tuple(run._replace(text=_whole(run.text)) for run in self._runs)
        look = {name: shape[name] for name in ("align", "left", "right", "first", "before", "after") if name in shape}
        look["right"] = max(look.get("right", 0.0), 0.0)
        style = "heading" if shape.get("outline", 9) < 9 else "list" if plain else ""
        self.add(Paragraph(runs or (Run("", 10.0),), tabs=tuple(shape.get("tabs", ())), style=style, bullet=plain, leading=1.17, **look))
        self._runs = []

    def control(self, word: str, number: int | None) -> None:
        """Words about paragraphs, tables and paper; others mean nothing to a reader."""
        length = max(-4_000.0, min((number or 0) / _TWIP, 4_000.0))
        if word in ("par", "sect", "nestrow"):
            self.end_paragraph()
            self.bullet = ""
        elif word == "pard":
            self._shape, self._tab, self.bullet = {}, "left", ""
        elif word == "intbl":
            self._shape["in_table"] = True
        elif word in _ALIGN:
            self._shape["align"] = _ALIGN[word]
        elif word in _LENGTHS:
            self._shape[_LENGTHS[word]] = length
        elif word in ("tqr", "tqc"):
            self._tab = "right" if word == "tqr" else "center"
        elif word == "tx":
            self._shape["tabs"] = [*self._shape.get("tabs", ()), Tab(length, self._tab)][:50]
            self._tab = "left"
        elif word == "outlinelevel":
            self._shape["outline"] = number if number is not None else 9
        elif word in _PAPER and number:
            self._paper[_PAPER[word]] = abs(length)
        else:
            self._table(word, number, length)

    # -- tables

    def _table(self, word: str, number: int | None, length: float) -> None:
        if word == "trowd":
            self._edges, self._grounds, self._row_left = [], {}, 0.0
        elif word == "trleft":
            self._row_left = length
        elif word == "clcbpat" and number:
            self._grounds[len(self._edges)] = self.colour(number)
        elif word == "cellx" and len(self._edges) < _MOST_CELLS:
            self._edges.append(length)
        elif word == "cell":
            self._shape["in_table"] = True
            self.end_paragraph()
            self._cells.append(self._cell)
            self._cell = []
        elif word == "row":
            self._end_row()

    def _end_row(self) -> None:
        cells, self._cells = self._cells[:_MOST_CELLS], []
        while len(self._edges) < len(cells):
            self._edges.append((self._edges[-1] if self._edges else 0.0) + 100.0)
        row, left = [], self._row_left
        for number, blocks in enumerate(cells):
            right = max(self._edges[number], left + 10.0)
            row.append(Cell(tuple(blocks), left, right - left, ground=self._grounds.get(number)))
            left = right
        if row:
            self._rows.append(tuple(row))

    def _end_table(self) -> None:
        if self._rows:
            self._blocks.append(Table(tuple(self._rows)))
            self._rows = []

    def add_frame(self, box: Composer, shape: dict[str, int]) -> None:
        """A text box, where its corners say."""
        corners = [shape.get(f"shp{side}", 0) / _TWIP for side in ("left", "top", "right", "bottom")]
        width, height = max(corners[2] - corners[0], 60.0), max(corners[3] - corners[1], 0.0)
        margin = self._paper.get("left", 56.0)
        # Converters forget to say that a box is placed from the page's edge; one that fills the margin left free for it is.
        from_page = "shpbxpage" in shape or ("shpbxmargin" not in shape and margin > 100.0 and corners[2] <= margin)
        x = corners[0] if from_page else corners[0] + margin
        blocks = tuple(box.finished())
        if blocks:
            self.add(Frame(blocks, min(width, 800.0), min(height, 2_000.0), x, corners[1], "shpbypage" in shape or from_page))

    def finished(self) -> list[Block]:
        """Everything composed; text that nobody ended is ended."""
        if self._runs:
            self.end_paragraph()
        if self._cell or self._cells:
            self._cells += [self._cell] if self._cell else []
            self._cell = []
            self._end_row()
        self._shape = {}
        self._end_table()
        return [block for block in self._blocks if isinstance(block, Break | Frame | Table | Paragraph)]


def _whole(text: str) -> str:
    """Half a surrogate pair is no character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if any(0xD800 <= ord(c) < 0xE000 for c in text) else text


def _is_on(number: int | None) -> bool:
    return number != 0


LOOKS: dict[str, Callable[[Look, int | None, Composer], Look]] = {
    "plain": lambda look, _, __: Look(uri=look.uri),
    "b": lambda look, number, _: look._replace(bold=_is_on(number)),
    "i": lambda look, number, _: look._replace(italic=_is_on(number)),
    "v": lambda look, number, _: look._replace(hidden="hidden" if _is_on(number) else ""),
    "caps": lambda look, number, _: look._replace(caps=_is_on(number)),
    "fs": lambda look, number, _: look._replace(size=max(0.0, min((number if number is not None else 24) / 2, 200.0))),
    "cf": lambda look, number, composer: look._replace(colour=composer.colour(number or 0)),
    "highlight": lambda look, number, _: look._replace(ground=-1 if number else None),
    "chcbpat": lambda look, number, _: look._replace(ground=-1 if number else None),
}
