"""How near two skills are, by the broader links of the taxonomy; words the taxonomy does not know, by their stems."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from workers.matching.words import stem_of
from workers.resources import taxonomy
from workers.resources.text import fold

NARROWER, BROADER, SIBLING = 0.9, 0.45, 0.35
UNKNOWN = "="
_STEPS = 4


def identifier(name: str, known: str | None = None) -> str:
    """The taxonomy's id, or `=` and the folded words."""
    if known:
        return known
    concept = taxonomy.lookup(name)
    return concept.id if concept else UNKNOWN + fold(name)


@lru_cache(maxsize=65536)
def family(skill: str) -> tuple[str, ...]:
    """The broader concepts of a skill, nearest first, four steps at most."""
    chain: dict[str, None] = {}
    level = [skill]
    for _ in range(_STEPS):
        found = [one for name in level if (concept := taxonomy.skills().concept(name)) for one in concept.broader]
        level = [one for one in found if one not in chain and one != skill]
        chain |= dict.fromkeys(level)
    return tuple(chain)


def nearness(asked: str, held: str) -> float:
    """1 the same, 0.9 a special case of what is asked, 0.45 something more general, 0.35 a sister."""
    if asked == held:
        return 1.0
    above, below = family(asked), family(held)
    if asked in below:
        return NARROWER
    if held in above:
        return BROADER
    return SIBLING if above and below and above[0] == below[0] else 0.0


@lru_cache(maxsize=65536)
def stems(skill: str) -> tuple[str, ...]:
    """Stems of the words of a skill the taxonomy does not know."""
    return tuple(dict.fromkeys(stem for word in skill.removeprefix(UNKNOWN).split() if (stem := stem_of(word))))


def label(skill: str, language: str, words: str) -> str:
    concept = taxonomy.skills().concept(skill)
    return concept.label(language) if concept else words


@cache
def _everyday() -> Mapping[str, Any]:
    text = files("workers.resources").joinpath("matching", "everyday.toml").read_text(encoding="utf-8")
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in tomllib.loads(text).items()}


def is_everyday_post(occupation: str | None) -> bool:
    """A post that every trade knows (team manager): by itself it tells none."""
    return occupation in _everyday()["posts"]


def telling(skill: str) -> float:
    """1, less for what people of every trade have (a driving licence, a spreadsheet)."""
    return _everyday_weights().get(skill, 1.0)


@cache
def _everyday_weights() -> Mapping[str, float]:
    return dict.fromkeys(_everyday()["ids"], float(_everyday()["weight"]))
