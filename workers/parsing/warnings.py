"""What a recruiter should know about a file: words that nobody sees, sentences aimed at language models, pages left out.

Hidden words are never fields: the readers keep them apart. Sentences aimed at models are taken out of the words by
`clean` before anything is read from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from workers import cv
from workers.parsing.types import Box, Document, Hidden, Word
from workers.resources.injection import is_aimed_at_models, may_hold_orders

HIDDEN_TEXT, PROMPT_INJECTION, PAGES_CUT = "HIDDEN_TEXT", "PROMPT_INJECTION", "PAGES_CUT"

_MOST = 20
_ENDS = (".", "!", "?")
# A new paragraph stands further below than a line of its own text does.
_PARAGRAPH = 2.0
_MOST_WORDS = 120

T = TypeVar("T", Word, Hidden)


def warnings(document: Document, text: str) -> tuple[cv.Warning, ...]:
    """Warnings with page and box, in the order of the pages. `document` is as it was read, `text` its lines in reading order."""
    aimed = [_warning(PROMPT_INJECTION, sentence) for sentence in _aimed(document)]
    if not aimed and may_hold_orders(text) and any(is_aimed_at_models(line) for line in _neighbours(text.splitlines())):
        aimed = [cv.Warning(code=PROMPT_INJECTION)]
    hidden = [_warning(HIDDEN_TEXT, tuple(run)) for run in _hidden_runs(document.hidden)]
    cut = [cv.Warning(code=PAGES_CUT, page=len(document.pages))] if document.page_count > len(document.pages) else []
    return (*_first(hidden), *_first(aimed), *cut)


def clean(document: Document) -> Document:
    """The document without the sentences that are aimed at language models."""
    if not _may_hold_orders(document.words):
        return document
    taken = {word for sentence in _sentences(document.words) if _is_aimed(sentence) for word in sentence}
    return document._replace(words=tuple(word for word in document.words if word not in taken)) if taken else document


def _aimed(document: Document) -> Iterator[Sequence[Word | Hidden]]:
    if _may_hold_orders(document.words):
        yield from (sentence for sentence in _sentences(document.words) if _is_aimed(sentence))
    yield from (sentence for run in _hidden_runs(document.hidden) if _is_aimed(sentence := tuple(run)))


def _is_aimed(sentence: Sequence[Word | Hidden]) -> bool:
    return is_aimed_at_models(" ".join(part.text for part in sentence))


def _may_hold_orders(words: Iterable[Word]) -> bool:
    return may_hold_orders(" ".join(word.text for word in words))


def _sentences(words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    yield from _split(words, lambda before, word: before.text.endswith(_ENDS) or _is_apart(before, word))


def _is_apart(before: Word, word: Word) -> bool:
    """True where the text goes on in another paragraph, column or page."""
    fall = word.top - before.top
    return word.page != before.page or fall > _PARAGRAPH * max(before.bottom - before.top, 1.0) or fall < -2 * (before.bottom - before.top)


def _hidden_runs(hidden: Iterable[Hidden]) -> Iterator[tuple[Hidden, ...]]:
    for _, same in groupby(hidden, key=lambda each: (each.page, each.reason)):
        yield from _split(same, lambda before, each: abs(each.box.top - before.box.top) > 60.0)


def _split(items: Iterable[T], is_new: Callable[[T, T], bool]) -> Iterator[tuple[T, ...]]:
    run: list[T] = []
    for item in items:
        if run and (is_new(run[-1], item) or len(run) >= _MOST_WORDS):
            yield tuple(run)
            run = []
        run.append(item)
    if run:
        yield tuple(run)


def _neighbours(lines: list[str]) -> Iterator[str]:
    """Each line with the next one: a sentence may go on there."""
    yield from (f"{line} {after}" for line, after in zip(lines, [*lines[1:], ""], strict=True))


def _warning(code: str, parts: Sequence[Word | Hidden]) -> cv.Warning:
    boxes = [part.box if isinstance(part, Hidden) else Box(part.x0, part.top, part.x1, part.bottom) for part in parts]
    edges = (min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))
    left, top, right, bottom = (round(edge, 1) for edge in edges)
    return cv.Warning(code=code, page=parts[0].page, box=(left, top, right, bottom))


def _first(found: list[cv.Warning]) -> list[cv.Warning]:
    return sorted(found, key=lambda each: (each.page or 0, (each.box or (0.0, 0.0))[1]))[:_MOST]
