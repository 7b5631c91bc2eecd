"""Rows 13 to 15 and the ranked lists of GraphQL: both doors agree, pages agree, what changes is scored again."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.test_doors import ask
from tests.api.test_errors import UNKNOWN, check
from tests.api.test_jobs import made
from tests.stage import CV

FITTING = {
    "title": "Développeur Python (H/F)",
    "description": "Profil recherché : 3 ans d'expérience en Python et PostgreSQL. Bac+5. Anglais courant.",
    "skills": ["Python", "PostgreSQL"],
    "city": "Lyon",
    "country": "FR",
    "reference": "PY-1",
}
OTHER = {"title": "Chef de partie", "description": "CAP cuisine exigé, 2 ans d'expérience en restaurant, HACCP.", "reference": "CH/2"}


async def parsed(client: httpx.AsyncClient, text: bytes = CV) -> str:
    answer = await client.post("/api/v1/parser", files={"file": ("cv.txt", text, "text/plain")})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["resumeId"])


async def test_jobs_for_a_resume(client: httpx.AsyncClient) -> None:
    resume = await parsed(client)
    other, fitting = await made(client, **OTHER), await made(client, **FITTING)
    await made(client, **FITTING | {"reference": "PY-2", "status": "DRAFT"})
    found = (await client.get(f"/api/scores/jobs-for-resume/{resume}")).json()
    assert [each["jobId"] for each in found] == [fitting["id"], other["id"]]
    assert all(set(each) == {"jobId", "totalScore"} and 0 <= each["totalScore"] <= 100 for each in found)
    assert found[0]["totalScore"] > 60 > 30 > found[1]["totalScore"] and round(found[0]["totalScore"], 2) == found[0]["totalScore"]
    assert (await client.get(f"/api/scores/jobs-for-resume/{resume}", params={"limit": 1})).json() == found[:1]


async def test_resumes_for_a_job_by_its_reference(client: httpx.AsyncClient) -> None:
    good = await parsed(client)
    weak = await parsed(
        client, CV.replace(b"Python", b"Cuisine").replace(b"PostgreSQL", b"HACCP").replace(b"camille.exemple", b"lou.fictif")
    )
    job = await made(client, **FITTING)
    found = (await client.get("/api/scores/resumes-for-job/PY-1")).json()
    assert [each["resumeId"] for each in found] == [good, weak]
    by_resume = (await client.get(f"/api/scores/jobs-for-resume/{good}")).json()
    assert by_resume == [{"jobId": job["id"], "totalScore": found[0]["totalScore"]}]
    await made(client, **OTHER)
    assert len((await client.get("/api/scores/resumes-for-job/CH/2")).json()) == 2
    assert len((await client.get("/api/scores/resumes-for-job/CH%2F2")).json()) == 2


async def test_a_job_that_is_kept_nowhere(client: httpx.AsyncClient) -> None:
    resume, job = await parsed(client), FITTING | {"reference": "none"}
    answer = (await client.post(f"/api/scores/match-job-resume/{resume}", json=job)).json()
    assert set(answer) == {"resumeId", "totalScore", "details"} and answer["totalScore"] > 60
    assert any("Python" in text for text in answer["details"]["strengths"])
    dto = (await client.post("/api/job/parse/text/api-key", json={"text": f"{job['title']}\n{job['description']}"})).json()
    by_dto = (await client.post(f"/api/scores/match-job-resume/{resume}", json=dto)).json()
    assert abs(by_dto["totalScore"] - answer["totalScore"]) < 25
    assert (await client.get("/api/jobs/api-key/my")).json()["totalElements"] == 0
    english = await client.post(f"/api/scores/match-job-resume/{resume}", json=job, headers={"Accept-Language": "en-GB,en"})
    assert english.json()["totalScore"] == answer["totalScore"]
    assert english.json()["details"]["strengths"] != answer["details"]["strengths"]


async def test_a_title_alone_is_little_to_compare(client: httpx.AsyncClient) -> None:
    resume = await parsed(client)
    answer = (await client.post(f"/api/scores/match-job-resume/{resume}", json={"title": "Serveur"})).json()
    assert answer["details"]["confidence"] < 0.5 and "LITTLE_TO_COMPARE" in answer["details"]["flags"]


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", f"/api/scores/jobs-for-resume/{UNKNOWN}", 404, "NOT_FOUND"),
        ("GET", "/api/scores/jobs-for-resume/17", 400, "INVALID_REQUEST"),
        ("GET", "/api/scores/resumes-for-job/none", 404, "NOT_FOUND"),
        ("GET", "/api/scores/resumes-for-job/none?limit=0", 400, "INVALID_REQUEST"),
        ("POST", f"/api/scores/match-job-resume/{UNKNOWN}", 404, "NOT_FOUND"),
    ],
)
async def test_errors(client: httpx.AsyncClient, method: str, path: str, status: int, code: str) -> None:
    check(await client.request(method, path, json=FITTING if method == "POST" else None), status, code)


@pytest.mark.parametrize("body", [[], "text", {}, {"title": ""}, {"title": "x", "skills": "Java"}])
async def test_a_wrong_job_is_refused(client: httpx.AsyncClient, body: Any) -> None:
    check(await client.post(f"/api/scores/match-job-resume/{await parsed(client)}", json=body), 400, "INVALID_REQUEST")


SCORE = (
    "value engineVersion confidence cap flags recommendation strengths { text where } gaps { text } wouldChange { text gain }"
    " parts { kind value weight reason evidence { asked shown where months } }"
)


async def test_the_score_stands_on_the_edge(client: httpx.AsyncClient) -> None:
    resume, job = await parsed(client), await made(client, **FITTING)
    query = f"query($id: ID!) {{ job(id: $id) {{ matches {{ totalCount edges {{ rank node {{ id }} score {{ {SCORE} }} }} }} }} }}"
    matches = (await ask(client, query, id=job["id"]))["job"]["matches"]
    (edge,) = matches["edges"]
    assert (edge["rank"], edge["node"]["id"], matches["totalCount"]) == (1, resume, 1)
    rest = (await client.get("/api/scores/resumes-for-job/PY-1")).json()
    assert edge["score"]["value"] == rest[0]["totalScore"]
    parts = {part["kind"]: part for part in edge["score"]["parts"]}
    assert abs(sum(part["weight"] for part in parts.values()) - 1) < 0.01
    python = next(fact for fact in parts["MUST_HAVE"]["evidence"] if fact["asked"] == "Python")
    assert python["where"].startswith("experiences[0]") and python["months"] > 36
    back = f"query($id: ID!) {{ resume(id: $id) {{ matches {{ edges {{ node {{ id }} score {{ {SCORE} }} }} }} }} }}"
    (reverse,) = (await ask(client, back, id=resume))["resume"]["matches"]["edges"]
    assert (reverse["node"]["id"], reverse["score"]) == (job["id"], edge["score"])
    direct = "query($j: ID!, $r: ID!) { score(jobId: $j, resumeId: $r) { value job { title } resume { id } } }"
    assert (await ask(client, direct, j=job["id"], r=resume))["score"] == {
        "value": edge["score"]["value"],
        "job": {"title": job["title"]},
        "resume": {"id": resume},
    }
    assert (await ask(client, direct, j=job["id"], r=UNKNOWN))["score"] is None


async def test_pages_agree(client: httpx.AsyncClient) -> None:
    job = await made(client, **FITTING)
    skills = ["Docker", "Kafka", "Excel", "HTML", "Java", "Scala", "Terraform"]
    for number, skill in enumerate(skills):
        text = CV.replace(b"Docker", skill.encode()).replace(b"camille.exemple", b"p%d" % number).replace(b"C1", b"A%d" % (1 + number % 2))
        await parsed(client, text.replace(b"2020", b"20%02d" % (14 + number)))
    query = (
        "query($id: ID!, $first: Int!, $after: String) { job(id: $id) { matches(first: $first, after: $after)"
        " { pageInfo { endCursor hasNextPage } edges { rank node { id } score { value } } } } }"
    )
    whole = (await ask(client, query, id=job["id"], first=100))["job"]["matches"]["edges"]
    values = [edge["score"]["value"] for edge in whole]
    assert len(whole) == 7 and values == sorted(values, reverse=True) and [edge["rank"] for edge in whole] == [1, 2, 3, 4, 5, 6, 7]
    seen, after = list[Any](), None
    while True:
        page = (await ask(client, query, id=job["id"], first=3, after=after))["job"]["matches"]
        seen += page["edges"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == whole


async def test_what_changes_is_scored_again(client: httpx.AsyncClient) -> None:
    resume, job = await parsed(client), await made(client, **FITTING)

    async def score() -> float:
        return float((await client.get("/api/scores/resumes-for-job/PY-1")).json()[0]["totalScore"])

    first = await score()
    await client.put(f"/api/jobs/api-key/my/{job['id']}", json={"skills": ["Python", "Kubernetes", "Kafka", "Scala"]})
    after_job = await score()
    assert after_job < first
    tree = (await client.get(f"/api/v1/parser/{resume}")).json()
    await client.put(f"/api/v1/parser/{resume}", json={"skills": [*tree["skills"], {"name": "Kafka"}, {"name": "Kubernetes"}]})
    assert await score() > after_job
    await client.delete(f"/api/v1/parser/{resume}")
    assert (await client.get("/api/scores/resumes-for-job/PY-1")).json() == []


async def test_weights_of_the_call_and_of_the_account(client: httpx.AsyncClient) -> None:
    await parsed(client)
    job = await made(client, **FITTING | {"skills": ["Python", "Kafka", "Scala", "Airflow"]})
    query = (
        "query($id: ID!, $w: WeightsInput) { job(id: $id) { matches(weights: $w) { edges { score { value parts { kind weight } } } } } }"
    )

    async def value(weights: dict[str, float] | None = None) -> float:
        (edge,) = (await ask(client, query, id=job["id"], w=weights))["job"]["matches"]["edges"]
        return float(edge["score"]["value"])

    usual = await value()
    assert await value({"mustHave": 500}) < usual
    change = "mutation($w: WeightsInput!) { matchWeightsUpdate(input: $w) { weights { kind weight } userErrors { message field } } }"
    kept = (await ask(client, change, w={"mustHave": 500}))["matchWeightsUpdate"]
    assert abs(sum(each["weight"] for each in kept["weights"]) - 1) < 1e-6
    assert await value() == await value({"mustHave": 500}) < usual
    assert (await client.get("/api/scores/resumes-for-job/PY-1")).json()[0]["totalScore"] < usual
    wrong = (await ask(client, change, w={"mustHave": -1}))["matchWeightsUpdate"]
    assert wrong["userErrors"]


@pytest.mark.parametrize(
    ("filter", "count"),
    [
        ({"skills": ["python"]}, 1),
        ({"skills": ["python", "java"]}, 0),
        ({"languages": ["en", "fr"]}, 1),
        ({"languages": ["de"]}, 0),
        ({"near": {"city": "Lyon", "radius": 20}}, 1),
        ({"near": {"city": "Brest", "radius": 100}}, 0),
        ({"country": "FR"}, 1),
        ({"country": "DE"}, 0),
        ({"minimumYears": 2}, 1),
        ({"minimumYears": 30}, 0),
        ({"maximumYears": 2}, 0),
        ({"minimumStudy": 7}, 1),
        ({"minimumStudy": 8}, 0),
        ({"availableWithinDays": 30}, 0),
    ],
)
async def test_filters_cut_before_scoring(client: httpx.AsyncClient, filter: dict[str, Any], count: int) -> None:
    await parsed(client)
    job = await made(client, **FITTING)
    query = "query($id: ID!, $f: ResumeMatchFilter!) { job(id: $id) { matches(filter: $f) { totalCount } } }"
    assert (await ask(client, query, id=job["id"], f=filter))["job"]["matches"]["totalCount"] == count


async def test_jobs_are_filtered_too(client: httpx.AsyncClient) -> None:
    resume = await parsed(client)
    await made(client, **FITTING)
    await made(client, **OTHER)
    query = "query($id: ID!, $f: JobMatchFilter!) { resume(id: $id) { matches(filter: $f) { nodes { title } } } }"
    for asked in ({"skills": ["Python"]}, {"near": {"city": "Villeurbanne"}}, {"country": "fr"}):
        assert [row["title"] for row in (await ask(client, query, id=resume, f=asked))["resume"]["matches"]["nodes"]] == [FITTING["title"]]


@pytest.mark.parametrize(
    "filter", [{"country": "FR' OR 1=1"}, {"near": {"city": "Nowhereville-upon-Nothing"}}, {"near": {"city": "Lyon", "radius": 0}}]
)
async def test_wrong_filters_are_told(client: httpx.AsyncClient, filter: dict[str, Any]) -> None:
    job = await made(client, **FITTING)
    query = "query($id: ID!, $f: ResumeMatchFilter!) { job(id: $id) { matches(filter: $f) { totalCount } } }"
    body = (await client.post("/graphql", json={"query": query, "variables": {"id": job["id"], "f": filter}})).json()
    assert body["errors"][0]["extensions"]["code"] == "INVALID_REQUEST"


async def test_nobody_sees_others(client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    resume = await parsed(client)
    await made(client, **FITTING)
    await made(intruder, **FITTING)
    assert (await intruder.get("/api/scores/resumes-for-job/PY-1")).json() == []
    check(await intruder.get(f"/api/scores/jobs-for-resume/{resume}"), 404, "NOT_FOUND")
