"""Boxes that stood side by side on a web page become one paragraph in a word processor, often without a blank between them:
`**Bookkeeper**January 2011Present`. Where the look changes, around dates and beside a trade, the blank is put back.
"""

from __future__ import annotations

import re
from functools import cache

from workers.parsing.date_words import any_of
from workers.resources.language import gathered, month_numbers
from workers.resources.taxonomy import lookup, occupations
from workers.resources.text import flat, fold

_ENDS = re.compile(r"[^\W\d_]{2}\)?$|\d{4}$")
_OPENS = re.compile(r"[^\W\d_]{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
# A shorter month may end a word: Omar 2019.
_LONG_MONTH = 4
# Characters of a line that may hold a title beside a name, and of a trade's name: DevOps is written so.
_LONGEST, _SHORTEST = 120, 5
_CAPITAL_INSIDE = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Ý][a-zà-ÿ]{2})")


def is_seam(before: str, after: str) -> bool:
    """Whether two texts of different looks, nothing between them, are two words: `Nurse|Leeds`, not `Java|Script` cut in a word
    nor `D|upont` with a larger initial."""
    if not (_ENDS.search(before) and _OPENS.match(after)) or before[-1].isupper():
        return False
    return after[0].isupper() or (len(after) >= _LONG_MONTH and fold(after) in month_numbers())


def parted(text: str) -> str:
    """A blank where letters touch a date, a tab where a capital in a word stands beside a trade (`Site ManagerLakeshore Ironworks`)."""
    return _beside_trades(_beside_dates(text))


def _beside_trades(text: str) -> str:
    if len(text) > _LONGEST or len(text.split()) < 2:
        return text
    seams = [match.start() for match in _CAPITAL_INSIDE.finditer(text) if not _is_written_so(text, match.start())]
    cuts = [seam for seam in seams if _ends_a_trade(text[:seam]) or _begins_a_trade(text[seam:])]
    # What stood side by side on the page is not one phrase.
    return "\t".join(text[begin:finish] for begin, finish in zip([0, *cuts], [*cuts, len(text)], strict=True))


def _is_written_so(text: str, place: int) -> bool:
    """JavaScript, DevOps: a name of the trade's own."""
    word = text[:place].rpartition(" ")[2] + text[place:].partition(" ")[0]
    return lookup(word.strip(".,;:()")) is not None


def _ends_a_trade(text: str) -> bool:
    return any(match.finish == len(text) and match.finish - match.begin >= _SHORTEST for match in occupations().find(text))


def _begins_a_trade(text: str) -> bool:
    return any(match.begin == 0 and match.finish >= _SHORTEST for match in occupations().find(text))


def _beside_dates(text: str) -> str:
    if not _YEAR.search(text):
        return text
    plain = flat(text)
    if len(plain) != len(text):
        return text
    cuts = [match.start() for match in _around_dates().finditer(plain) if match.start()]
    return " ".join(text[begin:finish] for begin, finish in zip([0, *cuts], [*cuts, len(text)], strict=True))


@cache
def _around_dates() -> re.Pattern[str]:
    months = month_numbers()
    long = any_of(month for month in months if len(month) >= _LONG_MONTH)
    behind = any_of({*months, *gathered("present")})
    return re.compile(rf"(?<=[a-z)])(?=(?:{long})\.?\s(?:19|20)\d\d)|(?<=(?<![a-z\d_@.-])(?:19|20)\d\d)(?=(?:{behind})(?![a-z@]))")
