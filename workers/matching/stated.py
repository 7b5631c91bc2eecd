"""CVs without dated posts (a paragraph, a list of keywords): the trades and the years they state in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workers.cv import Cv
from workers.features import Held
from workers.matching.words import data
from workers.resources.language import merged
from workers.resources.taxonomy import occupations
from workers.resources.text import flat

_LOOKED_AT = 4000
_MOST_POSTS, _MOST_YEARS = 4, 45


def posts(cv: Cv) -> tuple[Held, ...]:
    """Trades named in the text, the first ones; the years it states count for the first."""
    text = f"{cv.candidate.headline or ''}\n{cv.raw_text or ''}"[:_LOOKED_AT]
    months = stated_months(text)
    found: dict[str, Held] = {}
    for match in occupations().find(text):
        one = match.concept
        found.setdefault(one.id, Held(text[match.begin : match.finish], one.id, one.kind, None if found else months, None, "text"))
    return tuple(found.values())[:_MOST_POSTS]


def stated_months(text: str) -> int | None:
    """`8 years of experience`, `6 ans d'expérience` → months; the longest of several."""
    return max((years * 12 for years in _years(flat(text))), default=None)


def _years(text: str) -> Iterator[int]:
    for match in _pattern().finditer(text):
        if 0 < int(match[1]) <= _MOST_YEARS:
            yield int(match[1])


@cache
def _pattern() -> re.Pattern[str]:
    unit = "|".join(sorted({re.escape(flat(word)) for word in merged("units")["year"]}, key=len, reverse=True))
    practice = "|".join(data()["experience"])
    return re.compile(rf"(?<!\d)(\d{{1,2}})\s?\+?\s?(?:{unit})(?![a-z])(?:'|[^.;\d]){{0,30}}?(?:{practice})")
