"""What an ad asks a person to know: skills of the taxonomy, and the words of its lists where the taxonomy has none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from workers.parsing.job_ad import phrases
from workers.parsing.job_ad.duties import telling
from workers.parsing.job_ad.need import Need, grouped, key, once
from workers.parsing.job_ad.signs import Sign, any_of, may_hold, words
from workers.parsing.job_ad.statements import Statement
from workers.parsing.job_ad.years import Years
from workers.resources import taxonomy
from workers.resources.text import Tokens, fold

_STUDIED = re.compile(
    r"[.;]|,\s(?:vous|tu|you|et vous|with|savoir|avoir|être|maîtrise|connaissance|pratique|expérience|experience|knowledge)\b"
    r"|\s(?:et|and)\s(?:au moins|at least|an?\s|une?\s|\d)"
    r"|obligatoire|exigé|indispensable|required",
    re.I,
)
_SPEAKS = re.compile(r"\b(?:vous|tu|you)\b", re.I)
_DUTIES, _ENOUGH = 3, 6
_TIME, _TIMES = re.compile(r"\b(?:ans|years?|months|mois)\b"), ("ans", "year", "months", "mois")
_NAMES = re.compile(r"(?:^|,\s|\s\()(.+?)(?=,\s|\s\(|$)")
# `CAP couverture ou trois ans d'expérience`, `Master ou licence professionnelle`: levels, and nobody is refused for lack of that one.
_STATE, _OR_ELSE = re.compile(r"dipl[oô]me d['’][ée]tat|state diploma", re.I), re.compile(r"\sou\s.*\b(?:ans?|expérience)\b", re.I)
_VEHICLE, _COLON = re.compile(r"\s[–-]\s.*$"), re.compile(r"\s*:\s*")
_TRADE = re.compile(r"\s[a-zà-ÿ]{4,}")
_DENIED = 80  # letters of the longest word of denial and a word behind it
_LONG_NAME = 22
_FEW, _LISTED = 5, 3


def find(
    words: Tokens,
    matches: Sequence[taxonomy.Match],
    cues: Sequence[phrases.Cue],
    statements: Sequence[Statement],
    signs: Sequence[Sign],
    years: Sequence[Years],
) -> tuple[list[Need], list[Need], tuple[str, ...]]:
    """Must-haves and nice-to-haves, each once, in printed order; ids of all skills named.

    Ads whose profile names few skills name them among the duties: these are wanted, and not firm.
    """
    named, signed, cued = ([mark.begin for mark in marks] for marks in (matches, signs, cues))
    found: list[Need] = []
    for one in telling(statements, signs):
        if one.kind != "none":
            known = matches[bisect_left(named, one.begin) : bisect_left(named, one.finish)]
            said = signs[bisect_left(signed, one.begin) : bisect_left(signed, one.finish)]
            found.extend(_needs(words, one, known, said, cues[bisect_left(cued, one.begin) : bisect_left(cued, one.finish)]))
    nice = once((need for need in found if need.kind == "nice"), words.text)
    must = once((need for need in found if need.kind == "must"), words.text)
    if len(must) < _FEW:
        duties = [need for need in found if need.kind == "duty" and need.id]
        tools = _tools(duties)
        wished_tools = [need for need in tools if any(need.id == wish.id for wish in nice)]
        wanted = tools if _lists_its_needs(must, statements) else [*tools, *duties]
        must = _filled(must, [need for need in wanted if need not in wished_tools])
    taken = {key(need) for need in must}
    wished = [need for need in nice if key(need) not in taken]
    skills = tuple(dict.fromkeys(need.id for need in found if need.id))
    return [_with_years(need, years) for need in grouped(words.text, must)], wished, skills


def _lists_its_needs(must: Sequence[Need], statements: Sequence[Statement]) -> bool:
    """An ad that lists what it demands is taken at its word; one in prose leaves half of it to the duties."""
    return len(must) >= _LISTED and sum(one.bullet and one.kind == "must" for one in statements) >= _LISTED


def _tools(needs: Sequence[Need]) -> list[Need]:
    """Tools tell more of a post than its other duties, and may stand there alone."""
    return [need for need in needs if (concept := taxonomy.concept(need.id or "")) and concept.kind == "TOOL"]


def _filled(must: Sequence[Need], duties: Sequence[Need]) -> list[Need]:
    """Up to six."""
    taken = set(map(key, must))
    added = [need for need in once(duties) if key(need) not in taken]
    room = max(0, _ENOUGH - len(must))
    return [*must, *sorted(added[:room], key=lambda need: need.begin)]


def _needs(
    words: Tokens, statement: Statement, matches: Sequence[taxonomy.Match], signs: Sequence[Sign], cues: Sequence[phrases.Cue]
) -> Iterator[Need]:
    listed = statement.kind != "duty" and (statement.bullet or statement.block in ("must", "nice") or statement.kind == "nice")
    named = listed or statement.text.count(",") >= _LISTED
    if not (listed or matches or signs):
        return
    seen = _seen(words, statement, [match for match in matches if named or "list" not in match.concept.flags])
    soft = [match for match in seen if match.concept.kind == "SOFT"]
    known = [match for match in seen if match.concept.kind != "SOFT"]
    asides = phrases.examples(statement.text) if statement.kind != "nice" else []
    yield from _skills(statement, known, signs, asides)
    yield from _signed(statement, known, signs)
    if statement.kind != "duty":
        as_list = listed and (statement.kind == "nice" or (statement.bullet and not _tells(statement, signs)))
        unknown = _unknown(statement, known, asides, signs, cues, as_list)
        yield from (need for need in unknown if not any(_is_manner(need, match) for match in soft))


def _seen(words: Tokens, statement: Statement, matches: Sequence[taxonomy.Match]) -> Sequence[taxonomy.Match]:
    whole = [match for match in matches if match.finish <= statement.finish]
    if statement.kind == "duty":
        return _named_duties(words, statement, whole)
    if _tells_time(statement.text) and any(match.concept.kind != "TOOL" for match in whole):
        return _without_titles(words, statement, whole)
    return whole


def _skills(statement: Statement, known: Sequence[taxonomy.Match], signs: Sequence[Sign], asides: phrases.Spans) -> Iterator[Need]:
    studied, denies = _studied(statement, signs), bool(known) and may_hold(statement.text, _denials())
    # `Excel (VLOOKUP, pivot tables)`: behind a tool the bracket says what of it is asked for.
    for match in known:
        place = match.begin - statement.begin
        aside = any(begin < place < finish and _explains(statement, begin, known, match) for begin, finish in asides)
        field = match.concept.kind != "TOOL" and studied[0] <= place < studied[1]
        if not (field or aside or (denies and _denied().search(statement.text, max(0, place - _DENIED), place))):
            yield from _split(statement, match)


def _explains(statement: Statement, bracket: int, known: Sequence[taxonomy.Match], match: taxonomy.Match) -> bool:
    """Brackets give examples (`AWS (S3, EMR)`); what is no tool says what of a tool is asked (`Excel (VLOOKUP, pivot tables)`), and
    behind an unknown word, or where there are many (`networking (TCP/IP, DNS, VLAN)`), it is all that is asked."""
    before = [one.concept.kind for one in known if one.begin - statement.begin < bracket]
    end = statement.text.find(")", bracket)
    within = [one for one in known if bracket < one.begin - statement.begin < end]
    if not before or len(within) >= _LISTED:
        return not before and _tells_time(statement.text)
    told = end - bracket > 2 * sum(one.finish - one.begin for one in within)  # `Python (pandas is enough to begin with)`
    return told or match.concept.kind == "TOOL" or any(kind != "TOOL" for kind in before)


def _signed(statement: Statement, known: Sequence[taxonomy.Match], signs: Sequence[Sign]) -> Iterator[Need]:
    """Licences and diplomas that no skill of the taxonomy covers."""
    for sign in signs:
        covered = any(match.begin < sign.finish and sign.begin < match.finish for match in known)
        if not covered and (sign.kind == "driving" or _is_diploma(sign, statement)):
            finish = _diploma_end(sign, statement)
            name = _licence(statement.text[sign.begin - statement.begin : finish])
            yield Need(name, None, sign.begin, statement.begin + finish, statement.kind)


def _is_manner(need: Need, match: taxonomy.Match) -> bool:
    """`qualités rédactionnelles`: half of the words or more tell how somebody is."""
    return 2 * (min(need.finish, match.finish) - max(need.begin, match.begin)) > need.finish - need.begin


def _unknown(
    statement: Statement,
    known: Sequence[taxonomy.Match],
    asides: phrases.Spans,
    signs: Sequence[Sign],
    cues: Sequence[phrases.Cue],
    as_list: bool,
) -> Iterator[Need]:
    spans = [(match.begin - statement.begin, match.finish - statement.begin) for match in known]
    taken = [*spans, *asides]
    yield from phrases.listed(statement, taken, signs) if as_list else phrases.told(statement, taken, signs, cues)
    yield from () if as_list else phrases.bodies(statement, taken)
    if not as_list or any(cue.kind == "tools" for cue in cues):
        yield from phrases.beside(statement, spans, asides, signs)
    yield from phrases.tools(statement, taken, signs, cues)


def _split(statement: Statement, match: taxonomy.Match) -> Iterator[Need]:
    """A label that holds two names (`HTML, CSS`) is two demands."""
    text = statement.text[match.begin - statement.begin : match.finish - statement.begin]
    if "," not in text and "(" not in text:
        finish = match.begin + text.index(")") if ")" in text else match.finish
        yield Need(_licence(text.partition(")")[0]), match.concept.id, match.begin, finish, statement.kind)
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
    behind = statement.text[sign.finish - statement.begin :]
    named = (len(text) > _LONG_NAME and _STATE.match(text)) or (text == "CAP" and _TRADE.match(behind) and not _OR_ELSE.search(behind))
    return sign.kind == "level" and statement.kind == "must" and bool(named)


def _licence(text: str) -> str:
    """Forms print `Permis : B - Véhicule léger`."""
    return _VEHICLE.sub("", _COLON.sub(" ", text))


def _diploma_end(sign: Sign, statement: Statement) -> int:
    finish = sign.finish - statement.begin
    trade = _TRADE.match(statement.text, finish) if sign.value == "CAP" else None
    return trade.end() if trade else finish


def _named_duties(words: Tokens, statement: Statement, known: Sequence[taxonomy.Match]) -> list[taxonomy.Match]:
    """A duty is named at its head; behind a colon stand examples of it."""
    colon = statement.text.find(":") if statement.bullet else -1
    head = [match for match in known if match.concept.kind == "TOOL" or colon < 0 or match.begin - statement.begin < colon]
    if statement.opens or not head:
        return [match for match in head if match.concept.kind == "TOOL"]
    named = _without_titles(words, statement, head)
    return [match for place, match in enumerate(named) if place < _DUTIES or match.concept.kind == "TOOL"]


def _without_titles(words: Tokens, statement: Statement, known: Sequence[taxonomy.Match]) -> list[taxonomy.Match]:
    """`3 years as a backend engineer`: words of a job title are no skills, unless they are but the name of a tool (Docker)."""
    titles = [(one.begin, one.finish) for one in taxonomy.occupations().find(words, within=(statement.begin, statement.finish))]
    tools = {(match.begin, match.finish) for match in known if match.concept.kind == "TOOL"}
    return [match for match in known if not any(begin <= match.begin < finish for begin, finish in titles if (begin, finish) not in tools)]


def _tells(statement: Statement, signs: Sequence[Sign]) -> bool:
    """Sentences about years, diplomas, languages or "you" are no lists of things to know."""
    return any(sign.kind in ("level", "tongue") for sign in signs) or _tells_time(statement.text) or bool(_SPEAKS.search(statement.text))


def _tells_time(text: str) -> bool:
    return any(map(text.__contains__, _TIMES)) and _TIME.search(text) is not None


def _with_years(need: Need, years: Sequence[Years]) -> Need:
    """`dont 2 en production sur Spark`: the first skill within a few words behind a number of years."""
    for one in years[1:]:
        if one.minimum and 0 <= need.begin - one.finish <= 28 and fold(need.name) in fold(one.about):
            return replace(need, years=one.minimum)
    return need


@cache
def _denials() -> tuple[str, ...]:
    return tuple(f"{word.split()[-1]} " for word in words("needs", "denied"))


@cache
def _denied() -> re.Pattern[str]:
    """`Building programs, not sending newsletters`, `sans prospection`: what the post is not."""
    return re.compile(rf"\b(?:{any_of(words('needs', 'denied'))})\s(?!(?:{any_of(words('needs', 'besides'))})\b)(?:[\w’'-]+\s)?$", re.I)
