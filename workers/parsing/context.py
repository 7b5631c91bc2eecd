"""What every value finder may look at beside its own sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from workers.parsing.country import country_of
from workers.parsing.language import language_of
from workers.parsing.looks import Body
from workers.parsing.types import Document, Line


@dataclass(frozen=True)
class Context:
    """`body`: the look of running text; `language`: ISO 639-1 in small letters; `country`: ISO 3166-1 alpha-2 of the person's numbers
    and address, where the CV shows it; `text`: all lines, joined by newlines."""

    document: Document
    lines: tuple[Line, ...]
    body: Body
    language: str
    country: str | None
    today: dt.date
    text: str

    @cached_property
    def space(self) -> float:
        """The median white between two words, in ems of their size; tags side by side stand further apart."""
        gaps = ((right.x0 - left.x1) / left.size for line in self.lines for left, right in pairwise(line.words) if left.size)
        usual = sorted(gap for gap in gaps if 0 < gap < 1)
        return usual[len(usual) // 2] if usual else 0.3


def context_of(document: Document, lines: Sequence[Line], body: Body, today: dt.date) -> Context:
    text = "\n".join(line.text for line in lines)
    language = language_of(text)
    return Context(document, tuple(lines), body, language, country_of(text, language), today, text)
