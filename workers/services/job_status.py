"""The closed vocabularies of jobs."""

from __future__ import annotations

from enum import StrEnum


class JobStatus(StrEnum):
    ACTIVE = "ACTIVE"
    CLOSED = "CLOSED"
    DRAFT = "DRAFT"


class JobSource(StrEnum):
    """Where a job came from. Values are those of the REST contract."""

    API_KEY = "api_key"
    MANUAL = "manual"
    FEED = "feed"
    FILE = "file"
