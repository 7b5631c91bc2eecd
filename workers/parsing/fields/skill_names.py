"""One item of a list of skills → its name, its level, the concept it names; and what is no skill."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workers.parsing.date_words import any_of
from workers.parsing.fields.cefr import cefr_of, is_grade
from workers.parsing.fields.contact import label
from workers.parsing.fields.languages import spoken
from workers.resources import taxonomy
from workers.resources.language import heading_kind, merged
from workers.resources.taxonomy import Concept
from workers.resources.text import flat, fold

_LICENCE = 5  # words of an item that is nothing but a driving licence
_CAR = re.compile(r"(?:[\s(,/+&:-]|et\s|and\s|und\s)*(?:(?:am|a1|a2|a|b1|be|b96|b)(?![a-z\d])(?:[\s),/+&-]|et\s|and\s|und\s)*)*")


def is_form(name: str) -> bool:
    """The licence for a car, words of a form (Europass prints "Listening Reading" over its columns) and headings inside the list."""
    key = fold(name)
    if _drives_a_car(name):
        return True
    return key.startswith(_forms()) or heading_kind(name) in ("skills", "languages")


def _drives_a_car(name: str) -> bool:
    """Nearly everybody may drive a car; a licence for lorries, buses, boats or platforms is a skill of a trade."""
    match = label("licence").match(flat(name)) if len(name.split()) <= _LICENCE else None
    if match is None:
        return False
    classes = _CAR.match(flat(name), match.end())
    rest = name[classes.end() if classes else match.end() :].strip(" )")
    concept = concept_of(name) if rest else None
    return (
        not rest or rest.isdigit() or (concept is not None and concept.id in ("driving-licence", "driving-licence-b", "driving-licence-a"))
    )


@cache
def _forms() -> tuple[str, ...]:
    """Whole lines of forms; short words only count with another of them behind."""
    phrases = [fold(phrase) for phrase in merged("words").get("no_skills", ())]
    return tuple(phrase for phrase in phrases if " " in phrase)


@lru_cache(maxsize=4096)
def concept_of(name: str) -> Concept | None:
    """The concept whose label this is, or the longest one that makes up most of it."""
    if exact := taxonomy.lookup(name):
        return exact
    matches = taxonomy.find(name, in_list=True)
    best = max(matches, key=lambda match: match.finish - match.begin, default=None)
    return best.concept if best and best.finish - best.begin >= 0.6 * len(name) else None


def joined_tools(name: str) -> list[tuple[str, Concept]]:
    """`Excel et PowerPoint`: two tools where both are known by just these words; activities joined so are one skill."""
    halves = [half.strip() for half in _and().split(name)]
    known = [(half, one) for half in halves if (one := taxonomy.lookup(half)) and one.kind == "TOOL"]
    return known if 1 < len(halves) == len(known) and taxonomy.lookup(name) is None else []


@cache
def _and() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in merged("words").get("and", ()))
    return re.compile(rf"\s+(?:{words})\s+", re.I)


def without_opening(name: str) -> str:
    """`Maîtrise de Word` is the skill Word, where Word is one."""
    match = _opening().match(flat(name))
    rest = name[match.end() :] if match else ""
    return rest if rest and (taxonomy.lookup(rest) or joined_tools(rest)) else name


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(merged('words').get('skill_openings', ()))})\s+(?:l'|le\s|la\s|les\s|the\s)?")


def run_together(name: str) -> list[tuple[str, Concept]]:
    """`Silae Lucca Excel`: known skills side by side and nothing else."""
    matches = taxonomy.find(name, in_list=True)
    rest = name
    for match in reversed(matches):
        rest = rest[: match.begin] + rest[match.finish :]
    return [(name[match.begin : match.finish], match.concept) for match in matches] if len(matches) > 2 and not rest.strip() else []


def with_level(text: str) -> tuple[str, str]:
    """`Java (avancé)`, `Python – expert`, `SQL 80 %` → name and level."""
    if signs := _signs().search(text):
        level = (signs["years"] or signs[0]).strip(" ():–-")
        return text[: signs.start()].strip(), level if any(char.isalnum() for char in level) else ""
    plain = flat(text)
    if fold(text) in _level_words():
        return "", text
    match = _level().search(plain)
    if match and match.start() > 0:
        return text[: match.start()].rstrip(" (:–-"), text[match.start("level") : match.end("level")]
    return text, ""


@cache
def _signs() -> re.Pattern[str]:
    """Percents, marks, stars, and years of use behind a dash or in brackets."""
    units = any_of(word for kind in ("year", "month") for word in merged("units").get(kind, ()))
    years = rf"(?:(?<=\()|(?<=[:–-] ))\d\d?\+? ?(?:{units})"
    used = any_of(merged("words").get("used_for", ()))
    return re.compile(
        rf"[\s(:–-]*(?:(?:{used})[\s:–-]+)?(?:(?P<years>{years})|\d{{1,3}}\s?%|\d\d?\s?/\s?\d\d?|[★☆●○■□▪▫⬤◯]{{2,}})\)?\s*$", re.I
    )


@cache
def _level_words() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("skill_levels", ())))


@cache
def _level() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(flat(word)) for word in merged("words").get("skill_levels", ())), key=len, reverse=True))
    return re.compile(rf"(?:\s*[:–-]\s+|\s*\(\s*)(?P<level>(?:niveau\s|level\s)?(?:{words}))\s*\)?$")


def is_language(name: str) -> bool:
    """A spoken language in a list of skills is found by `languages`; a lone grade (C1) is the level of one."""
    if is_grade(name):
        return True
    names = spoken(name)
    if len(names) != 1:
        return False
    rest = (name[: names[0].begin] + name[names[0].finish :]).strip(" :()-–")
    return not rest or cefr_of(rest) is not None
