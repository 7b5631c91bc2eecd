"""Numbers under which a state or a register knows somebody: passports, social security, professional registers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.rendering.hidden.secret import LEFT, Reach, Secret, pattern
from workers.rendering.traces import traces


def numbers(hidden: str) -> Iterable[Secret]:
    label = rf"{LEFT}(?:n°\s*)?{traces().any('identity')}(?:\s*(?:n°|no\.?|nr\.?|number|numero|pin))?\s*[:#°.]?\s*"
    yield Secret("identity", pattern(label + r"[a-z0-9](?:[ -]?[a-z0-9]){5,20}(?![a-z0-9])"), hidden, Reach.NAMES, _has_digits)
    yield Secret("identity", pattern(rf"{LEFT}\d{{4}}-\d{{4}}-\d{{4}}-\d{{3}}[\dx](?!\d)"), hidden, Reach.NAMES)
    yield Secret("identity", pattern("|".join(_SHAPES)), hidden, Reach.NAMES)
    short = rf"{LEFT}{traces().any('short_registers')}\s*(?:n°\s*)?[a-z]?\d{{1,4}}(?!\d)"
    yield Secret("identity", pattern(short), hidden)


_FIRM = r"\d{3}[\s.]?\d{3}[\s.]?\d{3}(?:[\s.]?\d{5})?(?!\d)"
# Numbers that their own form tells: a firm at its register, for VAT, a taxpayer in India.
_SHAPES = (
    rf"{LEFT}(?:rcs|siren|siret)\s+(?:[a-z'-]+\s+){{0,2}}[ab]?\s?{_FIRM}",
    rf"{LEFT}(?:(?:n°\s*)?(?:de\s+)?tva(?:\s+intracommunautaire)?\s*:?\s*)?fr\s?\d\d\s?{_FIRM}",
    rf"{LEFT}(?:pan\s*(?:no\.?|card)?\s*:?\s*)?[a-z]{{5}}\d{{4}}[a-z](?![^\W_])",
)


def _has_digits(text: str, match: re.Match[str]) -> bool:
    return len(re.sub(r"\D", "", match[0])) >= 5
