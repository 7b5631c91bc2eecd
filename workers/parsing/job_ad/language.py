"""The language an ad is written in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from workers.resources import taxonomy
from workers.resources.language import languages
from workers.resources.text import fold

_LOOKED_AT = 3000


def language_of(text: str) -> str:
    """The language most of whose own words the flat text uses; where it uses none, that of the occupation it names, or English."""
    owners = list(map(_owners().get, text[:_LOOKED_AT].split()))
    points = {code: owners.count(code) for code in languages()}
    best = max(points, key=lambda code: points[code])
    return best if points[best] else _language_of_occupation(text[:_LOOKED_AT])


def _language_of_occupation(text: str) -> str:
    # A few words without grammar ("Infirmière. Pansements, Excel.") still name the post in a language.
    for match in taxonomy.occupations().find(text):
        named = _beginnings(text[match.begin : match.finish])
        if len(named & _beginnings(match.concept.fr)) > len(named & _beginnings(match.concept.en)):
            return "fr"
    return "en"


def _beginnings(words: str) -> set[str]:
    # Far enough to tell 'développeur' from 'developer', and not so far that 'infirmière' is not 'infirmier'.
    return {word[:8] for word in fold(words).split()}


@cache
def _owners() -> Mapping[str, str]:
    owners: dict[str, set[str]] = {}
    for code, data in languages().items():
        for word in data.stop_words:
            owners.setdefault(fold(word), set()).add(code)
    return {word: min(codes) for word, codes in owners.items() if len(codes) == 1}
