"""Which lines are headings. A heading is known by its words and by its type; the two must agree with the document's other headings.

First pass: lines whose words are in the headings of the language files. Those printed alike teach what a heading looks
like in this document. Second pass: an unknown line of that look opens a section of kind `other`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from workers.parsing.lexicon import leads
from workers.parsing.lines import cells
from workers.parsing.looks import Body, Look, emphasis
from workers.parsing.types import Line
from workers.resources.entry_words import entry_words
from workers.resources.language import heading_kind, run_together
from workers.resources.text import fold, squeeze

LONGEST_HEADING = 60
LONGEST_DATE = 30
YEAR = re.compile(r"\b(?:19|20)\d\d\b|@|https?:|\+\d\d")
CONJUNCTIONS = re.compile(r"\s+(?:&|and|et|und|/|\||-|–|:)\s+|\s*[,/|:(]\s*", re.I)
ICON = re.compile(r"^[^\w(]+|[^\w)!?]+$")
NUMBER = re.compile(r"^(?:[IVX]{1,4}|[A-H])\s*(?:[.)/°]|\s[–—-])\s*(?=\w)")
COUNT = re.compile(r"\s*\(\d+\)\s*$")
NUMBERED_BEHIND = re.compile(r"[^\W\d_].*\s\d[\d.,/-]*\W*$|^[\W\d_]*$")
ENTRIES = ("experience", "education", "projects", "volunteering")
LISTS = ("languages", "skills", "interests", "certifications", "personal", "contact", "awards")


def title_of(line: Line) -> str:
    return ICON.sub("", COUNT.sub("", line.text)).strip(" :·•|-–—_")


def _known(line: Line) -> str | None:
    text = line.text
    if len(text) > LONGEST_HEADING or YEAR.search(text):
        return None
    title = title_of(line)
    return (
        heading_kind(title) or heading_kind(NUMBER.sub("", title)) or (run_together().get(squeeze(text)) if len(line.words) == 1 else None)
    )


def _known_broken(line: Line, below: Sequence[Line]) -> str | None:
    """A narrow column breaks a heading inside a word: `DIPLÔMES ET FOR-` over `MATIONS`."""
    if not below or not line.text.endswith("-") or below[0].block != line.block or Look.of(line)[:2] != Look.of(below[0])[:2]:
        return None
    return heading_kind(line.text.rstrip("-") + below[0].text) if len(line.text) <= LONGEST_HEADING else None


def headings_of(lines: Sequence[Line], body: Body) -> dict[int, str]:
    """Line number → kind. Known headings that are printed alike vouch for one another; a look that other lines share does not."""
    known = {index: kind for index, line in enumerate(lines) if (kind := _known(line) or _known_broken(line, lines[index + 1 : index + 2]))}
    looks = {index: Look.of(lines[index]) for index in known}
    strength = {looks[index]: emphasis(lines[index], body) for index in known}
    alike: dict[Look, set[str]] = defaultdict(set)
    for index in known:
        alike[looks[index]].add(title_of(lines[index]).lower())
    shared = _shared(lines, known)
    plain = all(points < 1 for points in strength.values())
    taught = {
        look
        for look, texts in alike.items()
        if len(texts) >= 2
        and (strength[look] >= 0.75 or plain)
        and (shared[look] <= 2 * len(texts) or strength[look] == max(strength.values()))
    }
    taught -= _lesser(lines, known, looks, taught, strength)
    accepted = {index: kind for index, kind in known.items() if _stands(lines, index, looks[index], taught, strength, shared)}
    accepted |= {
        index: kind
        for index, kind in known.items()
        if kind in LISTS and kind not in accepted.values() and strength[looks[index]] >= 1.0 and _is_alone(lines, index, shared)
    }
    return accepted | _unknown(lines, accepted, taught, body)


def _shared(lines: Sequence[Line], known: Mapping[int, str]) -> Counter[Look]:
    """How many short lines that are no known headings have each look."""
    return Counter(Look.of(line) for index, line in enumerate(lines) if index not in known and _may_head(line))


def _lesser(
    lines: Sequence[Line], known: Mapping[int, str], looks: Mapping[int, Look], taught: set[Look], strength: Mapping[Look, float]
) -> set[Look]:
    """Looks that only part a section again: their headings name the kind of the stronger heading above them, or stand right below a
    larger one."""
    inside: dict[Look, list[bool]] = defaultdict(list)
    for index in known:
        look = looks[index]
        if look in taught:
            above = [other for other in known if other < index and looks[other] in taught]
            stronger = [other for other in above if strength[looks[other]] > strength[look]]
            larger = [other for other in above if looks[other].size > look.size]
            same_kind = bool(stronger) and known[max(stronger)] == known[index]
            inside[look].append(same_kind or (bool(larger) and _is_right_below(lines, index, max(larger))))
    return {look for look, same in inside.items() if all(same)}


def _is_right_below(lines: Sequence[Line], index: int, heading: int) -> bool:
    """Nothing stands between the two but lines printed like the lower one."""
    return all(Look.of(line) == Look.of(lines[index]) for line in lines[heading + 1 : index])


def _stands(
    lines: Sequence[Line], index: int, look: Look, taught: set[Look], strength: Mapping[Look, float], shared: Mapping[Look, int]
) -> bool:
    # One writer writes some headings in capitals and some not.
    if any(look == one._replace(capitals=look.capitals) for one in taught):
        return True
    line = lines[index]
    if not taught:
        return strength[look] >= 1.0 or is_apart(lines, index)
    if line.text.rstrip().endswith(":") or shared[look] > 1:
        return False
    weakest = min(strength[one] for one in taught)
    opens_column = index == 0 or lines[index - 1].block != line.block
    return (strength[look] >= weakest and look.size >= min(one.size for one in taught) * 0.9) or (opens_column and strength[look] >= 0.75)


def _is_alone(lines: Sequence[Line], index: int, shared: Mapping[Look, int]) -> bool:
    """A list at the end of a CV may have a lesser heading, in a type that nothing else has and with much white above."""
    line, before = lines[index], lines[index - 1]
    far = before.page == line.page and before.block == line.block and line.box.top - before.box.bottom > line.box.bottom - line.box.top
    return index > 0 and far and not shared[Look.of(line)] and not line.text.rstrip().endswith(":")


def is_apart(lines: Sequence[Line], index: int) -> bool:
    """Plain text parts its sections by white lines."""
    line = lines[index]
    height = line.box.bottom - line.box.top
    before = lines[index - 1] if index and lines[index - 1].block == line.block else None
    return before is None or before.page != line.page or line.box.top - before.box.bottom > 0.6 * height


def _unknown(lines: Sequence[Line], accepted: Mapping[int, str], taught: set[Look], body: Body) -> dict[int, str]:
    """Lines that look like the known headings. A look that most often means something else teaches nothing, and above the first
    known heading such a line is the name or the headline."""
    seen: dict[Look, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= LONGEST_HEADING and (look := Look.of(line)) in taught:
            seen[look].append(index)
    found: dict[int, str] = {}
    opened = {lines[index].block: index for index in sorted(accepted, reverse=True)}
    for indices in seen.values():
        sure = sum(index in accepted for index in indices)
        if emphasis(lines[indices[0]], body) < 1 or sure < 0.4 * len(indices):
            continue
        lefts = _lefts(lines, [index for index in indices if index in accepted])
        below = [
            index
            for index in indices
            if index not in accepted and index > opened.get(lines[index].block, len(lines)) and _begins_as(lines[index], lefts)
        ]
        found |= {index: kind_inside(lines[index]) for index in below if _may_head(lines[index]) and not _names_post(lines[index])}
    titles = _titles(lines, accepted, found)
    return {index: kind for index, kind in found.items() if index not in titles}


def _lefts(lines: Sequence[Line], indices: Sequence[int]) -> dict[int, list[float]]:
    """Block → where its headings begin."""
    found: dict[int, list[float]] = defaultdict(list)
    for index in indices:
        found[lines[index].block].append(lines[index].box.x0)
    return found


def _begins_as(line: Line, lefts: Mapping[int, list[float]]) -> bool:
    """Headings that all begin at one edge have others there; what begins inside is a title printed like them."""
    edges = lefts.get(line.block, [])
    return len(edges) < 3 or max(edges) - min(edges) > 2 or abs(line.box.x0 - edges[0]) < 3


def _titles(lines: Sequence[Line], accepted: Mapping[int, str], found: Mapping[int, str]) -> set[int]:
    """No section of posts or studies is empty: what looks like a heading right below its heading, or below a date there, is the title
    of its first entry, and what looks so further down, until the next known heading, opens the other entries."""
    titles: set[int] = set()
    for index, kind in accepted.items():
        dated = index + 2 < len(lines) and YEAR.search(lines[index + 1].text) and len(lines[index + 1].text) <= LONGEST_DATE
        first = index + 2 if dated else index + 1
        if kind not in ENTRIES or found.get(first) != "other":
            continue
        stop = min((other for other in accepted if other > index), default=max(found) + 1)
        titles |= {other for other in found if index < other < stop and found[other] == "other"}
    return titles


def _names_post(line: Line) -> bool:
    """`EDUCATION & OUTREACH OFFICER` is a post and `TITRE PROFESSIONNEL` a diploma, whatever else those words may head."""
    text = title_of(line)
    words = fold(text).split()
    is_post = len(words) > 1 and bool({words[0], words[-1]} & entry_words().titles)
    return is_post or leads(text, entry_words().diplomas)


def kind_inside(line: Line) -> str:
    """An unknown heading may hold a known one: `Skills & proficiency`, `Langues et voyages`."""
    parts = [heading_kind(part) for part in CONJUNCTIONS.split(title_of(line))]
    return next((kind for kind in parts if kind), "other")


def _may_head(line: Line) -> bool:
    text = line.text
    # Headings are numbered in front; a number behind their words is a class, a level, a score.
    return len(text.split()) <= 6 and not YEAR.search(text) and not NUMBERED_BEHIND.search(text) and len(cells(line)) == 1
