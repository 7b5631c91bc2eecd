"""Studies: diploma, field, school, place, dates, grade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workers.parsing.anchors import is_detail
from workers.parsing.asides import grade_in
from workers.parsing.date_words import any_of
from workers.parsing.entries import Entry, entries
from workers.parsing.fields.diplomas import each_diploma, opens_line, tells_how_it_ended
from workers.parsing.fields.entry import Parts, dated, placed, said, told_once
from workers.parsing.fields.languages import says_only_languages
from workers.parsing.fragments import Fragment, cut_out
from workers.parsing.lexicon import capital_share, holds, leads, title_likeness
from workers.parsing.looks import Body, Look
from workers.parsing.roles import Cast, cast
from workers.parsing.runs import BULLET
from workers.parsing.types import Section
from workers.resources.entry_words import entry_words
from workers.resources.language import degrees, merged
from workers.resources.text import flat, fold


def find(sections: Sequence[Section], body: Body) -> list[Parts]:
    """One dictionary of found values for each course of study, in the order of the document."""
    found: list[Parts] = []
    for section in sections:
        if section.kind == "education":
            lines = [line for line in section.lines if not says_only_languages(line.text)]
            found += _studies(list(each_diploma(entries(lines, body, opens_line))))
    return told_once(found, ("degree", "field_of_study", "institution"))


def _studies(found: Sequence[Entry]) -> list[Parts]:
    studies = [_study(role) for role in cast(found, degree_points, school_points, grade_in, alone=1.8, reaches_down=True)]
    return [study for study in studies if "degree" in study or "institution" in study]


def _study(role: Cast) -> Parts:
    study: Parts = {}
    sure = min(0.97, 0.7 + 0.07 * role.margin)
    # What holds no word of a diploma may be anything that stands beside a school.
    sure_degree = sure - 0.04 if role.first and holds(role.first.text, entry_words().degrees) else min(sure, 0.85)
    said(study, "degree", role.first, sure_degree)
    said(study, "institution", role.second, sure)
    said(study, "field_of_study", _field(role), 0.8)
    if role.first and "field_of_study" not in study and (parted := _parted(role.first)):
        degree, field = parted
        said(study, "degree", degree, sure_degree)
        if role.second and leads(field.text, entry_words().schools) and not holds(role.second.text, entry_words().schools):
            said(study, "institution", field, sure)
            field = role.second
        said(study, "field_of_study", field, min(sure, 0.85))
    said(study, "grade", role.aside or _grade_below(role), 0.9)
    placed(study, role.place)
    dated(study, role.entry, single="end_date")
    return study


def _parted(piece: Fragment) -> tuple[Fragment, Fragment] | None:
    """`Licence professionnelle Gestion de la paie`, `BSc in Nursing`: the words of a diploma, then what was studied."""
    words = piece.text.split()
    if fold(piece.text) in _diplomas():
        return None
    for count in range(min(6, len(words) - 1), 0, -1):
        if (name := fold(" ".join(words[:count]))) in _diplomas() and not (name not in _levels() and words[count].isupper()):
            begin = len(" ".join(words[:count]))
            joiner = _joiner().match(flat(piece.text), begin)
            place = joiner.end() if joiner else begin + 1
            field = piece.text[place:].strip()
            opens = field[:1].isupper() or (joiner is not None and field[:1].isalpha())
            return (cut_out(piece, 0, begin), cut_out(piece, place, len(piece.text))) if opens and len(field) > 2 else None
    return None


@cache
def _diplomas() -> frozenset[str]:
    return _levels() | entry_words().degrees


@cache
def _levels() -> frozenset[str]:
    """Diplomas whose name tells their level; of others (`Titre SSIAP 2`) the short form behind is part of the name."""
    return frozenset(fold(phrase) for row in degrees() for phrase in row.phrases)


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:{any_of(merged('words').get('studying', ()))})\s+|[:–—-]\s+)")


def _grade_below(role: Cast) -> Fragment | None:
    """A grade has a line of its own under the school, or a part of one."""
    for line in role.entry.body[:3]:
        if found := grade_in(BULLET.sub("", line.text, count=1)):
            words = [word for word in line.words if not BULLET.match(word.text)]
            return cut_out(Fragment(" ".join(word.text for word in words), tuple(words), 0, 0, Look.of(line)), *found)
    return None


def _field(role: Cast) -> Fragment | None:
    """What is left beside the diploma, before the school or on its own line: short, and no remark about grades or courses."""
    for piece in role.rest:
        remark = ":" in piece.text or any(char.isdigit() for char in piece.text) or is_detail(piece.text)
        if not remark and len(piece.text.split()) <= 9 and not piece.text.endswith("."):
            return piece
    return None


DEGREE = (
    (lambda piece: holds(piece.text, entry_words().degrees), 2.0),
    (lambda piece: leads(piece.text, entry_words().degrees), 1.5),
    (lambda piece: leads(piece.text, entry_words().schools), -1.5),
    (lambda piece: piece.joiner == "at", -3.0),
    (lambda piece: piece.joiner == "as", 3.0),
    (lambda piece: len(piece.text.split()) > 14, -1.0),
    (lambda piece: 0.3 * piece.look.bold, 1.0),
    (lambda piece: bool(re.search(r"https?:|www\.|@\w", piece.text)), -3.0),
)

SCHOOL = (
    (lambda piece: holds(piece.text, entry_words().schools), 2.2),
    (lambda piece: leads(piece.text, entry_words().schools), 1.0),
    (lambda piece: leads(piece.text, entry_words().degrees), -2.0),
    (lambda piece: piece.joiner == "at", 3.0),
    (lambda piece: piece.joiner == "as", -3.0),
    (lambda piece: title_likeness(piece.text), -0.6),
    (lambda piece: _begins_with_trade(piece.text), -2.0),
    (lambda piece: tells_how_it_ended(piece.text), -4.0),
    (lambda piece: capital_share(piece.text), 0.8),
    (lambda piece: 0.3 * piece.look.bold, 1.0),
    (lambda piece: bool(re.search(r"https?:|www\.|@\w", piece.text)), -3.0),
)


def _begins_with_trade(text: str) -> bool:
    """`Cuisinier`, `Secrétaire comptable` is what was learnt, beside a diploma or as its name; a school says that it is one."""
    words = fold(text).split()
    return bool(words) and words[0] in entry_words().heads and not holds(text, entry_words().schools | entry_words().employers)


def degree_points(piece: Fragment) -> float:
    return sum(points * float(feature(piece)) for feature, points in DEGREE)


def school_points(piece: Fragment) -> float:
    return sum(points * float(feature(piece)) for feature, points in SCHOOL)
