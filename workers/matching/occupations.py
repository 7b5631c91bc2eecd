"""Titles → occupations of the taxonomy, and how near two occupations are by the tree of ISCO-08 and by their names."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from workers.matching.statistics import DEFAULT_STATISTICS, idf_of
from workers.matching.words import bare_stem, levels, stem_of
from workers.resources.taxonomy import Concept, occupations
from workers.resources.text import fold

_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|\b[HFMX]\s?/\s?[HFMX](?:\s?/\s?[HFMX])?\b")
_BOTH = re.compile(r"(?<=\w)[·.•(/-](?:e|ne|le|se|rice|trice|euse|ère|ière|ienne|teuse|esse|iste)s?\)?(?=\W|$)")
_PARTS = re.compile(r"\s+[–—|@-]\s+|\s*[|:,]\s*|\s+(?:chez|at)\s+")
SAME_GROUP = 0.85
_NEAR = {4: SAME_GROUP, 3: 0.55, 2: 0.25}
_CRAFTS, _CRAFT = "7", 0.4
_RELATED, _LONGEST = 0.6, 8
_ALIKE, _NAMESAKE = 0.5, 0.65
Stem = Callable[[str], str]


@lru_cache(maxsize=8192)
def occupation_of(title: str) -> Concept | None:
    """Exactly, without forms for both genders, by the stems of its words (plurals, other endings), then the longest occupation named
    in it; the first of equals."""
    plain = _BOTH.sub("", _ASIDE.sub(" ", title)).strip()
    for text in (title, plain, *_PARTS.split(plain)):
        if exact := occupations().lookup(text):
            return exact
    for stem in (bare_stem, stem_of):
        if known := _by_stems(stem).get(stems_of(plain, stem)):
            return occupations().concept(known)
    matches = occupations().find(plain)
    return max(matches, key=lambda match: match.finish - match.begin).concept if matches else None


def stems_of(title: str, stem: Stem = stem_of) -> frozenset[str]:
    """Stems of a title without the words of level; empty for a sentence."""
    words = fold(title).split()
    said = (word for word in words if word not in levels() and stem_of(word))
    return frozenset(map(stem, said)) if len(words) <= _LONGEST else frozenset()


@cache
def _by_stems(stem: Stem) -> Mapping[frozenset[str], str]:
    """Stems of a label → the occupation, where only one has these."""
    found: dict[frozenset[str], str] = {}
    for concept in occupations().concepts.values():
        for stems in dict.fromkeys(stems_of(label, stem) for label in concept.labels):
            found[stems] = concept.id if found.setdefault(stems, concept.id) == concept.id else ""
    return {stems: known for stems, known in found.items() if known and stems}


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Cosine of two names, each stem weighed by idf."""
    idf = idf_of(DEFAULT_STATISTICS)
    shared, own, others = (sum(idf[stem] ** 2 for stem in sorted(stems)) for stems in (one & other, one, other))
    return float(shared / math.sqrt(own * others)) if shared else 0.0


def kinship(first: str | None, first_isco: str | None, second: str | None, second_isco: str | None) -> float:
    """1 for the same occupation, less for the same unit group, minor group, sub-major group of ISCO, or for one name that holds the
    other (receptionist, hotel receptionist); 0 for strangers."""
    if first and first == second:
        return 1.0
    if not first_isco or not second_isco:
        return 0.0
    shared = next((size for size in (4, 3, 2) if first_isco[:size] == second_isco[:size]), 0)
    near = _CRAFT if shared == 3 and first_isco[0] == _CRAFTS else _NEAR.get(shared, 0.0)
    if shared == 2 and _sector(first) != _sector(second):
        near = 0.1
    return max(near, _by_name(first, second, shared)) if near < SAME_GROUP else near


@lru_cache(maxsize=1024)
def kindred(isco: str) -> Mapping[str, float]:
    """The other unit groups of ISCO that are near this one → how near."""
    groups = {concept.kind for concept in occupations().concepts.values()} - {isco}
    near = {group: kinship(None, isco, None, group) for group in sorted(groups)}
    return {group: value for group, value in near.items() if value}


@lru_cache(maxsize=65536)
def _by_name(first: str | None, second: str | None, shared: int) -> float:
    one, other = occupations().concept(first or ""), occupations().concept(second or "")
    if not one or not other:
        return 0.0
    if shared and _ends(fold(one.en).split(), fold(other.en).split()):
        return SAME_GROUP
    # Levels of one trade stand far apart in ISCO: an HR assistant is a clerk, an HR officer a professional.
    least = _ALIKE if _sector(first) == _sector(second) else _NAMESAKE
    return _RELATED if _alike(stems_of(one.en), stems_of(other.en)) >= least else 0.0


def _ends(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return long[-len(short) :] == short


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
