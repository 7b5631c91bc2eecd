"""What makes a line look like a person's name: a table of signs, each worth points."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from workers.parsing.lexicon import holds, title_likeness
from workers.parsing.looks import Body, Look
from workers.parsing.places import is_place
from workers.parsing.types import Word
from workers.resources.entry_words import entry_words
from workers.resources.language import heading_kind
from workers.resources.text import fold

PART = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?\Z")
PARTICLES = frozenset(
    "bint binti ould ait ap".split()
    + "de du des la le les d l van von der den ten ter el al ben ibn bin di da dos del della mac mc st saint abu o y e".split()
)


MOST_PARTS = 6


class Candidate(NamedTuple):
    text: str
    words: tuple[Word, ...]
    look: Look
    place: int
    in_header: bool
    largest: float
    body: Body
    witnesses: tuple[str, ...]
    goes_on: bool = False
    within: bool = False

    @property
    def parts(self) -> list[str]:
        return self.text.replace(",", " ").split()


def is_particle(part: str) -> bool:
    return fold(part) in PARTICLES


def _letters_only(candidate: Candidate) -> bool:
    return all(PART.match(part) for part in candidate.parts)


def _count_fits(candidate: Candidate) -> bool:
    return 2 <= len(candidate.parts) and _own_words(candidate) <= MOST_PARTS


def _own_words(candidate: Candidate) -> int:
    """Particles (de la, dos, el) make a name longer, not fuller."""
    return sum(not is_particle(part) for part in candidate.parts)


def _capitalised(candidate: Candidate) -> bool:
    return all(part[0].isupper() or is_particle(part) for part in candidate.parts)


def _in_address(part: str, witnesses: tuple[str, ...]) -> str:
    """A double name as an address spells it: whole, or the one half that stands in it."""
    whole = fold(part).replace(" ", "")
    halves = [half for half in fold(part).split() if len(half) > 2] if "-" in part else []
    plain = "".join(witnesses).replace(".", "")
    return whole if whole in plain else next((half for half in halves if half in plain), whole)


def _witnessed(candidate: Candidate) -> float:
    """Share of the name that an e-mail or profile address spells: whole parts, or initials beside a whole part."""
    parts = [_in_address(part, candidate.witnesses) for part in candidate.parts if not is_particle(part)]
    best = 0.0
    for witness in candidate.witnesses:
        plain = witness.replace(".", "").replace("-", "")
        whole = [part for part in parts if len(part) > 2 and part in plain]
        rest = plain
        for part in whole:
            rest = rest.replace(part, "", 1)
        initials = [part for part in parts if part not in whole and part[:1] and part[0] in rest[:2]]
        score = (len(whole) + 0.5 * len(initials) * bool(whole)) / max(len(parts), 1)
        best = max(best, score * (1.0 if len(rest) <= max(3, len(plain) // 2) else 0.6))
    return best


def _relative_size(candidate: Candidate) -> float:
    return min(candidate.look.size / max(candidate.body.size, 1.0), 2.5) - 1.0


def _is_largest(candidate: Candidate) -> bool:
    return candidate.look.size >= 0.95 * candidate.largest and candidate.look.size > 1.1 * candidate.body.size


def _is_of_a_section(candidate: Candidate) -> bool:
    """`Soutien scolaire` under Bénévolat: a line of a section, of its size, that no address bears witness to, names nobody."""
    return candidate.within and candidate.look.size <= 1.1 * candidate.body.size and not _witnessed(candidate)


def _is_heading(candidate: Candidate) -> bool:
    return heading_kind(candidate.text) is not None


def _is_trade(candidate: Candidate) -> bool:
    return title_likeness(candidate.text) >= 0.7 or holds(candidate.text, entry_words().employers | entry_words().degrees)


FEATURES: tuple[tuple[Callable[[Candidate], float], float], ...] = (
    (_letters_only, 2.0),
    (_count_fits, 1.5),
    (_capitalised, 1.0),
    (_witnessed, 5.0),
    (_relative_size, 1.5),
    (_is_largest, 2.0),
    (lambda candidate: candidate.look.bold, 0.5),
    (lambda candidate: candidate.in_header, 1.5),
    (lambda candidate: candidate.place == 0, 1.0),
    (lambda candidate: candidate.place <= 3, 0.5),
    (lambda candidate: len(candidate.parts) < 2, -1.5),
    (lambda candidate: _own_words(candidate) > MOST_PARTS, -3.0),
    (_is_heading, -6.0),
    (_is_of_a_section, -4.0),
    (_is_trade, -3.0),
    (lambda candidate: is_place(candidate.text), -2.5),
    (lambda candidate: candidate.text[-1] in ".,-", -1.5),
    (lambda candidate: candidate.goes_on and candidate.look.size > 1.2 * candidate.body.size, -2.5),
)
