"""Cv ↔ the formats other systems speak: JSON Resume 1.0, Europass (SkillsPassport 3.4, XML and JSON), HR Open 4 (Candidate).

    export(cv, "json-resume")        bytes of that format
    read(data, "europass-xml")       a Cv

What a format has no place for travels in further properties where the format allows them, and is left out where not.
Derived values (profile, evidence, raw text, taxonomy ids, months) are never exchanged: the reader makes them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from workers.cv import Cv, Warning
from workers.errors import ErrorCode, InvalidFile, InvalidInput
from workers.exchange import europass_json, europass_xml, hr_open, json_resume
from workers.exchange.leaves import leaves
from workers.exchange.rest import rest


class Format(NamedTuple):
    """How a format is written and read, and the media type of its files."""

    dump: Callable[[Cv], bytes]
    load: Callable[[bytes], Cv]
    media_type: str


_FORMATS = {
    "json-resume": Format(json_resume.dump, json_resume.load, "application/json"),
    "europass-xml": Format(europass_xml.dump, europass_xml.load, "application/xml"),
    "europass-json": Format(europass_json.dump, europass_json.load, "application/json"),
    "hr-open": Format(hr_open.dump, hr_open.load, "application/json"),
}
FORMATS = tuple(_FORMATS)
LARGEST = 5_000_000
NOT_ALL_IMPORTED = "NOT_ALL_IMPORTED"


def export(cv: Cv, format: str) -> bytes:
    """The CV in one of FORMATS, UTF-8. Raises InvalidInput for another format."""
    return _module(format).dump(cv)


def read(data: bytes, format: str) -> Cv:
    """A Cv from one of FORMATS. Raises InvalidFile when the bytes are not of that format.

    What has no place in the tree is not lost: then a warning says NOT_ALL_IMPORTED, and `raw_text` holds every text of the document.
    """
    module = _module(format)
    if len(data) > LARGEST:
        raise InvalidFile(f"the file is larger than {LARGEST // 1_000_000} MB", ErrorCode.FILE_TOO_COMPLEX)
    try:
        cv = module.load(data)
        left = rest(data, cv, module.dump)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InvalidFile(f"the file is not a readable {format} document: export it again from its source") from None
    if not left:
        return cv
    return msgspec.structs.replace(cv, raw_text="\n".join(leaves(data)), warnings=(*cv.warnings, Warning(code=NOT_ALL_IMPORTED)))


def media_type(format: str) -> str:
    return _module(format).media_type


def _module(format: str) -> Format:
    if format not in _FORMATS:
        raise InvalidInput(f"format is unknown: use one of {', '.join(FORMATS)}", field=("format",))
    return _FORMATS[format]


__all__ = ["FORMATS", "LARGEST", "export", "leaves", "media_type", "read"]
