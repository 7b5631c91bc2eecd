"""A job title as printed → the occupation of the taxonomy it names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workers.resources.language import merged
from workers.resources.taxonomy import Concept, occupations
from workers.resources.text import fold

_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|\b[HFM]\s?/\s?[HFM]\b")
_BOTH = re.compile(r"(?<=\w)[·.•(/-](?:e|ne|le|se|rice|trice|euse|ère|ière|ienne|teuse|esse|iste)s?\)?(?=\W|$)")
_PARTS = re.compile(r"\s+[–—|@-]\s+|\s*[|:]\s*|\s+(?:chez|at)\s+")


@lru_cache(maxsize=2048)
def occupation_of(title: str) -> Concept | None:
    """Exactly, without forms for both genders, then the longest occupation named in it; the first of equals."""
    plain = _BOTH.sub("", _ASIDE.sub(" ", title)).strip()
    for text in (title, plain, *_PARTS.split(plain)):
        if exact := occupations().lookup(text):
            return exact
    matches = [match for match in occupations().find(plain) if fold(plain[match.begin : match.finish]) not in _generic()]
    return max(matches, key=lambda match: match.finish - match.begin).concept if matches else None


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("generic_titles", ())))
