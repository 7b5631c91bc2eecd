"""The profile paragraph: under its heading, or the sentences of the header."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workers.parsing.fields.contact import label
from workers.parsing.fields.entry import Parts
from workers.parsing.lines import flowing
from workers.parsing.types import Found, Line, Section
from workers.resources.text import flat

OTHER_MATTERS = (
    "availability",
    "mobility",
    "contract",
    "salary",
    "licence",
    "nationality",
    "birth",
    "marital",
    "languages",
    "address",
    "family_name",
    "given_name",
    "full_name",
)
CONTACT = re.compile(r"@|https?:|www\.|\+\d\d|\b0\d(?:[ .]\d\d){4}\b")


def find(sections: Sequence[Section]) -> Parts:
    """`summary`, or nothing."""
    for section in sections:
        lines = [line for line in section.lines if not CONTACT.search(line.text) and not _is_labelled(line)]
        if section.kind == "summary" and sum(len(line.words) for line in lines) >= 6:
            return _found(lines, 0.95)
    for section in sections:
        if section.kind in ("header", "contact") and (lines := _sentences(section.lines)):
            return _found(lines, 0.75)
    return {}


def _is_labelled(line: Line) -> bool:
    """`Disponibilité : immédiate` under the profile is no sentence of it."""
    plain = flat(line.text)
    return any((match := label(kind).match(plain)) and ":" in match[0] for kind in OTHER_MATTERS)


def _found(lines: Sequence[Line], sure: float) -> Parts:
    return {"summary": Found(flowing(line.text for line in lines), sure, tuple(word for line in lines for word in line.words))}


def _sentences(lines: Sequence[Line]) -> list[Line]:
    """The longest run of full lines of the header."""
    best: list[Line] = []
    run: list[Line] = []
    for line in lines:
        full = len(line.words) >= 7 or (run and line.box.top - run[-1].box.bottom < 0.6 * line.size and line.size == run[-1].size)
        run = [*run, line] if full and not CONTACT.search(line.text) and not _is_labelled(line) else []
        if sum(len(one.words) for one in run) > sum(len(one.words) for one in best):
            best = run
    return best if sum(len(line.words) for line in best) >= 15 else []
