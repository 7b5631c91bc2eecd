"""Names behind their labels, as forms print them: `Nom : DUPONT`, `Prénom : Marie`, `Full name: Mary Dupont`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from workers.parsing.date_words import any_of
from workers.parsing.fields.contact import OWN, own_lines
from workers.parsing.fields.entry import Parts
from workers.parsing.spans import pieces, words_at
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import merged
from workers.resources.text import flat, fold

KINDS = ("full_name", "given_name", "family_name", "middle_name")
_VALUE = re.compile(r"[^\W\d_][^\d@:|/]{1,50}$")
_NEXT = re.compile(r"\s{2,}|\s*[|;•]\s*|\s+[-–—]\s+")
Labelled = dict[str, tuple[str, tuple[Word, ...], str]]


def labelled(sections: Sequence[Section]) -> Labelled:
    """Kind of label → value as printed, its words, the label, folded; the first of a kind."""
    found: Labelled = {}
    for section in sections:
        for line in own_lines(section) if section.kind in OWN else ():
            for kind, value, words, name in _read(line):
                if _VALUE.match(value) and len(value.split()) <= 6:
                    found.setdefault(kind, (value, words, name))
    return found


def _read(line: Line) -> Iterator[tuple[str, str, tuple[Word, ...], str]]:
    """A label and a colon before the value, or the label in a cell of its own."""
    text = line.text
    marks = list(_labels().finditer(flat(text)))
    for mark, after in zip_longest(marks, marks[1:]):
        value = _NEXT.split(text[mark.end() : after.start() if after else len(text)])[0].strip(" ,.")
        yield mark.lastgroup or "", value, words_at(line, mark.end(), mark.end() + len(value)), fold(text[mark.start() : mark.end()])
    cells = pieces(line) if not marks else []
    for one, value_cell in pairwise(cells):
        if mark := _alone().fullmatch(flat(one.text.strip(" :"))):
            yield mark.lastgroup or "", value_cell.text, value_cell.words, fold(one.text)


def middle(found: Labelled) -> Parts:
    if "middle_name" not in found:
        return {}
    value, words, _ = found["middle_name"]
    return {"middle_name": Found(value, 0.9, words)}


def family_first(label: str) -> bool:
    """`Nom et prénom` announces the family name first."""
    opens = {fold(name).split()[0] for name in merged("labels").get("family_name", ())}
    given = {fold(name).split()[0] for name in merged("labels").get("given_name", ())}
    words = label.split()
    return bool(words) and words[0] in opens and any(word in given for word in words[1:])


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?:^\W*|(?<=\s))(?:{_alternatives()})\s*:\s*")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(_alternatives())


def _alternatives() -> str:
    return "|".join(rf"(?P<{kind}>{any_of(merged('labels').get(kind, ()))})" for kind in KINDS)
