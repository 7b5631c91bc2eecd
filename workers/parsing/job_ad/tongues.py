"""Languages an ad asks for. A name alone is no demand (`French law`, `apply in English`): a level or a word of speaking stands near."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from workers.job_ad import RequiredLanguage
from workers.parsing.fields.cefr import cefr_of
from workers.parsing.job_ad.signs import Sign
from workers.parsing.job_ad.statements import Statement
from workers.resources.language import gathered, merged
from workers.resources.text import flat, fold

_GRADE = re.compile(r"(?<![A-Za-z0-9])[ABC][12](?![A-Za-z0-9])")
_THING = re.compile(
    r"\s*[\"“«]|\s+(?:law|company|market|standards?|customers?|office|team|cuisine|(?:and|&|or)\s+maths?\b|literature|lessons?)"
)
_AHEAD = re.compile(
    r"(?:^|[,;:(/–-]|\b(?:or|and|ou|et|some|spoken|speak|speaking|bilingual|parler|parlez|du|de la|le|la|l['’]|d['’]))\s*$", re.I
)
_BEHIND = re.compile(
    r"\s*(?:$|[,.;:)/!?]|(?:or|and|ou|et|is|are|would|even|speaker|est|sont|serait|seraient|sera|appréciée?|souhaitée?)\b)", re.I
)
# `tes fournisseurs sont danois`: a French name of a language has its article there.
_NATIVES = re.compile(r"\b(?:est|sont|était|étaient|is|are)(?:\s[\w’'-]+\s(?:et|ou|and|or))?\s$")
_GOOD = re.compile(r"\b(?:bon|bonne|excellente?|parfait|courant|good|excellent|strong|solid|fluent)\s$", re.I)
_NO_LETTER = re.compile(r"\W")
_LONGEST_LEVEL = 48
_JOINED = 5  # letters of ` and `


def find(text: str, statements: Sequence[Statement], signs: Sequence[Sign], language: str) -> list[tuple[RequiredLanguage, Sign]]:
    found: dict[str, tuple[RequiredLanguage, Sign]] = {}
    begins, named = [sign.begin for sign in signs], [sign.begin for sign in signs if sign.kind == "tongue"]
    for statement in statements if named else ():
        names = bisect_left(named, statement.begin) < bisect_left(named, statement.finish)
        if not names or (statement.kind == "none" and statement.block in ("offer", "apply", "company")):
            continue
        inside = signs[bisect_left(begins, statement.begin) : bisect_left(begins, statement.finish)]
        for one, sign in _asked(text, statement, inside, language != "en"):
            if one.code and (one.code not in found or _says_more(one, found[one.code][0])):
                found[one.code] = one, sign
    return list(found.values())


def _says_more(one: RequiredLanguage, other: RequiredLanguage) -> bool:
    return (one.mandatory, bool(_GRADE.match(one.level or ""))) > (other.mandatory, bool(_GRADE.match(other.level or "")))


def _asked(text: str, statement: Statement, signs: Sequence[Sign], lower: bool) -> Iterator[tuple[RequiredLanguage, Sign]]:
    names = [sign for sign in signs if sign.kind == "tongue" and (lower or text[sign.begin].isupper())]
    if not names:
        return
    said = any(sign.kind in ("as_language", "must") for sign in signs) and not _quoted(text, names)
    alone = _only(statement, names) or bool(_GOOD.search(text, statement.begin, names[0].begin))
    for sign, level in zip(names, _levels(text, statement, names), strict=True):
        wished = statement.kind == "nice" and _stands_alone(text, statement, sign)
        if not (level or wished or (statement.kind != "none" and (said or alone))) or _NATIVES.search(text, statement.begin, sign.begin):
            continue
        mandatory = statement.kind == "must" or (statement.kind == "none" and bool(level))
        yield (
            RequiredLanguage(
                name=text[sign.begin : sign.finish],
                code=sign.value,
                level=level or None,
                cefr=cefr_of(level) if level else None,
                mandatory=mandatory,
            ),
            sign,
        )


def _stands_alone(text: str, statement: Statement, sign: Sign) -> bool:
    """`TypeScript, some PHP, or Welsh`: in a wish the name is an item of its own, and no adjective of a thing."""
    before, behind = text[statement.begin : sign.begin], text[sign.finish : statement.finish]
    return bool(_AHEAD.search(before) and _BEHIND.match(behind)) and not _THING.match(behind)


def _levels(text: str, statement: Statement, names: Sequence[Sign]) -> Iterator[str]:
    """`Good French and fluent Dutch`: levels stand before their names where one stands before the first, grades alone behind them; else
    behind. An adverb is of both names before it: `Dutch and English fluently`."""
    ends = [statement.begin, *(sign.finish for sign in names)]
    begins = [*(sign.begin for sign in names), statement.finish]
    first = max(ends[0], begins[0] - _LONGEST_LEVEL)  # a sentence may be long before it comes to languages
    around = [_level(text[end:begin]) for end, begin in zip([first, *ends[1:]], begins, strict=True)]
    joined = [begin - end <= _JOINED for end, begin in zip(ends[1:-1], begins[1:-1], strict=True)]
    ahead = ""
    for place, level in enumerate(around[1:]):
        ahead = around[place] or ahead
        if around[0]:
            yield level if _GRADE.match(level) else ahead
        else:
            shared = around[place + 2] if place < len(joined) and joined[place] else ""
            yield level or ("" if _GRADE.match(shared) else shared)


def _quoted(text: str, names: Sequence[Sign]) -> bool:
    """`a French "diplôme"`, `French law`: an adjective in front of a thing."""
    return all(_THING.match(text, sign.finish) for sign in names)


def _only(statement: Statement, names: Sequence[Sign]) -> bool:
    letters = len(_NO_LETTER.sub("", statement.text))
    return letters <= sum(sign.finish - sign.begin for sign in names) + 16


def _level(text: str) -> str:
    if grade := _GRADE.search(text[:_LONGEST_LEVEL]):
        return grade[0]
    found = _phrases().search(flat(text[:_LONGEST_LEVEL]))
    level = text[found.start() : found.end()] if found else ""
    return level if level and cefr_of(level) else ""


@cache
def _phrases() -> re.Pattern[str]:
    words = {flat(word) for row in merged("language_levels").values() for word in row} | {flat(word) for word in gathered("level_words")}
    kept = sorted((re.escape(word) for word in words if len(fold(word)) > 3), key=len, reverse=True)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(kept)})(?![a-z])")
