"""Projects: name, what it was, its address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workers.parsing.context import Context
from workers.parsing.fields.contact import overlaps
from workers.parsing.fields.links import addresses
from workers.parsing.fields.listed import Listed, Piece, listed
from workers.parsing.lines import flowing
from workers.parsing.spans import of_kind, words_of
from workers.parsing.types import Box, Found, Section

Parts = dict[str, Found[Any]]


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`name`, `description`, `url`."""
    return [part for section in of_kind(sections, "projects") for one in listed(section, context) if (part := _part(one, context))]


def _part(one: Listed, context: Context) -> Parts | None:
    name, *rest = [piece for piece in map(_without_address, one.pieces) if piece.text] or [one.pieces[0]]
    if not 1 < len(name.text) <= 160:
        return None
    head, colon, more = name.text.partition(" : ")
    part: Parts = {"name": Found(head if colon else name.text, 0.8, name.words)}
    told = flowing([*([more] if colon else []), *(piece.text for piece in rest), *(line.text for line in one.body)])
    if told:
        part["description"] = Found(told, 0.75, words_of(one.body) or name.words)
    if url := _address(one, context):
        part["url"] = url
    return part


def _without_address(piece: Piece) -> Piece:
    text = piece.text
    for _, begin, finish in reversed(addresses(text)):
        text = text[:begin] + text[finish:]
    return piece._replace(text=text.strip(" ,;:.()–—-|")) if text != piece.text else piece


def _address(one: Listed, context: Context) -> Found[str] | None:
    for text, words in [(piece.text, piece.words) for piece in one.pieces] + [(line.text, line.words) for line in one.body]:
        for printed, _, _ in addresses(text):
            return Found(printed if printed.startswith("http") else f"https://{printed}", 0.9, words)
    for link in context.document.links:
        for word in one.pieces[0].words:
            if link.page == word.page and link.uri.startswith("http") and overlaps(link.box, Box(word.x0, word.top, word.x1, word.bottom)):
                return Found(link.uri, 0.85, (word,))
    return None
