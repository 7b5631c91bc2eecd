"""The head of an entry → fragments, and which fragment plays which role (title or employer, diploma or school).

Fragments are what lines, wide gaps and separators keep apart. Each gets points for each role from declared tables; where
the words leave it open, the place that the role has in the other entries of the section decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workers.parsing.asides import Remark, set_aside
from workers.parsing.entries import Entry
from workers.parsing.fragments import WEAK, Fragment, cut_out, fragments, peel, usual_places, usual_tails
from workers.parsing.lexicon import legal_form
from workers.parsing.places import is_place
from workers.parsing.runs import BULLET

CUT_COST = 1.0
KNOWN = 2.0


Points = Callable[[Fragment], float]


class Cast(NamedTuple):
    """The fragments of one entry with the parts they play: `first` a title or diploma, `second` an employer or school."""

    entry: Entry
    first: Fragment | None
    second: Fragment | None
    place: Fragment | None
    rest: tuple[Fragment, ...]
    margin: float
    aside: Fragment | None = None


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


def cast(
    found: Sequence[Entry], first: Points, second: Points, remark: Remark, *, alone: float = 0.8, reaches_down: bool = False
) -> list[Cast]:
    """One casting per entry; the second pass knows where the section keeps each role. `remark` finds what plays neither role and is
    set aside; `reaches_down`: a role that the head lacks may stand in the lines below it; `alone`: points an entry loses that names
    only one of the two."""
    first, second = _remembered(first), _remembered(second)
    reach = _longer if reaches_down else _completed
    reached = [reach(entry, fragments(entry), first, second) for entry in found]
    if reaches_down:
        reached = [_with_field_below(entry, pieces, first, remark) for entry, pieces in reached]
    found = [entry for entry, _ in reached]
    parted = [set_aside(pieces, remark) for _, pieces in reached]
    raw = [pieces for pieces, _ in parted]
    places, tails = usual_places(raw), usual_tails(raw)
    prepared = [peel(pieces, places, tails) for pieces in raw]
    habits = Habits()
    for pieces, _ in prepared:
        habits.learn(_choose(pieces, first, second, Habits(), alone))
    casts: list[Cast] = []
    for entry, (pieces, place), (_, aside) in zip(found, prepared, parted, strict=True):
        choice = _choose(pieces, first, second, habits, alone)
        rest = tuple(piece for piece in choice.pieces if piece not in (choice.first, choice.second))
        casts.append(Cast(entry, choice.first, choice.second, place, rest, choice.margin, aside))
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


Pieces = list[Fragment]


def _longer(entry: Entry, pieces: Pieces, first: Points, second: Points) -> tuple[Entry, Pieces]:
    """A head that lacks a role takes up to two short lines of the text when one of them clearly plays it; where it lacks both, the
    second line may play the other."""
    lacking = [role for role in (first, second) if all(role(piece) < KNOWN for piece in pieces)]
    found, told = (entry, pieces), 0
    for count in (1, 2) if lacking else ():
        lines = entry.body[:count]
        if len(lines) < count or any(len(line.words) > 9 for line in lines) or (BULLET.match(lines[-1].words[0].text) and count > 1):
            break
        longer = entry._replace(head=entry.head + lines, body=entry.body[count:])
        played = sum(any(role(piece) >= KNOWN for piece in fragments(longer)[len(pieces) :]) for role in lacking)
        if played > told:
            whole = _with_field(longer)
            found, told = (whole, fragments(whole)), played
    return found


def _with_field_below(entry: Entry, pieces: Pieces, first: Points, remark: Remark) -> tuple[Entry, Pieces]:
    """A head that ends with a bare diploma goes on with its field, however much white parts the two; a grade is no field."""
    if not pieces or first(pieces[-1]) < KNOWN or len(pieces[-1].words) != len(entry.head[-1].words):
        return entry, pieces
    if not entry.body or remark(entry.body[0].text) or not entry.body[0].text[:1].isupper():
        return entry, pieces
    longer = _with_field(entry)
    return (entry, pieces) if longer is entry else (longer, fragments(longer))


def _with_field(entry: Entry) -> Entry:
    """A diploma of a word or two has its field on the next line."""
    head, below = entry.head[-1], entry.body[:1]
    if len(head.words) > 3 or not below or BULLET.match(below[0].words[0].text) or len(below[0].words) > 7:
        return entry
    is_remark = any(char.isdigit() or char in ":." for char in below[0].text)
    return entry if is_remark else entry._replace(head=entry.head + below, body=entry.body[1:])


def _completed(entry: Entry, pieces: Pieces, first: Points, second: Points) -> tuple[Entry, Pieces]:
    """White space may part title and employer: an employer alone takes the short line below it that clearly is a title, a title
    alone the one that ends with a town."""
    said = [piece for piece in pieces if not is_place(piece.text)]
    line = entry.body[0] if entry.body else None
    if len(said) != 1 or line is None or len(line.words) > 9 or BULLET.match(line.words[0].text):
        return entry, pieces
    longer = entry._replace(head=(*entry.head, line), body=entry.body[1:])
    more = fragments(longer)
    if first(said[0]) >= second(said[0]):
        is_better = is_place(line.text.rpartition(",")[2].strip(" ()")) and "," in line.text
    else:
        is_better = any(first(piece) >= KNOWN for piece in more[len(pieces) :])
    return (longer, more) if is_better else (entry, pieces)


def _cuts(pieces: Sequence[Fragment]) -> list[tuple[str, list[Fragment]]]:
    """The pieces as they are, and with one of them cut at a comma, dash or bracket."""
    found: list[tuple[str, list[Fragment]]] = [("", list(pieces))]
    for place, piece in enumerate(pieces[:3]):
        matches = list(WEAK.finditer(piece.text)) if len(piece.text) < 160 else []
        for index, match in enumerate(matches):
            # `Highers (English, Maths, Physics)`: what brackets hold together is not cut.
            if piece.text.count("(", 0, match.start()) > piece.text.count(")", 0, match.start()):
                continue
            left, right = cut_out(piece, 0, match.start()), cut_out(piece, match.end(), len(piece.text))
            if len(left.text) < 2 or len(right.text) < 2 or (legal_form(right.text) and len(right.text) < 8):
                continue
            # Who parts title and employer by a dash lists within them by commas.
            if match[0].strip() == "," and any(other[0].strip() in ("–", "—", "-") for other in matches):
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
