"""A CV and a job ad side by side: what the readers find is handed to the matcher. Pure, so that a child process can do it.

Readers and matcher do not know each other; this is where they meet, and the only place.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from workers import features, matching, parsing
from workers.cv import Cv
from workers.features import CvFeatures, JobFeatures
from workers.job_ad import JobAd, Requirement
from workers.matching.basis import Basis
from workers.matching.score import Scorer
from workers.matching.statistics import Statistics
from workers.matching.types import Explanation, Score, Sought, Term
from workers.matching.weights import Weights
from workers.parsing import job_ad
from workers.parsing.job_ad import Written, skills
from workers.resources.notice import notice_days
from workers.resources.taxonomy import lookup
from workers.resources.text import Tokens, fold

_TERSE = 300
_NUMBER = re.compile(r"\d{1,2}\s*\+?(?:\s*(?:-|–|à|to)\s*\d{1,2})?")
_SENTENCES = re.compile(r"[.!?]\s+\w|\n")


class Made(msgspec.Struct, frozen=True):
    """Features packed for keeping, and what the index keeps of them: `terms` are searched for, `counted` are counted,
    `length` is that of the text in words, `columns` cut before scoring."""

    data: bytes
    terms: tuple[str, ...]
    counted: tuple[str, ...]
    length: float
    columns: dict[str, Any] = {}


class Judged(NamedTuple):
    """A score, and what it says in words where it was asked to; where it was not, the score may come without its parts."""

    score: Score
    explanation: Explanation | None

    @property
    def said(self) -> Explanation:
        if self.explanation is None:
            raise ValueError("this score was made without an explanation")
        return self.explanation


def read_ad(text: str) -> JobAd:
    return listed(job_ad.read_text(text), text)


def read_ad_file(data: bytes, file_name: str) -> JobAd:
    return job_ad.read_file(data, file_name)


def job_values(ad: JobAd) -> dict[str, Any]:
    """What the ad says as the fields of a stored job. `experience` is in the words of the ad where they are known."""
    years = ad.evidence.get("minimumYears")
    return {
        "title": ad.title,
        "description": ad.description,
        "profile": ad.profile,
        "experience": years.text if years else _years(ad.minimum_years),
        "education": ad.education_level,
        "skills": [need.name for need in ad.must_have],
        "company": ad.company,
        "country": ad.country_code,
        "city": ad.city,
        "contract": ad.contract,
    }


def _in_years(experience: str | None) -> str | None:
    """`5+`, `3-5`: in a field of its own a number needs no unit."""
    return f"{experience} years" if experience and _NUMBER.fullmatch(experience.strip()) else experience


def listed(ad: JobAd, text: str) -> JobAd:
    """The ad as it is, unless it is but a few words: they are a list of what is asked ("Python, Spark, Airflow...")."""
    told = any(need.firm for need in ad.must_have) or (ad.must_have and _SENTENCES.search(text.strip()))
    if told or len(text) > _TERSE:
        return ad
    wished = {need.taxonomy_id for need in ad.nice_to_have}
    found = {match.concept.id: text[match.begin : match.finish] for match in skills.find(Tokens(text)) if match.concept.id not in wished}
    return msgspec.structs.replace(ad, must_have=tuple(Requirement(name=name, taxonomy_id=known) for known, name in found.items()))


def _years(number: float | None) -> str | None:
    return None if number is None else f"{number:g}+"


def job_features(said: Mapping[str, Any], ad: JobAd | None = None) -> tuple[JobAd, Made]:
    """A stored job's fields read as one ad, and its features. `ad` is what a file said already, where the job came from one."""
    ad = ad or _read([said])[0]
    country = said.get("country") or ""
    stated = {
        "title": said["title"],
        "company": said.get("company"),
        "city": said.get("city"),
        "country_code": country.upper() if len(country) == 2 else None,
    }
    ad = msgspec.structs.replace(ad, **{name: value for name, value in stated.items() if value}, must_have=_demanded(ad, said))
    return ad, made_of_job(matching.features_of_job(ad))


def many_job_features(said: Sequence[Mapping[str, Any]]) -> list[tuple[JobAd, Made]]:
    return [job_features(each, ad) for each, ad in zip(said, _read(said), strict=True)]


def _read(said: Sequence[Mapping[str, Any]]) -> list[JobAd]:
    texts = [each.get("description") or "" for each in said]
    asked = [list(filter(None, (each.get("profile"), _in_years(each.get("experience")), each.get("education")))) for each in said]
    written = [Written(text, each["title"], demands) for text, each, demands in zip(texts, said, asked, strict=True)]
    return [listed(ad, text) for ad, text in zip(job_ad.read_texts(written), texts, strict=True)]


def _demanded(ad: JobAd, said: Mapping[str, Any]) -> tuple[Requirement, ...]:
    known = {fold(need.name) for need in ad.must_have} | {need.taxonomy_id for need in ad.must_have if need.taxonomy_id}
    found = list(ad.must_have)
    for name in said.get("skills") or ():
        concept = lookup(name)
        if fold(name) not in known and (concept is None or concept.id not in known):
            found.append(Requirement(name=name, taxonomy_id=concept.id if concept else None))
    return tuple(found)


def cv_features(cv: Cv, today: dt.date) -> Made:
    made = made_of_cv(matching.features_of_cv(cv, today))
    return msgspec.structs.replace(made, columns={**made.columns, "notice_days": notice_days(cv.candidate.availability)})


