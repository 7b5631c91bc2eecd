"""What a person looks for: when, where, under which contract, for how much; each as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.fields.contact import OWN
from workers.parsing.fields.personal import Piece, after_label, split
from workers.parsing.spans import lines_of, words_at
from workers.parsing.types import Found, Line, Section
from workers.resources.language import merged
from workers.resources.text import flat, fold

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
_MONTHLY, _DAILY = (
    re.compile(r"mois|mensuel|month|/\s?m\b|monat", re.I),
    re.compile(r"jour|\bday|daily|tjm|\btag|heure|hour|/\s?[hj]\b", re.I),
)
_HOURLY = re.compile(r"heure|horaire|hour|/\s?h\b", re.I)
_DAYS, _HOURS = 218, 1820


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
    printed = [line for kind in (*OWN, "other") for line in lines_of(sections, (kind,))]
    return found | next((values for line in printed if (values := _salary(line))), {})


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


def _salary(line: Line) -> dict[str, Found[Any]]:
    """What a label of pay is followed by, up to the next separator; a range keeps its dash."""
    place = _pay().search(flat(line.text))
    if place is None:
        return {}
    text = re.split(r"\s*[|•·;]\s*|\s{3,}|\.\s", line.text[place.end() :])[0]
    amounts = sorted(
        _amount(number, bool(thousand), text) * _a_year(line.text[place.start() : place.end() + len(text)])
        for number, thousand in _MONEY.findall(text)
    )
    currency = next((code for sign, code in _SIGNS.items() if sign in text.lower()), None)
    values: dict[str, Any] = {"min": amounts[0], "max": amounts[1] if len(amounts) > 1 else None, "currency": currency} if amounts else {}
    words = words_at(line, place.start(), place.end() + len(text))
    sure = 0.6 if _DAILY.search(line.text[place.start() : place.end() + len(text)]) else 0.88
    return {f"desired_salary.{name}": Found(value, sure, words) for name, value in values.items() if value}


@cache
def _pay() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('labels').get('salary', ()))})(?![a-z])")


def _a_year(text: str) -> int:
    """How often a year the printed pay comes: twelve months, the days of French working time by days (Code du travail, L3121-64),
    the hours of 35 a week."""
    return _HOURS if _HOURLY.search(text) else _DAYS if _DAILY.search(text) else 12 if _MONTHLY.search(text) else 1


def _amount(number: str, thousand: bool, text: str) -> float:
    digits = re.sub(r"[\s'’]|[.,](?=\d{3})", "", number).replace(",", ".")
    value = float(digits)
    return value * 1000 if value < 1000 and (thousand or re.search(r"\d\s?k\b|k\s?[€£$]", text, re.I)) else value
