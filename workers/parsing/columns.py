"""Runs → regions in reading order: where a page has columns, and where rows only look like columns.

A gap that no run crosses may part two columns, or a title from the date at the right edge, or a label from its text.
Which it is, a table of observations decides; every column found is searched again inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from workers.parsing.types import Box, Rule, Word

IsHeading = Callable[[str], bool]
BULLET = re.compile(r"[•‣▪▫●○◦◆◇■□–—\-*»›>➢➤✓✔·∙⚫⬤→o§♦]{1,2}\Z")
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{2}\b")


class Run(NamedTuple):
    """Words in one row without a wide gap."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    text: str

    @classmethod
    def of(cls, words: Sequence[Word]) -> Run:
        return cls(
            tuple(words),
            words[0].x0,
            min(word.top for word in words),
            words[-1].x1,
            max(word.bottom for word in words),
            " ".join(word.text for word in words),
        )

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Row = list[Run]


class Region(NamedTuple):
    """A column, or the full width between two of them."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    runs: tuple[Run, ...]
    is_below: bool = False


class Split(NamedTuple):
    """A gap at `x` between `top` and `bottom` of the page that no run crosses."""

    x: float
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    above: tuple[Run, ...]
    below: tuple[Run, ...]

    def shared(self) -> Split:
        """Only the height where both sides have something to say."""
        top = max(min(run.top for run in self.left), min(run.top for run in self.right)) - 3
        bottom = min(max(run.bottom for run in self.left), max(run.bottom for run in self.right)) + 3
        inside = [tuple(run for run in side if top < run.middle < bottom) or side for side in (self.left, self.right)]
        return self._replace(left=inside[0], right=inside[1])

    @property
    def fewer(self) -> tuple[Run, ...]:
        return min(self.left, self.right, key=len)

    @property
    def more(self) -> tuple[Run, ...]:
        return self.right if self.fewer is self.left else self.left


def regions(runs: Sequence[Run], rules: tuple[Rule, ...], is_heading: IsHeading) -> list[Region]:
    """The regions of one page in reading order."""
    if not runs:
        return []
    found: list[Region] = []
    for part in _parts(_at_stops(runs), rules, is_heading, 0):
        is_below = any(region.bottom <= min(run.top for run in part) + 2 for region in found)
        found.append(_region(part, is_below))
    return found


def _at_stops(runs: Sequence[Run]) -> list[Run]:
    """Cut runs again where a word begins at a left edge that many runs share: gutters can be as narrow as two spaces, and a date
    may fill its margin to the last point."""
    starts: dict[int, list[float]] = {}
    for run in runs:
        starts.setdefault(round(run.x0), []).append(run.x0)
    stops = [(sum(places) / len(places), count) for place, places in starts.items() if (count := _near(starts, place)) >= 3]
    found: list[Run] = []
    for run in runs:
        words, begin = run.words, 0
        for place in range(1, len(words)):
            if _stops(words[place - 1], words[place], stops):
                found.append(Run.of(words[begin:place]))
                begin = place
        found.append(Run.of(words[begin:]) if begin else run)
    return found


def _near(starts: dict[int, list[float]], place: int) -> int:
    return sum(len(starts.get(place + step, ())) for step in (-1, 0, 1))


def _stops(before: Word, word: Word, stops: Sequence[tuple[float, int]]) -> bool:
    if BULLET.match(before.text):
        return False
    gap = word.x0 - before.x1
    reach = 1.5 if gap > 0.42 * word.size else 0.7 if before.bold != word.bold or before.colour != word.colour else 0.0
    enough = 3 if before.bold != word.bold else 5
    return gap > 0.15 * word.size and any(abs(word.x0 - stop) < reach and count >= enough for stop, count in stops)


def _region(runs: Sequence[Run], is_below: bool) -> Region:
    x0, x1 = min(run.x0 for run in runs), max(run.x1 for run in runs)
    return Region(runs[0].words[0].page, x0, min(run.top for run in runs), x1, max(run.bottom for run in runs), tuple(runs), is_below)


def _parts(runs: list[Run], rules: tuple[Rule, ...], is_heading: IsHeading, depth: int) -> list[list[Run]]:
    best: tuple[float, Split] | None = None
    for split in _splits(runs) if depth < 4 else ():
        if min(_rows(split.left), _rows(split.right)) < 4 or not _is_tall(split):
            continue
        shared = split.shared()
        score = DOUBT + sum(points * feature(shared, rules, is_heading) for feature, points in FEATURES)
        score += 0.002 * min(len(split.left), len(split.right))
        if score > 0 and (best is None or score > best[0]):
            best = score, split
    if best is None:
        return [runs]
    split = best[1]
    parts = [_parts(list(side), rules, is_heading, depth + 1) for side in (split.above, split.left, split.right, split.below) if side]
    return [part for nested in parts for part in nested]


def _splits(runs: list[Run]) -> list[Split]:
    """Left edges that three runs share, and at each the tallest bands that nothing crosses."""
    edges: dict[int, list[float]] = {}
    leftmost = min(run.x0 for run in runs)
    for run in runs:
        if run.x0 > leftmost + 20:
            edges.setdefault(round(run.x0 / 3), []).append(run.x0)
    candidates = sorted(min(places) for key, places in edges.items() if len(places) + len(edges.get(key + 1, ())) >= 3)
    ordered = sorted(runs, key=lambda run: run.middle)
    return [split for x in candidates for split in _bands(ordered, x - 1.0)]


def _bands(ordered: list[Run], x: float) -> list[Split]:
    """The bands of the page between the runs that cross `x`, where both sides have something to say."""
    crossing = [index for index, run in enumerate(ordered) if run.x0 < x < run.x1 - 1.0 and not _sticks_out(run, x)]
    found: list[Split] = []
    for before, after in zip([-1, *crossing], [*crossing, len(ordered)], strict=True):
        band = ordered[before + 1 : after]
        left, right = tuple(run for run in band if run.x0 < x), tuple(run for run in band if run.x0 >= x)
        if left and right:
            found.append(Split(x, left, right, tuple(ordered[: before + 1]), tuple(ordered[after:])))
    return found


def _sticks_out(run: Run, x: float) -> bool:
    """An address or a name that cannot break runs over the edge of its narrow column."""
    last = run.words[-1]
    long = len(run.words) == 1 or bool(re.search(r"[@/]|\w\.\w", last.text))
    return last.x0 < x - 20 and x - run.x0 > 0.5 * (run.x1 - run.x0) and long


def _width(side: tuple[Run, ...]) -> float:
    return max(run.x1 for run in side) - min(run.x0 for run in side)


def _rows(side: tuple[Run, ...]) -> int:
    middles = sorted(run.middle for run in side)
    return 1 + sum(after - before > 4 for before, after in pairwise(middles))


def _extent(side: tuple[Run, ...]) -> float:
    return max(run.bottom for run in side) - min(run.top for run in side)


def _is_tall(split: Split) -> bool:
    shared = min(max(run.bottom for run in split.left), max(run.bottom for run in split.right)) - max(
        min(run.top for run in split.left), min(run.top for run in split.right)
    )
    return shared > 60


def _clusters(side: tuple[Run, ...]) -> list[list[Run]]:
    """Lines that follow one another closely."""
    found: list[list[Run]] = []
    for run in sorted(side, key=lambda run: run.middle):
        if found and run.top - found[-1][-1].bottom < 0.7 * (run.bottom - run.top):
            found[-1].append(run)
        else:
            found.append([run])
    return found


def _aligned(run: Run, others: tuple[Run, ...]) -> bool:
    near = 0.22 * (run.bottom - run.top)
    return any(
        abs(run.middle - other.middle) < near or abs(run.bottom - other.bottom) < 0.6 * near or abs(run.top - other.top) < 0.6 * near
        for other in others
    )


def _share(items: Sequence[Run], test: Callable[[Run], bool]) -> float:
    return sum(map(test, items)) / len(items) if items else 0.0


def on_ground(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Sidebars often stand on a coloured ground that ends where the column ends."""

    def holds(box: Box, side: tuple[Run, ...]) -> float:
        return _share(side, lambda run: box.x0 - 2 <= run.x0 and run.x1 <= box.x1 + 2 and box.top <= run.middle <= box.bottom)

    tall = [rule.box for rule in rules if rule.box.bottom - rule.box.top > 150 and rule.box.x1 - rule.box.x0 > 60]
    return float(
        any(
            holds(box, one) > 0.8 and holds(box, other) < 0.1
            for box in tall
            for one, other in ((split.left, split.right), (split.right, split.left))
        )
    )


