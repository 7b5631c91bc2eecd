"""GraphQL's own rules: limits before execution, pages that agree, one query per relation."""

from __future__ import annotations

import httpx
import orjson
import pytest

from graph.schema import build
from tests.api.test_doors import FILE, ask
from tests.stage import CV, fresh_caller, secret_for, statements_of, visitor
from workers.services import api_key, job, match, resume
from workers.services.caller import Caller, Scope


async def errors(client: httpx.AsyncClient, query: str) -> list[str]:
    body = (await client.post("/graphql", json={"query": query})).json()
    return [error["message"] for error in body.get("errors", [])]


async def test_who_asks(client: httpx.AsyncClient, caller: Caller) -> None:
    seen = await ask(client, "{ viewer { tier sandbox account { id name } apiKey { name prefix } } account { id } }")
    assert seen["viewer"]["account"]["id"] == seen["account"]["id"] == str(caller.account_id)
    assert (seen["viewer"]["tier"], seen["viewer"]["sandbox"]) == ("PREMIUM", False)


async def test_pages_agree(caller: Caller, client: httpx.AsyncClient) -> None:
    """Walking page by page meets every row once, in order, whatever was added meanwhile."""
    rows = [await resume.parse(caller, CV, f"{number}.txt") for number in range(7)]
    for order, wanted in (("OLDEST", rows), ("NEWEST", rows[::-1]), ("RECENTLY_UPDATED", rows[::-1])):
        met, after = [], None
        while True:
            wanted_fields = "totalCount nodes { id } pageInfo { hasNextPage endCursor }"
            query = f"query($after: String) {{ resumes(first: 3, after: $after, order: {order}) {{ {wanted_fields} }} }}"
            page = (await ask(client, query, after=after))["resumes"]
            met += [node["id"] for node in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        assert met == [str(row.id) for row in wanted] and page["totalCount"] == 7


async def test_pages_of_a_relation_agree(caller: Caller, client: httpx.AsyncClient) -> None:
    rows = [await resume.parse(caller, CV, f"{number}.txt") for number in range(4)]
    query = """query($id: ID!, $after: String) { candidate(id: $id) { resumes(first: 3, after: $after) {
        totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }"""
    one = (await ask(client, query, id=str(rows[0].candidate_id)))["candidate"]["resumes"]
    two = (await ask(client, query, id=str(rows[0].candidate_id), after=one["pageInfo"]["endCursor"]))["candidate"]["resumes"]
    assert [node["id"] for node in one["nodes"] + two["nodes"]] == [str(row.id) for row in rows[::-1]]
    assert one["pageInfo"]["hasNextPage"] and not two["pageInfo"]["hasNextPage"] and two["pageInfo"]["hasPreviousPage"]
    assert one["totalCount"] == two["totalCount"] == 4
    wrong = {"query": query, "variables": {"id": str(rows[0].candidate_id), "after": "x"}}
    assert (await client.post("/graphql", json=wrong)).json()["errors"][0]["message"] == "'after' is no cursor of this list"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('{ resumes(filter: {language: "%s"}) { totalCount } }' % ("x" * 5000), "longer than what is kept"),
        ('mutation { resumeUpdate(id: "1", input: {experiences: [{startDate: "2020-13"}]}) { resume { id } } }', "not a partial date"),
        ("mutation { resumeUpdate(id: 1, input: {experiences: [{startDate: 2020}]}) { resume { id } } }", "not a partial date"),
    ],
)
async def test_what_is_wrong_with_a_value_is_told(client: httpx.AsyncClient, query: str, said: str) -> None:
    assert any(said in message for message in await errors(client, query)), await errors(client, query)


NUL_MUTATIONS = [
    ('apiKeyCreate(input: {name: "a\\u0000b", tier: BASIC})', True),
    ('accountUpdate(input: {name: "a\\u0000b"})', True),
    ('accountUpdate(input: {email: "a\\u0000@example.org"})', False),
    ('invitationCreate(input: {ref: "a\\u0000b"})', False),
    ('jobCreate(input: {title: "a", reference: "a\\u0000b", country: "F\\u0000R"})', True),
]


@pytest.mark.parametrize(("call", "is_good"), NUL_MUTATIONS)
async def test_no_nul_reaches_the_database(client: httpx.AsyncClient, call: str, is_good: bool) -> None:
    """PostgreSQL refuses it, SQLite keeps it: both doors and both databases answer alike."""
    (answer,) = (await ask(client, f"mutation {{ {call} {{ userErrors {{ code message }} }} }}")).values()
    assert (answer["userErrors"] == []) is is_good, answer


