"""JobZen /match and /score to the letter of their guide; nothing is kept of what goes through them."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import httpx
import pytest
from tortoise.connection import get_connection

from graph.sandbox import samples
from tests.api.test_scores import parsed
from tests.stage import CV, NAME
from workers.services.caller import Caller

GUIDE = {
    "cv_text": "Alice Martin, 5 ans Python, FastAPI, PostgreSQL...",
    "job_listings": [
        {"job_id": "job_002", "title": "Data Engineer", "description": "Python, Spark, Airflow..."},
        {"job_id": "job_001", "title": "Backend Engineer", "description": "Python, FastAPI, PostgreSQL requis..."},
    ],
    "options": {"explain": True},
}
PROFILE = {
    "profile_json": {"skills": ["Python", "FastAPI"], "positions": ["Backend Engineer"]},
    "job": {
        "title": "Lead Backend Engineer",
        "description": "Python 5y+, Kubernetes, architecture microservices...",
        "requirements": "Python expert, Kubernetes, CI/CD",
    },
    "options": {"structured": True},
}


def check(answer: httpx.Response, status: int, code: str, field: str | None = None) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert answer.status_code == status and set(body) == {"error"}, body
    error: dict[str, Any] = body["error"]
    assert set(error) >= {"code", "message", "request_id"} and error["code"] == code, error
    assert field is None or error["details"]["field"] == field, error
    return error


async def test_match_as_in_the_guide(client: httpx.AsyncClient) -> None:
    body = (await client.post("/api/v1/match", json=GUIDE)).json()
    assert set(body) == {"cv_input_used", "matches", "usage"} and body["cv_input_used"] == "cv_text"
    assert [match["job_id"] for match in body["matches"]] == ["job_001", "job_002"]
    for match in body["matches"]:
        assert set(match) == {"job_id", "title", "score", "strengths", "gaps"}
        assert isinstance(match["score"], int) and 0 <= match["score"] <= 100
    first, second = body["matches"]
    assert any("Python" in text for text in first["strengths"])
    assert {"Spark", "Airflow"} <= {word for text in second["gaps"] for word in text.replace(",", " ").split()}
    assert set(body["usage"]) == {"tokens", "latency_ms"} and body["usage"]["tokens"] > 0


async def test_explain_is_a_choice(client: httpx.AsyncClient) -> None:
    body = (await client.post("/api/v1/match", json=GUIDE | {"options": {}})).json()
    assert [set(match) for match in body["matches"]] == [{"job_id", "title", "score"}] * 2


async def test_score_as_in_the_guide(client: httpx.AsyncClient) -> None:
    body = (await client.post("/api/v1/score", json=PROFILE)).json()
    assert set(body) == {"score", "strengths", "gaps", "recommendation", "cv_input_used", "usage"}
    assert body["cv_input_used"] == "profile_json" and isinstance(body["score"], int)
    assert any("Kubernetes" in text for text in body["gaps"]) and any("Python" in text for text in body["strengths"])
    assert body["recommendation"] in ("match_with_gaps", "partial_match", "weak_match")


async def test_language_of_the_job_or_of_the_options(client: httpx.AsyncClient) -> None:
    french = {"title": "Développeur", "description": "Nous recherchons une personne qui maîtrise Python et Kubernetes pour notre équipe."}
    own = (await client.post("/api/v1/score", json=PROFILE | {"job": french})).json()
    english = (await client.post("/api/v1/score", json=PROFILE | {"job": french, "options": {"language": "en"}})).json()
    assert own["score"] == english["score"] and own["gaps"] != english["gaps"]


async def test_sources_agree(client: httpx.AsyncClient) -> None:
    sample: Path = next(path for path in samples() if path.suffix == ".pdf")
    job = {"title": "Infirmier", "description": "Diplôme d'État d'infirmier exigé. Nursing, registered nurse."}
    pdf = base64.b64encode(sample.read_bytes()).decode()
    body = (await client.post("/api/v1/score", json={"cv_pdf_base64": pdf, "job": job})).json()
    assert body["cv_input_used"] == "cv_pdf_base64" and body["usage"]["tokens"] > 50
    tree = (await client.post("/api/v1/parser", files={"file": (sample.name, sample.read_bytes())})).json()
    by_tree = (await client.post("/api/v1/score", json={"profile_json": tree, "job": job})).json()
    assert abs(by_tree["score"] - body["score"]) <= 5


@pytest.mark.parametrize(
    ("change", "status", "code", "field"),
    [
        ({"cv_text": None}, 400, "invalid_request", "cv_text"),
        ({"profile_json": {"skills": ["Python"]}}, 400, "invalid_request", "profile_json"),
        ({"cv_text": "  "}, 400, "invalid_request", "cv_text"),
        ({"cv_text": 7}, 400, "invalid_request", "cv_text"),
        ({"cv_text": None, "candidate_ref": "nobody"}, 404, "candidate_not_found", None),
        ({"cv_text": None, "cv_pdf_base64": "§§"}, 400, "invalid_request", "cv_pdf_base64"),
        ({"cv_text": None, "cv_pdf_base64": base64.b64encode(b"no pdf").decode()}, 200, "", None),
        ({"cv_text": None, "cv_pdf_base64": base64.b64encode(b"%PDF-1.4 broken").decode()}, 422, "unreadable_cv", "cv_pdf_base64"),
        ({"cv_text": None, "cv_url": "http://example.org/cv.pdf"}, 400, "invalid_request", "cv_url"),
        ({"cv_text": None, "cv_url": "https://127.0.0.1/cv.pdf"}, 400, "invalid_request", "cv_url"),
        ({"cv_text": None, "cv_url": "https://[::ffff:10.0.0.1]/cv.pdf"}, 400, "invalid_request", "cv_url"),
        ({"cv_text": None, "profile_json": []}, 400, "invalid_request", "profile_json"),
        ({"cv_text": None, "profile_json": {}}, 400, "invalid_request", "profile_json"),
        ({"job_listings": []}, 400, "invalid_request", "job_listings"),
        ({"job_listings": None}, 400, "invalid_request", "job_listings"),
        ({"job_listings": ["a"]}, 400, "invalid_request", "job_listings.0"),
        ({"job_listings": [{"title": "x"}]}, 400, "invalid_request", "job_listings.0.job_id"),
        ({"job_listings": [{"job_id": "1"}]}, 400, "invalid_request", "job_listings.0.title"),
        ({"job_listings": [{"job_id": "1", "title": 3}]}, 400, "invalid_request", "job_listings.0.title"),
        ({"job_listings": [{"job_id": "1", "title": "x"}] * 2}, 400, "invalid_request", "job_listings.1.job_id"),
        ({"job_listings": [{"job_id": str(number), "title": "x"} for number in range(1001)]}, 400, "invalid_request", "job_listings"),
        ({"job_listings": [{"job_id": "1", "description": "a" * 1_000_000}]}, 413, "payload_too_large", "job_listings.0"),
        ({"options": []}, 400, "invalid_request", "options"),
        ({"options": {"explain": "yes"}}, 400, "invalid_request", "options.explain"),
        ({"options": {"language": "tlh"}}, 400, "invalid_request", "options.language"),
        ({"options": {"language": "de"}}, 400, "invalid_request", "options.language"),
    ],
)
async def test_bad_input(client: httpx.AsyncClient, change: dict[str, Any], status: int, code: str, field: str | None) -> None:
    answer = await client.post("/api/v1/match", json=GUIDE | change)
    if status == 200:
        assert answer.status_code == 200
        return
    check(answer, status, code, field)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"caf\xe9"])
async def test_a_body_that_is_none(client: httpx.AsyncClient, content: bytes) -> None:
    for path in ("/api/v1/match", "/api/v1/score"):
        check(await client.post(path, content=content), 400, "invalid_request")


async def test_no_job_to_score(client: httpx.AsyncClient) -> None:
    check(await client.post("/api/v1/score", json={"cv_text": "Python"}), 400, "invalid_request", "job")


async def test_no_key(client: httpx.AsyncClient) -> None:
    client.headers["authorization"] = "ApiKey wrong"
    check(await client.post("/api/v1/match", json=GUIDE), 401, "invalid_api_key")


async def test_a_thousand_listings(client: httpx.AsyncClient) -> None:
    listings = [{"job_id": str(number), "title": f"Développeur {number}", "description": "Python"} for number in range(1000)]
    body = (await client.post("/api/v1/match", json={"cv_text": CV.decode(), "job_listings": listings})).json()
    scores = [match["score"] for match in body["matches"]]
    assert len(scores) == 1000 and scores == sorted(scores, reverse=True)


async def test_nothing_is_kept(client: httpx.AsyncClient, caller: Caller, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither table, file nor log knows the CV or the job afterwards; an Idempotency-Key keeps no answer either."""
    await parsed(client)
    before = await _rows()
    mark = "Zanzibarologie"
    sent = {"cv_text": CV.decode().replace(NAME, mark), "job_listings": [{"job_id": "1", "title": mark, "description": f"{mark} Python"}]}
    assert (await client.post("/api/v1/match", json=sent, headers={"Idempotency-Key": "once"})).status_code == 200
    assert (await client.post("/api/v1/score", json={"cv_text": sent["cv_text"], "job": {"title": mark}})).status_code == 200
    after = await _rows()
    assert {name: count for name, count in after.items() if count != before[name]}.keys() <= {"usage_day", "quota"}
    output = capsys.readouterr()
    assert mark not in output.out + output.err
    assert not [path for path in database.rglob("*") if path.is_file() and mark.encode() in path.read_bytes()]


async def _rows() -> dict[str, int]:
    from tortoise import Tortoise

    names = [model._meta.db_table for model in Tortoise.apps["models"].values() if model._meta.db_table != "aerich"]
    connection = get_connection("default")
    return {name: (await connection.execute_query(f'SELECT COUNT(*) AS n FROM "{name}"'))[1][0]["n"] for name in names}
