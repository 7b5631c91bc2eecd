"""What the posts of a CV say of themselves: figures, openings, dates, the months between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from workers.coaching.lines import lines
from workers.cv import Cv, Experience
from workers.partial_date import PartialDate
from workers.resources.coaching_rules import Words, rules
from workers.resources.text import flat, fold

FIGURE = re.compile(r"\d")


class Gap(NamedTuple):
    """Months from `since`, the end of the post before, until the beginning of `after`."""

    before: Experience
    after: Experience
    since: PartialDate
    until: PartialDate
    months: int


def figures(post: Experience) -> int:
    return sum(map(has_figure, lines(post)))


def has_figure(line: str) -> bool:
    """In digits or in words: 'a team of six'."""
    return bool(FIGURE.search(line)) or not rules().figures.isdisjoint(fold(line).split())


def called(post: Experience) -> str:
    """How advice speaks of a post."""
    return ", ".join(filter(None, (post.job_title, post.company))) or "?"


def dated(cv: Cv, post: Experience) -> str:
    """The same with the dates the CV prints: `Serveur, Le Phare (mars 2015 – déc. 2016)`."""
    printed = printed_dates(cv, f"experiences[{cv.experiences.index(post)}]")
    return f"{called(post)} ({printed})" if printed else called(post)


def weak(line: str, openings: tuple[str, ...]) -> str | None:
    """The opening of this line that says nobody did it, as printed."""
    start = flat(line)
    for opening in openings:
        goes_on = opening[-1].isalnum() and start[len(opening) : len(opening) + 1].isalnum()
        if start.startswith(opening) and not goes_on:
            return line[: len(opening)]
    return None


def strong(line: str, say: Words) -> str:
    """The line without such an opening; what follows it stays as it was written."""
    opening = weak(line, say.openings)
    rest = line[len(opening) :].strip(" :") if opening else line
    return rest[:1].upper() + rest[1:] if len(rest.split()) > 1 else line


def gaps(cv: Cv, least: int) -> Iterator[Gap]:
    """Stretches of at least `least` months in which no post and no study ran; dates without a month leave the benefit of the doubt."""
    dated = [post for post in cv.experiences if post.start_date and (post.end_date or post.current)]
    busy = [(first(post.start_date), last(post.end_date)) for post in dated if post.start_date]
    busy += [(first(each.start_date), last(each.end_date)) for each in cv.educations if each.start_date and each.end_date]
    posts = sorted(dated, key=lambda post: first(post.start_date) if post.start_date else 0)
    for before, after in pairwise(posts):
        if before.current or not before.end_date or not after.start_date:
            continue
        begin, finish = last(before.end_date), first(after.start_date)
        free = _free(begin, finish, busy)
        if free >= least:
            yield Gap(before, after, before.end_date, after.start_date, free)


def _free(begin: int, finish: int, busy: list[tuple[int, int]]) -> int:
    months = set(range(begin + 1, finish))
    for start, end in busy:
        months -= set(range(start, end + 1))
    return len(months)


def first(date: PartialDate | None) -> int:
    """Months since year 0; a year alone counts from its first month."""
    return date.year * 12 + (date.month or 1) - 1 if date else 0


def last(date: PartialDate | None) -> int:
    """The same, a year alone to its last month; no date: still running."""
    return date.year * 12 + (date.month or 12) - 1 if date else 9999 * 12


def printed_dates(cv: Cv, path: str) -> str:
    """The dates of `experiences[0]` or `educations[0]` in the CV's own writing; their years where the reader kept no words."""
    for name in ("startDate", "endDate"):
        if seen := cv.evidence.get(f"{path}.{name}"):
            return seen.text
    kind, _, index = path.rstrip("]").partition("[")
    item = getattr(cv, kind)[int(index)]
    years = dict.fromkeys(str(date.year) for date in (item.start_date, item.end_date) if date)
    return " – ".join(years)
