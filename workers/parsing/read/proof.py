"""What a galley has printed, and its cutting into pages.

Inside a galley x is measured from the left edge of the paper and y from the top of the first page's text; a page is a
slice of `sheet.text_height`. What overhangs a slice prints into the bottom margin, as it does in word processors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from workers.parsing.read.flow import Sheet
from workers.parsing.types import Box, Document, Hidden, Link, Page, Picture, Rule, Word

I = TypeVar("I", Link, Picture, Rule, Hidden)  # noqa: E741
Move = Callable[[float], tuple[float, float]]
_MOST_RULES = 10_000


class Proof:
    """Everything printed so far."""

    def __init__(self, sheet: Sheet, pages: int) -> None:
        self.sheet, self.pages = sheet, pages
        self.y = 0.0
        self.words: list[Word] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.rules: list[Rule] = []
        self.hidden: list[Hidden] = []
        self.is_cut = False

    @property
    def is_full(self) -> bool:
        """True beyond the last page that is read; says so in the document."""
        is_over = self.y > self.pages * self.sheet.text_height
        self.is_cut |= is_over
        return is_over

    def absorb(self, part: Proof, move: Move) -> None:
        """Take over what `part` holds; `move` gives (dx, dy) for a top."""
        self.is_cut |= part.is_cut
        for word in part.words:
            dx, dy = move(word.top)
            self.words.append(word._replace(x0=word.x0 + dx, x1=word.x1 + dx, top=word.top + dy, bottom=word.bottom + dy))
        self.links += _moved(part.links, move)
        self.pictures += _moved(part.pictures, move)
        self.rules += _moved(part.rules, move)
        self.hidden += _moved(part.hidden, move)

    def document(self) -> Document:
        height, sheet = self.sheet.text_height, self.sheet

        def page(top: float, bottom: float) -> tuple[int, float]:
            number = max(0, int(((top + bottom) / 2) // height))
            return number + 1, sheet.top - number * height

        boxes = [each.box for each in self.pictures] + [each.box for each in self.hidden]
        middles = [(word.top, word.bottom) for word in self.words] + [(box.top, box.bottom) for box in boxes]
        wanted = max((page(*middle)[0] for middle in middles), default=1)
        count = min(wanted, self.pages)
        placed = ((word, *page(word.top, word.bottom)) for word in self.words)
        return Document(
            pages=tuple(Page(number + 1, sheet.width, sheet.height) for number in range(count)),
            words=tuple(word._replace(page=at, top=word.top + dy, bottom=word.bottom + dy) for word, at, dy in placed if at <= count),
            links=_paged(self.links, page, count),
            pictures=_paged(self.pictures, page, count),
            rules=_paged(_cut(self.rules, height), page, count),
            hidden=_paged(self.hidden, page, count),
            page_count=max(wanted, count + 1) if self.is_cut else wanted,
        )


def _moved(items: list[I], move: Move) -> list[I]:
    made = []
    for item in items:
        box = item.box
        dx, dy = move(box.top)
        made.append(item._replace(box=Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)))
    return made


def _paged(items: list[I], page: Callable[[float, float], tuple[int, float]], count: int) -> tuple[I, ...]:
    made = []
    for item in items:
        box = item.box
        number, dy = page(box.top, box.bottom)
        if number <= count:
            made.append(item._replace(page=number, box=Box(box.x0, box.top + dy, box.x1, box.bottom + dy)))
    return tuple(made)


def _cut(rules: list[Rule], height: float) -> list[Rule]:
    """A ground that runs over pages becomes one box on each."""
    made: list[Rule] = []
    for rule in rules:
        top = rule.box.top
        while (edge := (top // height + 1) * height) < rule.box.bottom - 1.0 and len(made) < _MOST_RULES:
            made.append(rule._replace(box=rule.box._replace(top=top, bottom=edge)))
            top = edge
        made.append(rule._replace(box=rule.box._replace(top=top)))
    return made
