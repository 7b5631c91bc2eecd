"""Lines of a section → items: each line with what the eye sees of it, and the date it holds."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workers.cv import PartialDate
from workers.parsing.dates import DateFound, find_dates, find_ranges
from workers.parsing.facts import FACTS
from workers.parsing.form_labels import TEXT
from workers.parsing.insets import at_right_edge, column_edges, in_margin
from workers.parsing.lines import cells
from workers.parsing.looks import Body, Look, emphasis
from workers.parsing.places import is_place
from workers.parsing.runs import BULLET
from workers.parsing.types import Line, Word

LONG_LINE = 100
MANY_WORDS = 13
MOST_BEHIND = 4
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


def words_between(line: Line, begin: int, finish: int) -> tuple[Word, ...]:
    """Words of the line that touch characters [begin, finish) of its text."""
    place, found = 0, []
    for word in line.words:
        if place < finish and place + len(word.text) > begin:
            found.append(word)
        place += len(word.text) + 1
    return tuple(found)


def dated_alone(line: Line) -> bool:
    dates = dates_in(line.text)
    return bool(dates) and not (line.text[: dates.begin] + line.text[dates.finish :]).strip(SEPARATORS) if dates else False


def items_of(lines: Sequence[Line], body: Body) -> list[Item]:
    found: list[Item] = []
    pitch = _pitch(lines)
    dated = [dates_in(line.text) for line in lines]
    edges = column_edges(lines)
    lefts = _lefts(lines, dated, edges)
    usual_left = _usual_left(lefts, dated)
    marked, under_title = _bulleted_titles(lines), _under_titles(lines)
    last_bullet = 0.0
    for index, line in enumerate(lines):
        gap = _gap(lines[index - 1], line, pitch) if index else 3.0
        lead = _lead(line, dated[index])
        left = lefts[index]
        under_list = left is not None and left < last_bullet - 4.0 and _ends_dated(line, dated[index])
        indented = left is not None and 4.0 < left - usual_left < 70.0 and not under_list
        last_bullet = line.box.x0 - edges[index] if _is_bullet(line) else last_bullet
        is_told = line.side == FACTS or line.label not in ("", TEXT) or index in marked | under_title
        stands_out = emphasis(lead, body) >= 1.0
        is_body = line.label == TEXT or (not is_told and _is_body(line, dated[index], indented, stands_out))
        found.append(
            Item(line, line.text, Look.of(lead), emphasis(lead, body), gap, is_body, dated[index], _anchor(line, dated[index], is_body))
        )
    return found


def _under_titles(lines: Sequence[Line]) -> frozenset[int]:
    """A short line and a bare date below it, both set in under a bold title, say where and when that was: neither is its text."""
    found: set[int] = set()
    for place in range(1, len(lines) - 1):
        title, line, date = lines[place - 1 : place + 2]
        level = line.block == title.block == date.block and line.page == date.page and abs(line.box.x0 - date.box.x0) < 2
        inside = level and title.is_bold and not line.is_bold and line.box.x0 > title.box.x0 + 4
        if inside and len(cells(line)[0]) <= MOST_BEHIND * 2 and not _is_bullet(line) and dated_alone(date):
            found |= {place, place + 1}
    return frozenset(found)


def _bulleted_titles(lines: Sequence[Line]) -> frozenset[int]:
    """A section that begins with a bullet right above a bare date, or above a school and its date, prints its titles behind bullets:
    each such bullet is one."""
    over = [index for index, line in enumerate(lines) if _is_bullet(line) and _is_dated_below(lines[index + 1 : index + 3])]
    if not over or over[0] != 0:
        return frozenset()
    left = lines[0].box.x0
    return frozenset(index for index in over if abs(lines[index].box.x0 - left) < 4 and len(lines[index].words) <= 2 * MANY_WORDS)


def _is_dated_below(below: Sequence[Line]) -> bool:
    """The first line is a bare date, or the second under a plain one."""
    return bool(below) and (dated_alone(below[0]) or (len(below) > 1 and not _is_bullet(below[0]) and dated_alone(below[1])))


def _is_bullet(line: Line) -> bool:
    return len(line.words) > 1 and bool(BULLET.match(line.words[0].text))


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


def _lefts(lines: Sequence[Line], dated: Sequence[Dates | None], edges: Sequence[float]) -> list[float | None]:
    """Where the words of each line begin, from the left edge of its column; None for a date that stands alone in the margin, beside
    the line after it, and for what is set against a right edge."""
    lefts = [_content_left(line, dates) for line, dates in zip(lines, dated, strict=True)]
    for place in (*in_margin(lines, dated), *at_right_edge(lines)):
        lefts[place] = None
    return [None if left is None else left - edge for left, edge in zip(lefts, edges, strict=True)]


def _content_left(line: Line, dates: Dates | None) -> float | None:
    """Where the words begin, a date in the left margin left out; None where nothing but a place stands beside it, and for bullets:
    they hang in the margin or stand inside."""
    if BULLET.match(line.words[0].text):
        return None
    if dates and dates.begin == 0 and (len(cells(line)) > 1 or is_place(line.text[dates.finish :].strip(SEPARATORS))):
        rest = words_between(line, dates.finish + 1, len(line.text))
        return None if not rest or is_place(line.text[dates.finish :].strip(SEPARATORS)) else rest[0].x0
    return line.box.x0


def _usual_left(lefts: Sequence[float | None], dated: Sequence[Dates | None]) -> float:
    """Where most lines begin that begin furthest left. A dated title over undated lines further right is the only one of its entry."""
    counts = Counter(round(left / 3) for left in lefts if left is not None)
    with_dates = [round(left / 3) for left, dates in zip(lefts, dated, strict=True) if left is not None and dates]
    repeated = [place for place, count in counts.items() if count >= 2 or with_dates == [place]]
    return 3.0 * min(repeated or counts) if counts else 0.0


def _is_body(line: Line, dates: Dates | None, indented: bool, stands_out: bool) -> bool:
    """Bullets, indented lines and sentences tell what was done; a long line in the type of a title is still a title."""
    text = line.text
    first = line.words[0].text
    if _is_bullet(line) or GLUED_BULLET.match(first) or indented:
        return True
    opens = dates is not None and dates.is_range and dates.begin == 0
    if dates and (opens or not text.endswith(".")) and (dates.begin <= 1 or not text[dates.finish :].strip(SEPARATORS)):
        return len(line.words) > 2.5 * MANY_WORDS
    words = len(line.words) - (len(words_between(line, dates.begin, dates.finish)) if dates else 0)
    if stands_out:
        return words > 1.5 * MANY_WORDS
    sentence = text.endswith((".", ";")) and words > 2 and not ABBREVIATED.search(text)
    return (
        len(text) > LONG_LINE or words > MANY_WORDS or sentence or (first[:1].islower() and words > 3 and not first.startswith(("e", "i")))
    )


def _ends_dated(line: Line, dates: Dates | None) -> bool:
    """Word processors leave an indent to the title below a list: left of the bullets, its range of dates at its end, it is no text."""
    return dates is not None and dates.is_range and dates.begin > 1 and not line.text[dates.finish :].strip(SEPARATORS)


def dates_in(text: str) -> Dates | None:
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
    if len(singles) == 2 and _stand_side_by_side(text, *singles):
        return Dates(singles[0].date, last.date, False, singles[0].begin, last.finish, True)
    if text[: last.begin].strip() in DASHES:
        return Dates(None, last.date, False, 0, last.finish, True)
    return Dates(last.date, None, False, last.begin, last.finish, False)


def _stand_side_by_side(text: str, one: DateFound, two: DateFound) -> bool:
    """Two months with nothing but white between them were two cells, or lost the dash that a style sheet drew."""
    in_order = one.date.month and two.date.month and (one.date.year, one.date.month) <= (two.date.year, two.date.month)
    return bool(in_order) and not text[one.finish : two.begin].strip()


def _between_commas(text: str, dates: Dates) -> bool:
    before, after = text[: dates.begin].rstrip(), text[dates.finish :].lstrip()
    return before.endswith(",") and after.startswith(",") and len(after.split()) <= MOST_BEHIND


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
                # `HND Catering, City College, 2011 - 2013, Merit`: a range between commas is a piece of a list, no part of a sentence.
                (dates.is_range and _between_commas(text, dates), 1.5),
                (text[: dates.begin].rstrip()[-1:] in ("(", "|", "·", ",", "–", "—", ":"), 1.0),
            )
            if is_so
        )
        - 0.5
    )
