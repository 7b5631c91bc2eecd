"""Keys: shown once, kept as a digest, stopped at once."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from db.models import Account, ApiKey, AuditEvent
from tests.stage import fresh_caller
from workers.errors import Conflict, ErrorCode, Forbidden, InvalidInput, NotFound, Unauthenticated
from workers.services import account, api_key
from workers.services.caller import Caller, Scope, Tier


async def test_only_a_digest_is_kept(database: Path) -> None:
    owner = await account.create("Agence Fictive")
    key, secret = await api_key.create(owner, "tool")
    row = (await ApiKey.filter(id=key.id).values())[0]
    assert secret not in str(row) and len(secret) > 40
    assert (await api_key.authenticate(secret)).account_id == owner.id


async def test_a_revoked_key_stops_at_once(caller: Caller) -> None:
    key, secret = await api_key.create(caller.account, "tool")
    await api_key.revoke(caller, key.id)
    with pytest.raises(Unauthenticated):
        await api_key.authenticate(secret)
    assert (await api_key.revoke(caller, key.id)).revoked_at


async def test_an_expired_key_stops(caller: Caller) -> None:
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    key, secret = await api_key.create(caller.account, "tool", expires_at=soon)
    await ApiKey.filter(id=key.id).update(expires_at=soon - dt.timedelta(hours=2))
    with pytest.raises(Unauthenticated):
        await api_key.authenticate(secret)


@pytest.mark.parametrize("secret", ["", "CVG_", "SBX_nothing", "é" * 50])
async def test_unknown_secrets(database: Path, secret: str) -> None:
    with pytest.raises(Unauthenticated):
        await api_key.authenticate(secret)


async def test_another_accounts_key_does_not_exist(caller: Caller, stranger: Caller) -> None:
    key, _ = await api_key.create(caller.account, "tool")
    with pytest.raises(NotFound):
        await api_key.revoke(stranger, key.id)


async def test_sandbox_keys_say_so(database: Path) -> None:
    _, secret = await api_key.create(await account.create("Agence Fictive"), "try", sandbox=True)
    assert secret.startswith("SBX_") and (await api_key.authenticate(secret)).sandbox


async def test_a_key_makes_no_mightier_key(database: Path) -> None:
    weak, _ = await api_key.create(await account.create("Agence Fictive"), "weak", tier=Tier.BASIC)
    caller = await fresh_caller()
    with pytest.raises(Forbidden) as refused:
        await api_key.create_for(Caller(caller.account, key=weak), "strong", tier=Tier.PREMIUM, scopes=(), expires_at=None)
    assert refused.value.code is ErrorCode.TIER_REQUIRED


async def test_a_key_gives_no_scope_it_does_not_have(database: Path) -> None:
    """An administrator's key made for keys alone must not become one that reads CVs, by making or by rotating."""
    owner = await account.create("Agence Fictive")
    limited, _ = await api_key.create(owner, "keys", scopes=[Scope.ADMIN, Scope.READ])
    mighty, _ = await api_key.create(owner, "everything")
    caller = Caller(owner, False, limited)
    made, _ = await api_key.create_for(caller, "reader", tier=Tier.BASIC, scopes=[Scope.READ], expires_at=None)
    assert made.scopes == ["read"]
    for scopes in ([], [Scope.PARSE], [Scope.READ, Scope.WRITE]):
        with pytest.raises(Forbidden) as told:
            await api_key.create_for(caller, "wider", tier=Tier.BASIC, scopes=scopes, expires_at=None)
        assert told.value.code is ErrorCode.SCOPE_REQUIRED
    with pytest.raises(Forbidden):
        await api_key.rotate(caller, mighty.id)
    assert (await api_key.rotate(caller, limited.id))[0].scopes == limited.scopes


async def test_scopes_are_kept(caller: Caller) -> None:
    key, _ = await api_key.create(caller.account, "reader", scopes=[Scope.READ])
    with pytest.raises(Forbidden):
        Caller(caller.account, key=key).demand(Scope.PARSE)
    Caller(caller.account, key=key).demand(Scope.READ)


async def test_changes_of_keys_are_audited(caller: Caller) -> None:
    key, _ = await api_key.create(caller.account, "tool", caller=caller)
    await api_key.revoke(caller, key.id)
    assert await AuditEvent.filter(subject_id=key.id).order_by("id").values_list("action", flat=True) == [
        "api_key.create",
        "api_key.revoke",
    ]


async def test_a_key_needs_a_name(caller: Caller) -> None:
    with pytest.raises(InvalidInput):
        await api_key.create(caller.account, "  ")


async def test_an_immediate_rotation_stops_the_old_key(caller: Caller) -> None:
    old, old_secret = await api_key.create(caller.account, "tool", tier=Tier.STANDARD, scopes=[Scope.ADMIN, Scope.MATCH])
    new, secret = await api_key.rotate(caller, old.id)
    with pytest.raises(Unauthenticated):
        await api_key.authenticate(old_secret)
    successor = await api_key.authenticate(secret)
    assert successor.key and (successor.key.name, successor.tier, successor.key.scopes) == ("tool", Tier.STANDARD, ["admin", "match"])
    assert (await ApiKey.get(id=old.id)).successor_id == new.id


async def test_a_planned_rotation_leaves_both_valid_until_the_date(caller: Caller) -> None:
    old, old_secret = await api_key.create(caller.account, "tool")
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=7)
    _, secret = await api_key.rotate(caller, old.id, valid_until=later)
    assert (await api_key.authenticate(old_secret)).account_id == (await api_key.authenticate(secret)).account_id
    assert (await ApiKey.get(id=old.id)).expires_at == later
    await ApiKey.filter(id=old.id).update(expires_at=later - dt.timedelta(days=8))
    with pytest.raises(Unauthenticated):
        await api_key.authenticate(old_secret)


async def test_a_key_has_one_successor(caller: Caller) -> None:
    """Rotations that race make one successor, and no key is left over."""
    old, _ = await api_key.create(caller.account, "tool")
    before = await ApiKey.visible(caller).count()
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=7)
    answers = await asyncio.gather(*(api_key.rotate(caller, old.id, valid_until=later) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(answer, Conflict) for answer in answers) == 4
    assert await ApiKey.visible(caller).count() == before + 1


async def test_a_rotation_never_lengthens_a_key(caller: Caller) -> None:
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    old, _ = await api_key.create(caller.account, "tool", expires_at=soon)
    new, _ = await api_key.rotate(caller, old.id, valid_until=soon + dt.timedelta(days=7))
    assert (await ApiKey.get(id=old.id)).expires_at == soon
    assert new.expires_at and new.expires_at > dt.datetime.now(dt.UTC)


async def test_a_rotation_into_the_past_is_refused(caller: Caller) -> None:
    old, _ = await api_key.create(caller.account, "tool")
    with pytest.raises(InvalidInput):
        await api_key.rotate(caller, old.id, valid_until=dt.datetime(2020, 1, 1))
    with pytest.raises(NotFound):
        await api_key.rotate(await fresh_caller(), old.id)


@pytest.mark.parametrize("tier", list(Tier))
def test_tiers_include_those_before(tier: Tier) -> None:
    key = ApiKey(tier=tier.value, scopes=[])
    for number, wanted in enumerate(Tier):
        caller = Caller(Account(), key=key)
        if number <= list(Tier).index(tier):
            caller.demand_tier(wanted)
        else:
            with pytest.raises(Forbidden, match=wanted.value) as refused:
                caller.demand_tier(wanted)
            assert refused.value.code is ErrorCode.TIER_REQUIRED
