"""Runs → regions in reading order: where a page has columns, and where rows only look like columns.

A gap that no run crosses may part two columns, or a title from the date at the right edge, or a label from its text.
Which it is, a table of observations decides; every column found is searched again inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from workers.parsing.cards import look_of
from workers.parsing.facing import by_column, spanning
from workers.parsing.gaps import DOUBT, FEATURES, Split, on_ground
from workers.parsing.runs import BULLET, Region, Run, closed_up
from workers.parsing.types import Rule, Word

IsHeading = Callable[[str], bool]

# Points: how long a line is drawn over a gutter, and how near to its heading it begins.
_LONG, _BEHIND = 50.0, 20.0
# Letters of a heading.
LONGEST = 40
# Points: how far inside their column lists and entries begin.
_SAME_GUTTER = 25.0


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
        if run.cells:
            found.append(run)
            continue
        words, begin = run.words, 0
        for place in range(1, len(words)):
            opens = place == begin + 1 and BULLET.match(words[begin].text)
            if not opens and _stops(words[place - 1], words[place], stops):
                found.append(Run.of(words[begin:place]))
                begin = place
        found.append(Run.of(words[begin:]) if begin else run)
    return found


def _near(starts: dict[int, list[float]], place: int) -> int:
    return sum(len(starts.get(place + step, ())) for step in (-1, 0, 1))


def _stops(before: Word, word: Word, stops: Sequence[tuple[float, int]]) -> bool:
    gap = word.x0 - before.x1
    reach = 1.5 if gap > 0.42 * word.size else 0.7 if before.bold != word.bold or before.colour != word.colour else 0.0
    if not reach or gap <= 0.15 * word.size:
        return False
    enough = 3 if before.bold != word.bold else 5
    return any([abs(word.x0 - stop) < reach and count >= enough for stop, count in stops])


def _region(runs: Sequence[Run], is_below: bool) -> Region:
    x0, x1 = min(run.x0 for run in runs), max(run.x1 for run in runs)
    return Region(runs[0].words[0].page, x0, min(run.top for run in runs), x1, max(run.bottom for run in runs), tuple(runs), is_below)


def _parts(runs: list[Run], rules: tuple[Rule, ...], is_heading: IsHeading, depth: int) -> list[list[Run]]:
    ruled = _ruled(runs, rules, is_heading)
    sides = by_column(runs, ruled) if depth < 4 else []
    if len(sides) < 2:
        split = _headed(runs, ruled, is_heading, 3) or _best(runs, ruled, rules, is_heading) if depth < 4 else None
        if split is None:
            return _banded(runs, ruled, is_heading, depth)
        sides = [list(side) for side in (split.above, split.left, split.right, split.below) if side]
    return [part for side in sides for part in _parts(side, rules, is_heading, depth + 1)]


def _best(runs: list[Run], ruled: Mapping[int, float], rules: tuple[Rule, ...], is_heading: IsHeading) -> Split | None:
    scored: list[tuple[float, Split]] = []
    for split in _splits(runs, ruled):
        shared = split.shared()
        short = min(_rows(split.left), _rows(split.right)) < 4 or not _is_tall(split)
        if short and not on_ground(shared, rules, is_heading):
            continue
        score = DOUBT + sum(points * feature(shared, rules, is_heading) for feature, points in FEATURES)
        score += 0.002 * min(len(split.left), len(split.right))
        if score > 0:
            scored.append((score, split))
    if not scored:
        return None
    best = max(scored, key=lambda one: one[0])[1]
    return max((split for _, split in scored if _is_gutter_of(split, best)), key=_height)


def _is_gutter_of(split: Split, best: Split) -> bool:
    """What stands a little inside a column has its own left edge: the same gutter may be seen from there, and ends where it ends."""
    return abs(split.x - best.x) < _SAME_GUTTER and len(split.above) <= len(best.above) and len(split.below) <= len(best.below)


def _height(split: Split) -> int:
    return len(split.left) + len(split.right)


def _ruled(runs: list[Run], rules: tuple[Rule, ...], is_heading: IsHeading) -> dict[int, float]:
    """A line drawn beside or behind a heading ends the columns above it as if the heading were as long: by run, where it ends."""
    found = {run: right + _LONG + 1 for run, right in spanning(runs, is_heading).items()}
    thin = [rule.box for rule in rules if rule.box.bottom - rule.box.top < 3 and rule.box.x1 - rule.box.x0 > _LONG]
    for run in runs if thin else ():
        behind = [box.x1 for box in thin if box.x0 < run.x1 + _BEHIND and run.top < (box.top + box.bottom) / 2 < run.bottom]
        if behind and is_heading(run.text):
            found[id(run)] = max(behind)
    return found


def _splits(runs: list[Run], ruled: Mapping[int, float]) -> list[Split]:
    """Left edges that three runs share, and at each the tallest bands that nothing crosses."""
    edges: dict[int, list[float]] = {}
    leftmost = min(run.x0 for run in runs)
    for run in runs:
        if run.x0 > leftmost + 20:
            edges.setdefault(round(run.x0 / 3), []).append(run.x0)
    candidates = sorted(min(places) for key, places in edges.items() if len(places) + len(edges.get(key + 1, ())) >= 3)
    ordered = sorted(runs, key=lambda run: run.middle)
    return [split for x in candidates for split in _bands(ordered, x - 1.0, ruled)]


def _bands(ordered: list[Run], x: float, ruled: Mapping[int, float]) -> list[Split]:
    """The bands of the page between the runs that cross `x`, where both sides have something to say."""
    crossing = [
        index
        for index, run in enumerate(ordered)
        if run.x0 < x < ruled.get(id(run), 0.0) - _LONG or (run.x0 < x < run.x1 - 1.0 and not _sticks_out(run, x))
    ]
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


def _banded(runs: list[Run], ruled: Mapping[int, float], is_heading: IsHeading, depth: int) -> list[list[Run]]:
    """What has no columns may have bands of them."""
    band = _headed(runs, ruled, is_heading) if depth < 4 else None
    if band is None:
        return [runs]
    sides = [list(side) for side in (band.above, band.left, band.right) if side]
    return [*sides, *(_banded(list(band.below), ruled, is_heading, depth + 1) if band.below else ())]


def _headed(runs: list[Run], ruled: Mapping[int, float], is_heading: IsHeading, least: int = 2) -> Split | None:
    """Headings of one type in one row, each over its own list, part a band of the page, however low it is. Of `least` such headings
    the first two are parted here."""
    heads = sorted((head for run in runs if (head := _heading(run, runs, is_heading))), key=lambda run: (round(run.top), run.x0))
    for place in range(len(heads) - least + 1):
        row = heads[place : place + least]
        firsts = [_first_under(head, runs) for head in row]
        if not all(_are_alike(*pair) for pair in pairwise(row)) or not all(map(_heads, row, firsts)):
            continue
        above = tuple(run for run in runs if run.middle < row[0].top)
        x = min(row[1].x0, firsts[1].x0) - 1.0
        band = _bands(sorted((run for run in runs if run not in above), key=lambda run: run.middle), x, ruled)[:1]
        whole = bool(band) and not band[0].above and not any(abs(run.x0 - x - 1.0) < 3 for run in band[0].below)
        if above and whole and min(_rows(band[0].left), _rows(band[0].right)) > 1:
            return band[0]._replace(above=above)
    return None


def _heading(run: Run, runs: Sequence[Run], is_heading: IsHeading) -> Run | None:
    """The run as a heading; a narrow column breaks one over two rows."""
    if len(run.text) > LONGEST or not run.text[:1].isalpha():
        return None
    rest = [other for other in runs if -2 < other.top - run.bottom < 0.7 * (run.bottom - run.top) and _is_rest(run, other)]
    whole = closed_up([run, rest[0]]) if len(rest) == 1 else run
    return whole if is_heading(whole.text) else run if is_heading(run.text) else None


def _is_rest(run: Run, below: Run) -> bool:
    centred = abs(run.x0 + run.x1 - below.x0 - below.x1) < 4
    return (centred or abs(run.x0 - below.x0) < 2) and look_of(run)[:2] == look_of(below)[:2]


def _are_alike(left: Run, right: Run) -> bool:
    one, two = left.words[0], right.words[0]
    return abs(left.top - right.top) < 2 and (one.size, one.bold) == (two.size, two.bold) and left.x1 < right.x0


def _first_under(head: Run, runs: Sequence[Run]) -> Run:
    under = [run for run in runs if run.top >= head.bottom - 2 and run.x0 < head.x1 + 10 and run.x1 > head.x0 - 10]
    return min(under, key=lambda run: run.top, default=head)


def _heads(head: Run, first: Run) -> bool:
    """What stands under a heading is printed otherwise; under a label or a cell of a table it is not."""
    return look_of(first) != look_of(head)


def _rows(side: tuple[Run, ...]) -> int:
    middles = sorted(run.middle for run in side)
    return 1 + sum(after - before > 4 for before, after in pairwise(middles))


def _is_tall(split: Split) -> bool:
    shared = min(max(run.bottom for run in split.left), max(run.bottom for run in split.right)) - max(
        min(run.top for run in split.left), min(run.top for run in split.right)
    )
    return shared > 60
