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


def _has_digits(text: str, match: re.Match[str]) -> bool:
    return len(re.sub(r"\D", "", match[0])) >= 5
