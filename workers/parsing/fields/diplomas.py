"""Lines that begin with the name of a diploma: each opens a study, dated or not.

Short CVs list diplomas one under the other, a date beside the last one only: `2012  Titre SSIAP 2` over `BEP Cuisine`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from workers.parsing.anchors import is_detail
from workers.parsing.date_words import any_of
from workers.parsing.entries import Entry
from workers.parsing.items import SEPARATORS, dates_in
from workers.parsing.lexicon import leads
from workers.parsing.runs import BULLET
from workers.parsing.types import Line
from workers.resources.entry_words import entry_words
from workers.resources.language import merged
from workers.resources.text import flat, fold

LONGEST = 12


def opens_line(text: str) -> bool:
    """Is what begins with a diploma or a school never the rest of the line above it?"""
    return opens_study(text) or (text[:1].isupper() and " " in text and leads(text, entry_words().schools))


def opens_study(text: str) -> bool:
    """`BEP Cuisine`, `2012 Titre SSIAP 2`: a capital, the name of a diploma, what it is in."""
    return _names_diploma(text) and not tells_how_it_ended(_undated(text))


def _undated(text: str) -> str:
    dates = dates_in(text) if any(map(str.isdigit, text)) else None
    return text[dates.finish :].lstrip(SEPARATORS) if dates and not text[: dates.begin].strip(SEPARATORS) else text


def _names_diploma(text: str) -> bool:
    said = _undated(text)
    words = fold(said).split()
    if not said[:1].isupper() or len(words) > LONGEST or said.endswith(".") or is_detail(said):
        return False
    return any(" ".join(words[:count]) in _names() for count in range(min(5, len(words)), 0, -1))


@cache
def _names() -> frozenset[str]:
    """Diplomas with a level, and titles of a trade; those that are trades or schools too are left out."""
    words = entry_words()
    return frozenset(name for name in words.diplomas - words.occupations if not {name, name.split()[0]} & words.schools)


def tells_how_it_ended(text: str) -> bool:
    return _passed().search(flat(text)) is not None


@cache
def _passed() -> re.Pattern[str]:
    """`Licence obtenue en 2012` speaks of the diploma above it."""
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('words').get('passed', ()))})(?![a-z])")


def each_diploma(found: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of a section of studies, cut where a second diploma begins."""
    for entry in found:
        yield from _cut(entry)


def _cut(entry: Entry) -> Iterator[Entry]:
    lines = (*entry.head, *entry.body)
    starts = [place for place, line in enumerate(lines) if opens_study(_shown(line)) and _like_the_first(lines[0], line)]
    # Nothing stands above the first line: `BUT GEII (1re année validée)` speaks of itself.
    if starts and starts[0] > 0 and _names_diploma(_shown(lines[0])):
        starts.insert(0, 0)
    if len(starts) < 2:
        yield entry
        return
    edges = [0, *starts[1:], len(lines)]
    for begin, finish in pairwise(edges):
        yield _part(entry, lines[begin:finish], len(entry.head) - begin)


def _part(entry: Entry, lines: Sequence[Line], heads: int) -> Entry:
    """The lines of one diploma: its own date, or that of the entry where it stands among them."""
    dated = next((line for line in lines if line is entry.date_line), None) or next((line for line in lines if dates_in(line.text)), None)
    dates = entry.dates if dated is entry.date_line else dates_in(dated.text) if dated else None
    count = max(heads, 1)
    return Entry(tuple(lines[:count]), tuple(lines[count:]), dates if dated else None, dated)


def _shown(line: Line) -> str:
    words = line.words[1:] if len(line.words) > 1 and BULLET.match(line.words[0].text) else line.words
    return " ".join(word.text for word in words)


def _like_the_first(first: Line, line: Line) -> bool:
    """Bullets under a diploma tell what was learnt; where the diplomas themselves stand behind bullets, each of them does."""
    return bool(BULLET.match(first.words[0].text)) == bool(BULLET.match(line.words[0].text))
