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
    return _labels().get(_key(text)) if len(text) <= LONGEST else None


def _key(text: str) -> str:
    return " ".join(fold("".join(letter if letter.isalnum() or letter == "'" else " " for letter in text)).split())


@cache
def _labels() -> MappingProxyType[str, str]:
    words = entry_words()
    lists = ((TEXT, words.label_text), (DATES, words.label_dates), (HOUSE, words.label_house), (TITLE, words.label_title))
    return MappingProxyType({_key(phrase): label for label, phrases in lists for phrase in phrases})
