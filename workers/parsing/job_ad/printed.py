"""A file's lines → the text of an ad: paragraphs that the page broke are whole again, room between lines is an empty line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from workers.cv import Evidence
from workers.parsing.items import words_between
from workers.parsing.lines import box_of, edges, is_rest, wrapped, wraps
from workers.parsing.types import Line, Page, Word

_PARAGRAPH = 45  # letters: shorter lines are items and headings, however narrow the page
_ROOM = 0.8  # of the size of the letters, beyond the usual room between lines
_MARGIN = 0.08  # of the width of a page: how far its right margin may be from as wide as the left


def paragraphs(lines: Sequence[Line], pages: Sequence[Page]) -> list[Line]:
    """Lines that only the width of the page broke are one again."""
    found: list[Line] = []
    edge, last = edges(lines), None
    # A file that breaks its own paragraphs says where they end: nothing is left to be guessed from the edge.
    told = any(map(is_rest, lines))
    full = {column for column, (_, right) in edge.items() if not told and _is_full(right, lines, pages)}
    for line in lines:
        rest = is_rest(line) if told else last and line.column in full and _goes_on(last, line, edge[line.column])
        if last and rest and last.column == line.column:
            found[-1] = wrapped(found[-1], line)
        else:
            found.append(line)
        last = line
    return found


def _is_full(right: float, lines: Sequence[Line], pages: Sequence[Page]) -> bool:
    """A page whose lines end in front of its right margin has none that was broken there."""
    left, width = min(line.box.x0 for line in lines), pages[0].width
    return right + left > (1.0 - _MARGIN) * width


def _goes_on(last: Line, line: Line, edge: tuple[float, float]) -> bool:
    end, start = last.words[-1], line.words[0]
    alike = (end.bold, end.colour) == (start.bold, start.colour)
    return alike and len(last.text) > _PARAGRAPH and not last.text.endswith(":") and wraps(last, line, edge)


def text_of(found: Sequence[Line], lines: Sequence[Line]) -> str:
    """With an empty line where there is more room than usually between `lines`."""
    usual = _usual_gap(lines)
    kept: list[str] = []
    for place, line in enumerate(found):
        if place and _gap(found[place - 1], line) > usual + _ROOM * line.size:
            kept.append("")
        kept.append(line.text)
    return "\n".join(kept)


def _usual_gap(lines: Sequence[Line]) -> float:
    # Lines set close overlap a little; where another column begins, they lie far back.
    gaps = sorted(gap for above, line in pairwise(lines) if (gap := _gap(above, line)) > -0.5 * line.size)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _gap(above: Line, line: Line) -> float:
    return line.box.top - above.box.bottom if above.page == line.page else -line.size


def shown(evidence: Mapping[str, Evidence], found: Iterable[Line]) -> dict[str, Evidence]:
    """Places in the text → places on the page: the words that printed a value."""
    lines = list(found)
    boxes = {path: _words(each.text or "", lines) for path, each in evidence.items()}
    return {path: _placed(evidence[path], words) for path, words in boxes.items() if words}


def _words(text: str, lines: Iterable[Line]) -> tuple[Word, ...]:
    for line in lines:
        if text and (begin := line.text.find(text)) >= 0:
            return words_between(line, begin, begin + len(text))
    return ()


def _placed(evidence: Evidence, words: Sequence[Word]) -> Evidence:
    box = box_of(words)
    return Evidence(page=words[0].page, box=(box.x0, box.top, box.x1, box.bottom), text=evidence.text, confidence=evidence.confidence)
