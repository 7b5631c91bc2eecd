"""Prizes, distinctions, scholarships: the title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workers.parsing.context import Context
from workers.parsing.fields.listed import listed
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Section


def find(sections: Sequence[Section], context: Context) -> list[dict[str, Found[Any]]]:
    found = [one.pieces[0] for section in of_kind(sections, "awards") for one in listed(section, context, year_stays=True)]
    return [{"title": Found(piece.text, 0.85, piece.words)} for piece in found if 2 < len(piece.text) <= 200]
