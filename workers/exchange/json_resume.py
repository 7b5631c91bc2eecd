"""JSON Resume 1.0. What its schema has no word for stands in further properties of the same object, which the schema allows."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import msgspec
import orjson

from workers import cv as shape
from workers.cv import Cv
from workers.exchange.plain import category, cefr, date, full_name, lines, place, row, rows, split_name, text, texts, without_empty

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
# The words of a level that only the scale names.
NATIVE = "Native speaker"
# Further properties of `basics`, by their name in our tree.
_FURTHER = (
    "honorific", "first_name", "middle_name", "last_name", "place_of_birth", "gender", "nationality",
    "marital_status", "availability", "mobility", "desired_contract_type",
)  # fmt: skip


def dump(cv: Cv) -> bytes:
    tree = {
        "$schema": SCHEMA,
        "basics": _basics(cv),
        "work": [_work(job) for job in cv.experiences],
        "volunteer": [{"organization": item.organization, "position": item.role} for item in cv.volunteering],
        "education": [_education(course) for course in cv.educations],
        "awards": [{"title": item.title} for item in cv.awards],
        "certificates": [{"name": item.name, "issuer": item.issuer, "date": item.date} for item in cv.certifications],
        "publications": [{"name": item.title} for item in cv.publications],
        "skills": _skills(cv.skills),
        "languages": [{"language": i.name, "fluency": i.level or _fluency(i.cefr), "code": i.code, "cefr": i.cefr} for i in cv.languages],
        "interests": [{"name": name} for name in cv.interests],
        "references": [{"name": item.name, "reference": item.contact} for item in cv.references],
        "projects": [{"name": item.name, "description": item.description, "url": item.url} for item in cv.projects],
        "meta": {"version": "v1.0.0", "language": cv.document_language},
    }
    return orjson.dumps(without_empty(tree), option=orjson.OPT_INDENT_2)


def load(data: bytes) -> Cv:
    tree = orjson.loads(data)
    if not isinstance(tree, dict) or not tree.keys() & {"basics", "work", "education", "skills"}:
        raise ValueError("no JSON Resume")
    return Cv(
        document_language=text(row(tree.get("meta")).get("language")),
        candidate=_candidate(row(tree.get("basics"))),
        experiences=tuple(_experience(item) for item in rows(tree.get("work"))),
        educations=tuple(_course(item) for item in rows(tree.get("education"))),
        skills=tuple(skill for item in rows(tree.get("skills")) for skill in _group(item)),
        languages=tuple(_language(item) for item in rows(tree.get("languages")) if text(item.get("language"))),
        certifications=tuple(_certification(item) for item in rows(tree.get("certificates")) if text(item.get("name"))),
        projects=tuple(_project(item) for item in rows(tree.get("projects")) if text(item.get("name"))),
        publications=tuple(
            shape.Publication(title=title)
            for item in rows(tree.get("publications"))
            if (title := _titled(item, "name", "publisher", "releaseDate"))
        ),
        awards=tuple(shape.Award(title=title) for item in rows(tree.get("awards")) if (title := _titled(item, "title", "awarder", "date"))),
        volunteering=tuple(_voluntary(item) for item in rows(tree.get("volunteer"))),
        references=tuple(_reference(item) for item in rows(tree.get("references")) if text(item.get("name"))),
        interests=tuple(filter(None, map(_interest, rows(tree.get("interests"))))),
    )


def _basics(cv: Cv) -> dict[str, Any]:
    person, links, address = cv.candidate, cv.candidate.links, cv.candidate.address
    profiles = [{"network": network, "url": url} for network, url in (("LinkedIn", links.linkedin), ("GitHub", links.github)) if url]
    return {
        "name": full_name(person.honorific, person.first_name, person.middle_name, person.last_name),
        "label": person.headline,
        "email": person.email,
        "phone": person.phone,
        "url": links.website,
        "summary": person.summary,
        "location": {**msgspec.to_builtins(address), "address": address.street, "street": None},
        "profiles": profiles + [{"network": "", "url": url} for url in links.other],
        **{_camel(name): getattr(person, name) for name in _FURTHER},
        "dateOfBirth": person.date_of_birth,
        "drivingLicences": person.driving_licences,
        "alternateEmails": person.alternate_emails,
        "alternatePhones": person.alternate_phones,
        "desiredSalary": msgspec.to_builtins(person.desired_salary),
    }


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)


def _work(job: shape.Experience) -> dict[str, Any]:
    return {
        "name": job.company,
        "position": job.job_title,
        "location": ", ".join(filter(None, (job.city, job.country))),
        "startDate": job.start_date,
        "endDate": job.end_date,
        # Without an end a position goes on, says the schema; one whose end nobody knows has to say so.
        "current": None if job.current or job.end_date else False,
        "contractType": job.contract_type,
        "summary": job.description,
        "highlights": job.achievements,
    }


def _education(course: shape.Education) -> dict[str, Any]:
    return {
        "institution": course.institution,
        "area": course.field_of_study,
        "studyType": course.degree,
        "startDate": course.start_date,
        "endDate": course.end_date,
        "score": course.grade,
        "location": ", ".join(filter(None, (course.city, course.country))),
        "level": course.level,
    }


def _skills(skills: tuple[shape.Skill, ...]) -> list[dict[str, Any]]:
    alike = groupby(skills, key=lambda skill: (skill.category, skill.level))
    return [{"name": kind, "level": level, "keywords": [skill.name for skill in group]} for (kind, level), group in alike]


def _fluency(level: shape.Cefr | None) -> str | None:
    return NATIVE if level is shape.Cefr.NATIVE else level


def _candidate(basics: dict[str, Any]) -> shape.Candidate:
    honorific, first, last = split_name(text(basics.get("name")))
    further: dict[str, Any] = {name: text(basics.get(_camel(name))) for name in _FURTHER}
    if not further["first_name"] and not further["last_name"]:
        further.update(first_name=first, last_name=last, honorific=further["honorific"] or honorific)
    wish = row(basics.get("desiredSalary"))
    return shape.Candidate(
        **further,
        headline=text(basics.get("label")),
        summary=text(basics.get("summary")),
        email=text(basics.get("email")),
        alternate_emails=texts(basics.get("alternateEmails")),
        phone=text(basics.get("phone")),
        alternate_phones=texts(basics.get("alternatePhones")),
        date_of_birth=date(basics.get("dateOfBirth")),
        driving_licences=texts(basics.get("drivingLicences")),
        address=_address(row(basics.get("location"))),
        links=_links(text(basics.get("url")), rows(basics.get("profiles"))),
        desired_salary=shape.Salary(min=_number(wish.get("min")), max=_number(wish.get("max")), currency=text(wish.get("currency"))),
    )


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _address(location: dict[str, Any]) -> shape.Address:
    names = {"postal_code": "postalCode", "city": "city", "country": "country", "country_code": "countryCode", "street": "address"}
    return shape.Address(**{ours: text(location.get(theirs)) for ours, theirs in names.items()})


def _links(website: str | None, profiles: list[dict[str, Any]]) -> shape.Links:
    urls = [(str(item.get("network") or "").lower(), url) for item in profiles if (url := text(item.get("url")))]
    known = {name: next((url for network, url in urls if network == name), None) for name in ("linkedin", "github")}
    other = tuple(url for _, url in urls if url not in known.values())
    return shape.Links(linkedin=known["linkedin"], github=known["github"], website=website, other=other)


def _experience(item: dict[str, Any]) -> shape.Experience:
    city, country = place(text(item.get("location")))
    start, end = date(item.get("startDate")), date(item.get("endDate"))
    return shape.Experience(
        job_title=text(item.get("position")),
        # `company` is what versions before 1.0 called it.
        company=text(item.get("name")) or text(item.get("company")),
        city=city,
        country=country,
        start_date=start,
        end_date=end,
        current=not end and start is not None and item.get("current") is not False,
        contract_type=text(item.get("contractType")),
        description=lines(text(item.get("description")), text(item.get("summary"))),
        achievements=texts(item.get("highlights")),
    )


def _course(item: dict[str, Any]) -> shape.Education:
    city, country = place(text(item.get("location")))
    return shape.Education(
        degree=text(item.get("studyType")),
        field_of_study=text(item.get("area")),
        institution=text(item.get("institution")),
        city=city,
        country=country,
        start_date=date(item.get("startDate")),
        end_date=date(item.get("endDate")),
        grade=text(item.get("score")),
        level=text(item.get("level")),
    )


def _group(item: dict[str, Any]) -> list[shape.Skill]:
    name, level = text(item.get("name")), text(item.get("level"))
    names = texts(item.get("keywords")) or ((name,) if name else ())
    return [shape.Skill(name=keyword, level=level, category=category(name)) for keyword in names]


def _language(item: dict[str, Any]) -> shape.Language:
    level = text(item.get("fluency"))
    printed = text(item.get("cefr")) or ("NATIVE" if level == NATIVE else None)
    known = shape.Cefr(printed) if printed and printed in shape.Cefr.__members__ else cefr(level)
    return shape.Language(
        name=str(item["language"]).strip(), level=None if level == NATIVE else level, cefr=known, code=text(item.get("code"))
    )


def _certification(item: dict[str, Any]) -> shape.Certification:
    return shape.Certification(name=str(item["name"]).strip(), issuer=text(item.get("issuer")), date=date(item.get("date")))


def _project(item: dict[str, Any]) -> shape.Project:
    description = lines(text(item.get("description")), bullets=texts(item.get("highlights")))
    return shape.Project(name=str(item["name"]).strip(), description=description, url=text(item.get("url")))


def _titled(item: dict[str, Any], title: str, by: str, when: str) -> str | None:
    """`Digital Compression Pioneer Award, Techcrunch (2014)`: our tree keeps a line of each."""
    given = date(item.get(when))
    words = ", ".join(filter(None, (text(item.get(title)), text(item.get(by)))))
    return f"{words} ({given.year})" if words and given else words or None


def _voluntary(item: dict[str, Any]) -> shape.Volunteering:
    return shape.Volunteering(organization=text(item.get("organization")), role=text(item.get("position")))


def _reference(item: dict[str, Any]) -> shape.Reference:
    return shape.Reference(name=str(item["name"]).strip(), contact=text(item.get("reference")))


def _interest(item: dict[str, Any]) -> str:
    name, words = text(item.get("name")) or "", ", ".join(texts(item.get("keywords")))
    return f"{name} ({words})" if name and words else name or words
