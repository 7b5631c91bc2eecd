"""/analyze: what a CV says in short, nothing guessed."""

from __future__ import annotations

from workers.coaching.summary import ordered, summary, title
from workers.coaching.types import Profile, SalaryRange
from workers.cv import Cv
from workers.resources.coaching_rules import words


def profile(cv: Cv, language: str | None = None) -> Profile:
    """Skills by months of use, positions newest first, languages, the salary printed, sectors, a summary in the CV's language."""
    say = words(language or cv.document_language or "en")
    return Profile(
        skills=tuple(dict.fromkeys(skill.name for skill in ordered(cv))),
        positions=tuple(positions(cv)),
        languages=tuple(dict.fromkeys(each.code for each in cv.languages if each.code)),
        salary_range=_salary(cv),
        sectors=tuple(dict.fromkeys([*cv.profile.sectors, *(post.sector for post in cv.experiences if post.sector)])),
        profile_summary=summary(cv, say),
    )


def positions(cv: Cv) -> list[str]:
    """Titles held, newest first; what the person calls themselves where no post is read."""
    held = [post.job_title for post in cv.experiences if post.job_title] or list(filter(None, [title(cv)]))
    return list(dict.fromkeys(held))


def _salary(cv: Cv) -> SalaryRange | None:
    wish = cv.candidate.desired_salary
    return SalaryRange(wish.min, wish.max, wish.currency) if wish.min is not None or wish.max is not None else None
