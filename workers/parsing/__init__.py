"""bytes → words → lines → sections → fields → Cv."""

from __future__ import annotations

import datetime as dt

import msgspec

from workers.cv import (
    Award,
    Candidate,
    Certification,
    Cv,
    Education,
    Evidence,
    Experience,
    Language,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteering,
)
from workers.parsing.assemble import node, nodes, record
from workers.parsing.context import Context, context_of
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
from workers.parsing.fields.study import level_of
from workers.parsing.lines import lines
from workers.parsing.portrait import has_photo
from workers.parsing.read import read
from workers.parsing.sections import body_of, sections
from workers.parsing.warnings import clean, warnings
from workers.resources.language import heading_kind


def parse(data: bytes, file_name: str, today: dt.date) -> Cv:
    seen = read(data, file_name)
    document = clean(seen)
    all_lines = lines(document, lambda text: heading_kind(text) is not None)
    body = body_of(all_lines)
    parts = sections(all_lines, body)
    context = context_of(document, all_lines, body, today)
    evidence: dict[str, Evidence] = {}
    person = dict(name.find(parts, all_lines, body, context.text))
    named = tuple(word for found in person.values() for word in found.words)
    person |= headline.find(parts, all_lines, named, body.size)
    person |= summary.find(parts)
    for finder in (contact, address, links, personal, wishes):
        person |= finder.find(parts, context)
    liked = interests.find(parts, context)
    for index, interest in enumerate(liked):
        record(evidence, f"interests[{index}]", interest)
    kind = document_type(parts, context)
    read_cv = Cv(
        file_name=file_name,
        page_count=document.page_count or len(document.pages),
        document_type=kind,
        document_language=context.language.upper(),
        ocr_applied=document.recognised,
        raw_text=context.text,
        warnings=(*warnings(seen, context.text), *doubts(kind, context)),
        candidate=msgspec.structs.replace(node(Candidate, person, "candidate", evidence), has_photo=has_photo(seen)),
        experiences=nodes(Experience, experience.find(parts, body), "experiences", evidence),
        educations=nodes(Education, education.find(parts, body), "educations", evidence),
        skills=nodes(Skill, skills.find(parts, context), "skills", evidence),
        languages=nodes(Language, languages.find(parts, context), "languages", evidence),
        certifications=nodes(Certification, certifications.find(parts, context), "certifications", evidence),
        projects=nodes(Project, projects.find(parts, context), "projects", evidence),
        publications=nodes(Publication, publications.find(parts, context), "publications", evidence),
        awards=nodes(Award, awards.find(parts, context), "awards", evidence),
        volunteering=nodes(Volunteering, volunteering.find(parts, context), "volunteering", evidence),
        references=nodes(Reference, references.find(parts, context), "references", evidence),
        interests=tuple(interest.value for interest in liked),
        evidence=evidence,
    )
    return derived(read_cv, context)


def warm_up() -> None:
    """Reads every dictionary, so that the first CV of a process waits for none of them."""
    posts = "Camille Exemple\nProfile\nWork experience\n2019 - 2021 Nurse, Ward of Examples\nEducation\nLanguages\nSkills\n"
    prose = "I have worked with the team of the ward and with those who are there for the night.\n" * 4
    parse((posts + prose).encode(), "", dt.date(2000, 1, 1))


def derived(cv: Cv, context: Context) -> Cv:
    """What follows from the values read: lengths, occupations, levels of study, skills in time, the profile."""
    jobs = tuple(enriched(job, context) for job in cv.experiences)
    studies = tuple(_with_level(study) for study in cv.educations)
    known = practised(cv.skills, jobs, context)
    cv = msgspec.structs.replace(cv, experiences=jobs, educations=studies, skills=known)
    return msgspec.structs.replace(cv, profile=profile(cv, context), parsing_confidence=placed(cv, context))


def _with_level(study: Education) -> Education:
    level = level_of(f"{study.degree or ''} {study.field_of_study or ''}")
    return msgspec.structs.replace(study, level=f"EQF {level.eqf}") if level else study
