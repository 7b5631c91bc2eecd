"""Text → the language it is written in.

Words that only one of our languages uses and headings are counted first: on a CV they decide, and cost nothing. Where they are
few or disagree, the words and endings of `languages/recognised.toml` are weighed. py3langid takes a second of CPU and 60 MB to
load, so it is asked only where even these do not tell.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
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
# Points that are enough, and how many times those of the next language they must be: the fewer, the more.
_TELLING = ((3.0, 1.4), (2.0, 2.5), (0.9, 4.0))
_ENDING_WORTH = 0.5
_LONGEST_ENDING = 7


def language_of(text: str) -> str:
    """ISO 639-1 code among `RECOGNISED`; English where the text says nothing."""
    points = _words(text)
    if (best := _clear(points)) is None:
        points += _opened(text)
        best = _clear(points)
    if best is None and len(text) > 40:
        best = _told(_weighed(text[:_LONGEST])) or _identified(text, points)
    return best or "en"


def _clear(points: Counter[str]) -> str | None:
    return _likeliest(points, _ENOUGH, 2.5)


def _likeliest(points: Mapping[str, float], enough: float, times: float) -> str | None:
    """The language that has enough points and so many times those of the next."""
    best, second = [*sorted(points.items(), key=lambda each: -each[1])[:2], ("en", 0), ("en", 0)][:2]
    return best[0] if best[1] >= enough and best[1] >= times * second[1] else None


def _told(points: Mapping[str, float]) -> str | None:
    return next((best for enough, times in _TELLING if (best := _likeliest(points, enough, times))), None)


def _weighed(text: str) -> Mapping[str, float]:
    """Points of every language of `recognised.toml`: a word or ending gives one, shared among the languages that have it."""
    words, endings = _profiles()
    points: dict[str, float] = defaultdict(float)
    for word in fold(text).split():
        codes, worth = words.get(word, ()), 1.0
        if not codes and len(word) > _LONGEST_ENDING:
            codes = next((endings[word[-size:]] for size in range(_LONGEST_ENDING, 1, -1) if word[-size:] in endings), ())
            worth = _ENDING_WORTH
        for code in codes:
            points[code] += worth / len(codes)
    return points


def familiar(texts: Iterable[str]) -> int:
    """How many of these are words of one of the languages: what stands in no language was read wrong."""
    words, _ = _profiles()
    return sum(fold(text) in words for text in texts)


@cache
def _profiles() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Word → the languages that have it; ending → the languages whose words end so."""
    text = files("workers.resources").joinpath("languages", "recognised.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = {"words": defaultdict(list), "endings": defaultdict(list)}
    for code, lists in tomllib.loads(text).items():
        for kind, table in found.items():
            for word in {fold(word) for word in lists[kind]}:
                table[word].append(code)
    words, endings = ({word: tuple(codes) for word, codes in table.items()} for table in found.values())
    return words, endings


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
