"""Small readings that all formats share: a text or nothing, a date as far as it goes, a name in its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from workers.cv import Cefr, PartialDate, SkillCategory

_PARTICLES = frozenset("de du des d' la le van von der den ten ter da dos di del della el al ben bin st saint mac mc o'".split())
_TITLES = frozenset("m mr mrs ms mme mlle dr pr prof me maître madame monsieur sir dame".split())


def text(value: Any) -> str | None:
    """The words of a value; None for nothing, for blanks and for what is no text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def texts(values: Any) -> tuple[str, ...]:
    return tuple(filter(None, map(text, values if isinstance(values, list | tuple) else ())))


def rows(values: Any) -> list[dict[str, Any]]:
    """The objects of a list; whatever else it holds is passed over."""
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list | tuple) else []


def row(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def date(value: Any) -> PartialDate | None:
    """`2019`, `2019-03`, `2019-03-01`, with or without a time behind; anything else is no date."""
    found = re.match(r"\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?![\d-])", text(value) or "")
    try:
        return PartialDate(found[1]) if found else None
    except ValueError:
        return None


def date_of_parts(year: Any, month: Any = None, day: Any = None) -> PartialDate | None:
    """Europass writes dates in parts, months with leading dashes (`--03`)."""
    numbers = [int(digits[0]) if (digits := re.findall(r"\d+", str(part or ""))) else None for part in (year, month, day)]
    try:
        return PartialDate.of(numbers[0], numbers[1], numbers[2]) if numbers[0] else None
    except ValueError:
        return None


def split_name(name: str | None) -> tuple[str | None, str | None, str | None]:
    """Honorific, given names, family name. Capitals mark the family name; else it is the last word with its particles."""
    words = (name or "").split()
    honorific = words.pop(0) if len(words) > 1 and words[0].rstrip(".").lower() in _TITLES else None
    if len(words) < 2:
        return honorific, None, " ".join(words) or None
    capital = [word for word in words if word.isupper() and len(word) > 2]
    if capital and len(capital) < len(words):
        given = [word for word in words if word not in capital]
        return honorific, " ".join(given), " ".join(capital)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return honorific, " ".join(words[:start]), " ".join(words[start:])


def full_name(*parts: str | None) -> str:
    return " ".join(filter(None, parts))


def cefr(level: str | None) -> Cefr | None:
    found = re.fullmatch(r"\s*([ABC][12])\+?\s*", level or "", re.IGNORECASE)
    return Cefr(found[1].upper()) if found else None


def category(name: str | None) -> SkillCategory:
    return SkillCategory(name) if name and name in SkillCategory.__members__ else SkillCategory.OTHER


def place(value: str | None) -> tuple[str | None, str | None]:
    """City and country of `Uppsala, Sweden`; anything longer is left whole."""
    parts = [part.strip() for part in (value or "").split(",")]
    return (parts[0] or None, parts[1] or None) if len(parts) == 2 else (text(value), None)


def without_empty(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree without None, empty texts, empty lists and objects, all the way down."""
    kept = {name: _kept(value) for name, value in tree.items()}
    return {name: value for name, value in kept.items() if value not in (None, "", [], {}, ())}


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return without_empty(value)
    if isinstance(value, list | tuple):
        return [item for item in map(_kept, value) if item not in (None, "", [], {})]
    return str(value) if isinstance(value, str) else value


def lines(*parts: str | None, bullets: Iterable[str] = ()) -> str | None:
    """One text of several, a line each; bullets keep their sign."""
    return "\n".join([*filter(None, parts), *(f"• {bullet}" for bullet in bullets)]) or None
