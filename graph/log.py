"""Structured logs on standard error: JSON lines, or readable ones on a terminal. Never personal data."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog


class _Unbroken:
    """A stream on which writing never fails: where the disk is full, a line is lost and not the answer it speaks of."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> None:
        with suppress(OSError):
            self.stream.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self.stream.flush()


class _Kinds(logging.Formatter):
    """Of an exception its kind alone: its message may quote what was worked on, a syntax error the whole query."""

    def formatException(self, ei: Any) -> str:
        return str(ei[0].__name__)


def configure(level: str) -> None:
    """Log from `level` upwards; the libraries' own loggers, which may quote what they work on, only from ERROR."""
    number = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    renderer = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"), renderer],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Unbroken(sys.stderr))),
    )
    theirs = logging.StreamHandler()
    theirs.setFormatter(_Kinds("%(levelname)s %(name)s"))
    logging.basicConfig(level=logging.ERROR, handlers=[theirs], force=True)
    # Ours quotes nothing: the kind of a failure in a child process, and its place.
    ours = logging.StreamHandler()
    ours.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    logging.getLogger("workers.offload").handlers = [ours]
    logging.getLogger("workers.offload").propagate = False
