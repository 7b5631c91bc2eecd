"""What an ad asks for where the taxonomy has no word: items of its lists, what stands behind words of knowing, names beside known tools."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from workers.parsing.job_ad.need import Need
from workers.parsing.job_ad.signs import Sign, any_of, headings, may_hold, words
from workers.parsing.job_ad.statements import Statement
from workers.resources.places import country_code, town
from workers.resources.taxonomy import Taxonomy, lookup
from workers.resources.taxonomy import phrases as table_of
from workers.resources.text import Tokens, fold

Spans = Sequence[tuple[int, int]]
_BEHIND = (" ", "\n", "'", "’")
# One set of letters to begin with: the search runs through the rest.
_AND_FURTHER = r"et\s+(?!d['’e])|ou\s+(?!d(?:['’]|e\s)[a-zà-ÿ])|(?:and|or|&|plus|ainsi que|-|–)\s+"
_ITEM = re.compile(rf"[\s,;:/()•](?:(?<!\s)\s*|(?<=\s)\s*(?:[,;:/()•]\s*|{_AND_FURTHER}))")
# `CICM studies would be`: the verb ends the name.
_VERB = re.compile(r"\s+(?:would|will|is|are|was|were|can|should|serai(?:en)?t|est|sont|sera|seront|constitu\w+|représent\w+)\b.*$")
_NO_NAME = re.compile(r"^\d+\s|\d\s*(?:ans|an|years?|months?|mois|k€|%|h)\b|\s@|\w@\w+\.|https?:|[£€$]|\d{5}\s?\d{3}|^#\w|\bCVs?\b")
_CAPITALS = re.compile(r"(?<=\s)[A-ZÉÈ][\w’'-]{3,}")
_NAME = r"[A-ZÉÈ][\w@+#’'.-]*\w(?:\s(?:[A-Z0-9][\w@+#-]*))?"
_A_NAME = re.compile(_NAME)
_AND = r"\s*(?:,|/|&|\bet\b|\bou\b|\band\b|\bor\b)\s*"
_NEXT = re.compile(rf"{_AND}(?:(?:de|d['’]|the|la|le|l['’])\s*)?(?P<name>{_NAME})")
_BEFORE = re.compile(rf"(?P<name>{_NAME}){_AND}$")
# `scientific and statistical evidence`: a lone lower-case word before "and" or "or" leans on the noun behind it.
_LEANS = re.compile(r"\s+(?:and|or)\s+[\w-]+\s+[a-z]")
_ADJECTIVE = re.compile(r"[a-z]+(?:ing|ic|al|ed|ive|ous|ble|ary|ent|ant|ial)|[a-z]+-[a-z]+")
# `written the migrations`: an article behind the first word makes a clause of it.
_CLAUSE = re.compile(r"[a-z]+(?:ed|en|ing|e|s)?\s(?:the|your|our|a|an)\s")
_BRACKET = re.compile(r"\([^()]*\)?")
_OR = re.compile(r"\((?:or|ou|and|et)\s")  # `FIMO (ou FCO)`
_MOST_WORDS, _LONGEST, _TOWN = 5, 48, 10_000
_LONGEST_ITEM = 200  # letters of a name, its fillers and an example or two
_DROPPED = ("tongue", "level", "contract", "beginner", "no_degree", "remote_full", "remote_part", "remote_none", "driving")


class Cue(NamedTuple):
    """`kind`: `knowing`, `fields` (of work: one word alone is too vague there, `expérience en développement`) or `tools`."""

    begin: int
    finish: int
    kind: str


def listed(statement: Statement, taken: Spans, signs: Sequence[Sign]) -> Iterator[Need]:
    """Items of a list that hold no known skill: one to five words as the ad prints them."""
    yield from _items(statement, 0, len(statement.text), taken, signs)


def cues(words: Tokens) -> list[Cue]:
    """Words of knowing (`maîtrise de`, `proficient in`) and for tools, each with the space or the apostrophe behind it."""
    text = words.text
    found = [Cue(match.begin, match.finish + 1, match.concept.id) for match in _cued().find(words)]
    return [cue for cue in found if text[cue.finish - 1 : cue.finish] in _BEHIND]


def told(statement: Statement, taken: Spans, signs: Sequence[Sign], cues: Sequence[Cue]) -> Iterator[Need]:
    """The same in prose: behind a word of knowing up to the end of its clause."""
    for cue in cues:
        if cue.kind == "tools":
            continue
        begin = cue.finish - statement.begin
        end = _ending().search(statement.text, begin - 1)
        finish = max(end.start(), begin) if end else len(statement.text)
        yield from _items(statement, begin, finish, taken, signs, cued=cue.kind == "knowing")


def tools(statement: Statement, taken: Spans, signs: Sequence[Sign], cues: Sequence[Cue]) -> Iterator[Need]:
    """`le logiciel Genapi iNot`, `a CRM such as Sugar`: a name in capitals behind a word for tools."""
    last = 0
    for cue in cues:
        if cue.kind != "tools":
            continue
        behind = cue.finish - statement.begin
        shown = _for_example().match(statement.text, behind)
        named = _A_NAME.match(statement.text, shown.end() if shown else behind)
        if named and cue.begin - statement.begin >= last:
            first, last = named.span()
            if _is_free(first, last, taken) and not _signed(statement, first, last, signs):
                yield from filter(None, [_phrase(statement, first, last, cued=True)])


def bodies(statement: Statement, taken: Spans) -> Iterator[Need]:
    """`You are GOC registered`: a body in capitals in front of what it grants."""
    for match in _granted().finditer(statement.text) if may_hold(statement.text, words("needs", "bodies")) else ():
        if _is_free(*match.span(), taken):
            yield Need(match[0], None, statement.begin + match.start(), statement.begin + match.end(), statement.kind)


def beside(statement: Statement, known: Spans, taken: Spans, signs: Sequence[Sign]) -> Iterator[Need]:
    """`AutoCAD et Mensura`: a name in capitals that "and" joins to a known skill is one more."""
    for begin, finish in known:
        found = [_NEXT.match(statement.text, finish), _BEFORE.search(statement.text, max(0, begin - _LONGEST), begin)]
        for match in filter(None, found):
            first, last = match.span("name")
            if (first or found[1] is match) and _is_free(first, last, [*known, *taken]) and not _signed(statement, first, last, signs):
                yield from filter(None, [_phrase(statement, first, last, cued=True)])


def examples(text: str) -> Spans:
    """Brackets that only explain what stands before them; behind a word for tools they name them (`un logiciel (Oxalis)`)."""
    found = [mark.span() for mark in _BRACKET.finditer(text)] if "(" in text else []
    return [(begin, finish) for begin, finish in found if not _OR.match(text, begin) and not _tooling().search(text, 0, begin)]


def _items(statement: Statement, begin: int, end: int, taken: Spans, signs: Sequence[Sign], cued: bool = False) -> Iterator[Need]:
    place, lone = begin, cued
    others = [sign.begin - statement.begin for sign in signs if sign.kind in _DROPPED]
    for mark in [*_ITEM.finditer(statement.text, begin, end), None]:
        last = mark.start() if mark else end
        free = _is_free(place, last, taken) and not any(place <= other < last for other in others)
        if free and (need := _phrase(statement, place, last, lone)) and not _leans(statement, need, last):
            yield need
        # `museum collections, paid or voluntary`: a word behind a longer name says more of it.
        lone = lone and " " not in statement.text[place:last].strip()
        place = mark.end() if mark else end


def _leans(statement: Statement, need: Need, end: int) -> bool:
    return _ADJECTIVE.fullmatch(need.name) is not None and _LEANS.match(statement.text, end) is not None


def _is_free(begin: int, end: int, taken: Spans) -> bool:
    return not any(first < end and begin < last for first, last in taken)


def _signed(statement: Statement, begin: int, end: int, signs: Sequence[Sign]) -> bool:
    return any(sign.kind in _DROPPED and begin <= sign.begin - statement.begin < end for sign in signs)


def _phrase(statement: Statement, begin: int, end: int, cued: bool = False) -> Need | None:
    if end - begin > _LONGEST_ITEM or not (found := _named(statement.text[begin:end], cued, statement.kind == "must")):
        return None
    name, concept = found
    first = statement.text.index(name, begin)
    return Need(name, concept, statement.begin + first, statement.begin + first + len(name), statement.kind)


@lru_cache(maxsize=8192)
def _named(words: str, cued: bool, must: bool) -> tuple[str, str | None] | None:
    """The name in an item, and its id where the taxonomy has one. The same items stand in many ads."""
    item = _such_as().sub("", words).strip(" .!?\"'“”«»*…")
    if _NO_NAME.search(item) or _some_tool().search(item) or _names_place(item) or fold(item) in headings():
        return None
    item = _VERB.sub("", item.partition(" =")[0])
    filler = _before().match(item)
    name = _behind().sub("", item[filler.end() :] if filler else item).strip(" .,'’")
    if not _is_name(name) or (not cued and _is_vague(name, must) and not _names_skill().search(item)):
        return None
    concept = lookup(name)
    return name, concept.id if concept else None


def _is_name(name: str) -> bool:
    code = len(name) == 2 and name.isalpha() and name.isupper()  # habilitations B2V, BR et BC
    if not 1 <= len(name.split()) <= _MOST_WORDS or len(name) > _LONGEST or (len(name) < 3 and not code):
        return False
    words = fold(name).split()
    return bool(words) and not ((len(name) < 4 and name.islower()) or _CLAUSE.match(name) or set(words) & _empty())


def _is_vague(name: str, must: bool) -> bool:
    """One word in small letters, in what is demanded or a short one."""
    return name.islower() and len(name.split()) == 1 and (must or len(name) < 5)


def _names_place(item: str) -> bool:
    """`fournisseurs de Bienne`: a name of a town behind a small word is no part of a skill's name."""
    names = [*_CAPITALS.findall(item), *([item] if item[:1].isupper() and " " not in item else [])]
    return bool(country_code(item)) or any((place := town(word)) and place.population > _TOWN for word in names)


