"""The headline: what the person says to be, in a line below the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from workers.parsing.fields.contact import label
from workers.parsing.fields.entry import Parts
from workers.parsing.lexicon import title_likeness
from workers.parsing.lines import cells
from workers.parsing.places import is_place
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import heading_kind
from workers.resources.text import flat, fold

CONTACT = re.compile(r"@|https?:|www\.|\+?\d[\d .()/-]{7,}|\b\d{5}\b|linkedin|github", re.I)
MOST_WORDS = 8
DOCUMENTS = ("curriculum vitae", "lebenslauf", "resume", "cv")
FEW_WORDS = re.compile(r"[^\W\d_][^\W\d_'’.-]+(?:[\s/&,–-]+[^\W\d_]+){1,6}")
LABELLED = re.compile(r"^[^:]{2,20}\s?:\s")


class Candidate(NamedTuple):
    text: str
    words: tuple[Word, ...]
    distance: int
    size: float


def find(sections: Sequence[Section], lines: Sequence[Line], name: Sequence[Word], size: float) -> Parts:
    """`headline`, or nothing; `name` are the words of the name, `size` that of running text."""
    candidates = list(_candidates(sections, lines, set(name), size))
    scored = [(sum(points * float(feature(candidate)) for feature, points in FEATURES), candidate) for candidate in candidates]
    points, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or points < 2.0:
        return {}
    return {"headline": Found(best.text, min(0.95, 0.6 + 0.06 * points), best.words)}


def _candidates(sections: Sequence[Section], lines: Sequence[Line], name: set[Word], size: float) -> Iterator[Candidate]:
    header = [line for section in sections if section.kind in ("header", "contact", "personal", "wishes") for line in section.lines]
    named = next((index for index, line in enumerate(header) if name & set(line.words)), 0)
    for index, line in enumerate(header[: named + 8]):
        for words in (*cells(line), *_first_piece(line)):
            rest = tuple(word for word in words if word not in name)
            text = " ".join(word.text for word in rest).strip(" |·•–—-,:")
            if 3 <= len(text) <= 140:
                wrapped = _wrapped(header, index, rest)
                yield Candidate(" ".join([text, *(word.text for word in wrapped)]), rest + wrapped, abs(index - named), line.size / size)


def _first_piece(line: Line) -> list[tuple[Word, ...]]:
    """`Nurse | Leeds | 07700 900 655`: what somebody is stands before the first bar."""
    bar = next((place for place, word in enumerate(line.words) if word.text in ("|", "•", "·")), 0)
    return [line.words[:bar]] if 0 < bar <= MOST_WORDS else []


def _wrapped(header: Sequence[Line], index: int, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The rest of a headline that did not fit on its line."""
    if index + 1 >= len(header) or not words:
        return ()
    below = header[index + 1]
    same = below.words[0].size == words[0].size and below.words[0].colour == words[0].colour and below.block == header[index].block
    near = below.box.top - header[index].box.bottom < 0.5 * below.size
    return below.words if same and near and words[0].size > 11 and not CONTACT.search(below.text) and len(below.words) < 8 else ()


FEATURES: tuple[tuple[Callable[[Candidate], float], float], ...] = (
    (lambda candidate: title_likeness(candidate.text), 3.0),
    (lambda candidate: candidate.distance == 1, 1.5),
    (lambda candidate: candidate.distance in (0, 2), 0.7),
    # Our list of trades has holes; a few words and nothing else right below the name say what somebody is.
    (lambda candidate: candidate.distance == 1 and bool(FEW_WORDS.fullmatch(candidate.text)), 0.7),
    (lambda candidate: candidate.size > 1.1, 1.0),
    (lambda candidate: bool(CONTACT.search(candidate.text)), -6.0),
    (lambda candidate: fold(candidate.text) in DOCUMENTS, -6.0),
    (lambda candidate: label("licence").match(flat(candidate.text)) is not None, -6.0),
    (lambda candidate: bool(LABELLED.match(candidate.text)), -3.0),
    (lambda candidate: is_place(candidate.text), -3.0),
    (lambda candidate: heading_kind(candidate.text) is not None, -5.0),
    (lambda candidate: len(candidate.text.split()) > 14, -3.0),
    (lambda candidate: candidate.text.endswith("."), -1.5),
    (lambda candidate: not any(char.isalpha() for char in candidate.text), -6.0),
)
