"""What goes in and out of rows 17 to 19, 21 and 23, for OpenAPI."""

from __future__ import annotations

from typing import Any

import msgspec

from workers.rendering.labels import languages
from workers.rendering.privacy import HIDES, PRESETS, Privacy
from workers.rendering.settings import FAMILIES, LENGTHS, RANGES, SECTIONS, PageFormat
from workers.services.settings import layouts_known

ID, TEXT = {"type": "string", "format": "uuid"}, {"type": "string"}
SWITCHES = {field.encode_name: {"type": "boolean", "description": HIDES[field.name]} for field in msgspec.structs.fields(Privacy)}
NUMBERS = {name: {"type": ["number", "null"], "minimum": low, "maximum": high} for name, (low, high, _) in RANGES.items()}
CHANGES: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **NUMBERS,
        "maxPositions": {**NUMBERS["maxPositions"], "type": ["integer", "null"]},
        **{name: {"type": ["string", "null"], "maxLength": longest} for name, longest in LENGTHS.items()},
        "agencyWebsite": {
            "type": ["string", "null"],
            "maxLength": LENGTHS["agencyWebsite"],
            "pattern": r"^(https?://[a-z0-9-]+\.[a-z]{2,})?$",
        },
        "layout": {"enum": [*layouts_known(), None]},
        "fontStyle": {"enum": [*FAMILIES, None]},
        "format": {"enum": [*PageFormat, None]},
        "accentColour": {"type": ["string", "null"], "pattern": "^#[0-9A-Fa-f]{6}$"},
        "language": {"enum": [*languages(), None]},
        "order": {"type": ["array", "null"], "uniqueItems": True, "items": {"enum": [*SECTIONS]}},
        "logo": {"type": ["string", "null"], "contentEncoding": "base64", "description": "PNG or SVG"},
        "preset": {"enum": [*PRESETS, None], "description": "all privacy switches at once; `privacy` adds to it"},
        "privacy": {
            "oneOf": [{"type": ["object", "null"], "properties": SWITCHES, "additionalProperties": False}, {"enum": [*PRESETS]}],
            "description": "switches that change, or the name of a preset that sets all of them",
        },
    },
}
PAGE = {
    "type": "object",
    "required": ["index", "url"],
    "properties": {"index": {"type": "integer"}, "url": {"type": "string", "format": "uri"}},
}
SHOWN = {
    "type": "object",
    "required": ["id", "layout", "settings", "privacy", "canvas_page_count", "canvas_pages"],
    "properties": {
        "id": ID,
        "layout": TEXT,
        "settings": {"type": "object"},
        "privacy": {"type": "object", "required": list(SWITCHES), "properties": SWITCHES},
        "canvas_page_count": {"type": "integer"},
        "canvas_pages": {"type": "array", "items": PAGE},
    },
}
PRINTED = {
    "type": "object",
    "required": ["resumeId"],
    "properties": {"resumeId": ID, "downloadUrl": {**TEXT, "format": "uri"}, "generatedAt": {**TEXT, "format": "date-time"}, "error": TEXT},
    "oneOf": [{"required": ["downloadUrl", "generatedAt"]}, {"required": ["error"]}],
}
BATCH = {
    "type": "object",
    "required": ["jobId", "status", "progress", "results"],
    "properties": {
        "jobId": ID,
        "status": {"enum": ["COMPLETED", "PARTIAL", "FAILED"]},
        "progress": {"type": "string", "pattern": r"^\d+%$"},
        "results": {"type": "array", "items": PRINTED},
    },
}


def ids(most: int) -> dict[str, Any]:
    """1 to `most` resume ids, in both forms."""
    listed = {"type": "array", "items": ID, "minItems": 1, "maxItems": most}
    return {"oneOf": [listed, {"type": "object", "required": ["resumeIds"], "properties": {"resumeIds": listed}}]}
