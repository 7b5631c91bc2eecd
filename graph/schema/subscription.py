"""What can be watched. Whoever comes late gets the present state first; polling sees the same."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry
from strawberry import subscription

from db import models
from graph.listening import hub
from graph.schema.context import Info
from graph.schema.delivery import Delivery
from graph.schema.node import uuid_of
from graph.schema.task import Task
from workers.services import task
from workers.services.event import SILENT
from workers.services.task import TaskStatus

TaskId = Annotated[strawberry.ID, strawberry.argument(description="UUID of the task.")]


@strawberry.type(description="What can be watched, over graphql-transport-ws or server-sent events.")
class Subscription:
    @subscription(description="One task: its present state, then every change until it ends.")
    async def task_progress(self, info: Info, id: TaskId) -> AsyncGenerator[Task, None]:
        caller, identity = info.context.caller, uuid_of(id)
        with hub().listening(caller) as ear:
            row = await task.get(caller, identity)
            yield Task.show(row)
            while row.status != TaskStatus.COMPLETED:
                changed = [each for each in await ear.heard() if isinstance(each, models.Task) and each.id == identity]
                newer = changed[-1] if changed else await task.get(caller, identity)
                if _place(newer) > _place(row) or (_place(newer) == _place(row) and newer.status != row.status):
                    row = newer
                    info.context.loaders.clear()
                    yield Task.show(row)

    @subscription(description="Every task of the account that changes, those that deliver webhooks left out.")
    async def task_updated(self, info: Info) -> AsyncGenerator[Task, None]:
        with hub().listening(info.context.caller) as ear:
            while True:
                for row in await ear.heard():
                    if isinstance(row, models.Task) and row.kind not in SILENT:
                        info.context.loaders.clear()
                        yield Task.show(row)

    @subscription(description="Every delivery of the account that changes.")
    async def delivery_updated(self, info: Info) -> AsyncGenerator[Delivery, None]:
        with hub().listening(info.context.caller) as ear:
            while True:
                for row in await ear.heard():
                    if isinstance(row, models.Delivery):
                        info.context.loaders.clear()
                        yield Delivery.show(row)


def _place(row: models.Task) -> tuple[bool, int, int]:
    return row.status == TaskStatus.COMPLETED, row.attempts, row.done
