"""Lines of a section → entries. Dates anchor entries; type and white space say where each begins and where its text starts.

items      each line with what the eye sees: look, emphasis, gap above, bullet or indent, the date it holds
anchors    lines whose date stands apart, not one inside a sentence
starts     the line that opens the entry of an anchor, chosen so that the openings of a section look alike
entries    head lines (title, employer, place, dates) and body lines (what was done there)
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workers.cv import PartialDate
from workers.parsing.columns import BULLET
from workers.parsing.dates import find_dates, find_ranges
from workers.parsing.lines import cells, wrapped, wraps
from workers.parsing.places import is_place
from workers.parsing.sections import Body, Look, emphasis
from workers.parsing.types import Line, Word
from workers.resources.entry_words import entry_words
from workers.resources.text import fold

LONG_LINE = 100
MANY_WORDS = 13
HEAD_LINES = 5
GLUED_BULLET = re.compile(r"[•‣▪▫●○◦◆■□➢➤✓✔∙⚫⬤►»›]")
DASHES = ("-", "–", "—")
ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b\w{1,4}|\bd[ée]c|\bjuil|\bsept)\.$")
SEPARATORS = " \t|·•,;:–—-()[]/"


class Dates(NamedTuple):
    """What a line says about time: characters [begin, finish) of its text."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool
    begin: int
    finish: int
    is_range: bool


class Item(NamedTuple):
    line: Line
    text: str
    look: Look
    emphasis: float
    gap: float
    is_body: bool
    dates: Dates | None
    anchor: float


class Entry(NamedTuple):
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    dates: Dates | None
    date_line: Line | None

    @property
    def date_words(self) -> tuple[Word, ...]:
        return words_between(self.date_line, self.dates.begin, self.dates.finish) if self.date_line and self.dates else ()


def words_between(line: Line, begin: int, finish: int) -> tuple[Word, ...]:
    """Words of the line that touch characters [begin, finish) of its text."""
    place, found = 0, []
    for word in line.words:
        if place < finish and place + len(word.text) > begin:
            found.append(word)
        place += len(word.text) + 1
    return tuple(found)


def entries(lines: Sequence[Line], body: Body) -> list[Entry]:
    """The entries of one section in the order of the document; empty when its lines hold none."""
    items = _items(_unwrapped(lines, body), body)
    if not items:
        return []
    anchors = [index for index, item in enumerate(items) if item.anchor > 0]
    anchors = _one_date_each(items, anchors)
    opened = _starts(items, anchors) if anchors else _starts_by_look(items)
    second = _second_heads(items, opened)
    found: list[Entry] = []
    for start, stop in zip(sorted(opened), [*sorted(opened)[1:], len(items)], strict=True):
        found.append(_entry(items, start, stop, opened[start], second))
    return found


