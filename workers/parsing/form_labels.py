"""The words that forms print in front of the parts of an entry, and what each says."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from workers.resources.entry_words import entry_words
from workers.resources.text import fold

TITLE, HOUSE, DATES, TEXT = "title", "house", "dates", "text"
LONGEST = 90


def label_of(text: str) -> str | None:
    """What the label that is the whole text says."""
    return _labels().get(fold(text)) if may_open(text.split(" ", 1)[0]) and len(text) <= LONGEST else None


def may_open(word: str) -> bool:
    """Does a label begin with this word? Hardly any line of a CV does."""
    return fold(word) in _openings()


@cache
def _openings() -> frozenset[str]:
    return frozenset(label.split()[0] for label in _labels())


@cache
def _labels() -> MappingProxyType[str, str]:
    words = entry_words()
    lists = ((TEXT, words.label_text), (DATES, words.label_dates), (HOUSE, words.label_house), (TITLE, words.label_title))
    return MappingProxyType({phrase: label for label, phrases in lists for phrase in phrases})
