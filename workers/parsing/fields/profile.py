"""What follows from the rest: nothing here is read from the page a second time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workers.cv import Cv, Experience, Profile, Seniority
from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.durations import union_months
from workers.parsing.fields.practice import span_of
from workers.parsing.fields.study import highest
from workers.resources.language import merged
from workers.resources.text import flat, fold

_JUNIOR, _MID = 24, 72
_ORDER = ("INTERN", "EXECUTIVE", "LEAD", "JUNIOR", "SENIOR")
_NO_WORK = ("INTERNSHIP", "VOLUNTEER")


def profile(cv: Cv, context: Context) -> Profile:
    """Total months are the union of the jobs' ranges: two jobs at a time count once."""
    jobs = cv.experiences
    spans = [span for job in jobs if (span := span_of(job, context))]
    current = next((job for job in jobs if job.current), None)
    level = highest(cv.educations, context.today.isoformat())
    total = union_months(spans) if spans else None
    return Profile(
        total_experience_months=total,
        current_job_title=current.job_title if current else None,
        current_company=current.company if current else None,
        highest_education_level=str(level) if level else None,
        seniority=_seniority(current or _latest(jobs), total),
        average_tenure_months=_tenure(jobs, context),
        sectors=tuple(dict.fromkeys(job.sector for job in jobs if job.sector)),
    )


def _latest(jobs: Sequence[Experience]) -> Experience | None:
    return max((job for job in jobs if job.end_date), key=lambda job: str(job.end_date), default=None)


def _seniority(job: Experience | None, months: int | None) -> Seniority | None:
    """The words of the present title first, else the years worked."""
    if job is None:
        return None
    title = flat(job.job_title or "")
    named = next((Seniority(name) for name, form in _words() if form.search(title)), None)
    if named or months is None:
        return named
    return Seniority.JUNIOR if months < _JUNIOR else Seniority.MID if months < _MID else Seniority.SENIOR


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = merged("seniority")
    return tuple((name, re.compile(rf"(?<![a-z])(?:{any_of(known.get(name, ()))})(?![a-z])")) for name in _ORDER)


def _tenure(jobs: Sequence[Experience], context: Context) -> int | None:
    """Mean months with one employer, several posts there taken together, internships left out."""
    employers: dict[str, list[tuple[int, int]]] = {}
    for place, job in enumerate(jobs):
        if (span := span_of(job, context)) and job.contract_type not in _NO_WORK:
            employers.setdefault(fold(job.company or "") or str(place), []).append(span)
    stays = [union_months(spans) for spans in employers.values()]
    return round(sum(stays) / len(stays)) if stays else None
