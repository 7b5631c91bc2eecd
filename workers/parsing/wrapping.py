"""Lines that only the width of the column broke are one again, and the two halves of a date are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from workers.parsing.items import LONG_LINE, SEPARATORS, dated_alone, dates_in, words_between
from workers.parsing.lexicon import legal_form
from workers.parsing.lines import box_of, cells, is_rest, text_left, wrapped, wraps
from workers.parsing.looks import Body
from workers.parsing.places import is_place
from workers.parsing.runs import BULLET
from workers.parsing.torn import mended, rejoined
from workers.parsing.types import Line, Word
from workers.resources.entry_words import entry_words
from workers.resources.language import merged, month_numbers
from workers.resources.text import fold

DIGIT = re.compile(r"\d")
# A year stands within so many characters of where a range was broken.
NEAR_EDGE = 25
# A date so many times its size before the edge stands at no edge.
FAR = 3
# Names of houses and titles are no longer; sentences are.
MOST_WORDS = 8
OPEN_ENDS = (",", "-", "–", "/", "&", "(", ":", " et", " and", " de", " en", " du", " of", " in")


def unwrapped(lines: Sequence[Line], body: Body, opens: Callable[[str], bool] | None = None) -> list[Line]:
    """Lines that only the width of the column broke are one again; those that `opens` says to begin something are left alone."""
    found: list[Line] = []
    last: Line | None = None
    # A file that breaks its own paragraphs says where they end: nothing is left to be guessed from the edge.
    told = any(map(is_rest, lines))
    for line in map(_with_dates_apart, rejoined(mended(lines), body)):
        if line.label:
            found.append(line)
        elif last is not None and _date_goes_on(last, line):
            words = found[-1].words + line.words
            found[-1] = found[-1]._replace(words=words, box=box_of(words))
            line = line._replace(words=words)
        elif last is not None and is_rest(line) and line.block == last.block:
            found[-1] = _with_rest(found[-1], line)
        elif last is not None and dated_alone(last) and dated_alone(line) and _is_close(last, line):
            found[-1] = found[-1]._replace(words=found[-1].words + line.words)
        elif last is not None and _is_rest_of_name(last, line) and _is_alike(last, line):
            found[-1] = wrapped(found[-1], line)
        elif opens and opens(line.text) and last is not None and not last.text.endswith(OPEN_ENDS):
            found.append(line)
        elif (
            last is not None
            and not told
            and wraps(last, line, edge := body.edges[line.column])
            and _may_be_rest(last, line, edge)
            and _is_alike(last, line)
        ):
            found[-1] = wrapped(found[-1], line)
        else:
            found.append(line)
        last = line
    return found


def _with_rest(line: Line, below: Line) -> Line:
    """The title in front of dates at the right edge goes on below them; else the last cell of the line does."""
    dated = len(cells(line)) > 1 and dates_in(" ".join(word.text for word in cells(line)[-1]))
    if dated and abs(below.box.x0 - text_left(cells(line)[-1])) > 3:
        return wrapped(line, below)
    words = line.words + below.words
    return line._replace(words=words, box=box_of(words))


def _is_rest_of_name(last: Line, line: Line) -> bool:
    """A legal form alone on its line, or beside a town, ends the name above it; a name does not end with "and" or "of"."""
    near = line.block == last.block and line.page == last.page and -2 < line.box.top - last.box.bottom < 0.7 * line.size
    if not near or BULLET.match(last.words[0].text) or (dates_in(last.text) is not None and len(cells(last)) == 1):
        return False
    first, _, rest = line.text.partition(" ")
    is_form = legal_form(first) and (not rest or is_place(rest.strip(" ,()–-")))
    end = _end(last).text
    broken = fold(end) in _unfinished() and end.islower() and line.text[:1].isalpha()
    return is_form or (broken and len(last.words) <= MOST_WORDS >= len(line.words) and not dates_in(line.text))


@cache
def _unfinished() -> frozenset[str]:
    return frozenset(map(fold, (*merged("words").get("and", ()), *entry_words().joiners))) - {""}


def _is_alike(last: Line, line: Line) -> bool:
    end, start = _end(last), line.words[0]
    # Plain text has no other sign of a title than capitals.
    shouted = last.text.isupper() and len(last.words) > 1 and any(map(str.islower, line.text))
    return (end.bold, end.colour) == (start.bold, start.colour) and not shouted


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


def _may_be_rest(last: Line, line: Line, edge: tuple[float, float]) -> bool:
    """The rest of a title is short; of a paragraph or a bullet it may be a full line."""
    paragraph = len(last.text) > 0.55 * LONG_LINE or bool(BULLET.match(last.words[0].text)) or dates_in(line.text) is not None
    return (
        (len(line.words) <= 7 or paragraph)
        and not _ends_dated(last, edge)
        and not _is_under_date(last, line)
        and not (_opens_dated(line) or _is_dated_name(line))
        and (not dated_alone(line) or last.text.endswith(","))
    )


def _date_goes_on(last: Line, line: Line) -> bool:
    """`août 2019 - juin` over `2022`: one range, broken at the edge."""
    text = last.text
    # LinkedIn sets its lines far apart; a bracket that is still open goes on all the same.
    reach = 1.5 if text.rfind("(") > text.rfind(")") and ")" in line.text else 0.7
    if line.block != last.block or line.page != last.page or not -2 < line.box.top - last.box.bottom < reach * line.size:
        return False
    near_edge = DIGIT.search(text[-NEAR_EDGE:]) or DIGIT.search(line.text[:NEAR_EDGE])
    begun = DIGIT.search(text) or fold(text.rpartition(" ")[2]).lstrip("(") in month_numbers()
    joined = dates_in(f"{text} {line.text}") if near_edge and len(text) < 160 and begun else None
    is_range = joined is not None and joined.is_range and joined.begin < len(text) - 3 and joined.finish > len(text) + 1
    # `Nov 2017 – Present` over `Ten years of experience`: a length adds nothing to a range that is whole.
    alone = dates_in(text) if is_range else None
    is_told = (
        alone is not None and joined is not None and (alone.start, alone.end, alone.current) == (joined.start, joined.end, joined.current)
    )
    return is_range and not is_told and not _are_whole(text, line.text)


def _are_whole(above: str, below: str) -> bool:
    """A whole date under a whole date, no dash between them: each has its own line to tell of."""
    upper, lower = dates_in(above), dates_in(below)
    return upper is not None and lower is not None and upper.finish == len(above) and above[-1:].isalnum() and lower.begin == 0


def _ends_dated(line: Line, edge: tuple[float, float]) -> bool:
    """A line that ends with its dates is complete, and one that begins with them and ends with a town. Dates at the right edge may
    stand beside a title that goes on below."""
    dates = dates_in(line.text)
    if dates is not None and dates.is_range and dates.begin == 0:
        return is_place(line.text.rpartition(",")[2].strip(" ()")) and "," in line.text[dates.finish :]
    ends = dates is not None and dates.begin > 0 and not line.text[dates.finish :].strip(SEPARATORS)
    return ends and (len(cells(line)) == 1 or edge[1] - line.words[-1].x1 > FAR * line.size)


def _opens_dated(line: Line) -> bool:
    """`2007 - 2009 : BTS ...` begins something, however full the line above it is."""
    dates = dates_in(line.text)
    return dates is not None and dates.is_range and dates.begin == 0 and dates.finish < len(line.text)


def _is_under_date(last: Line, line: Line) -> bool:
    """What stands under a whole date in the margin begins there by chance: nothing of a date is left to be said."""
    parts = cells(last)
    dates = dates_in(" ".join(word.text for word in parts[0])) if len(parts) > 1 and abs(line.box.x0 - parts[0][0].x0) < 3 else None
    whole = dates is not None and (dates.current or dates.end is not None or not dates.is_range)
    return whole and len(words_between(last, dates.begin, dates.finish) if dates else ()) == len(parts[0]) and dates_in(line.text) is None


def _is_dated_name(line: Line) -> bool:
    """`Lycée Jules-Guesde 2009 - 2012` is a head with its dates, not the rest of a title."""
    dates = dates_in(line.text)
    whole = dates is not None and dates.is_range and dates.begin > 0 and dates.finish == len(line.text)
    return whole and line.text[:1].isupper() and len(words_between(line, 0, dates.begin - 1 if dates else 0)) > 1


def _is_close(last: Line, line: Line) -> bool:
    """A start over an end: two dates in one margin, no range yet."""
    near = last.block == line.block and last.page == line.page and -2 < line.box.top - last.box.bottom < 0.6 * line.size
    dates = dates_in(last.text)
    return near and abs(last.box.x0 - line.box.x0) < 30 and dates is not None and not (dates.is_range and (dates.end or dates.current))
