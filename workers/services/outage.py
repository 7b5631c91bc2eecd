"""What can be gone without being anybody's mistake: the database, the file store, room on the disk."""

from __future__ import annotations

import sqlite3

import asyncpg
from obstore.exceptions import BaseError as StoreError
from tortoise.exceptions import DBConnectionError, OperationalError, ValidationError

from workers.errors import CvError, InvalidInput, Unavailable

# The mapper lets SQLite's own error through where a COMMIT finds no room on the disk.
DATABASE = (
    OperationalError,
    DBConnectionError,
    sqlite3.OperationalError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.CannotConnectNowError,
)
AGAIN = 5


def as_error(error: BaseException) -> CvError | None:
    """The error to answer with where `error` says that something we need is gone; None where it is a fault of ours."""
    if isinstance(error, CvError):
        return error
    if isinstance(error, ValidationError):
        # The longest value of a column: the caller's words went further than their field was meant to.
        return InvalidInput("A value is longer than what is kept of its kind")
    if any(isinstance(each, asyncpg.DataError) for each in (error, error.__cause__, *error.args)):
        # PostgreSQL keeps no NUL in a text, and no date beyond its calendar.
        return InvalidInput("A value holds what no database keeps: a NUL character, or a number or date out of its range")
    if isinstance(error, DATABASE):
        return Unavailable("The database does not answer; nothing was changed, try again in a moment", retry_after=AGAIN)
    if isinstance(error, StoreError):
        return Unavailable("The file store does not answer or is full; nothing was changed, try again in a moment", retry_after=AGAIN)
    if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
        return Unavailable("Something we need does not answer; nothing was changed, try again in a moment", retry_after=AGAIN)
    return None
