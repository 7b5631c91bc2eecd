from __future__ import annotations

import datetime as dt
from typing import Annotated

import strawberry

from db import models
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from graph.schema.task import Task
from workers import queue
from workers.errors import ErrorCode, NotFound
from workers.services import job_feed

Wait = Annotated[
    bool,
    strawberry.argument(description="Pull it now and answer what it did, 20 s for 10,000 new jobs; false: answer with a task at once."),
]


@strawberry.type(description="An address of the account's own that lists its jobs (`GET /api/jobs`).")
class JobFeed(Node):
    row: strawberry.Private[models.JobFeed]
    url: str = strawberry.field(description="The address.")
    active: bool = strawberry.field(description="Whether it is asked by itself.")
    synced_at: dt.datetime | None = strawberry.field(description="When it was last read with success, UTC.")
    tried_at: dt.datetime | None = strawberry.field(description="When it was last asked, UTC.")
    row_count: int | None = strawberry.field(description="Rows it had then.")
    updated_at: dt.datetime = strawberry.field(description="When it last changed, UTC.")

    @classmethod
    def show(cls, row: models.JobFeed) -> JobFeed:
        same = {name: getattr(row, name) for name in ("created_at", "url", "active", "synced_at", "tried_at", "row_count", "updated_at")}
        return cls(row=row, id=strawberry.ID(str(row.id)), **same)

    @strawberry.field(description="What was wrong with the last answer, row by row; rows without errors were taken.")
    def errors(self) -> list[UserError]:
        return [UserError(code=ErrorCode(error["code"]), message=error["message"], field=error["field"]) for error in self.row.errors]


Nodes.register(models.JobFeed, JobFeed.show)


@strawberry.input(description="The address of a feed.")
class JobFeedInput:
    url: str = strawberry.field(description="https address that answers a JSON array of jobs.")


@strawberry.type(description="The feed registered.")
class JobFeedCreatePayload:
    job_feed: JobFeed | None = strawberry.field(default=None, description="The feed.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="What a pull of the feed did.")
class JobFeedSyncPayload:
    job_feed: JobFeed | None = strawberry.field(default=None, description="The feed, with what was wrong in `errors`.")
    created: int = strawberry.field(default=0, description="Jobs made.")
    updated: int = strawberry.field(default=0, description="Jobs changed.")
    unchanged: int = strawberry.field(default=0, description="Jobs as they were.")
    closed: int = strawberry.field(default=0, description="Jobs closed, as they are gone from the feed.")
    task: Task | None = strawberry.field(default=None, description="The task that pulls it, where `wait` is false.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The feed forgotten; its jobs stay.")
class JobFeedDeletePayload:
    deleted_job_feed_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the feed forgotten.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def job_feeds(info: Info, first: First = 20, after: After = None, order: Order = Order.NEWEST) -> Connection[JobFeed]:
    return await page(models.JobFeed.visible(info.context.caller), JobFeed.show, first, after, order)


async def job_feed_by_id(info: Info, id: strawberry.ID) -> JobFeed | None:
    try:
        return JobFeed.show(await job_feed.get(info.context.caller, uuid_of(id)))
    except NotFound:
        return None


@payload(JobFeedCreatePayload)
async def job_feed_create(info: Info, input: JobFeedInput) -> JobFeedCreatePayload:
    return JobFeedCreatePayload(job_feed=JobFeed.show(await job_feed.create(info.context.caller, input.url)))


@payload(JobFeedSyncPayload)
async def job_feed_sync(info: Info, id: strawberry.ID, wait: Wait = True) -> JobFeedSyncPayload:
    caller, identity = info.context.caller, uuid_of(id)
    if not wait:
        work = await job_feed.submit(caller, identity)
        await queue.put(work.id)
        return JobFeedSyncPayload(job_feed=JobFeed.show(await job_feed.get(caller, identity)), task=Task.show(work))
    row, done = await job_feed.sync(caller, identity)
    return JobFeedSyncPayload(job_feed=JobFeed.show(row), **done._asdict())


@payload(JobFeedDeletePayload)
async def job_feed_delete(info: Info, id: strawberry.ID) -> JobFeedDeletePayload:
    await job_feed.delete(info.context.caller, uuid_of(id))
    return JobFeedDeletePayload(deleted_job_feed_id=id)
