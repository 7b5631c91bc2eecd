"""Features that an older version made are made again when they are asked for: an upgrade needs no pause, and mixes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from tortoise.transactions import in_transaction

from db.models import Features, Job, Resume
from workers import comparison, offload
from workers.comparison import Made
from workers.cv import from_json
from workers.features import is_older
from workers.job_ad import JobAd
from workers.services import features, resume
from workers.services.caller import Caller


async def renewed(caller: Caller, packed: Mapping[UUID, bytes]) -> dict[UUID, bytes]:
    """The same packed features by the id of their row, those of an older version made again and kept."""
    older = [identity for identity, data in packed.items() if is_older(data)]
    return {**packed, **(await _again(caller, older) if older else {})}


async def row_of(caller: Caller, **subject: UUID) -> Features | None:
    """The features of one resume (`resume_id`) or job (`job_id`), of today's version; None where there are none."""
    row = await Features.visible(caller).get_or_none(**subject)
    if row is not None:
        row.data = (await renewed(caller, {row.id: bytes(row.data)}))[row.id]
    return row


async def _again(caller: Caller, identities: Iterable[UUID]) -> dict[UUID, bytes]:
    rows = await Features.visible(caller).filter(id__in=list(identities)).prefetch_related("resume", "job")
    made = {row.id: found for row in rows if (found := await _made(caller, row.resume or row.job))}
    for row in rows:
        if row.id in made:
            await _keep(caller, row, made[row.id])
    return {identity: found.data for identity, found in made.items()}


async def _made(caller: Caller, subject: Resume | Job | None) -> Made | None:
    """None for a resume whose Cv is not kept."""
    if isinstance(subject, Job):
        return await offload.run(comparison.job_features_again, from_json(JobAd, subject.ad.encode())) if subject.ad else None
    cv = resume.cv(subject, caller) if subject else None
    return await features.of_cv(cv) if cv else None


async def _keep(caller: Caller, row: Features, made: Made) -> None:
    """Unless the resume or job has changed meanwhile: what was kept then is newer."""
    async with in_transaction():
        known = await Features.visible(caller).get_or_none(id=row.id, revision=row.revision).prefetch_related("resume", "job")
        if known and known.resume and known.resume.revision == row.revision:
            await features.keep_resume(caller, known.resume, made)
        elif known and known.job and known.job.revision == row.revision:
            await features.keep_job(caller, known.job, made)
