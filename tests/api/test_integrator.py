"""A client written to the vendors' documents, and every habit of HTTP libraries: all of them work unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from db.environment import environment
from graph.rest.accept import prefers_xml
from tests.api.test_doors import FILE
from tests.api.test_errors import UNKNOWN, check
from tests.stage import CV, secret_for, visitor
from workers.services.caller import Caller

PARSER, TEXT, JOBS = "/api/v1/parser", "/api/job/parse/text/api-key", "/api/jobs/api-key"
SETTINGS = "/api/resume-settings/api-key/update-with-canvas"


@pytest.mark.parametrize(
    ("accept", "is_xml"),
    [
        ("", False),
        ("*/*", False),
        ("application/json", False),
        ("application/xml", True),
        ("TEXT/XML; charset=utf-8", True),
        ("application/json, application/xml", False),
        ("application/json;q=0.5, application/xml", True),
        ("application/xml;q=0.9, application/json", False),
        ("application/xml;q=0, */*", False),
        ("application/xml, */*", True),
        ("application/json, */*", False),
        ("application/*", False),
        ("text/*", True),
        ("application/xml;q=much", False),
        ("text/csv", False),
    ],
)
def test_what_the_client_prefers(accept: str, is_xml: bool) -> None:
    assert prefers_xml(accept) is is_xml


def uploads() -> Iterator[Any]:
    part = b'Content-Disposition: form-data; name="file"; filename="%s"\r\n\r\n' + CV + b"\r\n--b--\r\n"
    yield pytest.param(
        {"content": b"--b\r\n" + part % b"cv.txt", "headers": {"Content-Type": "Multipart/Form-Data; boundary=b"}}, id="case"
    )
    latin = "résumé.txt".encode("latin-1")
    yield pytest.param({"content": b"--b\r\n" + part % latin, "headers": {"Content-Type": "multipart/form-data; boundary=b"}}, id="latin-1")
    yield pytest.param({"files": {**FILE, "photo": ("a.png", b"x")}}, id="another file beside it")
    yield pytest.param({"files": FILE, "data": {"parserType": "advanced"}}, id="lower case")
    yield pytest.param({"files": FILE, "params": {"parserType": "ADVANCED"}}, id="type in the query")


@pytest.mark.parametrize("sent", list(uploads()))
async def test_uploads(client: httpx.AsyncClient, sent: dict[str, Any]) -> None:
    answer = await client.post(PARSER, **sent)
    assert answer.status_code == 200, answer.text
    asked = str(sent.get("data") or sent.get("params"))
    assert ("rawText" in answer.json()) is ("advanced" not in asked.lower())


async def test_two_files_are_not_guessed_between(client: httpx.AsyncClient) -> None:
    body = check(await client.post(PARSER, files=[("file", ("a.txt", CV)), ("file", ("b.txt", CV))]), 400, "INVALID_REQUEST")
    assert "2 parts named 'file'" in body["message"]


@pytest.mark.parametrize("path", ["/api/jobs/api-key/my/", "/api/v1/status/", "/api/v1/status//"])
async def test_a_slash_at_the_end(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 200


async def test_a_slash_at_the_end_of_a_post(client: httpx.AsyncClient) -> None:
    assert (await client.post(f"{JOBS}/", json={"title": "Développeuse"})).status_code == 200
    assert (await client.post("/graphql/", json={"query": "{ __typename }"})).status_code == 200


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('"Développeur React"'.encode(), "application/json"),
        ("Développeur React".encode(), "application/json"),
        ("Développeur React".encode(), ""),
        ("Développeur React".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
        ("\ufeffDéveloppeur React".encode(), "application/json; charset=utf-8"),
        ("[CDI] Développeur React".encode(), "application/json"),
        ("{CDI} Développeur React".encode(), "application/json"),
        ('"D\\u0000éveloppeur React"'.encode(), "application/json"),
    ],
)
async def test_every_way_to_send_the_text_of_an_ad(client: httpx.AsyncClient, content: bytes, kind: str) -> None:
    answer = await client.post(TEXT, content=content, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == 200, answer.text
    assert answer.json()["jobDescription"].endswith("Développeur React") and answer.json()["skills"] == ["React"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b'{"description": "React"', ""), (b'["a"', ""), ("é".encode("latin-1"), ""), (b"React", "text/plain; charset=martian"), (b"\0", "")],
)
async def test_texts_that_cannot_be_read(client: httpx.AsyncClient, content: bytes, kind: str) -> None:
    check(await client.post(TEXT, content=content, headers={"Content-Type": kind or "application/json"}), 400, "INVALID_REQUEST")


async def test_a_byte_order_mark(client: httpx.AsyncClient) -> None:
    assert (await client.post(JOBS, content=b'\xef\xbb\xbf{"title": "x"}')).status_code == 200


@pytest.mark.parametrize("inner", [b"[" * 600 + b"]" * 600, b'{"a":' * 600 + b"1" + b"}" * 600])
async def test_deep_json(client: httpx.AsyncClient, inner: bytes) -> None:
    check(await client.put(f"{PARSER}/{UNKNOWN}", content=b'{"experiences":' + inner + b"}"), 400, "INVALID_REQUEST")


@pytest.mark.parametrize("given", ["x", f"{{{UNKNOWN}}}", f"urn:uuid:{UNKNOWN}", UNKNOWN.replace("-", "")])
async def test_ids_have_one_form(client: httpx.AsyncClient, given: str) -> None:
    for method, path in (("GET", PARSER), ("GET", f"{JOBS}/my"), ("GET", "/api/webhook/generate-pdfs"), ("DELETE", PARSER)):
        check(await client.request(method, f"{path}/{given}"), 400, "INVALID_REQUEST")
    check(await client.post("/api/resume-settings/v1/generate-pdf", json=[given]), 400, "INVALID_REQUEST")


async def test_references_that_nobody_can_have(client: httpx.AsyncClient) -> None:
    check(await client.get(f"/api/scores/resumes-for-job/{'x' * 3000}"), 404, "NOT_FOUND")
    check(await client.get("/api/scores/resumes-for-job/a%00"), 404, "NOT_FOUND")
    check(await client.post("/api/jobs/queue", json=["x" * 3000, "a\0"]), 400, "INVALID_REQUEST")


@pytest.mark.parametrize(
    "job",
    [
        {"title": "Développeuse Python"},
        {"description": "Python, PostgreSQL"},
        {"jobTitle": None, "jobDescription": "Python, PostgreSQL", "skills": ["Python"]},
        {"skills": '["Python"]'},
    ],
)
async def test_what_a_direct_match_takes(client: httpx.AsyncClient, job: dict[str, Any]) -> None:
    row = (await client.post(PARSER, files=FILE)).json()
    answer = await client.post(f"/api/scores/match-job-resume/{row['resumeId']}", json=job)
    assert answer.status_code == 200 and answer.json()["totalScore"] > 0, answer.text
    check(await client.post(f"/api/scores/match-job-resume/{row['resumeId']}", json={"company": "x"}), 400, "INVALID_REQUEST")


async def test_null_takes_away(client: httpx.AsyncClient) -> None:
    """Clients in typed languages send null for whatever they leave empty."""
    row = (await client.post(PARSER, files=FILE)).json()
    sent = {
        "candidate": {"address": None, "hasPhoto": None},
        "interests": None,
        "experiences": [{"jobTitle": "X", "skills": None, "city": None}],
    }
    body = (await client.put(f"{PARSER}/{row['resumeId']}", json=sent)).json()
    assert set(body["candidate"]["address"].values()) == {None} and body["interests"] == [] and body["candidate"]["hasPhoto"] is False
    assert body["experiences"][0]["jobTitle"] == "X" and body["experiences"][0]["skills"] == []
    assert body["candidate"]["firstName"] == row["candidate"]["firstName"]


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ({"candidate": {"firstName": "x" * 20_001}}, "candidate.firstName has more than 20,000 characters"),
        ({"interests": ["x"] * 501}, "interests has more than 500 entries"),
        ({"experiences": [{"durationMonths": -1}]}, "experiences[0].durationMonths must be 0"),
        ({"candidate": {"desiredSalary": {"min": 1e300}}}, "candidate.desiredSalary.min must be 0"),
        ({"interests": [None]}, "interests[0]"),
    ],
)
async def test_corrections_no_cv_can_hold(client: httpx.AsyncClient, sent: dict[str, Any], named: str) -> None:
    row = (await client.post(PARSER, files=FILE)).json()
    assert named in check(await client.put(f"{PARSER}/{row['resumeId']}", json=sent), 400, "INVALID_REQUEST")["message"]


async def test_control_characters_do_not_stay(client: httpx.AsyncClient) -> None:
    row = (await client.post(PARSER, files=FILE)).json()
    body = (await client.put(f"{PARSER}/{row['resumeId']}", json={"candidate": {"firstName": "Ca\0mille\x07"}})).json()
    assert body["candidate"]["firstName"] == "Camille"


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ({"fontSize": "11"}, "fontSize"),
        ({"privacy": []}, "privacy"),
        ({"privacy": {"hideAll": True}}, "hideAll"),
        ({"colour": 1}, "colour"),
    ],
)
async def test_a_wrong_setting_is_named(client: httpx.AsyncClient, sent: dict[str, Any], named: str) -> None:
    assert named in check(await client.put(SETTINGS, json=sent), 400, "INVALID_REQUEST")["message"]


ORIGIN = {"Origin": "https://ats.example"}
QUESTION = {**ORIGIN, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


async def test_a_page_of_another_origin(client: httpx.AsyncClient) -> None:
    """What the guides show for axios and fetch: asked first, then called; errors can be read as well."""
    async with visitor("") as browser:
        browser.headers.pop("authorization")
        for path in (PARSER, "/graphql"):
            asked = await browser.options(path, headers=QUESTION)
            assert asked.status_code == 204 and asked.headers["x-request-id"]
            assert asked.headers["access-control-allow-origin"] == "*" and "POST" in asked.headers["access-control-allow-methods"]
            assert asked.headers["access-control-allow-headers"] == "authorization,content-type"
        refused = await browser.get("/api/v1/status", headers=ORIGIN)
        assert refused.status_code == 401 and refused.headers["access-control-allow-origin"] == "*"
    answer = await client.get("/api/v1/status", headers=ORIGIN)
    assert "Content-Disposition" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers


async def test_pages_for_people_are_not_shared(client: httpx.AsyncClient) -> None:
    for path in ("/invitation", "/candidate/door", "/graphql"):
        assert "access-control-allow-origin" not in (await client.get(path, headers=ORIGIN)).headers


async def test_origins_of_the_operators_choice(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CVGRAPH_ORIGINS", "https://ats.example, https://other.example")
    environment.cache_clear()
    async with visitor(await secret_for(caller)) as door:
        known = await door.get("/api/v1/status", headers=ORIGIN)
        assert known.headers["access-control-allow-origin"] == "https://ats.example" and known.headers["vary"] == "Origin"
        strange = await door.get("/api/v1/status", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in strange.headers
    monkeypatch.undo()
    environment.cache_clear()


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PATCH", f"{PARSER}/{UNKNOWN}", "DELETE, GET, HEAD, PUT"),
        ("OPTIONS", f"{PARSER}/async", "POST"),
        ("PUT", "/api/webhook", "DELETE, GET, HEAD, POST"),
    ],
)
async def test_allow_names_every_method(client: httpx.AsyncClient, method: str, path: str, allowed: str) -> None:
    answer = await client.request(method, path)
    check(answer, 405, "INVALID_REQUEST")
    assert answer.headers["allow"] == allowed


@pytest.mark.parametrize("text", ["0", "1\n2", "Page 1/1"])
async def test_a_page_number_is_no_cv(client: httpx.AsyncClient, text: str) -> None:
    check(await client.post(PARSER, files={"file": ("cv.txt", text.encode())}), 400, "NO_TEXT_EXTRACTED")
    assert (await client.post("/api/v1/analyze", json={"cv_text": text})).status_code == 422


async def test_events_of_another_kind(client: httpx.AsyncClient) -> None:
    check(await client.post("/api/webhook", json={"url": "https://hooks.example.com", "events": [{}]}), 400, "INVALID_REQUEST")
