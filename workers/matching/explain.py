"""Score → sentences: strengths, gaps, and which single addition would raise the score by how much (found by scoring again)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from workers.features import CvFeatures, JobFeatures
from workers.matching.changes import additions
from workers.matching.score import Scorer
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.types import Change, Explanation, Fact, Part, PartKind, Recommendation, Score, Statement
from workers.matching.weights import DEFAULT_WEIGHTS, Weights

STRONG, GAPS, PARTIAL = 80.0, 60.0, 40.0
_STRENGTH = 0.7
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
    said = list(_statements(score, cv, job, texts))
    better = _changes(score, job, scorer or Scorer(cv, weights, statistics), texts) if changes else ()
    gaps = [one for good, one in said if not good]
    gaps += [Statement(texts["gaps"][flag], PartKind.TEXT) for flag in score.flags]
    return Explanation(tuple(one for good, one in said if good), tuple(gaps), better, recommendation(score.value))


def _statements(score: Score, cv: CvFeatures, job: JobFeatures, texts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[bool, Statement]]:
    for part in score.parts:
        if part.kind in (PartKind.RECENCY, PartKind.OVERQUALIFIED):
            if part.reason and part.value < 0.95:
                yield False, Statement(texts["gaps"][part.reason], part.kind)
            continue
        for fact in part.facts or (Fact(part.reason, value=part.value),):
            good = fact.value >= _STRENGTH
            row = texts["strengths" if good else "gaps"]
            if fact.reason in row and (good or part.kind is not PartKind.NICE_TO_HAVE):
                yield good, Statement(_filled(row[fact.reason], part, fact, cv, job, texts), part.kind, fact.where, fact.months)


def _filled(sentence: str, part: Part, fact: Fact, cv: CvFeatures, job: JobFeatures, texts: Mapping[str, Mapping[str, str]]) -> str:
    asked = fact.asked
    if part.kind is PartKind.YEARS and asked:
        asked = _months(round(float(asked) * 12), texts["units"])
    return sentence.format(
        asked=asked, shown=fact.shown, months=_months(fact.months, texts["units"]), where=_where(fact.where, cv, texts["places"])
    )


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
    name, number = (found[1], int(found[2] or 0)) if found else ("", 0)
    title = next((post.title for post in cv.posts if post.where == path), "") if name == "experiences" else ""
    return places.get(name, path).format(number=number + 1, title=title)


def _changes(score: Score, job: JobFeatures, scorer: Scorer, texts: Mapping[str, Mapping[str, str]]) -> tuple[Change, ...]:
    """Each missing skill, language or diploma tried alone, the most telling first."""
    if not any(fact.value < _STRENGTH for part in score.parts for fact in part.facts):
        return ()
    tried = []
    for addition in additions(scorer, job):
        gain = round(addition.value - score.value, 2)
        if gain >= _LEAST_GAIN:
            sentence = texts["changes"][addition.kind].format(asked=addition.name, gain=f"{gain:g}")
            tried.append(Change(sentence, addition.kind, addition.name, gain))
    return tuple(sorted(tried, key=lambda one: (-one.gain, one.name))[:_MOST_CHANGES])


@cache
def _texts(language: str) -> Mapping[str, Mapping[str, str]]:
    root = files("workers.resources").joinpath("languages")
    path = root.joinpath(language, "explain.toml")
    texts: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (path if path.is_file() else root.joinpath("en", "explain.toml")).read_text(encoding="utf-8")
    )
    return texts
