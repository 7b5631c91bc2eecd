"""Score → sentences: strengths, gaps, and which single addition would raise the score by how much (found by scoring again)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from workers.features import CvFeatures, JobFeatures, Spoken
from workers.matching.changes import additions
from workers.matching.score import Scorer
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.types import Change, Explanation, Fact, PartKind, Recommendation, Score, Statement
from workers.matching.weights import DEFAULT_WEIGHTS, Weights
from workers.resources.language import languages
from workers.resources.taxonomy import lookup

STRONG, GAPS, PARTIAL = 80.0, 60.0, 40.0
_STRENGTH, _LOWERED = 0.7, 0.95
_UNSAID = "unsaid"
_MOST_CHANGES, _LEAST_GAIN = 3, 0.5
_PLACE = re.compile(r"([a-zA-Z.]+?)(?:\[(\d+)\])?$")


def recommendation(value: float) -> Recommendation:
    """strong_match from 80, match_with_gaps from 60, partial_match from 40, weak_match below."""
    if value >= STRONG:
        return Recommendation.STRONG_MATCH
    if value >= GAPS:
        return Recommendation.MATCH_WITH_GAPS
    return Recommendation.PARTIAL_MATCH if value >= PARTIAL else Recommendation.WEAK_MATCH


def explain(
    score: Score,
    cv: CvFeatures,
    job: JobFeatures,
    language: str = "en",
    weights: Weights = DEFAULT_WEIGHTS,
    statistics: Statistics = DEFAULT_STATISTICS,
    scorer: Scorer | None = None,
    changes: bool = True,
) -> Explanation:
    """In French or English; another language gets English. `weights` and `statistics` as those of the score, or its `scorer`.
    `changes`: also what would raise the score, which takes as long as all the rest."""
    texts = _texts(language)
    said = list(_statements(score, cv, language))
    better = _changes(score, job, scorer or Scorer(cv, weights, statistics), language) if changes else ()
    gaps = [one for good, one in said if not good]
    gaps += [Statement(texts["gaps"][flag], PartKind.TEXT, brief=texts["gaps_brief"][flag]) for flag in score.flags]
    return Explanation(tuple(one for good, one in said if good), tuple(gaps), better, recommendation(score.value))


def _statements(score: Score, cv: CvFeatures, language: str) -> Iterator[tuple[bool, Statement]]:
    """Whether it is a strength, and the statement."""
    for part in score.parts:
        for fact in map(_welcomed, part.facts or (Fact(part.reason, value=part.value),)):
            lowers = part.kind in (PartKind.RECENCY, PartKind.OVERQUALIFIED)
            good = fact.value >= (_LOWERED if lowers else _STRENGTH) and not fact.reason.endswith(_UNSAID)
            silent = good if lowers else not good and part.kind is PartKind.NICE_TO_HAVE
            if not silent and fact.reason in _texts(language)["strengths" if good else "gaps"]:
                yield good, _said("strengths" if good else "gaps", part.kind, fact, cv, language)


def _welcomed(fact: Fact) -> Fact:
    """Where beginners are welcome, only years that somebody has are worth a word."""
    if fact.reason != "years_met" or fact.asked:
        return fact
    return msgspec.structs.replace(fact, reason="years_welcome" if fact.months else "")


def _said(row: str, kind: PartKind, fact: Fact, cv: CvFeatures, language: str) -> Statement:
    texts = _texts(language)
    units = texts["units"]
    asked, months = fact.asked, _months(fact.months, units)
    if kind is PartKind.YEARS and asked:
        asked = _months(round(float(asked) * 12), units)
    if kind is PartKind.LANGUAGES:
        asked = tongue(fact.id, language) or asked or fact.shown
    words = {"asked": asked, "shown": fact.shown, "months": months, "where": _where(fact.where, cv, texts["places"])}
    words["span"] = units["span"].format(months=months) if fact.months else ""
    text, brief = (_opened(texts[name][fact.reason].format(**words), asked) for name in (row, f"{row}_brief"))
    return Statement(text, kind, fact.where, fact.months, brief)


def _opened(sentence: str, asked: str) -> str:
    """A sentence begins with a capital, a name that is written small (dbt, pandas) stays as it is."""
    known = lookup(asked) if sentence.startswith(asked) and " " not in asked else None
    return sentence if known and known.kind == "TOOL" else sentence[:1].upper() + sentence[1:]


@cache
def tongue(code: str, language: str) -> str:
    """The name of a language in another: `de` in French is `allemand`."""
    known = languages().get(language) or languages()["en"]
    return next((name for name, iso in known.language_names.items() if iso == code), "")


def _months(months: int | None, units: Mapping[str, str]) -> str:
    """`2 years and 3 months`."""
    if not months:
        return units["none"]
    years, rest = divmod(months, 12)
    parts = [units["year" if years == 1 else "years"].format(count=years)] if years else []
    if rest and years < 5:
        parts.append(units["month" if rest == 1 else "months"].format(count=rest))
    return units["and"].join(parts)


def _where(path: str, cv: CvFeatures, places: Mapping[str, str]) -> str:
    found = _PLACE.match(path)
    name = found[1] if found else ""
    title = next((post.title for post in cv.posts if post.where == path), "") if name == "experiences" else ""
    return places.get(name, path).format(title=title)


def _changes(score: Score, job: JobFeatures, scorer: Scorer, language: str) -> tuple[Change, ...]:
    """Each missing skill, language or diploma tried alone, the most telling first."""
    if not any(fact.value < _STRENGTH for part in score.parts for fact in part.facts):
        return ()
    texts, tried = _texts(language), []
    for addition in additions(scorer, job):
        gain = round(addition.value - score.value, 2)
        if gain >= _LEAST_GAIN:
            added = addition.added
            name = tongue(added.code, language) or addition.name if isinstance(added, Spoken) else addition.name
            points = f"{gain:g}".replace(".", texts["units"]["decimal"])
            tried.append(Change(_opened(texts["changes"][addition.kind].format(asked=name, gain=points), name), addition.kind, name, gain))
    return tuple(sorted(tried, key=lambda one: (-one.gain, one.name))[:_MOST_CHANGES])


@cache
def _texts(language: str) -> Mapping[str, Mapping[str, str]]:
    root = files("workers.resources").joinpath("languages")
    path = root.joinpath(language, "explain.toml")
    texts: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (path if path.is_file() else root.joinpath("en", "explain.toml")).read_text(encoding="utf-8")
    )
    return texts
