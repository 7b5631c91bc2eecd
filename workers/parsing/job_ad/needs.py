"""What an ad asks a person to know: skills of the taxonomy, and the words of its lists where the taxonomy has none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from workers.parsing.job_ad.duties import telling
from workers.parsing.job_ad.signs import Sign, any_of, headings, words
from workers.parsing.job_ad.statements import Statement
from workers.parsing.job_ad.years import Years
from workers.resources import taxonomy
from workers.resources.places import town
from workers.resources.text import fold

# One set of letters to begin with: the search runs through the rest.
_ITEM = re.compile(r"[\s,;:/()•](?:(?<!\s)\s*|(?<=\s)\s*(?:[,;:/()•]\s*|(?:et|ou)\s+(?!d['’e])|(?:and|or|&|plus|ainsi que|-|–)\s+))")
_ASIDE = re.compile(r"\([^)]*\)?")
_STUDIED = re.compile(r"[.;]|,\s(?:vous|you|et vous|with)\b|obligatoire|exigé|indispensable|required", re.I)
_SPEAKS = re.compile(r"\b(?:vous|tu|you)\b", re.I)
_DUTIES, _ENOUGH = 3, 6
_TIME, _TIMES = re.compile(r"\b(?:ans|years?|months|mois)\b"), ("ans", "year", "months", "mois")
_NO_NAME = re.compile(r"^\d+\s|\d\s*(?:ans|an|years?|months?|mois|k€|%|h)\b|@|https?:|[£€$]")
_NAMES = re.compile(r"(?:^|,\s|\s\()(.+?)(?=,\s|\s\(|$)")
_TRADE, _CAPITALS = re.compile(r"\s[a-zà-ÿ]{4,}"), re.compile(r"(?<=\s)[A-ZÉÈ][\w’'-]{3,}")
_DENIED = 80  # letters of the longest word of denial and a word behind it
_MOST_WORDS, _LONGEST, _LONG_NAME = 5, 48, 22
_FEW, _LISTED, _TOWN = 5, 3, 10_000
_DROPPED = ("tongue", "level", "contract", "beginner", "no_degree", "remote_full", "remote_part", "remote_none", "driving")


class Need(Struct, frozen=True, gc=False):
    """A thing asked for at [begin, finish) of the ad. `firm` is False for what only the duties name."""

    name: str
    id: str | None
    begin: int
    finish: int
    kind: str
    years: float | None = None
    group: int | None = None

    @property
    def firm(self) -> bool:
        return self.kind == "must"


def find(
    text: str, statements: Sequence[Statement], signs: Sequence[Sign], years: Sequence[Years]
) -> tuple[list[Need], list[Need], tuple[str, ...]]:
    """Must-haves and nice-to-haves, each once, in printed order; ids of all skills named.

    Ads whose profile names few skills name them among the duties: these are wanted, and not firm.
    """
    matches = [match for match in taxonomy.find(text, in_list=True) if match.concept.kind != "SOFT"]
    begins, signed = [match.begin for match in matches], [sign.begin for sign in signs]
    found: list[Need] = []
    for one in telling(statements, signs):
        if one.kind != "none":
            known = matches[bisect_left(begins, one.begin) : bisect_left(begins, one.finish)]
            found.extend(_needs(text, one, known, signs[bisect_left(signed, one.begin) : bisect_left(signed, one.finish)]))
    nice = _once(need for need in found if need.kind == "nice")
    must = _once(need for need in found if need.kind == "must")
    if sum(need.id is not None for need in must) < _FEW:
        duties = [need for need in found if need.kind == "duty" and need.id]
        must = _filled(must, _tools(duties) if _lists_its_needs(must, statements) else [*_tools(duties), *duties])
    taken = {_key(need) for need in must}
    wished = [need for need in nice if _key(need) not in taken]
    named = tuple(dict.fromkeys(need.id for need in found if need.id))
    return [_with_years(need, years) for need in _grouped(text, must)], wished, named


def _lists_its_needs(must: Sequence[Need], statements: Sequence[Statement]) -> bool:
    """An ad that lists what it demands is taken at its word; one in prose leaves half of it to the duties."""
    return len(must) >= _LISTED and sum(one.bullet and one.kind == "must" for one in statements) >= _LISTED


def _tools(needs: Sequence[Need]) -> list[Need]:
    """Tools tell more of a post than its other duties, and may stand there alone."""
    return [need for need in needs if (concept := taxonomy.concept(need.id or "")) and concept.kind == "TOOL"]


def _filled(must: Sequence[Need], duties: Sequence[Need]) -> list[Need]:
    """Up to six known skills."""
    added = _once([*must, *duties])[len(must) :]
    room = max(0, _ENOUGH - sum(need.id is not None for need in must))
    return [*must, *sorted(added[:room], key=lambda need: need.begin)]


def _needs(text: str, statement: Statement, matches: Sequence[taxonomy.Match], signs: Sequence[Sign]) -> Iterator[Need]:
    listed = statement.kind != "duty" and (statement.bullet or statement.block in ("must", "nice") or statement.kind == "nice")
    if not (listed or matches or signs):
        return
    finish = statement.finish
    known = [match for match in matches if (listed or "list" not in match.concept.flags) and match.finish <= finish]
    if statement.kind == "duty":
        known = _named_duties(text, statement, known)
    elif _tells_time(statement.text) and any(match.concept.kind != "TOOL" for match in known):
        known = _without_titles(text, statement, known)
    studied = _studied(statement, signs)
    asides = [mark.span() for mark in _ASIDE.finditer(statement.text)] if statement.kind != "nice" and "(" in statement.text else []
    for match in known:
        place = match.begin - statement.begin
        aside = any(begin < place < finish for begin, finish in asides)
        field = match.concept.kind != "TOOL" and studied[0] <= place < studied[1]
        if not (field or (aside and len(known) > 1) or _denied().search(statement.text, max(0, place - _DENIED), place)):
            yield from _split(statement, match)
    for sign in signs:
        covered = any(match.begin < sign.finish and sign.begin < match.finish for match in known)
        if not covered and (sign.kind == "driving" or _is_diploma(sign, statement)):
            finish = _diploma_end(sign, statement)
            yield Need(statement.text[sign.begin - statement.begin : finish], None, sign.begin, statement.begin + finish, statement.kind)
    if listed and (statement.kind == "nice" or (statement.bullet and not _tells(statement, signs))):
        taken = [(match.begin - statement.begin, match.finish - statement.begin) for match in known]
        yield from _phrases(statement, [*taken, *asides], signs)


def _split(statement: Statement, match: taxonomy.Match) -> Iterator[Need]:
    """A label that holds two names (`HTML, CSS`) is two demands."""
    text = statement.text[match.begin - statement.begin : match.finish - statement.begin]
    if "," not in text and "(" not in text:
        yield Need(text, match.concept.id, match.begin, match.finish, statement.kind)
        return
    parts = list(_NAMES.finditer(text))
    for part in parts:
        concept = match.concept if len(parts) == 1 else taxonomy.lookup(part[1])
        begin, finish = (match.begin + place for place in part.span(1))
        yield Need(part[1], concept.id if concept else None, begin, finish, statement.kind)


def _studied(statement: Statement, signs: Sequence[Sign]) -> tuple[int, int]:
    """The words behind a diploma name its field: `Master's degree in computer science, engineering or similar`."""
    level = next((sign for sign in signs if sign.kind == "level"), None)
    if level is None:
        return 0, 0
    begin = level.finish - statement.begin
    end = _STUDIED.search(statement.text, begin)
    return begin, end.start() if end else len(statement.text)


def _is_diploma(sign: Sign, statement: Statement) -> bool:
    """A state diploma, or a CAP with its trade, is asked for by name."""
    text = statement.text[sign.begin - statement.begin : sign.finish - statement.begin]
    return sign.kind == "level" and statement.kind == "must" and (len(text) > _LONG_NAME or text == "CAP")


def _diploma_end(sign: Sign, statement: Statement) -> int:
    finish = sign.finish - statement.begin
    trade = _TRADE.match(statement.text, finish) if sign.value == "CAP" else None
    return trade.end() if trade else finish


def _named_duties(text: str, statement: Statement, known: Sequence[taxonomy.Match]) -> list[taxonomy.Match]:
    """A duty is named at its head; behind a colon stand examples of it."""
    colon = statement.text.find(":") if statement.bullet else -1
    head = [match for match in known if match.concept.kind == "TOOL" or colon < 0 or match.begin - statement.begin < colon]
    if statement.begin == 0:
        return [match for match in head if match.concept.kind == "TOOL"]
    return _without_titles(text, statement, head)[:_DUTIES] if head else head


def _without_titles(text: str, statement: Statement, known: Sequence[taxonomy.Match]) -> list[taxonomy.Match]:
    """`3 years as a backend engineer`: words of a job title are no skills."""
    titles = [(one.begin, one.finish) for one in taxonomy.occupations().find(text, within=(statement.begin, statement.finish))]
    return [match for match in known if not any(begin <= match.begin < finish for begin, finish in titles)]


def _tells(statement: Statement, signs: Sequence[Sign]) -> bool:
    """Sentences about years, diplomas, languages or "you" are no lists of things to know."""
    return any(sign.kind in ("level", "tongue") for sign in signs) or _tells_time(statement.text) or bool(_SPEAKS.search(statement.text))


def _tells_time(text: str) -> bool:
    return any(word in text for word in _TIMES) and _TIME.search(text) is not None


def _phrases(statement: Statement, taken: Sequence[tuple[int, int]], signs: Sequence[Sign]) -> Iterator[Need]:
    """Items of a list that hold no known skill: one to five words as the ad prints them."""
    place = 0
    others = [sign.begin - statement.begin for sign in signs if sign.kind in _DROPPED]
    for mark in [*_ITEM.finditer(statement.text), None]:
        end = mark.start() if mark else len(statement.text)
        free = not any(begin < end and place < finish for begin, finish in taken)
        dropped = any(place <= other < end for other in others)
        if free and not dropped and (need := _phrase(statement, place, end)):
            yield need
        place = mark.end() if mark else end


def _phrase(statement: Statement, begin: int, end: int) -> Need | None:
    item = statement.text[begin:end].strip(" .!?\"'“”«»*…")
    if _NO_NAME.search(item) or _names_town(item) or fold(item) in headings():
        return None
    item = item.partition(" =")[0]
    filler = _before().match(item)
    name = _behind().sub("", item[filler.end() :] if filler else item).strip(" .,'’")
    count = len(name.split())
    code = len(name) == 2 and name.isalpha() and name.isupper()  # habilitations B2V, BR et BC
    if not 1 <= count <= _MOST_WORDS or len(name) > _LONGEST or (len(name) < 3 and not code) or fold(name).split()[:1] == []:
        return None
    if set(fold(name).split()) & _empty() or (count == 1 and name.islower() and (statement.kind == "must" or len(name) < 5)):
        return None
    first = statement.text.index(name, begin)
    return Need(name, None, statement.begin + first, statement.begin + first + len(name), statement.kind)


def _names_town(item: str) -> bool:
    """`fournisseurs de Bienne`: a name of a town behind a small word is no part of a skill's name."""
    return any((place := town(word)) and place.population > _TOWN for word in _CAPITALS.findall(item))


