"""What goes out in another system's format comes back the same person."""

from __future__ import annotations

import pytest

from db.models import Resume
from tests.stage import CV
from workers.errors import InvalidInput
from workers.exchange import FORMATS
from workers.services import exchange, resume
from workers.services.caller import Caller


@pytest.mark.parametrize("format", FORMATS)
async def test_out_and_in_again(caller: Caller, format: str) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    back = await exchange.read(caller, await exchange.export(caller, row.id, format), format, "back.json")
    before, after = resume.cv(row, caller), resume.cv(back, caller)
    assert before and after and back.candidate_id == row.candidate_id
    assert (after.candidate.email, after.candidate.last_name) == (before.candidate.email, before.candidate.last_name)
    assert [(job.job_title, job.company, job.start_date) for job in after.experiences] == [
        (job.job_title, job.company, job.start_date) for job in before.experiences
    ]


@pytest.mark.parametrize("format", FORMATS)
async def test_what_follows_from_an_imported_cv_is_made_anew(caller: Caller, format: str) -> None:
    """Years, occupations, levels and ids of skills are in no format: without them an imported person scores as one who says nothing."""
    row = await resume.parse(caller, CV, "camille.txt")
    back = await exchange.read(caller, await exchange.export(caller, row.id, format), format, "back.json")
    before, after = resume.cv(row, caller), resume.cv(back, caller)
    assert before and after and after.profile == before.profile and after.profile.total_experience_months
    assert back.experience_months == row.experience_months
    assert {skill.name: skill.taxonomy_id for skill in after.skills} == {skill.name: skill.taxonomy_id for skill in before.skills}
    assert [(job.duration_months, job.occupation_code, job.sector, job.skills) for job in after.experiences] == [
        (job.duration_months, job.occupation_code, job.sector, job.skills) for job in before.experiences
    ]
    assert [study.level for study in after.educations] == [study.level for study in before.educations]


@pytest.mark.parametrize(("data", "format"), [(b"{}", "json-resume"), (b"<x", "europass-xml"), (b"[1]", "hr-open"), (b"{}", "word")])
async def test_what_is_no_cv_is_refused(caller: Caller, data: bytes, format: str) -> None:
    with pytest.raises(InvalidInput):
        await exchange.read(caller, data, format, "x")
    assert not await Resume.visible(caller).exists()


@pytest.mark.parametrize("format", FORMATS)
async def test_what_a_preset_or_a_switch_hides_is_not_exported(caller: Caller, format: str) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    cv = resume.cv(row, caller)
    assert cv and cv.candidate.email and cv.candidate.last_name
    blind = (await exchange.export(caller, row.id, format, {"preset": "blind"})).decode()
    silent = (await exchange.export(caller, row.id, format, {"privacy": {"hideEmail": True}})).decode()
    assert cv.candidate.last_name not in blind and cv.candidate.email not in blind
    assert cv.candidate.last_name in silent and cv.candidate.email not in silent


async def test_an_unknown_switch_is_named(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    with pytest.raises(InvalidInput) as refusal:
        await exchange.export(caller, row.id, "hr-open", {"privacy": {"hideShoes": True}})
    assert "hideShoes" in refusal.value.message
