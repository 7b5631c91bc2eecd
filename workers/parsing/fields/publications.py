"""Publications, talks, patents: the title, or the whole reference where it is printed as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workers.parsing.context import Context
from workers.parsing.fields.listed import Listed, listed
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Section

_CITED = re.compile(r"\((?:19|20)\d\d[a-z]?\)[.,:]?\s*([^.]{8,250}?)\.(?:\s|$)")
_QUOTED = re.compile(r"[«“\"]\s*([^»”\"]{8,250}?)\s*[»”\"]")


def find(sections: Sequence[Section], context: Context) -> list[dict[str, Found[Any]]]:
    return [part for section in of_kind(sections, "publications") for part in _of(section, context)]


def _of(section: Section, context: Context) -> list[dict[str, Found[Any]]]:
    """References of the sciences print the year in brackets between authors and title."""
    cited = [(match[1], line.words) for line in section.lines if (match := _CITED.search(line.text))]
    if len(cited) > 0.5 * len(section.lines):
        return [{"title": Found(title, 0.8, words)} for title, words in cited]
    return [part for one in listed(section, context) if (part := _part(one))]


def _part(one: Listed) -> dict[str, Found[Any]] | None:
    piece = one.pieces[0]
    quoted = _QUOTED.search(piece.text)
    title = quoted[1] if quoted else piece.text
    return {"title": Found(title, 0.8, piece.words)} if 2 < len(title) <= 300 else None
