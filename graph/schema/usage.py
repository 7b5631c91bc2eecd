from __future__ import annotations

import datetime as dt
from typing import Annotated

import strawberry

from graph.schema.context import Info
from workers.services import quota, usage
from workers.services.quota import Kind

strawberry.enum(Kind, name="QuotaKind", description="What is counted: calls of the JobZen endpoints, or credits of the others.")


@strawberry.type(description="One kind of call in the current month of UTC.")
class Quota:
    kind: Kind = strawberry.field(description="What is counted.")
    used: int = strawberry.field(description="Calls that succeeded; sandbox keys are never counted.")
    total: int = strawberry.field(description="What the account's plan includes.")
    remaining: int = strawberry.field(description="What is left.")
    reset_at: dt.datetime = strawberry.field(description="When counting starts anew, UTC.")

    @classmethod
    def show(cls, state: quota.State) -> Quota:
        return cls(kind=state.kind, used=state.used, total=state.total, remaining=state.remaining, reset_at=state.reset_at)


@strawberry.type(description="Calls of one endpoint on one day.")
class EndpointUsage:
    endpoint: str = strawberry.field(description="Path of the endpoint.")
    calls: int = strawberry.field(description="How many calls.")
    errors: int = strawberry.field(description="How many of them failed.")
    milliseconds: int = strawberry.field(description="How long they took together.")


@strawberry.type(description="Calls on one day.")
class UsageDay:
    date: dt.date = strawberry.field(description="The day, UTC.")
    calls: int = strawberry.field(description="How many calls.")
    errors: int = strawberry.field(description="How many of them failed.")
    by_endpoint: list[EndpointUsage] = strawberry.field(description="The same by endpoint.")

    @classmethod
    def show(cls, day: usage.Day) -> UsageDay:
        endpoints = [EndpointUsage(**vars(each)) for each in day.endpoints]
        return cls(date=day.date, calls=day.calls, errors=day.errors, by_endpoint=endpoints)


async def quotas(info: Info) -> list[Quota]:
    return [Quota.show(state) for state in await quota.states(info.context.caller)]


From = Annotated[dt.date | None, strawberry.argument(name="from", description="First day, UTC; thirty days before the last, where absent.")]
To = Annotated[dt.date | None, strawberry.argument(name="to", description="Last day, UTC; today, where absent.")]


async def days(info: Info, first_day: From = None, last_day: To = None) -> list[UsageDay]:
    asked = await usage.between(info.context.caller, first_day, last_day)
    return [UsageDay.show(day) for day in asked.days]
