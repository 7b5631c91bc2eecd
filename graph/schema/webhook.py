from __future__ import annotations

import datetime as dt

import strawberry

from db import models
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.delivery import Delivery, put
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.services import delivery, webhook
from workers.services.webhook import WebhookEvent


@strawberry.type(
    description="An address of yours that is told what happened. Every request is signed with its secret, which was shown once."
)
class Webhook(Node):
    row: strawberry.Private[models.Webhook]
    events: list[WebhookEvent] = strawberry.field(description="What it is told.")
    thin: bool = strawberry.field(description="Whether bodies leave out personal data and name ids alone.")
    enabled: bool = strawberry.field(description="Whether it is called.")
    disabled_reason: str | None = strawberry.field(description="Why it is not called any more.")
    disabled_at: dt.datetime | None = strawberry.field(description="Since when it is not called, UTC.")
    failing_since: dt.datetime | None = strawberry.field(description="Since when nothing arrived there, UTC; five days of it disable it.")
    old_secret_until: dt.datetime | None = strawberry.field(description="Until when the secret before the last rotation signs too, UTC.")
    updated_at: dt.datetime = strawberry.field(description="When it last changed, UTC.")

    @classmethod
    def show(cls, row: models.Webhook) -> Webhook:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            events=[WebhookEvent(event) for event in row.events],
            thin=row.thin,
            enabled=row.enabled,
            disabled_reason=row.disabled_reason,
            disabled_at=row.disabled_at,
            failing_since=row.failing_since,
            old_secret_until=row.old_secret_until,
            updated_at=row.updated_at,
        )

    @strawberry.field(description="The address.")
    def url(self, info: Info) -> str:
        return webhook.url_of(self.row, info.context.caller)

    @strawberry.field(description="What was, or is to be, delivered there.")
    async def deliveries(self, info: Info, first: First = 20, after: After = None, order: Order = Order.NEWEST) -> Connection[Delivery]:
        return await page(delivery.visible(info.context.caller, webhook_id=self.row.id), Delivery.show, first, after, order)


Nodes.register(models.Webhook, Webhook.show)


@strawberry.input(description="A webhook to make.")
class WebhookCreateInput:
    url: str = strawberry.field(description="https address on the public internet.")
    events: list[WebhookEvent] = strawberry.field(description="What it is told; at least one.")
    thin: bool = strawberry.field(default=False, description="Leave personal data out of bodies.")


@strawberry.input(description="What to change; what is left out stays.")
class WebhookUpdateInput:
    url: str | None = strawberry.field(default=None, description="https address on the public internet.")
    events: list[WebhookEvent] | None = strawberry.field(default=None, description="What it is told.")
    thin: bool | None = strawberry.field(default=None, description="Leave personal data out of bodies.")
    enabled: bool | None = strawberry.field(default=None, description="Whether it is called; true forgets earlier failures.")


@strawberry.type(description="The webhook, and its secret where a new one was made: store it, it is shown only here.")
class WebhookPayload:
    webhook: Webhook | None = strawberry.field(default=None, description="The webhook.")
    secret: str | None = strawberry.field(default=None, description="The new secret, shown this once.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The webhook forgotten, with its deliveries.")
class WebhookDeletePayload:
    deleted_webhook_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the webhook forgotten.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The test that is under way; watch its delivery.")
class WebhookTestPayload:
    delivery: Delivery | None = strawberry.field(default=None, description="The delivery.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def webhooks(info: Info, first: First = 20, after: After = None, order: Order = Order.NEWEST) -> Connection[Webhook]:
    return await page(webhook.visible(info.context.caller), Webhook.show, first, after, order)


@payload(WebhookPayload)
async def webhook_create(info: Info, input: WebhookCreateInput) -> WebhookPayload:
    row, secret = await webhook.create(info.context.caller, input.url, input.events, input.thin)
    return WebhookPayload(webhook=Webhook.show(row), secret=secret)


@payload(WebhookPayload)
async def webhook_update(info: Info, id: strawberry.ID, input: WebhookUpdateInput) -> WebhookPayload:
    row = await webhook.update(info.context.caller, uuid_of(id), **vars(input))
    return WebhookPayload(webhook=Webhook.show(row))


@payload(WebhookPayload)
async def webhook_rotate_secret(info: Info, id: strawberry.ID) -> WebhookPayload:
    row, secret = await webhook.rotate(info.context.caller, uuid_of(id))
    return WebhookPayload(webhook=Webhook.show(row), secret=secret)


@payload(WebhookDeletePayload)
async def webhook_delete(info: Info, id: strawberry.ID) -> WebhookDeletePayload:
    await webhook.delete(info.context.caller, uuid_of(id))
    return WebhookDeletePayload(deleted_webhook_id=id)


@payload(WebhookTestPayload)
async def webhook_test(info: Info, id: strawberry.ID) -> WebhookTestPayload:
    row, work = await delivery.test(info.context.caller, uuid_of(id))
    await put(work)
    return WebhookTestPayload(delivery=Delivery.show(row))
