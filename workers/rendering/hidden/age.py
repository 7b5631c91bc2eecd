"""How old somebody is: ages, decades, generations, retirement, and the army that called up men of certain years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from workers.cv import PartialDate
from workers.rendering.hidden.oneself import is_of_oneself, stands_alone
from workers.rendering.hidden.secret import LEFT, RIGHT, Guard, Reach, Secret, pattern
from workers.rendering.letters import flat
from workers.rendering.traces import either, traces

_END = r"(?=\s*(?:$|[,;•|)\n]))"


def ages(born: PartialDate | None, hidden: str) -> Iterable[Secret]:
    know, own = traces(), _years_old(born)
    units, words = either(know.words["age_units"]), either(know.words["age_words"])
    yield Secret("birth", pattern(rf"{LEFT}{words}\s*\d\d(?:\s*{units})?{RIGHT}"), hidden, guard=_is_age)
    # Under twenty it is a time spent: `dix ans de chantier`.
    number = rf"{know.any('tens')}(?:[\s-]+{know.any('numbers')}){{0,3}}"
    told = rf"{LEFT}(?:{number}[\s-]+{units}{_END}|(?:{number}|\d\d)\s+{know.any('age_behind')}{RIGHT})"
    yield Secret("birth", pattern(told), hidden, guard=stands_alone)
    yield Secret("birth", pattern(LEFT + know.any("decades") + RIGHT), hidden)
    in_the = rf"{LEFT}in\s+(?:my|his|her|their)\s+(?:(?:early|mid|late)[\s-]+)?{know.any('decade_words')}{RIGHT}"
    yield Secret("birth", pattern(in_the), hidden)
    yield Secret("birth", pattern(rf"{LEFT}\d\d[\s-]*{units}{RIGHT}"), hidden, guard=_is_bare_age(own))
    yield from _said(own, hidden)


def _said(own: tuple[int, ...], hidden: str) -> Iterable[Secret]:
    """Ages told with a smile: `47 balais`, `la quarantaine bien sonnée`, `né sous Giscard`, `retraite prévue en 2043`."""
    know = traces()
    if own:
        slang = rf"{LEFT}(?:{'|'.join(map(str, own))})\s+{know.any('age_slang')}{RIGHT}"
        yield Secret("birth", pattern(slang), hidden, guard=stands_alone)
    decade = rf"{LEFT}(?:la|ma)\s+{know.any('decade_nouns')}(?:\s+{know.any('decade_behind')}|{_END})"
    yield Secret("birth", pattern(decade), hidden, guard=is_of_oneself)
    past = rf"{LEFT}{know.any('ages_past')}\s+\d\d(?:th|st|nd|rd)?(?:\s+(?:{know.any('age_units')}|birthday))?{RIGHT}"
    yield Secret("birth", pattern(past), hidden, guard=_is_birthday)
    era = r"(?:annees\s+)?(?:[a-z'-]+|\d{2,4}s?)"
    yield Secret("birth", pattern(rf"{LEFT}{know.any('generations')}\s+{era}{RIGHT}"), hidden, guard=_is_era)
    yield Secret("birth", pattern(rf"{LEFT}{know.any('retirement')}{RIGHT}[^,;.\n|]{{0,30}}"), hidden, guard=is_of_oneself)


def conscripts(hidden: str) -> Iterable[Secret]:
    """`Dégagé des obligations militaires`, `Military service: sergeant, completed 2014`: to the end of the clause that begins so."""
    called = rf"{LEFT}(?:{traces().any('age_words')}\s+)?{traces().any('conscription')}{RIGHT}(?!\s+universel)[^;.\n|•]{{0,80}}"
    yield Secret("birth", pattern(called), hidden, Reach.NAMES, is_of_oneself)


def _years_old(born: PartialDate | None) -> tuple[int, ...]:
    age = dt.date.today().year - born.year if born else 0
    return tuple(range(age - 5, age + 2)) if born else ()


def _is_era(text: str, match: re.Match[str]) -> bool:
    """`Enfant des années 70`, `né sous Giscard`, `child of the seventies`; not `enfant des rues`."""
    last = text[match.start() : match.end()].split()[-1]
    dated = last[0].isupper() or last[0].isdigit() or "annees" in match[0] or flat(last) in traces().words["decade_words"]
    return dated and is_of_oneself(text, match)


def _is_birthday(text: str, match: re.Match[str]) -> bool:
    """`A fêté ses 40 ans`, `mes 40 ans`; whoever is named before it is a firm."""
    number = int(re.findall(r"\d\d", match[0])[0])
    return 18 <= number <= 75 and stands_alone(text, match)


def _is_age(text: str, match: re.Match[str]) -> bool:
    number = int(re.findall(r"\d\d", match[0])[0])
    return 15 <= number <= 80 and not _continues(text, match)


def _is_bare_age(own: tuple[int, ...]) -> Guard:
    """`34 ans` of a person: the age the birth date gives, or standing by itself; never `10 ans d'expérience`."""

    def guard(text: str, match: re.Match[str]) -> bool:
        number = int(match[0][:2])
        if not 16 <= number <= 75 or _continues(text, match) or re.search(r"\d[\s.,]?$", text[: match.start()]):
            return False
        before, after = flat(text[: match.start()]).rstrip(), text[match.end() :].lstrip()
        alone = (not before or before[-1] in ",.;(•|-") and (not after or after[0] in ",.;)•|-\n")
        # A machine of 41 years, a house of 41 years.
        if re.search(r"[a-z]{3,} de$", before) and not re.search(rf"{either(traces().words['age_words'])}$", before):
            return False
        return "old" in match[0] or (alone and number >= 18) or number in own

    return guard


def _continues(text: str, match: re.Match[str]) -> bool:
    """`10 ans d'expérience`, `children aged 16 to 19`."""
    after = flat(text[match.end() : match.end() + 14]).lstrip(" ")
    if re.match(r"(?:to|-|–|a|et|and)\s*\d", after):
        return True
    return bool(re.match(either(traces().words["not_age"]), after)) and flat(text[match.end() : match.end() + 1]) != ","
