"""What a page prints around the CV: page numbers, headers and footers that come back on every page, heads of columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from workers.parsing.runs import Run
from workers.parsing.types import Page
from workers.resources.language import heading_kind, merged
from workers.resources.text import fold

MARGIN = 0.09
PAGE_NUMBER = re.compile(r"(?:.{0,60}\b(?:page|seite|p[aá]gina|blz)\W{0,3})?\d{1,2}(?:\s*(?:/|of|sur|von|de|di|van)\s*\d{1,2})?\W*\Z", re.I)
OF_PAGES = re.compile(r"(?:page|seite|p[aá]gina|blz)\W{0,3}\d{1,2}\s*(?:/|of|sur|von|de|di|van)\s*\d{1,2}\Z", re.I)

Rows = dict[int, list[list[Run]]]


def without_furniture(rows: Rows, pages: tuple[Page, ...]) -> Rows:
    """Rows in the margins of the pages, without those that number the pages and those seen on an earlier page."""
    heights = {page.number: page.height for page in pages}
    repeated = Counter(key for number in rows for key in {_key(text) for _, text in _margins(rows[number], heights.get(number, 842.0))})
    seen: set[str] = set()
    kept: Rows = {}
    for number, page_rows in rows.items():
        dropped = set()
        for index, text in _margins(page_rows, heights.get(number, 842.0)):
            key = _key(text)
            again = repeated[key] > 1 and (key in seen or _is_notice(text, page_rows[index], heights.get(number, 842.0)))
            if again or _is_page_number(text, page_rows[index]):
                dropped.add(index)
            seen.add(key)
        kept[number] = [row for index, row in enumerate(page_rows) if index not in dropped]
    return kept


def _margins(rows: list[list[Run]], height: float) -> Iterator[tuple[int, str]]:
    for index, row in enumerate(rows):
        if row and (row[0].bottom < MARGIN * height or row[0].top > (1 - MARGIN) * height):
            yield index, " ".join(run.text for run in row)


def _is_notice(text: str, row: list[Run], height: float) -> bool:
    """At the foot of every page; an address or a number there is how the person is reached, and is read once."""
    return row[0].top > height / 2 and "@" not in text and not re.search(r"\d(?:[\s.-]?\d){5}", text)


def _is_page_number(text: str, row: list[Run]) -> bool:
    """A number alone or behind a few words, or `Page 1 / 2` at the end of whatever stands at the foot."""
    alone = bool(PAGE_NUMBER.match(text)) and len(text) < 80 and not re.search(r"\d{3}", text)
    return alone or (len(row) > 1 and bool(OF_PAGES.match(row[-1].text)))


def _key(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def names_columns(cells: Sequence[str]) -> bool:
    """`Période | Poste | Employeur` over the columns of a table; headings side by side are no such row."""
    return len(cells) > 1 and all(fold(text) in _column_heads() for text in cells) and not all(map(heading_kind, cells))


@cache
def _column_heads() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("column_heads", ())))
