"""The XML that europass.eu has written since 2020 (root `Candidate`, HR-XML words) → Cv. Read by local names: four namespaces mix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from workers import cv as shape
from workers.cv import Cefr, Cv, PartialDate
from workers.exchange.europass_read import paragraphs_and_items
from workers.exchange.plain import cefr, date, split_name, text


def load(root: Any) -> Cv:
    person, profile = _first(root, "CandidatePerson"), _first(root, "CandidateProfile")
    if person is None and profile is None:
        raise ValueError("no Candidate")
    language = profile.get("languageCode") if profile is not None else None
    return Cv(
        document_language=language.upper()[:2] if language else None,
        candidate=_candidate(person, profile),
        experiences=tuple(job for item in _all(profile, "EmployerHistory") for job in _jobs(item)),
        educations=tuple(map(_course, _all(profile, "EducationOrganizationAttendance"))),
        skills=tuple(_skills(profile)),
        languages=tuple(_languages(person, profile)),
        certifications=tuple(_certification(item) for item in _all(profile, "Certification") if _text(item, "CertificationName")),
        interests=tuple(filter(None, (_text(item, "Title") for item in _all(profile, "HobbyOrInterest")))),
    )


def _all(element: Any, name: str) -> list[Any]:
    if element is None:
        return []
    return [child for child in element.iter() if isinstance(child.tag, str) and etree.QName(child).localname == name]


def _first(element: Any, *path: str) -> Any:
    for name in path:
        element = next(iter(_all(element, name)), None)
    return element


def _text(element: Any, *path: str) -> str | None:
    found = _first(element, *path)
    return text(found.text) if found is not None else None


def _candidate(person: Any, profile: Any) -> shape.Candidate:
    first, last = _text(person, "GivenName"), _text(person, "FamilyName")
    if not last:
        _, first, last = split_name(first or _text(person, "FormattedName"))
    reached = list(_reached(person))
    phones = [value for channel, value in reached if channel in ("telephone", "mobiletelephone", "phone")]
    emails = [value for channel, value in reached if channel == "email"]
    sites = [value for channel, value in reached if channel in ("web", "website", "socialmedia", "linkedin")]
    summary, _ = paragraphs_and_items(_text(profile, "ExecutiveSummary"))
    return shape.Candidate(
        first_name=first,
        last_name=last,
        summary="\n".join(summary) or None,
        email=emails[0] if emails else None,
        alternate_emails=tuple(emails[1:]),
        phone=phones[0] if phones else None,
        alternate_phones=tuple(phones[1:]),
        date_of_birth=date(_text(person, "BirthDate")),
        gender=_text(person, "GenderCode"),
        nationality=_text(person, "NationalityCode"),
        address=_address(_first(person, "Address")),
        links=_links(sites),
        driving_licences=tuple(filter(None, (_text(item, "LicenseTypeCode") for item in _all(profile, "License")))),
    )


def _reached(person: Any) -> Iterable[tuple[str, str]]:
    """Channel and value of each way to reach the person."""
    for item in _all(person, "Communication"):
        channel = (_text(item, "ChannelCode") or "").lower().replace(" ", "").replace("_", "")
        dialled = _text(item, "DialNumber")
        country = _text(item, "CountryDialing")
        number = f"+{country.lstrip('+')}{dialled}" if country and dialled else dialled
        if value := number or _text(item, "URI"):
            yield channel, value


def _address(item: Any) -> shape.Address:
    code = _text(item, "CountryCode")
    return shape.Address(
        street=_text(item, "AddressLine"),
        postal_code=_text(item, "PostalCode"),
        city=_text(item, "CityName"),
        country_code=code.upper() if code else None,
    )


def _links(sites: list[str]) -> shape.Links:
    linkedin, github = (next((site for site in sites if f"{host}.com" in site.lower()), None) for host in ("linkedin", "github"))
    rest = [site for site in sites if site not in (linkedin, github)]
    return shape.Links(linkedin=linkedin, github=github, website=rest[0] if rest else None, other=tuple(rest[1:]))


def _period(item: Any) -> tuple[PartialDate | None, PartialDate | None]:
    start, end = (date(_text(item, name, "FormattedDateTime") or _text(item, name)) for name in ("StartDate", "EndDate"))
    return start, end


def _jobs(employer: Any) -> Iterable[shape.Experience]:
    company = _text(employer, "OrganizationName")
    place = _address(_first(employer, "OrganizationContact", "Address"))
    for item in _all(employer, "PositionHistory") or [employer]:
        start, end = _period(_first(item, "EmploymentPeriod"))
        paragraphs, bullets = paragraphs_and_items(_text(item, "Description"))
        yield shape.Experience(
            job_title=_text(item, "PositionTitle"),
            company=company,
            city=_text(item, "City") or place.city,
            country=_text(item, "Country") or place.country_code,
            start_date=start,
            end_date=end,
            current=_text(item, "CurrentIndicator") == "true",
            description="\n".join(paragraphs) or None,
            achievements=tuple(bullets),
        )


def _course(item: Any) -> shape.Education:
    start, end = _period(_first(item, "AttendancePeriod"))
    place = _address(_first(item, "OrganizationContact", "Address"))
    return shape.Education(
        degree=_text(item, "DegreeName") or _text(item, "ProgramName"),
        institution=_text(item, "OrganizationName"),
        city=place.city,
        country=place.country_code,
        start_date=start,
        end_date=end,
        grade=_text(item, "FinalGrade", "ScoreText"),
    )


def _skills(profile: Any) -> Iterable[shape.Skill]:
    for item in _all(profile, "PersonCompetency"):
        if _text(item, "TaxonomyID") != "language" and (name := _text(item, "CompetencyName") or _text(item, "CompetencyID")):
            yield shape.Skill(name=name)


def _languages(person: Any, profile: Any) -> Iterable[shape.Language]:
    for item in _all(person, "PrimaryLanguageCode"):
        if code := text(item.text):
            yield shape.Language(name=code, code=_code(code), cefr=Cefr.NATIVE)
    for item in _all(profile, "PersonCompetency"):
        code = _text(item, "CompetencyID")
        if _text(item, "TaxonomyID") == "language" and code:
            grades = sorted(filter(None, (cefr(text(score.text)) for score in _all(item, "ScoreText"))))
            level = grades[len(grades) // 2] if grades else None
            name = _text(item, "CompetencyName") or code
            yield shape.Language(name=name, code=_code(code), cefr=level, level=level.value if level else None)


def _code(code: str) -> str | None:
    """Two letters; the three of bibliographers are another list."""
    return code.lower() if len(code) == 2 else None


def _certification(item: Any) -> shape.Certification:
    issued = date(_text(item, "FirstIssuedDate", "FormattedDateTime") or _text(item, "StartDate", "FormattedDateTime"))
    return shape.Certification(name=_text(item, "CertificationName") or "", issuer=_text(item, "IssuingAuthorityName"), date=issued)
