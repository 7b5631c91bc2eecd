"""Entries side by side under titles of one look are read one after the other."""

from __future__ import annotations

from collections.abc import Callable

from workers.parsing.runs import YEAR, Row, Run


def by_card(rows: list[Row], is_heading: Callable[[str], bool]) -> list[Row]:
    result: list[Row] = []
    index = 0
    while index < len(rows):
        size = _card_rows(rows, index, is_heading)
        if size > 1:
            result += _by_column(rows[index : index + size])
            index += size
        else:
            result.append(rows[index])
            index += 1
    return result


def _card_rows(rows: list[Row], index: int, is_heading: Callable[[str], bool]) -> int:
    """How many rows from here are cards side by side: titles of one look over rows of another, none crossing, none only dates or a row
    of dots that rates what stands beside it."""
    titles = rows[index]
    if len(titles) < 2 or len({look_of(run) for run in titles}) > 1 or not all(_may_title(run) for run in titles):
        return 0
    size = 1
    while index + size < len(rows):
        row, before = rows[index + size], rows[index + size - 1]
        near = row[0].top - before[0].bottom < 1.6 * (row[0].bottom - row[0].top)
        if len(row) == 1 and size > 1 and is_heading(row[0].text):
            break
        if not near or any(_crosses(run, titles) for run in row) or (look_of(row[0]) == look_of(titles[0]) and size > 1):
            break
        size += 1
    below = rows[index + 1 : index + size]
    columns = {_column(run, titles) for row in below for run in row}
    differs = any(look_of(run) != look_of(titles[0]) for row in below for run in row)
    return size if differs and len(columns) == len(titles) and not _is_ragged(rows[index : index + size], titles) else 0


def _may_title(run: Run) -> bool:
    return any(map(str.isalpha, run.text)) and not YEAR.search(run.text)


def look_of(run: Run) -> tuple[float, bool, int]:
    return round(run.words[0].size, 1), run.words[0].bold, run.words[0].colour


def _crosses(run: Run, titles: Row) -> bool:
    return any(run.x0 < title.x0 - 3 and run.x1 > title.x0 + 1 for title in titles[1:]) or run.x0 < titles[0].x0 - 3


def _column(run: Run, titles: Row) -> int:
    return sum(run.x0 >= title.x0 - 3 for title in titles) - 1


def _is_ragged(rows: list[Row], titles: Row) -> bool:
    """The last column ends at one edge and begins anywhere, or alone holds dates: it belongs to the rows."""
    last = [run for row in rows for run in row if _column(run, titles) == len(titles) - 1]
    first = [run for row in rows for run in row if _column(run, titles) == 0]
    flush_right = max(run.x1 for run in last) - min(run.x1 for run in last) < 2
    flush_left = max(run.x0 for run in last) - min(run.x0 for run in last) < 9
    dates = [any(YEAR.search(run.text) for run in side) for side in (first, last)]
    return (flush_right and not flush_left) or dates[0] != dates[1] or len(last) == 1


def _by_column(rows: list[Row]) -> list[Row]:
    titles = rows[0]
    columns: list[list[Row]] = [[] for _ in titles]
    for row in rows:
        for place in range(len(titles)):
            if part := [run for run in row if _column(run, titles) == place]:
                columns[place].append(part)
    return [row for column in columns for row in column]
