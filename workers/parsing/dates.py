"""Text → the dates and ranges printed in it, each with the characters it covers.

Two steps: atoms (a date, a word for today, a lone month) by one regular expression over the flat text, then a grammar that joins
two atoms when only a dash, a slash or a word like "à", "to", "bis" stands between them. A missing month or day stays missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from workers.cv import PartialDate
from workers.parsing.date_order import month_first
from workers.parsing.date_words import DateWords, date_words
from workers.resources.text import flat, fold

_NUMERIC = re.compile(r"\d\W{1,3}\d\d?\W{1,3}\d\d")
_BESIDE = 40  # characters beside a year in which the words of its range stand
_LONGEST_STAY = 45  # years between a year and the two digits behind its dash
_PIVOT = 45  # two-digit years up to it are of this century


class DateRange(NamedTuple):
    """`start` - `end` as printed at characters [begin, finish) of the text. `current`: a word says that it goes on."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool
    begin: int
    finish: int


class DateFound(NamedTuple):
    """One date outside any range. `ambiguous`: day and month could be swapped (03/04/2019)."""

    date: PartialDate
    begin: int
    finish: int
    ambiguous: bool = False


class _Atom(NamedTuple):
    kind: str
    year: int | None
    month: int | None
    day: int | None
    begin: int
    finish: int
    ambiguous: bool = False
    last_year: int | None = None
    last: PartialDate | None = None

    @property
    def date(self) -> PartialDate | None:
        return None if self.year is None else _partial(self.year, self.month, self.day)


def find_ranges(text: str) -> Sequence[DateRange]:
    """Ranges in the order of the text: two dates, a date and today, "depuis 2019", a school year 2018/19, an open "2019 -"."""
    return read_dates(text)[0]


def find_dates(text: str) -> Sequence[DateFound]:
    """Single dates, those inside ranges left out."""
    return read_dates(text)[1]


def is_ambiguous(text: str) -> bool:
    """True where a numeric date could be read day first or month first."""
    return bool(_NUMERIC.search(text)) and any(atom.ambiguous for atom in _atoms(flat(text), date_words()))


def first_date(text: str) -> PartialDate | None:
    """The one date a short text holds: a single date, else the end of its range."""
    ranges, dates = read_dates(text)
    return dates[0].date if dates else next((found.end or found.start for found in ranges), None)


def read_dates(text: str) -> tuple[tuple[DateRange, ...], tuple[DateFound, ...]]:
    """Ranges and the single dates outside them, in one reading; several finders ask for the same lines of one document."""
    return _read(text, month_first())


@lru_cache(maxsize=1024)
def _read(text: str, _is_month_first: bool) -> tuple[tuple[DateRange, ...], tuple[DateFound, ...]]:
    words = date_words()
    plain = flat(text)
    if not words.years.search(plain):
        return (), ()
    atoms = _atoms(plain, words)
    ranges: list[DateRange] = []
    dates: list[DateFound] = []
    place = 0
    while place < len(atoms):
        used, found = _range_at(plain, atoms, place, words)
        if found:
            ranges.append(found)
        elif (single := _single(plain, atoms[place])) is not None:
            dates.append(single)
        place += used
    return tuple(ranges), tuple(dates)


def _range_at(plain: str, atoms: list[_Atom], place: int, words: DateWords) -> tuple[int, DateRange | None]:
    first, second = atoms[place], atoms[place + 1] if place + 1 < len(atoms) else None
    if first.last_year is not None or first.last is not None:
        return 1, _span(plain, first, first, words)
    if second and _joined(plain, first, second, words):
        return 2, _span(plain, first, second, words)
    if second and first.kind == "since" and second.year and words.gap_since.fullmatch(plain, first.finish, second.begin):
        third = atoms[place + 2] if place + 2 < len(atoms) else None
        if third and _joined(plain, second, third, words):
            return 3, _span(plain, second, third, words)._replace(begin=first.begin)
        current = not words.starting.fullmatch(plain[first.begin : first.finish])
        return (2, DateRange(second.date, None, True, first.begin, second.finish)) if current else (1, None)
    if second and first.kind == "until" and second.year and not plain[first.finish : second.begin].strip():
        return 2, DateRange(None, second.date, False, first.begin, second.finish)
    if first.kind in ("date", "short") and second and second.kind == "until":
        third = atoms[place + 2] if place + 2 < len(atoms) else None
        apart = third and (plain[first.finish : second.begin] + plain[second.finish : third.begin]).strip(" ,")
        if third and third.year and not apart:
            return 3, _span(plain, first, third, words)
    if first.kind == "date" and (dash := words.open_end.match(plain, first.finish)):
        return 1, DateRange(first.date, None, False, first.begin, dash.end())
    return 1, None


def _joined(plain: str, first: _Atom, second: _Atom, words: DateWords) -> bool:
    gap = plain[first.finish : second.begin]
    if second.kind == "now":
        return first.kind in ("date", "short") and bool(words.gap_to_now.fullmatch(gap))
    if first.kind not in ("date", "month", "short") or second.kind not in ("date", "short") or len(gap) > 24:
        return False
    # "Sept 18 - Oct 20, 2020" are days.
    if (first.kind == "month" and second.month is None) or (first.kind == "short" and second.day and not first.day):
        return False
    if gap.strip() == "/":
        alike = first.month is None and second.month is None
        return first.kind == "month" or alike or " / " in gap or _are_iso(plain, first, second)
    return bool(words.gap.fullmatch(gap))


def _are_iso(plain: str, first: _Atom, second: _Atom) -> bool:
    """`2016-03-01/2018-05-31`: the solidus of ISO 8601 between two dates of one form."""
    return all(plain[one.begin : one.finish].count("-") == (2 if first.day else 1) for one in (first, second))


