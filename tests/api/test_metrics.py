"""What an operator watches: open to whoever has the token, numbers alone."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest

from db.environment import environment
from tests.stage import CV
from workers.services.caller import Caller
from workers.services.task import begin

TOKEN = {"Authorization": "Bearer watch-1234"}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CVGRAPH_METRICS_TOKEN", "watch-1234")
    environment.cache_clear()
    yield
    monkeypatch.undo()
    environment.cache_clear()


async def test_metrics_are_closed_by_default(client: httpx.AsyncClient) -> None:
    assert (await client.get("/metrics", headers=TOKEN)).status_code == 404


@pytest.mark.usefixtures("opened")
async def test_metrics_ask_for_their_token(client: httpx.AsyncClient) -> None:
    """A key of an account opens nothing here."""
    assert (await client.get("/metrics")).status_code == 401
    assert (await client.get("/metrics", headers={"Authorization": "Bearer watch-1235"})).status_code == 401


@pytest.mark.usefixtures("opened")
async def test_metrics_tell_what_waits_and_name_nobody(caller: Caller, client: httpx.AsyncClient) -> None:
    made = (await client.post("/api/v1/parser", files={"file": ("camille.txt", CV)})).json()
    await client.get(f"/api/scores/jobs-for-resume/{made['resumeId']}")
    await client.request("BREW", "/api/v1/parser")
    await begin(caller, "resume.parse", uuid4())
    text = (await client.get("/metrics", headers=TOKEN)).text
    assert 'cvgraph_request_seconds_count{method="POST",route="/api/v1/parser",status="200"}' in text
    assert 'cvgraph_tasks{kind="resume.parse",status="QUEUED"}' in text and "cvgraph_oldest_task_seconds" in text
    assert "cvgraph_undelivered" in text and 'method="OTHER"' in text
    assert not [word for word in (made["resumeId"], str(caller.account_id), "Camille", "BREW") if word in text]
