"""The one CV that a call brings along: as text, as a PDF, at an address, as a profile, or by the ref of a linked candidate.

Nothing of it is kept: no table, file, log or queue sees it.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from db.connection import run
from db.environment import environment
from workers import comparison, features, offload
from workers.cv import Cv
from workers.delivery import target
from workers.errors import ErrorCode, InvalidFile, InvalidInput, TooLarge, Unavailable
from workers.features import CvFeatures
from workers.services import candidate, renewal
from workers.services.caller import Caller

SOURCES = ("cv_text", "cv_pdf_base64", "cv_url", "profile_json", "candidate_ref")
STORED = "stored_profile"
STORED_FEATURES = """
    SELECT f.id, f.data FROM candidate AS c JOIN resume AS r ON r.candidate_id = c.id JOIN features AS f ON f.resume_id = r.id
    WHERE c.account_id = ? AND c.sandbox = ? AND c.ref = ? ORDER BY f.id DESC LIMIT 1
"""
LONGEST_TEXT = 500_000
DEADLINE = offload.DEADLINE


class Unreadable(InvalidFile):
    """The CV came, and cannot be read."""

    status, code = 422, ErrorCode.UNREADABLE_CV


@dataclass(frozen=True)
class Source:
    """`used` is the word of `cv_input_used`; `tokens` the words that were read in this call; `cv` the tree and `file`
    the CV as it came, where there are any."""

    used: str
    features: CvFeatures
    tokens: int = 0
    cv: Cv | None = None
    file: tuple[bytes, str] | None = None


def chosen(given: Mapping[str, Any], *, echoed: bool = False) -> str:
    """The name of the one source of the request; none or several raise InvalidInput.

    `echoed`: beside another source `candidate_ref` is the caller's own word for the candidate, and no source.
    """
    there = [name for name in SOURCES if given.get(name) is not None]
    if echoed and len(there) == 2 and "candidate_ref" in there:
        there.remove("candidate_ref")
    if not there:
        raise InvalidInput(f"There is no CV; send one of {', '.join(SOURCES)}", field=(SOURCES[0],))
    if len(there) > 1:
        raise InvalidInput(f"There are several CVs ({', '.join(there)}); send one", field=(there[1],))
    return there[0]


async def resolve(caller: Caller, given: Mapping[str, Any], *, echoed: bool = False) -> Source:
    """The CV's features. What cannot be read as a CV raises Unreadable (422), an unknown ref NotFound."""
    name = chosen(given, echoed=echoed)
    value = given[name]
    if name == "profile_json":
        return await profile(value)
    if not isinstance(value, str) or not value.strip():
        raise InvalidInput(f"'{name}' must be a string that is not empty", field=(name,))
    if name == "candidate_ref":
        return await stored(caller, value.strip())
    data = await _bytes(name, value)
    try:
        cv, found = await offload.run(comparison.read_cv, data, FILE_NAMES[name], today(), deadline=DEADLINE)
    except InvalidInput as error:
        raise Unreadable(error.message, field=(name,)) from error
    if not any(char.isalnum() for char in cv.raw_text or ""):
        raise Unreadable("There is no word in this CV", field=(name,))
    return Source(name, found, len((cv.raw_text or "").split()), cv, (data, FILE_NAMES[name]))


FILE_NAMES = {"cv_text": "cv.txt", "cv_pdf_base64": "cv.pdf", "cv_url": "cv"}


async def _bytes(name: str, value: str) -> bytes:
    if name == "cv_url":
        return await fetched(value.strip())
    if name == "cv_text":
        if len(value) > LONGEST_TEXT:
            raise TooLarge(f"'cv_text' has more than {LONGEST_TEXT:,} characters", field=(name,))
        return value.replace("\0", " ").encode("utf-8", "replace")
    encoded = "".join(value.split())
    try:
        data = base64.b64decode(encoded.partition("base64,")[2] or encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidInput("'cv_pdf_base64' is not base64", field=(name,)) from error
    if len(data) > environment().upload_limit:
        raise TooLarge(f"The PDF is larger than {environment().upload_limit:,} bytes", field=(name,))
    return data


async def fetched(url: str) -> bytes:
    """The file at an https address that we may call. One that does not answer in time is an unreadable CV, no outage of ours."""
    settings = environment()
    try:
        answer = await target.fetch(url, limit=settings.upload_limit)
    except Unavailable as error:
        raise Unreadable(f"'cv_url': {error.message[:1].lower()}{error.message[1:]}", field=("cv_url",)) from error
    except InvalidInput as error:
        kind = TooLarge if error.code is ErrorCode.PAYLOAD_TOO_LARGE else InvalidInput
        raise kind(error.message, error.code, field=("cv_url",)) from error
    if answer.status != 200:
        raise Unreadable(f"'cv_url' answers with status {answer.status}; it must answer 200 without a redirect", field=("cv_url",))
    return answer.body


async def profile(value: Any) -> Source:
    if not isinstance(value, dict) or not value:
        raise InvalidInput("'profile_json' must be an object: skills, positions, languages, ...", field=("profile_json",))
    found, words = await offload.run(comparison.read_profile, value, today(), deadline=DEADLINE)
    return Source("profile_json", found, words)


async def stored(caller: Caller, ref: str) -> Source:
    """The features of a linked candidate's newest CV; one without a CV yet raises Conflict (PROFILE_NOT_READY)."""
    _, rows = await run(STORED_FEATURES, caller.account_id, caller.sandbox, ref)
    if not rows:
        await candidate.by_ref(caller, ref)
        raise candidate.not_ready(ref)
    identity, data = UUID(str(rows[0]["id"])), bytes(rows[0]["data"])
    packed = await renewal.renewed(caller, {identity: data})
    return Source(STORED, features.from_msgpack(CvFeatures, packed[identity]))


def today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
