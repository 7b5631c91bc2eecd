"""The CV as it flows from the reader to the doors: one frozen tree, the fields of `resources/resume_fields.csv`.

Names follow that table in snake case; `to_tree` gives the camelCase form that REST prints and the database keeps.
Lists are tuples, absent values are None or empty: a field is never left out and never guessed.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

import msgspec

from workers.partial_date import PartialDate as PartialDate
from workers.terms import Cefr as Cefr
from workers.terms import DocumentType as DocumentType
from workers.terms import Seniority as Seniority
from workers.terms import SkillCategory as SkillCategory

N = TypeVar("N", bound="Node")


class Node(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Common form of every part of the tree."""


class Evidence(Node, frozen=True):
    """Where a value was read: page from 1, box in points from the top left corner (x0, top, x1, bottom), the words there."""

    page: int
    box: tuple[float, float, float, float]
    text: str
    confidence: float


class Warning(Node, frozen=True):
    """Something a recruiter should know about the file: `HIDDEN_TEXT`, `PROMPT_INJECTION`, `NOT_A_CV`, ..."""

    code: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class Address(Node, frozen=True):
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None


class Links(Node, frozen=True):
    linkedin: str | None = None
    github: str | None = None
    website: str | None = None
    other: tuple[str, ...] = ()


class Salary(Node, frozen=True):
    min: float | None = None
    max: float | None = None
    currency: str | None = None


class Candidate(Node, frozen=True):
    first_name: str | None = None
    last_name: str | None = None
    middle_name: str | None = None
    honorific: str | None = None
    headline: str | None = None
    summary: str | None = None
    email: str | None = None
    alternate_emails: tuple[str, ...] = ()
    phone: str | None = None
    alternate_phones: tuple[str, ...] = ()
    date_of_birth: PartialDate | None = None
    place_of_birth: str | None = None
    gender: str | None = None
    nationality: str | None = None
    marital_status: str | None = None
    driving_licences: tuple[str, ...] = ()
    has_photo: bool = False
    address: Address = Address()
    links: Links = Links()
    availability: str | None = None
    mobility: str | None = None
    desired_contract_type: str | None = None
    desired_salary: Salary = Salary()


class Profile(Node, frozen=True):
    total_experience_months: int | None = None
    current_job_title: str | None = None
    current_company: str | None = None
    highest_education_level: str | None = None
    seniority: Seniority | None = None
    average_tenure_months: int | None = None
    sectors: tuple[str, ...] = ()


class Experience(Node, frozen=True):
    job_title: str | None = None
    company: str | None = None
    city: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    current: bool = False
    duration_months: int | None = None
    description: str | None = None
    country: str | None = None
    contract_type: str | None = None
    normalized_job_title: str | None = None
    occupation_code: str | None = None
    sector: str | None = None
    achievements: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


class Education(Node, frozen=True):
    degree: str | None = None
    field_of_study: str | None = None
    institution: str | None = None
    city: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    level: str | None = None
    country: str | None = None
    grade: str | None = None


class Skill(Node, frozen=True):
    name: str
    category: SkillCategory = SkillCategory.OTHER
    level: str | None = None
    taxonomy_id: str | None = None
    months: int | None = None
    last_used: PartialDate | None = None


class Language(Node, frozen=True):
    name: str
    code: str | None = None
    level: str | None = None
    cefr: Cefr | None = None


class Certification(Node, frozen=True):
    name: str
    issuer: str | None = None
    date: PartialDate | None = None


class Project(Node, frozen=True):
    name: str
    description: str | None = None
    url: str | None = None


class Publication(Node, frozen=True):
    title: str


class Award(Node, frozen=True):
    title: str


class Volunteering(Node, frozen=True):
    organization: str | None = None
    role: str | None = None


class Reference(Node, frozen=True):
    name: str
    contact: str | None = None


class Cv(Node, frozen=True):
    """One document read. `evidence` maps a path of the tree (`experiences[0].company`) to where it was printed."""

    resume_id: str | None = None
    document_type: DocumentType = DocumentType.CV
    document_language: str | None = None
    file_name: str | None = None
    page_count: int | None = None
    parsed_at: dt.datetime | None = None
    ocr_applied: bool = False
    parsing_confidence: float | None = None
    raw_text: str | None = None
    warnings: tuple[Warning, ...] = ()
    candidate: Candidate = Candidate()
    profile: Profile = Profile()
    experiences: tuple[Experience, ...] = ()
    educations: tuple[Education, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    certifications: tuple[Certification, ...] = ()
    projects: tuple[Project, ...] = ()
    publications: tuple[Publication, ...] = ()
    awards: tuple[Award, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()
    references: tuple[Reference, ...] = ()
    interests: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = {}


def camel(name: str) -> str:
    """`job_title` → `jobTitle`: the field's name in the tree."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def to_tree(node: Node) -> dict[str, Any]:
    """The camelCase tree of plain values (dates as text) that REST prints and the database keeps."""
    tree: dict[str, Any] = msgspec.json.decode(to_json(node))
    return tree


def from_tree(kind: type[N], tree: Any) -> N:
    """Read a tree back. A value of the wrong kind raises msgspec.ValidationError, which names its path."""
    return msgspec.convert(tree, kind, dec_hook=_decode)


def to_json(node: Node) -> bytes:
    return msgspec.json.encode(node, enc_hook=str)


def from_json(kind: type[N], data: bytes) -> N:
    return msgspec.json.decode(data, type=kind, dec_hook=_decode)


class _Pictured(Node, frozen=True):
    has_photo: bool = False


class _Glance(Node, frozen=True):
    candidate: _Pictured = _Pictured()


def has_photo(data: bytes) -> bool:
    """Whether a Cv, as JSON, came with a photo: told without building the tree."""
    return msgspec.json.decode(data, type=_Glance).candidate.has_photo


def _decode(kind: type, value: Any) -> Any:
    if kind is PartialDate and isinstance(value, str):
        return PartialDate(value)
    raise ValueError(f"expected a {kind.__name__}")