@pytest.mark.parametrize(
    "listed", ['jobs(filter: {country: "F\\u0000R"})', 'jobs(filter: {contract: "\\u0000"})', 'resumes(filter: {language: "\\u0000"})']
)
async def test_nul_in_a_filter(client: httpx.AsyncClient, listed: str) -> None:
    """SQLite finds nothing, PostgreSQL refuses the value: neither is an outage."""
    told = (await client.post("/graphql", json={"query": f"{{ {listed} {{ totalCount }} }}"})).json()
    assert told["data"] or told["errors"][0]["extensions"]["code"] == "INVALID_REQUEST", told


DEEP = "{ resumes { nodes { " + "candidate { latestResume { " * 6 + "id" + " }" * 15
COSTLY = "{ resumes(first: 100) { nodes { matches(first: 100) { nodes { id } } } } }"


def links(length: int, link: str, last: str = "{ tier }") -> str:
    """A document of `length` fragments, each holding `link`, where {} is the name of the next."""
    chain = "".join(f" fragment F{n} on Viewer {{ {link.replace('{}', f'F{n + 1}')} }}" for n in range(length))
    return f"{{ viewer {{ ...F0 }} }}{chain} fragment F{length} on Viewer {last}"


DOUBLING = links(60, "...{} ...{}")
UNKNOWN = links(60, "...{} ...{}", "{ ...Nobody }")
CIRCLE = links(60, "...{} ...{}", "{ ...F0 }")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("{ resumes(first: 101) { totalCount } }", "'first' must be 1 to 100"),
        ("{ resumes(first: 0) { totalCount } }", "'first' must be 1 to 100"),
        ('{ resumes(after: "x") { totalCount } }', "'after' is no cursor"),
        ('{ node(id: "17") { id } }', "is no UUID"),
        (DEEP, "exceeds maximum"),
        (COSTLY, "over the limit"),
        (COSTLY.replace("{ resumes(first: 100)", "query($n: Int! = 100) { resumes(first: $n)"), "over the limit"),
        (DOUBLING, "values, over the limit"),
        (UNKNOWN, "'Nobody' is not defined"),
        (CIRCLE, "spreads itself"),
        ("{ viewer { tier } } query other " + DOUBLING, "over the limit"),
        ("{ " + "viewer { tier } " * 31 + "}", "asked for 31 times"),
        ("{ " + " ".join(f"a{n}: viewer {{ tier }}" for n in range(16)) + " }", "aliases"),
        ("{ " + "viewer { tier } " * 400 + "}", "tokens"),
    ],
)
async def test_limits(client: httpx.AsyncClient, query: str, said: str) -> None:
    assert any(said in message for message in await errors(client, query)), await errors(client, query)


@pytest.mark.parametrize(
    "query", ["{", "{ nobody }", COSTLY, DOUBLING, "{ node(id: 17.5) { id } }", "{ resumes(first: 0) { totalCount } }"]
)
async def test_every_error_has_a_code(client: httpx.AsyncClient, query: str) -> None:
    told = (await client.post("/graphql", json={"query": query})).json()
    assert [error["extensions"]["code"] for error in told["errors"]] == ["INVALID_REQUEST"]


async def test_a_long_chain_of_fragments_is_followed(client: httpx.AsyncClient) -> None:
    assert (await ask(client, links(100, "...{}")))["viewer"]["tier"]


async def test_cost_is_told(client: httpx.AsyncClient) -> None:
    body = (await client.post("/graphql", json={"query": "{ resumes(first: 10) { nodes { id } } }"})).json()
    assert body["extensions"]["cost"] == {"requested": 21, "limit": 20_000}


async def test_several_operations_need_a_name(client: httpx.AsyncClient) -> None:
    two = 'query one { viewer { tier } } mutation two { accountUpdate(input: {name: "Renamed"}) { account { name } } }'
    assert await errors(client, two) == ["Send 'operationName': this document holds several operations"]
    assert (await ask(client, "{ account { name } }"))["account"]["name"] != "Renamed"
    named = (await client.post("/graphql", json={"query": two, "operationName": "two"})).json()
    assert named["data"] == {"accountUpdate": {"account": {"name": "Renamed"}}}


