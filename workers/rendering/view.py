"""Cv × settings → what the templates print: words only, in order, nothing empty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from workers.cv import Cefr, Cv, Education, Experience, PartialDate, Project, Skill, SkillCategory
from workers.rendering.facts import Fact, clean, contacts, full_name, personal, safe_link, shown_link
from workers.rendering.labels import Labels
from workers.rendering.settings import ResumeSettings


class Entry(NamedTuple):
    """One position, course, project ... `title` is never empty."""

    title: str
    organisation: str = ""
    place: str = ""
    dates: str = ""
    note: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    href: str = ""


class Group(NamedTuple):
    """Skills of one category, languages, interests: short words in a row."""

    label: str
    items: tuple[str, ...]


class Part(NamedTuple):
    """A section: `kind` is its name in the settings; either entries, or groups, or paragraphs are filled."""

    kind: str
    title: str
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()
    paragraphs: tuple[str, ...] = ()


class View(NamedTuple):
    language: str
    title: str
    name: str
    headline: str
    contacts: tuple[Fact, ...]
    personal: tuple[Fact, ...]
    parts: tuple[Part, ...]


def view(cv: Cv, settings: ResumeSettings, labels: Labels) -> View:
    """The CV as words. Sections without content are left out, the order is that of the settings."""
    name = full_name(cv.candidate)
    parts = (_PARTS[kind](cv, settings, labels) for kind in settings.sections.order)
    return View(
        language=labels.code,
        title=" – ".join(filter(None, (labels["document"], name))),
        name=name or labels["document"],
        headline=clean(cv.candidate.headline),
        contacts=tuple(contacts(cv.candidate, labels)),
        personal=tuple(personal(cv.candidate, labels)),
        parts=tuple(part for part in parts if part.entries or part.groups or part.paragraphs),
    )


SHORT = 120
DOT = "\u00a0· "
_BULLET = re.compile(r"^\s*(?:[•▪◦‣●○■□–—*·»➢➤✓✔-]|\d{1,2}[.)])\s+")


def _bound(text: str) -> str:
    """Spaces where a line must not end: within numbers, before French double signs, before a last short word."""
    bound = _TIED.sub("\u00a0", text)
    head, space, last = bound.rpartition(" ")
    return f"{head}\u00a0{last}" if space and len(last) <= WIDOW and len(head) > LINE else bound


_UNITS = r"(?:[kMG]?(?:€|\$|£|W[hc]?|Hz|o|B)|kg|km|mm|cm|m[²³]|ha|ml|mg|°C|ans?|mois|h|min)(?!\w)"
_TIED = re.compile(rf"(?<=\d) (?=\d{{3}}(?!\d)|{_UNITS})| (?=[:;?!%»€](?:\s|$))|(?<=«) ")
WIDOW, LINE = 6, 40


def _paragraphs(text: str | None, without: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paragraphs and bullet lines of a free text; lines that `without` already prints are dropped."""
    seen = {_key(line) for line in without}
    paragraphs: list[str] = []
    bullets: list[str] = []
    for raw in re.split(r"\r\n|\r|\n", text or ""):
        line = clean(_BULLET.sub("", raw))
        if line and _key(line) not in seen:
            (bullets if _BULLET.match(raw) else paragraphs).append(line)
    return tuple(map(_bound, paragraphs)), tuple(map(_bound, bullets))


def _key(line: str) -> str:
    return clean(_BULLET.sub("", line)).rstrip(" .;").casefold()


def _position(job: Experience, labels: Labels) -> Entry:
    bullets = tuple(_bound(line) for line in (clean(_BULLET.sub("", line)) for line in job.achievements) if line)
    paragraphs, more = _paragraphs(job.description, bullets)
    dates = labels.period(job.start_date, job.end_date, job.current) or labels.duration(job.duration_months)
    contract = labels.get(f"contracts.{job.contract_type}", clean(job.contract_type))
    place = ", ".join(filter(None, (clean(job.city), clean(job.country))))
    names = [name for name in (clean(job.job_title), clean(job.company)) if name]
    return Entry((names or [place or dates])[0], (names[1:] or [""])[0], place, dates, contract, paragraphs, bullets + more)


