"""Who fits, and why: ranked lists in both directions, the explanation of a pair, and a comparison that keeps nothing."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

import msgspec

from db.models import Corpus, Features, Job, Resume
from workers import comparison, listing, offload
from workers.comparison import Judged
from workers.errors import InvalidInput
from workers.features import CvFeatures
from workers.listing import Listing, Manner
from workers.matching.score import ENGINE_VERSION
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.weights import Weights
from workers.resources.places import Place, town
from workers.resources.taxonomy import lookup
from workers.resources.text import fold
from workers.services import audit_event, features, quota, renewal, retrieval, score
from workers.services.caller import Caller, Scope
from workers.services.cut import Cut
from workers.services.features import JOBS, RESUMES
from workers.services.job_fields import compared
from workers.services.quota import Kind
from workers.services.retrieval import Listed

DEADLINE = 30.0
FEW = 20
T = TypeVar("T")


class Match(NamedTuple):
    """One of a ranked list. Order: best value first, then the id, so that it is the same every time."""

    value: float
    id: UUID

    @property
    def place(self) -> tuple[float, UUID]:
        return -self.value, self.id


async def resumes_for(caller: Caller, job: Job, cut: Cut | None = None, weights: Weights | None = None) -> list[Match]:
    """The resumes that fit a job, best first: at most 200, chosen by the index where the account has more."""
    caller.demand(Scope.MATCH)
    row = await renewal.row_of(caller, job_id=job.id)
    return await _ranked(caller, row, RESUMES, cut or Cut(), weights) if row else []


async def jobs_for(caller: Caller, resume: Resume, cut: Cut | None = None, weights: Weights | None = None) -> list[Match]:
    """The ACTIVE jobs that fit a resume, best first."""
    caller.demand(Scope.MATCH)
    row = await renewal.row_of(caller, resume_id=resume.id)
    return await _ranked(caller, row, JOBS, cut or Cut(), weights) if row else []


async def _ranked(caller: Caller, row: Features, kind: str, cut: Cut, weights: Weights | None) -> list[Match]:
    place, is_job = await features.corpus(caller, kind), kind == RESUMES
    sought = comparison.sought(bytes(row.data), is_job, DEFAULT_STATISTICS)
    listed = await retrieval.short_list(place, f"{kind}_id", sought, cut)
    resumes = place if is_job else await features.corpus(caller, RESUMES)
    values = await _values(caller, row, listed, resumes, weights)
    return sorted((Match(value, identity) for identity, value in values.items()), key=lambda match: match.place)


async def _values(caller: Caller, row: Features, listed: Sequence[Listed], place: Corpus, weights: Weights | None) -> dict[UUID, float]:
    """Scores of the short list: those kept for the same revisions, and the others made and kept. `place`: the account's resumes."""
    is_job, chosen = row.job_id is not None, weights or usual(caller)
    basis = basis_of(chosen, place)
    kept = await score.kept(row, listed, is_job, basis) if weights is None else {}
    packed = await _data(caller, [each.features_id for each in listed if each.subject_id not in kept])
    missing = [each for each in listed if each.features_id in packed]
    if not missing:
        return kept
    others = [packed[each.features_id] for each in missing]
    known = await background(place, [bytes(row.data)] if is_job else others)
    parts = [(bytes(row.data), part, is_job, chosen, known) for part in _parts(others)]
    values = [value for done in await _side_by_side(comparison.values, parts) for value in done]
    if weights is None:
        await score.keep(caller, row, missing, values, is_job, basis)
    return kept | {each.subject_id: value for each, value in zip(missing, values, strict=True)}


async def _data(caller: Caller, identities: Sequence[UUID]) -> dict[UUID, bytes]:
    rows = await Features.filter(id__in=list(identities)).values_list("id", "data") if identities else []
    return await renewal.renewed(caller, {identity: bytes(data) for identity, data in rows})


async def background(place: Corpus, jobs: Sequence[bytes]) -> Statistics:
    """What is usual among the account's resumes, as far as these jobs ask; ours alone while the account has few."""
    if not place.settled_size:
        return DEFAULT_STATISTICS
    counts = await retrieval.counts(place, comparison.looked_up(jobs), "settled")
    return Statistics(place.settled_size, place.settled_length / place.settled_size, counts)


async def explained(
    caller: Caller, pairs: Sequence[tuple[UUID, UUID]], language: str | None = None, weights: Weights | None = None
) -> list[Judged | None]:
    """Score and explanation of each pair of job and resume, in the order asked; None where either is not there."""
    jobs = await _owned(caller, "job_id", {job for job, _ in pairs})
    cvs = await _owned(caller, "resume_id", {cv for _, cv in pairs})
    there = [(job, cv) for job, cv in pairs if job in jobs and cv in cvs]
    if not there:
        return [None] * len(pairs)
    places = [{identity: place for place, identity in enumerate(each)} for each in (jobs, cvs)]
    numbers = [(places[0][job], places[1][cv]) for job, cv in there]
    known = await background(await features.corpus(caller, RESUMES), list(jobs.values()))
    both, chosen = (list(jobs.values()), list(cvs.values())), weights or usual(caller)
    parts = [(*both, part, language, chosen, known) for part in _parts(numbers)]
    judged = [each for done in await _side_by_side(comparison.judged, parts) for each in done]
    found = dict(zip(there, judged, strict=True))
    return [found.get(pair) for pair in pairs]


