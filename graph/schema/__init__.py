"""One schema where everything is connected: Query, Mutation, and what guards them."""

from __future__ import annotations

import hashlib
from typing import Any

import strawberry
import structlog
from graphql import GraphQLError
from strawberry import field, mutation
from strawberry.extensions import DisableIntrospection, MaskErrors, MaxTokensLimiter
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from graph.schema import (
    account,
    api_key,
    batch,
    candidate,
    cv,
    delivery,
    document,
    exchange,
    invitation,
    job,
    job_feed,
    node,
    resume,
    score,
    settings,
    task,
    webhook,
)
from graph.schema.account import Account, AccountDeletePayload, AccountUpdatePayload, Viewer
from graph.schema.api_key import ApiKey, ApiKeyCreatePayload, ApiKeyRevokePayload, ApiKeyRotatePayload
from graph.schema.batch import TaskPayload
from graph.schema.candidate import Candidate, CandidateDeletePayload, CandidateDissociatePayload, CandidateLinkPayload
from graph.schema.connection import Connection
from graph.schema.delivery import Delivery, DeliveryReplayPayload
from graph.schema.document import DocumentRevokePayload
from graph.schema.exchange import ResumeImportPayload
from graph.schema.invitation import Invitation, InvitationCreatePayload, InvitationRevokePayload
from graph.schema.job import Job, JobDeletePayload, JobParsePayload, JobPayload
from graph.schema.job_feed import JobFeed, JobFeedCreatePayload, JobFeedDeletePayload, JobFeedSyncPayload
from graph.schema.limits import MAX_TOKENS, Limits, Parsing, Validity
from graph.schema.node import Node, nodes_by_ids
from graph.schema.operation import Operation
from graph.schema.resume import Resume, ResumeDeletePayload, ResumeParsePayload, ResumeUpdatePayload
from graph.schema.scopes import Scopes
from graph.schema.score import MatchWeightsUpdatePayload, Score
from graph.schema.settings import ResumeRenderPayload, ResumeSettings, ResumeSettingsUpdatePayload
from graph.schema.socket import Socket
from graph.schema.subscription import Subscription
from graph.schema.task import Task, TaskCancelPayload
from graph.schema.webhook import Webhook, WebhookDeletePayload, WebhookPayload, WebhookTestPayload
from workers.errors import CvError, ErrorCode
from workers.services import outage

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
    jobs: Connection[Job] = field(resolver=job.jobs, description="Jobs.")
    job: Job | None = field(resolver=job.job_by_id, description="One job.")
    job_feeds: Connection[JobFeed] = field(resolver=job_feed.job_feeds, description="Lists of jobs that we pull.")
    job_feed: JobFeed | None = field(resolver=job_feed.job_feed_by_id, description="One feed.")
    score: Score | None = field(resolver=score.score_by_ids, description="How well one resume fits one job, and why.")
    tasks: Connection[Task] = field(resolver=task.tasks, description="Slow work.")
    task: Task | None = field(resolver=task.task_by_id, description="One task.")
    webhooks: Connection[Webhook] = field(resolver=webhook.webhooks, description="Addresses that are told what happened.")
    deliveries: Connection[Delivery] = field(resolver=delivery.deliveries, description="What was, or is to be, delivered.")
    delivery: Delivery | None = field(resolver=delivery.delivery_by_id, description="One delivery.")
    resume_settings: ResumeSettings = field(resolver=settings.resume_settings, description="How the account prints CVs.")
    invitations: Connection[Invitation] = field(resolver=invitation.invitations, description="Invitations to candidates.")
    invitation: Invitation | None = field(resolver=invitation.invitation_by_id, description="One invitation.")
    node: Node | None = field(resolver=node.node_by_id, description="Any stored noun by its id; null where you may not see it.")
    nodes: list[Node | None] = field(resolver=nodes_by_ids, description="Up to 100 nouns by their ids, in the order asked.")


