"""What can go wrong, once for every door.

    CvError
    ├── InvalidInput          400   the caller's words: a field, a filter, a body
    │   └── InvalidFile       400   the file itself: empty, encrypted, damaged, no text
    ├── TooLarge              413
    ├── Unauthenticated       401
    ├── Forbidden             403   known, but not yours (only where the contract says so)
    ├── NotFound              404   unknown, or another account's
    ├── Conflict              409
    ├── TooMany               429   rates, quotas, credits, pending deliveries
    └── Unavailable           503   something we need is not there; try later

`code` is the word every door prints; `message` says what is wrong and what to do and never holds content of a CV.
"""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    INVALID_REQUEST = "INVALID_REQUEST"
    FILE_MISSING = "FILE_MISSING"
    FILE_EMPTY = "FILE_EMPTY"
    FILE_ENCRYPTED = "FILE_ENCRYPTED"
    FILE_DAMAGED = "FILE_DAMAGED"
    FILE_UNSUPPORTED = "FILE_UNSUPPORTED"
    FILE_TOO_COMPLEX = "FILE_TOO_COMPLEX"
    NO_TEXT_EXTRACTED = "NO_TEXT_EXTRACTED"
    RECOGNITION_UNAVAILABLE = "RECOGNITION_UNAVAILABLE"
    UNREADABLE_CV = "UNREADABLE_CV"
    OUT_OF_RANGE = "OUT_OF_RANGE"
    ADDRESS_REFUSED = "ADDRESS_REFUSED"
    WEBHOOK_MISSING = "WEBHOOK_MISSING"
    PAYLOAD_TOO_LARGE = "PAYLOAD_TOO_LARGE"
    INVALID_API_KEY = "INVALID_API_KEY"
    FORBIDDEN = "FORBIDDEN"
    SCOPE_REQUIRED = "SCOPE_REQUIRED"
    TIER_REQUIRED = "TIER_REQUIRED"
    NOT_FOUND = "NOT_FOUND"
    CONFLICT = "CONFLICT"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    PROFILE_NOT_READY = "PROFILE_NOT_READY"
    DOCUMENT_LEAKS = "DOCUMENT_LEAKS"
    RATE_LIMITED = "RATE_LIMITED"
    QUOTA_EXCEEDED = "QUOTA_EXCEEDED"
    NO_MORE_CREDIT = "NO_MORE_CREDIT"
    TOO_MANY_DELIVERIES = "TOO_MANY_DELIVERIES"
    TIMED_OUT = "TIMED_OUT"
    UNAVAILABLE = "UNAVAILABLE"
    INTERNAL = "INTERNAL"


class CvError(Exception):
    """Base of every error a person may see. `field` is the path of the input that is wrong, outermost first."""

    status = 500
    code = ErrorCode.INTERNAL

    def __init__(self, message: str, code: ErrorCode | None = None, *, field: tuple[str, ...] = (), retry_after: int | None = None):
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.field = field
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.code, self.field, self.retry_after)


def _rebuild(kind: type[CvError], message: str, code: ErrorCode, field: tuple[str, ...], retry_after: int | None) -> CvError:
    return kind(message, code, field=field, retry_after=retry_after)


class InvalidInput(CvError):
    status, code = 400, ErrorCode.INVALID_REQUEST


class InvalidFile(InvalidInput):
    code = ErrorCode.FILE_DAMAGED


class TooLarge(CvError):
    status, code = 413, ErrorCode.PAYLOAD_TOO_LARGE


class Unauthenticated(CvError):
    status, code = 401, ErrorCode.INVALID_API_KEY


class Forbidden(CvError):
    status, code = 403, ErrorCode.FORBIDDEN


class NotFound(CvError):
    status, code = 404, ErrorCode.NOT_FOUND


class Conflict(CvError):
    status, code = 409, ErrorCode.CONFLICT


class TooMany(CvError):
    status, code = 429, ErrorCode.RATE_LIMITED


class Unavailable(CvError):
    status, code = 503, ErrorCode.UNAVAILABLE
