"""Where somebody comes from: nationality, descent, region."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workers.cv import Cv
from workers.rendering.hidden.oneself import is_all, is_of_oneself
from workers.rendering.hidden.secret import LEFT, RIGHT, Secret, pattern, together, tokens
from workers.rendering.traces import either, traces
from workers.resources.language import languages


def nationalities(cv: Cv, hidden: str) -> Iterable[Secret]:
    know = traces()
    value = cv.candidate.nationality
    before, after = either(know.words["nationality"]), either(know.words["nationality_after"])
    yield Secret("nationality", pattern(rf"{LEFT}{before}\s*:?\s+[a-z'-]+(?:\s*(?:et|and|/|&)\s*[a-z'-]+)?"), hidden, guard=_is_people)
    people, countries, told = _demonyms(), _countries(), know.any("demonyms_before")
    yield Secret("nationality", pattern(rf"{LEFT}{told}\s*:?\s*(?:(?:la|le|les|l'|the)\s*)?(?:{people}|{countries}){RIGHT}"), hidden)
    yield Secret("nationality", pattern(rf"{LEFT}{people}\s+{after}{RIGHT}"), hidden)
    yield from _descents(hidden)
    if value:
        yield Secret("nationality", pattern(rf"{LEFT}{together(tokens(value))}\s+{after}{RIGHT}"), hidden)
        yield Secret("nationality", pattern(rf"{LEFT}{before}\s*:?\s*{together(tokens(value))}{RIGHT}"), hidden)


def _descents(hidden: str) -> Iterable[Secret]:
    """`Béarnaise d'origine`, `d'origine béarnaise`, `Kenyan by birth`, `of Irish descent`, `Luso-français`."""
    know, people = traces(), rf"(?:{_demonyms()}|{_regional()}|{_PEOPLE_LIKE})"
    descent = know.any("descent")
    yield Secret("nationality", pattern(rf"{LEFT}(?:(?:a|an|un|une|of)\s+)?{people}[\s-]+{descent}{RIGHT}"), hidden, guard=is_of_oneself)
    told = rf"{LEFT}d'origine\s+(?:{people}|{_countries()})(?:\s+et\s+{people})?{RIGHT}"
    yield Secret("nationality", pattern(told), hidden, guard=is_of_oneself)
    double = rf"{LEFT}{know.any('double_people')}-{people}{RIGHT}"
    yield Secret("nationality", pattern(double), hidden, guard=is_all)


# Endings that make people of places in French: béarnais, rémois, parisienne, vendéenne.
_PEOPLE_LIKE = r"[a-z-]{3,}(?:aise?|oise?|ien(?:ne)?|een(?:ne)?)"


@cache
def _regional() -> str:
    return traces().any("regional")


@cache
def _demonyms() -> str:
    return either(word for language in languages().values() for word in language.civil.get("nationality", ()))


@cache
def _countries() -> str:
    return either(name for language in languages().values() for names in language.countries.values() for name in names)


def _is_people(text: str, match: re.Match[str]) -> bool:
    """`Nationalité : française`, `citizen of Ghana`; not `nationalité requise`, not `citoyen engagé`."""
    word = re.split(r"[\s:]+", match[0])[-1]
    if ":" in match[0] or text[match.end() - len(word)].isupper():
        return True
    return "nationalit" in match[0] and not re.fullmatch(r"requise?|exigee|required|indifferente|multiples?|and|et|ou|or", word)
