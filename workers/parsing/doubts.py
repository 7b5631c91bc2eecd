"""What the reader itself is unsure of: the kind of the document, its language, the order of day and month; how much found its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from workers import cv
from workers.parsing.context import Context
from workers.parsing.date_order import decided
from workers.parsing.dates import is_ambiguous
from workers.resources.language import heading_kind, languages
from workers.resources.text import fold

NOT_A_CV, LANGUAGE_UNKNOWN, DATE_ORDER_AMBIGUOUS = "NOT_A_CV", "LANGUAGE_UNKNOWN", "DATE_ORDER_AMBIGUOUS"
_NOT_READ = ("rawText", "evidence", "warnings", "fileName", "profile", "documentType", "documentLanguage")


def doubts(kind: cv.DocumentType, context: Context) -> tuple[cv.Warning, ...]:
    """LANGUAGE_UNKNOWN: no folder of words for this language, so its headings were not understood."""
    signs = (
        (NOT_A_CV, kind is not cv.DocumentType.CV),
        (LANGUAGE_UNKNOWN, context.language not in languages()),
        (DATE_ORDER_AMBIGUOUS, decided(context.text, context.country) is None and is_ambiguous(context.text)),
    )
    return tuple(cv.Warning(code=code) for code, holds in signs if holds)


def placed(read: cv.Cv, context: Context) -> float:
    """0-1: the share of the document's words that stand in a value or in a heading that is known."""
    known = set(fold(" ".join(_texts(msgspec.to_builtins(read, enc_hook=str)))).split())
    total = found = 0
    for line in context.lines:
        words = fold(line.text).split()
        total += len(words)
        found += len(words) if len(words) < 5 and heading_kind(line.text) else sum([word in known for word in words])
    return round(found / total, 3) if total else 0.0


def _texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _texts(value) if key not in _NOT_READ else ()
    elif isinstance(tree, (list, tuple)):
        for value in tree:
            yield from _texts(value)
