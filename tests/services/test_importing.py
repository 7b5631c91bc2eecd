"""`cvgraph import`: a folder is kept file by file, and a second run only adds what is new."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from db.models import Resume
from graph import importing
from graph.folder import SHOWN, summary
from tests.stage import CV
from workers.services import batch, resume, task
from workers.services.caller import Caller


async def test_a_folder_is_kept_once(caller: Caller, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "one.txt").write_bytes(CV)
    (tmp_path / "inner" / "twin.txt").write_bytes(CV)
    (tmp_path / "inner" / "two.txt").write_bytes(CV + b"\nRust")
    (tmp_path / "empty.pdf").write_bytes(b"")
    await importing.keep(tmp_path, caller)
    printed = capsys.readouterr()
    lines = {line["file"]: line for line in map(orjson.loads, printed.out.splitlines())}
    kept = {str(each.id) for each in await Resume.visible(caller)}
    assert {line["resumeId"] for line in lines.values() if "resumeId" in line} == kept and len(kept) == 2
    assert sum("isKnown" in line for line in lines.values()) == 1 and lines["empty.pdf"]["error"]["code"] == "FILE_EMPTY"
    assert "3 of 4 files done, 1 failed:\n  empty.pdf: The file is empty [FILE_EMPTY]" in printed.err
    (tmp_path / "three.txt").write_bytes(CV + b"\nGo")
    await importing.keep(tmp_path, caller)
    again = [orjson.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in again if "resumeId" in line] == ["three.txt"] and await Resume.visible(caller).count() == 3


async def test_a_file_that_was_sent_but_never_read_may_be_sent_again(caller: Caller) -> None:
    digest = resume.digest(caller, CV)
    _, alone = await resume.submit(caller, CV, "camille.txt")
    among = await batch.read(caller, [(CV, "camille.txt")])
    for work in (alone, among):
        assert await resume.is_known(caller, digest)
        await task.cancel(caller, work.id)
    assert not await resume.is_known(caller, digest)
    await resume.parse(caller, CV, "camille.txt")
    assert await resume.is_known(caller, digest)


def test_a_long_list_of_failures_is_cut() -> None:
    failed = [(f"{number:03}.pdf", {"code": "FILE_DAMAGED", "message": "Broken"}) for number in range(SHOWN + 5)]
    told = summary(1000, failed).splitlines()
    assert told[0] == "980 of 1,000 files done, 20 failed:" and told[-1] == "  and 5 more" and len(told) == SHOWN + 2
    assert summary(3, []) == "3 of 3 files done"
