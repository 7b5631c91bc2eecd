"""Text → the language it is written in.

Words that only one of our languages uses and headings are counted first: on a CV they decide, and cost nothing. py3langid takes
1.1 s of CPU and 60 MB to load, so it is asked only where these words are few or disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from workers.resources.language import heading_key, languages
from workers.resources.text import fold

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

RECOGNISED = ("de", "en", "es", "fr", "it", "nl", "pt")
_HEADING_WORTH = 4
_ENOUGH = 12
_SHORT_LINE = 60
_LONGEST = 6000


def language_of(text: str) -> str:
    """ISO 639-1 code among `RECOGNISED`; English where the text says nothing."""
    points = _words(text)
    if (best := _clear(points)) is None:
        points += _opened(text)
        best = _clear(points)
    return best or (_identified(text, points) if len(text) > 40 else "en")


def _clear(points: Counter[str]) -> str | None:
    best, second = [*points.most_common(2), ("en", 0), ("en", 0)][:2]
    return best[0] if best[1] >= _ENOUGH and best[1] >= 2.5 * second[1] else None


def _words(text: str) -> Counter[str]:
    owners = _stop_words()
    return Counter(owners[word] for word in fold(text).split() if word in owners)


def _opened(text: str) -> Counter[str]:
    headings = _headings()
    keys = (heading_key(line) for line in text.split("\n") if len(line) < _SHORT_LINE)
    return Counter(
        {code: count * _HEADING_WORTH for code, count in Counter(code for key in keys for code in headings.get(key, ())).items()}
    )


@cache
def _stop_words() -> Mapping[str, str]:
    """Word → the one language that has it; words of two languages say nothing."""
    owners: dict[str, set[str]] = {}
    for code, data in languages().items():
        for word in data.stop_words:
            owners.setdefault(fold(word), set()).add(code)
    return {word: codes.pop() for word, codes in owners.items() if len(codes) == 1}


@cache
def _headings() -> Mapping[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for code, data in languages().items():
        for phrase in (phrase for phrases in data.headings.values() for phrase in phrases):
            known.setdefault(heading_key(phrase), set()).add(code)
    return {key: frozenset(codes) for key, codes in known.items() if len(codes) == 1}


def _identified(text: str, points: Counter[str]) -> str:
    ranked = _identifier().rank(text[:_LONGEST])
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return max(points, key=lambda code: points[code], default="en")
    by_letters = str(ranked[0][0])
    witnessed = max(points, key=lambda code: points[code], default=by_letters)
    return witnessed if by_letters in languages() and points[by_letters] * 3 < points[witnessed] else by_letters


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(RECOGNISED))
    return identifier
