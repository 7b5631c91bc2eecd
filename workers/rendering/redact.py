"""The Cv without what is to be hidden, before any template sees it: fields emptied, free text scrubbed, referees gone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from workers.cv import Address, Candidate, Cefr, Certification, Cv, Education, Experience, Language, Links, PartialDate, Volunteering
from workers.rendering.hidden import Reach, Secret, secrets, towns
from workers.rendering.hidden.belief import is_worship
from workers.rendering.hidden.career import is_employer
from workers.rendering.hidden.colleagues import colleagues
from workers.rendering.hidden.origin import is_native, native_as
from workers.rendering.hidden.secret import LEFT, RIGHT
from workers.rendering.labels import Labels
from workers.rendering.letters import decoded, visible
from workers.rendering.letters import flat as letters
from workers.rendering.privacy import Privacy
from workers.rendering.traces import either

Scrub = Callable[[str | None], str | None]


class Redacted(NamedTuple):
    """`secrets` and `spared` are what `leaks` searches the document with; `original` never leaves this process."""

    cv: Cv
    secrets: tuple[Secret, ...]
    spared: re.Pattern[str]


def redact(cv: Cv, privacy: Privacy, code_name: str, labels: Labels) -> Redacted:
    """Hide what the switches name. `code_name` stands for a hidden name; skills that are called like the person stay."""
    hidden = secrets(cv, privacy, labels, code_name if privacy.hide_name else "")
    spared = re.compile(LEFT + either(skill.name for skill in cv.skills) + RIGHT)
    if privacy.is_open:
        return Redacted(cv, (), spared)
    scrubs = _scrubs(cv, privacy, labels, hidden, spared)
    terms, names, prose = scrubs.terms, scrubs.names, scrubs.prose
    shown = replace(
        cv,
        file_name=None,
        raw_text=None,
        evidence={},
        warnings=(),
        references=(),
        candidate=_candidate(cv.candidate, privacy, code_name, names, scrubs.own),
        profile=replace(cv.profile, current_company=None, current_job_title=names(cv.profile.current_job_title)),
        experiences=tuple(_experience(job, privacy, labels, names, prose) for job in cv.experiences),
        educations=tuple(_education(course, privacy, labels, names) for course in cv.educations),
        certifications=tuple(_certification(item, privacy, names) for item in cv.certifications),
        skills=tuple(replace(item, name=terms(item.name) or item.name, level=terms(item.level), last_used=None) for item in cv.skills),
        languages=tuple(_language(item, privacy, terms) for item in cv.languages),
        projects=tuple(
            replace(
                item, name=names(item.name) or "", description=prose(item.description), url=None if privacy.hide_links else names(item.url)
            )
            for item in cv.projects
        ),
        publications=tuple(replace(item, title=names(item.title) or "") for item in cv.publications),
        awards=tuple(replace(item, title=names(item.title) or "") for item in cv.awards),
        volunteering=_volunteering(cv, privacy, scrubs.own_names),
        interests=tuple(filter(None, map(scrubs.own_names, cv.interests))),
    )
    return Redacted(shown, hidden, spared)


class Scrubs(NamedTuple):
    """By kind of text: terms, titles and organisations, what is told of posts; `own` and `own_names`, what somebody says of himself."""

    terms: Scrub
    names: Scrub
    prose: Scrub
    own: Scrub
    own_names: Scrub


def _scrubs(cv: Cv, privacy: Privacy, labels: Labels, hidden: tuple[Secret, ...], spared: re.Pattern[str]) -> Scrubs:
    home, worked = (find(cv, privacy, labels["hidden"]) for find in (towns.home, towns.worked))
    worked = (*towns.houses(cv, privacy, labels["employer"]), *colleagues(cv, privacy, labels["hidden"]), *worked)
    named = tuple(secret._replace(reach=Reach.NAMES) for secret in home)
    return Scrubs(
        terms=_scrub(hidden, spared, Reach.TERMS),
        names=_scrub(hidden, spared, Reach.NAMES),
        prose=_scrub((*hidden, *worked), spared, Reach.PROSE),
        own=_scrub((*hidden, *home, *worked), spared, Reach.PROSE),
        own_names=_scrub((*hidden, *named), spared, Reach.NAMES),
    )


def _volunteering(cv: Cv, privacy: Privacy, names: Scrub) -> tuple[Volunteering, ...]:
    return tuple(
        replace(item, organization=names(item.organization), role=names(item.role))
        for item in cv.volunteering
        if not (privacy.hides_traits and (is_worship(item.organization) or is_worship(item.role)))
    )


def _scrub(hidden: tuple[Secret, ...], spared: re.Pattern[str], reach: Reach) -> Scrub:
    applied = [secret for secret in hidden if secret.reach <= reach]

    def scrub(text: str | None) -> str | None:
        if not text:
            return text
        clear = decoded(text)
        shown = cleaned(visible(text) if clear == text or cleaned(clear) == clear else clear)
        return _tidied(shown) if shown != text else text

    def cleaned(shown: str) -> str:
        plain = letters(shown)
        for secret in applied:
            if secret.pattern.search(plain):
                shown = secret.out_of(shown, spared)
                plain = letters(shown)
        return shown

    return scrub


def _tidied(text: str) -> str:
    lines = (re.sub(r" +([,.)])", r"\1", re.sub(r"[ \t]+", " ", line)).strip(" ,;") for line in text.split("\n"))
    return "\n".join(lines)


def _candidate(person: Candidate, privacy: Privacy, code_name: str, names: Scrub, prose: Scrub) -> Candidate:
    shown = replace(
        person,
        headline=prose(person.headline),
        summary=prose(person.summary),
        availability=prose(person.availability),
        mobility=prose(person.mobility),
        email=names(person.email),
        links=_links(person.links, names),
    )
    gone = {name: value for switch, emptied in _EMPTIED.items() if getattr(privacy, switch) for name, value in emptied.items()}
    shown = replace(shown, **gone)
    if privacy.hide_name:
        shown = replace(shown, first_name=code_name, last_name=None, middle_name=None, honorific=None)
        shown = replace(shown, email=shown.email if shown.email == person.email else None, alternate_emails=())
    if privacy.hide_birth and shown.email and person.date_of_birth and str(person.date_of_birth.year) in shown.email:
        shown = replace(shown, email=None)
    return shown


_EMPTIED: dict[str, dict[str, object]] = {
    "hide_photo": {"has_photo": False},
    "hide_email": {"email": None, "alternate_emails": ()},
    "hide_phone": {"phone": None, "alternate_phones": ()},
    "hide_address": {"address": Address()},
    "hide_links": {"links": Links()},
    "hide_birth": {"date_of_birth": None, "place_of_birth": None},
    "hide_gender": {"gender": None, "honorific": None},
    "hide_nationality": {"nationality": None},
    "hide_marital_status": {"marital_status": None},
}


def _links(links: Links, names: Scrub) -> Links:
    """Links that bear a hidden name go whole: half an address helps nobody."""
    kept = {name: link for name in ("linkedin", "github", "website") if (link := getattr(links, name)) and names(link) == link}
    return Links(**kept, other=tuple(link for link in links.other if names(link) == link))


def _experience(job: Experience, privacy: Privacy, labels: Labels, names: Scrub, prose: Scrub) -> Experience:
    shown = replace(
        job,
        job_title=names(job.job_title),
        company=labels["employer"] if privacy.hide_employers and is_employer(job.company) else names(job.company),
        description=prose(job.description),
        achievements=tuple(filter(None, map(prose, job.achievements))),
    )
    if privacy.hide_employers:
        shown = replace(shown, city=None, country=None)
    if privacy.hide_dates:
        months = job.duration_months or _months(job.start_date, job.end_date)
        shown = replace(shown, start_date=None, end_date=None, current=False, duration_months=months)
    return shown


def _months(start: PartialDate | None, end: PartialDate | None) -> int | None:
    if not (start and end and start.month and end.month):
        return None
    return max(1, (end.year - start.year) * 12 + end.month - start.month + 1)


def _education(course: Education, privacy: Privacy, labels: Labels, names: Scrub) -> Education:
    shown = replace(
        course,
        degree=names(course.degree),
        field_of_study=names(course.field_of_study),
        institution=labels["school"] if privacy.hide_schools and course.institution else names(course.institution),
        grade=names(course.grade),
    )
    if privacy.hide_schools:
        shown = replace(shown, city=None, country=None)
    return replace(shown, start_date=None, end_date=None) if privacy.hide_dates else shown


def _language(item: Language, privacy: Privacy, terms: Scrub) -> Language:
    """A mother tongue tells where somebody grew up: it is spoken as a C2. `Langue familiale` tells no level."""
    shown = replace(item, name=terms(item.name) or item.name, level=terms(item.level))
    if not privacy.hide_nationality or not is_native(item):
        return shown
    level = native_as(item.level)
    return replace(shown, level=level, cefr=Cefr(level) if level else None)


def _certification(item: Certification, privacy: Privacy, names: Scrub) -> Certification:
    return replace(item, name=names(item.name) or "", issuer=names(item.issuer), date=None if privacy.hide_dates else item.date)
