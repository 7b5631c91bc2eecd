"""A key may do what its scopes say, through both doors; new routes and queries join by themselves."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from graph.app import rest_routes
from graph.rest.route import OpenOperation, Operation
from graph.schema import build
from graph.schema.scopes import OPEN
from tests.api.test_errors import UNKNOWN
from tests.stage import visitor
from workers.services import api_key
from workers.services.caller import Caller, Scope

MATCHED = "/api/scores/"


async def door(caller: Caller, *scopes: Scope) -> httpx.AsyncClient:
    _, secret = await api_key.create(caller.account, "narrow", scopes=scopes)
    return visitor(secret)


def read_routes() -> list[Operation]:
    found = [route for route in rest_routes() if isinstance(route, Operation) and not isinstance(route, OpenOperation)]
    return [route for route in found if route.method == "GET" and route.path != "/api/v1/status"]


async def test_reading_by_rest(caller: Caller) -> None:
    async with (
        await door(caller, Scope.READ) as reader,
        await door(caller, Scope.RENDER) as printer,
        await door(caller, Scope.MATCH) as matcher,
    ):
        for route in read_routes():
            path = route.path
            for name in route.param_convertors:
                path = path.replace(f"{{{name}}}", UNKNOWN).replace(f"{{{name}:path}}", "x")
            refused = await printer.get(path)
            assert refused.status_code == 403 and "scope" in refused.text, path
            allowed = matcher if path.startswith(MATCHED) else reader
            assert (await allowed.get(path)).status_code in (200, 404), path
        assert (await printer.get("/api/v1/status")).status_code == 200


def roots(kind: Any) -> list[str]:
    return [name for name in kind.fields if name not in OPEN]


async def graphql(client: httpx.AsyncClient, query: str) -> dict[str, Any]:
    body: dict[str, Any] = (await client.post("/graphql", json={"query": query})).json()
    return body


async def test_reading_by_graphql(caller: Caller) -> None:
    schema = build()._schema
    assert schema.query_type
    async with await door(caller, Scope.PARSE) as parser, await door(caller, Scope.READ) as reader:
        for name in roots(schema.query_type):
            field = schema.query_type.fields[name]
            given = f'(id: "{UNKNOWN}")' if "id" in field.args else f'(ids: ["{UNKNOWN}"])' if "ids" in field.args else ""
            query = f"{{ {name}{given} {{ __typename }} }}"
            told = await graphql(parser, query)
            assert told["data"] is None and told["errors"][0]["extensions"]["code"] == "SCOPE_REQUIRED", query
            assert "errors" not in await graphql(reader, query), query
        hidden = await graphql(parser, "query { ...all } fragment all on Query { resumes { totalCount } }")
        assert hidden["errors"][0]["extensions"]["code"] == "SCOPE_REQUIRED"
        assert (await graphql(parser, "{ viewer { tier } }"))["data"]["viewer"]["tier"] == "PREMIUM"


@pytest.mark.parametrize(
    ("method", "path", "sent"),
    [
        ("POST", "/api/v1/parser", {"files": {"file": ("cv.txt", b"x")}}),
        ("PUT", f"/api/v1/parser/{UNKNOWN}", {"json": {}}),
        ("DELETE", f"/api/v1/parser/{UNKNOWN}", {}),
        ("POST", "/api/jobs/api-key", {"json": {"title": "x"}}),
        ("POST", "/api/jobs/queue", {"json": ["x"]}),
        ("PUT", "/api/resume-settings/api-key/update-with-canvas", {"json": {"fontSize": 11}}),
        ("POST", f"/api/resume-settings/api-key/resumes/{UNKNOWN}/generate-pdf", {}),
        ("POST", "/api/webhook", {"json": {"url": "https://hooks.example.com"}}),
    ],
)
async def test_a_reader_does_nothing(caller: Caller, method: str, path: str, sent: dict[str, Any]) -> None:
    async with await door(caller, Scope.READ) as reader:
        answer = await reader.request(method, path, **sent)
        assert answer.status_code == 403 and answer.json()["code"] == "SCOPE_REQUIRED", answer.text
