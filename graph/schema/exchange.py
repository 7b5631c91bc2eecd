from __future__ import annotations

import strawberry

from graph.schema.context import Info
from graph.schema.formats import ExchangeFormat
from graph.schema.payload import UserError, payload
from graph.schema.resume import Resume
from workers.services import exchange


@strawberry.input(description="A CV that another system wrote.")
class ResumeImportInput:
    format: ExchangeFormat = strawberry.field(description="What it is.")
    content: str = strawberry.field(description="The document, as text.")
    file_name: str = strawberry.field(default="", description="A name to show it by.")


@strawberry.type(description="The CV kept.")
class ResumeImportPayload:
    resume: Resume | None = strawberry.field(default=None, description="The resume.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@payload(ResumeImportPayload)
async def resume_import(info: Info, input: ResumeImportInput) -> ResumeImportPayload:
    row = await exchange.read(info.context.caller, input.content.encode(), str(input.format.value), input.file_name)
    return ResumeImportPayload(resume=Resume.show(row))
