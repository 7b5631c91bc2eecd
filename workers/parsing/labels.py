"""Labels set against what they name: in a margin, each ends at the edge where its text begins, whatever its length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workers.parsing.lines import cells
from workers.parsing.types import Line, Word

NEAR = 1.5
RAGGED = 3.0


def set_against(lines: Sequence[Line]) -> frozenset[tuple[Word, ...]]:
    """The cells of at least two rows that end together, begin anywhere, and have a cell right of them that begins together."""
    rows = [cells(line) for line in lines]
    rows = [row for row in rows if len(row) > 1 and len(row) % 2 == 0]
    return frozenset(label for place in range(0, max(map(len, rows), default=0), 2) for label in _labels(rows, place))


def _labels(rows: Sequence[list[tuple[Word, ...]]], place: int) -> Iterator[tuple[Word, ...]]:
    pairs = [(row[place], row[place + 1]) for row in rows if len(row) > place]
    starts, ends = [label[0].x0 for label, _ in pairs], [label[-1].x1 for label, _ in pairs]
    texts = [text[0].x0 for _, text in pairs]
    if len(pairs) > 1 and _spread(ends) < NEAR and _spread(texts) < NEAR and _spread(starts) > RAGGED:
        yield from (label for label, _ in pairs)


def _spread(places: Sequence[float]) -> float:
    return max(places) - min(places)
