"""Cv → the tree of a Europass SkillsPassport 3.4, which its JSON writes as it is and its XML with lists wrapped.

The format has no place for marital status, place of birth, wishes, contract types, grades, further e-mail addresses and the
wording of language levels: they are not exported. Long texts are the small HTML that the Europass editor makes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import Any

from workers import cv as shape
from workers.cv import Cefr, Cv, PartialDate, SkillCategory
from workers.exchange.plain import full_name, without_empty

SKILLS = {
    SkillCategory.TECHNICAL: "JobRelated",
    SkillCategory.TOOL: "Computer",
    SkillCategory.METHOD: "Organisational",
    SkillCategory.SOFT: "Communication",
    SkillCategory.OTHER: "Other",
}
SCALES = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def to_tree(cv: Cv, today: dt.date | None = None) -> dict[str, Any]:
    learner = {
        "Identification": _identification(cv.candidate),
        "Headline": _headline(cv.candidate.headline),
        "WorkExperience": [_work(job) for job in cv.experiences],
        "Education": [_study(course) for course in cv.educations],
        "Skills": _skills(cv),
        "Achievement": list(_achievements(cv)),
    }
    info = {"DocumentType": "ECV", "XSDVersion": "V3.4", "Generator": "CVGraph", "CreationDate": today.isoformat() if today else None}
    locale = (cv.document_language or "en").lower()
    return without_empty({"SkillsPassport": {"Locale": locale, "DocumentInfo": info, "LearnerInfo": learner}})


def _identification(person: shape.Candidate) -> dict[str, Any]:
    address, links = person.address, person.links
    sites = (links.linkedin, links.github, links.website, *links.other)
    return {
        "PersonName": {
            "Title": {"Label": person.honorific},
            "FirstName": full_name(person.first_name, person.middle_name),
            "Surname": person.last_name,
        },
        "ContactInfo": {
            "Address": {
                "Contact": {
                    "AddressLine": address.street,
                    "PostalCode": address.postal_code,
                    "Municipality": address.city,
                    "Country": {"Code": address.country_code, "Label": address.country},
                }
            },
            "Email": {"Contact": person.email},
            "Telephone": [{"Contact": phone} for phone in (person.phone, *person.alternate_phones) if phone],
            "Website": [{"Contact": site} for site in sites if site],
        },
        "Demographics": {
            "Birthdate": _date(person.date_of_birth),
            "Gender": {"Label": person.gender},
            "Nationality": [{"Label": person.nationality}] if person.nationality else [],
        },
    }


def _headline(words: str | None) -> dict[str, Any]:
    return {"Type": {"Code": "position", "Label": "POSITION"}, "Description": {"Label": words}} if words else {}


def _date(value: PartialDate | None) -> dict[str, int]:
    parts = {"Year": value.year, "Month": value.month, "Day": value.day} if value else {}
    return {name: number for name, number in parts.items() if number}


def _period(start: PartialDate | None, end: PartialDate | None, current: bool = False) -> dict[str, Any]:
    return {"From": _date(start), "To": _date(end), "Current": True if current else None}


def _work(job: shape.Experience) -> dict[str, Any]:
    return {
        "Period": _period(job.start_date, job.end_date, job.current),
        "Position": {"Label": job.job_title},
        "Activities": _html((job.description or "").split("\n"), job.achievements),
        "Employer": {"Name": job.company, "ContactInfo": _place(job.city, job.country), "Sector": {"Label": job.sector}},
    }


def _study(course: shape.Education) -> dict[str, Any]:
    return {
        "Period": _period(course.start_date, course.end_date),
        "Title": course.degree,
        "Organisation": {"Name": course.institution, "ContactInfo": _place(course.city, course.country)},
        "Level": {"Label": course.level},
        "Field": {"Label": course.field_of_study},
    }


def _place(city: str | None, country: str | None) -> dict[str, Any]:
    return {"Address": {"Contact": {"Municipality": city, "Country": {"Label": country}}}}


def _skills(cv: Cv) -> dict[str, Any]:
    named = {
        name: {"Description": _html((), [" – ".join(filter(None, (s.name, s.level))) for s in cv.skills if s.category is category])}
        for category, name in SKILLS.items()
    }
    mother = [_tongue(item) for item in cv.languages if item.cefr is Cefr.NATIVE]
    foreign = [_tongue(item) for item in cv.languages if item.cefr is not Cefr.NATIVE]
    driving = {"Description": list(cv.candidate.driving_licences)}
    return {"Linguistic": {"MotherTongue": mother, "ForeignLanguage": foreign}, **named, "Driving": driving}


def _tongue(item: shape.Language) -> dict[str, Any]:
    levels = dict.fromkeys(SCALES, item.cefr.value) if item.cefr and item.cefr is not Cefr.NATIVE else {}
    return {"Description": {"Code": item.code, "Label": item.name}, "ProficiencyLevel": levels}


def _achievements(cv: Cv) -> Iterable[dict[str, Any]]:
    kinds: list[tuple[str, str, list[list[str | None]]]] = [
        ("personal_statement", "Personal statement", [[*(cv.candidate.summary or "").split("\n")]] if cv.candidate.summary else []),
        ("certifications", "Certifications", [[item.name, item.issuer, item.date] for item in cv.certifications]),
        ("projects", "Projects", [[item.name, *(item.description or "").split("\n"), item.url] for item in cv.projects]),
        ("publications", "Publications", [[item.title] for item in cv.publications]),
        ("honors_awards", "Honours and awards", [[item.title] for item in cv.awards]),
        ("volunteering", "Volunteering", [[item.role or "–", item.organization] for item in cv.volunteering]),
        ("references", "References", [[item.name, item.contact] for item in cv.references]),
        ("hobbies", "Hobbies and interests", [list(cv.interests)] if cv.interests else []),
    ]
    for code, label, entries in kinds:
        for entry in entries:
            yield {"Title": {"Code": code, "Label": label}, "Description": _html(filter(None, entry))}


def _html(paragraphs: Iterable[str | None], bullets: Iterable[str] = ()) -> str:
    items = "".join(f"<li>{escape(line, quote=False)}</li>" for line in bullets)
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in paragraphs if line) + (f"<ul>{items}</ul>" if items else "")
