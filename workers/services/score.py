"""Scores kept beside the revisions they were made from: one that is behind is made again when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError

from db.base import new_id
from db.connection import run_many
from db.models import Features, Score
from workers.services.caller import Caller
from workers.services.retrieval import Listed

KEEP = """
    INSERT INTO score (id, created_at, account_id, sandbox, job_id, resume_id, job_revision, resume_revision, basis, value, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (job_id, resume_id) DO UPDATE SET job_revision = excluded.job_revision, resume_revision = excluded.resume_revision,
    basis = excluded.basis, value = excluded.value, updated_at = excluded.updated_at
"""


async def kept(row: Features, listed: Sequence[Listed], is_job: bool, basis: str) -> dict[UUID, float]:
    """Values by the other side's id, where both revisions and the basis (engine, weights) are today's."""
    own, other = ("job", "resume") if is_job else ("resume", "job")
    asked = {f"{own}_id": row.job_id if is_job else row.resume_id, f"{own}_revision": row.revision, "basis": basis}
    rows = await Score.filter(**asked).values_list(f"{other}_id", f"{other}_revision", "value")
    known = {(identity, revision): value for identity, revision, value in rows}
    return {each.subject_id: known[each[1:]] for each in listed if each[1:] in known}


async def keep(caller: Caller, row: Features, listed: Sequence[Listed], values: Sequence[float], is_job: bool, basis: str) -> None:
    now, rows = dt.datetime.now(dt.UTC), list[tuple[Any, ...]]()
    for each, value in zip(listed, values, strict=True):
        own, other = (row.job_id if is_job else row.resume_id, row.revision), (each.subject_id, each.revision)
        (job_id, job_revision), (resume_id, resume_revision) = (own, other) if is_job else (other, own)
        revisions = (job_revision, resume_revision)
        rows.append((new_id(), now, caller.account_id, caller.sandbox, job_id, resume_id, *revisions, basis, value, now))
    # Where a resume or job was deleted meanwhile nothing is kept, and nothing is lost.
    with suppress(IntegrityError):
        await run_many(KEEP, rows)