def _unwrapped(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines that only the width of the column broke are one again."""
    found: list[Line] = []
    last: Line | None = None
    for line in map(_with_dates_apart, lines):
        end = _end(last) if last else line.words[0]
        alike = (end.bold, end.colour) == (line.words[0].bold, line.words[0].colour)
        if last is not None and _date_goes_on(last, line):
            found[-1] = wrapped(found[-1], line)
        elif last is not None and _dated_alone(last) and _dated_alone(line) and _is_close(last, line):
            found[-1] = found[-1]._replace(words=found[-1].words + line.words)
        elif last is not None and alike and _may_be_rest(last, line) and wraps(last, line, body.edges[line.block]):
            found[-1] = wrapped(found[-1], line)
        else:
            found.append(line)
        last = line
    return found


def _end(line: Line) -> Word:
    """The last word of what a line says, its dates at the right edge left out."""
    parts = cells(line)
    dated = len(parts) > 1 and bool(_dates(" ".join(word.text for word in parts[-1])))
    return parts[-2][-1] if dated else line.words[-1]


def _with_dates_apart(line: Line) -> Line:
    """Dates at the right edge may stand close behind a long title; they are a cell of their own all the same."""
    dates = _dates(line.text) if len(cells(line)) == 1 else None
    words = words_between(line, dates.begin, dates.finish) if dates and dates.begin > 0 else ()
    if not words or len(words) == len(line.words) or words[-1] is not line.words[-1]:
        return line
    before = line.words[: -len(words)]
    gap = words[0].x0 - before[-1].x1
    if gap > 0.55 * words[0].size or (gap > 0.3 * words[0].size and before[-1].bold != words[0].bold):
        line = line._replace()
        vars(line)["cells"] = [before, words]
    return line


def _may_be_rest(last: Line, line: Line) -> bool:
    """The rest of a title is short; of a paragraph or a bullet it may be a full line."""
    paragraph = len(last.text) > 0.55 * LONG_LINE or bool(BULLET.match(last.words[0].text)) or _dates(line.text) is not None
    return (len(line.words) <= 7 or paragraph) and not _dated_alone(line) and not _ends_dated(last)


def _date_goes_on(last: Line, line: Line) -> bool:
    """`août 2019 - juin` over `2022`: one range, broken at the edge."""
    if line.block != last.block or line.page != last.page or not -2 < line.box.top - last.box.bottom < 0.7 * line.size:
        return False
    text = last.text
    joined = _dates(f"{text} {line.text}") if any(map(str.isdigit, text)) and len(text) < 160 else None
    return joined is not None and joined.is_range and joined.begin < len(text) - 3 and joined.finish > len(text) + 1


def _ends_dated(line: Line) -> bool:
    """A line that ends with its dates is complete."""
    dates = _dates(line.text)
    return dates is not None and dates.begin > 0 and len(cells(line)) == 1 and not line.text[dates.finish :].strip(SEPARATORS)


def _is_close(last: Line, line: Line) -> bool:
    """A start over an end: two dates in one margin, no range yet."""
    near = last.block == line.block and last.page == line.page and -2 < line.box.top - last.box.bottom < 0.6 * line.size
    dates = _dates(last.text)
    return near and abs(last.box.x0 - line.box.x0) < 30 and dates is not None and not (dates.is_range and (dates.end or dates.current))


def _dated_alone(line: Line) -> bool:
    dates = _dates(line.text)
    return bool(dates) and not (line.text[: dates.begin] + line.text[dates.finish :]).strip(SEPARATORS) if dates else False


def _items(lines: Sequence[Line], body: Body) -> list[Item]:
    found: list[Item] = []
    pitch = _pitch(lines)
    dated = [_dates(line.text) for line in lines]
    lefts = [_content_left(line, dates) for line, dates in zip(lines, dated, strict=True)]
    usual_left = _usual_left(lefts)
    for index, line in enumerate(lines):
        gap = _gap(lines[index - 1], line, pitch) if index else 3.0
        lead = _lead(line, dated[index])
        left = lefts[index]
        indented = left is not None and 4.0 < left - usual_left < 70.0
        is_body = _is_body(line, dated[index], indented, emphasis(lead, body) >= 1.0)
        found.append(
            Item(line, line.text, Look.of(lead), emphasis(lead, body), gap, is_body, dated[index], _anchor(line, dated[index], is_body))
        )
    return found


def _lead(line: Line, dates: Dates | None) -> Line:
    """The words that give a line its look: the first ones of one type, dates left out."""
    dated = words_between(line, dates.begin, dates.finish) if dates else ()
    words = [word for word in cells(line)[0] if word not in dated] or [word for word in line.words if word not in dated] or list(line.words)
    same = next((place for place, word in enumerate(words) if word.bold != words[0].bold), len(words))
    return line._replace(words=tuple(words[:same]))


def _pitch(lines: Sequence[Line]) -> float:
    steps = [two.box.top - one.box.bottom for one, two in pairwise(lines) if one.page == two.page and two.box.top > one.box.top]
    return statistics.median_low(steps) if steps else 0.0


def _gap(before: Line, line: Line, pitch: float) -> float:
    """White space above in line heights, over the usual of the section; a new page or column tells nothing."""
    if before.page != line.page or before.block != line.block or line.box.top < before.box.top:
        return 0.5
    height = max(min(line.box.bottom - line.box.top, before.box.bottom - before.box.top), 1.0)
    return (line.box.top - before.box.bottom - max(pitch, 0.0)) / height


def _content_left(line: Line, dates: Dates | None) -> float | None:
    """Where the words begin, a date in the left margin left out; None where nothing but a place stands beside it, and for bullets:
    they hang in the margin or stand inside."""
    if BULLET.match(line.words[0].text):
        return None
    if dates and dates.begin == 0:
        rest = words_between(line, dates.finish + 1, len(line.text))
        return None if not rest or is_place(line.text[dates.finish :].strip(SEPARATORS)) else rest[0].x0
    return line.box.x0


def _usual_left(lefts: Sequence[float | None]) -> float:
    counts = Counter(round(left / 3) for left in lefts if left is not None)
    repeated = [place for place, count in counts.items() if count >= 2]
    return 3.0 * min(repeated or counts) if counts else 0.0


def _is_body(line: Line, dates: Dates | None, indented: bool, stands_out: bool) -> bool:
    """Bullets, indented lines and sentences tell what was done; a long line in the type of a title is still a title."""
    text = line.text
    first = line.words[0].text
    if (BULLET.match(first) and len(line.words) > 1) or GLUED_BULLET.match(first) or indented:
        return True
    if dates and not text.endswith(".") and (dates.begin <= 1 or not text[dates.finish :].strip(SEPARATORS)):
        return len(line.words) > 2.5 * MANY_WORDS
    words = len(line.words) - (len(words_between(line, dates.begin, dates.finish)) if dates else 0)
    if stands_out:
        return words > 1.5 * MANY_WORDS
    sentence = text.endswith((".", ";")) and words > 2 and not ABBREVIATED.search(text)
    return (
        len(text) > LONG_LINE or words > MANY_WORDS or sentence or (first[:1].islower() and words > 3 and not first.startswith(("e", "i")))
    )


def _dates(text: str) -> Dates | None:
    ranges = find_ranges(text)
    if ranges:
        best = ranges[0]
        return Dates(best.start, best.end, best.current, best.begin, best.finish, True)
    singles = find_dates(text)
    if not singles:
        return None
    last = singles[-1]
    if len(singles) == 2 and not re.sub(r"\W", "", text[: singles[0].begin] + text[singles[0].finish : last.begin] + text[last.finish :]):
        return Dates(singles[0].date, last.date, False, singles[0].begin, last.finish, True)
    if text[: last.begin].strip() in DASHES:
        return Dates(None, last.date, False, 0, last.finish, True)
    return Dates(last.date, None, False, last.begin, last.finish, False)


def _anchor(line: Line, dates: Dates | None, is_body: bool) -> float:
    """Points for a date that stands apart; above zero it anchors an entry."""
    if dates is None:
        return 0.0
    text = line.text
    before, after = text[: dates.begin].strip(SEPARATORS), text[dates.finish :].strip(SEPARATORS)
    own_cell = any(not (set(cell) - set(words_between(line, dates.begin, dates.finish))) for cell in cells(line)) and len(cells(line)) > 1
    has_month = any(date is not None and date.month for date in (dates.start, dates.end))
    return (
        sum(
            points
            for is_so, points in (
                (dates.is_range, 1.5),
                (not before and not after, 3.0),
                (own_cell, 3.0),
                (not before or not after, 1.0),
                (has_month, 0.5),
                (line.is_bold, 1.0),
                (bool(before and after), -1.5),
                (is_body, -3.0),
                (bool(before) and len(before.split()) + len(after.split()) > 9, -1.5),
                (not before and text[dates.finish :].lstrip()[:1] in (":", "|", "–", "—", "·"), 1.5),
                (not dates.is_range and bool(before), -1.0),
                (text[: dates.begin].rstrip()[-1:] in ("(", "|", "·", ",", "–", "—", ":"), 1.0),
            )
            if is_so
        )
        - 0.5
    )


def _one_date_each(items: Sequence[Item], anchors: list[int]) -> list[int]:
    """Two dated lines in a row with nothing between them belong to one entry only when one of them is a bare single date."""
    kept: list[int] = []
    for index in anchors:
        if kept and index - kept[-1] == 1 and not _is_range(items[index]) and _is_range(items[kept[-1]]):
            continue
        if kept and index - kept[-1] == 1 and _is_range(items[index]) and not _is_range(items[kept[-1]]):
            kept[-1] = index
            continue
        kept.append(index)
    return kept


def _is_range(item: Item) -> bool:
    return bool(item.dates and item.dates.is_range)


def _starts(items: Sequence[Item], anchors: Sequence[int]) -> dict[int, int | None]:
    """Start line → its anchor line; openings that look like the others of the section are preferred."""
    options = [_options(items, anchor, anchors[place - 1] if place else -1) for place, anchor in enumerate(anchors)]
    votes: Counter[tuple[Look, int]] = Counter()
    for anchor, scored in zip(anchors, options, strict=True):
        best = max(scored, key=lambda start: scored[start])
        votes[(items[best].look, anchor - best)] += 1
    chosen: dict[int, int | None] = {}
    for anchor, scored in zip(anchors, options, strict=True):
        start = max(scored, key=lambda start: scored[start] + 2.5 * votes[(items[start].look, anchor - start)] / len(anchors))
        chosen[_raised(items, start, anchor, chosen)] = anchor
    return chosen | _undated(items, chosen, _second_heads(items, chosen))


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
    """An employer printed larger above the first of several posts opens that post too."""
    floor = max((line for line in chosen.values() if line is not None), default=-1) + 1
    above = start - 1
    if above < floor or anchor - above > 3:
        return start
    one, two = items[above], items[start]
    stands_out = one.emphasis > two.emphasis + 0.4 or one.look.size > two.look.size + 0.9
    return above if stands_out and not one.is_body and not one.dates and two.gap < 1.3 and not is_detail(one.text) else start


def _options(items: Sequence[Item], anchor: int, previous: int) -> dict[int, float]:
    """Points for every line that may open the entry of this anchor: the dated line itself or one of three above."""
    scored: dict[int, float] = {}
    for start in range(anchor, max(previous, anchor - HEAD_LINES, -1), -1):
        item = items[start]
        if start != anchor and (item.is_body or is_detail(item.text)):
            break
        points = min(item.gap, 1.5) * 1.5 + min(item.emphasis, 2.5)
        points += 1.5 if start and (items[start - 1].is_body or start - 1 == previous) else 0.0
        inner = items[start + 1 : anchor + 1]
        points -= sum(2.0 * (other.gap > 0.5) for other in inner)
        points -= 1.5 * any(other.emphasis > item.emphasis + 0.5 for other in inner)
        points -= 0.25 * len(inner)
        if start == anchor and _is_bare(items[anchor]):
            points += _leans_down(items, anchor, previous)
        scored[start] = points
    return scored


def _leans_down(items: Sequence[Item], anchor: int, previous: int) -> float:
    """A date alone on its line belongs to the title below it, or to the one above: to the one that stands out and stands near;
    a section that begins with such a date, or ends with one, says so for all."""
    if _is_bare(items[0]) != _is_bare(items[-1]):
        return 3.0 if _is_bare(items[0]) else -3.0
    below = items[anchor + 1] if anchor + 1 < len(items) else None
    above = items[anchor - 1] if anchor - 1 > previous else None
    if below is None or below.is_body:
        return -3.0
    if above is None or above.is_body:
        return 2.0
    return (below.emphasis - above.emphasis) + 1.5 * (items[anchor].gap - below.gap)


def _is_bare(item: Item) -> bool:
    """Nothing stands beside the date but perhaps a place."""
    if item.dates is None:
        return False
    rest = (item.text[: item.dates.begin] + item.text[item.dates.finish :]).strip(SEPARATORS)
    return not rest or (len(rest) < 40 and is_place(rest))


def is_detail(text: str) -> bool:
    """`Missions :`, `Technologies : ...` speak about the entry above them."""
    head, colon, _ = text.partition(":")
    return fold(head) in entry_words().not_headers and (bool(colon) or len(text.split()) <= 3)


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
    told = sum(not _is_bare(one) for one in items[start:end])
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
