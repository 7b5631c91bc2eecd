"""Titles → occupations of the taxonomy, and how near two occupations are by the tree of ISCO-08."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from workers.resources.taxonomy import Concept, occupations
from workers.resources.text import fold

_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|\b[HFMX]\s?/\s?[HFMX](?:\s?/\s?[HFMX])?\b")
_BOTH = re.compile(r"(?<=\w)[·.•(/-](?:e|ne|le|se|rice|trice|euse|ère|ière|ienne|teuse|esse|iste)s?\)?(?=\W|$)")
_PARTS = re.compile(r"\s+[–—|@-]\s+|\s*[|:,]\s*|\s+(?:chez|at)\s+")
SAME_GROUP = 0.85
_NEAR = {4: SAME_GROUP, 3: 0.55, 2: 0.25}


@lru_cache(maxsize=8192)
def occupation_of(title: str) -> Concept | None:
    """Exactly, without forms for both genders, then the longest occupation named in it; the first of equals."""
    plain = _BOTH.sub("", _ASIDE.sub(" ", title)).strip()
    for text in (title, plain, *_PARTS.split(plain)):
        if exact := occupations().lookup(text):
            return exact
    matches = occupations().find(plain)
    return max(matches, key=lambda match: match.finish - match.begin).concept if matches else None


def kinship(first: str | None, first_isco: str | None, second: str | None, second_isco: str | None) -> float:
    """1 for the same occupation, less for the same unit group, minor group, sub-major group of ISCO; 0 for strangers."""
    if first and first == second:
        return 1.0
    if not first_isco or not second_isco:
        return 0.0
    shared = next((size for size in (4, 3, 2) if first_isco[:size] == second_isco[:size]), 0)
    near = _NEAR.get(shared, 0.0)
    return near if shared != 2 or _sector(first) == _sector(second) else 0.1


@cache
def _sectors() -> Mapping[str, str]:
    return {concept.id: concept.broader[0] if concept.broader else "" for concept in occupations().concepts.values()}


def _sector(identifier: str | None) -> str:
    return _sectors().get(identifier or "", "")


def label(identifier: str | None, language: str, otherwise: str) -> str:
    concept = occupations().concept(identifier) if identifier else None
    return concept.label(language) if concept else otherwise


def same_words(first: str, second: str) -> bool:
    return bool(first) and fold(first) == fold(second)
