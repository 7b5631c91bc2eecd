"""One file per noun. `OWNED` are the nouns an account owns: what the test of tenancy walks."""

from __future__ import annotations

from db.base import Owned
from db.models.account import Account
from db.models.api_key import ApiKey
from db.models.audit_event import AuditEvent
from db.models.candidate import Candidate, CandidateToken
from db.models.idempotent_answer import IdempotentAnswer
from db.models.resume import Resume
from db.models.task import Task

OWNED: tuple[type[Owned], ...] = (ApiKey, AuditEvent, Candidate, IdempotentAnswer, Resume, Task)

__all__ = ["OWNED", "Account", "ApiKey", "AuditEvent", "Candidate", "CandidateToken", "IdempotentAnswer", "Resume", "Task"]