def _experience(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    jobs = cv.experiences[: settings.sections.max_positions]
    entries = tuple(_position(job, labels) for job in jobs)
    return Part("experience", labels["sections.experience"], tuple(entry for entry in entries if entry.title))


def _course(course: Education, labels: Labels) -> Entry:
    degree = clean(course.degree)
    field = clean(course.field_of_study)
    if field and field.casefold() not in degree.casefold():
        degree = DOT.join(filter(None, (degree, field)))
    place = ", ".join(filter(None, (clean(course.city), clean(course.country))))
    names = [name for name in (degree, clean(course.institution)) if name]
    grade = clean(course.grade)
    label = labels["fields.grade"]
    note = grade if grade.startswith(label) else f"{label}{labels['colon']}{grade}" if grade else ""
    dates = labels.period(course.start_date, course.end_date)
    return Entry((names or [place or dates])[0], (names[1:] or [""])[0], place, dates, note)


def _education(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    entries = tuple(_course(course, labels) for course in cv.educations)
    return Part("education", labels["sections.education"], tuple(entry for entry in entries if entry.title))


def _summary(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    paragraphs, bullets = _paragraphs(cv.candidate.summary)
    return Part("summary", labels["sections.summary"], paragraphs=paragraphs + bullets)


def _skills(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    kinds = [kind for kind in SkillCategory if any(skill.category == kind for skill in cv.skills)]
    named = len(kinds) > 1
    groups = (Group(labels[f"skills.{kind}"] if named else "", _named(s for s in cv.skills if s.category == kind)) for kind in kinds)
    return Part("skills", labels["sections.skills"], groups=tuple(group for group in groups if group.items))


def _named(skills: Iterable[Skill]) -> tuple[str, ...]:
    shown = (f"{clean(skill.name)} ({clean(skill.level)})" if clean(skill.level) else clean(skill.name) for skill in skills)
    return tuple(dict.fromkeys(filter(None, shown)))


def _languages(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    items = (" – ".join(filter(None, (clean(item.name), clean(item.level) or _cefr(item.cefr, labels)))) for item in cv.languages)
    return _row("languages", tuple(filter(None, items)), labels)


def _cefr(level: Cefr | None, labels: Labels) -> str:
    """A level of the frame is its own word; a mother tongue is none of them."""
    return labels["native"] if level is Cefr.NATIVE else level or ""


def _row(kind: str, items: tuple[str, ...], labels: Labels) -> Part:
    return Part(kind, labels[f"sections.{kind}"], groups=(Group("", items),) if items else ())


def _certifications(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    entries = (Entry(clean(item.name), clean(item.issuer), dates=_date(item.date, labels)) for item in cv.certifications)
    return _listed("certifications", entries, labels)


def _date(date: PartialDate | None, labels: Labels) -> str:
    return labels.date(date) if date else ""


def _listed(kind: str, entries: Iterable[Entry], labels: Labels) -> Part:
    return Part(kind, labels[f"sections.{kind}"], tuple(entry for entry in entries if entry.title))


def _projects(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    return _listed("projects", (_project(item) for item in cv.projects), labels)


def _project(item: Project) -> Entry:
    """A few words stand beside the name, more stand under it."""
    paragraphs, bullets = _paragraphs(item.description)
    if not item.url and not bullets and len(paragraphs) == 1 and len(paragraphs[0]) <= SHORT:
        return Entry(clean(item.name), note=paragraphs[0])
    href = safe_link(item.url) if item.url else ""
    return Entry(clean(item.name), note=shown_link(item.url), href=href, paragraphs=paragraphs, bullets=bullets)


def _publications(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    return _listed("publications", (Entry(clean(item.title)) for item in cv.publications), labels)


def _awards(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    return _listed("awards", (Entry(clean(item.title)) for item in cv.awards), labels)


def _volunteering(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    pairs = ([name for name in (clean(item.role), clean(item.organization)) if name] for item in cv.volunteering)
    return _listed("volunteering", (Entry(names[0], (names[1:] or [""])[0]) for names in pairs if names), labels)


def _references(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    return _listed("references", (Entry(clean(item.name), note=clean(item.contact)) for item in cv.references), labels)


def _interests(cv: Cv, settings: ResumeSettings, labels: Labels) -> Part:
    return _row("interests", tuple(filter(None, map(clean, cv.interests))), labels)


_PARTS: dict[str, Any] = {
    "summary": _summary,
    "experience": _experience,
    "education": _education,
    "skills": _skills,
    "languages": _languages,
    "certifications": _certifications,
    "projects": _projects,
    "publications": _publications,
    "awards": _awards,
    "volunteering": _volunteering,
    "references": _references,
    "interests": _interests,
}
