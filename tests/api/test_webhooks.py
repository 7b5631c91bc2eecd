"""Rows 4, 5, 16 and 20 to 23, in the vendor's exact shapes."""

from __future__ import annotations

import json
import uuid
from typing import Any

import httpx
import pytest

from db.models import Account, Task
from tests.api.test_doors import FILE, ask
from tests.delivery.receiver import Receiver, receiver, said
from tests.services.working import work_all
from workers.services import delivery
from workers.services.caller import Caller

OK = said(200, b"ok")
SECURITY = {
    "algorithm": "HmacSHA256",
    "signatureHeader": "X-Webhook-Signature",
    "timestampHeader": "X-Webhook-Timestamp",
    "signedPayload": "<timestamp>.<raw-json-body>",
}


async def configured(client: httpx.AsyncClient, server: Receiver, **flags: Any) -> dict[str, Any]:
    made: dict[str, Any] = (await client.post("/api/webhook", json={"url": server.url, **flags})).json()
    return made


async def parsed(client: httpx.AsyncClient) -> str:
    identity: str = (await client.post("/api/v1/parser", files=FILE)).json()["resumeId"]
    return identity


async def test_a_webhook_is_configured_shown_and_removed(client: httpx.AsyncClient) -> None:
    async with receiver(lambda heard: OK) as server:
        made = await configured(client, server, pdfGenerated=True, events=["jobsScored"])
        assert made["secret"].startswith("whsec_") and made["url"] == server.url
        assert (made["pdfGenerated"], made["jobsScored"], made["parserCompleted"]) == (True, True, False)
        assert made["events"] == ["JOBS_SCORED", "PDF_GENERATED"]
        again = await configured(client, server, parserCompleted=True)
        assert again["id"] == made["id"] and "secret" not in again and again["events"] == ["PARSER_COMPLETED"]
        shown = (await client.get("/api/webhook")).json()
        assert shown["id"] == made["id"] and "secret" not in json.dumps(shown)
        assert (await client.delete("/api/webhook")).status_code == 200
        assert (await client.get("/api/webhook")).status_code == 404


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "INVALID_REQUEST"),
        ([], "INVALID_REQUEST"),
        ({"url": "ftp://example.com"}, "ADDRESS_REFUSED"),
        ({"url": "http://127.0.0.1:9/", "events": ["nothing"]}, "INVALID_REQUEST"),
        ({"url": "http://127.0.0.1:9/", "pdfGenerated": "yes"}, "INVALID_REQUEST"),
    ],
)
async def test_a_wrong_webhook_is_refused(client: httpx.AsyncClient, body: Any, code: str) -> None:
    answer = await client.post("/api/webhook", json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


async def test_reading_in_the_background(caller: Caller, client: httpx.AsyncClient) -> None:
    assert (await client.post("/api/v1/parser/async", files=FILE)).json()["code"] == "WEBHOOK_MISSING"
    async with receiver(lambda heard: OK) as server:
        await configured(client, server)
        answer = await client.post("/api/v1/parser/async", files=FILE)
        assert answer.status_code == 202 and set(answer.json()) == {"id"}
        await work_all(caller)
    body = json.loads(server.heard[0].body)
    assert set(body) == {"id", "status", "resumeData"} and (body["id"], body["status"]) == (answer.json()["id"], "SUCCESS")
    again = (await client.get(f"/api/v1/parser/{body['resumeData']['resumeId']}")).json()
    assert body["resumeData"] == again


async def test_pdfs_in_bulk(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    ids = [await parsed(client), await parsed(client)]
    assert (await client.post("/api/webhook/generate-pdfs", json=ids)).json()["code"] == "WEBHOOK_MISSING"
    async with receiver(lambda heard: said(500, b"Internal Server Error")) as server:
        await configured(client, server, pdfGenerated=True)
        begun = await client.post("/api/webhook/generate-pdfs", json={"resumeIds": ids})
        job = begun.json()
        assert begun.status_code == 202 and job["webhookSecurity"] == SECURITY
        assert job["status"] == "QUEUED" and job["statusUrl"] == f"/api/webhook/generate-pdfs/{job['jobId']}" and job["message"]
        before = (await client.get(job["statusUrl"])).json()
        assert (before["status"], before["total"], before["processed"], before["deliveries"]) == ("QUEUED", 2, 0, [])
        assert before["results"][0] == {"resumeId": ids[0], "processed": False, "downloadUrl": None, "generatedAt": None}
        await work_all(caller)
    after = (await client.get(job["statusUrl"])).json()
    assert (after["status"], after["processed"]) == ("COMPLETED", 2)
    assert all(result["processed"] and result["downloadUrl"] and result["generatedAt"].endswith("Z") for result in after["results"])
    (sent,) = after["deliveries"]
    assert sent | {"lastAttempt": 0, "nextAttempt": 0, "deliveryId": 0} == {
        "deliveryId": 0,
        "type": "PDF_GENERATED",
        "delivered": False,
        "attemptCount": 1,
        "lastAttempt": 0,
        "nextAttempt": 0,
        "responseStatusCode": 500,
        "responseBody": "Internal Server Error",
        "errorMessage": "The address answered 500",
    }
    assert sent["deliveryId"] == server.heard[0].headers["webhook-id"] and sent["nextAttempt"] > sent["lastAttempt"]
    assert json.loads(server.heard[0].body)["results"] == after["results"]
    link = httpx.URL(after["results"][0]["downloadUrl"])
    assert (await client.get(link.raw_path.decode())).content.startswith(b"%PDF")
    assert (await intruder.get(job["statusUrl"])).status_code == 403
    assert (await client.get(f"/api/webhook/generate-pdfs/{uuid.uuid4()}")).status_code == 404
    assert (await client.get("/api/webhook/generate-pdfs/x")).status_code == 400


@pytest.mark.parametrize(("ids", "status"), [([], 400), (["x"], 400), ([str(uuid.uuid4())] * 501, 400), ([str(uuid.uuid4())], 403)])
async def test_wrong_batches_are_refused(client: httpx.AsyncClient, ids: list[str], status: int) -> None:
    async with receiver(lambda heard: OK) as server:
        await configured(client, server, pdfGenerated=True)
        assert (await client.post("/api/webhook/generate-pdfs", json=ids)).status_code == status


async def test_too_many_pending_deliveries(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "MOST_PENDING", 0)
    async with receiver(lambda heard: OK) as server:
        await configured(client, server)
        answer = await client.post("/api/webhook/generate-pdfs", json=[await parsed(client)])
    assert (answer.status_code, answer.json()["code"]) == (429, "TOO_MANY_DELIVERIES") and answer.headers["Retry-After"]


async def test_formatting_brings_a_webhook(caller: Caller, client: httpx.AsyncClient) -> None:
    identity = await parsed(client)
    refused = await client.post("/api/resume-settings/format", json=[identity])
    assert (refused.status_code, refused.json()["code"]) == (400, "WEBHOOK_MISSING")
    async with receiver(lambda heard: OK) as server:
        await configured(client, server)
        answer = await client.post("/api/resume-settings/format", json=[identity])
        assert answer.status_code == 202 and set(answer.json()) == {"jobId", "status"}
        await work_all(caller)
    assert json.loads(server.heard[0].body)["results"][0]["downloadUrl"]


async def test_formatting_brings_a_mail_where_no_webhook_is(
    caller: Caller, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from db.environment import environment
    from workers.delivery import mail
    from workers.delivery.send import Outcome
    from workers.services import attempt, batch

    sent: list[tuple[Any, str]] = []

    async def send(message: Any, *, to: str, **rest: Any) -> Outcome:
        sent.append((message, to))
        return Outcome(1, 250)

    with_mail = replace(environment(), smtp_url="smtp://127.0.0.1:9")
    for module in (attempt, batch):
        monkeypatch.setattr(module, "environment", lambda: with_mail)
    monkeypatch.setattr(mail, "send", send)
    await Account.filter(id=caller.account_id).update(email="agence@example.fr")
    answer = await client.post("/api/resume-settings/format", json=[await parsed(client)], headers={"Accept-Language": "en-GB,fr"})
    assert answer.status_code == 202
    await work_all(caller)
    ((message, to),) = sent
    assert to == "agence@example.fr" and message["Subject"] == "Your CVs are ready (1/1)"


async def test_jobs_are_scored_in_the_background(caller: Caller, client: httpx.AsyncClient) -> None:
    await parsed(client)
    ad = {"title": "Développeuse Python", "reference": "offre-123", "description": "Python, PostgreSQL, Docker à Lyon", "status": "ACTIVE"}
    await client.post("/api/jobs/api-key", json=ad)
    unknown = await client.post("/api/jobs/queue", json=["offre-123", "offre-999"])
    assert unknown.status_code == 400 and "offre-999" in unknown.json()["message"] and "offre-123" not in unknown.json()["message"]
    assert (await client.post("/api/jobs/queue", json=[])).status_code == 400
    async with receiver(lambda heard: OK) as server:
        await configured(client, server, jobsScored=True)
        answer = await client.post("/api/jobs/queue", json=["offre-123"])
        assert answer.status_code == 202 and answer.json()["status"] == "QUEUED"
        await work_all(caller)
    body = json.loads(server.heard[0].body)
    assert body["id"] == answer.json()["id"] and body["status"] == "COMPLETED"
    row = (await client.get("/api/scores/resumes-for-job/offre-123")).json()
    assert body["results"][0]["reference"] == "offre-123" and body["results"][0]["scores"] == row != []


async def test_webhooks_through_graphql(caller: Caller, client: httpx.AsyncClient) -> None:
    async with receiver(lambda heard: OK) as server:
        answer = "{ secret webhook { id url events } userErrors { code } }"
        create = f"mutation($u: String!) {{ webhookCreate(input: {{url: $u, events: [PDF_GENERATED]}}) {answer} }}"
        made = (await ask(client, create, u=server.url))["webhookCreate"]
        assert made["secret"] and made["webhook"]["events"] == ["PDF_GENERATED"] and made["userErrors"] == []
        identity = made["webhook"]["id"]
        rotated = (await ask(client, "mutation($i: ID!) { webhookRotateSecret(id: $i) { secret } }", i=identity))["webhookRotateSecret"]
        assert rotated["secret"] not in ("", made["secret"])
        tested = (await ask(client, "mutation($i: ID!) { webhookTest(id: $i) { delivery { id status } } }", i=identity))["webhookTest"]
        await work_all(caller)
    wanted = "id status responseBody attempts { number responseStatus } webhook { id }"
    query = f"{{ deliveries(filter: {{event: WEBHOOK_TEST}}) {{ nodes {{ {wanted} }} }} }}"
    (row,) = (await ask(client, query))["deliveries"]["nodes"]
    assert row == {
        "id": tested["delivery"]["id"],
        "status": "DELIVERED",
        "responseBody": "ok",
        "attempts": [{"number": 1, "responseStatus": 200}],
        "webhook": {"id": identity},
    }
    refused = (await ask(client, create, u="ftp://x"))["webhookCreate"]
    assert refused["userErrors"] == [{"code": "ADDRESS_REFUSED"}] and refused["webhook"] is None


async def test_tasks_through_graphql(caller: Caller, client: httpx.AsyncClient) -> None:
    ids = [await parsed(client)]
    begun = await ask(client, "mutation($i: [ID!]!) { resumeRenderMany(ids: $i) { task { id status total } } }", i=ids)
    identity = begun["resumeRenderMany"]["task"]["id"]
    await work_all(caller)
    wanted = "items { nodes { position conclusion subject { id } result { __typename } } }"
    query = f"query($i: ID!) {{ task(id: $i) {{ conclusion progress {wanted} }} }}"
    shown = (await ask(client, query, i=identity))["task"]
    item = {"position": 0, "conclusion": "SUCCEEDED", "subject": {"id": ids[0]}, "result": {"__typename": "Document"}}
    assert shown == {"conclusion": "SUCCEEDED", "progress": 1.0, "items": {"nodes": [item]}}
    cancelled = await ask(client, "mutation($i: ID!) { taskCancel(id: $i) { userErrors { code } } }", i=identity)
    assert cancelled["taskCancel"]["userErrors"] and (await Task.get(id=identity)).conclusion == "SUCCEEDED"
