"""The salary of an ad as a year's pay: `28 à 31 k€`, `£45,000 to £51,000`, `CHF 105'000.–`, `2 350 € brut / mois`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from workers.cv import Salary
from workers.parsing.job_ad.signs import any_of, words

_NUMBER = r"\d{1,3}(?:[  \u00a0\u202f.,'’]\d{3})+|\d{1,6}(?:[.,]\d{1,2})?"
_SIGN = r"€|\$|£|eur(?:os?)?|usd|gbp|chf|francs|cad"
_AMOUNT = re.compile(
    rf"(?P<before>{_SIGN})?\s?(?P<first>{_NUMBER})\s?(?P<k1>k)?\s?(?:\.[–-])?\s?(?P<sign1>{_SIGN})?"
    rf"(?:\s?(?:-|/|to|a|et|and)\s?(?P<sign2>{_SIGN})?\s?(?P<second>{_NUMBER})\s?(?P<k2>k)?(?:\.[–-])?)?\s?(?P<after>{_SIGN})?(?![a-z0-9%])"
)
_RATES = (
    (re.compile(r"/ ?mois|par mois|mensuel|per month|a month|/ ?month|monthly"), 12.0),
    (re.compile(r"/ ?h\b|per hour|an hour|hourly|de l'heure"), 0.0),
)
_CODES = {
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "$": "USD",
    "usd": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "chf": "CHF",
    "francs": "CHF",
    "cad": "CAD",
}
_MONEY = {"FR": "€", "BE": "€", "LU": "€", "IE": "€", "GB": "£", "US": "$", "CA": "cad", "CH": "chf"}
_NEAR = 24
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[  \u00a0\u202f.,'’](?=\d{3})")
_BEFORE = 7  # letters of the longest sign and its space
_LEAST, _MOST = 9000, 900000


class _Sum(NamedTuple):
    points: int
    salary: Salary
    begin: int


def find(text: str, country: str | None = None) -> Salary | None:
    """None where the ad names no sum. `text`: the ad, flat. A sum in thousands behind a word of pay is in the money of `country` where
    it names none (`fourchette : 36-42k`)."""
    best = max(_sums(text, country), key=lambda one: (one.points, -one.begin), default=None)
    return best.salary if best and best.points > 0 else None


def _sums(text: str, country: str | None) -> Iterator[_Sum]:
    for match in _amounts(text):
        sign = match["before"] or match["sign1"] or match["sign2"] or match["after"] or _unsigned(text, match, country)
        if not sign:
            continue
        line = text[max(0, match.start() - 60) : match.end() + 30]
        near, behind = text[max(0, match.start() - 28) : match.start()], text[match.end() : match.end() + 18]
        factor = next((rate for form, rate in _RATES if form.search(behind) or (rate and form.search(near))), 1.0)
        low, high = _range(match, factor)
        if low >= _LEAST and high <= _MOST and low <= high:
            points = (
                1
                + 2 * bool(match["second"])
                + 2 * bool(_signs("pay").search(line))
                - 4 * bool(_signs("not_pay").search(near) or _signs("not_pay").match(behind.strip()))
            )
            yield _Sum(points - (factor != 1.0), Salary(min=low, max=high, currency=_CODES[sign]), match.start())


def _unsigned(text: str, match: re.Match[str], country: str | None) -> str | None:
    thousands = match["k1"] or match["k2"]
    said = thousands and _signs("pay").search(text[max(0, match.start() - _NEAR) : match.start()])
    return _MONEY.get(country or "") if said else None


def _amounts(text: str) -> Iterator[re.Match[str]]:
    """Tried around digits alone: an ad has a thousand letters and five numbers."""
    place = 0
    while digit := _DIGIT.search(text, place):
        starts = range(max(place, digit.start() - _BEFORE), digit.start() + 1)
        match = next((found for start in starts if (found := _AMOUNT.match(text, start))), None)
        place = match.end() if match else digit.end()
        if match:
            yield match


def _range(match: re.Match[str], factor: float) -> tuple[float, float]:
    thousands = 1000.0 if match["k1"] or match["k2"] else 1.0
    low = _value(match["first"]) * thousands * factor
    return low, (_value(match["second"]) * thousands * factor if match["second"] else low)


def _value(text: str) -> float:
    digits = _PARTED.sub("", text)
    return float(digits.replace(",", "."))


@cache
def _signs(row: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(words('pay', row))})")
