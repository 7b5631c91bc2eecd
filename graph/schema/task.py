from __future__ import annotations

import datetime as dt
from typing import Any

import strawberry

from db import models
from graph.schema import node
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.errors import ErrorCode, NotFound
from workers.services import task
from workers.services.task import TaskConclusion, TaskStatus

strawberry.enum(TaskStatus, description="Where a task stands.")
strawberry.enum(TaskConclusion, description="How a task ended.")


@strawberry.type(description="One of the things a task does.")
class TaskItem(Node):
    row: strawberry.Private[models.TaskItem]
    position: int = strawberry.field(description="Its place in the task, from 0.")
    status: TaskStatus = strawberry.field(description="Where it stands.")
    conclusion: TaskConclusion | None = strawberry.field(description="How it ended; null until completed.")
    completed_at: dt.datetime | None = strawberry.field(description="When it ended, UTC.")

    @classmethod
    def show(cls, row: models.TaskItem) -> TaskItem:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            position=row.position,
            status=TaskStatus(row.status),
            conclusion=TaskConclusion(row.conclusion) if row.conclusion else None,
            completed_at=row.completed_at,
        )

    @strawberry.field(description="What you called it: the file's name, where it was a file.")
    def name(self, info: Info) -> str | None:
        return task.item_name(self.row, info.context.caller)

    @strawberry.field(description="What it is about.")
    async def subject(self, info: Info) -> Node | None:
        return await node.load(info, self.row.subject_id)

    @strawberry.field(description="What came of it.")
    async def result(self, info: Info) -> Node | None:
        return await node.load(info, self.row.result_id) if self.row.result_id else None

    @strawberry.field(description="Why it failed, where it did.")
    def user_errors(self) -> list[UserError]:
        return _told(self.row.errors)


Nodes.register(models.TaskItem, TaskItem.show)


def _told(errors: list[dict[str, Any]]) -> list[UserError]:
    return [UserError(code=ErrorCode(error["code"]), message=error["message"], field=error["field"]) for error in errors]


@strawberry.type(description="Slow work, watched by polling or by subscription.")
class Task(Node):
    row: strawberry.Private[models.Task]
    kind: str = strawberry.field(description="`noun.verb`: resume.parse, resume.render, ...")
    status: TaskStatus = strawberry.field(description="Where it stands.")
    conclusion: TaskConclusion | None = strawberry.field(description="How it ended; null until completed.")
    progress: float = strawberry.field(description="Part done, 0 to 1.")
    total: int = strawberry.field(description="Items to do.")
    done: int = strawberry.field(description="Items done.")
    attempts: int = strawberry.field(description="How often a worker took it.")
    started_at: dt.datetime | None = strawberry.field(description="When a worker took it, UTC.")
    completed_at: dt.datetime | None = strawberry.field(description="When it ended, UTC.")

    @classmethod
    def show(cls, row: models.Task) -> Task:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            kind=row.kind,
            status=TaskStatus(row.status),
            conclusion=TaskConclusion(row.conclusion) if row.conclusion else None,
            progress=row.done / row.total if row.total else 1.0,
            total=row.total,
            done=row.done,
            attempts=row.attempts,
            started_at=row.started_at,
            completed_at=row.completed_at,
        )

    @strawberry.field(description="What it is about.")
    async def subject(self, info: Info) -> Node | None:
        return await node.load(info, self.row.subject_id) if self.row.subject_id else None

    @strawberry.field(description="Why it failed, where it did.")
    def user_errors(self) -> list[UserError]:
        return _told(self.row.errors)

    @strawberry.field(description="What it does one by one, in order; none where it does one thing alone.")
    async def items(self, info: Info, first: First = 20, after: After = None) -> Connection[TaskItem]:
        asked = models.TaskItem.visible(info.context.caller).filter(task_id=self.row.id)
        return await page(asked, TaskItem.show, first, after, Order.OLDEST)


Nodes.register(models.Task, Task.show)


@strawberry.input(description="Which tasks; what is left out does not matter.")
class TaskFilter:
    status: TaskStatus | None = strawberry.field(default=None, description="Where they stand.")
    kind: str | None = strawberry.field(default=None, description="`noun.verb`.")


async def tasks(
    info: Info, filter: TaskFilter | None = None, first: First = 20, after: After = None, order: Order = Order.NEWEST
) -> Connection[Task]:
    asked = filter or TaskFilter()
    return await page(task.visible(info.context.caller, status=asked.status, kind=asked.kind), Task.show, first, after, order)


async def task_by_id(info: Info, id: strawberry.ID) -> Task | None:
    try:
        return Task.show(await task.get(info.context.caller, uuid_of(id)))
    except NotFound:
        return None


@strawberry.type(description="The task that was cancelled.")
class TaskCancelPayload:
    task: Task | None = strawberry.field(default=None, description="The task.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@payload(TaskCancelPayload)
async def task_cancel(info: Info, id: strawberry.ID) -> TaskCancelPayload:
    return TaskCancelPayload(task=Task.show(await task.cancel(info.context.caller, uuid_of(id))))
