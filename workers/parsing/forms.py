"""Entries told as a form: in front of each part stands what it is, `Position held   Bookkeeper`, `Entreprise : Exemple SA`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workers.parsing.form_labels import DATES, HOUSE, TITLE, label_of, may_open
from workers.parsing.lines import box_of, cells
from workers.parsing.types import Line, Word

MOST_WORDS = 12
LEAST = 2


def told(lines: Sequence[Line]) -> list[Line]:
    """The lines without the labels in front of them, each with what its label says; as they are where hardly any has one."""
    parted = [_parted(line) for line in lines]
    if sum(label in (TITLE, HOUSE, DATES) for label, _ in parted) < LEAST:
        return list(lines)
    return list(_unlabelled(lines, parted))


def _unlabelled(lines: Sequence[Line], parted: Sequence[tuple[str | None, tuple[Word, ...]]]) -> Iterable[Line]:
    for line, (label, words) in zip(lines, parted, strict=True):
        if label is None:
            yield line
        elif words:
            bare = line._replace(words=words, box=box_of(words), label=label)
            # However wide its blanks are, what stands behind a label is one thing.
            vars(bare)["cells"] = [words]
            yield bare


def _parted(line: Line) -> tuple[str | None, tuple[Word, ...]]:
    """The label of a line and the words behind it: a cell of its own, or ended by a colon."""
    if not may_open(line.words[0].text):
        return None, ()
    first = cells(line)[0]
    if len(first) <= MOST_WORDS and (label := label_of(" ".join(word.text for word in first))):
        return label, line.words[len(first) :]
    colon = next((place for place, word in enumerate(line.words[:MOST_WORDS], 1) if word.text.endswith(":")), 0)
    label = label_of(" ".join(word.text for word in line.words[:colon])) if colon else None
    return label, line.words[colon:] if label else ()