@strawberry.type(description="What can be done.")
class Mutation:
    resume_parse: ResumeParsePayload = mutation(resolver=resume.resume_parse, description="Read a CV and keep it.")
    resume_import: ResumeImportPayload = mutation(resolver=exchange.resume_import, description="Keep a CV that another system wrote.")
    resume_parse_many: TaskPayload = mutation(resolver=batch.resume_parse_many, description="Read many CVs in the background.")
    resume_render_many: TaskPayload = mutation(resolver=batch.resume_render_many, description="Print up to 500 CVs in the background.")
    match_queue: TaskPayload = mutation(resolver=batch.match_queue, description="Score every CV against these jobs in the background.")
    task_cancel: TaskCancelPayload = mutation(resolver=task.task_cancel, description="End a task; items done stay done.")
    webhook_create: WebhookPayload = mutation(resolver=webhook.webhook_create, description="Make a webhook.")
    webhook_update: WebhookPayload = mutation(resolver=webhook.webhook_update, description="Change a webhook, or enable it again.")
    webhook_rotate_secret: WebhookPayload = mutation(
        resolver=webhook.webhook_rotate_secret, description="A new secret; the old one signs beside it for a day."
    )
    webhook_test: WebhookTestPayload = mutation(resolver=webhook.webhook_test, description="Send a harmless event.")
    webhook_delete: WebhookDeletePayload = mutation(resolver=webhook.webhook_delete, description="Forget a webhook and its deliveries.")
    delivery_replay: DeliveryReplayPayload = mutation(resolver=delivery.delivery_replay, description="Send a delivery again, now.")
    resume_update: ResumeUpdatePayload = mutation(resolver=resume.resume_update, description="Correct what was read.")
    resume_delete: ResumeDeletePayload = mutation(resolver=resume.resume_delete, description="Forget a CV and its file.")
    resume_render: ResumeRenderPayload = mutation(resolver=settings.resume_render, description="Print a CV behind a signed link.")
    resume_settings_update: ResumeSettingsUpdatePayload = mutation(
        resolver=settings.resume_settings_update, description="Change how CVs are printed."
    )
    document_revoke: DocumentRevokePayload = mutation(resolver=document.document_revoke, description="Stop a document's link.")
    job_create: JobPayload = mutation(resolver=job.job_create, description="Make a job.")
    job_update: JobPayload = mutation(resolver=job.job_update, description="Change a job; its scores follow.")
    job_close: JobPayload = mutation(resolver=job.job_close, description="Take a job out of matching.")
    job_delete: JobDeletePayload = mutation(resolver=job.job_delete, description="Forget a job and its scores.")
    job_parse: JobParsePayload = mutation(resolver=job.job_parse, description="Read a job ad.")
    job_feed_create: JobFeedCreatePayload = mutation(resolver=job_feed.job_feed_create, description="Register a list of jobs.")
    job_feed_sync: JobFeedSyncPayload = mutation(resolver=job_feed.job_feed_sync, description="Pull a list of jobs now.")
    job_feed_delete: JobFeedDeletePayload = mutation(resolver=job_feed.job_feed_delete, description="Forget a list; its jobs stay.")
    match_weights_update: MatchWeightsUpdatePayload = mutation(
        resolver=score.match_weights_update, description="Weigh the parts of the account's scores."
    )
    candidate_delete: CandidateDeletePayload = mutation(
        resolver=candidate.candidate_delete, description="Erase a person, every CV and file."
    )
    candidate_link: CandidateLinkPayload = mutation(
        resolver=candidate.candidate_link, description="Know a candidate by a ref of the account's own."
    )
    candidate_dissociate: CandidateDissociatePayload = mutation(
        resolver=candidate.candidate_dissociate, description="End a link; whoever came by an invitation is erased."
    )
    invitation_create: InvitationCreatePayload = mutation(
        resolver=invitation.invitation_create, description="Invite a person to link themselves."
    )
    invitation_revoke: InvitationRevokePayload = mutation(resolver=invitation.invitation_revoke, description="Stop an invitation.")
    api_key_create: ApiKeyCreatePayload = mutation(resolver=api_key.api_key_create, description="Make a key.")
    api_key_rotate: ApiKeyRotatePayload = mutation(resolver=api_key.api_key_rotate, description="Make a key in place of another.")
    account_update: AccountUpdatePayload = mutation(resolver=account.account_update, description="Change the account.")
    account_delete: AccountDeletePayload = mutation(
        resolver=account.account_delete, description="Erase the account and everything it holds; `name` is its name, once more."
    )
    api_key_revoke: ApiKeyRevokePayload = mutation(resolver=api_key.api_key_revoke, description="Stop a key at once.")


class Schema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Give every error its ErrorCode, and log what broke by its kind and a digest of the query, as it may hold personal data."""
        for error in errors:
            _name(error)
            if not _is_told(error):
                query = (execution_context.query if execution_context else None) or ""
                log.error(
                    "resolver failed", kind=type(error.original_error).__name__, query=hashlib.sha256(query.encode()).hexdigest()[:12]
                )


def _is_told(error: GraphQLError) -> bool:
    return error.original_error is None or isinstance(error.original_error, GraphQLError | CvError)


def _name(error: GraphQLError) -> None:
    """Say a CvError's own code, INVALID_REQUEST where the document is at fault; a database that is away is a CvError too."""
    known = outage.as_error(error.original_error) if error.original_error else None
    if known is not None:
        error.original_error, error.message = known, known.message
    code = known.code if known else ErrorCode.INVALID_REQUEST
    error.extensions = {"code": code.value, **(error.extensions or {})}


class Masks(MaskErrors):
    """What broke on our side is told as INTERNAL and nothing more."""

    def __init__(self) -> None:
        super().__init__(should_mask_error=lambda error: not _is_told(error))

    def anonymise_error(self, error: GraphQLError) -> GraphQLError:
        masked = super().anonymise_error(error)
        masked.extensions = {"code": ErrorCode.INTERNAL.value}
        return masked


def build(is_open: bool = True) -> Schema:
    """The schema; `is_open` shows it to whoever asks (introspection, suggestions), as in development."""
    extensions: list[Any] = [
        Masks,
        Socket,
        Operation,
        Scopes,
        Limits,
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: Parsing(maxsize=512),
        lambda: Validity(maxsize=512),
    ]
    if not is_open:
        extensions.append(DisableIntrospection)
    settings = StrawberryConfig(scalar_map=cv.SCALARS, disable_field_suggestions=not is_open)
    return Schema(query=Query, mutation=Mutation, subscription=Subscription, types=[api_key.ApiKey], extensions=extensions, config=settings)
