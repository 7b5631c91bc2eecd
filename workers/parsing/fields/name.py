"""The name: a line of letters near the top, larger than the rest, that the e-mail address bears witness to.

Never a heading, a trade, a place or an address: those lose more points than type can win.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from workers.parsing.fields.entry import Parts
from workers.parsing.lexicon import holds, title_likeness
from workers.parsing.lines import cells, wrapped
from workers.parsing.looks import Body, Look
from workers.parsing.places import is_place
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.entry_words import entry_words
from workers.resources.language import heading_kind
from workers.resources.text import fold

ADDRESS = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)*")
PROFILE = re.compile(r"linkedin\.com/in/([\w%-]+)|github\.com/([\w-]+)", re.I)
PART = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?\Z")
TITLES = re.compile(r"^(?:(?:curriculum vitae|lebenslauf|c\.?v\.?|resume|résumé)(?:\s+(?:de|of|d')|\s*[:–—|-])?\s*)+", re.I)
HONORIFIC = re.compile(r"^(M|Mr|Mrs|Ms|Miss|Mme|Mlle|Madame|Monsieur|Dr|Pr|Prof|Me|Maître|Herr|Frau|Ing)\.?\s+(?=\S)", re.I)
PARTICLES = frozenset(
    "de du des la le les d l van von der den ten ter el al ben ibn bin di da dos del della mac mc st saint abu o y e".split()
)
SUFFIXES = re.compile(r"[,\s]+(?:Ph\.?D|M\.?D|MBA|MSc|BSc|RN|BSN|CPA|CFA|PMP|Esq|Jr|Sr|II|III|PE|P\.Eng)\.?(?=[,\s]|$)")
ADDRESS_SIGNS = re.compile(r"[\d@/\\+%#:;&()?!<>=]")
TOP_LINES = 14


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

    @property
    def parts(self) -> list[str]:
        return self.text.replace(",", " ").split()


def find(sections: Sequence[Section], lines: Sequence[Line], body: Body, text: str) -> Parts:
    """first_name, last_name and honorific, or nothing when no line is like a name."""
    candidates = list(_candidates(sections, lines, body, _witnesses(text)))
    if not candidates:
        return {}
    points, best = 0.0, candidates[0]
    for candidate in candidates:
        if (reached := _points(candidate, points)) > points:
            points, best = reached, candidate
    if points < 3.0:
        return {}
    return _named(best, min(0.99, 0.6 + 0.04 * points))


def _points(candidate: Candidate, best: float) -> float:
    """The sum of its features; one that lags behind `best` before anything is taken away is not weighed to the end."""
    total = 0.0
    for feature, points in FEATURES:
        if points < 0 and total <= best:
            break
        total += points * float(feature(candidate))
    return total


def _witnesses(text: str) -> tuple[str, ...]:
    found = [match[1] for line in text.split("\n") if "@" in line for match in ADDRESS.finditer(line)]
    found += [match[1] or match[2] for match in PROFILE.finditer(text)]
    return tuple(dict.fromkeys(re.sub(r"[\d_]+", ".", fold(word).replace(" ", ".")) for word in found))


def _candidates(sections: Sequence[Section], lines: Sequence[Line], body: Body, witnesses: tuple[str, ...]) -> Iterator[Candidate]:
    first_page = [line for line in lines if line.page == lines[0].page]
    header = {id(line) for section in sections if section.kind in ("header", "contact", "personal") for line in section.lines}
    header |= {id(section.heading) for section in sections if section.kind == "other" and section.heading}
    largest = max(line.size for line in first_page)
    seen: dict[int, int] = {}
    for index, line in enumerate(first_page):
        place = seen[line.block] = seen.get(line.block, -1) + 1
        if place >= TOP_LINES and line.size < 0.9 * largest:
            continue
        for words, count in _readings(first_page, index, body):
            look = Look.of(line._replace(words=words))
            text = SUFFIXES.sub("", TITLES.sub("", " ".join(word.text for word in words))).strip(" ,|·•–—-:")
            if 2 <= len(text) <= 60 and text.count(" ") < 7 and not ADDRESS_SIGNS.search(text):
                yield Candidate(text, words, look, place, id(line) in header, largest, body, witnesses, _goes_on(first_page, index, count))


def _readings(lines: Sequence[Line], index: int, body: Body) -> Iterator[tuple[tuple[Word, ...], int]]:
    """A line, its cells, its part before a comma or dash, and the line with the next ones of the same type; how many lines were read."""
    line = lines[index]
    yield line.words, 1
    parts = cells(line)
    if len(parts) > 1:
        yield from ((part, 1) for part in parts)
    for place, word in enumerate(line.words):
        if place and (word.text in "|–—-·•" or line.words[place - 1].text.endswith(",")):
            yield line.words[:place], 1
            break
    stack = line
    for count, (above, below) in enumerate(zip(lines[index : index + 3], lines[index + 1 : index + 4], strict=False), 2):
        if len(stack.words) + len(below.words) > 7:
            return
        if not _continues(above, below):
            if count == 2 and _of_two_sizes(above, below, body):
                yield wrapped(above, below).words, 2
            return
        stack = wrapped(stack, below)
        yield stack.words, count


def _continues(above: Line, below: Line) -> bool:
    """A name in a narrow column stands on two or three lines of one type."""
    return _is_near(above, below) and abs(below.size - above.size) < 0.1 * above.size and above.words[0].colour == below.words[0].colour


def _of_two_sizes(above: Line, below: Line, body: Body) -> bool:
    """A given name and a family name, one printed larger than the other, both larger than the text."""
    large = min(above.size, below.size) > 1.2 * body.size and 1 in (len(above.words), len(below.words))
    return large and _is_near(above, below) and _is_lettered(above) and _is_lettered(below)


def _is_near(above: Line, below: Line) -> bool:
    return below.block == above.block and below.page == above.page and below.box.top - above.box.bottom < 0.9 * above.size


def _goes_on(lines: Sequence[Line], index: int, count: int) -> bool:
    """A line of letters right above or below, in the same type, that the reading leaves out."""
    last = index + count - 1
    below = last + 1 < len(lines) and _continues(lines[last], lines[last + 1]) and _is_lettered(lines[last + 1])
    above = index > 0 and _continues(lines[index - 1], lines[index]) and _is_lettered(lines[index - 1])
    return below or above


def _is_lettered(line: Line) -> bool:
    return (
        len(line.words) <= 4
        and all(PART.match(word.text) or word.text.endswith("-") for word in line.words)
        and not heading_kind(line.text)
    )


def _is_particle(part: str) -> bool:
    return fold(part) in PARTICLES


def _letters_only(candidate: Candidate) -> bool:
    return all(PART.match(part) for part in candidate.parts)


def _count_fits(candidate: Candidate) -> bool:
    return 2 <= len(candidate.parts) <= 5


def _capitalised(candidate: Candidate) -> bool:
    return all(part[0].isupper() or _is_particle(part) for part in candidate.parts)


def _witnessed(candidate: Candidate) -> float:
    """Share of the name that an e-mail or profile address spells: whole parts, or initials beside a whole part."""
    parts = [fold(part).replace(" ", "") for part in candidate.parts if not _is_particle(part)]
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
    (lambda candidate: len(candidate.parts) > 5, -3.0),
    (_is_heading, -6.0),
    (_is_trade, -3.0),
    (lambda candidate: is_place(candidate.text), -2.5),
    (lambda candidate: candidate.text[-1] in ".,-", -1.5),
    (lambda candidate: candidate.goes_on and candidate.look.size > 1.2 * candidate.body.size, -2.5),
)


def _named(candidate: Candidate, sure: float) -> Parts:
    text = candidate.text
    found: Parts = {}
    if honorific := HONORIFIC.match(text):
        found["honorific"] = Found(honorific[1], sure, candidate.words)
        text = text[honorific.end() :]
    given, family = _divided(text, candidate.witnesses)
    for name, value in (("first_name", given), ("last_name", family)):
        if value:
            found[name] = Found(_written(value), sure, candidate.words)
    return found


def _divided(text: str, witnesses: tuple[str, ...]) -> tuple[str, str]:
    """Given and family names: the family name is in capitals, begins with a particle, or is what is left after the first word."""
    if "," in text:
        family, _, given = text.partition(",")
        return given.strip(), family.strip()
    parts = text.split()
    if len(parts) == 1:
        return "", parts[0]
    capitals = [len(part) > 1 and part.isupper() for part in parts]
    if any(capitals) and not all(capitals):
        named = [part for part, capital in zip(parts, capitals, strict=True) if capital or _is_particle(part)]
        rest = [part for part in parts if part not in named]
        if rest:
            return " ".join(rest), " ".join(named)
    for index in range(1, len(parts) - 1):
        if _is_particle(parts[index]):
            return " ".join(parts[:index]), " ".join(parts[index:])
    return " ".join(parts[:-1]) if len(parts) > 3 else parts[0], " ".join(parts[-1:] if len(parts) > 3 else parts[1:])


def _written(name: str) -> str:
    """Capitals are typography: `DE LA CRUZ` is written De La Cruz; a short word like `JP` stays."""
    if not name.isupper() or len(name) < 3:
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
