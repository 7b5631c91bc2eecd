"""HR Open Standards 4, JSON: the Candidate of its Recruiting schemas (person, profiles with employment, education, licences ...).

Of its many places for one thing the plainest is written; what others write elsewhere (`formattedName`, wrapped `item` lists) is read.
Placements of ours, as the standard has none: `positionTitles` for the headline, `qualifications` for skills with their category as type.
"""

from __future__ import annotations

from typing import Any

import orjson

from workers import cv as shape
from workers.cv import Cv
from workers.exchange.hr_open_read import load
from workers.exchange.plain import full_name, without_empty

__all__ = ["dump", "load"]


def dump(cv: Cv) -> bytes:
    tree = {
        "documentId": {"value": cv.resume_id},
        "language": (cv.document_language or "").lower(),
        "person": _person(cv.candidate),
        "profiles": [_profile(cv)],
    }
    return orjson.dumps(without_empty(tree), option=orjson.OPT_INDENT_2)


def _person(person: shape.Candidate) -> dict[str, Any]:
    address, links = person.address, person.links
    sites = [("LinkedIn", links.linkedin), ("GitHub", links.github), ("Website", links.website), *(("", link) for link in links.other)]
    return {
        "name": {
            "formattedName": full_name(person.honorific, person.first_name, person.middle_name, person.last_name),
            "given": person.first_name,
            "middle": person.middle_name,
            "family": person.last_name,
            "titleAffixCode": person.honorific,
        },
        "birthDate": person.date_of_birth,
        "birthPlace": {"city": person.place_of_birth},
        "gender": person.gender,
        "nationality": person.nationality,
        "maritalStatus": person.marital_status,
        "communication": {
            "address": [
                {
                    "line": address.street,
                    "city": address.city,
                    "postalCode": address.postal_code,
                    "countryCode": address.country_code,
                    "country": address.country,
                }
            ],
            "phone": [{"formattedNumber": phone} for phone in (person.phone, *person.alternate_phones) if phone],
            "email": [{"address": email} for email in (person.email, *person.alternate_emails) if email],
            "web": [{"name": name, "url": url} for name, url in sites if url],
        },
    }


def _profile(cv: Cv) -> dict[str, Any]:
    person, wish = cv.candidate, cv.candidate.desired_salary
    return {
        "languageCode": (cv.document_language or "").lower(),
        "executiveSummary": person.summary,
        "positionTitles": [person.headline] if person.headline else [],
        "personAvailability": {"description": person.availability},
        "positionPreferences": [
            {
                "positionOfferingTypeCodes": [person.desired_contract_type] if person.desired_contract_type else [],
                "relocation": {"description": person.mobility},
                "offeredRemunerationPackage": {"minimum": wish.min, "maximum": wish.max, "currency": wish.currency},
            }
        ],
        "employment": [_employment(job) for job in cv.experiences],
        "education": [_attendance(course) for course in cv.educations],
        "qualifications": [{"competencyName": s.name, "type": s.category.value, "proficiencyLevel": s.level} for s in cv.skills],
        "languages": [{"name": i.name, "code": i.code, "level": i.level, "cefr": i.cefr} for i in cv.languages],
        "licenses": [{"type": {"code": licence}} for licence in person.driving_licences],
        "certifications": [{"name": i.name, "issuingAuthority": {"name": i.issuer}, "issued": i.date} for i in cv.certifications],
        "projects": [{"name": i.name, "description": i.description, "url": i.url} for i in cv.projects],
        "publications": [{"title": item.title} for item in cv.publications],
        "honorsAndAwards": [{"name": item.title} for item in cv.awards],
        "affiliations": [{"organization": {"name": item.organization}, "role": item.role} for item in cv.volunteering],
        "references": [{"formattedName": item.name, "description": item.contact} for item in cv.references],
        "hobbies": [{"name": name} for name in cv.interests],
    }


def _employment(job: shape.Experience) -> dict[str, Any]:
    position = {
        "title": job.job_title,
        "start": job.start_date,
        "end": job.end_date,
        "current": job.current or None,
        "location": {"city": job.city, "country": job.country},
        "resourceRelationshipCode": job.contract_type,
        "descriptions": [job.description] if job.description else [],
        "achievements": job.achievements,
    }
    return {"organization": {"name": job.company}, "positionHistories": [position]}


def _attendance(course: shape.Education) -> dict[str, Any]:
    return {
        "institution": {"name": course.institution, "location": {"city": course.city, "country": course.country}},
        "start": course.start_date,
        "end": course.end_date,
        "educationLevelCodes": [course.level] if course.level else [],
        "educationDegrees": [{"name": course.degree, "specialization": course.field_of_study, "score": course.grade}],
    }
