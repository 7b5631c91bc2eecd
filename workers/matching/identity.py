"""What tells who somebody is, cut out of the text before any word of it is compared.

People are called Baker, Mason or Berger: a name is taken out where it stands, not the word wherever it is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads as toml_loads

import msgspec

from workers.cv import Cv
from workers.matching.words import is_of_trades, levels
from workers.resources.taxonomy import lookup, occupations, skills
from workers.resources.text import fold

_ADDRESSES = re.compile(r"\S+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|fr)/\S+", re.I)
_OPENING = re.compile(r"\s*([^\n,;:|•·–—/(@\d]{3,60}?)(?=\s*(?:[\n,;:|•·–—/(+\d]|\S+@|\.\s|\s-\s|$))")
_WORD = r"[^\W\d_](?:\.|[^\W\d_]*(?:['’-][^\W\d_]+)*)"
_CALLED = re.compile(rf"\s*{_WORD}(?: {_WORD}){{1,2}}(?![\w'’-])")
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
    text = cv.raw_text or ""
    label = _labels().match(text)
    text = text[label.end() :] if label else text
    return _parted(cv, text) or _running(text)


def _parted(cv: Cv, text: str) -> str:
    """A name that a sign or the end of its line parts from what follows."""
    found = _OPENING.match(text)
    printed = found[1].strip() if found else ""
    words = printed.split()
    if not 2 <= len(words) <= _MOST or not all(word[0].isupper() for word in words) or any(map(_names_trade, words[2:])):
        return ""
    if len(words) > 2 and found and text[found.end() :].lstrip().startswith(":"):
        return ""  # `Olivia Whitfield Healthcare: …`: what stands in front of a colon is a heading.
    if _is_called(words):
        return printed
    return printed if not _is_title(printed) and _is_told(cv, fold(printed).split()) else ""


def _running(text: str) -> str:
    """A name that nothing parts from what follows: `Mason Baker Registered nurse with …`. Two words, three behind two given names."""
    found = _CALLED.match(text)
    words = found[0].split() if found else []
    if len(words) == _MOST - 1 and not (fold(words[1]) in _given() - _family() and _is_called(words)):
        del words[-1]
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return ""
    return " ".join(words) if _is_called(words) or not any(map(_says_work, words)) else ""


def _is_called(words: Sequence[str]) -> bool:
    """A given name, and behind it family names or words of no trade."""
    first, *others = (fold(word) for word in words)
    return first in _given() and all(word in _family() or word in _given() or not _says_work(word) for word in others)


def _says_work(word: str) -> bool:
    return is_of_trades(fold(word)) or _names_trade(word) or skills().lookup(word) is not None or fold(word) in levels()


def _names_trade(word: str) -> bool:
    return occupations().lookup(word) is not None


@cache
def _called() -> Mapping[str, Sequence[str]]:
    return toml_loads(files("workers.resources").joinpath("matching", "called.toml").read_text(encoding="utf-8"))


@cache
def _given() -> frozenset[str]:
    short = toml_loads(files("workers.resources").joinpath("names.toml").read_text(encoding="utf-8"))["short"]
    return frozenset(map(fold, (*_called()["given"], *short)))


@cache
def _family() -> frozenset[str]:
    return frozenset(map(fold, _called()["family"]))


@cache
def _labels() -> re.Pattern[str]:
    """`Name:`, `Curriculum vitae`."""
    opens = "|".join(sorted(map(re.escape, _called()["opens"]), key=len, reverse=True))
    return re.compile(rf"\s*(?:{opens})\b\s*[:–—-]?(?=\s)", re.I)


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
    """The address of mail holds a word of it; or not every word is one of work, and the reader found it or its first word is none."""
    local = fold((cv.candidate.email or "").partition("@")[0]).replace(" ", "")
    if any(len(word) >= _LEAST and word in local for word in words):
        return True
    read = fold(" ".join(filter(None, (cv.candidate.first_name, cv.candidate.middle_name, cv.candidate.last_name))))
    return not all(map(_says_work, words)) and (read.split() == words or not is_of_trades(words[0]))
