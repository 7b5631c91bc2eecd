from __future__ import annotations

import datetime as dt

import strawberry

from db import models
from graph.schema.api_key import ApiKey
from graph.schema.context import Info
from workers.services.caller import Caller, Tier


@strawberry.type(description="A customer: everything else belongs to one.")
class Account:
    id: strawberry.ID = strawberry.field(description="UUID.")
    name: str = strawberry.field(description="Its name.")
    email: str | None = strawberry.field(description="Where we write to.")
    retention_days: int = strawberry.field(description="Days after which a candidate's data is erased.")
    created_at: dt.datetime = strawberry.field(description="When it was made, UTC.")


@strawberry.type(description="Whoever sent this request.")
class Viewer:
    account: Account = strawberry.field(description="The account.")
    api_key: ApiKey | None = strawberry.field(description="The key of this request.")
    tier: Tier = strawberry.field(description="Tier of the key.")
    sandbox: bool = strawberry.field(description="Whether the key sees the sandbox's data, and only that.")


def show(row: models.Account) -> Account:
    return Account(
        id=strawberry.ID(str(row.id)), name=row.name, email=row.email, retention_days=row.retention_days, created_at=row.created_at
    )


def viewer(info: Info) -> Viewer:
    caller: Caller = info.context.caller
    key = ApiKey.show(caller.key) if caller.key else None
    return Viewer(account=show(caller.account), api_key=key, tier=caller.tier, sandbox=caller.sandbox)


def account_of(info: Info) -> Account:
    return show(info.context.caller.account)
