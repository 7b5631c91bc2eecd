"""Rows 7 to 12 of the contract and the same jobs through GraphQL."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.api.test_doors import ask
from tests.api.test_errors import UNKNOWN, check

AD = """Développeur Python (H/F) - Lyon - CDI

L'entreprise
Atelier Fictif développe des logiciels de réservation.

Profil recherché
Vous justifiez de 3 ans d'expérience minimum en Python et PostgreSQL. Formation Bac+5.
Anglais courant exigé. Docker serait un plus.
"""
JOB = {
    "title": "Senior Java Developer",
    "reference": "JOB-2026-001",
    "description": "We are looking for a Senior Java Developer...",
    "profile": "Experienced backend engineer",
    "experience": "5+ years",
    "education": "Bachelor's degree",
    "skills": '["Java","Spring Boot","Docker"]',
    "company": "TechCorp",
    "country": "FR",
    "city": "Paris",
    "status": "ACTIVE",
}
FIELDS = {"id", "title", "description", "profile", "experience", "education", "skills", "company", "country", "city", "reference", "status"}
MY = "/api/jobs/api-key/my"


async def made(client: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    answer = await client.post("/api/jobs/api-key", json={"title": "Serveur"} | fields)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_a_file_becomes_a_job(client: httpx.AsyncClient) -> None:
    body = (await client.post("/api/job/parse/api-key", files={"file": ("ad.txt", AD.encode())})).json()
    assert set(body) >= FIELDS and body["source"] == "file" and body["status"] == "ACTIVE"
    assert {"Python", "PostgreSQL"} <= set(json.loads(body["skills"])) and body["city"] == "Lyon"
    assert (await client.get(f"{MY}/{body['id']}")).json() == body


@pytest.mark.parametrize(
    "sent",
    [json.dumps(AD), AD, json.dumps({"description": AD}), json.dumps({"job_description": AD}), json.dumps({"text": AD, "description": ""})],
    ids=["string", "raw", "description", "job_description", "text"],
)
async def test_text_in_every_form(client: httpx.AsyncClient, sent: str) -> None:
    answer = await client.post("/api/job/parse/text/api-key", content=sent.encode(), headers={"Content-Type": "application/json"})
    body = answer.json()
    assert list(body) == ["jobTitle", "jobDescription", "profileRecherche", "experienceRequired", "educationLevel", "skills"]
    assert "Python" in body["skills"] and body["educationLevel"] == "Bac+5" and "3 ans" in body["experienceRequired"]
    assert (await client.get(MY)).json()["totalElements"] == 0


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 400, "INVALID_REQUEST"),
        (b'""', 400, "INVALID_REQUEST"),
        (b"{}", 400, "INVALID_REQUEST"),
        (b"42", 400, "INVALID_REQUEST"),
        (b"null", 400, "INVALID_REQUEST"),
        (b'{"description": ', 400, "INVALID_REQUEST"),
        (b"caf\xe9 \xff", 400, "INVALID_REQUEST"),
        (b"a " * 500_000, 413, "PAYLOAD_TOO_LARGE"),
    ],
)
async def test_text_that_is_none(client: httpx.AsyncClient, content: bytes, status: int, code: str) -> None:
    check(await client.post("/api/job/parse/text/api-key", content=content), status, code)


async def test_created_as_documented(client: httpx.AsyncClient) -> None:
    body = await made(client, **JOB)
    assert {name: body[name] for name in JOB} == JOB | {"skills": '["Java","Spring Boot","Docker"]'}
    assert body["source"] == "api_key"
    as_array = await made(client, **JOB | {"reference": "2", "skills": ["Java", "Spring Boot", "Docker"]})
    assert as_array["skills"] == body["skills"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"title": 7}, "title"),
        ({"title": "a" * 301}, "title"),
        ({"skills": "Java, Docker"}, "skills"),
        ({"skills": '{"a": 1}'}, "skills"),
        ({"skills": [1]}, "skills"),
        ({"status": "OPEN"}, "status"),
    ],
)
async def test_wrong_fields_are_named(client: httpx.AsyncClient, fields: dict[str, Any], field: str) -> None:
    body = check(await client.post("/api/jobs/api-key", json=JOB | fields), 400, "INVALID_REQUEST")
    assert field in body["message"]
    job = await made(client, reference="kept")
    check(await client.put(f"{MY}/{job['id']}", json=fields), 400, "INVALID_REQUEST")
    assert (await client.get(f"{MY}/{job['id']}")).json() == job


async def test_a_reference_is_unique(client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    first = await made(client, **JOB)
    check(await client.post("/api/jobs/api-key", json=JOB | {"title": "Other"}), 400, "INVALID_REQUEST")
    assert (await client.get(f"{MY}/{first['id']}")).json() == first
    assert (await made(intruder, **JOB))["reference"] == JOB["reference"]


async def test_a_page_of_jobs(client: httpx.AsyncClient) -> None:
    for number in range(12):
        await made(client, title=f"Développeur {number}", reference=f"REF-{number}", status="ACTIVE" if number % 2 else "DRAFT")
    page = (await client.get(MY)).json()
    assert {name: page[name] for name in ("totalElements", "totalPages", "number", "size")} == {
        "totalElements": 12,
        "totalPages": 2,
        "number": 0,
        "size": 10,
    }
    second = (await client.get(MY, params={"page": 1})).json()
    titles = [row["title"] for row in page["content"] + second["content"]]
    assert titles == [f"Développeur {number}" for number in reversed(range(12))]
    assert (await client.get(MY, params={"page": 9})).json()["content"] == []


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"status": "ACTIVE"}, 1),
        ({"status": "CLOSED"}, 0),
        ({"source": "api_key"}, 2),
        ({"source": "manual"}, 0),
        ({"reference": "f-1"}, 1),
        ({"title": "DEVELOPPEUR"}, 1),
        ({"title": "100%"}, 0),
        ({"postedFrom": "2020-01-01T00:00:00Z"}, 2),
        ({"postedFrom": "2020-01-01T00:00:00"}, 2),
        ({"postedTo": "2020-01-01T00:00:00+01:00"}, 0),
    ],
)
async def test_filters(client: httpx.AsyncClient, asked: dict[str, str], count: int) -> None:
    await made(client, title="Développeur", reference="REF-1")
    await made(client, title="Serveuse", status="DRAFT")
    assert (await client.get(MY, params=asked)).json()["totalElements"] == count


@pytest.mark.parametrize(
    "asked", [{"status": "OPEN"}, {"page": "-1"}, {"size": "0"}, {"size": "201"}, {"page": "x"}, {"postedFrom": "yesterday"}]
)
async def test_malformed_filters(client: httpx.AsyncClient, asked: dict[str, str]) -> None:
    body = check(await client.get(MY, params=asked), 400, "INVALID_REQUEST")
    assert next(iter(asked)) in body["message"]


async def test_only_what_is_sent_changes(client: httpx.AsyncClient) -> None:
    job = await made(client, **JOB)
    changed = (await client.put(f"{MY}/{job['id']}", json={"title": "Lead Java Developer", "city": "Lyon"})).json()
    different = {name for name in job if job[name] != changed[name]} - {"updatedAt"}
    assert different == {"title", "city"}


async def test_whose_job(client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    job = await made(client, **JOB)
    for method, body in (("GET", None), ("PUT", {"title": "Mine"})):
        check(await intruder.request(method, f"{MY}/{job['id']}", json=body), 403, "FORBIDDEN")
        check(await client.request(method, f"{MY}/{UNKNOWN}", json=body), 404, "NOT_FOUND")
        check(await client.request(method, f"{MY}/17", json=body), 400, "INVALID_REQUEST")
    assert (await ask(intruder, "query($id: ID!) { job(id: $id) { id } }", id=job["id"]))["job"] is None


ALL = "id title reference description profile experience education skills company country city status"


async def test_both_doors_know_the_same_job(client: httpx.AsyncClient) -> None:
    query = f"mutation($input: JobInput!) {{ jobCreate(input: $input) {{ job {{ {ALL} source ad {{ mustHave {{ name }} }} }} }} }}"
    created = await ask(client, query, input=JOB | {"skills": ["Java"], "status": "DRAFT"})
    job = created["jobCreate"]["job"]
    rest = (await client.get(f"{MY}/{job['id']}")).json()
    assert {**job, "skills": '["Java"]', "source": "manual"} | {"ad": None} == {name: rest[name] for name in ALL.split()} | {
        "source": "manual",
        "ad": None,
    }
    assert "Java" in [need["name"] for need in job["ad"]["mustHave"]] and job["source"] == "MANUAL"
    change = "mutation($id: ID!) { jobUpdate(id: $id, input: {city: null, status: ACTIVE}) { job { city status title } } }"
    assert (await ask(client, change, id=job["id"]))["jobUpdate"]["job"] == {"city": None, "status": "ACTIVE", "title": JOB["title"]}
    closed = await ask(client, "mutation($id: ID!) { jobClose(id: $id) { job { status } } }", id=job["id"])
    assert closed["jobClose"]["job"]["status"] == "CLOSED"
    await ask(client, "mutation($id: ID!) { jobDelete(id: $id) { deletedJobId userErrors { message } } }", id=job["id"])
    check(await client.get(f"{MY}/{job['id']}"), 404, "NOT_FOUND")


async def test_jobs_by_what_they_ask_for(client: httpx.AsyncClient) -> None:
    await made(client, title="Développeur", skills=["Python", "Comptabilité"], city="Saint-Étienne", contract="CDI")
    await made(client, title="Serveur", city="Nantes")
    query = "query($filter: JobFilter!) { jobs(filter: $filter) { totalCount nodes { title } } }"
    for asked in ({"skills": ["python", "accounting"]}, {"city": "saint etienne"}, {"contract": "cdi"}, {"title": "developpeur"}):
        assert [row["title"] for row in (await ask(client, query, filter=asked))["jobs"]["nodes"]] == ["Développeur"], asked
    assert (await ask(client, query, filter={"skills": ["python", "java"]}))["jobs"]["totalCount"] == 0


async def test_an_ad_may_only_be_read(client: httpx.AsyncClient) -> None:
    query = (
        "mutation($text: String!, $keep: Boolean!) { jobParse(input: {text: $text, keep: $keep}) { job { id source } userErrors { code }"
        " ad { title minimumYears educationLevel languages { code } niceToHave { name } evidence { path text } } } }"
    )
    read = (await ask(client, query, text=AD, keep=False))["jobParse"]
    assert read["job"] is None and read["ad"]["minimumYears"] == 3 and read["ad"]["languages"] == [{"code": "en"}]
    assert [need["name"] for need in read["ad"]["niceToHave"]] == ["Docker"]
    assert (await ask(client, query, text=AD, keep=True))["jobParse"]["job"]["source"] == "FILE"
    assert (await ask(client, query, text=" ", keep=True))["jobParse"]["userErrors"] == [{"code": "INVALID_REQUEST"}]
