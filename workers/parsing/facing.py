"""Headings that go over the whole width of a page, and the entries that stand side by side below them, each with dates of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from workers.parsing.cards import look_of
from workers.parsing.runs import YEAR, Row, Run, beside

IsHeading = Callable[[str], bool]

# Points: how far the left edges of headings and of columns may differ.
SAME_EDGE = 3.0
MOST_COLUMNS = 3
# Points: a column this narrow is a margin.
NARROWEST = 90.0


def spanning(runs: Sequence[Run], is_heading: IsHeading) -> dict[int, float]:
    """Where nothing stands beside any heading of one look, they go over all that stands below them: by run, where it ends."""
    looks: dict[object, list[Run]] = {}
    for run in runs:
        if len(run.text) <= 40 and is_heading(run.text):
            looks.setdefault(look_of(run), []).append(run)
    right = max(run.x1 for run in runs)
    found: dict[int, float] = {}
    for heads in looks.values():
        edge = heads[0].x0
        heads = [head for head in heads if not _is_label(head, runs)]
        if len(heads) > 1 and all(abs(head.x0 - edge) < SAME_EDGE and not _beside(head, runs) for head in heads):
            found |= {id(head): right for head in heads}
    return found


def _is_label(head: Run, runs: Sequence[Run]) -> bool:
    """`Tools   Excel, Sage`: what stands beside a label stands in its row, in another type."""
    near = [run for run in runs if run is not head and run.top < head.bottom - 1 and run.bottom > head.top + 1]
    return bool(near) and all(beside(head, run) and run.x0 > head.x1 and look_of(run) != look_of(head) for run in near)


def _beside(head: Run, runs: Sequence[Run]) -> bool:
    return any(run is not head and run.top < head.bottom - 1 and run.bottom > head.top + 1 for run in runs)


def by_column(runs: Sequence[Run], heads: Mapping[int, float]) -> list[list[Run]]:
    """`runs` cut where entries stand side by side: each column of a band between two headings is a part. One part where none do."""
    parts: list[list[Run]] = [[]]
    for band in _bands(runs, heads):
        columns = _columns(band)
        if len(columns) > 1:
            parts += [*columns, []]
        else:
            parts[-1] += band
    return [part for part in parts if part]


def _bands(runs: Sequence[Run], heads: Mapping[int, float]) -> Iterator[list[Run]]:
    band: list[Run] = []
    for run in sorted(runs, key=lambda run: run.middle):
        if id(run) in heads:
            yield band
            yield [run]
            band = []
        else:
            band.append(run)
    yield band


def _columns(band: Sequence[Run]) -> list[list[Run]]:
    """The first row tells: its pieces come again in the same types, as many times as there are columns, and every column has dates."""
    if len(band) < 4:
        return [list(band)]
    first = sorted((run for run in band if beside(band[0], run)), key=lambda run: run.x0)
    for many in range(2, MOST_COLUMNS + 1):
        size, rest = divmod(len(first), many)
        starts = first[:: size or 1]
        if rest or not size or not _are_alike([first[place : place + size] for place in range(0, len(first), size)]):
            continue
        columns = [[run for run in band if place == sum(run.x0 > start.x0 - 1 for start in starts[1:])] for place in range(many)]
        if _is_grid(columns, starts):
            return columns
    return [list(band)]


def _are_alike(pieces: Sequence[Row]) -> bool:
    told = [[(look_of(run), bool(YEAR.search(run.text))) for run in piece] for piece in pieces]
    return all(one == told[0] for one in told)


def _is_grid(columns: Sequence[Sequence[Run]], starts: Sequence[Run]) -> bool:
    """Nothing runs over into the next column, the last is no wider than the others, and each has something to say of a time."""
    pitch = starts[1].x0 - starts[0].x0
    even = all(abs(after.x0 - start.x0 - pitch) < SAME_EDGE for start, after in pairwise(starts))
    apart = all(run.x1 <= start.x0 for column, start in zip(columns, starts[1:], strict=False) for run in column)
    fits = max(run.x1 for run in columns[-1]) - starts[-1].x0 < pitch + SAME_EDGE
    dated = all(len(column) > 1 and any(YEAR.search(run.text) for run in column) for column in columns)
    told = all(any(not YEAR.search(run.text) for run in column) for column in columns)
    return even and apart and fits and dated and told and pitch > NARROWEST
