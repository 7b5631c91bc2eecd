"""Where somebody comes from: nationality, descent, region."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workers.cv import Cefr, Cv, Language
from workers.rendering.hidden.oneself import is_all, is_of_oneself
from workers.rendering.hidden.secret import LEFT, RIGHT, Secret, pattern, together, tokens
from workers.rendering.letters import flat
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
    yield from _papers(hidden)
    yield from _tongues(hidden)
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
    double = rf"{LEFT}(?:{know.any('double_people')}-|(?:british|black|african|asian)\s){people}{RIGHT}"
    yield Secret("nationality", pattern(double), hidden, guard=is_all)


def _papers(hidden: str) -> Iterable[Secret]:
    """`Titre de séjour valable jusqu'en 2029`, `Needs Tier 2 sponsorship`; not `instruction des titres de séjour`."""
    know = traces()
    leads = rf"(?:{know.any('papers_leads')}\s+)?(?:[a-z]-\d\s+)?(?:{know.any('papers')}\s+)?"
    yield Secret("nationality", pattern(rf"{LEFT}{leads}{know.any('papers')}{RIGHT}[^,;.\n|•]{{0,60}}"), hidden, guard=is_of_oneself)


def _tongues(hidden: str) -> Iterable[Secret]:
    """`Anglais langue maternelle`, `bilingue franco-portugais de naissance`, `native French speaker`."""
    know, tongue = traces(), _demonyms()
    behind = re.compile(rf"(?:^|[,;•|.(:\n]|\d\s)\W*{tongue}[\s(:–—-]*$")

    def is_own(text: str, match: re.Match[str]) -> bool:
        return is_of_oneself(text, match) or bool(behind.search(flat(text[: match.start()])))

    told = know.any("native_tongue", "heritage_tongue")
    yield Secret("nationality", pattern(rf"{LEFT}{told}{RIGHT}(?:\s*:\s*{tongue}{RIGHT})?"), hidden, guard=is_own)
    double = r"(?:bilingue|trilingue)\s+[a-z-]+\s+de\s+naissance"
    native = rf"{LEFT}(?:{tongue}\s+native\s+speaker|native\s+{tongue}(?:\s+speaker)?|{double}){RIGHT}"
    yield Secret("nationality", pattern(native), hidden)


def is_native(item: Language) -> bool:
    level = rf"{LEFT}{traces().any('native_tongue', 'native_level', 'heritage_tongue')}{RIGHT}"
    return item.cefr is Cefr.NATIVE or bool(re.search(level, flat(item.level or "")))


def native_as(level: str | None) -> str | None:
    """The level that stands for a mother tongue: the one written beside it, none for a language of the family, else C2."""
    beside = re.search(r"(?<!\w)[ABC][12](?!\w)", level or "")
    heritage = re.search(rf"{LEFT}{traces().any('heritage_tongue')}{RIGHT}", flat(level or ""))
    return beside[0] if beside else None if heritage else "C2"


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
