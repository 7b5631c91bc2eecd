"""Work given for free: for whom, and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.fields.listed import Listed, Piece, listed
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Section
from workers.resources.language import merged
from workers.resources.taxonomy import occupations
from workers.resources.text import flat, fold

Parts = dict[str, Found[Any]]


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`organization`, `role`."""
    return [part for section in of_kind(sections, "volunteering") for one in listed(section, context) if (part := _part(one))]


def _part(one: Listed) -> Parts | None:
    first, *rest = one.pieces
    if len(first.text) > 160:
        return None
    second = rest[0] if rest else None
    if second is None and (parted := _at_comma(first)):
        first, second = parted
    match = _at().search(flat(first.text)) or (_with().search(flat(first.text)) if second is None else None)
    if match and match.start() > 2 and role_likeness(first.text[: match.start()]):
        role, house = Piece(first.text[: match.start()].rstrip(" ,"), first.words), Piece(first.text[match.end() :].strip(), first.words)
    elif second and role_likeness(second.text) > role_likeness(first.text):
        role, house = second, first
    elif second or role_likeness(first.text):
        role, house = first, second or Piece("", ())
    else:
        role, house = Piece("", ()), first
    values = {"organization": (house, 0.75), "role": (role, 0.75)}
    return {name: Found(piece.text, sure, piece.words) for name, (piece, sure) in values.items() if piece.text} or None


def _at_comma(piece: Piece) -> tuple[Piece, Piece] | None:
    """`Trésorière, Association du Canal`: one of the two sides is a role."""
    head, comma, tail = piece.text.partition(", ")
    if not comma or max(role_likeness(head), role_likeness(tail)) == 0:
        return None
    count = len(head.split())
    return Piece(head, piece.words[:count]), Piece(tail, piece.words[count:] or piece.words)


def role_likeness(text: str) -> int:
    """2 for a word of giving (bénévole, volunteer) at the front, 1 for an occupation or one anywhere."""
    key = fold(text)
    if any(key.startswith(word) for word in _giving()):
        return 2
    return 1 if any(word in key.split() for word in _giving()) or bool(occupations().find(text)) else 0


@cache
def _giving() -> frozenset[str]:
    return frozenset(fold(word) for word in (*merged("contracts").get("VOLUNTEER", ()), *merged("words").get("roles", ())))


@cache
def _with() -> re.Pattern[str]:
    """`Entraîneur bénévole au club`, `Mentor with Bridge Literacy`: weaker than "chez", so only where nothing else parts the two."""
    return re.compile(rf"\s(?:{any_of(merged('words').get('serving', ()))})\s?")


@cache
def _at() -> re.Pattern[str]:
    words = [word for word in merged("words").get("at", ()) if word not in ("for", "with")]
    return re.compile(rf"\s(?:{any_of(words)}|@)\s")
