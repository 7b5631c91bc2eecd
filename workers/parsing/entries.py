"""Lines of a section → entries. Dates anchor entries; type and white space say where each begins and where its text starts.

items      each line with what the eye sees: look, emphasis, gap above, bullet or indent, the date it holds
anchors    lines whose date stands apart, not one inside a sentence
starts     the line that opens the entry of an anchor, chosen so that the openings of a section look alike
entries    head lines (title, employer, place, dates) and body lines (what was done there)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workers.parsing.anchors import anchors_of, is_bare, is_detail
from workers.parsing.durations import is_length
from workers.parsing.forms import told
from workers.parsing.items import Dates, Item, items_of, words_between
from workers.parsing.lines import cells
from workers.parsing.looks import Body, Look
from workers.parsing.types import Line, Word
from workers.parsing.wrapping import unwrapped

HEAD_LINES = 5


class Entry(NamedTuple):
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    dates: Dates | None
    date_line: Line | None

    @property
    def date_words(self) -> tuple[Word, ...]:
        return words_between(self.date_line, self.dates.begin, self.dates.finish) if self.date_line and self.dates else ()


def entries(lines: Sequence[Line], body: Body, opens: Callable[[str], bool] | None = None) -> list[Entry]:
    """The entries of one section in the order of the document; empty when its lines hold none. What `opens` an entry by its words is
    never the rest of the line above it."""
    items = items_of([line for line in unwrapped(told(lines), body, opens) if not is_length(line.text)], body)
    if not items:
        return []
    anchors = anchors_of(items)
    opened = _starts(items, anchors) if anchors else _starts_by_look(items)
    second = _second_heads(items, opened)
    found: list[Entry] = []
    for start, stop in zip(sorted(opened), [*sorted(opened)[1:], len(items)], strict=True):
        found.append(_entry(items, start, stop, opened[start], second))
    return found


def _starts(items: Sequence[Item], anchors: Sequence[int]) -> dict[int, int | None]:
    """Start line → its anchor line; openings that look like the others of the section are preferred."""
    if anchors[0] == 0 and _open_all(items, anchors):
        chosen: dict[int, int | None] = dict(zip(anchors, anchors, strict=True))
        return chosen | _undated(items, chosen, _second_heads(items, chosen))
    before = [-1, *anchors]
    options = [_options(items, anchor, before[place]) for place, anchor in enumerate(anchors)]
    if anchors[0] == 0:
        _favour_dated(items, anchors, options)
    if _dates_close(items, anchors):
        for place, scored in enumerate(options):
            scored.update({start: points + 4.0 for start, points in scored.items() if start == before[place] + 1})
    votes: Counter[tuple[Look, int]] = Counter()
    for anchor, scored in zip(anchors, options, strict=True):
        best = max(scored, key=lambda start: scored[start])
        votes[(items[best].look, anchor - best)] += 1
    chosen = {}
    for anchor, scored in zip(anchors, options, strict=True):
        start = max(scored, key=lambda start: scored[start] + 2.5 * votes[(items[start].look, anchor - start)] / len(anchors))
        chosen[_raised(items, start, anchor, chosen)] = anchor
    chosen = _from_the_top(items, chosen)
    return chosen | _undated(items, chosen, _second_heads(items, chosen))


def _favour_dated(items: Sequence[Item], anchors: Sequence[int], options: Sequence[dict[int, float]]) -> None:
    """Nothing stands over the first date of the section: the line above a later one is rather the end of the entry before,
    unless white says that it is not."""
    for anchor, scored in zip(anchors, options, strict=True):
        above = items[anchor - 1] if anchor else None
        if not is_bare(items[anchor]) and (above is None or items[anchor].gap > above.gap - 0.1):
            scored[anchor] += 1.75


def _from_the_top(items: Sequence[Item], chosen: dict[int, int | None]) -> dict[int, int | None]:
    """The first line opens an entry: the dated one below it where that opens with nothing but its date, or one without dates."""
    first = min(chosen)
    if first == 0 or items[0].is_body or is_detail(items[0].text):
        return chosen
    if is_bare(items[first]) and first < HEAD_LINES:
        return {0: chosen[first], **{start: anchor for start, anchor in chosen.items() if start != first}}
    return {0: None, **chosen} if items[0].look in {items[start].look for start in chosen} else chosen


def _second_heads(items: Sequence[Item], chosen: dict[int, int | None]) -> frozenset[int]:
    """A line of the look of a title that comes right below most dates is the second half of those heads."""
    looks = {items[start].look for start in chosen}
    below = [
        anchor + 1
        for anchor in chosen.values()
        if anchor is not None and anchor + 1 < len(items) and anchor + 1 not in chosen and _may_follow(items[anchor + 1], looks)
    ]
    return frozenset(below) if len(below) >= max(2, 0.6 * len(chosen)) or len(chosen) == 1 else frozenset()


def _may_follow(item: Item, looks: set[Look]) -> bool:
    return not item.is_body and not is_detail(item.text) and item.gap < 1.6 and any(item.look[:2] == look[:2] for look in looks)


def _raised(items: Sequence[Item], start: int, anchor: int, chosen: dict[int, int | None]) -> int:
    """An employer printed larger above the first of several posts opens that post too; a bare date opens what is below it, unless
    more white stands over the line above."""
    if is_bare(items[start]) and (start == 0 or items[start - 1].gap <= items[start].gap):
        return start
    floor = max((line for line in chosen.values() if line is not None), default=-1) + 1
    above = start - 1
    if above < floor or anchor - above > 3:
        return start
    one, two = items[above], items[start]
    stands_out = one.emphasis > two.emphasis + 0.4 or one.look.size > two.look.size + 0.9
    return above if stands_out and not one.is_body and not one.dates and two.gap < 1.3 and not is_detail(one.text) else start


def _dates_close(items: Sequence[Item], anchors: Sequence[int]) -> bool:
    """Heads without text, each with a bare date as its last line: what follows a date opens the next one."""
    return (
        anchors[-1] == len(items) - 1
        and all(is_bare(items[anchor]) for anchor in anchors)
        and not is_bare(items[0])
        and not any(item.is_body for item in items)
    )


def _options(items: Sequence[Item], anchor: int, previous: int) -> dict[int, float]:
    """Points for every line that may open the entry of this anchor: the dated line itself or one of three above. What stands over the
    first date of a section, when that is alone on its line, is the head it belongs to, however it is spaced and printed."""
    scored: dict[int, float] = {}
    for start in range(anchor, max(previous, anchor - HEAD_LINES, -1), -1):
        item = items[start]
        if start != anchor and (item.is_body or is_detail(item.text)):
            break
        points = min(item.gap, 1.5) * 1.5 + min(item.emphasis, 2.5)
        points += 1.5 if start and (items[start - 1].is_body or start - 1 == previous) else 0.0
        inner = items[start + 1 : anchor + 1]
        if start or not is_bare(items[anchor]):
            points -= sum(2.0 * (other.gap > 0.5) for other in inner)
            points -= 1.5 * any(other.emphasis > item.emphasis + 0.5 for other in inner)
        points -= 0.25 * len(inner)
        if start == anchor and is_bare(items[anchor]):
            points += _leans_down(items, anchor, previous)
        scored[start] = points
    return scored


def _leans_down(items: Sequence[Item], anchor: int, previous: int) -> float:
    """A date alone on its line belongs to the title below it, or to the one above: to the one that stands out and stands near;
    a section that begins with such a date, or ends with one, says so for all. What is printed like the first line opens an entry."""
    if is_bare(items[0]) != is_bare(items[-1]):
        return 3.0 if is_bare(items[0]) else -3.0
    below = items[anchor + 1] if anchor + 1 < len(items) else None
    above = items[anchor - 1] if anchor - 1 > previous else None
    if below is None or below.is_body:
        return -3.0
    if above is None or above.is_body:
        return 2.0
    if items[0].dates is None and below.emphasis >= 1.0 and below.look == items[0].look:
        return -3.0
    return (below.emphasis - above.emphasis) + 1.5 * (items[anchor].gap - below.gap)


def _open_all(items: Sequence[Item], anchors: Sequence[int]) -> bool:
    """Nothing stands over the first date: where all stand alone, or all in the margin beside a head, each opens its entry."""
    bare = all(is_bare(items[anchor]) for anchor in anchors) and not is_bare(items[-1])
    return bare or all(_in_margin(items[anchor]) for anchor in anchors)


def _in_margin(item: Item) -> bool:
    """The date opens its line and the head stands beside it."""
    return item.dates is not None and item.dates.begin == 0 and not is_bare(item) and len(cells(item.line)) > 1


def _undated(items: Sequence[Item], chosen: dict[int, int | None], second: frozenset[int]) -> dict[int, int | None]:
    """Lines that look like the openings of the dated entries, below the text of one, open entries without a date."""
    looks = Counter(items[start].look for start in chosen)
    look, count = looks.most_common(1)[0]
    if count < max(2, 0.6 * len(chosen)) or items[min(chosen)].emphasis < 0.75:
        return {}
    taken = {line for start, anchor in chosen.items() for line in range(start, (anchor or start) + 1)}
    found: dict[int, int | None] = {}
    for index, item in enumerate(items):
        apart = index == 0 or item.gap > 0.2 or (index - 1 in chosen and chosen[index - 1] == index - 1)
        if index not in taken and index not in second and apart and item.look == look and not item.is_body and not is_detail(item.text):
            found[index] = None
    return found


def _starts_by_look(items: Sequence[Item]) -> dict[int, int | None]:
    """No dates at all: lines that look like the first one open entries; where all look alike, white space does."""
    first = items[0]
    same = [index for index, item in enumerate(items) if item.look == first.look and not item.is_body]
    if first.emphasis >= 0.75 and same and len(same) < len(items):
        return {index: None for index in same if index == 0 or index - 1 not in same}
    return {index: None for index, item in enumerate(items) if index == 0 or (item.gap > 0.35 and not item.is_body)}


def _entry(items: Sequence[Item], start: int, stop: int, anchor: int | None, second: frozenset[int]) -> Entry:
    end = max(start, anchor if anchor is not None else start) + 1
    while end < stop and end - start <= HEAD_LINES and (end in second or _goes_on(items, start, end)):
        end += 1
    dated = items[anchor] if anchor is not None else next((item for item in items[start:end] if item.dates), None)
    return Entry(
        tuple(item.line for item in items[start:end]),
        tuple(item.line for item in items[end:stop]),
        dated.dates if dated else None,
        dated.line if dated else None,
    )


def _goes_on(items: Sequence[Item], start: int, end: int) -> bool:
    """The head goes on over short lines close together, until the look or the white space says that the text begins."""
    item, before = items[end], items[end - 1]
    if item.line.label and not item.is_body:
        return True
    if item.line.side > before.line.side and item.emphasis >= 1.0 and not item.is_body:
        # Beside the facts of an entry stands its title.
        return True
    told = sum(not is_bare(one) for one in items[start:end])
    if item.is_body or is_detail(item.text) or item.gap > (0.6 if told else 2.0):
        return False
    if told == 0:
        return True
    looks = {one.look for one in items[start:end]}
    if told >= 2 and item.gap > 0.25:
        return False
    if told >= 2 and item.look not in looks and item.emphasis <= min(one.emphasis for one in items[start:end]):
        return False
    return len(item.text) < 80 or before.look == item.look
