"""Referees: name and how to reach them. "Available on request" names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from workers.parsing.context import Context
from workers.parsing.spans import of_kind
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import merged
from workers.resources.taxonomy import occupations
from workers.resources.text import fold

Parts = dict[str, Found[Any]]
_NAME = re.compile(
    r"(?:(?:M\.?|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?)\s+)?[A-ZÀ-Þ][\w'’.-]+(?:\s+(?:de|du|van|von|le|la|el|[A-ZÀ-Þ][\w'’.-]*)){1,4}"
)
_REACH = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d\s().-]{7,}\d")


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`name`, `contact`."""
    return [part for section in of_kind(sections, "references") for part in _people(section.lines)]


def _people(lines: Sequence[Line]) -> Iterator[Parts]:
    """A line of reach belongs to the person above it, or to the one below when nobody stands above."""
    person: Parts = {}
    waiting: tuple[str, Line] | None = None
    for line in lines:
        text = line.text.strip(' •-–—*·“”"')
        name = _NAME.match(text)
        if name and not _is_post(text) and (name.end() == len(text) or text[name.end()] in " ,–—-|(:"):
            if person:
                yield person
            person = {"name": Found(name[0], 0.75, _first(line.words, name[0]))}
            if waiting:
                person["contact"] = Found(waiting[0], 0.75, waiting[1].words)
        waiting = None
        if reach := " ".join(match[0].strip() for match in _REACH.finditer(text)):
            if person:
                known = person["contact"].value + " " if "contact" in person else ""
                person["contact"] = Found(known + reach, 0.85, line.words)
            else:
                waiting = (reach, line)
    if person:
        yield person


def _is_post(text: str) -> bool:
    """A title or a house in capitals: `Directeur Général`, `Institut Modèle`."""
    return any(match.begin == 0 for match in occupations().find(text)) or bool(_houses() & set(fold(text.split(",")[0]).split()))


@cache
def _houses() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("houses", ())))


def _first(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    return tuple(words[: len(text.split()) + 1])
