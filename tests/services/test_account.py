"""An account ends: nothing that names it stays, in any table, index or file."""

from __future__ import annotations

import pytest
from tortoise.connection import get_connection

from db import files
from db.models import OWNED, Account, CandidateToken, Posting, TermCount
from db.models.corpus import Corpus
from tests.stage import CV, fresh_caller, secret_for, visitor
from workers.errors import Conflict, Forbidden, InvalidInput, NotFound, Unauthenticated
from workers.services import account, api_key, job, match, resume
from workers.services.caller import Caller, Scope


async def filled(caller: Caller) -> None:
    await resume.parse(caller, CV, "cv.txt")
    ad = await job.create(caller, {"title": "Développeur Python", "description": "Python, PostgreSQL"})
    await match.resumes_for(caller, ad)


async def index() -> tuple[int, int]:
    return await Posting.all().count(), await TermCount.all().count()


async def test_erasing_leaves_nothing(caller: Caller) -> None:
    before = await index()
    await filled(caller)
    assert await index() > before and await files.names(str(caller.account_id))
    await account.erase(caller.account)
    assert await index() == before
    for model in (*OWNED, CandidateToken, Corpus):
        assert not await model.filter(account_id=caller.account_id).exists(), model
    assert not await files.names(str(caller.account_id)) and not await Account.filter(id=caller.account_id).exists()


async def test_the_next_corpus_begins_with_nothing(caller: Caller, stranger: Caller) -> None:
    """SQLite gives the number of a corpus that went to the next one."""
    await filled(caller)
    await account.erase(caller.account)
    _, rows = await get_connection("default").execute_query("SELECT COALESCE(MAX(id), 0) AS id FROM corpus")
    first = rows[0]["id"] + 1
    await filled(stranger)
    counted = await TermCount.filter(key__gte=first << 22).values_list("count", flat=True)
    assert counted and set(counted) == {1}


async def test_a_member_deletes_the_account(caller: Caller) -> None:
    async with visitor(secret := await secret_for(caller)) as client:
        query = "mutation($name: String!) { accountDelete(name: $name) { deletedAccountId userErrors { code field } } }"

        async def asked(name: str) -> dict[str, object]:
            answer = (await client.post("/graphql", json={"query": query, "variables": {"name": name}})).json()
            return dict(answer["data"]["accountDelete"])

        wrong = {"deletedAccountId": None, "userErrors": [{"code": "INVALID_REQUEST", "field": ["name"]}]}
        assert await asked("Agence") == wrong and await Account.filter(id=caller.account_id).exists()
        assert await asked(caller.account.name) == {"deletedAccountId": str(caller.account_id), "userErrors": []}
    with pytest.raises(Unauthenticated):
        await api_key.authenticate(secret)


async def test_who_may_not_delete_it(caller: Caller) -> None:
    sandbox = await fresh_caller(sandbox=True)
    with pytest.raises(Forbidden):
        await account.delete(sandbox, sandbox.account.name)
    reader, _ = await api_key.create(caller.account, "reader", scopes=[Scope.READ])
    with pytest.raises(Forbidden):
        await account.delete(Caller(caller.account, key=reader), caller.account.name)
    with pytest.raises(InvalidInput):
        await account.delete(caller, "")
    tried, _ = await account.open_sandbox()
    row = await Account.get(id=tried.account_id)
    assert await account.delete(Caller(row, True, tried), row.name) == row.id


async def test_an_account_is_found_by_id_or_name(database: object) -> None:
    one = await account.create("Cabinet Imaginaire du Nord")
    assert (await account.find(str(one.id))).id == (await account.find(one.name)).id == one.id
    await account.create(one.name)
    with pytest.raises(Conflict):
        await account.find(one.name)
    with pytest.raises(NotFound):
        await account.find("Nobody's")
    assert (one.id, 0) in [(row.id, kept) for row, kept in await account.counted()]
