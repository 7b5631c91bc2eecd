"""How much a text is like a job title, an employer, a diploma: 0-1, from the words of the language files."""

from __future__ import annotations

import re
from functools import lru_cache

from workers.resources.entry_words import entry_words
from workers.resources.text import fold

LEGAL = re.compile(
    r"\b(?:s\.?a\.?s?\.?u?|sarl|s\.a\.r\.l\.?|eurl|scp|selarl|snc|inc\.?|ltd\.?|llc|llp|plc|corp\.?|gmbh|ag"
    r"|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|pty|limited|gie|scop|& co\.?)(?:\W|$)",
    re.I,
)


@lru_cache(maxsize=4096)
def title_likeness(text: str) -> float:
    """1 for a known occupation, less where only a word of a trade is in it."""
    key = re.sub(r"\([^)]*\)", " ", text)
    whole = fold(key)
    words = entry_words()
    if whole in words.occupations:
        return 1.1
    tokens = whole.split()
    hits = [index for index, token in enumerate(tokens) if token in words.heads]
    if not hits:
        return 0.9 if any(phrase in words.heads for phrase in _phrases(tokens)) else 0.0
    return 1.0 if hits[0] == 0 or hits[-1] == len(tokens) - 1 else 0.75


@lru_cache(maxsize=8192)
def holds(text: str, phrases: frozenset[str]) -> bool:
    tokens = fold(text).split()
    return any(phrase in phrases for phrase in tokens) or any(phrase in phrases for phrase in _phrases(tokens))


def leads(text: str, phrases: frozenset[str]) -> bool:
    tokens = fold(text).split()
    return any(" ".join(tokens[:size]) in phrases for size in (1, 2, 3))


def legal_form(text: str) -> bool:
    return bool(LEGAL.search(text))


def capital_share(text: str) -> float:
    """Names are written with capitals, descriptions are not."""
    words = [word for word in re.findall(r"\w+", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.5 * bool(fold(text))


def _phrases(tokens: list[str]) -> list[str]:
    return [" ".join(tokens[start : start + size]) for size in (2, 3) for start in range(len(tokens) - size + 1)]
