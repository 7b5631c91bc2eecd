"""Every documented status, in the shape of its contract, and never a word of a CV."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.test_doors import FILE
from tests.stage import CV, visitor

SHAPE = {"timestamp", "status", "error", "message", "path", "code", "requestId"}
UNKNOWN = "01a208ed-2187-75ec-bd8a-5eb6c1791d4d"


def check(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code), body
    assert set(body) == SHAPE and body["path"] == answer.request.url.path and body["timestamp"].endswith("Z")
    assert answer.headers["x-request-id"] == body["requestId"]
    return body


@pytest.mark.parametrize(
    ("method", "path", "content", "status", "code"),
    [
        ("POST", "/api/v1/parser", {}, 400, "FILE_MISSING"),
        ("POST", "/api/v1/parser", {"files": {"other": ("x", b"y")}}, 400, "FILE_MISSING"),
        ("POST", "/api/v1/parser", {"files": {"file": ("x.pdf", b"")}}, 400, "FILE_EMPTY"),
        ("POST", "/api/v1/parser", {"files": {"file": ("x.pdf", b"\x00\x01\x02" * 99)}}, 400, "FILE_UNSUPPORTED"),
        ("POST", "/api/v1/parser", {"files": FILE, "data": {"parserType": "GOLD"}}, 400, "INVALID_REQUEST"),
        ("POST", "/api/v1/parser", {"files": {"file": ("x.txt", b"a" * 10_000_001)}}, 413, "PAYLOAD_TOO_LARGE"),
        ("POST", "/api/v1/parser", {"files": {"file": ("x.txt", b"a" * 15_000_000)}}, 413, "PAYLOAD_TOO_LARGE"),
        ("PUT", f"/api/v1/parser/{UNKNOWN}", {"json": {}}, 404, "NOT_FOUND"),
        ("PUT", f"/api/v1/parser/{UNKNOWN}", {"content": b"{"}, 400, "INVALID_REQUEST"),
        ("PUT", f"/api/v1/parser/{UNKNOWN}", {"json": []}, 400, "INVALID_REQUEST"),
        ("PUT", "/api/v1/parser/17", {"json": {}}, 400, "INVALID_REQUEST"),
        ("DELETE", f"/api/v1/parser/{UNKNOWN}", {}, 404, "NOT_FOUND"),
        ("DELETE", "/api/v1/parser/17", {}, 400, "INVALID_REQUEST"),
        ("GET", "/api/v1/nowhere", {}, 404, "NOT_FOUND"),
        ("PATCH", "/api/v1/parser", {}, 405, "INVALID_REQUEST"),
    ],
)
async def test_shape(client: httpx.AsyncClient, method: str, path: str, content: dict[str, Any], status: int, code: str) -> None:
    check(await client.request(method, path, **content), status, code)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "ApiKey wrong"}, {"Authorization": "Basic abc"}, {"X-JobZen-Key": "wrong"}])
async def test_no_valid_key(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    async with visitor("") as anyone:
        anyone.headers.pop("authorization")
        body = check(await anyone.post("/api/v1/parser", headers=headers, files=FILE), 401, "INVALID_API_KEY")
        assert body["message"] == "Invalid Api Key"
        answer = await anyone.post("/graphql", headers=headers, json={"query": "{ __typename }"})
        assert answer.status_code == 401 and answer.json()["errors"][0]["extensions"]["code"] == "INVALID_API_KEY"


async def test_a_key_in_every_header(client: httpx.AsyncClient) -> None:
    secret = client.headers.pop("authorization").removeprefix("ApiKey ")
    for headers in (
        {"Authorization": f"ApiKey {secret}"},
        {"authorization": f"bearer {secret}"},
        {"X-JobZen-Key": secret},
        {"X-JobZen.io-Key": secret},
        {"X-JobZen-Key": secret, "Authorization": f"ApiKey {secret}"},
    ):
        assert (await client.post("/api/v1/parser", headers=headers, files=FILE)).status_code == 200


async def test_two_different_keys_are_refused(client: httpx.AsyncClient) -> None:
    check(await client.post("/api/v1/parser", headers={"X-JobZen-Key": "SBX_other"}, files=FILE), 400, "INVALID_REQUEST")
    secret = client.headers.pop("authorization").removeprefix("ApiKey ")
    for name, one, other in (("Authorization", f"ApiKey {secret}", "ApiKey SBX_other"), ("X-JobZen-Key", secret, "SBX_other")):
        check(await client.post("/api/v1/parser", headers=[(name, one), (name, other)], files=FILE), 400, "INVALID_REQUEST")
        assert (await client.post("/api/v1/parser", headers=[(name, one), (name, one)], files=FILE)).status_code == 200


async def test_our_own_failure_says_nothing(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception may quote what it choked on: neither answer nor log repeats it."""

    def broken(*_: object) -> None:
        raise RuntimeError(CV.decode())

    monkeypatch.setattr("graph.rest.cvreader.parser.resume.printed", broken)
    answer = await client.post("/api/v1/parser", files=FILE)
    body = check(answer, 500, "INTERNAL")
    output = capsys.readouterr()
    assert "Camille" not in str(body) + output.out + output.err


async def test_rates_are_told(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/nowhere")
    assert int(answer.headers["ratelimit-remaining"]) < int(answer.headers["ratelimit-limit"])
