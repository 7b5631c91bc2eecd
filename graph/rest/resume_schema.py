"""The tree of a resume as JSON Schema, twice: as it is answered, and as what a correction may send."""

from __future__ import annotations

from functools import cache
from typing import Any

from workers.services.correction import LARGEST, LONGEST
from workers.services.resume import READ_ONLY
from workers.terms import Cefr, DocumentType, Seniority, SkillCategory
from workers.tree import Field, ParserType, nested

WORDS: dict[str, list[str | None]] = {
    "documentType": list(DocumentType),
    "profile.seniority": [*Seniority, None],
    "skills[].category": [*SkillCategory],
    "languages[].cefr": [*Cefr, None],
}
KINDS = {"integer": "integer", "number": "number", "boolean": "boolean"}
DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?)?$"
NAMED = ("skills[].name", "certifications[].name", "projects[].name", "publications[].title", "awards[].title", "references[].name")


@cache
def answered() -> dict[str, Any]:
    """Every field is present; those of PREMIUM are left out of an answer of the ADVANCED type."""
    return _whole(nested())


@cache
def correction() -> dict[str, Any]:
    """Any part of the tree. What the reader alone knows may be sent back and is left alone."""
    changes = _part(nested(), is_entry=True)
    untouched = {name: {"readOnly": True} for name in sorted(READ_ONLY - {"evidence"})}
    return {**changes, "properties": {**changes["properties"], **untouched}}


def _whole(inner: dict[str, Any]) -> dict[str, Any]:
    properties, required = {}, []
    for name, each in inner.items():
        schema = _whole(each) if isinstance(each, dict) else _leaf(each)
        properties[name.removesuffix("[]")] = {"type": "array", "items": schema} if name.endswith("[]") else schema
        if not isinstance(each, Field) or each.tier is ParserType.ADVANCED:
            required.append(name.removesuffix("[]"))
    return {"type": "object", "required": required, "properties": properties}


def _part(inner: dict[str, Any], is_entry: bool = False) -> dict[str, Any]:
    properties = {}
    for name, each in inner.items():
        is_list = name.endswith("[]")
        schema = _part(each, is_list) if isinstance(each, dict) else _bounded(each)
        if is_list:
            schema = {"type": ["array", "null"], "maxItems": LONGEST[list], "items": schema}
        properties[name.removesuffix("[]")] = schema
    needed = [each.path.rpartition(".")[2] for each in inner.values() if isinstance(each, Field) and each.path in NAMED]
    return {
        "type": "object" if is_entry else ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _leaf(field: Field) -> dict[str, Any]:
    told = {"description": f"{field.meaning or field.path} ({field.tier.value})"}
    if field.path in WORDS:
        return {"enum": WORDS[field.path], **told}
    kind = KINDS.get(field.type, "string")
    is_entry = field.path.endswith("[]")
    form = {"datetime": {"format": "date-time"}, "UUID": {"format": "uuid"}, "partial date": {"pattern": DATE}}.get(field.type, {})
    return {"type": kind if is_entry else [kind, "null"], **form, **told}


def _bounded(field: Field) -> dict[str, Any]:
    schema = _leaf(field)
    if field.type in ("integer", "number"):
        return {**schema, "minimum": 0, "maximum": LARGEST}
    return {**schema, "maxLength": LONGEST[str]} if field.type in ("string", "URL") else schema
