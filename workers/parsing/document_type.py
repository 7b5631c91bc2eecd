"""Lines and parts → what kind of document this is, from its content: signs of each kind are counted and weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from workers.cv import DocumentType
from workers.parsing.context import Context
from workers.parsing.dates import find_ranges
from workers.parsing.types import Section
from workers.resources.language import merged
from workers.resources.taxonomy import Taxonomy, phrases
from workers.resources.text import fold

_OF_A_CV = ("experience", "education", "skills", "languages", "interests", "certifications", "projects", "personal")
_PARTS = 3  # parts of a CV and dated lines of its jobs and studies that leave no doubt
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?:\+|\b0)\d(?:[\s().-]?\d){8}")


def document_type(sections: Sequence[Section], context: Context) -> DocumentType:
    """CV unless the text says otherwise: a letter greets and takes leave, an ad says what "you" will do."""
    parts = len({section.kind for section in sections if section.kind in _OF_A_CV})
    if parts >= _PARTS and _dated(sections) >= _PARTS:
        return DocumentType.CV
    found = {(match.concept.id, fold(context.text[match.begin : match.finish])) for match in _signs().find(context.text)}
    signs = Counter(kind for kind, _ in found)
    ranges = sum(bool(find_ranges(line.text)) for line in context.lines)
    cv = 1.5 * parts + min(ranges, 6) + (1.5 if _REACHED.search(context.text) else 0)
    points = {
        DocumentType.COVER_LETTER: 2.0 * signs["COVER_LETTER"] - ranges,
        DocumentType.JOB_DESCRIPTION: 2.0 * signs["JOB_DESCRIPTION"] - 1.5 * ranges,
        DocumentType.OTHER: 2.5 * signs["OTHER"],
    }
    best = max(points, key=lambda kind: points[kind])
    if points[best] > max(cv, 5.0):
        return best
    return DocumentType.CV if cv >= 3 else DocumentType.OTHER


def _dated(sections: Sequence[Section]) -> int:
    lines = (line for section in sections if section.kind in ("experience", "education") for line in section.lines)
    return sum(bool(find_ranges(line.text)) for line in lines)


@cache
def _signs() -> Taxonomy:
    return phrases(merged("documents"))
