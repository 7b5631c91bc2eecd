"""What goes in and out of the JobZen endpoints, for reading requests and for OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workers.errors import InvalidInput, TooLarge
from workers.listing import Listing
from workers.resources.coaching_rules import spoken
from workers.services.cv_source import LONGEST_TEXT

LONGEST_AD = 200_000
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
REQUIREMENTS = {"anyOf": [TEXT, TEXTS]}
USAGE = {
    "type": "object",
    "required": ["tokens", "latency_ms"],
    "properties": {"tokens": {"type": "integer"}, "latency_ms": {"type": "integer"}},
}
PERCENT = {"type": "integer", "minimum": 0, "maximum": 100}
SAID = {"type": "string", "pattern": r"[A-Za-z0-9]", "maxLength": LONGEST_AD // 4}
CV: dict[str, Any] = {
    "cv_text": {**SAID, "maxLength": LONGEST_TEXT},
    "cv_pdf_base64": {"type": "string", "contentEncoding": "base64", "contentMediaType": "application/pdf"},
    "cv_url": {"type": "string", "format": "uri", "description": "https; answered with 200 and the file itself, without a redirect"},
    "profile_json": {
        "type": "object",
        "description": "our own tree, JSON Resume, or plain lists",
        "properties": {name: {"type": "array", "items": SAID} for name in ("skills", "positions", "languages")},
        "anyOf": [{"required": ["skills"]}, {"required": ["positions"]}],
    },
    "candidate_ref": {"type": "string", "pattern": r"\S", "maxLength": 200},
}
OPTIONS = {
    "type": ["object", "null"],
    "properties": {
        "explain": {"type": ["boolean", "null"]},
        "structured": {"type": ["boolean", "null"]},
        "language": {"enum": [*spoken(), None], "description": "of the answer; that of the job where absent"},
    },
}
LISTING: dict[str, Any] = {
    "type": "object",
    "properties": {"title": SAID, "description": SAID, "requirements": REQUIREMENTS},
    "anyOf": [{"required": ["title"]}, {"required": ["description"]}],
}


def asked(echoed: bool = False, **further: dict[str, Any]) -> dict[str, Any]:
    """A body with exactly one CV. `echoed`: beside another one, `candidate_ref` is the caller's own word and no source."""
    alone = [{"required": [name]} for name in CV]
    one = {"anyOf": [{"oneOf": alone[:-1]}, {**alone[-1], "not": {"anyOf": alone[:-1]}}]} if echoed else {"oneOf": alone}
    needed = {"required": list(further)} if further else {}
    return {"type": "object", **needed, "properties": {**CV, **further, "options": OPTIONS}, **one}


def answered(**properties: Any) -> dict[str, Any]:
    """An object in which all of this stands."""
    return {"type": "object", "required": list(properties), "properties": properties}


def listing(given: Any, *path: str) -> Listing:
    """Title, description and requirements of one job; what is missing or of a wrong kind raises InvalidInput naming it."""
    if not isinstance(given, Mapping):
        raise InvalidInput(f"'{'.'.join(path)}' must be an object with title and description", field=path)
    title, description = (_text(given, name, path) for name in ("title", "description"))
    asked = given.get("requirements")
    if isinstance(asked, list) and all(isinstance(each, str) for each in asked):
        asked = tuple(asked)
    elif asked is not None and not isinstance(asked, str):
        raise InvalidInput(f"'{'.'.join(path)}.requirements' must be a string or an array of strings", field=(*path, "requirements"))
    if not any(char.isalnum() for char in title + description):
        raise InvalidInput(f"'{'.'.join(path)}' has neither a title nor a description", field=(*path, "title"))
    size = len(title) + len(description) + len(asked if isinstance(asked, str) else "".join(asked or ()))
    if size > LONGEST_AD:
        raise TooLarge(f"'{'.'.join(path)}' has more than {LONGEST_AD:,} characters", field=path)
    return Listing(title, description, asked)


def _text(given: Mapping[str, Any], name: str, path: tuple[str, ...]) -> str:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise InvalidInput(f"'{'.'.join((*path, name))}' must be a string", field=(*path, name))
    return (value or "").strip()


def reference(given: Mapping[str, Any]) -> str | None:
    """`candidate_ref` as it came, to be said again; a value of another kind raises InvalidInput."""
    value = given.get("candidate_ref")
    if value is not None and not isinstance(value, str):
        raise InvalidInput("'candidate_ref' must be a string", field=("candidate_ref",))
    return value
