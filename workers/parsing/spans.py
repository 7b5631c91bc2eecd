"""Characters of a line ↔ the words that printed them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from workers.parsing.lines import box_of, cells
from workers.parsing.types import Line, Section, Word


def words_at(line: Line, begin: int, finish: int) -> tuple[Word, ...]:
    """The words of `line` that print characters [begin, finish) of `line.text`."""
    found, place = [], 0
    for word in line.words:
        after = place + len(word.text)
        if after > begin and place < finish:
            found.append(word)
        place = after + 1
    return tuple(found)


def pieces(line: Line) -> list[Line]:
    """A line cut where its words stand apart: the cells of a row, tags side by side."""
    parts = cells(line)
    return [line] if len(parts) < 2 else [line._replace(words=words, box=box_of(words)) for words in parts]


def words_of(lines: Iterable[Line]) -> tuple[Word, ...]:
    return tuple(word for line in lines for word in line.words)


def lines_of(sections: Iterable[Section], kinds: Container[str]) -> Iterator[Line]:
    """Lines of the sections of those kinds, in reading order."""
    return (line for section in sections if section.kind in kinds for line in section.lines)


def of_kind(sections: Sequence[Section], *kinds: str) -> list[Section]:
    return [section for section in sections if section.kind in kinds]
