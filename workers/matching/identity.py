"""What tells who somebody is, cut out of the text before any word of it is compared.

People are called Baker, Mason or Berger: a name is taken out where it stands, not the word wherever it is used.
"""

from __future__ import annotations

import re

import msgspec

from workers.cv import Cv
from workers.matching.words import is_of_trades, levels
from workers.resources.taxonomy import lookup, occupations
from workers.resources.text import fold

_ADDRESSES = re.compile(r"\S+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|fr)/\S+", re.I)
_OPENING = re.compile(r"\s*([^\n,;:|•·–—/(@\d]{3,60}?)(?=\s*(?:[\n,;:|•·–—/(+\d]|\S+@|\.\s|\s-\s|$))")
_MOST, _LEAST = 4, 3


def without(cv: Cv) -> Cv:
    """The CV without the name its text opens with, addresses of mail and of the web, in all that runs as text."""
    name = opening(cv)
    person, cut = cv.candidate, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.I) if name else None
    person = msgspec.structs.replace(person, headline=_cut(person.headline, cut), summary=_cut(person.summary, cut))
    return msgspec.structs.replace(cv, candidate=person, raw_text=_cut(cv.raw_text, cut))


def _cut(text: str | None, name: re.Pattern[str] | None) -> str | None:
    bare = _ADDRESSES.sub(" ", text) if text else text
    return name.sub(" ", bare) if bare and name else bare


def opening(cv: Cv) -> str:
    """The name at the head of the text as printed; empty where a trade stands there."""
    found = _OPENING.match(cv.raw_text or "")
    printed = found[1].strip() if found else ""
    words = printed.split()
    if not 2 <= len(words) <= _MOST or not all(word[0].isupper() for word in words) or _is_title(printed):
        return ""
    return printed if _is_told(cv, fold(printed).split()) else ""


def names(cv: Cv) -> frozenset[str]:
    """Words that name the person or where she lives, and no work: these are dropped wherever they stand."""
    person, address = cv.candidate, cv.candidate.address
    read = _words(person.first_name, person.middle_name, person.last_name) if _is_printed(cv) else frozenset()
    called = frozenset(fold(opening(cv)).split()) or read
    living = _words(person.nationality, address.street, address.city, address.country, person.place_of_birth)
    return frozenset(word for word in called if not is_of_trades(word)) | living


def _is_printed(cv: Cv) -> bool:
    """A name stands on a line of its own; in a paragraph without lines the reader may take any two words for one."""
    read = fold(" ".join(filter(None, (cv.candidate.first_name, cv.candidate.middle_name, cv.candidate.last_name))))
    return bool(cv.experiences) or any(fold(line) == read for line in (cv.raw_text or "").splitlines())


def _words(*texts: str | None) -> frozenset[str]:
    return frozenset(word for text in texts if text for word in fold(text).split() if len(word) > 1)


def _is_title(printed: str) -> bool:
    """`Claims Adjuster`, `Manual Testing`; `Mason Baker` names two trades and is nobody's title."""
    if lookup(printed) or occupations().lookup(printed) or fold(printed).split()[0] in levels():
        return True
    return any(" " in printed[match.begin : match.finish] for match in occupations().find(printed))


def _is_told(cv: Cv, words: list[str]) -> bool:
    """The address of mail holds a word of it, the reader found it, or its first word is none of any trade."""
    local = fold((cv.candidate.email or "").partition("@")[0]).replace(" ", "")
    read = fold(" ".join(filter(None, (cv.candidate.first_name, cv.candidate.middle_name, cv.candidate.last_name))))
    return any(len(word) >= _LEAST and word in local for word in words) or read.split() == words or not is_of_trades(words[0])
