"""Interests, each as printed; a sentence stays whole."""

from __future__ import annotations

from collections.abc import Sequence

from workers.parsing.context import Context
from workers.parsing.dates import read_dates
from workers.parsing.fields.skill_items import items
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Section
from workers.resources.text import fold

_LONGEST = 120


def find(sections: Sequence[Section], context: Context) -> list[Found[str]]:
    found: dict[str, Found[str]] = {}
    for section in of_kind(sections, "interests"):
        for item in items(section, context, labels=True):
            if 2 < len(item.text) <= _LONGEST and not _is_date(item.text):
                found.setdefault(fold(item.text), Found(item.text, 0.85, item.words))
    return list(found.values())


def _is_date(text: str) -> bool:
    ranges, dates = read_dates(text)
    spans = [(found.begin, found.finish) for found in ranges] + [(found.begin, found.finish) for found in dates]
    return (0, len(text)) in spans
