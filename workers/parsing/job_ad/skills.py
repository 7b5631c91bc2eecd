"""The skills an ad names."""

from __future__ import annotations

import re
from functools import cache

from workers.parsing.job_ad.signs import any_of, words
from workers.resources import taxonomy
from workers.resources.taxonomy import Match
from workers.resources.text import Tokens

_NEAR = 30


def find(text: Tokens) -> list[Match]:
    """All but those that say whom one works with."""
    found = taxonomy.find(text, in_list=True)
    return [match for match in found if not _is_half(text.text, match) and not _names_people(text.text, match)]


def _is_half(text: str, match: Match) -> bool:
    """`customer-facing`: one word behind a hyphen is half of another."""
    begin = match.begin
    return begin > 1 and text[begin - 1] == "-" and text[begin - 2].isalpha() and " " not in text[begin : match.finish]


def _names_people(text: str, match: Match) -> bool:
    """`reporting to`, `the sales office`, `directions financières`: whom one works with is nothing to know."""
    if match.concept.kind == "TOOL":
        return False
    behind, before = text[match.finish : match.finish + _NEAR], text[max(0, match.begin - _NEAR) : match.begin]
    return bool(_people_behind().match(behind) or _people_before().search(before))


@cache
def _people_behind() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n](?:{any_of(words('needs', 'people_behind'))})\b", re.I)


@cache
def _people_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('needs', 'people_before'))})\s(?:de\s|du\s|des\s|d['’]|en\s)?(?:la\s|l['’])?$", re.I)
