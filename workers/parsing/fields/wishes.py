"""What a person looks for: when, where, under which contract, for how much; each as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.fields.contact import OWN, label
from workers.parsing.fields.personal import Piece, after_label, split
from workers.parsing.spans import lines_of
from workers.parsing.types import Found, Section
from workers.resources.language import merged
from workers.resources.text import fold

_LONGEST = 80
_MONEY = re.compile(r"(\d{1,3}(?:[\s.,'’]\d{3})+|\d{2,6}(?:[.,]\d{1,2})?)\s?(k)?", re.I)
_SIGNS = {
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "$": "USD",
    "usd": "USD",
    "chf": "CHF",
    "cad": "CAD",
    "mad": "MAD",
    "k€": "EUR",
}
_MONTHLY, _DAILY = re.compile(r"mois|mensuel|month|/\s?m\b|monat", re.I), re.compile(r"jour|day|tjm|tag|heure|hour|/\s?[hj]\b", re.I)


def find(sections: Sequence[Section], context: Context) -> dict[str, Found[Any]]:
    """`availability`, `mobility`, `desired_contract_type`, `desired_salary.min`, `.max`, `.currency` (a year's pay)."""
    pieces = [piece for kind in (*OWN, "other") for line in lines_of(sections, (kind,)) for piece in split(line, kind == "wishes")]
    titled = {fold(section.title): section for section in sections if section.kind == "wishes"}
    found: dict[str, Found[Any]] = {}
    for field, kind in (("availability", "availability"), ("mobility", "mobility")):
        value = _told(pieces, kind) or _under_title(titled, kind)
        if value:
            found[field] = value
    if contract := next((value for piece in pieces if (value := _contract(piece))), None):
        found["desired_contract_type"] = contract
    salary = next((piece for piece in pieces if label("salary").match(piece.plain) and any(char.isdigit() for char in piece.text)), None)
    return found | (_salary(salary) if salary else {})


def _told(pieces: Sequence[Piece], kind: str) -> Found[Any] | None:
    for piece in pieces:
        rest = after_label(piece, kind)
        if rest is None or len(piece.text) > _LONGEST or re.search(r"\d{6}|@|^\+?\d[\d\s.()-]{7,}$", rest):
            continue
        with_colon = ":" in piece.text[: len(piece.text) - len(rest)]
        if rest or len(piece.text.split()) > 1:
            return Found(rest if with_colon else piece.text.strip(" ."), 0.9 if with_colon else 0.8, piece.words)
    return None


def _under_title(titled: dict[str, Section], kind: str) -> Found[Any] | None:
    """A heading that is the label itself: what stands under it."""
    names = {fold(name) for name in merged("labels").get(kind, ())}
    section = next((section for title, section in titled.items() if title in names and section.lines), None)
    if section is None or len(section.lines[0].text) > _LONGEST:
        return None
    return Found(section.lines[0].text.strip(" •-–"), 0.85, section.lines[0].words)


def _contract(piece: Piece) -> Found[Any] | None:
    if not _seeking().search(piece.plain):
        return None
    places = [(match.start(), name) for name, form in _contracts() if (match := form.search(piece.plain))]
    return Found(min(places)[1], 0.85, piece.words) if places else None


@cache
def _seeking() -> re.Pattern[str]:
    """Words of looking for: without them a contract is one the person had."""
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('labels').get('contract', ()))})(?![a-z])")


@cache
def _contracts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"(?<![a-z])(?:{any_of(words)})(?![a-z])")) for name, words in merged("contracts").items())


def _salary(piece: Piece) -> dict[str, Found[Any]]:
    text = piece.text[label("salary").match(piece.plain).end() :]  # type: ignore[union-attr]
    if _DAILY.search(piece.text):
        return {}
    thousands = bool(re.search(r"\dk|k\s?[€£$]|k\b", text, re.I))
    factor = 12 if _MONTHLY.search(text) else 1
    amounts = [_amount(number, thousands) * factor for number, _ in _MONEY.findall(text)][:2]
    currency = next((code for sign, code in _SIGNS.items() if sign in text.lower()), None)
    values: dict[str, Any] = {"min": min(amounts, default=None), "max": max(amounts) if len(amounts) > 1 else None, "currency": currency}
    return {f"desired_salary.{name}": Found(value, 0.88, piece.words) for name, value in values.items() if value}


def _amount(number: str, thousands: bool) -> float:
    digits = re.sub(r"[\s'’]|[.,](?=\d{3})", "", number).replace(",", ".")
    value = float(digits)
    return value * 1000 if thousands and value < 1000 else value