def dates_only(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """A narrow side of years is a margin of dates, not a column; a place may stand under each."""
    blocks = _clusters(split.fewer)
    dated = sum(len(block) <= 4 and any(YEAR.search(run.text) and len(run.text) < 45 for run in block) for block in blocks)
    return float(dated > 0.6 * len(blocks))


def labels_only(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Headings may stand in the margin, each beside its section."""
    return float(_share(split.fewer, lambda run: is_heading(run.text)) > 0.6)


def headings_on_both(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    return float(any(is_heading(run.text) for run in split.left) and any(is_heading(run.text) for run in split.right))


def aligned_tops(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Labels and dates start at the height of what they belong to; the blocks of a column where they happen to."""
    tops = [cluster[0] for cluster in _clusters(split.fewer)]
    return float(_share(tops, lambda run: _aligned(run, split.more)) > 0.85)


def aligned_rows(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    return float(_share(split.fewer, lambda run: _aligned(run, split.more)) > 0.9)


def unaligned_rows(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    return float(_share(split.fewer, lambda run: _aligned(run, split.more)) < 0.65)


def sparse(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Labels leave most of their margin white."""
    return float(sum(run.bottom - run.top for run in split.fewer) / max(_extent(split.fewer), 1.0) < 0.22)


def dense(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    return float(sum(run.bottom - run.top for run in split.fewer) / max(_extent(split.fewer), 1.0) > 0.35)


def right_aligned(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Dates and places at the right edge end together and begin anywhere."""
    edge = max(run.x1 for run in split.right)
    start = min(run.x0 for run in split.right)
    ends = _share(split.right, lambda run: abs(run.x1 - edge) < 3)
    return float(ends > 0.7 and _share(split.right, lambda run: abs(run.x0 - start) < 3) < 0.6)


def paragraphs_on_both(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    return float(_has_paragraph(split.left) and _has_paragraph(split.right))


def _has_paragraph(side: tuple[Run, ...]) -> bool:
    width = _width(side)
    return sum(len(cluster) >= 2 and cluster[0].x1 - cluster[0].x0 > 0.7 * width for cluster in _clusters(side)) >= 2


DOUBT = -0.5
FEATURES: tuple[tuple[Callable[[Split, tuple[Rule, ...], IsHeading], float], float], ...] = (
    (on_ground, 7.0),
    (headings_on_both, 3.0),
    (unaligned_rows, 2.0),
    (dense, 1.0),
    (paragraphs_on_both, 1.5),
    (sparse, -2.0),
    (aligned_tops, -2.0),
    (aligned_rows, -2.0),
    (dates_only, -6.0),
    (labels_only, -6.0),
    (right_aligned, -3.0),
)


def beside(one: Run, other: Run) -> bool:
    """Two runs stand in one row."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)
