"""Terms for the store's retrieval index: concept ids first, then the rarest words. Never personal data."""

from __future__ import annotations

from collections.abc import Sequence

from workers.features import CvFeatures, JobFeatures, Need
from workers.matching.occupations import SAME_GROUP, kindred
from workers.matching.skills import UNKNOWN, family
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.types import PartKind, Term
from workers.matching.weights import DEFAULT_WEIGHTS

_MOST_WORDS = 60
_MOST_YEARS, _LEVELS, _STEP = 80, 8, 0.35
_FORMAL = {"l": PartKind.LANGUAGES, "y": PartKind.YEARS, "e": PartKind.STUDY}
_BROADER, _GROUP, _BESIDE = 0.4, 0.6, 0.1


def terms_of_cv(features: CvFeatures, statistics: Statistics = DEFAULT_STATISTICS) -> tuple[Term, ...]:
    """What a CV can be found by: skills and their broader concepts, occupations and their ISCO unit groups, its rarest words."""
    found: dict[str, float] = {}
    for use in features.skills:
        if not use.id.startswith(UNKNOWN):
            found[f"s:{use.id}"] = 1.0
            for broader in family(use.id):
                found.setdefault(f"s:{broader}", _BROADER)
    for post in features.posts:
        found |= {f"o:{post.occupation}": 1.0} if post.occupation else {}
        found |= {f"i:{post.isco}": _GROUP} if post.isco else {}
    return _ranked(found, {**features.words, **features.title_words}, statistics)


def terms_of_job(features: JobFeatures, statistics: Statistics = DEFAULT_STATISTICS) -> tuple[Term, ...]:
    """What CVs for a job are looked up by, the weightiest first. A term weighs the points of a score that whoever has it may gain,
    so that the first by their terms are nearly the first by their scores."""
    found = _needs(features.nice_to_have, DEFAULT_WEIGHTS.nice_to_have, PartKind.NICE_TO_HAVE)
    found |= _needs(features.must_have, DEFAULT_WEIGHTS.must_have, PartKind.MUST_HAVE)
    trade = DEFAULT_WEIGHTS.occupation
    if features.isco:
        found[f"i:{features.isco}"] = trade * SAME_GROUP, PartKind.OCCUPATION
    if features.occupation:
        found[f"o:{features.occupation}"] = trade * (1 - SAME_GROUP if features.isco else 1.0), PartKind.OCCUPATION
    words = {**features.words, **features.title_words}
    title = trade * (_BESIDE if features.isco or features.occupation else 1.0)
    titled = _shares({stem: words.pop(stem) for stem in features.title_words}, title, statistics)
    found |= {key: (weight, PartKind.OCCUPATION) for key, weight in titled.items()}
    found |= {key: (weight, PartKind.TEXT) for key, weight in _shares(words, DEFAULT_WEIGHTS.text, statistics).items()}
    return tuple(sorted((Term(key, round(weight, 4), kind) for key, (weight, kind) in found.items()), key=_order))


def _needs(needs: Sequence[Need], points: float, kind: PartKind) -> dict[str, tuple[float, PartKind]]:
    return {f"s:{need.id}": (points / len(needs), kind) for need in needs if not need.id.startswith(UNKNOWN)}


def terms_of_kin(features: JobFeatures) -> tuple[Term, ...]:
    """Unit groups of ISCO near that of a job: whoever held a post there may fit, where nobody of the trade does."""
    near = kindred(features.isco) if features.isco else {}
    return tuple(Term(f"i:{group}", round(DEFAULT_WEIGHTS.occupation * value, 4), PartKind.OCCUPATION) for group, value in near.items())


def terms_of_formalities(features: JobFeatures) -> tuple[Term, ...]:
    """What else CVs for a job are ranked by: years (`y:`), level of study (`e:`), languages (`l:`), each with the points it may bring.
    They tell no trade, and a job is not found by them."""
    found: dict[str, float] = {}
    spoken = {one.code: 1.0 for one in features.languages} or {features.language: 1.0}
    found |= {f"l:{code}": DEFAULT_WEIGHTS.languages / len(spoken) for code in spoken}
    if features.minimum_years:
        full = 12 * features.minimum_years
        found |= {f"y:{year}": DEFAULT_WEIGHTS.years * min(1.0, 12 * year / full) for year in range(1, _MOST_YEARS + 1)}
    if features.eqf:
        found |= {
            f"e:{level}": DEFAULT_WEIGHTS.study * max(0.0, 1 - _STEP * max(0, features.eqf - level)) for level in range(1, _LEVELS + 1)
        }
    return tuple(Term(key, round(weight, 4), _FORMAL[key[0]]) for key, weight in found.items() if weight > 0)


def _shares(words: dict[str, float], points: float, statistics: Statistics) -> dict[str, float]:
    """The rarer a word, the more of the points."""
    rated = {stem: weight * statistics.idf(stem) for stem, weight in words.items() if not stem.startswith("#")}
    kept = sorted(rated.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WORDS]
    total = sum(weight for _, weight in kept) or 1.0
    return {f"w:{stem}": points * weight / total for stem, weight in kept}


def _ranked(concepts: dict[str, float], words: dict[str, float], statistics: Statistics) -> tuple[Term, ...]:
    rated = [Term(key, round(weight * statistics.idf("#" + key.partition(":")[2]), 4)) for key, weight in concepts.items()]
    bare = [Term(f"w:{stem}", round(0.3 * statistics.idf(stem) * weight, 4)) for stem, weight in words.items() if not stem.startswith("#")]
    bare.sort(key=_order)
    return tuple(sorted([*rated, *bare[:_MOST_WORDS]], key=_order))


def _order(term: Term) -> tuple[float, str]:
    return -term.weight, term.key
