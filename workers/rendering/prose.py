"""Every text of a CV that a person wrote, as one stream: what is told of somebody in one place gives him away in another."""

from __future__ import annotations

from collections.abc import Iterable

from workers.cv import Cv


def prose(cv: Cv) -> Iterable[str]:
    """Summaries, titles, lines of posts and projects, publications, awards: without names, addresses and numbers of their own."""
    person = cv.candidate
    texts: list[str | None] = [person.headline, person.summary, person.availability, person.mobility, person.marital_status]
    for job in cv.experiences:
        texts += [job.job_title, job.company, job.description, *job.achievements]
    for course in cv.educations:
        texts += [course.degree, course.field_of_study, course.institution, course.grade]
    texts += [text for project in cv.projects for text in (project.name, project.description)]
    texts += [text for item in cv.certifications for text in (item.name, item.issuer)]
    texts += [text for item in cv.volunteering for text in (item.organization, item.role)]
    texts += [item.title for item in cv.publications] + [item.title for item in cv.awards]
    yield from filter(None, (*texts, *cv.interests))
