"""Words → lines in reading order.

Words that share a height make a row; a row is cut where the gap is wider than a space can be; the pieces (runs) go to
the columns of the page, and inside a column the runs of one row are one line again.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from workers.parsing.columns import regions
from workers.parsing.furniture import names_columns, without_furniture
from workers.parsing.grids import rows_in_order
from workers.parsing.ruled import apart
from workers.parsing.runs import BULLET, Region, Run, rows_of
from workers.parsing.types import REST, Box, Document, Line, Word

WIDE_GAP = 0.9
MOST_IN_HEAD = 12
IsHeading = Callable[[str], bool]


def lines(document: Document, is_heading: IsHeading) -> tuple[Line, ...]:
    """Every line of the document once, column after column; a column goes on over the pages."""
    pages: dict[int, list[Word]] = {}
    for word in document.words:
        pages.setdefault(word.page, []).append(word)
    rules = {number: tuple(rule for rule in document.rules if rule.page == number) for number in pages}
    parted = {number: apart(words, rules[number], is_heading) for number, words in sorted(pages.items())}
    rows = {number: [runs(row) for row in rows_of(words)] for number, (words, _) in parted.items()}
    rows = without_furniture(rows, document.pages)
    flows: list[list[Region]] = []
    for number, page_rows in rows.items():
        page_runs = [run for row in page_rows for run in row] + parted[number][1]
        _flow(flows, regions(page_runs, rules[number], is_heading))
    return tuple(line for line in _lines_of(flows, is_heading) if not _names_columns(line))


def runs(row: Sequence[Word]) -> list[Run]:
    """A row cut at its wide gaps; a bullet stays with what it marks."""
    found: list[list[Word]] = []
    for word in _without_letter_spacing(row):
        if found and _goes_on(found[-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [Run.of(words) for words in found]


def _overprints(before: Word, word: Word) -> bool:
    """Words of two columns that run into each other are not one phrase."""
    return before.x1 - word.x0 > 0.4 * word.size and abs(before.top - word.top) < 0.5 * word.size


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    last = run[-1]
    gap, em, small = word.x0 - last.x1, last.size, word.size
    if small > em:
        em, small = small, em
    # A name is printed large; an address beside it keeps its own distance.
    if em > 1.8 * small:
        em = 1.8 * small
    if gap <= WIDE_GAP * em:
        return gap >= 0 or not _overprints(last, word)
    return len(run) == 1 and gap <= 3.5 * em and bool(BULLET.match(last.text))


def _without_letter_spacing(row: Sequence[Word]) -> list[Word]:
    """`E X P É R I E N C E` is one word printed wide: letters at an even distance, words at a wider one."""
    if sum([len(word.text) == 1 for word in row]) < 4:
        return list(row)
    joined: list[Word] = []
    spaced: list[Word] = []
    for word in (*row, None):
        if word and len(word.text) <= 2 and (not spaced or word.x0 - spaced[-1].x1 < 1.6 * word.size):
            spaced.append(word)
            continue
        joined += _close_up(spaced)
        spaced = [word] if word and len(word.text) <= 2 else []
        joined += [word] if word and not spaced else []
    return joined


def _close_up(letters: list[Word]) -> list[Word]:
    if len(letters) < 4 or sum(word.text.isalpha() for word in letters) < 0.75 * len(letters):
        return letters
    gaps = [right.x0 - left.x1 for left, right in pairwise(letters)]
    usual = statistics.median(gaps)
    words = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > max(1.7 * usual, usual + 0.15 * letter.size):
            words.append(letter)
        else:
            words[-1] = join((words[-1], letter), "")
    return words


def join(words: Sequence[Word], glue: str) -> Word:
    box = box_of(words)
    return words[0]._replace(text=glue.join(word.text for word in words), x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom)


def box_of(words: Sequence[Word | Run]) -> Box:
    return Box(
        min([word.x0 for word in words]),
        min([word.top for word in words]),
        max([word.x1 for word in words]),
        max([word.bottom for word in words]),
    )


def _flow(flows: list[list[Region]], page: list[Region]) -> None:
    """A column of a later page goes on where the column above it on the page before stopped."""
    earlier = len(flows)
    taken: set[int] = set()
    widest = max(page, key=lambda region: region.x1 - region.x0, default=None)
    for region in page:
        open_flows = [index for index in range(earlier) if index not in taken and not region.is_below and _is_open(flows, index)]
        best = max(open_flows, key=lambda index: _shared(flows[index][-1], region), default=None)
        if best is not None and (_shared(flows[best][-1], region) > 0.55 or (region is widest and len(page) == 1)):
            flows[best].append(region)
            taken.add(best)
        else:
            flows.append([region])


def _is_open(flows: list[list[Region]], index: int) -> bool:
    last = flows[index][-1]
    return not any(flow[-1].page == last.page and flow[-1].top >= last.bottom - 2 and _shared(flow[-1], last) > 0 for flow in flows)


def _shared(one: Region, other: Region) -> float:
    both = min(one.x1, other.x1) - max(one.x0, other.x0)
    return both / max(one.x1 - one.x0, other.x1 - other.x0, 1.0)


def _lines_of(flows: list[list[Region]], is_heading: IsHeading) -> Iterable[Line]:
    for block, flow in enumerate(flows):
        for region in flow:
            for side, row in rows_in_order(region.runs, is_heading):
                words = tuple(word for run in row for word in run.words)
                line = Line(words, words[0].page, box_of(words), block, side)
                if row[0].cells:
                    vars(line)["cells"] = list(row[0].cells)
                yield line


def _names_columns(line: Line) -> bool:
    return 1 < len(line.words) <= MOST_IN_HEAD and names_columns([" ".join(word.text for word in cell) for cell in cells(line)])


def cells(line: Line) -> list[tuple[Word, ...]]:
    """The parts of a line that stand apart: a title, and the dates at the right edge of the same line."""
    kept: dict[str, list[tuple[Word, ...]]] = vars(line)
    if "cells" not in kept:
        kept["cells"] = [run.words for run in runs(line.words)]
    return kept["cells"]


def edges(lines: Iterable[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    """Column → left and right edge of its lines of several words, in points; an address that cannot break may stick out."""
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for line in lines:
        left, right = found.get(line.column, (line.box.x0, line.box.x1 if len(line.words) < 3 else 0.0))
        found[line.column] = min(left, line.box.x0), max(right, line.box.x1) if len(line.words) >= 3 else right
    return found


def text_left(cell: Sequence[Word]) -> float:
    """Where the text of a cell begins: behind its bullet."""
    return cell[1].x0 if len(cell) > 1 and BULLET.match(cell[0].text) else cell[0].x0


def is_rest(line: Line) -> bool:
    """Does the file itself say that this line goes on with the paragraph above it? Beside other cells nothing is said of the line."""
    return line.words[0].style == REST and len(cells(line)) == 1


def wraps(line: Line, below: Line, edge: tuple[float, float]) -> bool:
    """Was `line` broken only because the first word of `below` did not fit? `edge` are those of its column. The rest of a title beside
    which something stands inside the page begins where the title does; what stands beside a date in the margin goes on under itself."""
    near = line.page == below.page and line.column == below.column and -2 < below.box.top - line.box.bottom < 0.7 * below.size
    if not near or BULLET.match(below.words[0].text) or abs(line.size - below.size) > 0.6:
        return False
    parts = cells(line)
    word = below.words[0]
    if _text_from(line, below, edge[1]):
        return len(cells(below)) == 1 or _is_stretched(below.words, edge[1])
    if len(parts) > 1 and abs(below.box.x0 - text_left(parts[-1])) < 3:
        return edge[1] - parts[-1][-1].x1 < (word.x1 - word.x0) + 0.45 * word.size and len(cells(below)) == 1
    last = parts[0][-1]
    apart = all(abs(below.box.x0 - part[0].x0) > line.size for part in parts)
    if len(parts) > 1 and apart and edge[1] - parts[-1][-1].x1 > 3 * line.size:
        return False
    room = (parts[1][0].x0 if len(parts) > 1 else edge[1]) - last.x1
    if len(parts) == 1 and abs(room - (line.box.x0 - edge[0])) < 4:
        room *= 2
    return room < (word.x1 - word.x0) + 0.45 * word.size and len(cells(below)) == 1


def wrapped(line: Line, below: Line) -> Line:
    """Two lines as one: what stands apart at the right edge stays last, a word broken at the edge is closed."""
    first, *apart = cells(line)
    place = next((place for place, part in enumerate(apart) if abs(below.box.x0 - text_left(part)) < 3), None)
    if place is not None and (place == len(apart) - 1 or _is_stretched(_words(apart[place:]), line.box.x1)):
        text = (*_words(apart[place:-1]), *_closed(apart[-1], below.words))
        line = line._replace(words=(*first, *_words(apart[:place]), *text), box=box_of((*line.words, *below.words)))
        vars(line)["cells"] = [first, *apart[:place], text]
        return line
    words = [*_closed(first, below.words), *_words(apart)]
    return line._replace(words=tuple(words), box=box_of(words))


def _words(parts: Iterable[Sequence[Word]]) -> list[Word]:
    return [word for part in parts for word in part]


def _text_from(line: Line, below: Line, right: float) -> bool:
    """In justified text the white between words is as wide as between cells: the paragraph begins where `below` does."""
    parts = cells(line)
    starts = [place for place, part in enumerate(parts[:-1]) if place and abs(below.box.x0 - text_left(part)) < 3]
    return bool(starts) and _is_stretched(_words(parts[starts[0] :]), right)


def _is_stretched(words: Sequence[Word], right: float) -> bool:
    """The same white between all its words, up to the edge."""
    words = words[1:] if BULLET.match(words[0].text) else words
    gaps = [after.x0 - word.x1 for word, after in pairwise(words)]
    return len(gaps) > 1 and max(gaps) < 1.35 * min(gaps) and right - words[-1].x1 < 2


def _closed(above: Sequence[Word], below: Sequence[Word]) -> tuple[Word, ...]:
    """A word broken at the edge is closed."""
    last, head = above[-1], below[0]
    if not last.text.endswith("-") or len(last.text) < 2:
        return (*above, *below)
    text = last.text if head.text[:1].isupper() else last.text[:-1]
    return (*above[:-1], last._replace(text=text + head.text, bottom=head.bottom), *below[1:])


def flowing(parts: Iterable[str]) -> str:
    """Lines of a paragraph as one text: a word broken at the line end is closed again."""
    text = ""
    for part in parts:
        if text.endswith("-") and not text.endswith(" -") and part[:1].islower():
            text = text[:-1] + part
        else:
            text = f"{text} {part}" if text else part
    return text
