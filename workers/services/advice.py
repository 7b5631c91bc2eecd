"""Advice on one CV that came along with the call, or on a linked candidate's. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workers import advice, offload
from workers.coaching import Coaching, Profile
from workers.cv import Cv
from workers.listing import Listing
from workers.services import profile
from workers.services.caller import Caller
from workers.services.cv_source import STORED, Source, today

DEADLINE = offload.DEADLINE


async def analyze(caller: Caller, source: Source, given: Mapping[str, Any], language: str | None) -> Profile:
    """What the CV says in short, in its own language unless `language` is given."""
    return await offload.run(advice.analyzed, await _cv(caller, source, given), language, deadline=DEADLINE)


async def coach(caller: Caller, source: Source, given: Mapping[str, Any], job: Listing, language: str | None) -> Coaching:
    """What to change in the CV for this job, in the language of the ad unless `language` is given."""
    cv = await _cv(caller, source, given)
    return await offload.run(advice.coached, cv, job, source.file, language, today(), deadline=DEADLINE)


async def _cv(caller: Caller, source: Source, given: Mapping[str, Any]) -> Cv:
    if source.cv is not None:
        return source.cv
    if source.used == STORED:
        return await profile.linked_cv(caller, str(given["candidate_ref"]).strip())
    return advice.cv_of_profile(given["profile_json"], today())
