"""`cv_sections`: what is weak in a part of the CV, and how it could read: facts of the CV alone, and [blanks] to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from workers.coaching.checks import eqf
from workers.coaching.lines import lines
from workers.coaching.posts import called, figures, has_figure, printed_dates, strong, weak
from workers.coaching.summary import diploma, ordered, summary, title
from workers.coaching.types import Case, Section
from workers.cv import Experience
from workers.resources.coaching_rules import rules, words
from workers.resources.text import fold


def cv_sections(case: Case) -> Iterator[Section]:
    for section, issue, rewrite in (*_summary(case), *_skills(case), *_experience(case), *_education(case)):
        if rewrite:
            yield Section(section, issue, rewrite)


def _wanted(case: Case) -> list[str]:
    return [each.id for each in case.keywords if each.held]


def _summary(case: Case) -> Iterator[tuple[str, str, str]]:
    now = fold(case.cv.candidate.summary or "")
    named = [each for each in case.keywords if each.held and f" {fold(each.words)} " in f" {now} "]
    if not now:
        yield "summary", _issue(case, "summary_missing"), summary(case.cv, case.say, _wanted(case), printed_only=True)
    elif case.keywords and not named and _wanted(case):
        yield "summary", _issue(case, "summary_generic"), summary(case.cv, case.say, _wanted(case), printed_only=True)


def _skills(case: Case) -> Iterator[tuple[str, str, str]]:
    skills = ordered(case.cv, _wanted(case))
    row = ", ".join(skill.name for skill in skills[: rules().lists["skills_in_section"]])
    missing = [case.explained(each) for each in case.missing]
    if missing:
        yield "skills", _issue(case, "skills_missing", keywords=", ".join(missing)), row
    elif [skill.name for skill in skills[:3]] != [skill.name for skill in case.cv.skills[:3]] and _wanted(case):
        yield "skills", _issue(case, "skills_order"), row


def _experience(case: Case) -> Iterator[tuple[str, str, str]]:
    posts = case.cv.experiences
    if not any(post.start_date for post in posts):
        yield "experience", _issue(case, "experience_missing"), _blank_post(case)
        return
    limits = rules().rules["unquantified"]
    for index, post in enumerate(posts[: limits["posts"]]):
        told = lines(post)
        is_weak = any(weak(line, case.openings) for line in told)
        if is_weak or (len(told) >= limits["lines"] and figures(post) < len(told) * limits["share"]):
            yield "experience", _issue(case, "experience_weak", post=called(post)), _post(case, index, post)
            return


def _blank_post(case: Case) -> str:
    blanks = case.say.blanks
    names = [skill.name for skill in ordered(case.cv, _wanted(case))][: rules().lists["skills_in_summary"]]
    skills = blanks["with"].format(skills=case.say.row(names)) if names else ""
    return blanks["post"].format(title=title(case.cv) or blanks["title"], skills=skills)


def _post(case: Case, index: int, post: Experience) -> str:
    """Head, then its lines without empty openings: those with figures and with the ad's words first."""
    head = ", ".join(filter(None, (called(post), printed_dates(case.cv, f"experiences[{index}]"))))
    asked = [fold(each.words) for each in case.keywords]

    def worth(line: str) -> int:
        return -sum((has_figure(line), any(f" {word} " in f" {fold(line)} " for word in asked)))

    told = sorted(lines(post), key=worth)[: rules().lists["bullets"]]
    own = words(case.cv.document_language or case.say.language)
    return "\n".join([head, *(f"- {strong(strong(line, case.say), own)}" for line in told)])


def _education(case: Case) -> Iterator[tuple[str, str, str]]:
    studies, asked = case.cv.educations, case.job.education_eqf
    if not studies and asked:
        yield "education", _issue(case, "education_missing", asked=case.level_asked), case.say.blanks["study"]
        return
    bare = [each for each in studies if each.degree and not (each.institution and (each.end_date or each.start_date))]
    if bare:
        ranked = sorted(range(len(studies)), key=lambda index: -(eqf(studies[index].level) or 0))
        yield "education", _issue(case, "education_undated"), "\n".join(filter(None, (_study(case, index) for index in ranked)))


def _study(case: Case, index: int) -> str:
    parts = (diploma(case.cv.educations[index]), printed_dates(case.cv, f"educations[{index}]"))
    return ", ".join(filter(None, parts))


def _issue(case: Case, name: str, **values: str) -> str:
    return case.say.sections[name]["issue"].format(**values)
