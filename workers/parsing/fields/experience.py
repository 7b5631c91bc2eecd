"""Posts held: title, employer, place, dates, and what was done there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workers.parsing.asides import contract_in
from workers.parsing.entries import Entry, entries
from workers.parsing.fields.entry import Parts, dated, described, placed, said, told_once
from workers.parsing.fields.practice import contract_of
from workers.parsing.fragments import Fragment
from workers.parsing.lexicon import capital_share, holds, leads, legal_form, title_likeness
from workers.parsing.looks import Body
from workers.parsing.roles import Cast, cast
from workers.parsing.types import Found, Section
from workers.resources.entry_words import entry_words

CLOSING = re.compile(r"[.!?]$")


def find(sections: Sequence[Section], body: Body) -> list[Parts]:
    """One dictionary of found values for each post, in the order of the document."""
    found: list[Parts] = []
    for section in sections:
        if section.kind == "experience":
            found += _posts(entries(section.lines, body))
    return told_once(found, ("job_title", "company"))


def _posts(found: Sequence[Entry]) -> list[Parts]:
    posts: list[Parts] = []
    employer: Found[str] | None = None
    for role in cast(found, title_points, employer_points, contract_in):
        post = _post(role)
        if "company" in post:
            employer = post["company"]
        elif employer and "job_title" in post:
            post["company"] = employer._replace(confidence=min(employer.confidence, 0.7))
        if "job_title" in post or "company" in post:
            posts.append(post)
    return posts


def _post(role: Cast) -> Parts:
    post: Parts = {}
    sure = min(0.97, 0.7 + 0.07 * role.margin)
    said(post, "job_title", role.first, sure)
    said(post, "company", role.second, sure)
    if role.aside and (contract := contract_of(role.aside.text)):
        post["contract_type"] = Found(contract, 0.9, role.aside.words)
    placed(post, role.place)
    dated(post, role.entry, single="start_date")
    described(post, role)
    return post


TITLE = (
    (lambda piece: title_likeness(piece.text), 3.0),
    (lambda piece: holds(piece.text, entry_words().title_qualifiers), 0.8),
    (lambda piece: legal_form(piece.text), -2.0),
    (lambda piece: leads(piece.text, entry_words().employers), -1.0),
    (lambda piece: piece.joiner == "at", -3.0),
    (lambda piece: piece.joiner == "as", 3.0),
    (lambda piece: piece.joiner == ".", -3.0),
    (lambda piece: len(piece.text.split()) > 9, -1.5),
    (lambda piece: bool(CLOSING.search(piece.text)), -0.7),
    (lambda piece: bool(re.search(r"https?:|www\.|@\w", piece.text)), -3.0),
    (lambda piece: sum(char.isdigit() for char in piece.text) > 2, -0.7),
    (lambda piece: 0.3 * piece.look.bold, 1.0),
)

EMPLOYER = (
    (lambda piece: legal_form(piece.text), 3.0),
    (lambda piece: holds(piece.text, entry_words().employers), 1.0),
    (lambda piece: leads(piece.text, entry_words().employers), 0.8),
    (lambda piece: title_likeness(piece.text), -2.2),
    (lambda piece: piece.joiner == "at", 3.0),
    (lambda piece: piece.joiner == "as", -3.0),
    (lambda piece: piece.joiner == ".", -3.0),
    (lambda piece: piece.text[:1].isupper() or piece.text[:1].isdigit(), 0.4),
    (lambda piece: capital_share(piece.text), 1.2),
    (lambda piece: len(piece.text.split()) > 8, -1.5),
    (lambda piece: bool(CLOSING.search(piece.text)), -0.7),
    (lambda piece: bool(re.search(r"https?:|www\.|@\w", piece.text)), -3.0),
    (lambda piece: 0.3 * piece.look.bold, 1.0),
)


def title_points(piece: Fragment) -> float:
    return sum(points * float(feature(piece)) for feature, points in TITLE)


def employer_points(piece: Fragment) -> float:
    return sum(points * float(feature(piece)) for feature, points in EMPLOYER)
