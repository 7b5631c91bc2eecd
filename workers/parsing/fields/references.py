"""Referees: name and how to reach them. "Available on request" names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from workers.parsing.context import Context
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.taxonomy import occupations

Parts = dict[str, Found[Any]]
_NAME = re.compile(
    r"(?:(?:M\.?|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?)\s+)?[A-ZÀ-Þ][\w'’.-]+(?:\s+(?:de|du|van|von|le|la|el|[A-ZÀ-Þ][\w'’.-]*)){1,4}"
)
_REACH = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d\s().-]{7,}\d")


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`name`, `contact`."""
    return [part for section in of_kind(sections, "references") for part in _people(section.lines)]


def _people(lines: Sequence[Line]) -> Iterator[Parts]:
    person: Parts = {}
    for line in lines:
        text = line.text.strip(' •-–—*·“”"')
        name = _NAME.match(text)
        reach = [match[0].strip() for match in _REACH.finditer(text)]
        if name and not _is_post(name[0]) and (name.end() == len(text) or text[name.end()] in " ,–—-|(:"):
            if person:
                yield person
            person = {"name": Found(name[0], 0.75, _first(line.words, name[0]))}
        if reach and person:
            known = person["contact"].value + " " if "contact" in person else ""
            person["contact"] = Found(known + " ".join(reach), 0.85, line.words)
    if person:
        yield person


def _is_post(text: str) -> bool:
    return any(match.begin == 0 for match in occupations().find(text))


def _first(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    return tuple(words[: len(text.split()) + 1])
