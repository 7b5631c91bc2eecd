"""The head of an entry → fragments, and which fragment plays which role (title or employer, diploma or school).

Fragments are what lines, wide gaps and separators keep apart. Each gets points for each role from declared tables; where
the words leave it open, the place that the role has in the other entries of the section decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workers.parsing.entries import SEPARATORS, Entry, words_between
from workers.parsing.lines import cells
from workers.parsing.places import is_place
from workers.parsing.sections import Look
from workers.parsing.types import Line, Word
from workers.resources.entry_words import entry_words
from workers.resources.text import flat, fold

STRONG = re.compile(r"\s+[|·•●▪∙►»]+\s+|\s*\|\s*|\s+[|·•]$|\s{3,}")
WEAK = re.compile(r"\s+[–—-]+\s+|\s*[,;]\s+|\s+/\s+|\s*:\s+|\s*\((?=[^)]{3,}\)?$)")
TRIM = SEPARATORS.replace("(", "").replace(")", "").replace("[", "").replace("]", "")


class Fragment(NamedTuple):
    """A piece of a head: its words, the line it stands on, how many fragments come before it, what joined it to the one before."""

    text: str
    words: tuple[Word, ...]
    row: int
    rank: int
    look: Look
    joiner: str = ""

    @property
    def slot(self) -> tuple[int, bool, bool, int, str]:
        return self.rank, self.look.bold, self.look.italic, self.look.colour, self.joiner


Points = Callable[[Fragment], float]


class Cast(NamedTuple):
    """The fragments of one entry with the parts they play: `first` a title or diploma, `second` an employer or school."""

    entry: Entry
    first: Fragment | None
    second: Fragment | None
    place: Fragment | None
    rest: tuple[Fragment, ...]
    margin: float


def cast(found: Sequence[Entry], first: Points, second: Points) -> list[Cast]:
    """One casting per entry; the second pass knows where the section keeps each role."""
    prepared = [_peel(fragments(entry), first, second) for entry in found]
    habits: dict[tuple[object, ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for pieces, _ in prepared:
        one, two, margin = _best(pieces, first, second, None)
        for piece, role in ((one, 0), (two, 1)):
            if piece:
                habits[piece.slot][role] += margin
    casts: list[Cast] = []
    for entry, (pieces, place) in zip(found, prepared, strict=True):
        one, two, margin = _best(pieces, first, second, habits)
        rest = tuple(piece for piece in pieces if piece not in (one, two))
        casts.append(Cast(entry, one, two, place, rest, margin))
    return casts


def fragments(entry: Entry) -> list[Fragment]:
    found: list[Fragment] = []
    for row, line in enumerate(entry.head):
        dates = set(entry.date_words) if line is entry.date_line else set()
        for cell in cells(line):
            words = tuple(word for word in cell if word not in dates)
            for part, joiner in _parts(words):
                look = Look.of(line._replace(words=part))
                text = _text(part)
                if any(char.isalnum() for char in text):
                    found.append(Fragment(text, part, row, len(found), look, joiner))
    return found


def _text(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words).strip(TRIM)
    if text.count("(") != text.count(")"):
        text = text.strip("()").strip(TRIM)
    return text


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
        elif 0 < index < len(words) - 1 and (size := _joins(words, index, joining)):
            kind = "at"
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


def _joins(words: Sequence[Word], index: int, joining: frozenset[str]) -> int:
    for size in (4, 3, 2, 1):
        phrase = " ".join(word.text for word in words[index : index + size])
        if index + size < len(words) and (flat(phrase) == "@" or fold(phrase) in joining and phrase[:1].islower()):
            return size
    return 0


def _peel(pieces: list[Fragment], first: Points, second: Points) -> tuple[list[Fragment], Fragment | None]:
    """Take the place out: a fragment that is one, or the end of a fragment after a comma."""
    kept: list[Fragment] = []
    place: Fragment | None = None
    for piece in pieces:
        if is_place(piece.text) and (len(pieces) > 1) and (place is None):
            place = piece
            continue
        head, tail = _without_place(piece)
        if tail is not None and place is None:
            place = tail
        kept.append(head)
    if len(kept) == 1:
        kept = _cut(kept[0], first, second)
    return [piece._replace(rank=rank) for rank, piece in enumerate(kept)], place


def _without_place(piece: Fragment) -> tuple[Fragment, Fragment | None]:
    """`Café Lumen, Austin, TX` → the café and its town; the longest ending that is a place goes."""
    for match in WEAK.finditer(piece.text):
        tail = piece.text[match.end() :].strip(TRIM + "()")
        if match.start() and is_place(tail):
            return _slice(piece, 0, match.start()), _slice(piece, match.end(), len(piece.text))
    return piece, None


def _slice(piece: Fragment, begin: int, finish: int) -> Fragment:
    whole = " ".join(word.text for word in piece.words)
    shift = max(whole.find(piece.text), 0)
    line = Line(piece.words, piece.words[0].page, (0, 0, 0, 0))  # type: ignore[arg-type]
    words = words_between(line, begin + shift, finish + shift)
    return piece._replace(text=piece.text[begin:finish].strip(TRIM + "()"), words=words)


def _cut(piece: Fragment, first: Points, second: Points) -> list[Fragment]:
    """Title and employer in one piece: cut at the separator that leaves the clearest two."""
    whole = max(first(piece), second(piece))
    best, cut = whole + 0.5, [piece]
    for match in WEAK.finditer(piece.text):
        left, right = _slice(piece, 0, match.start()), _slice(piece, match.end(), len(piece.text))
        if not left.text or not right.text:
            continue
        right = right._replace(rank=1, joiner=match[0].strip() or ",")
        points = max(first(left) + second(right), second(left) + first(right))
        if points > best:
            best, cut = points, [left, right]
    return cut


def _best(
    pieces: Sequence[Fragment], first: Points, second: Points, habits: dict[tuple[object, ...], list[float]] | None
) -> tuple[Fragment | None, Fragment | None, float]:
    """The pair with the most points, and by how much it beats the swapped pair."""
    options: list[tuple[float, Fragment | None, Fragment | None]] = []
    ones = [(first(piece) + _prior(piece, 0, habits), piece) for piece in pieces]
    twos = [(second(piece) + _prior(piece, 1, habits), piece) for piece in pieces]
    options += [(a + b, one, two) for a, one in ones for b, two in twos if one is not two]
    if not options:
        options = [(a, one, None) for a, one in ones] + [(b, None, two) for b, two in twos]
    if not options:
        return None, None, 0.0
    points, one, two = max(options, key=lambda option: option[0])
    swapped = next((score for score, a, b in options if a is two and b is one and one is not None), points - 1.0)
    return one, two, max(0.1, min(points - swapped, 4.0))


def _prior(piece: Fragment, role: int, habits: dict[tuple[object, ...], list[float]] | None) -> float:
    near = -0.35 * piece.rank
    if habits is None or piece.slot not in habits:
        return near
    votes = habits[piece.slot]
    return near + 2.5 * (votes[role] - votes[1 - role]) / (votes[0] + votes[1] + 1.0)