def _span(plain: str, first: _Atom, second: _Atom, words: DateWords) -> DateRange:
    start, end = first.date, second.date
    if first.kind == "month":
        year = second.year if (first.month or 0) <= (second.month or 0) else (second.year or 1) - 1
        start = _partial(year or 1, first.month, first.day)
    if first.last_year is not None:
        end = PartialDate.of(first.last_year)
    end = first.last or end
    if start and end and len(start) == len(end) and start > end:
        start, end = end, start
    tail = words.tail.match(plain, second.finish)
    begin, finish = _opened(plain, first.begin, words), tail.end() if tail else second.finish
    if plain.count("(", begin, finish) > plain.count(")", begin, finish) and plain[finish : finish + 1] == ")":
        finish += 1
    return DateRange(start, end, second.kind == "now", begin, finish)


def _opened(plain: str, begin: int, words: DateWords) -> int:
    """Words like "de", "été", "promotion" in front belong to the date."""
    opening = words.opening.search(plain, max(0, begin - 24), begin)
    return opening.start() if opening else begin


def _single(plain: str, atom: _Atom) -> DateFound | None:
    if atom.kind == "short":
        alone = plain[: atom.begin].strip(" ([-") == "" and plain[atom.finish :].strip(" )].,:-") == ""
        return DateFound(atom.date, atom.begin, atom.finish) if alone and atom.date else None
    date = atom.date if atom.kind == "date" else None
    return DateFound(date, _opened(plain, atom.begin, date_words()), atom.finish, atom.ambiguous) if date else None


def _atoms(plain: str, words: DateWords) -> list[_Atom]:
    return [
        atom for begin, finish in _windows(plain, words) for match in words.atom.finditer(plain, begin, finish) if (atom := _atom(match))
    ]


def _windows(plain: str, words: DateWords) -> list[tuple[int, int]]:
    """Where a year stands near: long texts are not searched for words of time elsewhere."""
    windows: list[tuple[int, int]] = []
    for year in words.years.finditer(plain):
        begin, finish = max(0, year.start() - _BESIDE), min(len(plain), year.end() + _BESIDE)
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], finish)
        else:
            windows.append((begin, finish))
    return windows


def _atom(match: re.Match[str]) -> _Atom | None:
    kind, begin, finish = match.lastgroup or "", match.start(), match.end()
    if kind in ("now", "since", "until"):
        return _Atom(kind, None, None, None, begin, finish)
    groups = match.groupdict()
    if kind == "iso" and groups["si"] == "/" and not groups["di"] and int(groups["mi"]) == (int(groups["yi"]) + 1) % 100:
        return _Atom("date", int(groups["yi"]), None, None, begin, finish, last_year=int(groups["yi"]) + 1)
    if kind == "school":
        return _school(int(groups["y1"]), groups["y2"], begin, finish)
    if kind in ("days", "months"):
        return _in_one_year(kind, groups, begin, finish)
    if kind == "lone":
        return _Atom("month", None, _month_number(groups["ml"]), int(groups["dl"] or 0) or None, begin, finish)
    return _dated(kind, groups, begin, finish)


def _school(year: int, digits: str, begin: int, finish: int) -> _Atom | None:
    """`2008 - 09` ends a year later; `2020 - 12` is no stay of 92 years but a month."""
    last = _full_year(digits, str(year)) or year
    if last - year <= _LONGEST_STAY:
        return _Atom("date", year, None, None, begin, finish, last_year=last)
    return _Atom("date", year, int(digits), None, begin, finish) if 0 < int(digits) <= 12 else None


def _in_one_year(kind: str, groups: dict[str, str | None], begin: int, finish: int) -> _Atom:
    """`du 12 au 30 juin 2020`, `07-08/2019`: two ends that share their month or their year."""
    year = int(groups["yr"] or groups["y3"] or 0)
    month = _month_number(groups["mr"]) or int(groups["m1"] or 0)
    day, last_day = (int(groups[name] or 0) or None for name in ("d1", "d2"))
    last = _partial(year, int(groups["m2"] or month or 0), last_day)
    return _Atom("date", year, month, day, begin, finish, last=last)


def _dated(kind: str, groups: dict[str, str | None], begin: int, finish: int) -> _Atom | None:
    def number(*names: str) -> int | None:
        return next((int(value) for name in names if (value := groups[name])), None)

    year = next((_full_year(value) for name in ("yi", "yd", "ym", "yn", "yu", "yp", "ys", "yh", "yt") if (value := groups[name])), None)
    month = number("mi", "md", "mm") or next((_month_number(value) for name in ("mn", "mu", "mh", "mt") if (value := groups[name])), None)
    day, ambiguous = number("di", "dd", "dn", "du", "dt"), False
    if kind == "dmy" and month and day:
        ambiguous = day <= 12 and month <= 12 and day != month
        month, day = (day, month) if month > 12 or (month_first() and day <= 12) else (month, day)
    if year is None or (month or 0) > 12:
        return None
    short = (kind == "my" and len(groups["ym"] or "") == 2) or kind in ("apostrophe", "hyphen", "two_digits")
    return _Atom("short" if short else "date", year, month, day, begin, finish, ambiguous)


def _full_year(digits: str | None, near: str | None = None) -> int | None:
    if not digits:
        return None
    value = int(digits.lstrip("'"))
    if value >= 100:
        return value
    century = int(near[:2]) * 100 if near else 2000 if value <= _PIVOT else 1900
    return century + value + (100 if near and century + value < int(near) else 0)


@cache
def _month_number(word: str | None) -> int | None:
    return date_words().months.get(fold(word or ""))


def _partial(year: int, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate.of(year, month, day)
    except ValueError:
        return PartialDate.of(year, month) if month and 1 <= month <= 12 else None
