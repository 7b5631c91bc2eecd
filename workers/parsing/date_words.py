"""The words of time of all languages, compiled once into the expressions that `dates` runs over a flat text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from workers.resources.language import gathered, merged, month_numbers, number_words
from workers.resources.text import flat

_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
_SLASH = r"(?:\s?/\s?|[-.])"
# Digits or signs around that make a number something else: 2 000 clients, 1990 €, 2000 - 2500 €, 2019.5, 06.12.34.56.78, ISO 9001:2015.
_BEFORE = r"(?<![\d€$£#.,+])(?<!\b\d/)(?<!\b\d\d/)(?<!\b\d\s)(?<!\b\d\d\s)(?<!\b\d\d\d\s)(?<!\d:)"
# A list of single digits beside a date: classes of a licence (1-3-5), levels (2, 3).
_NO_LIST = r"(?<!\b\d[,/-])(?<!\b\d[,/-]\s)"
_AFTER_ISO = rf"(?:{_BEFORE}|(?<=\d-\d\d/))"
_AFTER = r"(?!\d|[.,]\d|\s?[%€$£]|\s(?:eur|euros|k|m2|km|kg)\b|\s?-\s?\d+\s?(?:[%€$£]|eur\b|euros\b))"


class DateWords(NamedTuple):
    """`atom` is matched over flat text; `lastgroup` names the kind of the atom."""

    months: Mapping[str, int]
    atom: re.Pattern[str]
    gap: re.Pattern[str]
    gap_to_now: re.Pattern[str]
    gap_since: re.Pattern[str]
    opening: re.Pattern[str]
    open_end: re.Pattern[str]
    tail: re.Pattern[str]
    duration: re.Pattern[str]
    starting: re.Pattern[str]
    years: re.Pattern[str]


@cache
def date_words() -> DateWords:
    """Built at the first use from the languages that are there; a new folder of words is enough for a new language."""
    to, start, season = any_of(gathered("to_words")), any_of(gathered("from_words")), any_of(gathered("seasons"))
    join = rf"(?:-+|~|->|[→>⟶➔➜►|…]|\.{{2,3}}|(?<![a-z])(?:{to})(?![a-z]))"
    length = _duration()
    return DateWords(
        months=month_numbers(),
        atom=re.compile(_atoms()),
        gap=re.compile(rf"[\s,.)]*{join}{{1,2}}[\s(]*(?:(?:{season}|le|la)[\s-]+|l'\s?)?"),
        gap_to_now=re.compile(rf"[\s,():]*(?:{join}{{0,2}}|/)[\s,()]*(?:l')?"),
        gap_since=re.compile(rf"[\s:.(]*(?:(?:le|la)\s|l'\s?)?(?:(?:{season})[\s-]+)?"),
        # "Stage d'été 2015" and "Salarié de l'année 2019" are phrases; only a piece that begins with "de" begins its date.
        opening=re.compile(
            rf"(?:(?:^|(?<=[,;:(|·–—-])|(?<=[,;:(|·–—-]\s))(?:{start})\s*(?:l'|le\s|la\s)?)?(?:(?<![a-z'])(?:{season})[\s-]*)?$"
        ),
        open_end=re.compile(r"\s*(?:-|→)\s*(?:\.{2,3}|…)?\s*(?=$|[|·•)\]])"),
        # A length that goes on ("... – présent Dix ans de métier") begins a sentence.
        tail=re.compile(rf"\s*[(·•|,-]*\s*(?:{length})(?:\s*\)|(?!\s?\w))".replace("?P<", "?P<_")),
        duration=re.compile(rf"(?<![\d/.,-])(?<![a-z][a-z'-])(?<![a-z])(?:{length})"),
        starting=re.compile(any_of(merged("words").get("starting", ()))),
        years=re.compile(_years()),
    )


def _years() -> str:
    """What any date holds: a year, or two digits where a date has them, behind the name of a month too (sept.18)."""
    months = "|".join(sorted({flat(month)[:3] for month in month_numbers()}))
    numbers = r"(?:19[3-9]|20[0-4])\d|'\d\d|\d\d/\d\d|\d[./]\d\d?[./]\d\d|[a-z]\.?-\d\d(?!\d)"
    return rf"{numbers}|(?<![a-z])(?:{months})[a-z]{{0,6}}\.? ?\d\d(?!\d)"


def _atoms() -> str:
    month, to = any_of(month_numbers()), any_of(gathered("to_words"))
    numbers = {
        "iso": rf"(?P<yi>{_YEAR})(?P<si>[-/.]|-\s)(?P<mi>0[1-9]|1[0-2])(?:[-/.](?P<di>[0-2]\d|3[01]))?(?!\d|/\d\d\b)",
        "months": rf"(?P<m1>0[1-9]|1[0-2])-(?P<m2>0[1-9]|1[0-2])/(?P<y3>{_YEAR})(?!\d)",
        "dmy": rf"(?P<dd>\d\d?)(?P<sd>{_SLASH})(?P<md>\d\d?)(?P=sd)(?P<yd>{_YEAR}|\d\d)(?!\d|[./-]\d)",
        "school": rf"(?P<y1>{_YEAR})\s?[/-]\s?(?P<y2>\d\d)(?![\d/]|-\d)",
        "my": rf"(?P<mm>0?[1-9]|1[0-2]){_SLASH}(?P<ym>{_YEAR}|(?<=\d\d/)\d\d)(?![\d/]|\.\d)",
    }
    # Pages made of boxes lose the white between a date and its length: "Dec 20141 year".
    units = merged("units")
    length = any_of(unit for name in ("year", "month", "week") for unit in units.get(name, ()))
    end = rf"(?!\d(?!\d?\s(?:{length})\b))"
    day = r"(?:[0-2]?\d|3[01])"
    before = rf"(?:{_NO_LIST}(?P<dn>\d\d?)(?:er|e|st|nd|rd|th|\.)?\s(?:of\s)?)?"
    named = {
        "us": rf"(?<![a-z])(?P<mu>{month})\b\.?\s(?P<du>\d\d?)(?:st|nd|rd|th)?,?\s(?P<yu>{_YEAR})(?!\d)",
        "days": rf"{_NO_LIST}(?P<d1>{day})(?:er)?\s?(?:-|{to})\s?(?P<d2>{day})\s(?P<mr>{month})\b\.?\s(?P<yr>{_YEAR})(?!\d)",
        "hyphen": rf"(?<![a-z])(?P<mh>{month})\b\.?-(?P<yh>\d\d)(?!\d|-\d)",
        "named": rf"{before}(?<![a-z])(?P<mn>{month})\b\.?,?\s?(?:de\s|of\s)?[-/ ]?\s?(?P<yn>{_YEAR}|'\d\d){end}",
        "two_digits": rf"(?:{_NO_LIST}(?P<dt>\d\d?)(?:er)?\s)?(?<![a-z])(?P<mt>{month})\b\.?\s?(?P<yt>\d\d)(?![\d:,/]|\s?[%h€$£]|\.\d)",
        "year": rf"(?:{_BEFORE}|(?<=\b\d\s)(?={_YEAR}\s?-\s?{_YEAR}(?!\d)))(?P<yp>{_YEAR}){_AFTER}",
        "apostrophe": r"(?<![\w'])(?P<ys>'\d\d)(?![\d'a-z])",
    }
    signs = {"now": any_of(gathered("present")), "since": any_of(gathered("since")), "until": any_of(gathered("until"))}
    alternatives = [f"(?P<{kind}>{_AFTER_ISO if kind == 'iso' else _BEFORE}{form})" for kind, form in numbers.items()]
    alternatives += [f"(?P<{kind}>{form})" for kind, form in named.items()]
    alternatives += [f"(?P<{kind}>(?<!')(?<![a-z]-)(?:{form})(?![a-z]))" for kind, form in signs.items()]
    alternatives.append(rf"(?P<lone>(?:{_NO_LIST}(?P<dl>\d\d?)(?:er|e|st|nd|rd|th|\.)?\s)?(?<!')(?<![a-z]-)(?P<ml>{month})(?![a-z])\.?)")
    return rf"(?<![a-z0-9])(?:{'|'.join(alternatives)})"


def _duration() -> str:
    units = merged("units")
    year, month, week = (rf"(?:{any_of(units.get(name, ()))})\b\.?" for name in ("year", "month", "week"))
    joiner = rf"\s*(?:,|{any_of(merged('words').get('and', ()))})?\s*"
    spelled = any_of(number_words())
    number = rf"(?:\d\d?(?:[.,]\d)?|(?:{spelled})(?=\s))"
    whole = rf"(?P<years>{number})\+?\s?{year}(?:{joiner}(?P<rest>{number})\s?{month})?"
    return rf"{whole}|(?P<months>{number})\s?{month}|(?P<weeks>\d\d?)\s?{week}"


def any_of(words: Iterable[str]) -> str:
    """Alternatives of a regular expression over flat text, longest first; nothing matches an empty list."""
    known = sorted({flat(word) for word in words if word}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", r"'\s?") for word in known) or r"$^"
