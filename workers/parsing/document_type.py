"""Lines and parts → what kind of document this is, from its content: signs of each kind are counted and weighed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workers.cv import DocumentType
from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.dates import find_ranges
from workers.parsing.types import Section
from workers.resources.language import merged
from workers.resources.text import flat

_OF_A_CV = ("experience", "education", "skills", "languages", "interests", "certifications", "projects", "personal", "contact")
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?:\+|\b0)\d(?:[\s().-]?\d){8}")


def document_type(sections: Sequence[Section], context: Context) -> DocumentType:
    """CV unless the text says otherwise: a letter greets and takes leave, an ad says what "you" will do."""
    plain = flat(context.text)
    signs = {kind: len({match[0] for match in form.finditer(plain)}) for kind, form in _signs().items()}
    parts = len({section.kind for section in sections if section.kind in _OF_A_CV and section.kind != "contact"})
    ranges = sum(bool(find_ranges(line.text)) for line in context.lines)
    cv = 1.5 * parts + min(ranges, 6) + (1.5 if _REACHED.search(context.text) else 0)
    points = {
        DocumentType.COVER_LETTER: 2.0 * signs.get("COVER_LETTER", 0) - ranges,
        DocumentType.JOB_DESCRIPTION: 2.0 * signs.get("JOB_DESCRIPTION", 0) - 1.5 * ranges,
        DocumentType.OTHER: 2.5 * signs.get("OTHER", 0),
    }
    best = max(points, key=lambda kind: points[kind])
    if points[best] > max(cv, 5.0):
        return best
    return DocumentType.CV if cv >= 3 else DocumentType.OTHER


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"(?<![a-z])(?:{any_of(phrases)})(?![a-z])") for kind, phrases in merged("documents").items()}
