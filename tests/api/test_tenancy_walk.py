"""Every place of the schema and of the REST bodies where an id may stand gets a stranger's id: nothing is shown, nothing changes.

The calls are made from the schema itself: a new query, mutation, subscription or input joins by itself.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    print_ast,
)
from graphql.language import FieldNode, NameNode, SelectionSetNode

from db.base import Owned
from db.models import OWNED, Invitation, Job, Resume, Webhook
from graph.schema import build
from tests.api.test_tenancy import everything
from tests.stage import secret_for, visitor
from workers.services.caller import Caller

SCHEMA = build()._schema
# A text that is no id is tried too: refs and references are names of the account's own.
SAMPLES: dict[str, Any] = {
    "String": "x",
    "Int": 1,
    "Float": 1.0,
    "Boolean": True,
    "DateTime": "2030-01-01T00:00:00Z",
    "PartialDate": "2020",
}
LISTS = ("/api/resume-settings/v1/generate-pdf", "/api/webhook/generate-pdfs", "/api/resume-settings/format")


def holds_id(kind: Any, seen: tuple[str, ...] = ()) -> bool:
    named = get_named_type(kind)
    if named.name == "ID":
        return True
    inner = named.fields.values() if isinstance(named, GraphQLInputObjectType) and named.name not in seen else ()
    return any(holds_id(field.type, (*seen, named.name)) for field in inner)


def value(kind: Any, identity: str) -> Any:
    """The least that this type takes, with the id wherever one fits."""
    if isinstance(kind, GraphQLNonNull):
        return value(kind.of_type, identity)
    if isinstance(kind, GraphQLList):
        return [value(kind.of_type, identity)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        wanted = {name: field for name, field in kind.fields.items() if isinstance(field.type, GraphQLNonNull) or holds_id(field.type)}
        return {name: value(field.type, identity) for name, field in wanted.items()}
    return identity if kind.name == "ID" else SAMPLES.get(kind.name, "x")


def selection(field: GraphQLField) -> str:
    """Every plain field of the answer and of what hangs on it, two levels deep."""
    chosen = _chosen(get_named_type(field.type), 2)
    return print_ast(chosen) if chosen else ""


def _chosen(kind: Any, left: int) -> SelectionSetNode | None:
    if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
        return None
    nodes = []
    for name, field in kind.fields.items():
        if any(isinstance(each.type, GraphQLNonNull) for each in field.args.values()):
            continue
        if is_leaf_type(get_named_type(field.type)):
            nodes.append(FieldNode(name=NameNode(value=name)))
        elif left and (inner := _chosen(get_named_type(field.type), left - 1)):
            nodes.append(FieldNode(name=NameNode(value=name), selection_set=inner))
    return SelectionSetNode(selections=tuple(nodes)) if nodes else None


def calls() -> Iterator[tuple[str, str, GraphQLField]]:
    for operation, kind in (("query", SCHEMA.query_type), ("mutation", SCHEMA.mutation_type)):
        assert kind
        for name, field in kind.fields.items():
            if any(holds_id(argument.type) for argument in field.args.values()):
                yield operation, name, field


async def attempt(client: httpx.AsyncClient, operation: str, name: str, field: GraphQLField, identity: str) -> dict[str, Any]:
    given = {
        each: argument for each, argument in field.args.items() if isinstance(argument.type, GraphQLNonNull) or holds_id(argument.type)
    }
    declared = ", ".join(f"${each}: {argument.type}" for each, argument in given.items())
    passed = ", ".join(f"{each}: ${each}" for each in given)
    query = f"{operation}({declared}) {{ {name}({passed}) {selection(field)} }}"
    variables = {each: value(argument.type, identity) for each, argument in given.items()}
    answer = await client.post("/graphql", json={"query": query, "variables": variables})
    body: dict[str, Any] = answer.json()
    told = [error["message"] for error in body.get("errors", ())]
    assert not any("Unexpected error" in each or "argument" in each or "field" in each for each in told), (query, told)
    return body


async def state(caller: Caller) -> dict[type[Owned], list[dict[str, Any]]]:
    """Every row of the account as it stands, but for the time a key was used last."""
    rows = {model: await model.visible(caller).order_by("id").values() for model in OWNED}
    for row in rows[next(model for model in OWNED if model.__name__ == "ApiKey")]:
        row.pop("last_used_at")
    return rows


async def walk(door: httpx.AsyncClient, who: Caller, ids: dict[type[Owned], uuid.UUID]) -> str:
    """All that `door` is shown when it tries every id in every call; each call under a key of its own, as rates go by key."""
    shown = ""
    for operation, name, field in calls():
        door.headers["Authorization"] = f"ApiKey {await secret_for(who)}"
        for identity in map(str, ids.values()):
            shown += str((await attempt(door, operation, name, field, identity)).get("data")).replace(identity, "")
    return shown


async def test_a_strangers_id_anywhere_in_a_call(
    caller: Caller, stranger: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient
) -> None:
    ids = await everything(caller, client)
    before = await state(caller)
    shown = await walk(intruder, stranger, ids)
    assert "Camille" not in shown and [model.__name__ for model, identity in ids.items() if str(identity) in shown] == []
    assert await state(caller) == before


@pytest.mark.parametrize("path", LISTS)
async def test_an_id_in_a_body(path: str, caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    for identity in (await everything(caller, client)).values():
        for sent in ([str(identity)], {"resumeIds": [str(identity)]}):
            assert (await intruder.post(path, json=sent)).status_code in (400, 403, 404)


async def test_the_sandbox_of_the_same_account_sees_and_changes_nothing(caller: Caller, client: httpx.AsyncClient) -> None:
    ids, other = await everything(caller, client), Caller(caller.account, sandbox=True)
    before = await state(caller)
    async with visitor(await secret_for(other)) as sandbox:
        for path in LISTS:
            for identity in map(str, ids.values()):
                assert (await sandbox.post(path, json=[identity])).status_code in (400, 403, 404)
        assert "Camille" not in await walk(sandbox, other, ids)
    assert await state(caller) == before


async def test_one_idempotency_key_in_three_worlds(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    """The same key and body of another account, or of the sandbox, is another request."""
    sent, headers = {"title": "Développeuse"}, {"Idempotency-Key": str(uuid.uuid4())}
    async with visitor(await secret_for(Caller(caller.account, sandbox=True))) as sandbox:
        made = [(await door.post("/api/jobs/api-key", json=sent, headers=headers)).json()["id"] for door in (client, intruder, sandbox)]
        assert len(set(made)) == 3
        again = [(await door.post("/api/jobs/api-key", json=sent, headers=headers)).json()["id"] for door in (client, intruder, sandbox)]
        assert again == made


async def test_the_walk_would_notice(caller: Caller, client: httpx.AsyncClient) -> None:
    """The owner's own calls do show and change things: the net has a floor."""
    ids = await everything(caller, client)
    before = await state(caller)
    assert "Camille" in await walk(client, caller, ids)
    after = await state(caller)
    assert all(after[model] != before[model] for model in (Resume, Job, Invitation, Webhook))
