"""JobZen's account rules: tiers, quotas, status, usage, sandbox keys, and every documented error in its shape."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from db.environment import environment
from db.models import Account, ApiKey
from graph.limits import SharedRates
from graph.rest.jobzen import sandbox
from tests.stage import CV, fresh_caller, secret_for, visitor
from workers.services import api_key, invitation
from workers.services.caller import Caller, Scope, Tier

TEXT = CV.decode()
JOB = {"title": "Backend Engineer", "description": "Python, Kubernetes"}
LISTINGS = [{"job_id": "1", **JOB}]
MATCH, ANALYZE, SCORE, COACH = (f"/api/v1/{name}" for name in ("match", "analyze", "score", "coach"))
BODIES: dict[str, dict[str, Any]] = {MATCH: {"job_listings": LISTINGS}, ANALYZE: {}, SCORE: {"job": JOB}, COACH: {"job": JOB}}


def check(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    error: dict[str, Any] = answer.json()["error"]
    assert error["code"] == code and error["request_id"] == answer.headers["x-request-id"]
    assert set(error) <= {"code", "message", "request_id", "details"} and "Camille" not in answer.text
    return error


async def key(caller: Caller, **options: Any) -> httpx.AsyncClient:
    _, secret = await api_key.create(caller.account, "door", sandbox=caller.sandbox, **options)
    opened = visitor("")
    opened.headers.pop("authorization")
    opened.headers["X-JobZen-Key"] = secret
    return opened


@pytest.mark.parametrize("path", BODIES)
async def test_success(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.post(path, json={"cv_text": TEXT, **BODIES[path]})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["cv_input_used"] == "cv_text"
    assert body["usage"]["tokens"] == len(TEXT.split()) and body["usage"]["latency_ms"] >= 0


TIERS = [(path, tier) for path in BODIES for tier in Tier]
NEEDED = {MATCH: Tier.BASIC, SCORE: Tier.BASIC, ANALYZE: Tier.STANDARD, COACH: Tier.PREMIUM}


@pytest.mark.parametrize(("path", "tier"), TIERS)
async def test_tiers(caller: Caller, path: str, tier: Tier) -> None:
    async with await key(caller, tier=tier) as door:
        answer = await door.post(path, json={"cv_text": TEXT, **BODIES[path]})
        if list(Tier).index(tier) >= list(Tier).index(NEEDED[path]):
            assert answer.status_code == 200
        else:
            assert NEEDED[path].value in check(answer, 403, "tier_required")["message"]


async def test_scopes(caller: Caller) -> None:
    async with await key(caller, scopes=[Scope.READ]) as door:
        check(await door.post(MATCH, json={"cv_text": TEXT, **BODIES[MATCH]}), 403, "invalid_request")
        assert (await door.get("/api/v1/usage")).status_code == 200


def bad() -> Iterator[Any]:
    encoded = base64.b64encode(b"%PDF-1.4 nothing").decode()
    for path, rest in BODIES.items():
        for name, cv, status, code in (
            ("no CV", {}, 400, "invalid_request"),
            ("two CVs", {"cv_text": TEXT, "profile_json": {"skills": ["x"]}}, 400, "invalid_request"),
            ("malformed base64", {"cv_pdf_base64": "%%%"}, 400, "invalid_request"),
            ("unreadable", {"cv_pdf_base64": encoded}, 422, "unreadable_cv"),
            ("localhost", {"cv_url": "https://localhost/cv.pdf"}, 400, "invalid_request"),
            ("metadata address", {"cv_url": "https://169.254.169.254/latest"}, 400, "invalid_request"),
            ("plain http", {"cv_url": "http://example.org/cv.pdf"}, 400, "invalid_request"),
            ("unknown ref", {"candidate_ref": "nobody"}, 404, "candidate_not_found"),
            ("a number", {"cv_text": 7}, 400, "invalid_request"),
            ("spaces", {"cv_text": "  \n "}, 400, "invalid_request"),
            ("no word", {"cv_text": "... --- ..."}, 422, "unreadable_cv"),
            ("the guide's placeholder", {"cv_pdf_base64": "<base64_encoded_pdf>"}, 400, "invalid_request"),
        ):
            yield pytest.param(path, {**cv, **rest}, status, code, id=f"{path[8:]} {name}")
    for path in (SCORE, COACH):
        for job in (None, {}, {"title": "", "description": " "}, {"title": "...", "description": "--"}, "text", {"title": 3}):
            yield pytest.param(path, {"cv_text": TEXT, "job": job}, 400, "invalid_request", id=f"{path[8:]} job {job}")
    yield pytest.param(ANALYZE, {"candidate_ref": 7, "cv_text": TEXT}, 400, "invalid_request", id="ref is a number")
    yield pytest.param(COACH, {"cv_text": TEXT, "job": JOB, "options": {"language": "tlh"}}, 400, "invalid_request", id="language")


@pytest.mark.parametrize(("path", "body", "status", "code"), list(bad()))
async def test_bad_input(client: httpx.AsyncClient, path: str, body: dict[str, Any], status: int, code: str) -> None:
    check(await client.post(path, json=body), status, code)


@pytest.mark.parametrize("path", BODIES)
async def test_a_20_mb_pdf(client: httpx.AsyncClient, path: str) -> None:
    encoded = base64.b64encode(b"%PDF-1.4" + b"0" * 20_000_000).decode()
    check(await client.post(path, json={"cv_pdf_base64": encoded, **BODIES[path]}), 413, "payload_too_large")


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe"])
async def test_no_json(client: httpx.AsyncClient, content: bytes) -> None:
    check(await client.post(COACH, content=content), 400, "invalid_request")


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", MATCH, 405), ("POST", f"{MATCH}/x", 404), ("GET", "/api/v1/candidates/x", 404)]
)
async def test_a_path_that_does_not_exist_is_no_candidate(client: httpx.AsyncClient, method: str, path: str, status: int) -> None:
    check(await client.request(method, path), status, "invalid_request")


async def test_keys(client: httpx.AsyncClient, caller: Caller) -> None:
    """Two different keys, none, an unknown one, an expired one."""
    check(await client.get("/api/v1/status", headers={"X-JobZen-Key": "SBX_other"}), 400, "invalid_request")
    async with visitor("unknown") as stranger:
        check(await stranger.get("/api/v1/status"), 401, "invalid_api_key")
        stranger.headers.pop("authorization")
        check(await stranger.get("/api/v1/status"), 401, "invalid_api_key")
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)
    async with await key(caller, expires_at=soon) as door:
        assert (await door.get("/api/v1/status")).status_code == 200
        await ApiKey.filter(account_id=caller.account_id, expires_at__isnull=False).update(expires_at=soon - dt.timedelta(minutes=5))
        check(await door.get("/api/v1/status"), 401, "invalid_api_key")


async def test_invited_but_not_ready(client: httpx.AsyncClient, caller: Caller) -> None:
    await invitation.create(caller, "soon")
    for path, rest in BODIES.items():
        check(await client.post(path, json={"candidate_ref": "soon", **rest}), 409, "profile_not_ready")
    shown = (await client.get("/api/v1/candidates/soon/profile")).json()
    assert shown == {"ref": "soon", "active": False, "has_profile": False, "linked_at": None, "profile": None}


async def test_the_quota_is_counted_and_refuses(client: httpx.AsyncClient, caller: Caller) -> None:
    await Account.filter(id=caller.account_id).update(limits={"call": 2, "parse": 0})
    for _ in range(2):
        assert (await client.post(SCORE, json={"cv_text": TEXT, "job": JOB})).status_code == 200
    check(await client.post(SCORE, json={"job": JOB}), 429, "quota_exceeded")
    answer = await client.post(MATCH, json={"cv_text": TEXT, "job_listings": LISTINGS})
    check(answer, 429, "quota_exceeded")
    assert int(answer.headers["retry-after"]) > 0
    status = (await client.get("/api/v1/status")).json()
    assert (status["quota_used"], status["quota_total"], status["quota_remaining"]) == (2, 2, 0)
    assert status["tier"] == "premium" and not status["sandbox"] and status["reset_at"].endswith("T00:00:00Z")
    parsed = await client.post("/api/v1/parser", files={"file": ("cv.txt", CV)})
    assert parsed.status_code == 429 and parsed.json()["code"] == "NO_MORE_CREDIT" and parsed.headers["retry-after"]


async def test_errors_are_not_counted(client: httpx.AsyncClient) -> None:
    await client.post(SCORE, json={"cv_text": TEXT})
    assert (await client.get("/api/v1/status")).json()["quota_used"] == 0


async def test_usage_by_day_and_endpoint(client: httpx.AsyncClient) -> None:
    today = dt.datetime.now(dt.UTC).date().isoformat()
    await client.post(SCORE, json={"cv_text": TEXT, "job": JOB})
    await client.post(COACH, json={})
    body = (await client.get("/api/v1/usage")).json()
    assert body["days"] == [{"date": today, "calls": 2, "by_endpoint": {COACH: 1, SCORE: 1}, "errors": 1}] and body["total"] == 2
    assert (await client.get("/api/v1/usage?from=2020-01-01&to=2020-02-01")).json()["days"] == []
    for query in ("from=yesterday", "from=2026-02-01&to=2026-01-01", "from=1990-01-01"):
        check(await client.get(f"/api/v1/usage?{query}"), 400, "invalid_request")


@pytest.fixture
async def open_server(monkeypatch: pytest.MonkeyPatch, caller: Caller) -> AsyncIterator[httpx.AsyncClient]:
    monkeypatch.setattr(sandbox, "TRIES", SharedRates(f"sandbox {uuid4()}", sandbox.TRIES.limit, sandbox.TRIES.window))
    monkeypatch.setenv("CVGRAPH_OPEN_SANDBOX", "1")
    environment.cache_clear()
    async with visitor(await secret_for(caller)) as door:
        door.headers.pop("authorization")
        yield door
    monkeypatch.undo()
    environment.cache_clear()


async def test_a_sandbox_key_in_one_call(open_server: httpx.AsyncClient) -> None:
    """Premium, empty, its own, never counted; and not too many of them."""
    secrets = set()
    for _ in range(sandbox.TRIES.limit):
        made = await open_server.post("/api/v1/sandbox")
        assert made.status_code == 201 and made.json()["key"].startswith("SBX_")
        secrets.add(made.json()["key"])
    assert len(secrets) == sandbox.TRIES.limit
    refused = await open_server.post("/api/v1/sandbox")
    check(refused, 429, "rate_limited")
    async with visitor(secrets.pop()) as door:
        assert (await door.post(COACH, json={"cv_text": TEXT, "job": JOB})).status_code == 200
        status = (await door.get("/api/v1/status")).json()
        assert status["sandbox"] and status["quota_used"] == 0 and status["quota_remaining"] == status["quota_total"] > 0


async def test_no_sandbox_keys_where_they_are_off(client: httpx.AsyncClient) -> None:
    check(await client.post("/api/v1/sandbox"), 403, "invalid_request")


async def test_two_sandboxes_are_two_worlds(client: httpx.AsyncClient) -> None:
    first, second = await fresh_caller(sandbox=True), await fresh_caller(sandbox=True)
    await invitation.create(first, "mine")
    async with await key(first) as one, await key(second) as other:
        assert (await one.get("/api/v1/candidates/mine/profile")).status_code == 200
        check(await other.get("/api/v1/candidates/mine/profile"), 404, "candidate_not_found")
