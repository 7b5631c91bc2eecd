"""The name: a line of letters near the top, larger than the rest, that the e-mail address bears witness to.

Never a heading, a trade, a place or an address: those lose more points than type can win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from workers.parsing.date_words import any_of
from workers.parsing.fields.entry import Parts
from workers.parsing.fields.name_labels import Labelled, family_first, labelled, middle
from workers.parsing.fields.name_signs import FEATURES, PART, Candidate, is_particle
from workers.parsing.lexicon import title_likeness
from workers.parsing.lines import cells, wrapped
from workers.parsing.looks import Body, Look
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import heading_kind, merged
from workers.resources.text import flat, fold

ADDRESS = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)*")
PROFILE = re.compile(r"linkedin\.com/in/([\w%-]+)|github\.com/([\w-]+)", re.I)
TITLES = re.compile(r"^(?:(?:(?:europass )?curriculum vitae|lebenslauf|c\.?v\.?|resume|résumé)(?:\s+(?:de|of|d')|\s*[:–—|-])?\s*)+", re.I)
HONORIFIC = re.compile(r"^(M|Mr|Mrs|Ms|Miss|Mme|Mlle|Madame|Monsieur|Dr|Pr|Prof|Me|Maître|Herr|Frau|Ing)\.?\s+(?=\S)", re.I)
SUFFIXES = re.compile(r"[,\s]+(?:Ph\.?D|M\.?D|MBA|MSc|BSc|RN|BSN|CPA|CFA|PMP|Esq|Jr|Sr|II|III|PE|P\.Eng)\.?(?=[,\s]|$)")
ADDRESS_SIGNS = re.compile(r"[\d@/\\+%#:;&()?!<>=]")
TOP_LINES = 14
# Sections whose lines are duties, schools, tools, pastimes. Above them all stands whoever did not set his name apart.
_LISTED = frozenset("experience education skills languages interests volunteering projects certifications publications awards".split())


def find(sections: Sequence[Section], lines: Sequence[Line], body: Body, text: str) -> Parts:
    """first_name, last_name, honorific and a labelled middle_name, or nothing when no line is like a name."""
    labels = labelled(sections)
    if parts := _from_form(labels):
        return parts | middle(labels)
    return _from_type(sections, lines, body, text) | middle(labels)


def _from_form(labels: Labelled) -> Parts:
    """What forms print behind labels; a lone `Nom :` may name anything, so it counts beside a given name or as two words."""
    if "given_name" in labels and "family_name" in labels:
        pairs = (("first_name", "given_name"), ("last_name", "family_name"))
        return {name: Found(_written(labels[kind][0]), 0.97, labels[kind][1]) for name, kind in pairs}
    value, words, label = labels.get("full_name") or labels.get("family_name") or ("", (), "")
    parts = value.split()
    if not 2 <= len(parts) <= 5 or not all(PART.match(part.strip(",")) for part in parts) or title_likeness(value) >= 0.7:
        return {}
    mixed = any(part.isupper() for part in parts) and not all(part.isupper() for part in parts)
    if family_first(label) and not mixed and "," not in value:
        value = f"{parts[0]}, {' '.join(parts[1:])}"
    return _named_as(value, words, (), 0.95)


def _from_type(sections: Sequence[Section], lines: Sequence[Line], body: Body, text: str) -> Parts:
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
    # Referees have names too.
    others = {id(line) for section in sections if section.kind == "references" for line in section.lines}
    first_page = [line for line in lines if line.page == lines[0].page and id(line) not in others]
    header = {id(line) for section in sections if section.kind in ("header", "contact", "personal") for line in section.lines}
    header |= {id(section.heading) for section in sections if section.kind == "other" and section.heading}
    listed = {id(line) for section in sections if section.kind in _LISTED for line in (section.heading, *section.lines) if line}
    largest = max(line.size for line in first_page)
    seen: dict[int, int] = {}
    for index, line in enumerate(first_page):
        place = seen[line.block] = seen.get(line.block, -1) + 1
        if place >= TOP_LINES and line.size < 0.9 * largest:
            continue
        for words, count in _readings(first_page, index, body):
            if _is_cut(words):
                continue
            look = Look.of(line._replace(words=words))
            text = _presented(SUFFIXES.sub("", TITLES.sub("", " ".join(word.text for word in words))).strip(" ,|·•–—-:"))
            if 2 <= len(text) <= 60 and text.count(" ") < 9 and not ADDRESS_SIGNS.search(text):
                goes_on = _goes_on(first_page, index, count)
                yield Candidate(text, words, look, place, id(line) in header, largest, body, witnesses, goes_on, id(line) in listed)


def _presented(text: str) -> str:
    """`I'm Mary Example.` names her."""
    opening = _introducing().match(flat(text))
    return text[opening.end() :].rstrip(" .!") if opening else text


@cache
def _introducing() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(merged('words').get('introducing', ()))})\s+(?=\S)")


def _readings(lines: Sequence[Line], index: int, body: Body) -> Iterator[tuple[tuple[Word, ...], int]]:
    """A line, its cells, its part before a comma or dash, and the line with the next ones of the same type; how many lines were read."""
    line = lines[index]
    yield line.words, 1
    parts = cells(line)
    if len(parts) > 1:
        yield from ((part, 1) for part in parts)
    if opening := _opening(line):
        yield opening, 1
    stack = _unparted(line)
    for count, (above, below) in enumerate(zip(lines[index : index + 3], lines[index + 1 : index + 4], strict=False), 2):
        goes_on = _continues(above, below)
        if goes_on and (opening := _opening(below)) and len(stack.words) + len(opening) <= 7:
            yield wrapped(stack, below._replace(words=opening)).words, count
        if len(stack.words) + len(below.words) > 7:
            return
        if not goes_on:
            if count == 2 and _of_two_sizes(above, below, body):
                yield wrapped(above, below).words, 2
            return
        stack = wrapped(stack, below)
        yield stack.words, count


def _opening(line: Line) -> tuple[Word, ...]:
    """What stands before the first comma, dash or bar of a line: `Mary Example | Nurse`."""
    for place, word in enumerate(line.words):
        if place and (word.text in "|–—-·•" or line.words[place - 1].text.endswith(",")):
            return line.words[:place]
    return ()


def _unparted(line: Line) -> Line:
    """Justified text sets the parts of a name far apart: what stands below goes on with the last of them."""
    line = line._replace()
    vars(line)["cells"] = [line.words]
    return line


def _is_cut(words: Sequence[Word]) -> bool:
    """A double name broken at its hyphen, a particle left behind: the rest stands on the next line."""
    last = words[-1].text
    return len(words) > 1 and ((len(last) > 1 and last.endswith("-")) or (last.islower() and is_particle(last)))


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


def _named(candidate: Candidate, sure: float) -> Parts:
    return _named_as(candidate.text, candidate.words, candidate.witnesses, sure)


def _named_as(text: str, words: tuple[Word, ...], witnesses: tuple[str, ...], sure: float) -> Parts:
    found: Parts = {}
    if honorific := HONORIFIC.match(text):
        found["honorific"] = Found(honorific[1], sure, words)
        text = text[honorific.end() :]
    given, family = _divided(text, witnesses)
    for name, value in (("first_name", given), ("last_name", family)):
        if value:
            found[name] = Found(_written(value), sure, words)
    return found


def _divided(text: str, witnesses: tuple[str, ...]) -> tuple[str, str]:
    """Given and family names: the family name is in capitals, begins with a particle, or is what is left after the first word."""
    if "," in text:
        family, _, given = text.partition(",")
        return given.strip(), family.strip()
    parts = text.split()
    if len(parts) == 1:
        return "", parts[0]
    # Initials (P.) are capitals by nature, a family name by choice.
    capitals = [len(part.strip(".")) > 1 and part.isupper() for part in parts]
    if any(capitals) and not all(capitals):
        named = [part for part, capital in zip(parts, capitals, strict=True) if capital or is_particle(part)]
        rest = [part for part in parts if part not in named]
        if rest:
            return " ".join(rest), " ".join(named)
    for index in range(1, len(parts) - 1):
        if fold(parts[index]) in _born() and index > 1:
            return " ".join(parts[: index - 1]), " ".join(parts[index - 1 :])
        # What stands behind an initial (Mary P. Example) is the family name.
        if len(parts[index].strip(".")) == 1 and parts[index].endswith("."):
            return " ".join(parts[: index + 1]), " ".join(parts[index + 1 :])
        if is_particle(parts[index]):
            return " ".join(parts[:index]), " ".join(parts[index:])
    return " ".join(parts[:-1]) if len(parts) > 3 else parts[0], " ".join(parts[-1:] if len(parts) > 3 else parts[1:])


@cache
def _born() -> frozenset[str]:
    """Between two family names: `Claire Durand née Petit`."""
    return frozenset(map(fold, merged("words").get("born", ())))


def _written(name: str) -> str:
    """Capitals are typography: `DE LA CRUZ` is written De La Cruz; a short word like `JP` stays."""
    own = "".join(part for part in name.split() if not is_particle(part) or part.isupper())
    if not own.isupper() or len(name) < 3:
        return name
    if not name.isupper():
        return " ".join(_capitalised(part) if part.isupper() and len(part) > 1 else part for part in name.split())
    return _capitalised(name)


def _capitalised(name: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
