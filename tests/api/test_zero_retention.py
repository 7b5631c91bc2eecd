"""A CV whose reading takes too long is not kept either; the other ends of a call are tested on a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.test_zero_retention import BODIES, CV, MARK, found_in
from tests.stage import visitor
from workers.services import api_key, cv_source
from workers.services.caller import Caller


async def test_nothing_is_kept_where_time_runs_out(
    caller: Caller, database: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cv_source, "DEADLINE", 0.0)
    _, secret = await api_key.create(caller.account, "door")
    async with visitor(secret) as client:
        for path, rest in BODIES.items():
            answer = await client.post(path, json={**rest, "cv_text": CV})
            assert answer.status_code == 422 and MARK not in answer.text, answer.text
    said = capfd.readouterr()
    assert MARK not in said.out + said.err and found_in(MARK, database) == []