def _key(need: Need) -> str:
    return need.id or fold(need.name)


def _once(needs: Sequence[Need] | Iterator[Need]) -> list[Need]:
    kept: dict[str, Need] = {}
    for need in needs:
        kept.setdefault(_key(need), need)
    return list(kept.values())


def _grouped(text: str, needs: Sequence[Need]) -> list[Need]:
    """`ACCA or CIMA`: what stands between two names is only the word "or"."""
    grouped, group = list(needs), 0
    for place in range(1, len(grouped)):
        before, after = grouped[place - 1], grouped[place]
        if fold(text[before.finish : after.begin]) in ("or", "ou") and before.finish <= after.begin:
            group += before.group is None
            grouped[place - 1] = replace(before, group=before.group or group)
            grouped[place] = replace(after, group=grouped[place - 1].group)
    return grouped


def _with_years(need: Need, years: Sequence[Years]) -> Need:
    """`dont 2 en production sur Spark`: the first skill within a few words behind a number of years."""
    for one in years[1:]:
        if one.minimum and 0 <= need.begin - one.finish <= 28 and fold(need.name) in fold(one.about):
            return replace(need, years=one.minimum)
    return need


@cache
def _before() -> re.Pattern[str]:
    """Fillers, and French infinitives with the article behind them (`surveiller l'hémodynamique`)."""
    verb = r"[a-zà-ÿ]{3,}(?:er|ir|re)\s+(?=les?\s|la\s|l['’]|des?\s|une?\s|du\s)"
    return re.compile(rf"(?:{verb}|(?:{any_of(words('needs', 'before'))})(?:\s+|(?<=['’])))+", re.I)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{any_of(words('needs', 'after'))}))+$", re.I)


@cache
def _denied() -> re.Pattern[str]:
    """`Building programs, not sending newsletters`, `sans prospection`: what the post is not."""
    return re.compile(rf"\b(?:{any_of(words('needs', 'denied'))})\s(?!(?:{any_of(words('needs', 'besides'))})\b)(?:[\w’'-]+\s)?$", re.I)


@cache
def _empty() -> frozenset[str]:
    return frozenset(fold(word) for word in words("needs", "empty"))
