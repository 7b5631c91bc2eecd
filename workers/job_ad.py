"""A job ad as it flows from the reader to the doors: one frozen tree, like the Cv.

Absent values are None or empty: what an ad does not say is never guessed.
"""

from __future__ import annotations

from workers.cv import Evidence, Node, Salary
from workers.terms import Cefr


class Requirement(Node, frozen=True):
    """A skill, tool, certificate or licence the ad names, in the words of the ad. Those of one `group` are alternatives (ACCA or CIMA).
    `firm` is False for what only the duties name."""

    name: str
    taxonomy_id: str | None = None
    years: float | None = None
    group: int | None = None
    firm: bool = True


class RequiredLanguage(Node, frozen=True):
    """`level` as written; `code` ISO 639-1; `mandatory` is False where the ad calls it a plus."""

    name: str
    code: str | None = None
    level: str | None = None
    cefr: Cefr | None = None
    mandatory: bool = True


class JobAd(Node, frozen=True):
    """`salary` is annual. `education_level` in the terms of the ad's language (`Bac+5`, `Master's degree`), `education_eqf` its
    European level 1-8. `minimum_years` 0: beginners are welcome. `skills` are the taxonomy ids of
    all it names, duties too. `description` is the whole ad as plain text, `profile` the part
    that says whom it seeks, `duties` what there is to do. `evidence` maps a path of the tree (`mustHave[0]`) to where it was printed."""

    title: str | None = None
    company: str | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    contract: str | None = None
    contract_type: str | None = None
    salary: Salary = Salary()
    must_have: tuple[Requirement, ...] = ()
    nice_to_have: tuple[Requirement, ...] = ()
    skills: tuple[str, ...] = ()
    minimum_years: float | None = None
    maximum_years: float | None = None
    education_level: str | None = None
    education_eqf: int | None = None
    languages: tuple[RequiredLanguage, ...] = ()
    remote: str | None = None
    language: str | None = None
    description: str | None = None
    profile: str | None = None
    duties: str | None = None
    confidence: float | None = None
    evidence: dict[str, Evidence] = {}  # noqa: RUF012 - msgspec copies an empty dict for each
