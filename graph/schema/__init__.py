"""One schema where everything is connected: Query, Mutation, and what guards them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import strawberry
import structlog
from graphql import GraphQLError
from strawberry import field, mutation
from strawberry.extensions import DisableIntrospection, MaskErrors, MaxTokensLimiter, ParserCache, SchemaExtension, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from graph.limits import MAX_TOKENS, Limits
from graph.schema import account, api_key, candidate, cv, document, exchange, node, resume, settings, task
from graph.schema.account import Account, AccountUpdatePayload, Viewer
from graph.schema.api_key import ApiKey, ApiKeyCreatePayload, ApiKeyRevokePayload, ApiKeyRotatePayload
from graph.schema.candidate import Candidate, CandidateDeletePayload
from graph.schema.connection import Connection
from graph.schema.document import DocumentRevokePayload
from graph.schema.exchange import ResumeImportPayload
from graph.schema.node import Node, nodes_by_ids
from graph.schema.resume import Resume, ResumeDeletePayload, ResumeParsePayload, ResumeUpdatePayload
from graph.schema.settings import ResumeRenderPayload, ResumeSettings, ResumeSettingsUpdatePayload
from graph.schema.task import Task
from workers.errors import CvError

log = structlog.get_logger()


@strawberry.type(description="What can be asked.")
class Query:
    viewer: Viewer = field(resolver=account.viewer, description="Whoever sent this request.")
    account: Account = field(resolver=account.account_of, description="The account of this key.")
    api_keys: Connection[ApiKey] = field(resolver=api_key.api_keys, description="Keys of the account.")
    candidates: Connection[Candidate] = field(resolver=candidate.candidates, description="Persons.")
    candidate: Candidate | None = field(resolver=candidate.candidate_by_id, description="One person.")
    resumes: Connection[Resume] = field(resolver=resume.resumes, description="CVs.")
    resume: Resume | None = field(resolver=resume.resume_by_id, description="One CV.")
    tasks: Connection[Task] = field(resolver=task.tasks, description="Slow work.")
    task: Task | None = field(resolver=task.task_by_id, description="One task.")
    resume_settings: ResumeSettings = field(resolver=settings.resume_settings, description="How the account prints CVs.")
    node: Node | None = field(resolver=node.node_by_id, description="Any stored noun by its id; null where you may not see it.")
    nodes: list[Node | None] = field(resolver=nodes_by_ids, description="Up to 100 nouns by their ids, in the order asked.")


@strawberry.type(description="What can be done.")
class Mutation:
    resume_parse: ResumeParsePayload = mutation(resolver=resume.resume_parse, description="Read a CV and keep it.")
    resume_import: ResumeImportPayload = mutation(resolver=exchange.resume_import, description="Keep a CV that another system wrote.")
    resume_update: ResumeUpdatePayload = mutation(resolver=resume.resume_update, description="Correct what was read.")
    resume_delete: ResumeDeletePayload = mutation(resolver=resume.resume_delete, description="Forget a CV and its file.")
    resume_render: ResumeRenderPayload = mutation(resolver=settings.resume_render, description="Print a CV behind a signed link.")
    resume_settings_update: ResumeSettingsUpdatePayload = mutation(
        resolver=settings.resume_settings_update, description="Change how CVs are printed."
    )
    document_revoke: DocumentRevokePayload = mutation(resolver=document.document_revoke, description="Stop a document's link.")
    candidate_delete: CandidateDeletePayload = mutation(
        resolver=candidate.candidate_delete, description="Erase a person, every CV and file."
    )
    api_key_create: ApiKeyCreatePayload = mutation(resolver=api_key.api_key_create, description="Make a key.")
    api_key_rotate: ApiKeyRotatePayload = mutation(resolver=api_key.api_key_rotate, description="Make a key in place of another.")
    account_update: AccountUpdatePayload = mutation(resolver=account.account_update, description="Change the account.")
    api_key_revoke: ApiKeyRevokePayload = mutation(resolver=api_key.api_key_revoke, description="Stop a key at once.")


class Schema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Log what broke on our side by kind and by a digest of the query: queries may hold personal data."""
        for error in errors:
            if not _is_told(error):
                query = (execution_context.query if execution_context else None) or ""
                log.error(
                    "resolver failed", kind=type(error.original_error).__name__, query=hashlib.sha256(query.encode()).hexdigest()[:12]
                )


def _is_told(error: GraphQLError) -> bool:
    return error.original_error is None or isinstance(error.original_error, GraphQLError | CvError)


def _coded(errors: Iterable[GraphQLError]) -> None:
    for error in errors:
        if isinstance(error.original_error, CvError):
            error.extensions = {**(error.extensions or {}), "code": error.original_error.code.value}


class Codes(SchemaExtension):
    """The word of a CvError stands in `extensions.code` where it reaches the top level."""

    def on_operation(self) -> Any:
        yield
        result = self.execution_context.result
        _coded(getattr(result, "errors", None) or ())


def build(is_open: bool = True) -> Schema:
    """The schema; `is_open` shows it to whoever asks (introspection, suggestions), as in development."""
    extensions: list[Any] = [
        lambda: MaskErrors(should_mask_error=lambda error: not _is_told(error)),
        Codes,
        Limits,
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: ParserCache(maxsize=512),
        lambda: ValidationCache(maxsize=512),
    ]
    if not is_open:
        extensions.append(DisableIntrospection)
    settings = StrawberryConfig(scalar_map=cv.SCALARS, disable_field_suggestions=not is_open)
    return Schema(query=Query, mutation=Mutation, types=[api_key.ApiKey], extensions=extensions, config=settings)
