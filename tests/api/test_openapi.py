"""`/openapi.json` is what a contract fuzzer runs on: whole, valid, and true of what the endpoints answer."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from graph.app import rest_routes
from graph.rest.route import OpenOperation, Operation
from tests.api.test_doors import FILE
from tests.stage import CV

JOB = {"title": "Développeuse Python", "description": "Python, PostgreSQL", "skills": '["Python"]'}


async def described(client: httpx.AsyncClient) -> dict[str, Any]:
    document: dict[str, Any] = (await client.get("/openapi.json")).json()
    return document


def follow(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    return found


async def test_every_route_is_there_with_every_error_it_may_give(client: httpx.AsyncClient) -> None:
    document = await described(client)
    for route in rest_routes():
        assert isinstance(route, Operation)
        path = re.sub(r"{(\w+)(:\w+)?}", lambda name: "{" + re.sub(r"_(\w)", lambda at: at[1].upper(), name[1]) + "}", route.path)
        operation = document["paths"][path][route.method.lower()]
        wanted = {"429"} if isinstance(route, OpenOperation) else {"400", "401", "403", "429", "500", "503"}
        assert wanted <= operation["responses"].keys(), path
        assert all("X-Request-Id" in each["headers"] for each in operation["responses"].values())


async def test_references_lead_somewhere(client: httpx.AsyncClient) -> None:
    document = await described(client)
    names = set(re.findall(r"#/components/schemas/(\w+)", str(document)))
    assert names and names <= document["components"]["schemas"].keys()


@pytest.mark.parametrize(
    ("method", "path", "sent"),
    [
        ("post", "/api/v1/parser", {"files": FILE}),
        ("post", "/api/jobs/api-key", {"json": JOB}),
        ("post", "/api/job/parse/text/api-key", {"json": "Développeuse Python"}),
        ("get", "/api/jobs/api-key/my", {}),
        ("put", "/api/resume-settings/api-key/update-with-canvas", {"json": {"fontSize": 11}}),
        ("get", "/api/v1/status", {}),
        ("get", "/api/v1/usage", {}),
        ("post", "/api/v1/match", {"json": {"cv_text": CV.decode(), "job_listings": [{"job_id": "1", **JOB}]}}),
        ("post", "/api/v1/score", {"json": {"cv_text": CV.decode(), "job": JOB}}),
        ("post", "/api/v1/analyze", {"json": {"cv_text": CV.decode()}}),
        ("post", "/api/v1/coach", {"json": {"cv_text": CV.decode(), "job": JOB}}),
    ],
)
async def test_answers_hold_what_is_promised(client: httpx.AsyncClient, method: str, path: str, sent: dict[str, Any]) -> None:
    document = await described(client)
    answer = await client.request(method, path, **sent)
    response = document["paths"][path][method]["responses"][str(answer.status_code)]
    schema = follow(document, response["content"]["application/json"]["schema"])
    assert answer.status_code == 200 and set(schema["required"]) <= answer.json().keys() <= schema["properties"].keys()


async def test_whole_numbers_are_printed_whole(client: httpx.AsyncClient) -> None:
    """Clients in typed languages read 11 into an integer, and trip over 11.0."""
    answer = await client.put("/api/resume-settings/api-key/update-with-canvas", json={"fontSize": 11, "lineHeight": 1.35})
    assert '"fontSize":11,' in answer.text and '"lineHeight":1.35' in answer.text
