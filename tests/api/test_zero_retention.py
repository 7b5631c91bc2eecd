"""Ends of a call that a real server cannot be brought to at will; the others are tested on one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.acceptance.test_zero_retention import BODIES, CV, MARK, found_in, holds, rows
from tests.delivery.receiver import receiver, said
from tests.stage import visitor
from workers.delivery import target
from workers.delivery.target import Fetched
from workers.services import api_key, cv_source
from workers.services.caller import Caller


async def kept(folder: Path) -> list[str]:
    address = os.environ.get("DATABASE_URL", "")
    in_rows = address.startswith("postgres") and holds(MARK, await rows(address))
    return found_in(MARK, folder) + ["database"] * in_rows


async def everything(caller: Caller, sent: dict[str, str], status: int) -> None:
    _, secret = await api_key.create(caller.account, "door")
    async with visitor(secret) as client:
        for path, rest in BODIES.items():
            answer = await client.post(path, json={**rest, **sent})
            assert answer.status_code == status, answer.text
            assert status == 200 or MARK not in answer.text


async def test_nothing_is_kept_where_time_runs_out(
    caller: Caller, database: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cv_source, "DEADLINE", 0.0)
    await everything(caller, {"cv_text": CV}, 422)
    told = capfd.readouterr()
    assert MARK not in told.out + told.err and await kept(database) == []


async def test_nothing_is_kept_where_we_fail(
    caller: Caller, database: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An exception that quotes the whole CV."""

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError(CV)

    monkeypatch.setattr(cv_source, "_bytes", broken)
    await everything(caller, {"cv_text": CV}, 500)
    told = capfd.readouterr()
    assert "RuntimeError" in told.out + told.err
    assert MARK not in told.out + told.err and await kept(database) == []


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (said(200, CV.encode()), 200),
        (said(302, CV.encode(), Location=f"https://{MARK}.example.org/"), 422),
        (said(200, b"\x00\x01" * 99 + MARK.encode()), 422),
        (said(200, MARK.encode() * 300), 413),
        (None, 422),
        (b"", 422),
    ],
    ids=["a CV", "redirect", "unreadable", "too large", "slow", "reset"],
)
async def test_nothing_is_kept_of_what_an_address_gives(
    caller: Caller,
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    answer: bytes | None,
    status: int,
) -> None:
    fetch = target.fetch

    async def near(url: str, **_: object) -> Fetched:
        return await fetch(url, limit=3_000, deadline=0.5 if answer is None else 10, private=True)

    monkeypatch.setattr("workers.delivery.target.fetch", near)
    async with receiver(lambda _: answer) as server:
        await everything(caller, {"cv_url": f"{server.url}/{MARK}"}, status)
        assert all(MARK in heard.path for heard in server.heard) and server.heard
    told = capfd.readouterr()
    assert MARK not in told.out + told.err and await kept(database) == []