def made_of_cv(found: CvFeatures) -> Made:
    columns = {
        "language": found.language,
        "months": found.months,
        "eqf": found.eqf,
        "country": found.place.country,
        "latitude": found.place.latitude,
        "longitude": found.place.longitude,
    }
    tongues = tuple(f"l:{tongue.code}" for tongue in found.languages)
    return _made(found, (*_indexed(matching.terms_of_cv(_titled(found)), found), *tongues), columns)


def made_of_job(found: JobFeatures) -> Made:
    columns = {
        "language": found.language,
        "eqf": found.eqf,
        "country": found.place.country,
        "latitude": found.place.latitude,
        "longitude": found.place.longitude,
    }
    return _made(found, _indexed(matching.terms_of_job(_titled(found)), found), columns)


F = TypeVar("F", bound=CvFeatures | JobFeatures)


def _titled(found: F) -> F:
    """Without the words of the text, which the index does not hold: weighing them takes most of the time."""
    return msgspec.structs.replace(found, words={})


def _indexed(terms: Sequence[Term], found: CvFeatures | JobFeatures) -> tuple[str, ...]:
    """Concepts, and of the words those of titles: the words of whole texts would make the index five times its size."""
    return tuple(term.key for term in terms if not term.key.startswith("w:") or term.key[2:] in found.title_words)


def _made(found: CvFeatures | JobFeatures, terms: tuple[str, ...], columns: dict[str, Any]) -> Made:
    counted = tuple(dict.fromkeys((*terms, *found.words)))
    return Made(
        features.to_msgpack(msgspec.structs.replace(found, version=features.VERSION)), terms, counted, sum(found.words.values()), columns
    )


def job_features_again(ad: JobAd) -> Made:
    """The features of a stored job from what was understood of it."""
    return made_of_job(matching.features_of_job(ad))


def remade(data: bytes, is_cv: bool) -> Made:
    """What the index knows of features kept before."""
    return made_of_cv(features.from_msgpack(CvFeatures, data)) if is_cv else made_of_job(features.from_msgpack(JobFeatures, data))


def looked_up(jobs: Sequence[bytes]) -> list[str]:
    """The words whose frequency the scores of these jobs ask for."""
    found = (features.from_msgpack(JobFeatures, data) for data in jobs)
    return sorted({name for job in found for name in (*job.words, *job.title_words)})


def sought(data: bytes, is_job: bool, known: Statistics) -> Sought:
    found = _titled(_unpacked(data, is_job))
    terms = matching.terms_of_job(found, known) if isinstance(found, JobFeatures) else matching.terms_of_cv(found, known)
    kept = set(_indexed(terms, found))
    indexed = tuple(term for term in terms if term.key in kept)
    if isinstance(found, CvFeatures):
        return Sought(indexed)
    return Sought(indexed, matching.terms_of_kin(found), matching.terms_of_formalities(found), rough=True)


def _unpacked(data: bytes, is_job: bool) -> CvFeatures | JobFeatures:
    return features.from_msgpack(JobFeatures, data) if is_job else features.from_msgpack(CvFeatures, data)


def values(data: bytes, others: Sequence[bytes], is_job: bool, weights: Weights, known: Statistics) -> list[float]:
    """The score of one job with each resume, or of one resume with each job: the numbers alone."""
    if is_job:
        job = features.from_msgpack(JobFeatures, data)
        cvs, basis = (features.from_msgpack(CvFeatures, other) for other in others), Basis(weights, known)
        return [Scorer(cv, basis=basis).score(job, shown=False).value for cv in cvs]
    scorer = Scorer(features.from_msgpack(CvFeatures, data), weights, known)
    return [scorer.score(features.from_msgpack(JobFeatures, other), shown=False).value for other in others]


def judged(
    jobs: Sequence[bytes], cvs: Sequence[bytes], pairs: Sequence[tuple[int, int]], language: str | None, weights: Weights, known: Statistics
) -> list[Judged]:
    """Score and explanation of each pair (number of the job, number of the CV); sentences in `language`, or in that of the job."""
    asked = [features.from_msgpack(JobFeatures, data) for data in jobs]
    held = [features.from_msgpack(CvFeatures, data) for data in cvs]
    basis = Basis(weights, known)
    scorers = {cv: Scorer(held[cv], basis=basis) for cv in dict.fromkeys(cv for _, cv in pairs)}
    return [_judged(scorers[cv], asked[job], language or asked[job].language) for job, cv in pairs]


def _judged(scorer: Scorer, job: JobFeatures, language: str) -> Judged:
    found = scorer.score(job)
    return Judged(found, matching.explain(found, scorer.cv, job, language, scorer=scorer))


def read_cv(data: bytes, file_name: str, today: dt.date) -> tuple[Cv, CvFeatures]:
    """A CV that is kept nowhere, and its features."""
    cv = parsing.parse(data, file_name, today)
    return cv, matching.features_of_cv(cv, today)


def read_profile(profile: dict[str, Any], today: dt.date) -> tuple[CvFeatures, int]:
    """The features of a profile, and how many words it has."""
    found = matching.features_of_profile_json(profile, today)
    return found, len(re.findall(r"\w+", msgspec.json.encode(profile).decode()))
