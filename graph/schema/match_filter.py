from __future__ import annotations

import strawberry

from workers.services import match
from workers.services.cut import Cut


@strawberry.input(description="Around a place.")
class NearInput:
    city: str = strawberry.field(description="Town.")
    country: str | None = strawberry.field(default=None, description="ISO 3166-1, where several towns have the name.")
    radius: float = strawberry.field(
        default=50.0, description="Kilometres, 1 to 1,000. Places are kept as squares of half a degree: one that touches the circle counts."
    )


@strawberry.input(description="Which resumes to score; what is left out does not matter. What a CV does not say does not pass.")
class ResumeMatchFilter:
    skills: list[str] | None = strawberry.field(default=None, description="Skills, all of them, in French or English.")
    near: NearInput | None = strawberry.field(default=None, description="Around a place.")
    country: str | None = strawberry.field(default=None, description="Country of residence, ISO 3166-1.")
    languages: list[str] | None = strawberry.field(default=None, description="Languages spoken, all of them, ISO 639-1.")
    minimum_years: float | None = strawberry.field(default=None, description="Years of experience at least.")
    maximum_years: float | None = strawberry.field(default=None, description="Years of experience at most.")
    minimum_study: int | None = strawberry.field(default=None, description="European level of study at least, 1 to 8 (Bac+3 is 6).")
    available_within_days: int | None = strawberry.field(default=None, description="Notice at most; 0: at once.")


@strawberry.input(description="Which jobs to score; what is left out does not matter.")
class JobMatchFilter:
    skills: list[str] | None = strawberry.field(default=None, description="Skills they ask for, all of them, in French or English.")
    near: NearInput | None = strawberry.field(default=None, description="Around a place.")
    country: str | None = strawberry.field(default=None, description="Country, ISO 3166-1.")
    language: str | None = strawberry.field(default=None, description="Language of the ad, ISO 639-1.")


def resume_cut(given: ResumeMatchFilter | None) -> Cut:
    if given is None:
        return Cut()
    return match.cut(
        skills=given.skills or (),
        languages=given.languages or (),
        country=given.country,
        near=_near(given.near),
        years=(given.minimum_years, given.maximum_years),
        study=given.minimum_study,
        within_days=given.available_within_days,
    )


def job_cut(given: JobMatchFilter | None) -> Cut:
    if given is None:
        return Cut()
    return match.cut(skills=given.skills or (), country=given.country, near=_near(given.near), language=given.language)


def _near(given: NearInput | None) -> tuple[str, str | None, float] | None:
    return (given.city, given.country, given.radius) if given else None
