"""A profile as other systems send it (our own tree, JSON Resume, plain lists of skills) → CvFeatures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from workers.cv import Candidate, Certification, Cv, Education, Experience, Language, PartialDate, Profile, Skill
from workers.errors import InvalidInput
from workers.features import CvFeatures
from workers.matching.cv_features import features_of_cv, months_in, span_of
from workers.resources.language import degrees, languages, merged
from workers.resources.text import fold
from workers.terms import Cefr

_JOBS = ("experiences", "experience", "work", "workExperience", "work_experience", "jobs", "positions", "employment")
_STUDIES = ("educations", "education", "studies", "degrees")
_SKILLS = ("skills", "competences", "technologies", "tools")
_LANGUAGES = ("languages", "langues")
_CERTIFICATES = ("certifications", "certificates", "licences", "licenses")
_TITLE = ("jobTitle", "job_title", "title", "position", "role", "name")
_TEXT = ("description", "summary", "text", "details")
_GRADE = re.compile(r"\b[ABC][12]\b")


def features_of_profile_json(profile: Mapping[str, Any], today: dt.date) -> CvFeatures:
    """Raises InvalidInput where the profile is no object or says nothing of work, study or skills."""
    if not isinstance(profile, Mapping):
        raise InvalidInput("profile_json must be an object.", field=("profile_json",))
    cv = cv_of(profile, today)
    if not (cv.experiences or cv.skills or cv.educations or cv.candidate.headline or cv.candidate.summary):
        raise InvalidInput(
            "profile_json has neither skills nor experience nor education. Send at least one of them.", field=("profile_json",)
        )
    return features_of_cv(cv, today)


def cv_of(profile: Mapping[str, Any], today: dt.date) -> Cv:
    """The parts of the profile that match; whatever else it holds is left out."""
    basics = profile.get("basics") if isinstance(profile.get("basics"), Mapping) else profile.get("candidate")
    head = {**profile, **basics} if isinstance(basics, Mapping) else profile
    jobs = tuple(_job(row) for row in _rows(profile, _JOBS))
    levels = profile.get("profile") if isinstance(profile.get("profile"), Mapping) else {}
    months = _number(levels, profile, jobs, today)
    studies = tuple(_study(row) for row in _rows(profile, _STUDIES))
    level = _text(levels, ("highestEducationLevel",)) or _level(studies)
    return Cv(
        document_language=_language(profile, jobs),
        candidate=Candidate(
            headline=_text(head, ("headline", "title", "label", "current_title")), summary=_text(head, ("summary", "about", "bio"))
        ),
        profile=Profile(total_experience_months=months, highest_education_level=level),
        experiences=jobs,
        educations=studies,
        skills=tuple(Skill(name=name) for row in _rows(profile, _SKILLS) for name in _names(row)),
        languages=tuple(one for row in _rows(profile, _LANGUAGES) if (one := _tongue(row))),
        certifications=tuple(Certification(name=name) for row in _rows(profile, _CERTIFICATES) for name in _names(row)[:1]),
    )


def _rows(profile: Mapping[str, Any], names: tuple[str, ...]) -> list[Any]:
    found: Any = next((profile[name] for name in names if profile.get(name)), [])
    return (
        [part.strip() for part in re.split(r"[,;\n]", found)]
        if isinstance(found, str)
        else list(found)
        if isinstance(found, (list, tuple))
        else []
    )


def _names(row: Any) -> list[str]:
    if isinstance(row, str):
        return [row] if row.strip() else []
    keywords = row.get("keywords") if isinstance(row, Mapping) else None
    name = _text(row, ("name", "skill", "title", "label")) if isinstance(row, Mapping) else None
    return [str(word) for word in keywords] if isinstance(keywords, list) and keywords else [name] if name else []


def _text(row: Any, names: tuple[str, ...]) -> str | None:
    found = next((row[name] for name in names if isinstance(row, Mapping) and isinstance(row.get(name), str) and row[name].strip()), None)
    return found.strip() if found else None


def _job(row: Any) -> Experience:
    if not isinstance(row, Mapping):
        return Experience(job_title=str(row))
    highlights = row.get("highlights") or row.get("achievements") or ()
    end = _text(row, ("endDate", "end_date", "end", "to"))
    finished = _date(end)
    return Experience(
        job_title=_text(row, _TITLE),
        description=_text(row, _TEXT),
        achievements=tuple(map(str, highlights)) if isinstance(highlights, (list, tuple)) else (),
        start_date=_date(_text(row, ("startDate", "start_date", "start", "from"))),
        end_date=finished,
        current=bool(row.get("current")) or (finished is None and "current" not in row),
        duration_months=next((int(row[key]) for key in ("durationMonths", "months") if isinstance(row.get(key), (int, float))), None),
    )


def _study(row: Any) -> Education:
    if not isinstance(row, Mapping):
        return Education(degree=str(row))
    degree = _text(row, ("degree", "studyType", "diploma", "title", "name"))
    return Education(
        degree=degree, field_of_study=_text(row, ("fieldOfStudy", "area", "field")), end_date=_date(_text(row, ("endDate", "end_date")))
    )


def _level(studies: tuple[Education, ...]) -> str | None:
    best = max((eqf for study in studies for eqf in _levels(f"{study.degree or ''} {study.field_of_study or ''}")), default=None)
    return f"EQF {best}" if best else None


def _levels(text: str) -> Iterator[int]:
    key = f" {fold(text)} "
    for degree in degrees():
        if any(len(fold(phrase)) > 2 and f" {fold(phrase)} " in key for phrase in degree.phrases):
            yield degree.eqf


def _tongue(row: Any) -> Language | None:
    name = row if isinstance(row, str) else _text(row, ("name", "language", "langue"))
    if not name:
        return None
    level = _text(row, ("level", "fluency", "proficiency", "cefr")) or name
    codes = {fold(word): code for data in languages().values() for word, code in data.language_names.items()}
    known = next((codes[word] for word in fold(name).split() if word in codes), None) or (
        name.lower() if name.lower() in languages() else None
    )
    grade = _GRADE.search(level)
    said = next(
        (
            Cefr(key)
            for key, words in merged("language_levels").items()
            if any(fold(word) in fold(level) for word in words if len(word) > 4)
        ),
        None,
    )
    return Language(name=name, code=known, level=level, cefr=Cefr(grade[0]) if grade else said)


def _date(text: str | None) -> PartialDate | None:
    found = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", text or "")
    try:
        return PartialDate(found[0]) if found else None
    except ValueError:
        return None


def _number(levels: Any, profile: Mapping[str, Any], jobs: tuple[Experience, ...], today: dt.date) -> int | None:
    for row, name, factor in ((levels, "totalExperienceMonths", 1), (profile, "years_experience", 12), (profile, "yearsOfExperience", 12)):
        if isinstance(row, Mapping) and isinstance(row.get(name), (int, float)):
            return int(row[name] * factor)
    now = today.year * 12 + today.month - 1
    return months_in(span for job in jobs if (span := span_of(job, now))) or None


def _language(profile: Mapping[str, Any], jobs: tuple[Experience, ...]) -> str:
    """As stated, else the language most of whose own words the profile uses."""
    stated = _text(profile, ("documentLanguage", "language", "locale"))
    if stated:
        return stated[:2].lower()
    words = fold(" ".join(f"{job.job_title or ''} {job.description or ''}" for job in jobs)).split()
    points = {code: sum(word in data.stop_words for word in words) for code, data in languages().items()}
    best = max(points, key=lambda code: points[code])
    return best if points[best] > points["en"] else "en"
