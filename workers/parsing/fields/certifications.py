"""Certificates, licences to practise, trainings: name, who issued it, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.fields.listed import Listed, Piece, listed
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Section
from workers.resources.language import merged
from workers.resources.text import flat

Parts = dict[str, Found[Any]]
_ISSUER_WORDS = 5
_NOT_ISSUER = re.compile(r"https?:|www\.|credential|\bid\b|valable|valid|score|n°|\d{4,}|^[A-Z]{0,3}\d", re.I)
_CODE = re.compile(r"[A-Z]{0,3}\d\w{0,3}$")
_AFTER_COMMA = re.compile(r",\s+([A-ZÀ-Þ][^,\d]{2,40})$")


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`name`, `issuer`, `date`."""
    return [part for section in of_kind(sections, "certifications") for one in listed(section, context) for part in _part(one)]


def _part(one: Listed) -> Iterator[Parts]:
    name, issuer = one.pieces[0], next((piece for piece in one.pieces[1:] if not _NOT_ISSUER.search(piece.text)), None)
    codes = [piece for piece in one.pieces[1:] if _CODE.match(piece.text)]
    if codes:
        name = Piece(
            " ".join((name.text, *(piece.text for piece in codes))), (*name.words, *(word for piece in codes for word in piece.words))
        )
    if by := _by().search(flat(name.text)):
        issuer = issuer or Piece(name.text[by.end() :].strip(" :"), name.words)
        name = Piece(name.text[: by.start()].rstrip(" ,:"), name.words)
    if issuer is None and (match := _AFTER_COMMA.search(name.text)) and len(match[1].split()) <= _ISSUER_WORDS:
        name, issuer = Piece(name.text[: match.start()], name.words), Piece(match[1], name.words)
    if len(name.text) < 2 or len(name.text) > 160:
        return
    part: Parts = {"name": Found(name.text, 0.85, name.words)}
    if issuer and len(issuer.text) <= 80:
        part["issuer"] = Found(_without_by(issuer.text), 0.7, issuer.words)
    if one.date:
        part["date"] = Found(one.date, 0.93, one.date_words)
    yield part


@cache
def _by() -> re.Pattern[str]:
    words = [label for label in merged("labels").get("issuer", ()) if len(label) > 3]
    return re.compile(rf"[\s,(]+(?:{any_of(words)})\s*:?\s+")


def _without_by(text: str) -> str:
    match = re.match(rf"(?:{any_of(merged('labels').get('issuer', ()))})\s*:?\s+", flat(text))
    return text[match.end() :] if match else text
