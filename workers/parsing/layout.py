"""What a simple reader would stumble over in a file: text side by side, text in pictures, headings nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from workers.layout import Layout
from workers.parsing.lines import lines
from workers.parsing.looks import body_of
from workers.parsing.read import read
from workers.parsing.sections import sections
from workers.parsing.types import Box, Document, Line
from workers.parsing.warnings import clean
from workers.resources.language import heading_kind

# A column has a few lines beside another's; fewer are a date beside its title.
SIDE_BY_SIDE = 4
FEW_WORDS = 80
OTHER = "other"


def layout(data: bytes, file_name: str) -> Layout:
    """How a PDF or picture is laid out. Formats without pages of their own have no trouble of this kind. Raises as `read` does."""
    document = clean(read(data, file_name))
    printed = lines(document, lambda text: heading_kind(text) is not None)
    strange = [part.title for part in sections(printed, body_of(printed)) if part.kind == OTHER and part.heading and part.title]
    has_pages = data[:5] == b"%PDF-"
    return Layout(
        columns=tuple(_columns(printed)) if has_pages else (),
        pictures=dict(_pictures(document)) if has_pages else {},
        unknown_headings=tuple(dict.fromkeys(strange)),
        scanned=document.recognised,
    )


def _columns(printed: Sequence[Line]) -> Iterator[int]:
    blocks: dict[int, dict[int, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in printed:
        blocks[line.page][line.block].append(line)
    for page, by_block in sorted(blocks.items()):
        if any(_beside(one, other) >= SIDE_BY_SIDE for one, other in combinations(by_block.values(), 2)):
            yield page


def _beside(one: Sequence[Line], other: Sequence[Line]) -> int:
    """How many lines of the shorter block stand beside the other, with a gap between them."""
    short, long = sorted((one, other), key=len)
    around = _around(long)
    level = [line for line in short if around.top <= line.box.top <= around.bottom]
    if not level or not (_around(level).x1 <= around.x0 or around.x1 <= _around(level).x0):
        return 0
    return len(level)


def _around(part: Sequence[Line]) -> Box:
    return Box(
        min(line.box.x0 for line in part),
        min(line.box.top for line in part),
        max(line.box.x1 for line in part),
        max(line.box.bottom for line in part),
    )


def _pictures(document: Document) -> Iterator[tuple[int, float]]:
    for page in document.pages:
        if sum(word.page == page.number for word in document.words) < FEW_WORDS and page.width and page.height:
            covered = sum(_area(picture.box) for picture in document.pictures if picture.page == page.number)
            if covered:
                yield page.number, min(1.0, covered / (page.width * page.height))


def _area(box: Box) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.bottom - box.top)
