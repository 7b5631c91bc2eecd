"""`notice.toml`: how many days lie between a call and the first day of work, where a CV says so in words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from workers.resources.text import fold


def notice_days(text: str | None) -> int | None:
    """0 for "immédiate", 90 for "3 mois" or "three months' notice"; None where the text gives a date, or nothing."""
    words = fold(text or "")
    if not words:
        return None
    immediate, length, units, numbers = _forms()
    if immediate.search(words):
        return 0
    found = length.search(words)
    return (int(found[1]) if found[1].isdigit() else numbers[found[1]]) * units[found[2]] if found else None


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int], dict[str, int]]:
    data = tomllib.loads(files("workers.resources").joinpath("notice.toml").read_text("utf-8"))
    units = {fold(word): int(days) for days, words in data["units"].items() for word in words}
    numbers = {fold(word): int(number) for number, words in data["numbers"].items() for word in words}
    immediate = re.compile(rf"\b({'|'.join(map(fold, data['immediate']))})\b")
    length = re.compile(rf"\b(\d{{1,3}}|{'|'.join(numbers)}) ({'|'.join(sorted(units, key=len, reverse=True))})\b")
    return immediate, length, units, numbers
