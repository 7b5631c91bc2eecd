from __future__ import annotations

import datetime as dt

import strawberry

from db import models
from graph.schema import usage
from graph.schema.api_key import ApiKey
from graph.schema.context import Info
from graph.schema.payload import UserError, payload
from graph.schema.usage import Quota, UsageDay
from workers.services import account
from workers.services.caller import Caller, Tier


@strawberry.type(description="A customer: everything else belongs to one.")
class Account:
    id: strawberry.ID = strawberry.field(description="UUID.")
    name: str = strawberry.field(description="Its name.")
    email: str | None = strawberry.field(description="Where we write to.")
    members: list[str] = strawberry.field(description="E-mail addresses of the people behind it.")
    plan: str = strawberry.field(description="What each month includes; viewer { quota } says it in numbers.")
    retention_days: int = strawberry.field(description="Days after which a candidate's data is erased.")
    created_at: dt.datetime = strawberry.field(description="When it was made, UTC.")


@strawberry.type(description="Whoever sent this request.")
class Viewer:
    account: Account = strawberry.field(description="The account.")
    api_key: ApiKey | None = strawberry.field(description="The key of this request.")
    tier: Tier = strawberry.field(description="Tier of the key.")
    sandbox: bool = strawberry.field(description="Whether the key sees the sandbox's data, and only that.")
    quota: list[Quota] = strawberry.field(resolver=usage.quotas, description="What the month includes and what is used, by kind.")
    usage: list[UsageDay] = strawberry.field(resolver=usage.days, description="Calls by day; quiet days are left out.")


@strawberry.input(description="Changes of the account; what is left out stays.")
class AccountUpdateInput:
    name: str | None = strawberry.field(default=None, description="Its name: what invited candidates read.")
    email: str | None = strawberry.field(default=None, description="Where we write to.")
    members: list[str] | None = strawberry.field(default=None, description="E-mail addresses of the people behind it, all of them.")
    retention_days: int | None = strawberry.field(default=None, description="Days after which a candidate's data is erased, 1 to 3650.")


@strawberry.type(description="The account as it stands.")
class AccountUpdatePayload:
    account: Account | None = strawberry.field(default=None, description="The account.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The account erased, with its keys and everything it held.")
class AccountDeletePayload:
    deleted_account_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the account erased.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


def show(row: models.Account) -> Account:
    return Account(
        id=strawberry.ID(str(row.id)),
        name=row.name,
        email=row.email,
        members=list(row.members),
        plan=row.plan,
        retention_days=row.retention_days,
        created_at=row.created_at,
    )


def viewer(info: Info) -> Viewer:
    caller: Caller = info.context.caller
    key = ApiKey.show(caller.key) if caller.key else None
    return Viewer(account=show(caller.account), api_key=key, tier=caller.tier, sandbox=caller.sandbox)


def account_of(info: Info) -> Account:
    return show(info.context.caller.account)


@payload(AccountUpdatePayload)
async def account_update(info: Info, input: AccountUpdateInput) -> AccountUpdatePayload:
    return AccountUpdatePayload(account=show(await account.update(info.context.caller, **vars(input))))


@payload(AccountDeletePayload)
async def account_delete(info: Info, name: str) -> AccountDeletePayload:
    gone = await account.delete(info.context.caller, name)
    return AccountDeletePayload(deleted_account_id=strawberry.ID(str(gone)))