async def test_relations_cost_one_query_each(caller: Caller, client: httpx.AsyncClient) -> None:
    """Ten rows with their relations take as many statements as two."""
    query = "{ resumes { nodes { id candidate { name resumes { totalCount nodes { id } } latestResume { id } } tasks { nodes { id } } } } }"

    async def statements() -> int:
        return len(await statements_of(ask(client, query)))

    for number in range(2):
        await resume.parse(
            caller, CV.replace(b"camille.exemple@", f"a{number}@".encode()).replace(b"98 12 34", f"98 12 {number:02}".encode()), "cv.txt"
        )
    await statements()
    few = await statements()
    for number in range(2, 10):
        await resume.parse(
            caller, CV.replace(b"camille.exemple@", f"a{number}@".encode()).replace(b"98 12 34", f"98 12 {number:02}".encode()), "cv.txt"
        )
    assert await statements() == few


async def test_keys_through_the_door(client: httpx.AsyncClient) -> None:
    made = (
        await ask(
            client, 'mutation { apiKeyCreate(input: {name: "tool", scopes: [READ]}) { secret apiKey { id scopes } userErrors { code } } }'
        )
    )["apiKeyCreate"]
    async with visitor(made["secret"]) as reader:
        assert (await reader.post("/api/v1/parser", files=FILE)).json()["code"] == "SCOPE_REQUIRED"
        assert (await ask(reader, "{ viewer { apiKey { name } } }"))["viewer"]["apiKey"]["name"] == "tool"
        await ask(client, "mutation($id: ID!) { apiKeyRevoke(id: $id) { apiKey { revokedAt } } }", id=made["apiKey"]["id"])
        assert (await reader.post("/graphql", json={"query": "{ viewer { tier } }"})).status_code == 401


async def test_introspection_is_for_development(client: httpx.AsyncClient) -> None:
    assert await errors(client, "{ __schema { types { name } } }")
    assert not any("Did you mean" in message for message in await errors(client, "{ resume { id } viewe { tier } }"))


async def test_a_scoped_key_is_told(caller: Caller) -> None:
    _, secret = await api_key.create(caller.account, "reader", scopes=[Scope.READ])
    async with visitor(secret) as reader:
        answer = await ask(reader, 'mutation { apiKeyCreate(input: {name: "x"}) { userErrors { code } } }')
        assert answer["apiKeyCreate"]["userErrors"] == [{"code": "SCOPE_REQUIRED"}]


async def test_filters(caller: Caller, client: httpx.AsyncClient) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    other = await fresh_caller()
    query = "query($f: CandidateFilter) { candidates(filter: $f) { nodes { name } } }"
    for wanted in ({"name": "exemple"}, {"email": "camille.exemple@example.org"}, {"phone": "+33639981234"}):
        assert len((await ask(client, query, f=wanted))["candidates"]["nodes"]) == 1
    assert (await ask(client, query, f={"name": "autre"}))["candidates"]["nodes"] == []
    resumes = "query($f: ResumeFilter) { resumes(filter: $f) { nodes { id } } }"
    assert (await ask(client, resumes, f={"candidateId": str(row.candidate_id), "language": "FR"}))["resumes"]["nodes"] == [
        {"id": str(row.id)}
    ]
    async with visitor(await secret_for(other)) as stranger:
        assert (await ask(stranger, resumes, f={"candidateId": str(row.candidate_id)}))["resumes"]["nodes"] == []


async def test_all_that_is_kept_of_a_person_is_given(caller: Caller, client: httpx.AsyncClient, intruder: httpx.AsyncClient) -> None:
    row = await resume.parse(caller, CV, "cv.txt")
    ad = await job.create(caller, {"title": "Développeur Python", "description": "Python, PostgreSQL"})
    await match.resumes_for(caller, ad)
    query = "query($id: ID!) { candidate(id: $id) { export } }"
    asked = {"query": query, "variables": {"id": str(row.candidate_id)}}
    kept = orjson.loads((await client.post("/graphql", json=asked)).json()["data"]["candidate"]["export"])
    (only,) = kept["resumes"]
    assert only["cv"]["candidate"]["email"] == "camille.exemple@example.org" and only["fileName"] == "cv.txt"
    assert only["scores"][0]["job"] == "Développeur Python" and 0 < only["scores"][0]["value"] <= 100
    assert {"candidate.export", "resume.parse"} <= {each["action"] for each in kept["accesses"]}
    assert (await intruder.post("/graphql", json=asked)).json()["data"] == {"candidate": None}


async def test_what_breaks_on_our_side_is_told_as_internal() -> None:
    """A request without its context breaks in the resolver: the caller hears nothing of how."""
    told = await build().execute("{ viewer { tier } }", context_value=object())
    assert [(error.message, error.extensions) for error in told.errors or ()] == [("Unexpected error.", {"code": "INTERNAL"})]
