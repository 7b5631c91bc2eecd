"""CVs in and out of the formats other systems speak: JSON Resume, Europass, HR Open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from db.models import Resume
from workers import exchange, offload
from workers.cv import Cv
from workers.errors import ErrorCode, InvalidFile, InvalidInput
from workers.parsing import completed
from workers.rendering import ResumeSettings, anonymous, changed
from workers.services import audit_event, resume
from workers.services.caller import Caller, Scope

DEADLINE = offload.DEADLINE


async def export(caller: Caller, identity: UUID, format: str, changes: Mapping[str, Any] | None = None) -> bytes:
    """A stored CV in one of `exchange.FORMATS`, UTF-8. `changes` hide something: `preset` and `privacy` as in the settings of a print."""
    privacy = changed(ResumeSettings(), changes or {}).privacy
    exchange.media_type(format)
    row = await resume.get(caller, identity)
    cv = resume.cv(row, caller)
    if cv is None:
        raise InvalidInput("This resume has not been read yet; wait for its task")
    await audit_event.record(caller, "resume.export", row.id)
    if privacy.is_open:
        return exchange.export(cv, format)
    write, key = partial(exchange.export, format=format), caller.sealer.blind("code name", "").encode()
    data: bytes = await offload.run(anonymous, cv, privacy, key, write, exchange.leaves, deadline=DEADLINE)
    return data


async def read(caller: Caller, data: bytes, format: str, file_name: str) -> Resume:
    """Keep a CV that another system wrote. A document that names nobody raises InvalidFile: no empty person is kept."""
    caller.demand(Scope.PARSE)
    resume.check(data)
    written: Cv = await offload.run(exchange.read, data, format, deadline=DEADLINE)
    cv: Cv = await offload.run(completed, written, dt.datetime.now(dt.UTC).date(), deadline=DEADLINE)
    if not (cv.candidate.last_name or cv.candidate.first_name or cv.candidate.email):
        raise InvalidFile("This document names nobody: a CV needs a name or an e-mail address", ErrorCode.UNREADABLE_CV)
    return await resume.keep(caller, msgspec.structs.replace(cv, file_name=file_name), data, file_name, action="resume.import")
