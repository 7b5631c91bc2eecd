"""Cv → CvFeatures. What is not of work, study and skills is left behind here: the score cannot see it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from workers.cv import Cv, Experience, Skill
from workers.features import CvFeatures, Held, Passage, SkillUse, Spoken, Square
from workers.matching import identity, stated
from workers.matching.fields import spoken_of
from workers.matching.occupations import occupation_of
from workers.matching.passages import prints
from workers.matching.skills import UNKNOWN, identifier
from workers.matching.words import weights, words_of
from workers.partial_date import PartialDate
from workers.resources import taxonomy
from workers.resources.places import town
from workers.resources.text import fold
from workers.terms import Cefr

GRADES = {grade: index for index, grade in enumerate(Cefr, 1)}
_EQF = re.compile(r"EQF (\d)")
_WALL, _SHOWN = 45, 0.12
_INTERNAL, _WHOLE = "skills", "text"


class _Use(NamedTuple):
    """One place where the CV shows a skill; `span` first and last month where it has dates."""

    id: str
    words: str
    where: str
    span: tuple[int, int] | None = None


def features_of_cv(cv: Cv, today: dt.date) -> CvFeatures:
    """Features of a CV read; `today` closes the posts that go on."""
    now = today.year * 12 + today.month - 1
    cv, names = identity.without(cv), identity.names(cv)
    uses = [*_listed(cv), *_practised(cv, now), *_elsewhere(cv), *_found(cv.raw_text or "", "text", None)]
    skills = tuple(_with_years(_merged(uses), cv))
    wall = is_wall(skills)
    posts = tuple(_held(job, index, now) for index, job in enumerate(cv.experiences))
    if not any(post.occupation for post in posts):
        # What was read as a post may be none: the trades that the text names count as well.
        posts = (*posts, *stated.posts(cv, now))
    passages = [(where, words_of(text, names)) for where, text in (*_passages(cv), *_running(cv))]
    titles = " ".join(filter(None, (cv.candidate.headline, *(job.job_title for job in cv.experiences))))
    level = _EQF.search(cv.profile.highest_education_level or "")
    kept = tuple(use for use in skills if not (wall and use.where.startswith(_INTERNAL)))
    told = dict(passages)
    kinds = {"text"} if "text" in told and not wall else told.keys() - ({_INTERNAL, "text"} if wall else set())
    words = weights(word for where, found in passages if where in kinds for word in found)
    title_words = weights(words_of(titles, names)) if cv.experiences else weights(fold(" ".join(post.title for post in posts)).split())
    fields, trades = spoken_of(words, title_words)
    return CvFeatures(
        language=(cv.document_language or "en").lower(),
        skills=kept,
        posts=posts,
        months=cv.profile.total_experience_months or next((post.months for post in posts if post.where == "text"), None),
        eqf=int(level[1]) if level else None,
        study=next((one.degree for one in cv.educations if one.degree and level and one.level == level[0]), None),
        studying=_studying(cv, f"{today:%Y-%m}"),
        languages=tuple(Spoken(one.code, GRADES[one.cefr] if one.cefr else None, one.name) for one in cv.languages if one.code),
        place=_square(cv),
        wishes=tuple(fold(text) for text in (cv.candidate.mobility,) if text),
        seniority=cv.profile.seniority.value if cv.profile.seniority else None,
        words=words | {f"#{use.id}": 1.0 for use in kept if not use.id.startswith(UNKNOWN)},
        title_words=title_words,
        fields=fields,
        trades=trades,
        passages=tuple(_printed(told, words_of(cv.raw_text or "", names))),
        flags=("KEYWORD_WALL",) if wall else (),
        now=now,
    )


def _printed(told: Mapping[str, Sequence[str]], whole: Sequence[str]) -> Iterator[Passage]:
    """Prints of each part, and as `text` those of what no part holds: an ad may be pasted where nobody reads."""
    seen: set[int] = set()
    for where, row in told.items():
        if where != _WHOLE and (found := prints(row)):
            seen.update(found)
            yield Passage(where, found)
    if rest := tuple(one for one in prints(whole) if one not in seen):
        yield Passage(_WHOLE, rest)


def is_wall(skills: tuple[SkillUse, ...]) -> bool:
    """Dozens of skills listed and hardly one that any post shows: words put there to be found."""
    listed = [use for use in skills if any(where.startswith(_INTERNAL) for where in (use.where, *use.also))]
    shown = sum(not use.where.startswith(_INTERNAL) for use in listed)
    return len(listed) > _WALL and shown < _SHOWN * len(listed)


def _listed(cv: Cv) -> Iterator[_Use]:
    for index, skill in enumerate(cv.skills):
        yield from _of_skill(skill, index)
    for index, row in enumerate(cv.certifications):
        yield _Use(identifier(row.name), row.name, f"certifications[{index}]")
        yield from _found(row.name, f"certifications[{index}]", None, in_list=True)
    for index, licence in enumerate(cv.candidate.driving_licences):
        yield _Use(f"{UNKNOWN}permis {fold(licence)}", f"Permis {licence}", f"candidate.drivingLicences[{index}]")


def _of_skill(skill: Skill, index: int) -> Iterator[_Use]:
    yield _Use(identifier(skill.name, skill.taxonomy_id), skill.name, f"skills[{index}]")
    if not skill.taxonomy_id and " " in skill.name:
        yield from _found(skill.name, f"skills[{index}]", None, in_list=True)


def _practised(cv: Cv, now: int) -> Iterator[_Use]:
    for index, job in enumerate(cv.experiences):
        span = span_of(job, now)
        yield from _found(_text(job), f"experiences[{index}]", span)
        text = f" {fold(_text(job))} "
        for skill in cv.skills:
            key = fold(skill.name)
            if len(key) > 3 and not skill.taxonomy_id and f" {key} " in text:
                yield _Use(UNKNOWN + key, skill.name, f"experiences[{index}]", span)


def _elsewhere(cv: Cv) -> Iterator[_Use]:
    for where, text in (*_studies(cv), ("candidate.summary", f"{cv.candidate.headline or ''}\n{cv.candidate.summary or ''}")):
        yield from _found(text, where, None, in_list=where.startswith("projects"))


def _studies(cv: Cv) -> Iterator[tuple[str, str]]:
    for index, study in enumerate(cv.educations):
        yield f"educations[{index}]", f"{study.degree or ''} {study.field_of_study or ''}"
    for index, project in enumerate(cv.projects):
        yield f"projects[{index}]", f"{project.name}\n{project.description or ''}"
    for index, work in enumerate(cv.publications):
        yield f"publications[{index}]", work.title
    for index, deed in enumerate(cv.volunteering):
        yield f"volunteering[{index}]", deed.role or ""


def _found(text: str, where: str, span: tuple[int, int] | None, in_list: bool = False) -> Iterator[_Use]:
    for match in taxonomy.find(text, in_list=in_list):
        yield _Use(match.concept.id, text[match.begin : match.finish], where, span)


def _merged(uses: Iterable[_Use]) -> Iterator[SkillUse]:
    """Each skill once: posts before lists as the place to look, months of all posts together, the last month of use."""
    grouped: dict[str, list[_Use]] = {}
    for use in uses:
        grouped.setdefault(use.id, []).append(use)
    for skill, found in grouped.items():
        found.sort(key=lambda use: (not use.where.startswith("experiences"), use.where == "text"))
        spans = [use.span for use in found if use.span]
        also = tuple(dict.fromkeys(use.where for use in found[1:] if use.where not in (found[0].where, "text")))
        last = max((span[1] for span in spans), default=None)
        yield SkillUse(skill, found[0].words, months_in(spans) or None, last, found[0].where, also)


def _with_years(skills: Iterable[SkillUse], cv: Cv) -> Iterator[SkillUse]:
    """Years that a list of skills states count where no post shows the skill."""
    text = f"{cv.candidate.headline or ''}\n{cv.raw_text or ''}" if not any(job.start_date for job in cv.experiences) else ""
    said = stated.skill_months(text) if text.strip() else {}
    yield from (msgspec.structs.replace(use, months=said.get(use.id)) if use.months is None and use.id in said else use for use in skills)


def months_in(spans: Iterable[tuple[int, int]]) -> int:
    """Months covered by ranges that may overlap."""
    return len({month for first, last in spans for month in range(first, last + 1)})


def span_of(job: Experience, now: int) -> tuple[int, int] | None:
    """First and last month of a post; from its length where only that is known."""
    if job.start_date is None:
        return None
    first = _month(job.start_date, 1)
    last = now if job.current or not job.end_date else _month(job.end_date, 12 if not job.start_date.month else 1)
    if not job.current and not job.end_date:
        last = first + (job.duration_months or 1) - 1
    return (first, min(last, now)) if first <= min(last, now) else None


def _month(date: PartialDate, otherwise: int) -> int:
    return date.year * 12 + (date.month or otherwise) - 1


def _held(job: Experience, index: int, now: int) -> Held:
    title, span = job.job_title or "", span_of(job, now)
    known = occupation_of(title) if title else None
    months = job.duration_months or (span[1] - span[0] + 1 if span else None)
    return Held(
        title,
        known.id if known else None,
        known.kind if known else job.occupation_code,
        months,
        span[1] if span else None,
        f"experiences[{index}]",
    )


def _text(job: Experience) -> str:
    return "\n".join(filter(None, (job.job_title, job.description, *job.achievements)))


def _passages(cv: Cv) -> Iterator[tuple[str, str]]:
    """The words that may be compared, part by part."""
    yield "candidate.summary", f"{cv.candidate.headline or ''} {cv.candidate.summary or ''}"
    for index, job in enumerate(cv.experiences):
        yield f"experiences[{index}]", _text(job)
    yield from _studies(cv)
    yield _INTERNAL, " ".join(skill.name for skill in cv.skills)
    yield "certifications", " ".join(one.name for one in cv.certifications)


def _running(cv: Cv) -> Iterator[tuple[str, str]]:
    """A CV without posts is judged by its whole text."""
    if not cv.experiences and cv.raw_text:
        yield "text", cv.raw_text


def _studying(cv: Cv, month: str) -> bool:
    """The latest course is not over yet."""
    return any(one.end_date and str(one.end_date) > month[: len(one.end_date)] for one in cv.educations)


def _square(cv: Cv) -> Square:
    address = cv.candidate.address
    found = town(address.city, address.country_code) if address.city else None
    if not found:
        return Square(address.country_code)
    return Square(found.country, round(found.latitude * 2) / 2, round(found.longitude * 2) / 2)
