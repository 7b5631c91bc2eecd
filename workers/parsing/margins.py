"""Words that a narrow left margin breaks over lines: `Di-`, `plôme`, `uni-`, `versi-`, `taire` beside one school."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workers.parsing.cards import look_of
from workers.parsing.runs import BULLET, Row, Run

# No diploma is broken over more lines.
MOST_PIECES = 14
# A margin that breaks words is no wider than so many times their size.
NARROW = 4.5


def broken(rows: Sequence[Row], index: int, widest: float) -> list[Run]:
    """The pieces of what stands in the margin of this row and, alone, right below it; none unless a hyphen parts two of them. A margin
    is at most `widest` points wide."""
    if len(rows[index]) < 2 or rows[index][1].x0 - rows[index][0].x0 > widest:
        return []
    first, text = rows[index][:2]
    pieces = [first]
    for row in rows[index + 1 : index + MOST_PIECES]:
        if len(row) > 1 or not _stands_below(pieces[-1], row[0]) or not _is_piece(pieces[-1], row[0], text.x0):
            break
        pieces.append(row[0])
    return pieces if any(_is_hyphenated(above, below) for above, below in pairwise(pieces)) else []


def _stands_below(above: Run, run: Run) -> bool:
    near = -2 < run.top - above.bottom < 0.5 * (run.bottom - run.top)
    return near and abs(run.x0 - above.x0) < 3 and look_of(run)[:2] == look_of(above)[:2] and not BULLET.match(run.words[0].text)


def _is_piece(above: Run, run: Run, edge: float) -> bool:
    """It ends before the text beside the first row; what cannot be broken runs over that edge, and goes on with a small letter."""
    return run.x1 <= edge or _is_hyphenated(above, run) or run.text[:1].islower()


def _is_hyphenated(above: Run, run: Run) -> bool:
    return len(above.words[-1].text) > 1 and above.text.endswith("-") and run.text[:1].islower()


def parted(row: Row, above: Sequence[Row], below: Sequence[Row], edges: list[float]) -> Row:
    """A narrow label may touch its text: it shows in the rows below, where only the rest of a broken word stands in the margin.
    `edges` are the left edges of text found so; a word that begins at one begins the text of its row too."""
    first = row[0]
    if first.cells:
        return row
    rest = _rest(first, below)
    torn = bool(rest) and (rest[0].text[:1] == "(" or rest[0].text[:1].islower())
    known = _edges_around(first, [*above, *below]) if torn else edges if len(row) > 1 else ()
    cut = next((place for place, word in enumerate(first.words) if place and any(abs(word.x0 - one) < 1.0 for one in known)), 0)
    cut = cut or _cut(first, rest, torn=torn)
    if not cut:
        return row
    edges.append(first.words[cut].x0)
    return [Run.of(first.words[:cut]), Run.of(first.words[cut:]), *row[1:]]


def _rest(first: Run, below: Sequence[Row]) -> list[Run]:
    rest: list[Run] = []
    for other in below:
        close = other[0].top - (rest[-1] if rest else first).bottom < 0.5 * (first.bottom - first.top)
        if len(other) != 1 or not close or abs(other[0].x0 - first.x0) > 2 or other[0].x1 - other[0].x0 > 90:
            break
        rest.append(other[0])
    return rest


def _edges_around(first: Run, rows: Sequence[Row]) -> list[float]:
    """Where the text begins beside the other labels of this margin."""
    return [row[1].x0 for row in rows if len(row) > 1 and abs(row[0].x0 - first.x0) < 2 and is_narrow(row)]


def is_narrow(row: Row) -> bool:
    """Does the text of the row begin close to the left edge of its label?"""
    return row[1].x0 - row[0].x0 < NARROW * row[0].words[0].size


def _cut(first: Run, rest: Sequence[Run], *, torn: bool) -> int:
    """The first word behind all that stands in the margin, where the label is printed bold and much stands beside it."""
    edge = max((run.x1 for run in rest), default=0.0)
    cut = next((place for place, word in enumerate(first.words) if place and word.x0 > edge), 0) if rest else 0
    is_torn = torn or (cut > 0 and first.words[cut - 1].text.endswith("-"))
    return cut if is_torn and first.words[0].bold and first.x1 >= first.words[cut].x0 + 60 else 0
