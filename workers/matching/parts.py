"""The other parts of a score: occupation and years, study, languages, place, text, and what lowers: old experience, too much of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workers.features import CvFeatures, Held, JobFeatures, Spoken
from workers.matching.bm25 import Saturation, share
from workers.matching.fields import shared
from workers.matching.occupations import kinship
from workers.matching.skills import is_everyday_post
from workers.matching.statistics import Idf
from workers.matching.types import Fact

_OLD, _OLDER = 60, 120
_TEXT_SCALE, _FIELD, _TRADE, _TERSE = 0.3, 0.1, 0.22, 0.5
_UNDATED, _EVERYDAY, _ONE_WORD = 0.4, 0.45, 0.4
_LEARNT = 24
_ORDER = ("INTERN", "JUNIOR", "MID", "SENIOR", "LEAD", "EXECUTIVE")


class Bag(NamedTuple):
    """Stems weighed by idf, and the length of that vector."""

    weighed: Mapping[str, float]
    norm: float


def bag(words: Mapping[str, float], idf: Idf) -> Bag:
    weighed = {term: weight * idf[term] for term, weight in words.items()}
    return Bag(weighed, math.sqrt(sum([value * value for value in weighed.values()])) or 1.0)


def likeness(one: Bag, other: Bag) -> float:
    """Cosine of two bags, 0-1."""
    return _cosine(one, other, _shared(one, other))


def _cosine(one: Bag, other: Bag, shared: Sequence[str]) -> float:
    return sum([one.weighed[term] * other.weighed[term] for term in shared]) / (one.norm * other.norm) if shared else 0.0


def _shared(one: Bag, other: Bag) -> list[str]:
    return sorted(one.weighed.keys() & other.weighed.keys())


def post_kinship(post: Held, title: Bag, job: JobFeatures, offered: Bag) -> float:
    """How near a post is to the one offered: by the tree of occupations or by the words of the title, whichever says more."""
    near = kinship(post.occupation, post.isco, job.occupation, job.isco)
    if near > _EVERYDAY and (is_everyday_post(post.occupation) or is_everyday_post(job.occupation)):
        near = _EVERYDAY
    shared = _shared(title, offered)
    # `Chef` of a kitchen and `chef d'équipe` share the head word alone.
    return max(near, _cosine(title, offered, shared) * (_ONE_WORD if len(shared) == 1 and _strangers(post, job) else 1.0))


def _strangers(post: Held, job: JobFeatures) -> bool:
    """Trades of two sub-major groups of ISCO."""
    return bool(post.isco and job.isco and post.isco[:2] != job.isco[:2])


def years(relevant: int, job: JobFeatures, dated: bool) -> tuple[float, str]:
    """Months in posts like this one against the years asked; a beginner's post is met by all. Where the CV dates no post at all,
    nothing is known."""
    least = job.minimum_years
    if not relevant and not dated and least != 0:
        return _UNDATED, "years_unknown" if least else "years_unasked"
    if least is None:
        return min(1.0, 0.35 + relevant / 36), "years_unasked"
    if least == 0:
        return 1.0, "years_met"
    value = min(1.0, relevant / (12 * least))
    return value, "years_met" if value >= 0.95 else "years_short" if relevant else "years_none"


def too_much(cv: CvFeatures, relevant: int, job: JobFeatures) -> tuple[float, str]:
    """1 for nothing to say; less where the ad limits the years, or where the person's level is two steps above the post's."""
    if job.maximum_years is not None and relevant > 12 * job.maximum_years + 6:
        return max(0.55, 1.0 - (relevant / 12 - job.maximum_years) * 0.07), "above_limit"
    if job.seniority == "INTERN" and relevant > _LEARNT:
        return 0.65, "above_level"
    if job.seniority in _ORDER and cv.seniority in _ORDER and job.seniority in ("INTERN", "JUNIOR"):
        steps = _ORDER.index(cv.seniority) - _ORDER.index(job.seniority)
        if steps > 1:
            return 1.0 - 0.08 * (steps - 1), "above_level"
    if job.minimum_years is not None and relevant > 12 * max(10.0, 4 * job.minimum_years + 4):
        return 0.95, "above_years"
    return 1.0, ""


def recency(last: int | None, now: int, quiet: float = 0.0) -> float:
    """Practice of the last five years counts in full, of ten years ago four fifths; `quiet` as in `silence`."""
    if last is None:
        return 0.95 + 0.05 * quiet
    return 1.0 - 0.2 * min(1.0, max(0, now - last - _OLD) / _OLDER)


def study(cv: CvFeatures, job: JobFeatures) -> tuple[float, str] | None:
    """None where the ad asks for no level."""
    if job.eqf is None:
        return None
    if cv.eqf is None:
        return 0.4, "study_unknown"
    if cv.studying and cv.eqf <= job.eqf:
        return 0.7, "study_unfinished"
    missing = job.eqf - cv.eqf
    return (1.0, "study_met") if missing <= 0 else (max(0.0, 1.0 - 0.35 * missing), "study_below")


def languages(cv: CvFeatures, job: JobFeatures) -> list[Fact]:
    """Each language asked for; the ad's own language is asked for in silence."""
    spoken = {one.code: one for one in cv.languages}
    facts = [_language(one, spoken.get(one.code), cv) for one in job.languages]
    if not any(one.code == job.language for one in job.languages) and cv.language != job.language:
        held = spoken.get(job.language)
        value = (
            1.0
            if held and (held.grade or 5) >= 5
            else 0.75
            if held and (held.grade or 4) >= 4
            else 0.4
            if held
            else 0.5
            if not spoken
            else 0.0
        )
        shown = held.words if held else ""
        # The ad asks for its own language in silence: what the CV says of it is the only name it has here.
        reason, asked = ("ad_language", "") if value < 0.7 else ("language_met", shown)
        facts.append(Fact(reason, asked, shown, "languages", value=value, id=job.language))
    return facts


