"""Tables whose cells are drawn: the rules say which words belong together, however narrow their columns are.

Rows are told from horizontal rules, cells from the vertical ones that close them. A row is read as one line with its cells apart,
each closed up; a cell with a text of its own follows line by line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workers.parsing.runs import BULLET, Run, closed_up, rows_of
from workers.parsing.types import Box, Rule, Word

IsHeading = Callable[[str], bool]
THIN = 3.0
NEAR = 3.0
LOWEST, HIGHEST = 7.0, 400.0
# More letters than a title or the name of a school has.
LONG = 60


class Row(NamedTuple):
    """`edges`: where its cells begin and end, from left to right."""

    top: float
    bottom: float
    edges: tuple[float, ...]

    def holds(self, word: Word) -> bool:
        middle = (word.top + word.bottom) / 2
        return self.top < middle < self.bottom and self.edges[0] < (word.x0 + word.x1) / 2 < self.edges[-1]


class _Cell(NamedTuple):
    edge: float
    lines: list[Run]

    @property
    def is_prose(self) -> bool:
        """Longer than a title, or a list."""
        return sum(len(run.text) for run in self.lines) > LONG or any(BULLET.match(run.words[0].text) for run in self.lines)


def apart(words: Sequence[Word], rules: Sequence[Rule], is_heading: IsHeading) -> tuple[list[Word], list[Run]]:
    """The words of a page outside of its tables, and the lines of the tables: each as wide as its table, so that nothing parts it."""
    rest, told = list(words), list[tuple[Row, list[_Cell]]]()
    for row in _rows(rules):
        if inside := [word for word in rest if row.holds(word)]:
            told.append((row, _cells(row, inside)))
            rest = [word for word in rest if not row.holds(word)]
    prose = {(cell.edge, row.edges) for row, cells in told for cell in cells if cell.is_prose}
    return rest, [run for row, cells in told for run in _lines(row, cells, prose, is_heading)]


def _rows(rules: Sequence[Rule]) -> list[Row]:
    """Rows of two cells and more that stand on one another; one alone is a frame around something."""
    boxes = [rule.box for rule in rules]
    across = [box for box in boxes if box.bottom - box.top < THIN and box.x1 - box.x0 > LOWEST]
    down = [box for box in boxes if box.x1 - box.x0 < THIN and box.bottom - box.top > LOWEST]
    if len(across) < 3 or len(down) < 3:
        return []
    rows = [
        row for top, bottom in pairwise(_merged([(box.top + box.bottom) / 2 for box in across])) if (row := _row(top, bottom, across, down))
    ]
    return [
        row for row in rows if any(abs(row.top - one.bottom) < NEAR or abs(row.bottom - one.top) < NEAR for one in rows if one is not row)
    ]


def _row(top: float, bottom: float, across: Sequence[Box], down: Sequence[Box]) -> Row | None:
    """The closed cells between two heights; None where the rules only part texts or stand beside them."""
    if not LOWEST < bottom - top < HIGHEST:
        return None
    beside = [box for box in down if box.top < top + NEAR and box.bottom > bottom - NEAR]
    edges = _merged([(box.x0 + box.x1) / 2 for box in beside])
    if len(edges) < 3:
        return None
    closed = all(_spans([box for box in across if abs((box.top + box.bottom) / 2 - height) < NEAR], edges) for height in (top, bottom))
    return Row(top, bottom, tuple(edges)) if closed else None


def _spans(rules: Sequence[Box], edges: Sequence[float]) -> bool:
    """Without a gap, from the first edge to the last."""
    reached = edges[0]
    for box in sorted(rules):
        if box.x0 < reached + NEAR:
            reached = max(reached, box.x1)
    return reached > edges[-1] - NEAR


def _merged(places: Sequence[float]) -> list[float]:
    """Places nearer than a rule is wide are one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _cells(row: Row, words: Sequence[Word]) -> list[_Cell]:
    parts = ([word for word in words if left < (word.x0 + word.x1) / 2 < right] for left, right in pairwise(row.edges))
    return [_Cell(edge, [Run.of(line) for line in rows_of(part)]) for edge, part in zip(row.edges, parts, strict=False) if part]


def _lines(row: Row, cells: Sequence[_Cell], prose: set[tuple[float, tuple[float, ...]]], is_heading: IsHeading) -> Iterator[Run]:
    parts = list(_parts(cells, [(cell.edge, row.edges) in prose for cell in cells], is_heading))
    step = (row.bottom - row.top) / len(parts)
    for number, words in enumerate(parts):
        top = row.top + number * step
        line = Run.of([word for part in words for word in part])
        yield line._replace(x0=row.edges[0], x1=row.edges[-1], top=top + 0.1 * step, bottom=top + 0.9 * step, cells=tuple(words))


def _parts(cells: Sequence[_Cell], prose: Sequence[bool], is_heading: IsHeading) -> Iterator[list[tuple[Word, ...]]]:
    """A heading alone, then the short cells together, then the lines of the others. A column that holds a text in one row does in all."""
    together = [closed_up(cell.lines).words for cell, is_prose in zip(cells, prose, strict=True) if not is_prose]
    if 0 < len(together) < len(cells) and is_heading(closed_up(cells[0].lines).text):
        yield [together.pop(0)]
    if together:
        yield together
    for cell, is_prose in zip(cells, prose, strict=True):
        if is_prose:
            yield from ([run.words] for run in cell.lines)
