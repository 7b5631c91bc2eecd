"""CVs without dated posts (a paragraph, a list of keywords): the trades and the years they state in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from workers.cv import Cv
from workers.features import Held
from workers.matching.words import data, levels
from workers.resources.language import gathered, merged
from workers.resources.taxonomy import occupations, skills
from workers.resources.text import flat, fold

_LOOKED_AT = 4000
_ENTRIES, _LONGEST_ENTRY = re.compile(r"[,;|•\n]|\.(?=\s|$)|\s[–—-]\s"), 40
_MOST_POSTS, _MOST_YEARS, _LONGEST_HEADLINE = 4, 45, 60


def posts(cv: Cv, now: int) -> tuple[Held, ...]:
    """Trades named in the text, the first ones; the years it states count for the first. `now`: month of reading."""
    headline = cv.candidate.headline or ""
    # A headline is short; of a paragraph without lines the reader may take any piece for one.
    text = f"{headline if len(headline) <= _LONGEST_HEADLINE else ''},\n{cv.raw_text or ''}"[:_LOOKED_AT]
    months = stated_months(text, now)
    found: dict[str, Held] = {}
    tools = [(one.begin, one.finish) for one in skills().find(text, in_list=True) if one.concept.kind == "TOOL"]
    for match in occupations().find(text):
        one = match.concept
        # Docker and Postman, and the server of SQL Server, are tools more often than trades where no post says so.
        if _heads(text, match.finish) or any(begin <= match.begin and match.finish <= finish for begin, finish in tools):
            continue
        found.setdefault(one.id, Held(text[match.begin : match.finish], one.id, one.kind, None if found else months, None, "text"))
    kept = list(found.values())
    if len(kept) > 1 and (cv.candidate.email or cv.candidate.phone) and _is_surname(text.strip(" ,\n"), kept[0].title):
        kept[1:2] = [msgspec.structs.replace(kept[1], months=kept[0].months)]
        del kept[0]
    return tuple(kept)[:_MOST_POSTS]


def _is_surname(text: str, trade: str) -> bool:
    """`Rose Baker Healthcare assistant`: a text that says where to write opens with a name, whatever trade the name may be."""
    before, word, _ = text.partition(trade)
    return " " not in trade and word != "" and len(before.split()) == 1 and before[:1].isupper() and fold(before) not in levels()


def _heads(text: str, finish: int) -> bool:
    """`IDE: Eclipse, STS`: a word in front of a colon heads a list."""
    return text[finish : finish + 3].lstrip().startswith(":")


def stated_months(text: str, now: int) -> int | None:
    """`8 years of experience`, `dix ans de métier`, `depuis 2017` → months; the longest of several."""
    plain = flat(text)
    return max((*_years(plain), *_since(plain, now)), default=None)


def skill_months(text: str) -> Mapping[str, int]:
    """`5 ans Python, FastAPI`, `Java (3 years)` → skill → months: each entry of a list that holds one skill and one number of years."""
    found: dict[str, int] = {}
    for entry in _ENTRIES.split(text[:_LOOKED_AT]):
        number = _number().findall(flat(entry)) if len(entry) <= _LONGEST_ENTRY else []
        known = list(skills().find(entry, in_list=True)) if len(number) == 1 else []
        if len(known) == 1:
            found.setdefault(known[0].concept.id, 12 * min(_MOST_YEARS, int(number[0])))
    return found


def _years(text: str) -> Iterator[int]:
    for match in _pattern().finditer(text):
        years = int(match[1]) if match[1].isdigit() else _numbers()[match[1]]
        if 0 < years <= _MOST_YEARS:
            yield 12 * years


def _since(text: str, now: int) -> Iterator[int]:
    for match in _opening().finditer(text):
        months = now - 12 * int(match[1])
        if 0 < months <= 12 * _MOST_YEARS:
            yield months


@cache
def _numbers() -> Mapping[str, int]:
    return {flat(word): number for row in data()["numbers"] for number, word in enumerate(row, 2)}


@cache
def _opening() -> re.Pattern[str]:
    since = "|".join(sorted((re.escape(flat(word)) for word in gathered("since") if len(word) > 4), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{since})\s(?:[a-z]+\s)?((?:19|20)\d\d)(?!\d)")


@cache
def _number() -> re.Pattern[str]:
    unit = "|".join(sorted({re.escape(flat(word)) for word in merged("units")["year"]}, key=len, reverse=True))
    return re.compile(rf"(?<![\da-z/])(\d{{1,2}})\s?\+?\s?(?:{unit})(?![a-z])")


@cache
def _pattern() -> re.Pattern[str]:
    unit = "|".join(sorted({re.escape(flat(word)) for word in merged("units")["year"]}, key=len, reverse=True))
    practice = "|".join(data()["experience"])
    number, behind = "|".join(_numbers()), "|".join(data()["behind_years"])
    return re.compile(
        rf"(?<![\da-z/])(\d{{1,2}}|{number})(?:\s1/2|[.,]5)?\s?\+?\s?(?:{unit})(?![a-z])(?:(?:'|[^.;\d]){{0,30}}?(?:{practice})|\s?(?:{behind})(?![a-z]))"
    )
