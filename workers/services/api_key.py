"""API keys: made, recognised, revoked. The secret is shown once and kept as a digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.transactions import in_transaction

from db.base import columns, new_id, read
from db.connection import run
from db.models import Account, ApiKey
from db.secrets import digest, is_same, new_secret
from workers.errors import Conflict, ErrorCode, Forbidden, InvalidInput, NotFound, Unauthenticated
from workers.services import audit_event, news
from workers.services.caller import Caller, Scope, Tier
from workers.services.job_fields import printable
from workers.turns import line_up

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

USED_EVERY = dt.timedelta(minutes=1)
REFUSED = "Invalid Api Key"


async def create(
    account: Account,
    name: str,
    *,
    tier: Tier = Tier.PREMIUM,
    sandbox: bool = False,
    scopes: Sequence[Scope] = (),
    expires_at: dt.datetime | None = None,
    caller: Caller | None = None,
) -> tuple[ApiKey, str]:
    """The key and its secret, which is nowhere else from now on. `caller` is who asked, for the audit."""
    if not (name := printable(name).strip()):
        raise InvalidInput("A key needs a name", field=("name",))
    expires_at = utc(expires_at)
    if expires_at and expires_at <= _now():
        raise InvalidInput("The key would have expired already; choose a later expiresAt", field=("expiresAt",))
    secret = new_secret(sandbox)
    async with in_transaction():
        key = await ApiKey.create(
            id=new_id(),
            account_id=account.id,
            sandbox=sandbox,
            name=name[:200],
            prefix=secret[:12],
            digest=digest(secret),
            tier=tier.value,
            scopes=[scope.value for scope in scopes],
            expires_at=expires_at,
        )
        await audit_event.record(caller or Caller(account, sandbox), "api_key.create", key.id)
    return key, secret


async def create_for(
    caller: Caller, name: str, *, tier: Tier, scopes: Sequence[Scope], expires_at: dt.datetime | None
) -> tuple[ApiKey, str]:
    """A key that may do no more than the caller's own: same account and sandbox, no higher tier, no wider scopes."""
    caller.demand(Scope.ADMIN)
    _no_mightier(caller, tier, scopes)
    return await create(caller.account, name, tier=tier, sandbox=caller.sandbox, scopes=scopes, expires_at=expires_at, caller=caller)


def _no_mightier(caller: Caller, tier: Tier, scopes: Sequence[Scope]) -> None:
    if list(Tier).index(tier) > list(Tier).index(caller.tier):
        raise Forbidden(f"A {caller.tier} key cannot make a {tier} key", ErrorCode.TIER_REQUIRED, field=("input", "tier"))
    own = [Scope(scope) for scope in caller.key.scopes] if caller.key else []
    if own and not (scopes and set(scopes) <= set(own)):
        raise Forbidden(
            f"This key's scopes are {', '.join(own)}; it can give no others", ErrorCode.SCOPE_REQUIRED, field=("input", "scopes")
        )


async def rotate(
    caller: Caller, identity: UUID, *, valid_until: dt.datetime | None = None, expires_at: dt.datetime | None = None
) -> tuple[ApiKey, str]:
    """A successor with the same name, tier and scopes, and its secret. The old key stops at once, or at `valid_until`.

    Until then both are valid. A key that has stopped, or has a successor already, raises Conflict; one that is mightier than the
    caller's own Forbidden. Where `expires_at` is absent the successor lives as long as the old key was made to.
    """
    caller.demand(Scope.ADMIN)
    old, valid_until = await get(caller, identity), utc(valid_until)
    if valid_until and valid_until <= _now():
        raise InvalidInput("validUntil has passed; leave it out to stop the old key at once", field=("input", "validUntil"))
    if not is_valid(old) or old.successor_id:
        raise Conflict("This key has stopped, or was rotated before; rotate its successor", field=("id",))
    _no_mightier(caller, Tier(old.tier), [Scope(scope) for scope in old.scopes])
    life = old.expires_at - old.created_at if old.expires_at else None
    async with in_transaction():
        key, secret = await create(
            caller.account,
            old.name,
            tier=Tier(old.tier),
            sandbox=old.sandbox,
            scopes=[Scope(scope) for scope in old.scopes],
            expires_at=expires_at or (_now() + life if life else None),
            caller=caller,
        )
        await _succeed(old, key, valid_until)
        await audit_event.record(caller, "api_key.rotate", old.id)
    return key, secret


async def _succeed(old: ApiKey, key: ApiKey, valid_until: dt.datetime | None) -> None:
    end: dict[str, Any] = {"revoked_at": _now()}
    if valid_until:
        end = {"expires_at": min(valid_until, old.expires_at or valid_until)}
    # Two rotations of one key that race: the first wins.
    if not await ApiKey.filter(id=old.id, successor_id__isnull=True, revoked_at__isnull=True).update(successor_id=key.id, **end):
        raise Conflict("This key was rotated a moment ago; rotate its successor", field=("id",))
    await old.refresh_from_db()


async def authenticate(secret: str, request_id: str | None = None) -> Caller:
    """Whoever holds this secret. Unknown, revoked and expired keys are told apart for nobody."""
    key = await _known(digest(secret))
    if key is None or not is_same(key.digest, digest(secret)) or not is_valid(key):
        raise Unauthenticated(REFUSED)
    await _note_use(key)
    line_up(key.account_id)
    return Caller(key.account, key.sandbox, key, request_id)


async def _known(digest: str) -> ApiKey | None:
    """The key with its account: every call asks, and the object mapper takes longer to write the question than to have it answered."""
    _, rows = await run(_asked(), digest)
    if not rows:
        return None
    key, key.account = read(ApiKey, rows[0], "k"), read(Account, rows[0], "a")
    return key


@cache
def _asked() -> str:
    both = f"{columns(ApiKey, 'k')}, {columns(Account, 'a')}"
    return f"SELECT {both} FROM api_key AS k JOIN account AS a ON a.id = k.account_id WHERE k.digest = ?"


def is_valid(key: ApiKey) -> bool:
    return key.revoked_at is None and (key.expires_at is None or key.expires_at > _now())


async def _note_use(key: ApiKey) -> None:
    now = _now()
    if key.last_used_at is None or now - key.last_used_at > USED_EVERY:
        await ApiKey.filter(id=key.id).update(last_used_at=now)


def visible(caller: Caller) -> QuerySet[ApiKey]:
    return ApiKey.visible(caller)


async def get(caller: Caller, identity: UUID) -> ApiKey:
    key = await ApiKey.visible(caller).get_or_none(id=identity)
    if key is None:
        raise NotFound("There is no such key", field=("id",))
    return key


async def revoke(caller: Caller, identity: UUID) -> ApiKey:
    """Stop a key at once; revoking twice changes nothing."""
    caller.demand(Scope.ADMIN)
    key = await get(caller, identity)
    if key.revoked_at is None:
        key.revoked_at = _now()
        async with in_transaction():
            await key.save(update_fields=["revoked_at"])
            await audit_event.record(caller, "api_key.revoke", key.id)
        await news.tell(key.account_id, key.sandbox, "api_key", key.id)
    return key


def utc(moment: dt.datetime | None) -> dt.datetime | None:
    """The moment with its zone; one given without is UTC."""
    return moment.replace(tzinfo=dt.UTC) if moment and moment.tzinfo is None else moment


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
