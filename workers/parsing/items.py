"""Lines of a section → items: each line with what the eye sees of it, and the date it holds."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from workers.cv import PartialDate
from workers.parsing.dates import find_dates, find_ranges
from workers.parsing.lines import cells, wrapped, wraps
from workers.parsing.looks import Body, Look, emphasis
from workers.parsing.places import is_place
from workers.parsing.runs import BULLET
from workers.parsing.torn import mended, rejoined
from workers.parsing.types import Line, Word

LONG_LINE = 100
MANY_WORDS = 13
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


def unwrapped(lines: Sequence[Line], body: Body) -> list[Line]:
    """Lines that only the width of the column broke are one again."""
    found: list[Line] = []
    last: Line | None = None
    for line in map(_with_dates_apart, rejoined(mended(lines), body)):
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
    dated = len(parts) > 1 and bool(dates_in(" ".join(word.text for word in parts[-1])))
    return parts[-2][-1] if dated else line.words[-1]


def _with_dates_apart(line: Line) -> Line:
    """Dates at the right edge may stand close behind a long title; they are a cell of their own all the same."""
    dates = dates_in(line.text) if len(cells(line)) == 1 else None
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
    paragraph = len(last.text) > 0.55 * LONG_LINE or bool(BULLET.match(last.words[0].text)) or dates_in(line.text) is not None
    return (len(line.words) <= 7 or paragraph) and not _dated_alone(line) and not _ends_dated(last)


def _date_goes_on(last: Line, line: Line) -> bool:
    """`août 2019 - juin` over `2022`: one range, broken at the edge."""
    if line.block != last.block or line.page != last.page or not -2 < line.box.top - last.box.bottom < 0.7 * line.size:
        return False
    text = last.text
    joined = dates_in(f"{text} {line.text}") if any(map(str.isdigit, text)) and len(text) < 160 else None
    return joined is not None and joined.is_range and joined.begin < len(text) - 3 and joined.finish > len(text) + 1


def _ends_dated(line: Line) -> bool:
    """A line that ends with its dates is complete."""
    dates = dates_in(line.text)
    return dates is not None and dates.begin > 0 and len(cells(line)) == 1 and not line.text[dates.finish :].strip(SEPARATORS)


def _is_close(last: Line, line: Line) -> bool:
    """A start over an end: two dates in one margin, no range yet."""
    near = last.block == line.block and last.page == line.page and -2 < line.box.top - last.box.bottom < 0.6 * line.size
    dates = dates_in(last.text)
    return near and abs(last.box.x0 - line.box.x0) < 30 and dates is not None and not (dates.is_range and (dates.end or dates.current))


def _dated_alone(line: Line) -> bool:
    dates = dates_in(line.text)
    return bool(dates) and not (line.text[: dates.begin] + line.text[dates.finish :]).strip(SEPARATORS) if dates else False


def items_of(lines: Sequence[Line], body: Body) -> list[Item]:
    found: list[Item] = []
    pitch = _pitch(lines)
    dated = [dates_in(line.text) for line in lines]
    lefts = [_content_left(line, dates) for line, dates in zip(lines, dated, strict=True)]
    usual_left = _usual_left(lefts, dated)
    marked = _bulleted_titles(lines)
    for index, line in enumerate(lines):
        gap = _gap(lines[index - 1], line, pitch) if index else 3.0
        lead = _lead(line, dated[index])
        left = lefts[index]
        indented = left is not None and 4.0 < left - usual_left < 70.0
        is_body = index not in marked and _is_body(line, dated[index], indented, emphasis(lead, body) >= 1.0)
        found.append(
            Item(line, line.text, Look.of(lead), emphasis(lead, body), gap, is_body, dated[index], _anchor(line, dated[index], is_body))
        )
    return found


def _bulleted_titles(lines: Sequence[Line]) -> frozenset[int]:
    """A section that begins with a bullet right above a bare date prints its titles behind bullets: each such bullet is one."""
    over = [index for index, (line, below) in enumerate(pairwise(lines)) if _is_bullet(line) and _dated_alone(below)]
    if not over or over[0] != 0:
        return frozenset()
    left = lines[0].box.x0
    return frozenset(index for index in over if abs(lines[index].box.x0 - left) < 4 and len(lines[index].words) <= 2 * MANY_WORDS)


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


def _content_left(line: Line, dates: Dates | None) -> float | None:
    """Where the words begin, a date in the left margin left out; None where nothing but a place stands beside it, and for bullets:
    they hang in the margin or stand inside."""
    if BULLET.match(line.words[0].text):
        return None
    if dates and dates.begin == 0:
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
    if dates and not text.endswith(".") and (dates.begin <= 1 or not text[dates.finish :].strip(SEPARATORS)):
        return len(line.words) > 2.5 * MANY_WORDS
    words = len(line.words) - (len(words_between(line, dates.begin, dates.finish)) if dates else 0)
    if stands_out:
        return words > 1.5 * MANY_WORDS
    sentence = text.endswith((".", ";")) and words > 2 and not ABBREVIATED.search(text)
    return (
        len(text) > LONG_LINE or words > MANY_WORDS or sentence or (first[:1].islower() and words > 3 and not first.startswith(("e", "i")))
    )


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
