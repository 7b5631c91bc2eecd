"""Nothing of one account exists for another, through any door, by any id. New nouns and routes join by themselves."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import pytest
from graphql import GraphQLNonNull, GraphQLObjectType

from db.base import Owned, owned
from db.models import OWNED, JobFeed
from graph.app import rest_routes
from graph.rest.route import Operation
from graph.schema import build
from graph.schema.node import Nodes
from tests.api.test_doors import FILE, ask
from tests.services.working import work_all
from tests.stage import fresh_caller
from workers.services import api_key, batch, delivery, document, invitation, settings, webhook
from workers.services.caller import Caller
from workers.services.task import begin

SCHEMA = build()._schema
FORBIDDEN_INSTEAD = {"/api/jobs/api-key/my/{jobId}"}


async def everything(caller: Caller, client: httpx.AsyncClient) -> dict[type[Owned], uuid.UUID]:
    """One row of every noun an account owns."""
    made = (await client.post("/api/v1/parser", files=FILE, headers={"Idempotency-Key": "first"})).json()
    await begin(caller, "resume.parse", uuid.UUID(made["resumeId"]))
    await document.publish(caller, uuid.UUID(made["resumeId"]))
    await batch.render(caller, [uuid.UUID(made["resumeId"])])
    hook, _ = await webhook.create(caller, f"http://127.0.0.1:9/{uuid.uuid4()}", webhook.CHOOSABLE)
    await work_all(caller)
    await delivery.test(caller, hook.id)
    await invitation.create(caller, f"candidate-{uuid.uuid4()}")
    await client.post("/api/jobs/api-key", json={"title": "Développeuse Python", "skills": ["Python"]})
    await client.get(f"/api/scores/jobs-for-resume/{made['resumeId']}")
    await JobFeed.create(**owned(caller), url="https://jobs.example.org/api/jobs")
    await settings.row(caller)
    rows = {model: await model.visible(caller).order_by("-id").first() for model in OWNED}
    missing = [model.__name__ for model, row in rows.items() if row is None]
    assert missing == [], "this scenario must make one row of every owned noun"
    return {model: row.id for model, row in rows.items() if row}


async def test_every_noun_is_hidden(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    ids = await everything(caller, client)
    for model, identity in ids.items():
        if model in Nodes.known:
            query = "query($id: ID!) { node(id: $id) { id __typename } nodes(ids: [$id]) { id } }"
            assert (await ask(client, query, id=str(identity)))["node"]["id"] == str(identity)
            assert await ask(intruder, query, id=str(identity)) == {"node": None, "nodes": [None]}
        assert not await model.visible(await fresh_caller()).filter(id=identity).exists()


async def test_every_query_with_an_id_answers_nothing(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    ids = await everything(caller, client)
    query_type = SCHEMA.query_type
    assert query_type
    for name, field in query_type.fields.items():
        if "id" in field.args:
            for identity in ids.values():
                assert (await ask(intruder, f"query($id: ID!) {{ {name}(id: $id) {{ id }} }}", id=str(identity)))[name] is None


async def test_every_list_is_empty(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    await everything(caller, client)
    query_type = SCHEMA.query_type
    assert query_type
    for name, field in query_type.fields.items():
        kind = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
        if isinstance(kind, GraphQLObjectType) and "totalCount" in kind.fields and name != "apiKeys":
            assert (await ask(intruder, f"{{ {name} {{ totalCount nodes {{ id }} }} }}"))[name] == {"totalCount": 0, "nodes": []}


async def test_every_mutation_with_an_id_changes_nothing(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    ids = await everything(caller, client)
    mutation_type = SCHEMA.mutation_type
    assert mutation_type
    for name, field in mutation_type.fields.items():
        if "id" in field.args:
            wanted = "(id: $id, input: {})" if "input" in field.args else "(id: $id)"
            for identity in ids.values():
                answer = await ask(intruder, f"mutation($id: ID!) {{ {name}{wanted} {{ userErrors {{ code }} }} }}", id=str(identity))
                assert answer[name]["userErrors"], name
    for model, identity in ids.items():
        assert await model.visible(caller).filter(id=identity).exists()


def _operations() -> list[Any]:
    return [
        pytest.param(route, id=f"{route.method} {route.path}")
        for route in rest_routes()
        if isinstance(route, Operation) and route.param_convertors
    ]


@pytest.mark.parametrize("route", _operations())
async def test_every_rest_route_refuses(route: Operation, caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    for identity in (await everything(caller, client)).values():
        path = route.path
        for name in route.param_convertors:
            path = path.replace(f"{{{name}}}", str(identity))
        answer = await intruder.request(route.method, path, json={} if route.method in ("PUT", "POST") else None)
        assert answer.status_code in (400, 403, 404), (route.path, answer.status_code)


async def test_sandbox_and_real_are_two_worlds(caller: Caller, client: httpx.AsyncClient) -> None:
    from tests.stage import visitor

    ids = await everything(caller, client)
    _, secret = await api_key.create(caller.account, "try", sandbox=True)
    async with visitor(secret) as sandbox:
        for identity in ids.values():
            assert (await ask(sandbox, "query($id: ID!) { node(id: $id) { id } }", id=str(identity)))["node"] is None
