"""Words, grades and scores of a language → its level in the Common European Framework."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workers.cv import Cefr
from workers.parsing.date_words import any_of
from workers.resources.language import gathered, merged, tongue_levels
from workers.resources.text import flat, fold

EDGE = " \t:;,.|•·/–—-=()[]*●○◦▪■□★☆⬤"
_GRADE = re.compile(r"(?<![A-Za-z0-9])([ABC][12])(?![A-Za-z0-9])\+?")


def is_grade(text: str) -> bool:
    """`C1`, `Niveau B2`, `B2/C1` and nothing else."""
    return bool(_graded().fullmatch(flat(text).strip(EDGE)))


@cache
def _graded() -> re.Pattern[str]:
    label = any_of(merged("labels").get("level", ()))
    return re.compile(rf"(?:(?:{label})\s*:?\s*)?[abc][12]\+?(?:\s?[/-]\s?[abc][12]\+?)?")


def has_grade(text: str) -> bool:
    return _GRADE.search(text) is not None


def cefr_of(level: str) -> Cefr | None:
    """A printed grade first (the middle one of several), then the longest phrase of the language files, then a test's score."""
    if grades := sorted(_GRADE.findall(level)):
        return Cefr(grades[len(grades) // 2])
    key = f" {fold(level)} "
    phrase = max((phrase for phrase in _levels() if f" {phrase} " in key), key=len, default=None)
    if phrase and not re.fullmatch(r"lu|compris|comprise|some|base|bon|bien|good", phrase):
        return _levels()[phrase]
    return _tested(level) or (_levels()[phrase] if phrase else None)


def _tested(level: str) -> Cefr | None:
    for name, steps in _tests().items():
        if name.lower() in level.lower() and (
            score := re.search(r"(\d{1,3}(?:[.,]\d)?)(?:\s?/\s?\d+)?", level[level.lower().index(name.lower()) :])
        ):
            reached = float(score[1].replace(",", "."))
            return next((Cefr(grade) for least, grade in steps if reached >= least), None)
    return None


@cache
def _levels() -> Mapping[str, Cefr]:
    return {fold(phrase): Cefr(grade) for grade, phrases in tongue_levels().items() for phrase in phrases}


@cache
def level_words() -> frozenset[str]:
    return frozenset(map(fold, gathered("level_words")))


@cache
def _tests() -> Mapping[str, list[tuple[float, str]]]:
    text = files("workers.resources").joinpath("language_tests.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
