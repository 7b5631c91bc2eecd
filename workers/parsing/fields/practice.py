"""What the jobs say beyond their words: months, occupation, sector, contract, skills used; and for how long each skill was used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from workers.cv import Experience, PartialDate, Skill
from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.durations import union_months
from workers.parsing.fields.occupation import occupation_of
from workers.resources import taxonomy
from workers.resources.language import merged
from workers.resources.text import flat, fold

Span = tuple[int, int]


def enriched(experience: Experience, context: Context) -> Experience:
    """The same job with `duration_months`, `normalized_job_title`, `occupation_code`, `sector`, `contract_type`, `skills`."""
    occupation = occupation_of(experience.job_title) if experience.job_title else None
    span = span_of(experience, context)
    names = {concept.id: concept.label(context.language) for concept in _used(_text(experience))}
    return msgspec.structs.replace(
        experience,
        duration_months=span[1] - span[0] + 1 if span else None,
        normalized_job_title=occupation.label(context.language) if occupation else None,
        occupation_code=occupation.kind or None if occupation else None,
        sector=_sector(experience, occupation, context),
        contract_type=experience.contract_type or contract_of(experience.job_title or ""),
        skills=tuple(names.values()),
    )


def span_of(experience: Experience, context: Context) -> Span | None:
    """First and last month as numbers (year * 12 + month - 1), or None where no length is printed: a year alone is not twelve months."""
    start, end = experience.start_date, experience.end_date
    if start is None or (end is None and not experience.current):
        return None
    first = start.year * 12 + (start.month or 1) - 1
    today = context.today.year * 12 + context.today.month - 1
    last = today if end is None else end.year * 12 + (end.month - 1 if end.month else -1 if not start.month else 0)
    return (first, min(last, today)) if last >= first and first <= today else None


def contract_of(text: str) -> str | None:
    """The kind of contract a title names: `Alternante RH (master)` is APPRENTICESHIP."""
    plain = flat(text)
    return next((name for name, form in _contracts() if form.search(plain)), None)


@cache
def _contracts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    order = ("INTERNSHIP", "APPRENTICESHIP", "FREELANCE", "TEMPORARY", "CDD", "PART_TIME", "VOLUNTEER", "VIE", "CDI")
    known = merged("contracts")
    return tuple((name, re.compile(rf"(?<![a-z])(?:{any_of(known[name])})(?![a-z])")) for name in order if name in known)


def _sector(experience: Experience, occupation: taxonomy.Concept | None, context: Context) -> str | None:
    """From the employer's name; the occupation's own sector where that says nothing, or where the trade is at home in one sector
    (a nurse works in health, whatever her house is called)."""
    table = taxonomy.sectors()
    named = [match.concept for match in table.find(experience.company or "")]
    own = table.concept(occupation.broader[0]) if occupation and occupation.broader else None
    if own and (not named or own in named or own.id not in _anywhere()):
        return own.label(context.language)
    return named[0].label(context.language) if named else None


@cache
def _anywhere() -> frozenset[str]:
    """Sectors whose trades work in every house."""
    path = files("workers.resources").joinpath("sector_rules.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["anywhere"])


def practised(skills: Sequence[Skill], experiences: Sequence[Experience], context: Context) -> tuple[Skill, ...]:
    """Skills with `months` (union of the jobs that show them) and `last_used` (end of the last one)."""
    jobs = [(span, job, _evidence(job)) for job in experiences if (span := span_of(job, context))]
    return tuple(_practised(skill, jobs, context) for skill in skills)


def _practised(skill: Skill, jobs: Sequence[tuple[Span, Experience, tuple[frozenset[str], str]]], context: Context) -> Skill:
    spans, last = [], ""
    for span, job, (concepts, text) in jobs:
        if (skill.taxonomy_id in concepts) if skill.taxonomy_id else (len(skill.name) > 3 and f" {fold(skill.name)} " in text):
            spans.append(span)
            last = max(last, str(job.end_date) if job.end_date else f"{context.today:%Y-%m}")
    if not spans:
        return skill
    return msgspec.structs.replace(skill, months=union_months(spans), last_used=PartialDate(last))


def _evidence(job: Experience) -> tuple[frozenset[str], str]:
    text = _text(job)
    return frozenset(concept.id for concept in _used(text)), f" {fold(text)} "


def _text(job: Experience) -> str:
    """Bullets are lines of the description too."""
    return "\n".join(filter(None, (job.job_title, job.description or "\n".join(job.achievements))))


@lru_cache(maxsize=64)
def _used(text: str) -> tuple[taxonomy.Concept, ...]:
    return tuple({match.concept.id: match.concept for match in taxonomy.find(text)}.values())
