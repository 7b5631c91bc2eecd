"""Is a gap between two columns, or inside rows? A table of observations about both of its sides."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workers.parsing.facts import WIDEST, are_entries, blocks, is_date
from workers.parsing.form_labels import label_of
from workers.parsing.runs import YEAR, Run
from workers.parsing.types import Box, Rule

IsHeading = Callable[[str], bool]


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
    def narrow(self) -> tuple[Run, ...]:
        return min(self.left, self.right, key=_width)

    @property
    def more(self) -> tuple[Run, ...]:
        return self.right if self.fewer is self.left else self.left


def _width(side: tuple[Run, ...]) -> float:
    return max(run.x1 for run in side) - min(run.x0 for run in side)


def _extent(side: tuple[Run, ...]) -> float:
    return max(run.bottom for run in side) - min(run.top for run in side)


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
    _, _, top, _, bottom, _, _ = run
    near = 0.22 * (bottom - top)
    middle, nearer = top + bottom, 0.6 * near
    for _, _, other_top, _, other_bottom, _, _ in others:
        if abs(bottom - other_bottom) < nearer or abs(top - other_top) < nearer or abs(middle - other_top - other_bottom) < 2 * near:
            return True
    return False


def _share(items: Sequence[Run], test: Callable[[Run], bool]) -> float:
    return sum(map(test, items)) / len(items) if items else 0.0


def on_ground(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Sidebars often stand on a coloured ground that ends where the column ends."""

    def holds(box: Box, side: tuple[Run, ...]) -> float:
        return _share(side, lambda run: box.x0 - 2 <= run.x0 and run.x1 <= box.x1 + 2 and box.top <= run.middle <= box.bottom)

    def is_beside(box: Box, side: tuple[Run, ...]) -> bool:
        # The ground of a header is as wide as the page: what stands below it is not beside it.
        return _share(side, lambda run: run.x1 <= box.x0 + 2 or run.x0 >= box.x1 - 2) > 0.9

    tall = [rule.box for rule in rules if rule.box.bottom - rule.box.top > 150 and rule.box.x1 - rule.box.x0 > 60]
    sides = ((split.left, split.right), (split.right, split.left))
    held = [share for box in tall for one, other in sides if (share := holds(box, one)) > 0.8 and is_beside(box, other)]
    return max(held, default=0.0)


def facts_beside(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Entries tell when and where in a narrow column, and beside it what was done: no heading stands there."""
    narrow = _width(split.left) < WIDEST * (max(run.x1 for run in split.right) - min(run.x0 for run in split.left))
    return float(narrow and not any(is_heading(run.text) for run in split.right) and are_entries(blocks(split.left, split.right)))


def dates_only(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """A narrow side of years is a margin of dates, not a column; a place may stand under each."""
    return float(any(_holds_dates(side) for side in {split.fewer, split.narrow}))


def _holds_dates(side: tuple[Run, ...]) -> bool:
    clusters = _clusters(side)
    dated = sum(len(cluster) <= 4 and any(YEAR.search(run.text) and len(run.text) < 45 for run in cluster) for cluster in clusters)
    return dated > 0.6 * len(clusters)


def dates_open(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Dates whose text begins at their height, beside a part without headings, are a margin, whatever else stands under them; so are
    those that all begin at the height of a title left of them."""
    return float(_open(split.left, split.right, split.right, is_heading) or _open(split.right, split.left, split.right, is_heading))


def _open(dated: tuple[Run, ...], told: tuple[Run, ...], unheaded: tuple[Run, ...], is_heading: IsHeading) -> bool:
    dates = [run for run in dated if is_date(run)]
    if len(dates) < 2 or any(map(is_date, told)) or any(is_heading(run.text) for run in unheaded):
        return False
    return all(_aligned(run, told) for run in dates)


def dates_torn_off(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """All dates stand right of the gap, each at the height of something left of it, where there are none: they rather belong to it."""
    dates = [run for run in split.right if is_date(run)]
    return float(len(dates) > 2 and not any(map(is_date, split.left)) and all(_aligned(run, split.left) for run in dates))


def labels_only(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Headings may stand in the margin, each beside its section, and the dates of the entries below them; forms
    print there what each part of an entry is."""
    return float(_share(split.fewer, lambda run: is_heading(run.text) or _is_label(run)) > 0.6)


def _is_label(run: Run) -> bool:
    return (len(run.text) < 45 and bool(YEAR.search(run.text))) or label_of(run.text) is not None


def set_against(split: Split, rules: tuple[Rule, ...], is_heading: IsHeading) -> float:
    """Labels end together, each at the height of its text, and begin anywhere; a column set so has headings beside it."""
    labels = [run for run in split.left if not is_heading(run.text)]
    if len(labels) < 4 or any(is_heading(run.text) for run in split.right):
        return 0.0
    end = statistics.median_low(run.x1 for run in labels)
    flush = [run for run in labels if abs(run.x1 - end) < 1.5]
    ragged = max(run.x0 for run in flush) - min(run.x0 for run in flush) > 6
    return float(ragged and len(flush) > 0.7 * len(labels) and _share(flush, lambda run: _aligned(run, split.right)) > 0.85)


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
    (facts_beside, -6.0),
    (dates_open, -6.0),
    (dates_torn_off, -2.0),
    (labels_only, -6.0),
    (set_against, -6.0),
    (right_aligned, -3.0),
)