async def _owned(caller: Caller, column: str, identities: Iterable[UUID]) -> dict[UUID, bytes]:
    # Asked for the account too, SQLite walks through all its rows instead of looking up the ids.
    rows = await Features.filter(**{f"{column}__in": list(identities)}).values_list("id", column, "data", "account_id", "sandbox")
    mine = [(row, identity, bytes(data)) for row, identity, data, *owner in rows if tuple(owner) == (caller.account_id, caller.sandbox)]
    packed = await renewal.renewed(caller, {row: data for row, _, data in mine})
    return {identity: packed[row] for row, identity, _ in mine}


def _parts(items: Sequence[T]) -> list[Sequence[T]]:
    """The items in as many parts as there are children, where there are enough of them to be worth it."""
    size = max(FEW, -(-len(items) // offload.shared().size))
    return [items[start : start + size] for start in range(0, len(items), size)]


async def _side_by_side(function: Callable[..., list[T]], parts: Sequence[tuple[Any, ...]]) -> list[list[T]]:
    return await asyncio.gather(*(offload.run(function, *part, deadline=DEADLINE) for part in parts))


async def compare(caller: Caller, resume: Resume, given: Mapping[str, Any], language: str | None = None) -> Judged:
    """One resume against a job that is not kept: its fields as for a new job, or what the ad reader answered before."""
    caller.demand(Scope.MATCH)
    row = await renewal.row_of(caller, resume_id=resume.id)
    if row is None:
        raise InvalidInput("This resume has not been read yet; wait for its task")
    _, made = await offload.run(comparison.job_features, compared(given), None, deadline=DEADLINE)
    known = await background(await features.corpus(caller, RESUMES), [made.data])
    asked = ([made.data], [bytes(row.data)], [(0, 0)], language, usual(caller), known)
    async with quota.spend(caller, Kind.MATCH):
        return (await offload.run(comparison.judged, *asked, deadline=DEADLINE))[0]


async def listings(caller: Caller, cv: CvFeatures, jobs: Sequence[Listing], language: str | None, explain: bool) -> list[Judged]:
    """One CV against ads that no database keeps, in the order given."""
    caller.demand(Scope.MATCH)
    manner = Manner(usual(caller), DEFAULT_STATISTICS, language, explain, str(caller.account_id))
    parts = [(cv, part, manner) for part in _parts(list(jobs))]
    return [each for done in await _side_by_side(listing.listings, parts) for each in done]


def usual(caller: Caller) -> Weights:
    """The account's weights: ours where it has none of its own."""
    return weights_of(caller.account.match_weights)


def weights_of(given: Mapping[str, float]) -> Weights:
    """Ours with those given in their place; their sum is 1. Unknown names and impossible numbers raise InvalidInput."""
    known = Weights.__struct_fields__
    if strange := next((name for name in given if name not in known), None):
        raise InvalidInput(f"'{strange}' is no part of a score; the parts are {', '.join(known)}", field=("weights", strange))
    return Weights(**given).normalised


async def weigh(caller: Caller, given: Mapping[str, float]) -> Weights:
    """Give the account weights of its own; {} goes back to ours. Scores are made again as they are asked for."""
    caller.demand(Scope.ADMIN)
    found = weights_of(given)
    caller.account.match_weights = dict(given)
    await caller.account.save(update_fields=["match_weights"])
    await audit_event.record(caller, "account.weigh", caller.account_id)
    return found


def basis_of(weights: Weights, place: Corpus) -> str:
    """What a kept score rests on besides the two revisions: engine, weights, and what is usual in the account."""
    digest = hashlib.blake2b(msgspec.json.encode(weights), digest_size=4).hexdigest()
    return f"{ENGINE_VERSION[:16]}/{digest}/{place.settled_size}"


def cut(
    *,
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    country: str | None = None,
    language: str | None = None,
    near: tuple[str, str | None, float] | None = None,
    years: tuple[float | None, float | None] = (None, None),
    study: int | None = None,
    within_days: int | None = None,
) -> Cut:
    """Filters as people say them, as the index knows them. A town nobody knows raises InvalidInput."""
    least, most = (None if value is None else round(value * 12) for value in years)
    middle = _town(*near) if near else None
    return Cut(
        terms=(*(skill_term(name) for name in skills), *(f"l:{code.strip().lower()}" for code in languages)),
        country=country.strip().upper() if country else None,
        language=language.strip().lower() if language else None,
        latitude=middle.latitude if middle else None,
        longitude=middle.longitude if middle else None,
        radius=near[2] if near else None,
        minimum_months=least,
        maximum_months=most,
        minimum_eqf=study,
        within_days=within_days,
    )


def skill_term(name: str) -> str:
    concept = lookup(name)
    return f"s:{concept.id}" if concept else f"s:={fold(name)}"


def _town(city: str, country: str | None, radius: float) -> Place:
    found = town(city, country.strip().upper() if country else None)
    if found is None:
        raise InvalidInput("No town of this name is known", field=("filter", "near", "city"))
    if not 1 <= radius <= 1000:
        raise InvalidInput("'radius' must be 1 to 1,000 km", field=("filter", "near", "radius"))
    return found
