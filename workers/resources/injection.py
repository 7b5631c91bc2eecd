"""Phrases aimed at language models: `languages/<code>/injection.toml`, all languages together.

`phrases` lists what is enough alone; each `[[together]]` names lists of which one phrase each must stand in the sentence.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick

from workers.resources.text import fold


class Sign(NamedTuple):
    """One phrase of each list must stand in the sentence. Phrases are folded."""

    lists: tuple[tuple[str, ...], ...]

    def fits(self, folded: str) -> bool:
        return all(_any(phrases).search(folded) for phrases in self.lists)


@cache
def signs() -> tuple[Sign, ...]:
    made: list[Sign] = []
    for folder in sorted(files("workers.resources").joinpath("languages").iterdir(), key=lambda each: each.name):
        file = folder.joinpath("injection.toml")
        if file.is_file():
            table = tomllib.loads(file.read_text("utf-8"))
            made.append(Sign((_folded(table.get("phrases", [])),)))
            made += [Sign(tuple(map(_folded, together.values()))) for together in table.get("together", [])]
    return tuple(made)


def is_aimed_at_models(sentence: str) -> bool:
    """True for a sentence that tells a language model what to do."""
    folded = fold(sentence)
    return any(sign.fits(folded) for sign in signs())


@lru_cache(maxsize=4)
def may_hold_orders(text: str) -> bool:
    """False for nearly every text: then none of its sentences needs a look. One pass, letters only."""
    found: dict[int, set[int]] = {}
    for _, places in _automaton().iter(fold(text)):
        for sign, part in places:
            found.setdefault(sign, set()).add(part)
    return any(len(parts) == len(signs()[sign].lists) for sign, parts in found.items())


@cache
def _automaton() -> ahocorasick.Automaton:
    places: dict[str, set[tuple[int, int]]] = {}
    for number, sign in enumerate(signs()):
        for part, phrases in enumerate(sign.lists):
            for phrase in phrases:
                places.setdefault(phrase, set()).add((number, part))
    automaton = ahocorasick.Automaton()
    for phrase, found in places.items():
        automaton.add_word(phrase, tuple(found))
    automaton.make_automaton()
    return automaton


def _folded(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted({fold(phrase) for phrase in phrases} - {""}, key=len, reverse=True))


@cache
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b" if phrases else r"(?!)")
