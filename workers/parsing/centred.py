"""Headings in a left margin, each at half the height of its section: they come before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from workers.parsing.cards import look_of
from workers.parsing.runs import Row, Run, closed_up

IsHeading = Callable[[str], bool]
LONGEST = 40
# Points between the middle of a heading and that of its section, under which white may stand.
NEAR = 5.0
# White between two sections, in heights of a line: the widest that parts them tells.
WHITES = (2.5, 1.8, 1.2, 0.8)
# Points: a margin of headings is as wide.
NARROWEST = 50.0
# A margin has at least so many headings, or it is none.
LEAST = 2


class _Head(NamedTuple):
    """A heading and the runs it is made of: a narrow margin breaks it."""

    runs: list[Run]

    @property
    def middle(self) -> float:
        return (self.runs[0].top + self.runs[-1].bottom) / 2


def centred_first(rows: list[Row], is_heading: IsHeading) -> list[Row]:
    if not _may_have_margin(rows):
        return rows
    heads = list(_heads(rows, is_heading))
    edge = max((run.x1 for head in heads for run in head.runs), default=0.0)
    if len(heads) < LEAST or sum(row[-1].x0 > edge for row in rows) < 2 * len(heads):
        return rows
    placed = {index: head for head in heads if (index := _first_row(rows, head, heads, edge)) is not None}
    if len(placed) < LEAST:
        return rows
    moved = {id(run) for head in placed.values() for run in head.runs}
    found: list[Row] = []
    for index, row in enumerate(rows):
        found += [[closed_up(placed[index].runs)]] if index in placed else []
        found += [kept] if (kept := [run for run in row if id(run) not in moved]) else []
    return found


def _may_have_margin(rows: Sequence[Row]) -> bool:
    """Beside a margin of headings most rows have nothing in it."""
    left = min(row[0].x0 for row in rows)
    return len(rows) > 3 and sum([row[0].x0 > left + NARROWEST for row in rows]) > 0.4 * len(rows)


def _heads(rows: Sequence[Row], is_heading: IsHeading) -> Iterator[_Head]:
    taken: set[int] = set()
    for index, row in enumerate(rows):
        if id(row[0]) in taken or len(row[0].text) > LONGEST or not row[0].text[:1].isalpha():
            continue
        runs = [row[0], *_below(row[0], rows[index + 1 : index + 4])]
        if head := next((runs[:size] for size in range(len(runs), 0, -1) if is_heading(" ".join(run.text for run in runs[:size]))), None):
            taken |= {id(run) for run in head}
            yield _Head(head)


def _below(run: Run, rows: Sequence[Row]) -> list[Run]:
    """What goes on in the margin in the same type right below."""
    found: list[Run] = []
    for row in rows:
        above, below = (found or [run])[-1], row[0]
        if look_of(below) == look_of(run) and -2 < below.top - above.bottom < 0.6 * (run.bottom - run.top) and below.x0 < above.x1:
            found.append(below)
    return found


def _first_row(rows: Sequence[Row], head: _Head, heads: Sequence[_Head], edge: float) -> int | None:
    """The first row of the section that the heading, alone, stands beside the middle of, where that is not the row it stands in."""
    texts = [(index, [run for run in row if run.x0 > edge]) for index, row in enumerate(rows)]
    extents = [(index, min(run.top for run in text), max(run.bottom for run in text)) for index, text in texts if text]
    for white in WHITES:
        for block in _blocks(extents, white):
            middle = (block[0][1] + block[-1][2]) / 2
            inside = len(block) > 1 and head.runs[0].top > block[0][1] + 1
            alone = sum(block[0][1] < one.middle < block[-1][2] for one in heads) == 1
            if alone and abs(middle - head.middle) < NEAR and (inside or len(head.runs) > len(block)):
                return block[0][0]
    return None


def _blocks(extents: Sequence[tuple[int, float, float]], white: float) -> Iterator[list[tuple[int, float, float]]]:
    block: list[tuple[int, float, float]] = []
    for one in extents:
        if block and one[1] - block[-1][2] > white * (one[2] - one[1]):
            yield block
            block = []
        block.append(one)
    if block:
        yield block