def _cues(*names: str) -> str:
    return any_of(tuple(word for name in names for word in words("needs", name)))


@cache
def _before() -> re.Pattern[str]:
    """Fillers, and French infinitives with the article behind them (`surveiller l'hémodynamique`)."""
    verb = r"(?:[a-zà-ÿ]{3,}(?:er|ir|[nu]dre|ttre|uire)|suivre|lire|écrire|faire)\s+(?=les?\s|la\s|l['’]|des?\s|une?\s|du\s)"
    able = rf"(?:{_cues('able')})\s+[a-z]+\s+"
    return re.compile(rf"(?:{able}|{verb}|(?:{_cues('before')})(?:\s+|(?<=['’])))+", re.I)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{_cues('after')}))+$", re.I)


@cache
def _cued() -> Taxonomy:
    return table_of({name: words("needs", name) for name in ("knowing", "fields", "tools")})


@cache
def _names_skill() -> re.Pattern[str]:
    """One word that stands behind `knowledge of` or before `skills` is what the ad means."""
    return re.compile(rf"\b(?:{_cues('knowing', 'skilled')})(?!\w)", re.I)


@cache
def _ending() -> re.Pattern[str]:
    """The end of what a word of knowing governs."""
    return re.compile(rf"[.;!?:]|(?:,?\s(?:and\s|et\s)?)(?:{_cues('ends')})(?!\w)|\s[–—-]\s", re.I)


@cache
def _tooling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_cues('tools')})(?:\s[\w’'-]+){{0,3}}\s*$", re.I)


@cache
def _some_tool() -> re.Pattern[str]:
    """`un logiciel de gestion`: some tool for that purpose, whose name stands elsewhere."""
    return re.compile(rf"^(?:\w+\s|\w['’])?(?:{_cues('tools')})(?:\s(?:de\s|d['’]|for\s|of\s)|$)", re.I)


@cache
def _such_as() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{_cues('such_as')})\b.*$|,?\s(?:{_cues('such_as')})\s.*$", re.I)


@cache
def _granted() -> re.Pattern[str]:
    return re.compile(rf"\b[A-Z]{{3,6}}[\s-](?:{_cues('bodies')})\b")


@cache
def _for_example() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{_cues('such_as')})\s", re.I)


@cache
def _empty() -> frozenset[str]:
    return frozenset(fold(word) for word in words("needs", "empty"))
