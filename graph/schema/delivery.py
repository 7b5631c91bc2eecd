from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import strawberry

from db import models
from graph.schema import node
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers import queue
from workers.services import delivery
from workers.services.delivery import DeliveryStatus
from workers.services.webhook import WebhookEvent

if TYPE_CHECKING:
    from graph.schema.webhook import Webhook

strawberry.enum(WebhookEvent, description="What a webhook may be told.")
strawberry.enum(DeliveryStatus, description="Where a delivery stands.")


@strawberry.type(description="One try of a delivery, and what came back.")
class Attempt(Node):
    row: strawberry.Private[models.Attempt]
    number: int = strawberry.field(description="1 for the first.")
    milliseconds: int = strawberry.field(description="How long it took.")
    response_status: int | None = strawberry.field(description="Status that was answered; null where nothing was.")
    error: str | None = strawberry.field(description="Why it failed.")

    @classmethod
    def show(cls, row: models.Attempt) -> Attempt:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            number=row.number,
            milliseconds=row.milliseconds,
            response_status=row.response_status,
            error=row.error,
        )

    @strawberry.field(description="The first kilobyte of the answer.")
    def response_body(self, info: Info) -> str | None:
        return delivery.response_of(self.row, info.context.caller)


@strawberry.type(description="One event for one webhook, or for the account's e-mail. Its id is the same in every attempt: `webhook-id`.")
class Delivery(Node):
    row: strawberry.Private[models.Delivery]
    event: WebhookEvent = strawberry.field(description="What it tells of.")
    status: DeliveryStatus = strawberry.field(description="Where it stands.")
    attempt_count: int = strawberry.field(description="How often it was tried.")
    last_attempt_at: dt.datetime | None = strawberry.field(description="When it was last tried, UTC.")
    next_attempt_at: dt.datetime | None = strawberry.field(description="When it is tried next, UTC; null where it is not.")
    response_status: int | None = strawberry.field(description="Status last answered; null where nothing was.")
    error: str | None = strawberry.field(description="Why it failed last.")

    @classmethod
    def show(cls, row: models.Delivery) -> Delivery:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            event=WebhookEvent(row.event),
            status=DeliveryStatus(row.status),
            attempt_count=row.attempt_count,
            last_attempt_at=row.last_attempt_at,
            next_attempt_at=row.next_attempt_at,
            response_status=row.response_status,
            error=row.error,
        )

    @strawberry.field(description="The first kilobyte of the last answer.")
    def response_body(self, info: Info) -> str | None:
        return delivery.response_of(self.row, info.context.caller)

    @strawberry.field(description="Where it goes; null for an e-mail.")
    async def webhook(self, info: Info) -> Annotated[Webhook, strawberry.lazy("graph.schema.webhook")] | None:
        from graph.schema.webhook import Webhook

        row = await info.context.one(models.Webhook).load(self.row.webhook_id) if self.row.webhook_id else None
        return Webhook.show(row) if row else None

    @strawberry.field(description="What it tells of.")
    async def subject(self, info: Info) -> Node | None:
        return await node.load(info, self.row.subject_id) if self.row.subject_id else None

    @strawberry.field(description="Every try, newest first.")
    async def attempts(self, info: Info) -> list[Attempt]:
        return [Attempt.show(row) for row in await info.context.many(models.Attempt, "delivery_id").load(self.row.id)]


Nodes.register(models.Delivery, Delivery.show)
Nodes.register(models.Attempt, Attempt.show)


@strawberry.input(description="Which deliveries; what is left out does not matter.")
class DeliveryFilter:
    status: DeliveryStatus | None = strawberry.field(default=None, description="Where they stand.")
    event: WebhookEvent | None = strawberry.field(default=None, description="What they tell of.")
    subject_id: strawberry.ID | None = strawberry.field(default=None, description="What they tell of, by its id.")
    task_id: strawberry.ID | None = strawberry.field(default=None, description="The task whose end they tell of.")


@strawberry.type(description="The delivery that is sent again.")
class DeliveryReplayPayload:
    delivery: Delivery | None = strawberry.field(default=None, description="The delivery.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def deliveries(
    info: Info, filter: DeliveryFilter | None = None, first: First = 20, after: After = None, order: Order = Order.NEWEST
) -> Connection[Delivery]:
    asked = {name: value for name, value in vars(filter or DeliveryFilter()).items() if value is not None}
    asked |= {name: uuid_of(asked[name], name) for name in ("subject_id", "task_id") if name in asked}
    return await page(delivery.visible(info.context.caller, **asked), Delivery.show, first, after, order)


async def delivery_by_id(info: Info, id: strawberry.ID) -> Delivery | None:
    row = await info.context.one(models.Delivery).load(uuid_of(id))
    return Delivery.show(row) if row else None


@payload(DeliveryReplayPayload)
async def delivery_replay(info: Info, id: strawberry.ID) -> DeliveryReplayPayload:
    row, work = await delivery.replay(info.context.caller, uuid_of(id))
    await put(work)
    return DeliveryReplayPayload(delivery=Delivery.show(row))


async def put(work: models.Task) -> None:
    await queue.put(work.id, work.lane)
