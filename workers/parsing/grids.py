"""Runs of one column → rows in reading order, where a margin or a grid makes that order another than the height's.

label     a heading or a wrapped word in the left margin comes before the row it stands beside
note      a place or a date in the right margin that slides beside the text belongs to the row its block began at
cards     see `cards`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from workers.parsing.banners import headings_first, large_first
from workers.parsing.cards import by_card, look_of
from workers.parsing.centred import centred_first
from workers.parsing.dates import find_ranges
from workers.parsing.facts import in_turn
from workers.parsing.margins import broken, is_narrow, parted
from workers.parsing.runs import YEAR, Row, Run, beside, closed_up
from workers.resources.language import month_numbers
from workers.resources.text import fold

IsHeading = Callable[[str], bool]
BULLET_FIRST = re.compile(r"\s*[•‣▪●○◦◆■\-–*➢✓·]\s")
OPEN_END = re.compile(r"(?:[-–—/]|\b(?:à|a|to|bis|until|au))\s*\Z", re.I)
OPEN_START = re.compile(r"\s*(?:[-–—/]|(?:à|to|bis|au)\b)", re.I)
NOTE_WIDTH = 0.34
LABEL_WIDTH = 0.38
# In a sidebar a margin of dates takes up to half.
DATES_WIDTH = 0.5
DATED_HEAD = 24


def rows_in_order(runs: Sequence[Run], is_heading: IsHeading) -> list[tuple[int, Row]]:
    """The rows of a column, each with the side it stands on: see `facts`."""
    rows = _rows(runs)
    parts = in_turn(rows, is_heading)
    return [(side, row) for side, part in parts for row in _in_order(_rows(part) if len(parts) > 1 else rows, is_heading)]


def _rows(runs: Sequence[Run]) -> list[Row]:
    rows: list[Row] = []
    for run in sorted(runs, key=lambda run: run.middle):
        home = next((row for row in rows[-1:-3:-1] if beside(row[0], run)), None)
        if home:
            home.append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.x0)
    return rows


def _in_order(rows: list[Row], is_heading: IsHeading) -> list[Row]:
    left, right = min(row[0].x0 for row in rows), max(run.x1 for row in rows for run in row)
    rows = _notes_first(centred_first(rows, is_heading), left, right)
    rows = _labels_first(rows, left, right, is_heading)
    return large_first(headings_first(by_card(rows, is_heading), is_heading))


def _notes_first(rows: list[Row], left: float, right: float) -> list[Row]:
    """Right margin: the second and later rows of a block of notes leave the text rows they slid beside."""
    result: list[Row] = []
    home: int | None = None
    last: Run | None = None
    for row in rows:
        note = row[-1] if _is_note(row[-1], left, right) and (len(row) > 1 or last) else None
        goes_on = note and last and note.top - last.bottom < 0.7 * (note.bottom - note.top) and home is not None
        if note and goes_on and home is not None and _is_beside_text(row, result[home], left, right):
            result.insert(home + 1, [note])
            home += 1
            row = row[:-1]
        elif note:
            home = len(result)
        last = note
        if row:
            result.append(row)
    return result


def _is_note(run: Run, left: float, right: float) -> bool:
    width = right - left
    return run.x0 > left + (1 - NOTE_WIDTH) * width and run.x1 > right - 0.12 * width


def _is_beside_text(row: Row, above: Row, left: float, right: float) -> bool:
    """The note stands alone or slid beside the text. Name, text and note under such a row are a table; under a date they are not."""
    named = len(row) > 2 and len(above) > 2 and not YEAR.search(above[0].text) and not BULLET_FIRST.match(row[0].text)
    return len(row) == 1 or (_is_text(row[0], left, right) and not named)


def _is_text(run: Run, left: float, right: float) -> bool:
    return bool(BULLET_FIRST.match(run.text)) or run.x1 - run.x0 > 0.55 * (right - left) or run.x0 > left + 6


def _labels_first(rows: list[Row], left: float, right: float, is_heading: IsHeading) -> list[Row]:
    """Left margin: headings stand alone before their row; a label over several rows is closed up into one."""
    result: list[Row] = []
    skip: set[int] = set()
    edges: list[float] = []
    margins: list[float] = []
    for index, row in enumerate(rows):
        row = [run for run in row if id(run) not in skip]
        if not row:
            continue
        row = parted(row, rows[max(0, index - 8) : index], rows[index + 1 : index + 8], edges)
        rows[index] = row
        pieces = broken(rows, index, LABEL_WIDTH * (right - left))
        heading = _margin_heading(rows, index, left, right, is_heading)
        # `Diplôme` is a heading, `Diplôme universitaire` is none.
        if heading and len(heading) >= len(pieces):
            skip |= {id(run) for run in heading[1:]}
            result += [[closed_up(heading)], row[1:]]
            continue
        label = pieces or (_label(rows, index, left, right) if len(row) > 1 else [])
        if pieces and is_narrow(row):
            edges.append(row[1].x0)
            margins.append(row[1].x0)
        skip |= {id(run) for run in label[1:]}
        if len(label) > 1 or (len(row) > 1 and any(abs(row[1].x0 - edge) < 1.0 for edge in margins)):
            result += [[closed_up(label or row[:1])], row[1:]]
        else:
            result.append(row)
    return result


def _margin_heading(rows: list[Row], index: int, left: float, right: float, is_heading: IsHeading) -> list[Run]:
    """The runs of a heading in the left margin beside a row of text; its second word may stand beside the next row."""
    row = rows[index]
    if len(row) < 2 or row[1].x0 > left + 0.45 * (right - left) or row[0].x0 > left + 0.3 * (right - left):
        return []
    if YEAR.search(row[1].text) and len(row[1].text) < DATED_HEAD and look_of(row[0]) == look_of(row[1]):
        return []
    heading = [row[0]]
    for other in rows[index + 1 : index + 4]:
        if other[0].x0 > row[0].x1 and other[0].top < heading[-1].bottom + 0.7 * (row[0].bottom - row[0].top):
            continue
        same = (
            look_of(other[0])[:2] == look_of(row[0])[:2]
            and (abs(other[0].x0 - row[0].x0) < 3 or abs(other[0].x1 - row[0].x1) < 3)
            and other[0].x1 < row[1].x0
        )
        if not same or other[0].top - heading[-1].bottom > 0.7 * (row[0].bottom - row[0].top):
            break
        heading.append(other[0])
    for size in range(len(heading), 0, -1):
        if is_heading(" ".join(run.text for run in heading[:size])):
            return heading[:size]
    return []


def _label(rows: list[Row], index: int, left: float, right: float) -> list[Run]:
    """The runs of a label: the first of this row and those right below it in the margin, when the text goes on beside none."""
    first, text = rows[index][0], rows[index][1]
    if text.x0 <= left + DATES_WIDTH * (right - left) and (date := _date_label(rows, index)):
        return date
    if text.x0 > left + LABEL_WIDTH * (right - left) or first.x0 > left + 6:
        return [first]
    label = [first]
    after = index + 1
    for after in range(index + 1, min(index + 8, len(rows) + 1)):
        row = rows[after] if after < len(rows) else []
        close = row and row[0].top - label[-1].bottom < 0.5 * (row[0].bottom - row[0].top)
        if (
            not close
            or _is_next_date(label, row[0])
            or abs(row[0].x0 - first.x0) > 3
            or row[0].x1 > text.x0 - 2
            or (len(row) > 1 and abs(row[1].x0 - text.x0) > 20)
        ):
            break
        label.append(row[0])
    follows = after < len(rows) and abs(rows[after][0].x0 - text.x0) < 20
    torn = any(run.text.endswith("-") or run.text[:1].islower() for run in label[:1])
    return label if follows or torn or (YEAR.search(first.text) and _ends(rows, after, label)) else [first]


def _date_label(rows: list[Row], index: int) -> list[Run]:
    """A range too long for its margin goes on in the next row of the margin: `janv. 2019 -` over `févr. 2022`."""
    first, text = rows[index][0], rows[index][1]
    opens = YEAR.search(first.text) or (len(first.words) < 3 and fold(first.words[-1].text) in month_numbers())
    if not opens or find_ranges(first.text.rstrip(" -–—/")):
        return []
    label = [first]
    for row in rows[index + 1 : index + 3]:
        run = row[0]
        near = run.top - label[-1].bottom < 0.9 * (run.bottom - run.top) and run.x1 < text.x0 - 2
        same = abs(run.x0 - first.x0) < 3 or abs(run.x1 - first.x1) < 3
        if not near or not same or len(run.words) > 4:
            return []
        label.append(run)
        said = " ".join(one.text for one in label)
        if any(found.begin == 0 and found.finish == len(said) and (found.end or found.current) for found in find_ranges(said)):
            return label
    return []


def _is_next_date(label: list[Run], run: Run) -> bool:
    """A second date is the next label, unless the first one was left open: `sept. 2015 -`, `De mars 2019 à juin`."""
    said = " ".join(one.text for one in label)
    if not YEAR.search(said) or not YEAR.search(run.text):
        return False
    return len(YEAR.findall(said)) > 1 or not (OPEN_END.search(said) or OPEN_START.match(run.text) or said[-1].isalpha())


def _ends(rows: list[Row], after: int, label: list[Run]) -> bool:
    """Nothing comes after the label, or white space does."""
    return after >= len(rows) or rows[after][0].top - label[-1].bottom > 0.5 * (label[-1].bottom - label[-1].top)
