from __future__ import annotations

import datetime as dt

import strawberry

from db import models
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.services import api_key
from workers.services.caller import Scope, Tier

strawberry.enum(Tier, description="What a key may call: each tier includes those before it.")
strawberry.enum(Scope, description="What a key may do; a key without scopes may do everything its tier allows.")


@strawberry.type(description="A key of the account. Its secret was shown once, when it was made.")
class ApiKey(Node):
    name: str = strawberry.field(description="What its owner calls it.")
    prefix: str = strawberry.field(description="The first letters of the secret, to recognise it by.")
    tier: Tier = strawberry.field(description="What it may call.")
    scopes: list[Scope] = strawberry.field(description="What it may do; empty: everything its tier allows.")
    sandbox: bool = strawberry.field(description="Whether it sees the sandbox's data, and only that.")
    expires_at: dt.datetime | None = strawberry.field(description="When it stops, UTC.")
    revoked_at: dt.datetime | None = strawberry.field(description="When it was stopped, UTC.")
    last_used_at: dt.datetime | None = strawberry.field(description="When it was last used, UTC, to the minute.")
    successor_id: strawberry.ID | None = strawberry.field(description="The key that took its place.")

    @classmethod
    def show(cls, row: models.ApiKey) -> ApiKey:
        return cls(
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            name=row.name,
            prefix=row.prefix,
            tier=Tier(row.tier),
            scopes=[Scope(scope) for scope in row.scopes],
            sandbox=row.sandbox,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
            last_used_at=row.last_used_at,
            successor_id=strawberry.ID(str(row.successor_id)) if row.successor_id else None,
        )


Nodes.register(models.ApiKey, ApiKey.show)


@strawberry.input(description="A key to make.")
class ApiKeyCreateInput:
    name: str = strawberry.field(description="What to call it.")
    tier: Tier = strawberry.field(default=Tier.PREMIUM, description="What it may call.")
    scopes: list[Scope] = strawberry.field(default_factory=list, description="What it may do; empty: everything its tier allows.")
    expires_at: dt.datetime | None = strawberry.field(default=None, description="When it stops, UTC; never, where absent.")


@strawberry.type(description="The key made, and its secret: store it, it is shown only here.")
class ApiKeyCreatePayload:
    api_key: ApiKey | None = strawberry.field(default=None, description="The key.")
    secret: str | None = strawberry.field(default=None, description="The secret, shown this once.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.input(description="How a key is replaced.")
class ApiKeyRotateInput:
    valid_until: dt.datetime | None = strawberry.field(
        default=None, description="Until when the old key stays valid beside the new one, UTC; it stops at once, where absent."
    )
    expires_at: dt.datetime | None = strawberry.field(
        default=None, description="When the new key stops, UTC; where absent it lives as long as the old one was made to."
    )


@strawberry.type(description="The key made in place of the old one, and its secret: store it, it is shown only here.")
class ApiKeyRotatePayload:
    api_key: ApiKey | None = strawberry.field(default=None, description="The new key.")
    secret: str | None = strawberry.field(default=None, description="Its secret, shown this once.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The key that was stopped.")
class ApiKeyRevokePayload:
    api_key: ApiKey | None = strawberry.field(default=None, description="The key.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def api_keys(info: Info, first: First = 20, after: After = None, order: Order = Order.NEWEST) -> Connection[ApiKey]:
    return await page(api_key.visible(info.context.caller), ApiKey.show, first, after, order)


@payload(ApiKeyCreatePayload)
async def api_key_create(info: Info, input: ApiKeyCreateInput) -> ApiKeyCreatePayload:
    caller = info.context.caller
    key, secret = await api_key.create_for(caller, input.name, tier=input.tier, scopes=input.scopes, expires_at=input.expires_at)
    return ApiKeyCreatePayload(api_key=ApiKey.show(key), secret=secret)


@payload(ApiKeyRotatePayload)
async def api_key_rotate(info: Info, id: strawberry.ID, input: ApiKeyRotateInput | None = None) -> ApiKeyRotatePayload:
    asked = input or ApiKeyRotateInput()
    key, secret = await api_key.rotate(info.context.caller, uuid_of(id), valid_until=asked.valid_until, expires_at=asked.expires_at)
    return ApiKeyRotatePayload(api_key=ApiKey.show(key), secret=secret)


@payload(ApiKeyRevokePayload)
async def api_key_revoke(info: Info, id: strawberry.ID) -> ApiKeyRevokePayload:
    return ApiKeyRevokePayload(api_key=ApiKey.show(await api_key.revoke(info.context.caller, uuid_of(id))))
