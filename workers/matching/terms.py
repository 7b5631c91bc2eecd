"""Terms for the store's retrieval index: concept ids first, then the rarest words. Never personal data."""

from __future__ import annotations

from collections.abc import Iterator

from workers.features import CvFeatures, JobFeatures
from workers.matching.skills import UNKNOWN, family
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.types import Term

_MOST_WORDS = 60
_MUST, _NICE, _TRADE, _GROUP, _BROADER = 1.6, 0.8, 2.0, 1.2, 0.4


def terms_of_cv(features: CvFeatures, statistics: Statistics = DEFAULT_STATISTICS) -> tuple[Term, ...]:
    """What a CV can be found by: skills and their broader concepts, occupations and their ISCO unit groups, its rarest words."""
    found: dict[str, float] = {}
    for use in features.skills:
        if not use.id.startswith(UNKNOWN):
            found[f"s:{use.id}"] = 1.0
            for broader in family(use.id):
                found.setdefault(f"s:{broader}", _BROADER)
    for post in features.posts:
        found |= dict(_trade(post.occupation, post.isco, 1.0))
    return _ranked(found, {**features.words, **features.title_words}, statistics)


def terms_of_job(features: JobFeatures, statistics: Statistics = DEFAULT_STATISTICS) -> tuple[Term, ...]:
    """What CVs for a job are looked up by, the rarest and weightiest first."""
    found: dict[str, float] = {}
    for needs, weight in ((features.nice_to_have, _NICE), (features.must_have, _MUST)):
        for need in needs:
            if not need.id.startswith(UNKNOWN):
                found[f"s:{need.id}"] = weight
    found |= dict(_trade(features.occupation, features.isco, _TRADE))
    return _ranked(found, {**features.words, **features.title_words}, statistics)


def _trade(occupation: str | None, isco: str | None, weight: float) -> Iterator[tuple[str, float]]:
    if occupation:
        yield f"o:{occupation}", weight
    if isco:
        yield f"i:{isco}", weight * _GROUP / _TRADE


def _ranked(concepts: dict[str, float], words: dict[str, float], statistics: Statistics) -> tuple[Term, ...]:
    rated = [Term(key, round(weight * statistics.idf("#" + key.partition(":")[2]), 4)) for key, weight in concepts.items()]
    bare = [Term(f"w:{stem}", round(0.3 * statistics.idf(stem) * weight, 4)) for stem, weight in words.items() if not stem.startswith("#")]
    bare.sort(key=lambda term: (-term.weight, term.key))
    return tuple(sorted([*rated, *bare[:_MOST_WORDS]], key=lambda term: (-term.weight, term.key)))
