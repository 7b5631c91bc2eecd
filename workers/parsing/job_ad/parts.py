"""Which part of an ad a line opens: a whole line, a label in front of a colon, two headings in one."""

from __future__ import annotations

import re
from functools import lru_cache

from workers.parsing.job_ad.plain import Row
from workers.parsing.job_ad.signs import headings, labels, like_heading
from workers.resources.text import fold

NONE = ("", 0)
_LONGEST_HEADING, _LONGEST_LABEL, _LONGEST_LEAD = 60, 48, 110
_JOINS = ("&", "/", ",", "+", " and ", " et ", " ou ", " or ")
_JOINED = re.compile(r"\s*[&/,+]\s*(?:(?:and|et)\s+)?|\s+(?:and|et|ou|or)\s+")


def opened(row: Row) -> tuple[str, int]:
    """Kind of the part this line opens, and where the words behind the heading begin."""
    text = row.text
    if not row.heads and (len(text) > _LONGEST_HEADING or row.bullet) and ":" not in text[:_LONGEST_LABEL]:
        return (_loose(text), len(text)) if _leads(row) and _loose(text) != "other" else NONE
    if len(text) <= _LONGEST_HEADING and (kind := _known(text) or like_heading(text)):
        return kind, len(text)
    label, colon, rest = text[: _LONGEST_LABEL + 2].partition(":")
    if colon and (kind := _labelled(label)):
        return kind, len(label) + 1 + (len(rest) - len(rest.lstrip()) if rest.strip() else len(text))
    if row.heads and row.begin > 0:
        return _loose(text), len(text)
    if _leads(row):
        kind = _loose(text)
        return (kind, len(text)) if kind != "other" else NONE
    return NONE


def _leads(row: Row) -> bool:
    """`Au sein du service, vos missions seront les suivantes :`"""
    return row.text.endswith(":") and len(row.text) <= _LONGEST_LEAD and not row.bullet


@lru_cache(maxsize=4096)
def _known(text: str) -> str:
    """Two headings in one (`Education & Experience`, `Missions / conditions d'exercice`) speak of the first, or of more than manners."""
    text = text.replace("(s)", "s").rstrip(" :?!…")
    if (kind := headings().get(fold(text))) or not any(map(text.__contains__, _JOINS)):
        return kind or ""
    first, *others = _JOINED.split(text)
    if not others or fold(first) not in headings():
        return ""
    kinds = [headings().get(fold(part), "") for part in (first, *others)]
    return next((kind for kind in kinds if kind != "traits"), "traits") if all(kinds) else ""


def _labelled(label: str) -> str:
    """A label in front of a place, a company or a date tells a fact of the post, and demands nothing."""
    return _known(label) or ("facts" if fold(label) in labels() else "") or like_heading(label or " ")


def _loose(text: str) -> str:
    """A heading that is none of ours as a whole: its first or last words may be."""
    parts = fold(text).split()
    for size in range(min(5, len(parts)), 1 if len(parts) > 3 else 0, -1):
        for key in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if kind := headings().get(key):
                return kind
    return "other"
