"""The head of an entry → fragments, and which fragment plays which role (title or employer, diploma or school).

Fragments are what lines, wide gaps and separators keep apart. Each gets points for each role from declared tables; where
the words leave it open, the place that the role has in the other entries of the section decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workers.parsing.columns import BULLET
from workers.parsing.entries import SEPARATORS, Entry, words_between
from workers.parsing.lexicon import legal_form
from workers.parsing.lines import cells
from workers.parsing.places import is_place
from workers.parsing.sections import Look
from workers.parsing.types import Line, Word
from workers.resources.entry_words import entry_words
from workers.resources.text import flat, fold

STRONG = re.compile(r"\s+[|·•●▪∙►»]+\s+|\s*\|\s*|\s+[|·•]$|\s{3,}")
WEAK = re.compile(r"\s+[–—-]+\s+|\s*[,;]\s+|\s+/\s+|\s*:\s+|\s*\((?=[^)]{3,}\)?$)")
CUT_COST = 1.0
KNOWN = 2.0
TRIM = SEPARATORS.replace("(", "").replace(")", "").replace("[", "").replace("]", "")


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


Points = Callable[[Fragment], float]


class Cast(NamedTuple):
    """The fragments of one entry with the parts they play: `first` a title or diploma, `second` an employer or school."""

    entry: Entry
    first: Fragment | None
    second: Fragment | None
    place: Fragment | None
    rest: tuple[Fragment, ...]
    margin: float


class Habits:
    """Where a section keeps each role: votes per slot, and whether it cuts at the first or the last comma."""

    def __init__(self) -> None:
        self.slots: dict[object, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.cuts: dict[str, float] = defaultdict(float)

    def learn(self, choice: Choice) -> None:
        for piece, role in ((choice.first, 0), (choice.second, 1)):
            if piece:
                self.slots[piece.slot][role] += choice.margin
        self.cuts[choice.cut] += choice.margin

    def slot(self, piece: Fragment, role: int) -> float:
        votes = self.slots.get(piece.slot)
        return 2.5 * (votes[role] - votes[1 - role]) / (votes[0] + votes[1] + 1.0) if votes else 0.0

    def cut(self, kind: str) -> float:
        total = sum(self.cuts.values())
        return 1.2 * self.cuts.get(kind, 0.0) / total if total else 0.0


class Choice(NamedTuple):
    first: Fragment | None
    second: Fragment | None
    pieces: tuple[Fragment, ...]
    margin: float
    cut: str


def cast(found: Sequence[Entry], first: Points, second: Points, *, alone: float = 0.8, reaches_down: bool = False) -> list[Cast]:
    """One casting per entry; the second pass knows where the section keeps each role. `reaches_down`: a role that the head lacks
    may stand in the lines below it; `alone`: points an entry loses that names only one of the two."""
    first, second = _remembered(first), _remembered(second)
    found = [_longer(entry, first, second) for entry in found] if reaches_down else list(found)
    raw = [fragments(entry) for entry in found]
    usual_places = _usual_places(raw)
    usual_tails = _usual_tails(raw)
    prepared = [_peel(pieces, usual_places, usual_tails) for pieces in raw]
    habits = Habits()
    for pieces, _ in prepared:
        habits.learn(_choose(pieces, first, second, Habits(), alone))
    casts: list[Cast] = []
    for entry, (pieces, place) in zip(found, prepared, strict=True):
        choice = _choose(pieces, first, second, habits, alone)
        rest = tuple(piece for piece in choice.pieces if piece not in (choice.first, choice.second))
        casts.append(Cast(entry, choice.first, choice.second, place, rest, choice.margin))
    return casts


def _remembered(points: Points) -> Points:
    """The same piece is weighed in many readings."""
    known: dict[tuple[str, str, bool], float] = {}

    def remembered(piece: Fragment) -> float:
        key = piece.text, piece.joiner, piece.look.bold
        if key not in known:
            known[key] = points(piece)
        return known[key]

    return remembered


def _longer(entry: Entry, first: Points, second: Points) -> Entry:
    """A head that lacks a role takes up to two short lines of the text when one of them clearly plays it."""
    pieces = fragments(entry)
    lacking = [role for role in (first, second) if all(role(piece) < KNOWN for piece in pieces)]
    for count in (1, 2) if lacking else ():
        lines = entry.body[:count]
        if len(lines) < count or any(len(line.words) > 9 or BULLET.match(line.words[0].text) for line in lines):
            break
        longer = entry._replace(head=entry.head + lines, body=entry.body[count:])
        if any(role(piece) >= KNOWN for piece in fragments(longer)[len(pieces) :] for role in lacking):
            return longer
    return entry


def _usual_places(raw: Sequence[Sequence[Fragment]]) -> set[object]:
    """Slots that hold places in most entries hold them in the others too: our list of towns has holes."""
    seen: dict[object, list[bool]] = defaultdict(list)
    for pieces in raw:
        for piece in pieces[1:]:
            seen[piece.spot].append(is_place(piece.text))
    return {slot for slot, known in seen.items() if sum(known) >= 0.5 * len(known)}


def _usual_tails(raw: Sequence[Sequence[Fragment]]) -> set[object]:
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
            words = tuple(word for word in cell if word not in dates)
            for part, joiner in _parts(words):
                look = Look.of(line._replace(words=part))
                text = _text(part)
                if any(char.isalnum() for char in text):
                    found.append(Fragment(text, part, row, len(found), look, joiner, row - dated))
    return found


def _text(words: Sequence[Word]) -> str:
    while len(words) > 1 and words[-1].text.islower() and fold(words[-1].text) in entry_words().joiners:
        words = words[:-1]
    return _trimmed(" ".join(word.text for word in words))


def _trimmed(text: str) -> str:
    """Without the separators around it; a bracket stays only with its other half."""
    text = text.strip(TRIM)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        return text[1:-1].strip(TRIM)
    if text.count("(") > text.count(")"):
        return (text.lstrip("(") if text.startswith("(") else text + ")").strip(TRIM)
    return text.rstrip(")").strip(TRIM) if text.count(")") > text.count("(") else text


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
    for size in (4, 3, 2, 1):
        phrase = " ".join(word.text for word in words[index : index + size])
        if index + size < len(words) and (flat(phrase) == "@" or (fold(phrase) in joining and phrase[:1].islower())):
            return size
    return 0


def _peel(pieces: list[Fragment], usual_places: set[object], usual_tails: set[object]) -> tuple[list[Fragment], Fragment | None]:
    """Take the place out: a fragment that is one, or the end of a fragment after a comma."""
    kept: list[Fragment] = []
    place: Fragment | None = None
    for piece in pieces:
        placed = is_place(piece.text) or (piece.spot in usual_places and len(piece.text.split()) <= 4 and piece.rank > 0)
        if placed and len(pieces) > 1 and place is None:
            place = piece
            continue
        head, tail = _without_place(piece, piece.spot in usual_tails)
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
            return _slice(piece, 0, match.start()), _slice(piece, match.end(), len(piece.text))
    comma = piece.text.rfind(",")
    if expected and comma > 0 and len(piece.text[comma:].split()) <= 5 and not legal_form(piece.text[comma:]):
        return _slice(piece, 0, comma), _slice(piece, comma + 1, len(piece.text))
    return piece, None


def _slice(piece: Fragment, begin: int, finish: int) -> Fragment:
    whole = " ".join(word.text for word in piece.words)
    shift = max(whole.find(piece.text), 0)
    line = Line(piece.words, piece.words[0].page, (0, 0, 0, 0))  # type: ignore[arg-type]
    words = words_between(line, begin + shift, finish + shift)
    return piece._replace(text=_trimmed(piece.text[begin:finish]), words=words)


def _cuts(pieces: Sequence[Fragment]) -> list[tuple[str, list[Fragment]]]:
    """The pieces as they are, and with one of them cut at a comma, dash or bracket."""
    found = [("", list(pieces))]
    for place, piece in enumerate(pieces[:3]):
        matches = list(WEAK.finditer(piece.text)) if len(piece.text) < 160 else []
        for index, match in enumerate(matches):
            left, right = _slice(piece, 0, match.start()), _slice(piece, match.end(), len(piece.text))
            if len(left.text) < 2 or len(right.text) < 2 or (legal_form(right.text) and len(right.text) < 8):
                continue
            kind = "only" if len(matches) == 1 else "first" if index == 0 else "last" if index == len(matches) - 1 else "middle"
            right = right._replace(joiner=match[0].strip() or ",")
            whole = [*pieces[:place], left, right, *pieces[place + 1 :]]
            found.append((kind if match[0].strip() != "(" else "bracket", [one._replace(rank=rank) for rank, one in enumerate(whole)]))
    return found


def _choose(pieces: Sequence[Fragment], first: Points, second: Points, habits: Habits, alone: float) -> Choice:
    """The reading with the most points: which pieces, cut or not, are title and employer."""
    best: tuple[float, Choice] | None = None
    for kind, cut in _cuts(pieces):
        points, choice = _pair(cut, first, second, habits, kind, alone)
        points += habits.cut(kind) - CUT_COST * (bool(kind) + (kind == "bracket"))
        if best is None or points > best[0]:
            best = points, choice
    return best[1] if best else Choice(None, None, (), 0.0, "")


def _pair(pieces: Sequence[Fragment], first: Points, second: Points, habits: Habits, kind: str, alone: float) -> tuple[float, Choice]:
    ones = [(first(piece) - 0.35 * piece.rank + habits.slot(piece, 0), piece) for piece in pieces]
    twos = [(second(piece) - 0.35 * piece.rank + habits.slot(piece, 1), piece) for piece in pieces]
    options: list[tuple[float, Fragment | None, Fragment | None]] = [
        (a + b, one, two) for a, one in ones for b, two in twos if one is not two
    ]
    options += [(a - alone, one, None) for a, one in ones] + [(b - alone, None, two) for b, two in twos]
    if not options:
        return 0.0, Choice(None, None, (), 0.0, kind)
    points, one, two = max(options, key=lambda option: option[0])
    swapped = next((score for score, a, b in options if a is two and b is one), points - 1.0)
    return points, Choice(one, two, tuple(pieces), max(0.1, min(points - swapped, 4.0)), kind)
