"""Bad ads through both doors: each a clear error in the shape of its contract, and nothing half-written stays."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.api.test_doors import ask
from tests.api.test_errors import check
from tests.api.test_jobs import MY, made
from tests.api.test_scores import parsed

PARSE = "mutation($text: String!) { jobParse(input: {text: $text, keep: true}) { job { id } userErrors { code message field } } }"
CREATE = "mutation($input: JobInput!) { jobCreate(input: $input) { job { id } userErrors { code message field } } }"
MEGABYTE = "Développeur Python " * 60_000


async def jobs(client: httpx.AsyncClient) -> int:
    return int((await client.get(MY)).json()["totalElements"])


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [("", 400, "INVALID_REQUEST"), (" \n\t ", 400, "INVALID_REQUEST"), (MEGABYTE, 413, "PAYLOAD_TOO_LARGE")],
    ids=["empty", "blank", "megabyte"],
)
async def test_a_text_that_is_no_ad(client: httpx.AsyncClient, text: str, status: int, code: str) -> None:
    answer = await client.post("/api/job/parse/text/api-key", content=json.dumps(text).encode())
    assert answer.status_code == status and answer.json()["message"]
    (error,) = (await ask(client, PARSE, text=text))["jobParse"]["userErrors"]
    assert error["code"] == code and error["message"]
    assert await jobs(client) == 0


async def test_an_ad_that_is_not_utf_8(client: httpx.AsyncClient) -> None:
    """Text fields of JSON are UTF-8; a file says itself how it is written."""
    content = "Développeur Python exigé".encode("cp1252")
    check(await client.post("/api/job/parse/text/api-key", content=content), 400, "INVALID_REQUEST")
    kept = (await client.post("/api/job/parse/api-key", files={"file": ("ad.txt", content)})).json()
    assert kept["title"] == "Développeur Python exigé"


@pytest.mark.parametrize("skills", ["Java, Docker", "[", '{"a": 1}', "7"])
async def test_skills_that_are_no_list(client: httpx.AsyncClient, skills: str) -> None:
    body = check(await client.post("/api/jobs/api-key", json={"title": "x", "skills": skills}), 400, "INVALID_REQUEST")
    assert "skills" in body["message"] and await jobs(client) == 0


async def test_a_second_job_of_one_reference(client: httpx.AsyncClient) -> None:
    await made(client, reference="ONE")
    check(await client.post("/api/jobs/api-key", json={"title": "Other", "reference": "ONE"}), 400, "INVALID_REQUEST")
    answer = (await ask(client, CREATE, input={"title": "Other", "reference": "ONE"}))["jobCreate"]
    assert answer["job"] is None and [error["field"] for error in answer["userErrors"]] == [["reference"]]
    assert await jobs(client) == 1


async def test_an_unknown_reference(client: httpx.AsyncClient) -> None:
    check(await client.get("/api/scores/resumes-for-job/NOBODY"), 404, "NOT_FOUND")
    check(await client.post("/api/jobs/queue", json=["NOBODY"]), 400, "INVALID_REQUEST")


async def test_a_job_with_nothing_but_a_title_says_so_at_every_door(client: httpx.AsyncClient) -> None:
    resume = await parsed(client)
    job = await made(client, title="Développeur Python")
    rest = (await client.post(f"/api/scores/match-job-resume/{resume}", json={"title": "Développeur Python"})).json()
    assert rest["totalScore"] > 0 and rest["details"]["confidence"] < 0.5 and "LITTLE_TO_COMPARE" in rest["details"]["flags"]
    query = "query($id: ID!) { job(id: $id) { matches(first: 1) { edges { score { value confidence flags gaps { text brief } } } } } }"
    (edge,) = (await ask(client, query, id=job["id"]))["job"]["matches"]["edges"]
    assert edge["score"]["confidence"] < 0.5 and "LITTLE_TO_COMPARE" in edge["score"]["flags"]
    assert any("certain" in gap["text"] for gap in edge["score"]["gaps"])
    listing: dict[str, Any] = {"job_id": "1", "title": "Développeur Python"}
    sent = {"cv_text": "Alice Martin, 5 ans Python", "job_listings": [listing], "options": {"explain": True}}
    (match,) = (await client.post("/api/v1/match", json=sent)).json()["matches"]
    assert match["score"] > 0 and any("certain" in gap for gap in match["gaps"])
