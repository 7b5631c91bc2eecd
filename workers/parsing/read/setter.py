"""Sets paragraphs into lines: indents, bullets, tab stops, alignment, the room that frames leave."""

from __future__ import annotations

from collections.abc import Sequence

from workers.parsing.read import metrics, typeset
from workers.parsing.read.flow import UNKNOWN, WHITE, Paragraph, Run, Sheet
from workers.parsing.read.proof import Proof
from workers.parsing.read.typeset import Piece, Placed
from workers.parsing.types import REST, Box, Hidden, Link, Rule, Word

# A paragraph that wraps and one that ends look alike without a little air between them.
PARAGRAPH_AIR = 0.2
_NARROW = 0.25
_PLAIN = (None, WHITE, UNKNOWN)


class Setter(Proof):
    """One column of text: `x` is its left edge, `y` how far it is filled, `obstacles` stand in its way."""

    def __init__(self, sheet: Sheet, ground: int, pages: int, *, x: float | None = None, width: float | None = None) -> None:
        super().__init__(sheet, pages)
        self.ground = ground
        self.x = sheet.left if x is None else x
        self.width = sheet.text_width if width is None else max(width, 20.0)
        self.obstacles: list[Box] = []
        self.fixed: list[Box] = []
        self.is_part = x is not None

    def paragraph(self, paragraph: Paragraph) -> None:
        size = max((run.size for run in paragraph.runs), default=10.0)
        self.y += max(paragraph.before, PARAGRAPH_AIR * size if self.words else 0.0)
        top, made = self.y, typeset.pieces(self._shortened(paragraph), self.ground)
        first = paragraph.first
        for line in typeset.hard_lines(made):
            self._hard_line(line, paragraph, first, paragraph.bullet if first == paragraph.first and line else "")
            first = 0.0
        if paragraph.ground not in _PLAIN and self.y > top:
            self.rules.append(Rule(0, Box(self.x + paragraph.left, top, self.x + self.width, self.y), paragraph.ground or 0))
        self.y += paragraph.after

    def _shortened(self, paragraph: Paragraph) -> Paragraph:
        """Nobody prints a paragraph of forty thousand characters: what follows is left unread, and said so."""
        if sum(len(run.text) for run in paragraph.runs) <= typeset.MOST_TEXT:
            return paragraph
        self.is_cut = True
        return paragraph._replace(runs=tuple(typeset.first_text(paragraph.runs)))

    def _hard_line(self, line: list[Piece], paragraph: Paragraph, first: float, bullet: str) -> None:
        height = max((piece.run.size for piece in line), default=paragraph.runs[0].size if paragraph.runs else 10.0) * paragraph.leading
        placed: list[Placed] = []
        is_rest = False
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
                    self._print(placed, paragraph, height, right, is_rest)
                    placed, is_rest = [], True
                    left, right = self._edges(paragraph, height, True)
                    x = left
        self._print(placed, paragraph, height, right, is_rest)

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

    def _print(self, placed: Sequence[Placed], paragraph: Paragraph, height: float, right: float, is_rest: bool) -> None:
        base, style = self.y + height * 0.8, REST if is_rest else paragraph.style
        for piece, x0, x1 in placed:
            run = piece.run
            box = Box(x0, base - 0.92 * run.size, max(x0 + 0.5, min(x1, right)) if x0 < right else x1, base + 0.22 * run.size)
            if run.hidden:
                self.hidden.append(Hidden(piece.text, run.hidden, 0, box))
                continue
            self.words.append(Word(piece.text, 0, *box, run.size, run.bold, run.italic, run.colour, style))
            style = paragraph.style
            if run.uri:
                self._link(run, box)
        self.y += height

    def _link(self, run: Run, box: Box) -> None:
        last = self.links[-1] if self.links else None
        if last and last.uri == run.uri and abs(last.box.top - box.top) < 1.0:
            self.links[-1] = last._replace(box=last.box._replace(x1=box.x1))
        else:
            self.links.append(Link(run.uri, 0, box))


def _widest_gap(left: float, right: float, boxes: list[Box]) -> tuple[float, float]:
    best, start = (left, left), left
    for box in sorted(boxes):
        if box.x0 - start > best[1] - best[0]:
            best = (start, box.x0)
        start = max(start, box.x1)
    return (start, right) if right - start > best[1] - best[0] else best
