"""The samples that `make run` loads: all of them in the end, none twice, and none against anybody's will."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from db.models import Job, Resume
from graph import sandbox
from workers.services import api_key, job, resume
from workers.services.caller import Caller

ADDRESS = "http://127.0.0.1:8000"
WHOLE = (len(sandbox.samples()), len(sandbox.ads()))


async def _caller() -> Caller:
    return await api_key.authenticate(sandbox.kept_secret() or "")


async def _counted(caller: Caller) -> tuple[int, int]:
    return await Resume.visible(caller).count(), await Job.visible(caller).count()


async def _interrupted_after(count: int) -> tuple[int, int]:
    loading = asyncio.create_task(sandbox.greeting(ADDRESS))
    while not loading.done() and (sandbox.kept_secret() is None or sum(await _counted(await _caller())) < count):
        await asyncio.sleep(0.005)
    loading.cancel()
    with suppress(asyncio.CancelledError):
        await loading
    return await _counted(await _caller())


async def test_samples_that_an_interrupted_start_left_out_are_loaded_by_the_next(database: Path) -> None:
    for count in (1, WHOLE[0] + 1):
        assert count <= sum(await _interrupted_after(count)) < sum(WHOLE)
    await sandbox.greeting(ADDRESS)
    assert await _counted(await _caller()) == WHOLE


async def test_samples_that_somebody_deleted_stay_away(database: Path) -> None:
    await sandbox.greeting(ADDRESS)
    caller = await _caller()
    await resume.delete(caller, (await Resume.visible(caller).first()).id)
    await job.delete(caller, (await Job.visible(caller).first()).id)
    await sandbox.greeting(ADDRESS)
    assert await _counted(caller) == (WHOLE[0] - 1, WHOLE[1] - 1)
