"""The head of an entry → fragments: what lines, wide gaps, separators and changes of type keep apart; places are taken out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from workers.parsing.entries import Entry
from workers.parsing.form_labels import HOUSE, TITLE
from workers.parsing.items import SEPARATORS, words_between
from workers.parsing.lexicon import legal_form
from workers.parsing.lines import cells
from workers.parsing.looks import Look
from workers.parsing.places import is_place
from workers.parsing.runs import BULLET
from workers.parsing.types import Line, Word
from workers.resources.entry_words import entry_words
from workers.resources.language import gathered
from workers.resources.text import flat, fold

STRONG = re.compile(r"\s+[|·•●▪∙►»]+\s+|\s*\|\s*|\s+[|·•]$|\s{3,}")


WEAK = re.compile(r"\s+[–—-]+\s+|\s*[,;]\s+|\s+/\s+|\s*:\s+|\s*\((?=[^)]{3,}\)*$)")


# `Univ.`, `Dept.`, `Corp.`; and `Co.` is no Colorado.
ABBREVIATION, SIGN = 5, 3
TRIM = SEPARATORS.replace("(", "").replace(")", "").replace("[", "").replace("]", "")


# `[ 03/2021 – 05/2023 ]` before a title.
BRACKETS = ("[", "]", "(", ")")


# A label says what stands behind it as "chez" does.
JOINERS = {HOUSE: "at", TITLE: "as"}


class Fragment(NamedTuple):
    """A piece of a head: its words, the line it stands on, how many fragments come before it, what joined it to the one before."""

    text: str
    words: tuple[Word, ...]
    row: int
    rank: int
    look: Look
    joiner: str = ""
    below_date: int = 0

    @property
    def slot(self) -> tuple[int, bool, bool, int, str]:
        return self.rank, self.look.bold, self.look.italic, self.look.colour, self.joiner

    @property
    def spot(self) -> tuple[int, float, bool, bool, str]:
        """Where the fragment stands from the dates, and its type."""
        return self.below_date, self.look.size, self.look.bold, self.look.italic, self.joiner


def usual_places(raw: Sequence[Sequence[Fragment]]) -> set[object]:
    """Slots that hold places in most entries hold them in the others too: our list of towns has holes."""
    seen: dict[object, list[bool]] = defaultdict(list)
    for pieces in raw:
        for piece in pieces[1:]:
            seen[piece.spot].append(is_place(piece.text))
    return {slot for slot, known in seen.items() if sum(known) >= 0.5 * len(known)}


def usual_tails(raw: Sequence[Sequence[Fragment]]) -> set[object]:
    """Spots whose fragments mostly end with a place after the last comma."""
    seen: dict[object, list[bool]] = defaultdict(list)
    for pieces in raw:
        for piece in pieces:
            if "," in piece.text:
                seen[piece.spot].append(is_place(piece.text.rpartition(",")[2].strip()))
    return {spot for spot, known in seen.items() if sum(known) >= max(2, 0.5 * len(known))}


def fragments(entry: Entry) -> list[Fragment]:
    found: list[Fragment] = []
    dated = next((row for row, line in enumerate(entry.head) if line is entry.date_line), 0)
    for row, line in enumerate(entry.head):
        dates = set(entry.date_words) if line is entry.date_line else set()
        for cell in cells(line):
            words = tuple(word for word in cell if word not in dates and not (dates and word.text in BRACKETS))
            for part, joiner in _parts(words[1:] if words and BULLET.match(words[0].text) else words):
                joiner = joiner or JOINERS.get(line.label, "")
                look = Look.of(line if len(part) == len(line.words) else line._replace(words=part))
                text = _text(part)
                if dates and fold(text) in _opening_words():
                    continue
                if any(char.isalnum() for char in text):
                    found.append(Fragment(text, part, row, len(found), look, joiner, row - dated))
    return found


@cache
def _opening_words() -> frozenset[str]:
    """`Du`, `From`: all that is left of a cell once its dates are taken out."""
    return frozenset(map(fold, gathered("from_words")))


def _text(words: Sequence[Word]) -> str:
    while len(words) > 1 and words[-1].text.islower() and fold(words[-1].text) in entry_words().joiners:
        words = words[:-1]
    return _trimmed(" ".join(word.text for word in words))


def _trimmed(text: str) -> str:
    """Without the separators around it; a bracket stays only with its other half."""
    text = _without_stop(text.strip(TRIM))
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        return text[1:-1].strip(TRIM)
    if text.count("(") > text.count(")"):
        return (text.lstrip("(") if text.startswith("(") else text + ")").strip(TRIM)
    return text.rstrip(")").strip(TRIM) if text.count(")") > text.count("(") else text


def _without_stop(text: str) -> str:
    """Some classes end the head of an entry like a sentence. Short words before a full stop are rather abbreviations."""
    last = text.split()[-1][:-1] if text.endswith(".") else ""
    ends = last.replace("-", "").isalpha() and (len(last) > ABBREVIATION or (len(last) > SIGN and is_place(last))) and not legal_form(last)
    return text[:-1] if ends else text


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and _without_stop(word) != word


def _parts(words: tuple[Word, ...]) -> list[tuple[tuple[Word, ...], str]]:
    """A cell cut at strong separators and at words like "chez" and "at"."""
    joining = entry_words().post_before_employer
    found: list[tuple[tuple[Word, ...], str]] = []
    start, joiner, index = 0, "", 0
    while index < len(words):
        text = words[index].text
        size = 1
        if STRONG.fullmatch(f" {text} "):
            kind = "|"
        elif index < len(words) - 1 and (size := _joins(words, index, joining)):
            kind = "at"
        elif index > start and _ends_sentence(words[index - 1].text) and text[:1].isupper():
            # `Nurse, Ward 4, Leeds. Forty beds and two theatres.`
            found.append((words[start:index], joiner))
            start, joiner = index, "."
            index += 1
            continue
        elif index > start and _changes(words[index - 1], words[index]):
            found.append((words[start:index], joiner))
            start, joiner = index, "style"
            index += 1
            continue
        else:
            index += 1
            continue
        if index > start:
            found.append((words[start:index], joiner))
        start = index = index + max(size, 1)
        joiner = kind
    if start < len(words):
        found.append((words[start:], joiner))
    return found


def _changes(word: Word, after: Word) -> bool:
    """A name set in bold before a title in plain type is a piece of its own."""
    if not any(map(str.isalnum, after.text)) or not any(map(str.isalnum, word.text)):
        return False
    return word.bold != after.bold or word.colour != after.colour or (word.italic != after.italic and not after.text.startswith("("))


def _joins(words: Sequence[Word], index: int, joining: frozenset[str]) -> int:
    if not (words[index].text[:1].islower() or words[index].text == "@"):
        return 0
    for size in (4, 3, 2, 1):
        phrase = " ".join(word.text for word in words[index : index + size])
        if index + size < len(words) and (flat(phrase) == "@" or (fold(phrase) in joining and phrase[:1].islower())):
            return size
    return 0


def peel(pieces: list[Fragment], places: set[object], tails: set[object]) -> tuple[list[Fragment], Fragment | None]:
    """Take the place out: a fragment that is one, or the end of a fragment after a comma."""
    kept: list[Fragment] = []
    place: Fragment | None = None
    known = any(is_place(piece.text) for piece in pieces)
    for piece in pieces:
        usual = not known and piece.spot in places and len(piece.text.split()) <= 4 and piece.rank > 0
        if (usual or is_place(piece.text)) and len(pieces) > 1 and place is None:
            place = piece
            continue
        head, tail = _without_place(piece, piece.spot in tails)
        if tail is not None and place is None:
            place = tail
        kept.append(head)
    return [piece._replace(rank=rank) for rank, piece in enumerate(kept)], place


def _without_place(piece: Fragment, expected: bool) -> tuple[Fragment, Fragment | None]:
    """`Café Lumen, Austin, TX` → the café and its town; the longest ending that is a place goes. `expected`: the other entries
    have a place behind the last comma, so this one too."""
    for match in WEAK.finditer(piece.text):
        tail = piece.text[match.end() :].strip(TRIM + "()")
        if match.start() and is_place(tail):
            return cut_out(piece, 0, match.start()), cut_out(piece, match.end(), len(piece.text))
    comma = piece.text.rfind(",")
    if expected and comma > 0 and len(piece.text[comma:].split()) <= 5 and not legal_form(piece.text[comma:]):
        return cut_out(piece, 0, comma), cut_out(piece, comma + 1, len(piece.text))
    return piece, None


def cut_out(piece: Fragment, begin: int, finish: int) -> Fragment:
    whole = " ".join(word.text for word in piece.words)
    shift = max(whole.find(piece.text), 0)
    line = Line(piece.words, piece.words[0].page, (0, 0, 0, 0))  # type: ignore[arg-type]
    words = words_between(line, begin + shift, finish + shift)
    return piece._replace(text=_trimmed(piece.text[begin:finish]), words=words)
