"""bytes → words → lines → sections → fields → Cv."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from workers.cv import (
    Award,
    Candidate,
    Certification,
    Cv,
    DocumentType,
    Education,
    Evidence,
    Experience,
    Language,
    Node,
    Project,
    Publication,
    Reference,
    Skill,
    SkillCategory,
    Volunteering,
)
from workers.errors import ErrorCode, InvalidFile
from workers.parsing.assemble import node, nodes, record
from workers.parsing.context import Context, context_of
from workers.parsing.date_order import ordered
from workers.parsing.document_type import document_type
from workers.parsing.doubts import doubts, placed
from workers.parsing.fields import (
    address,
    awards,
    certifications,
    contact,
    education,
    experience,
    headline,
    interests,
    languages,
    links,
    name,
    personal,
    projects,
    publications,
    references,
    skills,
    summary,
    volunteering,
    wishes,
)
from workers.parsing.fields.practice import enriched, practised
from workers.parsing.fields.profile import profile
from workers.parsing.fields.skill_names import concept_of
from workers.parsing.fields.study import level_of
from workers.parsing.language import language_of
from workers.parsing.lines import lines
from workers.parsing.looks import body_of
from workers.parsing.menus import without_menu
from workers.parsing.portrait import has_photo
from workers.parsing.read import read
from workers.parsing.sections import sections
from workers.parsing.types import Document, Found, Section
from workers.parsing.warnings import clean, warnings
from workers.resources.language import heading_kind

# Lists of the tree: field → what one entry is, and who finds them.
LISTS: dict[str, tuple[type[Node], Any]] = {
    "skills": (Skill, skills),
    "languages": (Language, languages),
    "certifications": (Certification, certifications),
    "projects": (Project, projects),
    "publications": (Publication, publications),
    "awards": (Award, awards),
    "volunteering": (Volunteering, volunteering),
    "references": (Reference, references),
}


@contextmanager
def _uncollected() -> Iterator[None]:
    """What a reading makes is freed by its counts: the collector would walk thousands of words again and again and find nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def parse(data: bytes, file_name: str, today: dt.date) -> Cv:
    seen = read(data, file_name)
    document = clean(seen)
    all_lines = without_menu(lines(document, lambda text: heading_kind(text) is not None))
    if not all_lines:
        # Page numbers, running heads and hidden words are no text of a CV.
        raise InvalidFile("No text was found in the file. Send the CV as a file with text in it.", ErrorCode.NO_TEXT_EXTRACTED)
    body = body_of(all_lines)
    parts = sections(all_lines, body)
    context = context_of(document, all_lines, body, today)
    with ordered(context.text, context.country):
        return _said(seen, parts, context, file_name)


def _said(seen: Document, parts: Sequence[Section], context: Context, file_name: str) -> Cv:
    """Every field out of the parts, and what the file itself tells."""
    document, body = context.document, context.body
    kind = document_type(parts, context)
    evidence: dict[str, Evidence] = {}
    found = Cv(
        file_name=file_name,
        page_count=document.page_count or len(document.pages),
        document_type=kind,
        document_language=context.language.upper(),
        ocr_applied=document.recognised,
        raw_text=context.text,
        warnings=(*warnings(seen, context.text), *doubts(kind, context)),
        candidate=msgspec.structs.replace(node(Candidate, _person(parts, context, kind), "candidate", evidence), has_photo=has_photo(seen)),
        experiences=nodes(Experience, experience.find(parts, body), "experiences", evidence),
        educations=nodes(Education, education.find(parts, body), "educations", evidence),
        interests=_interests(parts, context, evidence),
        **_lists(parts, context, evidence),
        evidence=evidence,
    )
    return derived(found, context)


def _person(parts: Sequence[Section], context: Context, kind: DocumentType) -> dict[str, Found[Any]]:
    """An ad speaks of nobody: only how the house is reached is taken from it."""
    person: dict[str, Found[Any]] = {}
    if kind is not DocumentType.JOB_DESCRIPTION:
        person |= name.find(parts, context.lines, context.body, context.text)
        named = tuple(word for found in person.values() for word in found.words)
        person |= headline.find(parts, context.lines, named, context.body.size)
        person |= summary.find(parts)
    for finder in (contact, address, links, personal, wishes):
        person |= finder.find(parts, context)
    return person


def _lists(parts: Sequence[Section], context: Context, evidence: dict[str, Evidence]) -> dict[str, Any]:
    return {field: nodes(entry, finder.find(parts, context), field, evidence) for field, (entry, finder) in LISTS.items()}


def _interests(parts: Sequence[Section], context: Context, evidence: dict[str, Evidence]) -> tuple[str, ...]:
    liked = interests.find(parts, context)
    for index, interest in enumerate(liked):
        record(evidence, f"interests[{index}]", interest)
    return tuple(interest.value for interest in liked)


def warm_up() -> None:
    """Reads every dictionary, so that the first CV of a process waits for none of them."""
    posts = "Camille Exemple\nProfile\nWork experience\n2019 - 2021 Nurse, Ward of Examples\nEducation\nLanguages\nSkills\n"
    prose = "I have worked with the team of the ward and with those who are there for the night.\n" * 4
    parse((posts + prose).encode(), "", dt.date(2000, 1, 1))


def completed(cv: Cv, today: dt.date) -> Cv:
    """A Cv that was read from no page, with what follows from its values: ids of its skills first, then the rest."""
    text = "\n".join(filter(None, (cv.candidate.summary, *(job.description for job in cv.experiences), cv.raw_text)))
    language = (cv.document_language or language_of(text)).lower()
    context = Context(Document((), ()), (), body_of(()), language, None, today, text)
    named = msgspec.structs.replace(cv, document_language=language.upper(), skills=tuple(map(_with_concept, cv.skills)))
    return _following(named, context)


def _with_concept(skill: Skill) -> Skill:
    concept = concept_of(skill.name)
    kind = SkillCategory(concept.kind) if concept and skill.category is SkillCategory.OTHER else skill.category
    return msgspec.structs.replace(skill, taxonomy_id=concept.id if concept else None, category=kind)


def derived(cv: Cv, context: Context) -> Cv:
    """What follows from the values read, and how sure the reading is of them."""
    cv = _following(cv, context)
    return msgspec.structs.replace(cv, parsing_confidence=placed(cv, context))


def _following(cv: Cv, context: Context) -> Cv:
    """Lengths, occupations, levels of study, skills in time, the profile."""
    jobs = tuple(enriched(job, context) for job in cv.experiences)
    studies = tuple(_with_level(study) for study in cv.educations)
    known = practised(cv.skills, jobs, context)
    cv = msgspec.structs.replace(cv, experiences=jobs, educations=studies, skills=known)
    return msgspec.structs.replace(cv, profile=profile(cv, context))


def _with_level(study: Education) -> Education:
    level = level_of(f"{study.degree or ''} {study.field_of_study or ''}")
    return msgspec.structs.replace(study, level=f"EQF {level.eqf}") if level else study
