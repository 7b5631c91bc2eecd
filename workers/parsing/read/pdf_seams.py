"""Words that pdfium cut though nothing parts their letters.

A page with little text beside much white may look to pdfium as if it were set in columns of letters from top to bottom. It then ends a
line behind every piece of text that the writer drew, and a writer draws a word in many pieces where it moves letters closer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workers.parsing.read.visible import Ink
from workers.parsing.types import Word

Pair = tuple[Word, Ink]

# Line ends for each space, from which on they say nothing.
_MANY = 0.8
# White that parts no letters, as a share of their size.
_NONE = 0.06


def closed_up(words: Iterable[Pair], text: str) -> Iterator[Pair]:
    """The words of a page in drawing order; where its lines are pieces, those that touch are one word."""
    ends = text.count("\n")
    return _joined(words) if ends > 40 and ends > _MANY * (text.count(" ") + ends) else iter(words)


def _joined(words: Iterable[Pair]) -> Iterator[Pair]:
    last: Pair | None = None
    for pair in words:
        if last and _touch(last[0], pair[0]):
            one, two = last[0], pair[0]
            low, high = max(one.bottom, two.bottom), min(one.top, two.top)
            last = one._replace(text=one.text + two.text, x1=two.x1, top=high, bottom=low), last[1]
            continue
        if last:
            yield last
        last = pair
    if last:
        yield last


def _touch(one: Word, two: Word) -> bool:
    alike = (one.size, one.bold, one.italic, one.colour) == (two.size, two.bold, two.italic, two.colour)
    return alike and abs(two.x0 - one.x1) < _NONE * one.size and one.top < (two.top + two.bottom) / 2 < one.bottom
