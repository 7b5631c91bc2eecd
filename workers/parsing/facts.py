"""Dates, employer and place in a narrow column, and what was done there beside them: each entry is read left, then right.

White space parts both sides at the same heights; the columns of a page have white space where they happen to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workers.parsing.dates import find_ranges, read_dates
from workers.parsing.runs import YEAR, Row, Run

IsHeading = Callable[[str], bool]
LONGEST_DATE = 45
# Sides of an entry: see `Line`.
FACTS, TEXT = 1, 2
# A name of an employer has more letters.
LEAST_LETTERS = 2
# Of the height of a line: less white does not part two entries.
LEAST_WHITE = 0.45
# Points between what begins at one height.
LEVEL = 3.0
# Points: dates and names need as much.
NARROWEST = 60.0
# The narrow column takes less than so much of the width.
WIDEST = 0.47
# Points: how far left of a text its column may be cut.
EDGE = 1.0


class Block(NamedTuple):
    """What stands between two white bands that go over both sides."""

    left: list[Run]
    right: list[Run]

    @property
    def tells_facts(self) -> bool:
        """A date and something else, on more lines than one, beside text."""
        return bool(self.right) and self.holds_facts

    @property
    def holds_facts(self) -> bool:
        dated = any(is_date(run) for run in self.left)
        return dated and _says_more(self.left) and not any(is_only_date(run) for run in self.right)


def is_date(run: Run) -> bool:
    return len(run.text) < LONGEST_DATE and bool(YEAR.search(run.text))


def is_only_date(run: Run) -> bool:
    return is_date(run) and any(found.finish - found.begin >= len(run.text.strip("() ")) for found in find_ranges(run.text))


def _says_more(facts: Sequence[Run]) -> bool:
    """A date alone may be broken over several lines: without it something is left."""
    said = " ".join(run.text for run in facts)
    ranges, dates = read_dates(said)
    spans = [(found.begin, found.finish) for found in ranges] + [(found.begin, found.finish) for found in dates]
    for begin, finish in sorted(spans, reverse=True):
        said = said[:begin] + said[finish:]
    return len(facts) > 1 and sum(map(str.isalpha, said)) > LEAST_LETTERS


def blocks(left: Sequence[Run], right: Sequence[Run]) -> list[Block]:
    found: list[Block] = []
    bottom = -1.0
    sides = {id(run) for run in left}
    # A title in larger type begins a little higher than the date it stands beside.
    for run in sorted((*left, *right), key=lambda run: run.top - LEVEL * (id(run) in sides)):
        white = run.top - bottom > LEAST_WHITE * (run.bottom - run.top)
        if not found or white or _is_next(found[-1], run, is_left=id(run) in sides):
            found.append(Block([], []))
        (found[-1].left if id(run) in sides else found[-1].right).append(run)
        bottom = max(bottom, run.bottom)
    return found


def _is_next(block: Block, run: Run, *, is_left: bool) -> bool:
    """Where a date stands over the facts, the next date opens the next entry."""
    opened = bool(block.left) and is_date(block.left[0]) and len(block.left) > 1
    return is_left and opened and is_only_date(run) and run.top > max((other.bottom for other in block.right), default=0.0) - 2


def are_entries(found: Sequence[Block]) -> bool:
    """Two and more tell facts, and hardly any has something on both sides and does not."""
    facts = sum(block.tells_facts for block in found)
    return facts > 1 and facts >= 0.6 * sum(bool(block.left and block.right) for block in found)


def in_turn(rows: Sequence[Row], is_heading: IsHeading) -> list[tuple[int, list[Run]]]:
    """The runs of a column cut so that the facts of an entry (side 1) come before what stands beside them (2); all is one part (0)
    where it has none."""
    runs = [run for row in rows for run in row]
    x = _gutter(rows, is_heading)
    if x is None:
        return [(0, runs)]
    parts: list[tuple[int, list[Run]]] = [(0, [])]
    for block in _crossed(runs, x, is_heading):
        if block.holds_facts:
            parts += [(FACTS, block.left), (TEXT, block.right), (0, [])]
        else:
            parts[-1][1].extend((*block.left, *block.right))
    return [part for part in parts if part[1]]


def _gutter(rows: Sequence[Row], is_heading: IsHeading) -> float | None:
    """The left edge of the text beside the facts."""
    if sum(len(row) > 1 for row in rows) < 2:
        return None
    runs = [run for row in rows for run in row]
    left, right = min([run.x0 for run in runs]), max([run.x1 for run in runs])
    widest = left + WIDEST * (right - left)
    if sum([run.x1 < widest and is_date(run) for run in runs]) < 2:
        return None
    starts = Counter([round(run.x0) for run in runs if left + NARROWEST < run.x0 < widest])
    # Lists begin inside their text.
    often = sorted(start - EDGE for start, count in starts.most_common(4) if count > 1)
    return next((x for x in often if are_entries(_crossed(runs, x, is_heading))), None)


def _crossed(runs: Sequence[Run], x: float, is_heading: IsHeading) -> list[Block]:
    """Blocks, those that a line over both sides or a heading ends among them."""
    found: list[Block] = []
    band: list[Run] = []
    for run in sorted(runs, key=lambda run: run.middle):
        if run.x0 < x < run.x1 or (run.x0 < x and is_heading(run.text)):
            found += [*_parted(band, x), Block([run], [])]
            band = []
        else:
            band.append(run)
    return [*found, *_parted(band, x)]


def _parted(band: Sequence[Run], x: float) -> list[Block]:
    return blocks([run for run in band if run.x0 < x], [run for run in band if run.x0 >= x])
