"""Candidates: the same person is recognised again, and nobody else's."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from db import files
from db.models import Candidate, CandidateToken, Resume, Score
from tests.stage import CV, fresh_caller, statements_of
from workers.cv import Candidate as Person
from workers.cv import Cv, PartialDate
from workers.errors import NotFound
from workers.services import candidate, job, match, profile, resume
from workers.services.caller import Caller

ALEX: dict[str, Any] = {"first_name": "Alex", "last_name": "Exemple-Dupré"}


async def attach(caller: Caller, **who: Any) -> Candidate | None:
    async with in_transaction():
        return await candidate.attach(caller, Cv(candidate=Person(**{**ALEX, **who})))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"email": "alex@example.org"}, {"email": "ALEX@example.org "}),
        ({"email": "alex@example.org"}, {"email": "new@example.org", "alternate_emails": ("alex@example.org",)}),
        ({"phone": "+33639981234"}, {"phone": "+33 6 39 98 12 34"}),
        ({"date_of_birth": PartialDate("1990-02-03")}, {"date_of_birth": PartialDate("1990-02-03"), "last_name": "EXEMPLE-DUPRE"}),
    ],
)
async def test_recognised_again(caller: Caller, first: dict[str, Any], second: dict[str, Any]) -> None:
    one, two = await attach(caller, **first), await attach(caller, **second)
    assert one and two and one.id == two.id


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"date_of_birth": PartialDate("1990")}, {"date_of_birth": PartialDate("1990")}),
        ({"email": "alex@example.org"}, {"email": "alex@example.com"}),
    ],
)
async def test_a_name_alone_is_not_enough(caller: Caller, first: dict[str, Any], second: dict[str, Any]) -> None:
    one, two = await attach(caller, **first), await attach(caller, **second)
    assert one and two and one.id != two.id


async def test_never_across_accounts(caller: Caller) -> None:
    one, two = await attach(caller, email="alex@example.org"), await attach(await fresh_caller(), email="alex@example.org")
    assert one and two and one.id != two.id


async def test_equal_tokens_differ_between_accounts(caller: Caller) -> None:
    """A blind index tells nothing outside its account."""
    other = await fresh_caller()
    await attach(caller, email="alex@example.org")
    await attach(other, email="alex@example.org")
    mine = set(await CandidateToken.filter(account_id=caller.account_id).values_list("token", flat=True))
    assert mine and not mine & set(await CandidateToken.filter(account_id=other.account_id).values_list("token", flat=True))


async def test_a_cv_of_nobody_has_no_candidate(caller: Caller) -> None:
    assert await attach(caller, first_name=None, last_name=None) is None


async def test_found_by_words_of_the_name(caller: Caller) -> None:
    one = await attach(caller)
    for asked in ("dupre", "Alex EXEMPLE", "exemple alex"):
        assert await candidate.visible(caller, name=asked).values_list("id", flat=True) == [one and one.id]
    assert not await candidate.visible(caller, name="Alexandra").exists()


async def test_two_cvs_at_once_meet(caller: Caller) -> None:
    await asyncio.gather(*(resume.parse(caller, CV, f"{number}.txt") for number in range(6)))
    assert (await Candidate.visible(caller).count(), await Resume.visible(caller).count()) == (1, 6)


async def test_erasure_leaves_nothing(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "one.txt")
    await resume.parse(caller, CV, "two.txt")
    assert row.candidate_id
    await candidate.delete(caller, row.candidate_id)
    assert not await Resume.visible(caller).exists() and not await files.names(str(caller.account_id))
    assert not await CandidateToken.filter(account_id=caller.account_id).exists()
    with pytest.raises(NotFound):
        await candidate.get(caller, row.candidate_id)


async def test_a_candidate_goes_with_the_last_cv(caller: Caller) -> None:
    one, two = [await resume.parse(caller, CV, name) for name in ("one.txt", "two.txt")]
    await resume.delete(caller, one.id)
    assert await Candidate.visible(caller).count() == 1
    await resume.delete(caller, two.id)
    assert await Candidate.visible(caller).count() == 0


async def test_all_that_is_kept_takes_as_many_statements_for_two_cvs_as_for_one(caller: Caller) -> None:
    """Each CV stands with its own scores."""
    first = await resume.parse(caller, CV, "cv.txt")
    person = await candidate.get(caller, first.candidate_id)
    few = await statements_of(profile.exported(caller, person))
    second = await resume.parse(caller, CV + b"\nDjango", "newer.txt")
    ads = [await job.create(caller, {"title": title, "description": "Python"}) for title in ("Dev Python", "Dev Java")]
    for ad in ads:
        await match.resumes_for(caller, ad)
    await Score.filter(resume_id=first.id, job_id=ads[1].id).delete()
    assert second.candidate_id == person.id
    assert len(await statements_of(profile.exported(caller, person))) == len(few)
    newer, older = json.loads(await profile.exported(caller, person))["resumes"]
    assert [[score["job"] for score in each["scores"]] for each in (newer, older)] == [["Dev Python", "Dev Java"], ["Dev Python"]]
