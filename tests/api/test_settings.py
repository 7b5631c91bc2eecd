"""Rows 17 to 19 as the vendor documents them, and the same through GraphQL."""

from __future__ import annotations

import uuid

import httpx

from db.models import Account
from tests.api.test_doors import FILE, ask
from tests.api.test_errors import check
from workers.services.caller import Caller

SEED = {
    "layout": "modern",
    "fontStyle": "Calibri",
    "fontSize": 11,
    "lineHeight": 1.35,
    "marginTop": 20,
    "marginBottom": 18,
    "marginX": 18,
    "sectionSpacing": 10,
    "agencyName": "Acme Recruiting",
    "agencyWebsite": "https://acme.example",
}
CANVAS = "/api/resume-settings/api-key/update-with-canvas"
MANY = "/api/resume-settings/v1/generate-pdf"


async def upload(client: httpx.AsyncClient) -> str:
    return str((await client.post("/api/v1/parser", files=FILE)).json()["resumeId"])


def path_of(url: str) -> str:
    return url[url.index("/documents/") :]


async def test_the_documented_update(client: httpx.AsyncClient) -> None:
    answer = (await client.put(CANVAS, json=SEED)).json()
    assert set(answer) == {"id", "layout", "settings", "privacy", "canvas_page_count", "canvas_pages"}
    assert {name: answer["settings"][name] for name in SEED if name != "layout"} == {name: SEED[name] for name in SEED if name != "layout"}
    assert answer["privacy"]["hideName"] is False and answer["canvas_page_count"] == len(answer["canvas_pages"]) > 0
    client.headers.pop("authorization")
    page = await client.get(path_of(answer["canvas_pages"][0]["url"]))
    assert page.headers["content-type"] == "image/png" and page.content.startswith(b"\x89PNG")


async def test_privacy_is_kept(client: httpx.AsyncClient) -> None:
    answer = (await client.put(CANVAS, json={"privacy": {"hideName": True, "hidePhoto": True}})).json()
    assert answer["privacy"]["hideName"] and answer["privacy"]["hidePhoto"] and not answer["privacy"]["hideEmail"]
    shown = await ask(client, "{ resumeSettings { privacy { hideName hideEmail } layouts } }")
    assert shown["resumeSettings"]["privacy"] == {"hideName": True, "hideEmail": False} and "classic" in shown["resumeSettings"]["layouts"]


async def test_privacy_by_the_name_of_a_preset(client: httpx.AsyncClient) -> None:
    answer = (await client.put(CANVAS, json={"privacy": "standard"})).json()
    assert answer["privacy"]["hideEmail"] and not answer["privacy"]["hideEmployers"]
    assert not any((await client.put(CANVAS, json={"privacy": "none"})).json()["privacy"].values())
    assert "blind" in check(await client.put(CANVAS, json={"privacy": "total"}), 400, "OUT_OF_RANGE")["message"]
    schema = (await client.get("/openapi.json")).json()["paths"][CANVAS]["put"]["requestBody"]["content"]["application/json"]["schema"]
    assert {"enum": ["none", "standard", "blind"]} in schema["properties"]["privacy"]["oneOf"]


async def test_out_of_range_names_field_and_range(client: httpx.AsyncClient) -> None:
    body = check(await client.put(CANVAS, json={"fontSize": 99}), 400, "OUT_OF_RANGE")
    assert "fontSize" in body["message"] and "16" in body["message"]


async def test_null_takes_back_what_may_be_absent(client: httpx.AsyncClient) -> None:
    set_ = (await client.put(CANVAS, json={"maxPositions": 3, "language": "en", "fontSize": 12})).json()["settings"]
    assert (set_["maxPositions"], set_["language"]) == (3, "en")
    back = (await client.put(CANVAS, json={"maxPositions": None, "language": None, "logo": None, "fontSize": None})).json()["settings"]
    assert (back["maxPositions"], back["language"], back["fontSize"]) == (None, None, 12)


