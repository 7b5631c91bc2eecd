"""HR Open Standards 4, JSON → Cv; what others write elsewhere (`formattedName`, wrapped `item` lists) is read too."""

from __future__ import annotations

from typing import Any

import orjson

from workers import cv as shape
from workers.cv import Cv
from workers.exchange.plain import category, cefr, date, row, rows, split_name, text, texts


def load(data: bytes) -> Cv:
    tree = _unwrapped(orjson.loads(data))
    tree = row(tree.get("candidate")) or tree if isinstance(tree, dict) else {}
    person, profile = row(tree.get("person")), row(next(iter(rows(tree.get("profiles"))), {}))
    if not person and not profile:
        raise ValueError("no Candidate")
    language = text(tree.get("language")) or text(profile.get("languageCode"))
    return Cv(
        resume_id=text(row(tree.get("documentId")).get("value")),
        document_language=language.upper()[:2] if language else None,
        candidate=_candidate(person, profile),
        experiences=tuple(job for item in rows(profile.get("employment")) for job in _jobs(item)),
        educations=tuple(_course(item) for item in rows(profile.get("education"))),
        skills=tuple(_skill(item) for item in rows(profile.get("qualifications")) if text(item.get("competencyName"))),
        languages=tuple(_language(item) for item in rows(profile.get("languages")) if text(item.get("name"))),
        certifications=tuple(_certification(item) for item in rows(profile.get("certifications")) if text(item.get("name"))),
        projects=tuple(_project(item) for item in rows(profile.get("projects")) if text(item.get("name"))),
        publications=tuple(shape.Publication(title=title) for title in _named(profile, "publications", "title")),
        awards=tuple(shape.Award(title=title) for title in _named(profile, "honorsAndAwards", "name")),
        volunteering=tuple(_voluntary(item) for item in rows(profile.get("affiliations"))),
        references=tuple(_reference(item) for item in rows(profile.get("references"))),
        interests=tuple(_named(profile, "hobbies", "name")),
    )


def _unwrapped(value: Any) -> Any:
    """Lists written as `{"item": [...]}`, as some exporters do, become lists."""
    if isinstance(value, dict):
        return _unwrapped(value["item"]) if list(value) == ["item"] else {name: _unwrapped(inner) for name, inner in value.items()}
    return [_unwrapped(inner) for inner in value] if isinstance(value, list) else value


def _candidate(person: dict[str, Any], profile: dict[str, Any]) -> shape.Candidate:
    name, contact = row(person.get("name")), row(person.get("communication"))
    wish = row(next(iter(rows(profile.get("positionPreferences"))), {}))
    pay = row(wish.get("offeredRemunerationPackage"))
    honorific, first, last = split_name(text(name.get("formattedName")))
    phones = [
        number for item in rows(contact.get("phone")) if (number := text(item.get("formattedNumber")) or text(item.get("dialNumber")))
    ]
    emails = [address for item in rows(contact.get("email")) if (address := text(item.get("address")))]
    titles = texts(profile.get("positionTitles")) or texts([profile.get("profileName")])
    known = bool(text(name.get("given")) or text(name.get("family")))
    return shape.Candidate(
        first_name=text(name.get("given")) if known else first,
        middle_name=text(name.get("middle")),
        last_name=text(name.get("family")) if known else last,
        honorific=text(name.get("titleAffixCode")) or (None if known else honorific),
        headline=titles[0] if titles else None,
        summary=text(profile.get("executiveSummary")) or text(profile.get("objective")),
        email=emails[0] if emails else None,
        alternate_emails=tuple(emails[1:]),
        phone=phones[0] if phones else None,
        alternate_phones=tuple(phones[1:]),
        date_of_birth=date(person.get("birthDate")),
        place_of_birth=text(row(person.get("birthPlace")).get("city")),
        gender=text(person.get("gender")),
        nationality=text(person.get("nationality")),
        marital_status=text(person.get("maritalStatus")),
        driving_licences=tuple(code for item in rows(profile.get("licenses")) if (code := text(row(item.get("type")).get("code")))),
        address=_address(row(next(iter(rows(contact.get("address"))), {}))),
        links=_links(rows(contact.get("web"))),
        availability=text(row(profile.get("personAvailability")).get("description")),
        mobility=text(row(wish.get("relocation")).get("description")),
        desired_contract_type=next(iter(texts(wish.get("positionOfferingTypeCodes"))), None),
        desired_salary=shape.Salary(min=_number(pay.get("minimum")), max=_number(pay.get("maximum")), currency=text(pay.get("currency"))),
    )


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _address(item: dict[str, Any]) -> shape.Address:
    return shape.Address(
        street=text(item.get("line")),
        postal_code=text(item.get("postalCode")),
        city=text(item.get("city")),
        country=text(item.get("country")),
        country_code=text(item.get("countryCode")),
    )


