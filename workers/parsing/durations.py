"""Lengths of time: those printed in a text, and the months that spans cover together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from workers.parsing.date_words import date_words
from workers.resources.language import number_words
from workers.resources.text import flat


class Duration(NamedTuple):
    months: int
    begin: int
    finish: int


def find_durations(text: str) -> list[Duration]:
    """ "2 ans 3 mois", "18 months", "deux ans": printed lengths of time, in months."""
    found = date_words().duration.finditer(flat(text))
    return [Duration(_months(match), match.start(), match.end()) for match in found]


def is_length(text: str) -> bool:
    """A line that says how long something took and nothing else."""
    found = find_durations(text) if len(text) < 40 else []
    return len(found) == 1 and not (text[: found[0].begin] + text[found[0].finish :]).strip(" ()·•|,.-–—")


def _months(match: re.Match[str]) -> int:
    years, rest, months, weeks = (_number(match[name]) for name in ("years", "rest", "months", "weeks"))
    return max(1, round(years * 12 + rest + months + weeks / 4.35))


def _number(printed: str | None) -> float:
    known = number_words().get(printed or "0")
    return float((printed or "0").replace(",", ".")) if known is None else known


def union_months(spans: Iterable[tuple[int, int]]) -> int:
    """Months covered by spans of month numbers (first, last inclusive), overlaps counted once."""
    total, reached = 0, -1
    for first, last in sorted(spans):
        total += max(0, last - max(first, reached + 1) + 1)
        reached = max(reached, last)
    return total
