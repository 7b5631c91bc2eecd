"""One scenario through GraphQL and REST: both doors agree, field by field."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import pytest
from graphql import GraphQLList, GraphQLNonNull, GraphQLObjectType
from lxml import etree

from graph.rest.cvreader import xml
from graph.schema import build
from tests.stage import CV, NAME

FILE = {"file": ("camille.txt", CV, "text/plain")}


def selection(kind: str = "Cv") -> str:
    """Every plain field of the Cv, however deep."""
    return _fields(build()._schema.type_map[kind])


def _fields(kind: Any) -> str:
    parts = []
    for name, field in kind.fields.items():
        inner = field.type
        while isinstance(inner, GraphQLNonNull | GraphQLList):
            inner = inner.of_type
        if name != "extracted":
            parts.append(f"{name} {{ {_fields(inner)} }}" if isinstance(inner, GraphQLObjectType) else name)
    return " ".join(parts)


async def ask(client: httpx.AsyncClient, query: str, **variables: Any) -> dict[str, Any]:
    answer = await client.post("/graphql", json={"query": query, "variables": variables})
    body: dict[str, Any] = answer.json()
    assert answer.status_code == 200 and "errors" not in body, body
    data: dict[str, Any] = body["data"]
    return data


def without(tree: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in tree.items() if name not in names}


async def test_both_doors_read_the_same(client: httpx.AsyncClient) -> None:
    rest = (await client.post("/api/v1/parser", files=FILE)).json()
    content = base64.b64encode(CV).decode()
    made = await ask(
        client,
        f'mutation($file: String!) {{ resumeParse(input: {{base64: $file, fileName: "camille.txt"}})'
        f" {{ resume {{ id raw warnings {{ code }} cv {{ {selection()} }} }} userErrors {{ message }} }} }}",
        file=content,
    )
    resume = made["resumeParse"]["resume"]
    own = ("resumeId", "parsedAt", "warnings")
    assert made["resumeParse"]["userErrors"] == []
    assert without(resume["raw"], *own) == without(rest, *own) == without(resume["cv"], *own)
    assert f"{rest['candidate']['firstName']} {rest['candidate']['lastName']}" == NAME


async def test_what_one_door_writes_the_other_shows(client: httpx.AsyncClient) -> None:
    made = (await client.post("/api/v1/parser", files=FILE)).json()
    await client.put(f"/api/v1/parser/{made['resumeId']}", json={"candidate": {"headline": "Architecte"}})
    await ask(
        client,
        'mutation($id: ID!) { resumeUpdate(id: $id, input: {candidate: {address: {city: "Nantes"}}}) { userErrors { message } } }',
        id=made["resumeId"],
    )
    shown = await ask(client, "query($id: ID!) { resume(id: $id) { raw candidate { headline city } } }", id=made["resumeId"])
    assert shown["resume"]["candidate"] == {"headline": "Architecte", "city": "Nantes"}
    assert (await client.get(f"/api/v1/parser/{made['resumeId']}")).json() == shown["resume"]["raw"]


async def test_what_one_door_deletes_is_gone_from_the_other(client: httpx.AsyncClient) -> None:
    made = (await client.post("/api/v1/parser", files=FILE)).json()
    gone = await ask(client, "mutation($id: ID!) { resumeDelete(id: $id) { deletedResumeId } }", id=made["resumeId"])
    assert gone["resumeDelete"]["deletedResumeId"] == made["resumeId"]
    assert (await client.delete(f"/api/v1/parser/{made['resumeId']}")).status_code == 404


@pytest.mark.parametrize(("data", "code"), [(b"", "FILE_EMPTY"), (bytes(range(256)), "FILE_UNSUPPORTED")])
async def test_both_doors_refuse_alike(client: httpx.AsyncClient, data: bytes, code: str) -> None:
    rest = (await client.post("/api/v1/parser", files={"file": ("cv.pdf", data)})).json()
    content = base64.b64encode(data).decode()
    made = await ask(client, "mutation($f: String!) { resumeParse(input: {base64: $f}) { userErrors { code message } } }", f=content)
    assert made["resumeParse"]["userErrors"] == [{"code": rest["code"], "message": rest["message"]}]
    assert (rest["status"], rest["code"]) == (400, code)


async def test_a_multipart_upload(client: httpx.AsyncClient) -> None:
    operations = (
        '{"query": "mutation($f: Upload!) { resumeParse(input: {file: $f}) { resume { file { name size } } } }", "variables": {"f": null}}'
    )
    answer = await client.post(
        "/graphql", data={"operations": operations, "map": '{"0": ["variables.f"]}'}, files={"0": ("camille.txt", CV)}
    )
    assert answer.json()["data"]["resumeParse"]["resume"]["file"] == {"name": "camille.txt", "size": len(CV)}


async def test_xml_says_what_json_says(client: httpx.AsyncClient) -> None:
    made = (await client.post("/api/v1/parser", files=FILE, data={"parserType": "ADVANCED"})).json()
    answer = await client.get(f"/api/v1/parser/{made['resumeId']}", headers={"Accept": "application/xml"})
    root = etree.fromstring(answer.content)
    etree.XMLSchema(etree.fromstring(xml.schema())).assertValid(root)
    assert root.findtext("candidate/lastName") == made["candidate"]["lastName"]
    assert len(root.findall("experiences/experience")) == len(made["experiences"])


async def test_evidence_stands_beside_each_value(client: httpx.AsyncClient) -> None:
    made = (await client.post("/api/v1/parser", files=FILE)).json()
    wanted = 'extracted(fields: ["email"]) { field confidence evidence { page text } }'
    query = f"query($id: ID!) {{ resume(id: $id) {{ cv {{ candidate {{ email {wanted} }} }} }} }}"
    found = (await ask(client, query, id=made["resumeId"]))["resume"]["cv"]["candidate"]
    assert [(each["field"], each["evidence"]["page"]) for each in found["extracted"]] == [("email", 1)]
    assert found["email"] in found["extracted"][0]["evidence"]["text"]
