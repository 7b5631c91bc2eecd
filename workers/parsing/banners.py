"""Rows whose type makes their order another than the height's: names in large type, headings centred on a block.

A name in large type over two lines beside the small lines of an address is a block by itself; a heading in the margin may stand
beside the middle of its text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workers.parsing.runs import Row, Run

LARGE = 2.0
IsHeading = Callable[[str], bool]


def large_first(rows: Sequence[Row]) -> list[Row]:
    """The lines of a block in large type one after the other, then the small lines beside it, those that begin higher too."""
    found: list[Row] = []
    held: list[Row] = []
    for row in rows:
        large = _large(row)
        if large:
            while found and not held and _begins_beside(found[-1], large[0]):
                held.insert(0, found.pop())
            found.append(large)
            held.append([run for run in row if run not in large])
        elif held and _is_next_line(found[-1][0], row[0]):
            found.append(row)
        elif held and row[0].top < found[-1][0].bottom:
            held.append(row)
        else:
            found += [*held, row]
            held = []
    return found + held


def _begins_beside(row: Row, large: Run) -> bool:
    """A row of small lines right of the first line of large type, printed a little higher."""
    return all(run.x0 > large.x1 and run.bottom > large.top and LARGE * run.words[0].size <= large.words[0].size for run in row)


def _is_next_line(above: Run, run: Run) -> bool:
    size: float = above.words[0].size
    return bool(abs(run.words[0].size - size) < 0.1 * size) and abs(run.x0 - above.x0) < 3 and run.top - above.bottom < 0.8 * size


def _large(row: Row) -> Row:
    """The runs of twice the type of the smallest one."""
    if len(row) < 2:
        return []
    sizes = [run.words[0].size for run in row if any(map(str.isalnum, run.text))]
    smallest = min(sizes, default=0.0)
    return [run for run in row if smallest and run.words[0].size >= LARGE * smallest]


def headings_first(rows: Sequence[Row], is_heading: IsHeading) -> list[Row]:
    """A margin heading that stands between two lines of its text comes before them."""
    found: list[Row] = []
    for place, row in enumerate(rows):
        between = len(row) == 1 and 0 < place < len(rows) - 1 and _between(rows[place - 1][0], row[0], rows[place + 1][0])
        if between and found and is_heading(row[0].text):
            found.insert(-1, row)
        else:
            found.append(row)
    return found


def _between(above: Run, heading: Run, below: Run) -> bool:
    """Two lines of one paragraph begin right of the heading, no further apart than it is high. What begins at its height it heads."""
    height, line = heading.bottom - heading.top, heading.words[0].bottom - heading.words[0].top
    close = above.bottom > heading.top - 0.35 * height and below.top - above.bottom < 0.8 * height
    is_higher = heading.top < below.top - 0.1 * line
    return close and is_higher and above.x0 > heading.x1 and abs(above.x0 - below.x0) < 3