def _links(sites: list[dict[str, Any]]) -> shape.Links:
    urls = [((text(item.get("name")) or "").lower(), url) for item in sites if (url := text(item.get("url")))]
    linkedin, github = (next((url for name, url in urls if host in name or f"{host}.com" in url), None) for host in ("linkedin", "github"))
    website = next((url for name, url in urls if name in ("website", "homepage") and url not in (linkedin, github)), None)
    return shape.Links(
        linkedin=linkedin, github=github, website=website, other=tuple(url for _, url in urls if url not in (linkedin, github, website))
    )


def _jobs(item: dict[str, Any]) -> list[shape.Experience]:
    organisation = row(item.get("organization"))
    company = text(organisation.get("name")) or text(row(organisation.get("legalId")).get("value"))
    return [_job(position, item, company) for position in rows(item.get("positionHistories")) or [{}]]


def _job(position: dict[str, Any], item: dict[str, Any], company: str | None) -> shape.Experience:
    place = row(position.get("location"))
    descriptions = texts(position.get("descriptions")) or texts(item.get("descriptions"))
    return shape.Experience(
        job_title=text(position.get("title")),
        company=company,
        city=text(place.get("city")),
        country=text(place.get("country")) or text(place.get("countryCode")),
        start_date=date(position.get("start")) or date(item.get("start")),
        end_date=date(position.get("end")) or date(item.get("end")),
        current=position.get("current") is True or item.get("current") is True,
        contract_type=text(position.get("resourceRelationshipCode")),
        description="\n".join(descriptions) or None,
        achievements=texts(position.get("achievements")),
    )


def _course(item: dict[str, Any]) -> shape.Education:
    school, degree = row(item.get("institution")), row(next(iter(rows(item.get("educationDegrees"))), {}))
    place = row(school.get("location"))
    return shape.Education(
        degree=text(degree.get("name")),
        field_of_study=text(degree.get("specialization")),
        institution=text(school.get("name")) or text(row(school.get("legalId")).get("value")),
        city=text(place.get("city")),
        country=text(place.get("country")),
        start_date=date(item.get("start")),
        end_date=date(item.get("end")),
        level=next(iter(texts(item.get("educationLevelCodes"))), None),
        grade=text(degree.get("score")),
    )


def _skill(item: dict[str, Any]) -> shape.Skill:
    name = text(item.get("competencyName")) or ""
    return shape.Skill(name=name, category=category(text(item.get("type"))), level=text(item.get("proficiencyLevel")))


def _language(item: dict[str, Any]) -> shape.Language:
    level, printed = text(item.get("level")), text(item.get("cefr"))
    known = shape.Cefr(printed) if printed and printed in shape.Cefr.__members__ else cefr(level)
    return shape.Language(name=text(item.get("name")) or "", code=text(item.get("code")), level=level, cefr=known)


def _certification(item: dict[str, Any]) -> shape.Certification:
    issuer = text(row(item.get("issuingAuthority")).get("name"))
    return shape.Certification(name=text(item.get("name")) or "", issuer=issuer, date=date(item.get("issued")))


def _project(item: dict[str, Any]) -> shape.Project:
    return shape.Project(name=text(item.get("name")) or "", description=text(item.get("description")), url=text(item.get("url")))


def _named(profile: dict[str, Any], list_name: str, name: str) -> list[str]:
    return [words for item in rows(profile.get(list_name)) if (words := text(item.get(name)))]


def _voluntary(item: dict[str, Any]) -> shape.Volunteering:
    return shape.Volunteering(organization=text(row(item.get("organization")).get("name")), role=text(item.get("role")))


def _reference(item: dict[str, Any]) -> shape.Reference:
    return shape.Reference(name=text(item.get("formattedName")) or "", contact=text(item.get("description")))