async def test_one_pdf(client: httpx.AsyncClient) -> None:
    identity = await upload(client)
    answer = await client.post(f"/api/resume-settings/api-key/resumes/{identity}/generate-pdf")
    assert answer.headers["content-type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert answer.headers["content-disposition"] == f'attachment; filename="resume_{identity}.pdf"'


async def test_without_credit_nothing_is_printed(client: httpx.AsyncClient, caller: Caller) -> None:
    identity = await upload(client)
    await Account.filter(id=caller.account_id).update(limits={"render": 0})
    for path, body in ((f"/api/resume-settings/api-key/resumes/{identity}/generate-pdf", None), (MANY, [identity])):
        check(await client.post(path, json=body), 429, "NO_MORE_CREDIT")


async def test_unknown_and_foreign_cvs(client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    identity = await upload(client)
    check(await client.post(f"/api/resume-settings/api-key/resumes/{uuid.uuid4()}/generate-pdf"), 404, "NOT_FOUND")
    check(await intruder.post(f"/api/resume-settings/api-key/resumes/{identity}/generate-pdf"), 404, "NOT_FOUND")
    check(await client.post("/api/resume-settings/api-key/resumes/17/generate-pdf"), 400, "INVALID_REQUEST")
    check(await intruder.post(MANY, json=[identity]), 403, "FORBIDDEN")


async def test_ten_pdfs_in_both_forms(client: httpx.AsyncClient) -> None:
    ids = [await upload(client) for _ in range(2)]
    for body in (ids, {"resumeIds": ids}):
        answer = (await client.post(MANY, json=body)).json()
        assert (answer["status"], answer["progress"]) == ("COMPLETED", "100%")
        assert [set(result) for result in answer["results"]] == [{"resumeId", "downloadUrl", "generatedAt"}] * 2
        assert uuid.UUID(answer["jobId"]) and answer["results"][0]["generatedAt"].endswith("Z")
        assert (await client.get(path_of(answer["results"][0]["downloadUrl"]))).content.startswith(b"%PDF")


async def test_a_mixed_success_is_partial(client: httpx.AsyncClient) -> None:
    """A CV that still waits to be read cannot be printed; the others are."""
    waiting = await ask(client, 'mutation { resumeParse(input: {base64: "YWJj", wait: false}) { resume { id } } }')
    ids = [await upload(client), waiting["resumeParse"]["resume"]["id"]]
    answer = (await client.post(MANY, json=ids)).json()
    assert (answer["status"], answer["progress"]) == ("PARTIAL", "50%")
    assert set(answer["results"][1]) == {"resumeId", "error"}


async def test_wrong_lists(client: httpx.AsyncClient) -> None:
    for body in ([], [str(uuid.uuid4())] * 11, ["17"], {"ids": []}, "x", {"resumeIds": None}):
        check(await client.post(MANY, json=body), 400, "INVALID_REQUEST")


async def test_graphql_prints_behind_a_link(client: httpx.AsyncClient) -> None:
    identity = await upload(client)
    query = (
        'mutation($id: ID!) { resumeRender(id: $id, settings: {layout: "classic", preset: BLIND}) '
        "{ document { id url pages kind } userErrors { message } } }"
    )
    made = (await ask(client, query, id=identity))["resumeRender"]
    assert made["userErrors"] == [] and made["document"]["kind"] == "PDF"
    assert (await client.get(path_of(made["document"]["url"]))).status_code == 200
    previews = await ask(client, "query($id: ID!) { resume(id: $id) { previews { page url } documents { nodes { id } } } }", id=identity)
    assert previews["resume"]["documents"]["nodes"] == [{"id": made["document"]["id"]}]
    assert (await client.get(path_of(previews["resume"]["previews"][0]["url"]))).content.startswith(b"\x89PNG")
    await ask(client, "mutation($id: ID!) { documentRevoke(id: $id) { revokedDocumentId } }", id=made["document"]["id"])
    assert (await client.get(path_of(made["document"]["url"]))).status_code == 404


async def test_graphql_exports_what_the_switches_leave(client: httpx.AsyncClient) -> None:
    identity = await upload(client)
    whole, blind, silent = (
        "open: export(format: HR_OPEN)",
        "blind: export(format: HR_OPEN, preset: BLIND)",
        "silent: export(format: HR_OPEN, privacy: {hideEmail: true})",
    )
    shown = (
        await ask(
            client,
            f"query($id: ID!) {{ resume(id: $id) {{ cv {{ candidate {{ lastName email }} }} {whole} {blind} {silent} }} }}",
            id=identity,
        )
    )["resume"]
    person = shown["cv"]["candidate"]
    assert person["lastName"] in shown["open"] and person["email"] in shown["open"]
    assert person["lastName"] not in shown["blind"] and person["email"] not in shown["blind"]
    assert person["lastName"] in shown["silent"] and person["email"] not in shown["silent"]
