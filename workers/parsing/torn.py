"""What a narrow column tears inside an entry: the range whose end stands on the next line, the title that goes on there."""

from __future__ import annotations

from collections.abc import Sequence

from workers.parsing.dates import find_dates, find_ranges
from workers.parsing.lines import box_of, cells, wrapped
from workers.parsing.looks import Body, Look, emphasis
from workers.parsing.runs import BULLET
from workers.parsing.types import Line, Word

MANY_WORDS = 7


def mended(lines: Sequence[Line]) -> list[Line]:
    """`Agence d'intérim | janv. 2020 - avr.` over `Rhônalpin | 2022`: the whole range stands on the first line."""
    found: list[Line] = []
    for line in lines:
        if found and (end := _torn_end(found[-1], line)):
            above = found[-1]
            found[-1] = _of(above, [*cells(above)[:-1], (*cells(above)[-1], *end)])
            line = _of(line, cells(line)[:-1])
        found.append(line)
    return found


def _torn_end(above: Line, line: Line) -> tuple[Word, ...]:
    """The words at the right edge of `line` that complete the date at the right edge of `above`."""
    upper, lower = cells(above), cells(line)
    if min(len(upper), len(lower)) < 2 or above.page != line.page or above.block != line.block:
        return ()
    start, end = upper[-1], lower[-1]
    near = -2 < end[0].top - start[0].bottom < 0.8 * end[0].size
    if not near or min(abs(start[0].x0 - end[0].x0), abs(start[-1].x1 - end[-1].x1)) > 3 or _is_whole(start):
        return ()
    return end if _is_whole((*start, *end)) and not _is_whole(end) else ()


def _is_whole(words: tuple[Word, ...]) -> bool:
    """A range with both its ends, and nothing beside it."""
    text = " ".join(word.text for word in words)
    ranges = find_ranges(text) if any(map(str.isdigit, text)) else ()
    return bool(ranges) and ranges[0].begin == 0 and ranges[0].finish == len(text) and (ranges[0].current or ranges[0].end is not None)


def _of(line: Line, parts: Sequence[tuple[Word, ...]]) -> Line:
    words = tuple(word for part in parts for word in part)
    mended_line = line._replace(words=words, box=box_of(words))
    vars(mended_line)["cells"] = list(parts)
    return mended_line


def rejoined(lines: Sequence[Line], body: Body) -> list[Line]:
    """Titles of one type right below one another: where some stand alone, those over several lines were broken. The column they
    stand in is as wide as the widest of them. A line that begins with a small letter goes on anyway."""
    leads = [_lead(line) for line in lines]
    goes_on = [False, *(_goes_on(lines, leads, place) for place in range(1, len(lines)))]
    alone = {
        Look.of(leads[place])
        for place in range(len(lines))
        if not goes_on[place] and not (place + 1 < len(lines) and goes_on[place + 1]) and emphasis(leads[place], body) >= 1
    }
    widest = {look: max(lead.box.x1 for lead in leads if Look.of(lead) == look) for look in alone}
    found: list[Line] = []
    for place, line in enumerate(lines):
        look = Look.of(leads[place])
        above = leads[place - 1]
        broken = line.text[:1].islower() and emphasis(line, body) >= 1
        if goes_on[place] and (broken or (look in alone and above.box.x1 + _first_width(line) > widest[look])):
            found[-1] = wrapped(found[-1], line)
        else:
            found.append(line)
    return found


def _lead(line: Line) -> Line:
    """The line without what stands apart from its first words."""
    words = cells(line)[0]
    is_whole = len(words) == len(line.words) and (line.box.x0, line.box.x1) == (words[0].x0, words[-1].x1)
    return line if is_whole else line._replace(words=words, box=box_of(words))


def _first_width(line: Line) -> float:
    return line.words[0].x1 - line.words[0].x0


def _goes_on(lines: Sequence[Line], leads: Sequence[Line], place: int) -> bool:
    above, line = leads[place - 1], lines[place]
    return (
        line.page == above.page
        and line.block == above.block
        and -2 < line.box.top - above.box.bottom < 0.4 * line.size
        and abs(line.box.x0 - above.box.x0) < 2
        and len(cells(line)) == 1
        and len(line.words) <= MANY_WORDS
        and Look.of(line) == Look.of(above)
        and not BULLET.match(line.words[0].text)
        and not any(find_dates(one.text) for one in (above, line))
    )
