"""The shapes that flow: bytes → Document of words → lines → sections → values found.

Points from the top left corner; formats without pages (DOCX, TXT, HTML ...) are laid out by their readers on pages of
their own, so that every later step sees geometry alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
REST = "rest"


class once(Generic[T]):
    """A property that is worked out at the first look. The standard library's takes a lock for that, which costs more than the work."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work, self.name = work, work.__name__

    def __get__(self, owner: Any, kind: Any = None) -> T:
        value: T = self.work(owner)
        vars(owner)[self.name] = value
        return value


class Box(NamedTuple):
    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    """`page` from 1; `size` in points; `colour` 0xRRGGBB. `style` is what the file itself says: heading, list, cell or '';
    REST where the word begins a line only because its paragraph did not fit on the line above."""

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    colour: int = 0
    style: str = ""


class Page(NamedTuple):
    number: int
    width: float
    height: float


class Link(NamedTuple):
    """An address behind the words inside `box`."""

    uri: str
    page: int
    box: Box


class Picture(NamedTuple):
    page: int
    box: Box


class Rule(NamedTuple):
    """A drawn line or a filled box: sidebars stand on them, headings under or over them."""

    page: int
    box: Box
    colour: int


class Hidden(NamedTuple):
    """Words a person cannot see, and why: white, tiny, off_page, covered, transparent, clipped, hidden."""

    text: str
    reason: str
    page: int
    box: Box


class Document(NamedTuple):
    """One file read: words in the order of the file, nothing merged yet.

    `page_count` is what the file holds: more than `len(pages)` where the rest was left unread; 0 means just these. `garbled` pages
    have text that no font tells: their words were left out.
    """

    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    rules: tuple[Rule, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    recognised: bool = False
    page_count: int = 0
    garbled: tuple[int, ...] = ()


class _Line(NamedTuple):
    words: tuple[Word, ...]
    page: int
    box: Box
    block: int = 0
    side: int = 0
    label: str = ""


class Line(_Line):
    """Words that a reader's eye takes as one line. `block` numbers the column or side bar it stands in, in reading order; `side` is 1 for
    the facts of an entry and 2 for what stands beside them there; `label` is what a form says of it (see `forms`).

    What is asked of a line again and again is worked out once.
    """

    @once
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @once
    def column(self) -> tuple[int, int]:
        """Lines of one column share their edges."""
        return self.block, self.side

    @once
    def size(self) -> float:
        return max([word.size for word in self.words])

    @once
    def is_bold(self) -> bool:
        return all([word.bold for word in self.words])


class Section(NamedTuple):
    """Lines under one heading. `kind` is a heading kind of the language files (experience, education ...); the lines
    before the first heading are `header`, a heading nobody knows makes `other`."""

    kind: str
    title: str
    lines: tuple[Line, ...]
    heading: Line | None = None


class Found(NamedTuple, Generic[T]):
    """A value and what it was read from: confidence 0-1 and the words that printed it."""

    value: T
    confidence: float
    words: tuple[Word, ...]
