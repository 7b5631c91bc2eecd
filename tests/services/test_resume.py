"""One upload: file, Cv and candidate together, or nothing; corrected in part; forgotten whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import files
from db.models import AuditEvent, Candidate, Resume
from tests.stage import CV, NAME, fresh_caller
from workers.errors import CvError, InvalidInput, NotFound, TooLarge
from workers.services import resume
from workers.services.caller import Caller
from workers.tree import ParserType

BAD = {
    "empty": b"",
    "truncated": b"%PDF-1.7\n1 0 obj",
    "binary": bytes(range(256)) * 40,
    "archive": b"PK\x03\x04" + b"\0" * 60,
}


async def kept(caller: Caller) -> tuple[int, int, int]:
    folder = await files.names(str(caller.account_id))
    return await Resume.visible(caller).count(), await Candidate.visible(caller).count(), len(folder)


async def test_a_cv_is_read_and_kept(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    read = resume.cv(row, caller)
    assert read and f"{read.candidate.first_name} {read.candidate.last_name}" == NAME
    assert read.candidate.email == "camille.exemple@example.org"
    assert read.resume_id == str(row.id) and read.file_name == "camille.txt"
    assert await kept(caller) == (1, 1, 1)


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_file_leaves_nothing(caller: Caller, name: str) -> None:
    with pytest.raises(CvError) as error:
        await resume.parse(caller, BAD[name], "cv.pdf")
    assert error.value.status == 400 and error.value.message
    assert await kept(caller) == (0, 0, 0)


async def test_a_large_file_is_refused(caller: Caller) -> None:
    with pytest.raises(TooLarge):
        await resume.parse(caller, b" " * 10_000_001, "cv.txt")


async def test_nothing_readable_is_stored(caller: Caller, database: Path) -> None:
    """Neither the database nor the file store holds the person in clear."""
    await resume.parse(caller, CV, "camille.txt")
    words = [b"Camille", b"camille.exemple", b"Exemple"]
    for path in database.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [word for word in words if word in content], path.name


async def test_a_correction_merges(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    before = resume.cv(row, caller)
    row = await resume.update(caller, row.id, {"candidate": {"lastName": "Nouveau", "address": {"city": "Nantes"}}})
    after = resume.cv(row, caller)
    assert before and after and row.revision == 2
    assert (after.candidate.last_name, after.candidate.address.city) == ("Nouveau", "Nantes")
    assert after.candidate.email == before.candidate.email and after.experiences == before.experiences


async def test_a_corrected_value_has_no_evidence(caller: Caller) -> None:
    """What a person wrote was printed nowhere."""
    row = await resume.parse(caller, CV, "camille.txt")
    before = resume.cv(row, caller)
    row = await resume.update(caller, row.id, {"candidate": {"email": "autre@example.org"}})
    after = resume.cv(row, caller)
    assert before and after
    assert "candidate.email" in before.evidence and "candidate.email" not in after.evidence
    assert "candidate.firstName" in after.evidence


async def test_the_whole_tree_may_come_back(caller: Caller) -> None:
    """A client that sends the answer of parsing back changes nothing."""
    row = await resume.parse(caller, CV, "camille.txt")
    printed = resume.printed(row, caller)
    assert resume.printed(await resume.update(caller, row.id, printed), caller) == printed


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"candidat": {}}, "candidat"),
        ({"candidate": {"firstname": "x"}}, "candidate.firstname"),
        ({"candidate": {"firstName": 3}}, "candidate.firstName"),
        ({"experiences": [{"startDate": "hier"}]}, "experiences[0].startDate"),
        ({"experiences": {}}, "experiences"),
        ({"languages": [{"name": "x", "cefr": "D1"}]}, "languages[0].cefr"),
    ],
)
async def test_a_wrong_correction_is_named(caller: Caller, changes: dict[str, object], named: str) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    with pytest.raises(InvalidInput, match=named.replace("[", r"\[")):
        await resume.update(caller, row.id, changes)
    assert (await resume.get(caller, row.id)).revision == 1


async def test_a_deleted_cv_is_gone(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    await resume.delete(caller, row.id)
    assert await kept(caller) == (0, 0, 0)
    with pytest.raises(NotFound):
        await resume.get(caller, row.id)


async def test_sandbox_and_real_data_never_meet(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    sandbox = Caller(caller.account, sandbox=True)
    with pytest.raises(NotFound):
        await resume.get(sandbox, row.id)
    other = await resume.parse(sandbox, CV, "camille.txt")
    assert other.candidate_id != row.candidate_id


async def test_another_account_sees_nothing(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    stranger = await fresh_caller()
    for act in (resume.get(stranger, row.id), resume.delete(stranger, row.id), resume.update(stranger, row.id, {})):
        with pytest.raises(NotFound):
            await act


async def test_parser_type_decides_what_is_printed(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt", ParserType.ADVANCED)
    assert "rawText" not in resume.printed(row, caller)


async def test_reading_is_audited(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    assert await AuditEvent.filter(subject_id=row.id).values_list("action", flat=True) == ["resume.parse"]
