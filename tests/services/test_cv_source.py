"""The one CV of a call: where it comes from, and what is said of it."""

from __future__ import annotations

import base64

import msgspec
import pytest

from db.base import new_id, owned
from db.models import Candidate, Features
from tests.delivery.receiver import receiver, said
from tests.parsing.made import pdf
from tests.stage import CV
from workers.delivery import target
from workers.delivery.target import Fetched
from workers.errors import Conflict, CvError, ErrorCode, NotFound
from workers.features import to_msgpack
from workers.services import cv_source, profile, resume
from workers.services.caller import Caller


async def test_an_address_gives_what_the_file_gives(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def fetch(url: str, **_: object) -> Fetched:
        asked.append(url)
        return Fetched(200, "text/plain", CV, {})

    monkeypatch.setattr("workers.delivery.target.fetch", fetch)
    by_url = await cv_source.resolve(caller, {"cv_url": "https://example.org/cv.txt"})
    by_text = await cv_source.resolve(caller, {"cv_text": CV.decode()})
    assert asked == ["https://example.org/cv.txt"] and (by_url.used, by_text.used) == ("cv_url", "cv_text")
    assert by_url.features == by_text.features and by_url.tokens == by_text.tokens > 0


async def test_an_address_without_a_cv(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fetch(url: str, **_: object) -> Fetched:
        return Fetched(404, "text/html", b"<h1>gone</h1>", {})

    monkeypatch.setattr("workers.delivery.target.fetch", fetch)
    with pytest.raises(cv_source.Unreadable) as told:
        await cv_source.resolve(caller, {"cv_url": "https://example.org/cv.txt"})
    assert (told.value.status, told.value.code) == (422, ErrorCode.UNREADABLE_CV)


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        (said(200, CV), 200, None),
        (said(302, b"", Location="http://127.0.0.1/"), 422, ErrorCode.UNREADABLE_CV),
        (None, 422, ErrorCode.UNREADABLE_CV),
        (b"", 422, ErrorCode.UNREADABLE_CV),
        (said(200, b"a" * 2_000), 413, ErrorCode.PAYLOAD_TOO_LARGE),
        (said(200, b"\x00\x01" * 99), 422, ErrorCode.UNREADABLE_CV),
    ],
    ids=["a CV", "redirect", "slow", "reset", "too large", "no CV"],
)
async def test_what_an_address_may_answer(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, answer: bytes | None, status: int, code: ErrorCode | None
) -> None:
    async def near(url: str, **_: object) -> Fetched:
        # Only who never answers is given up soon: a busy machine takes its time.
        return await fetch(url, limit=1_500, deadline=0.5 if answer is None else 10, private=True)

    fetch = target.fetch
    monkeypatch.setattr("workers.delivery.target.fetch", near)
    async with receiver(lambda _: answer) as server:
        try:
            assert (await cv_source.resolve(caller, {"cv_url": server.url})).tokens and status == 200
        except CvError as error:
            assert (error.status, error.code, error.field) == (status, code, ("cv_url",))


async def test_a_linked_candidate_needs_no_cv(caller: Caller, stranger: Caller) -> None:
    row = await resume.parse(caller, CV, "cv.txt")
    await Candidate.filter(id=row.candidate_id).update(ref="cand_42")
    found = await cv_source.resolve(caller, {"candidate_ref": "cand_42"})
    assert (found.used, found.tokens) == ("stored_profile", 0) and {use.id for use in found.features.skills} >= {"python", "docker"}
    with pytest.raises(NotFound):
        await cv_source.resolve(stranger, {"candidate_ref": "cand_42"})


async def test_a_stored_profile_of_an_older_version_is_made_again(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "cv.txt")
    await Candidate.filter(id=row.candidate_id).update(ref="cand_43")
    now = (await cv_source.resolve(caller, {"candidate_ref": "cand_43"})).features
    await Features.filter(resume_id=row.id).update(data=to_msgpack(msgspec.structs.replace(now, skills=(), version=0)))
    assert (await cv_source.resolve(caller, {"candidate_ref": "cand_43"})).features == now


async def test_a_candidate_without_a_cv_is_not_ready(caller: Caller) -> None:
    """Both ways to a stored profile name the call that tells when there is one."""
    await Candidate.create(id=new_id(), **owned(caller), ref="tôt 1", sealed_person=b"")
    for asked in (cv_source.resolve(caller, {"candidate_ref": "tôt 1"}), profile.linked_cv(caller, "tôt 1")):
        with pytest.raises(Conflict) as told:
            await asked
        assert told.value.code is ErrorCode.PROFILE_NOT_READY
        assert "GET /api/v1/candidates/t%C3%B4t%201/profile until" in told.value.message


@pytest.mark.parametrize("spelt", ["{}", "data:application/pdf;base64,{}", " {} \n"])
async def test_base64_as_programs_write_it(caller: Caller, spelt: str) -> None:
    wrapped = base64.encodebytes(pdf(("Camille Exemple", "Python, Docker"))).decode()
    found = await cv_source.resolve(caller, {"cv_pdf_base64": spelt.format(wrapped)})
    assert found.tokens
