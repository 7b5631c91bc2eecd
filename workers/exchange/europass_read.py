"""The tree of a Europass SkillsPassport → Cv; texts may be the small HTML of the Europass editor or plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import html as markup

from workers import cv as shape
from workers.cv import Cefr, Cv, PartialDate
from workers.exchange.europass_write import SCALES, SKILLS
from workers.exchange.plain import cefr, date, date_of_parts, row, rows, split_name, text


def from_tree(tree: dict[str, Any]) -> Cv:
    passport = row(tree.get("SkillsPassport"))
    learner = row(passport.get("LearnerInfo"))
    if not learner:
        raise ValueError("no SkillsPassport")
    locale = text(passport.get("Locale"))
    achieved = [(_code(item), parts) for item in rows(learner.get("Achievement")) if (parts := _lines(item.get("Description")))]
    return Cv(
        document_language=locale.upper()[:2] if locale else None,
        candidate=_candidate(learner, achieved),
        experiences=tuple(_experience(item) for item in rows(learner.get("WorkExperience"))),
        educations=tuple(_education(item) for item in rows(learner.get("Education"))),
        skills=tuple(_read_skills(row(learner.get("Skills")))),
        languages=tuple(_languages(row(row(learner.get("Skills")).get("Linguistic")))),
        certifications=tuple(_certification(parts) for code, parts in achieved if code == "certifications"),
        projects=tuple(_project(parts) for code, parts in achieved if code == "projects"),
        publications=tuple(shape.Publication(title=" ".join(parts)) for code, parts in achieved if code == "publications"),
        awards=tuple(shape.Award(title=" ".join(parts)) for code, parts in achieved if code == "honors_awards"),
        volunteering=tuple(_voluntary(parts) for code, parts in achieved if code == "volunteering"),
        references=tuple(
            shape.Reference(name=parts[0], contact="\n".join(parts[1:]) or None) for code, parts in achieved if code == "references"
        ),
        interests=tuple(line for code, parts in achieved if code == "hobbies" for line in parts),
    )


def paragraphs_and_items(value: Any) -> tuple[list[str], list[str]]:
    """Paragraphs and list items of the small HTML; plain text is paragraphs."""
    source = text(value)
    if not source:
        return [], []
    if "<" not in source:
        return [line.strip() for line in source.split("\n") if line.strip()], []
    tree = markup.fragment_fromstring(re.sub(r"<br\s*/?>", "\n", source), create_parent="div")
    items = [line for item in tree.iter("li") if (line := _words(item))]
    for item in list(tree.iter("ul", "ol")):
        item.drop_tree()
    blocks = [block for block in tree.iter("p")] or [tree]
    return [line.strip() for block in blocks for line in str(block.text_content()).split("\n") if line.strip()], items


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _lines(value: Any) -> list[str]:
    paragraphs, items = paragraphs_and_items(value)
    return paragraphs + items


def _label(value: Any) -> str | None:
    return text(row(value).get("Label")) or text(value)


def _code(item: dict[str, Any]) -> str:
    return text(row(item.get("Title")).get("Code")) or ""


def _read_date(value: Any) -> PartialDate | None:
    parts = row(value)
    return date_of_parts(parts.get("Year"), parts.get("Month"), parts.get("Day"))


def _candidate(learner: dict[str, Any], achieved: list[tuple[str, list[str]]]) -> shape.Candidate:
    known = row(learner.get("Identification"))
    name, contact, born = row(known.get("PersonName")), row(known.get("ContactInfo")), row(known.get("Demographics"))
    first, last = text(name.get("FirstName")), text(name.get("Surname"))
    if not last:
        _, first, last = split_name(first)
    phones = [phone for item in rows(contact.get("Telephone")) if (phone := text(item.get("Contact")))]
    headline = row(learner.get("Headline"))
    statement = _label(headline.get("Type")) == "PERSONAL STATEMENT" or row(headline.get("Type")).get("Code") == "personal_statement"
    words = " ".join(_lines(_label(headline.get("Description")))) or None
    summary = "\n".join(line for code, parts in achieved if code == "personal_statement" for line in parts)
    return shape.Candidate(
        first_name=first,
        last_name=last,
        honorific=_label(name.get("Title")),
        headline=None if statement else words,
        summary=summary or (words if statement else None),
        email=text(row(contact.get("Email")).get("Contact")),
        phone=phones[0] if phones else None,
        alternate_phones=tuple(phones[1:]),
        date_of_birth=_read_date(born.get("Birthdate")),
        gender=_label(born.get("Gender")),
        nationality=next(filter(None, (_label(item) for item in rows(born.get("Nationality")))), None),
        driving_licences=tuple(filter(None, map(text, _many(row(row(learner.get("Skills")).get("Driving")).get("Description"))))),
        address=_address(row(row(contact.get("Address")).get("Contact"))),
        links=_links([site for item in rows(contact.get("Website")) if (site := text(item.get("Contact")))]),
    )


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _address(contact: dict[str, Any]) -> shape.Address:
    country = row(contact.get("Country"))
    return shape.Address(
        street=text(contact.get("AddressLine")),
        postal_code=text(contact.get("PostalCode")),
        city=text(contact.get("Municipality")),
        country=text(country.get("Label")),
        country_code=text(country.get("Code")),
    )


def _links(sites: list[str]) -> shape.Links:
    linkedin, github = (next((site for site in sites if f"{host}.com/" in site.lower()), None) for host in ("linkedin", "github"))
    rest = [site for site in sites if site not in (linkedin, github)]
    return shape.Links(linkedin=linkedin, github=github, website=rest[0] if rest else None, other=tuple(rest[1:]))


def _experience(item: dict[str, Any]) -> shape.Experience:
    period, employer = row(item.get("Period")), row(item.get("Employer"))
    paragraphs, bullets = paragraphs_and_items(item.get("Activities"))
    where = _address(row(row(row(employer.get("ContactInfo")).get("Address")).get("Contact")))
    return shape.Experience(
        job_title=_label(item.get("Position")),
        company=text(employer.get("Name")),
        city=where.city,
        country=where.country,
        start_date=_read_date(period.get("From")),
        end_date=_read_date(period.get("To")),
        current=str(period.get("Current")).lower() == "true",
        description="\n".join(paragraphs) or None,
        achievements=tuple(bullets),
        sector=_label(employer.get("Sector")),
    )


def _education(item: dict[str, Any]) -> shape.Education:
    period, school = row(item.get("Period")), row(item.get("Organisation"))
    where = _address(row(row(row(school.get("ContactInfo")).get("Address")).get("Contact")))
    return shape.Education(
        degree=text(item.get("Title")),
        field_of_study=_label(item.get("Field")),
        institution=text(school.get("Name")),
        city=where.city,
        country=where.country,
        start_date=_read_date(period.get("From")),
        end_date=_read_date(period.get("To")),
        level=_label(item.get("Level")),
    )


def _read_skills(skills: dict[str, Any]) -> Iterable[shape.Skill]:
    for category, name in SKILLS.items():
        paragraphs, items = paragraphs_and_items(row(skills.get(name)).get("Description"))
        for words_of in items or [word.strip() for line in paragraphs for word in re.split(r"[,;]", line) if word.strip()]:
            words, _, level = words_of.rpartition(" – ")
            yield shape.Skill(name=words or level, level=level if words else None, category=category)


def _languages(spoken: dict[str, Any]) -> Iterable[shape.Language]:
    for native, kind in ((True, "MotherTongue"), (False, "ForeignLanguage")):
        for item in rows(spoken.get(kind)):
            described, levels = row(item.get("Description")), row(item.get("ProficiencyLevel"))
            if name := text(described.get("Label")) or text(described.get("Code")):
                known = Cefr.NATIVE if native else min(filter(None, (cefr(text(levels.get(scale))) for scale in SCALES)), default=None)
                yield shape.Language(
                    name=name, code=text(described.get("Code")), cefr=known, level=known.value if known and not native else None
                )


def _certification(parts: list[str]) -> shape.Certification:
    issued = date(parts[-1]) if len(parts) > 1 else None
    rest = parts[:-1] if issued else parts
    return shape.Certification(name=rest[0], issuer=" ".join(rest[1:]) or None, date=issued)


def _project(parts: list[str]) -> shape.Project:
    url = parts[-1] if len(parts) > 1 and re.match(r"(?:https?://|www\.)\S+$", parts[-1]) else None
    rest = parts[:-1] if url else parts
    return shape.Project(name=rest[0], description="\n".join(rest[1:]) or None, url=url)


def _voluntary(parts: list[str]) -> shape.Volunteering:
    return shape.Volunteering(role=None if parts[0] == "–" else parts[0], organization=" ".join(parts[1:]) or None)
