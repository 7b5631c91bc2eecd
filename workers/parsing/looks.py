"""How lines are printed, as far as the eye tells them apart, and what stands out from running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workers.parsing.lines import edges
from workers.parsing.types import Line, Word

NOT_LETTERS = re.compile(r"[\W\d_]+")


class Look(NamedTuple):
    """How a line is printed, as far as the eye tells two lines apart."""

    size: float
    bold: bool
    capitals: bool
    colour: int
    italic: bool

    @classmethod
    def of(cls, line: Line) -> Look:
        kept: dict[str, Look] = vars(line)
        if "look" not in kept:
            first = max(line.words, key=_length)
            kept["look"] = cls(round(line.size * 2) / 2, line.is_bold, _is_in_capitals(line.text), first.colour, first.italic)
        return kept["look"]


def _length(word: Word) -> int:
    return len(word.text)


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and len(NOT_LETTERS.sub("", text)) > 4


class Body(NamedTuple):
    """The look of running text: most characters are printed so. `edges`: column → its left and right edge."""

    size: float
    bold: bool
    colour: int
    edges: Mapping[tuple[int, int], tuple[float, float]]


def body_of(lines: Sequence[Line]) -> Body:
    printed: Counter[tuple[float, bool, int]] = Counter()
    for line in lines:
        for word in line.words:
            printed[word.size, word.bold, word.colour] += len(word.text)
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    colours: Counter[int] = Counter()
    for (size, bold, colour), count in printed.items():
        sizes[round(size * 2) / 2] += count
        weights[bold] += count
        colours[colour] += count
    usual = [counter.most_common(1)[0][0] if counter else None for counter in (sizes, weights, colours)]
    return Body(usual[0] or 10.0, bool(usual[1]), int(usual[2] or 0), edges(lines))


def emphasis(line: Line, body: Body) -> float:
    """How much a line stands out from running text: the sum of what the eye notices."""
    look = Look.of(line)
    return sum(
        [
            points
            for is_so, points in (
                (look.size >= 1.04 * body.size, 1.0),
                (look.size >= 1.15 * body.size, 1.0),
                (look.bold and not body.bold, 1.0),
                (look.capitals, 1.0),
                (look.colour != body.colour, 0.75),
                (any([word.style == "heading" for word in line.words]), 2.0),
            )
            if is_so
        ]
    )
