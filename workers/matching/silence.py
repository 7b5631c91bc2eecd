"""What a CV of a few words does not say is unknown, not missing: such a part weighs little and is named as uncertain.

A line of keywords, a paragraph sent to a board, a profile of two lists: they name no dates, no diploma, no language, and only the first
of the skills. A CV with these sections, or of many words, is taken at its word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import msgspec

from workers.features import CvFeatures, JobFeatures
from workers.matching.needs import MISSING
from workers.matching.skills import UNKNOWN
from workers.matching.types import Fact, PartKind

_FEW, _MANY = 40, 120  # different words of a note, and of a whole CV
_SOME, _LONG = 12, 30  # skills of a note, and of a list that means to be complete
_BARE, _HANDFUL = (60, 100), (4, 10)  # different words, and skills of list and posts: of a CV without descriptions, and of one with some
_DATED = 0.5
_EXPECTED = 0.48
_HEARD, _OVERHEARD = 0.3, 0.6
_DECIDES = 10
_TRUSTED = 0.9
_POSTS, _STUDIES, _LIST = "experiences", "educations", "skills"


def silence(cv: CvFeatures) -> float:
    """1 for a note without dates, 0 for a CV that says what CVs say; between the two by its words, its skills and its sections. A wall of
    keywords is no note."""
    if cv.flags:
        return 0.0
    sections = 1.0 if not _dated(cv) else 0.0 if cv.languages or _studied(cv) else _DATED
    return sections * _under(_words(cv.words), _FEW, _MANY) * _under(len(cv.skills), _SOME, _LONG)


def sparse(cv: CvFeatures) -> float:
    """1 for a CV of dated posts that names a handful of skills, 0 for one that tells them: some layouts print no more than titles and
    dates. It falls so slowly with each skill that none lowers a score by being named."""
    if cv.flags or not _dated(cv):
        return 0.0
    named = sum(use.where.startswith((_POSTS, _LIST)) and not use.id.startswith(UNKNOWN) for use in cv.skills)
    return _under(_words(cv.words), *_BARE) * _under(named, *_HANDFUL)


def _under(count: int, few: int, many: int) -> float:
    return 1.0 - min(1.0, max(0, count - few) / (many - few))


def _words(words: Mapping[str, float]) -> int:
    return sum(not word.startswith("#") for word in words)


def _dated(cv: CvFeatures) -> bool:
    return any(post.months for post in cv.posts)


def _studied(cv: CvFeatures) -> bool:
    places = (*(use.where for use in cv.skills), *(part.where for part in cv.passages))
    return cv.eqf is not None or any(where.startswith(_STUDIES) for where in places)


def decided(cv: CvFeatures, job: JobFeatures) -> bool:
    """Whether both texts are long enough to tell their language: a few names of tools belong to none."""
    return (_has(cv.words, _DECIDES) and _has(job.words, _DECIDES)) or bool(cv.flags)


def _has(words: Mapping[str, float], count: int) -> bool:
    return len(list(islice((word for word in words if word[0] != "#"), count))) == count


def expected(facts: list[Fact], untold: float) -> list[Fact]:
    """A note names the first of somebody's skills: those of the same trade that it leaves out may be there. `untold`: how little it tells,
    times how much of a trade both texts speak of."""
    likely = round(_EXPECTED * untold, 4)
    return [_expected(fact, likely) for fact in facts] if likely else facts


def _expected(fact: Fact, likely: float) -> Fact:
    # Something akin to what is asked is no less than nothing at all.
    if fact.value >= likely or fact.reason not in ("missing", "related"):
        return fact
    return msgspec.structs.replace(fact, reason="unsaid" if fact.reason == "missing" else fact.reason, value=likely)


def spoken(facts: list[Fact], quiet: float, cv: CvFeatures, job: JobFeatures) -> list[Fact]:
    """Languages asked of a CV that lists none. Where too few words stand to tell a language, the ad asks for none in silence."""
    told = facts if not facts or decided(cv, job) else [fact for fact in facts if any(one.code == fact.id for one in job.languages)]
    return told if cv.languages or not quiet else [_unheard(fact, quiet) for fact in told]


def _unheard(fact: Fact, quiet: float) -> Fact:
    if fact.value > MISSING:
        return fact
    silent = fact.reason == "ad_language"
    value = fact.value + quiet * ((_TRUSTED if silent else MISSING) - fact.value)
    return msgspec.structs.replace(fact, reason="ad_language_unsaid" if silent else "language_unsaid", value=round(value, 4))


def heard(cv: CvFeatures, job: JobFeatures, near: float, quiet: float) -> dict[PartKind, float]:
    """Part → how much of its weight it keeps, for those of which the CV says nothing."""
    return {kind: 1.0 - quiet * (1.0 - kept) for kind, kept in _unsaid(cv, job, near)} if quiet else {}


def _unsaid(cv: CvFeatures, job: JobFeatures, near: float) -> Iterator[tuple[PartKind, float]]:
    if near < MISSING and not any(post.where.startswith(_POSTS) and post.occupation for post in cv.posts):
        yield PartKind.OCCUPATION, _OVERHEARD if any(post.occupation for post in cv.posts) else _HEARD
    if not _dated(cv) and job.minimum_years != 0:
        yield PartKind.YEARS, _HEARD if job.minimum_years else 0.0
    if not _studied(cv):
        yield PartKind.STUDY, _HEARD
    if not cv.languages:
        yield PartKind.LANGUAGES, _HEARD
