"""What stands elsewhere than the text of its column: dates in the margin, facts set against a right edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workers.parsing.types import Line


def in_margin(lines: Sequence[Line], dated: Sequence[object | None]) -> list[int]:
    """The dates beside which the next line begins; none where as much else begins left of that line: a margin holds dates."""
    found = [place for place, pair in enumerate(pairwise(lines)) if dated[place] and _stands_beside(*pair)]
    if not found:
        return []
    text = lines[found[0] + 1]
    others = [line for line, dates in zip(lines, dated, strict=True) if not dates and line.column == text.column]
    return found if sum(line.box.x0 < text.box.x0 - 4 for line in others) < len(found) else []


def _stands_beside(line: Line, below: Line) -> bool:
    return line.page == below.page and below.box.top < line.box.bottom - 1 and below.box.x0 > line.box.x0 + 4


def at_right_edge(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that end together and begin anywhere."""
    for place, (line, below) in enumerate(pairwise(lines)):
        if line.page == below.page and abs(line.box.x1 - below.box.x1) < 1 and abs(line.box.x0 - below.box.x0) > 4:
            yield from (place, place + 1)


def column_edges(lines: Sequence[Line]) -> list[float]:
    """Where the column of each line begins."""
    columns: dict[tuple[int, int], float] = {}
    for line in lines:
        columns[line.column] = min(columns.get(line.column, line.box.x0), line.box.x0)
    return [columns[line.column] for line in lines]
