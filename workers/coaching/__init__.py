"""A CV before a job ad: what to change, in the language of the ad. Rules and words are data (`resources/coaching`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from workers.coaching.checks import CHECKS
from workers.coaching.fit import fit
from workers.coaching.keywords import keywords
from workers.coaching.profile import positions as positions
from workers.coaching.profile import profile as profile
from workers.coaching.sections import cv_sections
from workers.coaching.types import Case, Keyword, Keywords, Suggestion
from workers.coaching.types import Coaching as Coaching
from workers.coaching.types import Profile as Profile
from workers.cv import Cv
from workers.job_ad import JobAd
from workers.layout import Layout
from workers.resources.coaching_rules import rules, words

ORDER = ("high", "medium", "low")


def coach(cv: Cv, job: JobAd, today: dt.date, layout: Layout | None = None, language: str | None = None) -> Coaching:
    """Suggestions, keywords, rewrites and the fit; `language` goes before the ad's."""
    case = Case(cv, job, layout or Layout(), keywords(cv, job), words(language or job.language or cv.document_language or "en"), today)
    given = sorted(_suggestions(case), key=lambda each: ORDER.index(each.priority))
    return Coaching(
        suggestions=tuple(given[: rules().lists["suggestions"]]),
        keywords_to_add=_names(case, case.missing),
        keywords=Keywords(
            _names(case, [each for each in case.missing if each.seen]), _names(case, [each for each in case.missing if not each.seen])
        ),
        cv_sections=tuple(cv_sections(case)),
        ats_fit=fit(case),
    )


def _names(case: Case, found: list[Keyword]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(case.named(each) for each in found))


def _suggestions(case: Case) -> Iterator[Suggestion]:
    for name, rule in rules().rules.items():
        for seen in CHECKS[name](case, rule):
            said = case.say.suggestions[name]
            yield Suggestion(rule["category"], rule["priority"], said["suggestion"].format(**seen), said["rationale"].format(**seen))
