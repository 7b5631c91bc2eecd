"""Is this text a place and nothing else: `Austin, TX`, `Lyon (69)`, `Paris, France`, `Télétravail`."""

from __future__ import annotations

import re
from functools import lru_cache

from workers.resources.entry_words import entry_words
from workers.resources.places import country_code, is_region, towns
from workers.resources.text import fold

PARTS = re.compile(r"\s*[,/|·()–—]\s*|\s+-\s+|\s+(?:et|and|&|puis|then)\s+")
# Digits beside a town: post codes, the arrondissement (Paris 11e).
POSTCODE = re.compile(r"\b(?:\d{1,2}(?:er|e|ème|eme)|\d{2,3}|\d{4,6}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\b")
REGION = re.compile(r"[A-Z]{2,3}\Z")


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Every part is a town, region or country, or a word like "remote"; digits of a post code do not count."""
    if len(text) > 60 or not text[:1].isalnum() or text[:1].islower() or not any(map(str.isalpha, text)):
        return False
    parts = [part for part in PARTS.split(POSTCODE.sub("", text).strip(" ,()")) if part]
    if not parts or len(parts) > 4:
        return False
    known = [_is_known(part) for part in parts]
    return all(known) or (known[0] and len(parts) == 2 and bool(REGION.match(parts[1])))


def _is_known(part: str) -> bool:
    key = fold(part)
    key = key.removeprefix("greater ").removeprefix("region ")
    return key in entry_words().places or is_region(key) or country_code(key) is not None or bool(towns(key))
