from __future__ import annotations

import strawberry

from workers import job_ad as flow
from workers.cv import Evidence
from workers.terms import Cefr


@strawberry.type(description="A skill, tool, certificate or licence that an ad names.")
class Requirement:
    name: str = strawberry.field(description="In the words of the ad.")
    taxonomy_id: str | None = strawberry.field(description="The concept, the same in every language; null where none is known.")
    years: float | None = strawberry.field(description="Years of practice asked for.")
    group: int | None = strawberry.field(description="Requirements of one group are alternatives: either is enough.")


@strawberry.type(description="A language that an ad names.")
class RequiredLanguage:
    name: str = strawberry.field(description="In the words of the ad.")
    code: str | None = strawberry.field(description="ISO 639-1.")
    level: str | None = strawberry.field(description="Level as written.")
    cefr: Cefr | None = strawberry.field(description="Level on the common European scale.")
    mandatory: bool = strawberry.field(description="False where the ad calls it a plus.")


@strawberry.type(description="Where an ad says it.")
class AdEvidence:
    path: str = strawberry.field(description="The value, `mustHave[0]`.")
    text: str = strawberry.field(description="The words there.")
    page: int = strawberry.field(description="From 1.")
    confidence: float = strawberry.field(description="0 to 1.")


@strawberry.type(description="What an ad was understood to say. Nothing is guessed: what it does not say is null.")
class JobAd:
    title: str | None = strawberry.field(description="Title of the post.")
    company: str | None = strawberry.field(description="Employer.")
    city: str | None = strawberry.field(description="Town.")
    country_code: str | None = strawberry.field(description="ISO 3166-1.")
    contract: str | None = strawberry.field(description="Contract, as written.")
    salary_min: float | None = strawberry.field(description="Least pay in a year.")
    salary_max: float | None = strawberry.field(description="Most pay in a year.")
    currency: str | None = strawberry.field(description="ISO 4217.")
    must_have: list[Requirement] = strawberry.field(description="Demanded.")
    nice_to_have: list[Requirement] = strawberry.field(description="Welcome, not demanded.")
    minimum_years: float | None = strawberry.field(description="Years of experience at least; 0: beginners are welcome.")
    maximum_years: float | None = strawberry.field(description="Years of experience at most.")
    education_level: str | None = strawberry.field(description="Level of study, in the terms of the ad's language.")
    education_eqf: int | None = strawberry.field(description="The same as European level 1 to 8.")
    languages: list[RequiredLanguage] = strawberry.field(description="Languages.")
    remote: str | None = strawberry.field(description="FULL, PARTIAL or NONE.")
    language: str | None = strawberry.field(description="Language of the ad, ISO 639-1.")
    description: str | None = strawberry.field(description="The whole ad as plain text.")
    profile: str | None = strawberry.field(description="The part that says whom it seeks.")
    confidence: float | None = strawberry.field(description="0 to 1: how much there was to read.")
    evidence: list[AdEvidence] = strawberry.field(description="Where each value was read.")


def show(ad: flow.JobAd) -> JobAd:
    same = (
        "title company city country_code contract minimum_years maximum_years education_level education_eqf remote language "
        "description profile confidence"
    )
    return JobAd(
        **{name: getattr(ad, name) for name in same.split()},
        salary_min=ad.salary.min,
        salary_max=ad.salary.max,
        currency=ad.salary.currency,
        must_have=[_requirement(need) for need in ad.must_have],
        nice_to_have=[_requirement(need) for need in ad.nice_to_have],
        languages=[_language(each) for each in ad.languages],
        evidence=[_evidence(path, seen) for path, seen in ad.evidence.items()],
    )


def _requirement(need: flow.Requirement) -> Requirement:
    return Requirement(name=need.name, taxonomy_id=need.taxonomy_id, years=need.years, group=need.group)


def _language(each: flow.RequiredLanguage) -> RequiredLanguage:
    return RequiredLanguage(name=each.name, code=each.code, level=each.level, cefr=each.cefr, mandatory=each.mandatory)


def _evidence(path: str, seen: Evidence) -> AdEvidence:
    return AdEvidence(path=path, text=seen.text, page=seen.page, confidence=seen.confidence)