def _language(asked: Spoken, held: Spoken | None, cv: CvFeatures) -> Fact:
    if held is None:
        value = 0.8 if cv.language == asked.code else 0.0
        return Fact("language_met" if value else "language_missing", asked.words, "", "", value=value, id=asked.code)
    if asked.grade is None or held.grade is None:
        value = 0.9 if held.grade is None else 1.0 if held.grade >= 4 else 0.6
    else:
        value = max(0.0, 1.0 - 0.3 * max(0, asked.grade - held.grade))
    return Fact("language_met" if value >= 0.85 else "language_below", asked.words, held.words, "languages", value=value, id=asked.code)


def place(cv: CvFeatures, job: JobFeatures) -> tuple[float, str] | None:
    """Only what the CV says of where its owner wants to work is compared, never the address. None where one side says nothing."""
    if not cv.wishes or not job.remote:
        return None
    wants_remote = any(word in wish for wish in cv.wishes for word in ("teletravail", "remote", "distance", "home"))
    if not wants_remote:
        return None
    return {"FULL": (1.0, "remote_met"), "PARTIAL": (0.8, "remote_met")}.get(job.remote, (0.3, "remote_missing"))


def text(cv: CvFeatures, own: Bag, saturation: Saturation, job: JobFeatures, asked: Bag, company: float, quiet: float) -> float:
    """Likeness of the two texts: cosine both ways, BM25 of the ad's words in the CV, the fields of work and the trades (`company`) both
    speak of; bent so that a third is already much alike, a fifth where the CV has few words to share."""
    held = _shared(asked, own)
    found = share(asked.weighed, held, saturation)
    alike = 0.5 * _cosine(asked, own, held) + 0.5 * found + _FIELD * shared(cv.fields, job.fields) + _TRADE * company
    return 1.0 - math.exp(-alike / (_TEXT_SCALE * (1.0 - _TERSE * quiet)))


def named(offered: Bag, own: Bag, saturation: Saturation) -> float:
    """How much of the title the CV's words hold, wherever: a trade without a row in the taxonomy, a post that no line tells apart."""
    return share(offered.weighed, _shared(offered, own), saturation)
