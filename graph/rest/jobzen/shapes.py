"""What goes in and out of the JobZen endpoints, for reading requests and for OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workers.comparison import Listing
from workers.errors import InvalidInput, TooLarge

LONGEST_AD = 200_000
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
REQUIREMENTS = {"anyOf": [TEXT, TEXTS]}
USAGE = {"type": "object", "properties": {"tokens": {"type": "integer"}, "latency_ms": {"type": "integer"}}}
PERCENT = {"type": "integer", "minimum": 0, "maximum": 100}
CV: dict[str, Any] = {
    "cv_text": TEXT,
    "cv_pdf_base64": TEXT,
    "cv_url": {"type": "string", "format": "uri"},
    "profile_json": {"type": "object"},
    "candidate_ref": TEXT,
}
OPTIONS = {"type": "object", "properties": {"explain": {"type": "boolean"}, "structured": {"type": "boolean"}, "language": TEXT}}


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
    if not (title or description):
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
