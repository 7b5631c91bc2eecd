"""Cv → the tree that REST, XML, webhooks and the command line print: 56 fields (ADVANCED) or all 96 (PREMIUM).

`resources/resume_fields.csv` declares them: path, tier, type, meaning. Every field is present, null or [] where the CV
has none.
"""

from __future__ import annotations

import csv
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from workers.cv import Cv, to_tree


class ParserType(StrEnum):
    ADVANCED = "ADVANCED"
    PREMIUM = "PREMIUM"


class Field(NamedTuple):
    path: str
    tier: ParserType
    type: str
    meaning: str

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(self.path.replace("[]", "").split("."))


@cache
def declared() -> tuple[Field, ...]:
    """The 96 fields in the order they are printed."""
    text = files("workers.resources").joinpath("resume_fields.csv").read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    return tuple(Field(path, ParserType(tier), kind, ",".join(meaning)) for path, tier, kind, *meaning in rows)


def nested() -> dict[str, Any]:
    """The 96 fields as nested names, arrays ending in `[]`; leaves are their `Field`."""
    whole: dict[str, Any] = {}
    for field in declared():
        *parents, leaf = field.path.split(".")
        place = whole
        for parent in parents:
            place = place.setdefault(parent, {})
        place[leaf] = field
    return whole


def tree(cv: Cv, parser_type: ParserType = ParserType.PREMIUM) -> dict[str, Any]:
    """The fields of this parser type, camelCase, dates as ISO text, warnings as their codes."""
    whole = to_tree(cv)
    whole["warnings"] = list(dict.fromkeys(warning["code"] for warning in whole["warnings"]))
    kept: dict[str, Any] = _kept(whole, shape(parser_type))
    return kept


@cache
def shape(parser_type: ParserType) -> dict[str, Any]:
    """The fields as nested names; a leaf is {}."""
    whole: dict[str, Any] = {}
    for field in declared():
        if parser_type is ParserType.PREMIUM or field.tier is ParserType.ADVANCED:
            *parents, leaf = field.steps
            place = whole
            for parent in parents:
                place = place.setdefault(parent, {})
            place[leaf] = {}
    return whole


def _kept(value: Any, shape: dict[str, Any]) -> Any:
    if not shape or value is None:
        return value
    if isinstance(value, list):
        return [_kept(item, shape) for item in value]
    return {name: _kept(value[name], inner) for name, inner in shape.items()}
