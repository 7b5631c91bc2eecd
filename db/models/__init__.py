"""One file per noun. `OWNED` are the nouns an account owns: what the test of tenancy walks."""

from __future__ import annotations

from db.base import Owned
from db.models.account import Account
from db.models.api_key import ApiKey
from db.models.attempt import Attempt
from db.models.audit_event import AuditEvent
from db.models.candidate import Candidate, CandidateToken
from db.models.corpus import Corpus, Posting, TermCount
from db.models.delivery import Delivery
from db.models.document import Document
from db.models.features import Features
from db.models.idempotent_answer import IdempotentAnswer
from db.models.invitation import Invitation
from db.models.job import Job
from db.models.job_feed import JobFeed
from db.models.quota import Quota
from db.models.resume import Resume
from db.models.score import Score
from db.models.settings import ResumeSettings
from db.models.task import Task
from db.models.task_item import TaskItem
from db.models.usage_day import UsageDay
from db.models.webhook import Webhook

OWNED: tuple[type[Owned], ...] = (
    ApiKey,
    Attempt,
    AuditEvent,
    Candidate,
    Delivery,
    Document,
    Features,
    IdempotentAnswer,
    Invitation,
    Job,
    JobFeed,
    Quota,
    Resume,
    ResumeSettings,
    Score,
    Task,
    TaskItem,
    UsageDay,
    Webhook,
)

__all__ = [
    "OWNED",
    "Account",
    "ApiKey",
    "Attempt",
    "AuditEvent",
    "Candidate",
    "CandidateToken",
    "Corpus",
    "Delivery",
    "Document",
    "Features",
    "IdempotentAnswer",
    "Invitation",
    "Job",
    "JobFeed",
    "Posting",
    "Quota",
    "Resume",
    "ResumeSettings",
    "Score",
    "Task",
    "TaskItem",
    "TermCount",
    "UsageDay",
    "Webhook",
]
