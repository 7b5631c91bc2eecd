"""The file store: a local folder or any S3-compatible bucket, every file sealed under its account's key.

Names are ours (`<account>/<uuid>`), never a client's; what a client called the file lives inside the sealed Cv.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from db.environment import environment
from db.secrets import Sealer

if TYPE_CHECKING:
    from obstore.store import RetryConfig

_log = logging.getLogger(__name__)

# A request waits for its file: a bucket that is gone is told of within seconds (the default tries on for three minutes).
PATIENT: RetryConfig = {"max_retries": 2, "retry_timeout": timedelta(seconds=8)}
# One that takes a request and never answers is told of as soon (the default waits half a minute). Seconds.
LONGEST = 10.0


@cache
def store() -> ObjectStore:
    """The store named by CVGRAPH_FILES; credentials of a bucket come from its usual AWS_* variables."""
    place = environment().files or str(environment().data / "files")
    if "://" in place:
        return from_url(place, retry_config=PATIENT)
    Path(place).mkdir(parents=True, exist_ok=True)
    return LocalStore(prefix=Path(place).absolute(), mkdir=True)


async def put(name: str, data: bytes, sealer: Sealer) -> None:
    async with asyncio.timeout(LONGEST):
        await obstore.put_async(store(), name, sealer.seal(data, f"file:{name}"))


async def get(name: str, sealer: Sealer) -> bytes:
    """The file's bytes; a name nobody kept raises FileNotFoundError."""
    async with asyncio.timeout(LONGEST):
        kept = bytes(await (await obstore.get_async(store(), name)).bytes_async())
    return sealer.open(kept, f"file:{name}")


async def delete(*names: str) -> None:
    """Forget the files; names already gone are no error, so that an erasure may run twice."""
    for name in names:
        with suppress(FileNotFoundError):
            async with asyncio.timeout(LONGEST):
                await obstore.delete_async(store(), name)


async def forget(*names: str) -> None:
    """`delete` for files that no row names any more: where the store is away, the daily sweep deletes them."""
    try:
        await delete(*names)
    except (BaseError, OSError) as error:
        _log.warning("files are left for the sweep: %s", type(error).__name__)


async def names(prefix: str) -> list[str]:
    """Names under one account's prefix."""
    return [item["path"] async for batch in obstore.list(store(), prefix) for item in batch]
