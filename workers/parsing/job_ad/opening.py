"""The title where no line holds it alone: in the first sentence of an ad, or in one paragraph of a whole ad."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workers.parsing.job_ad.signs import any_of, contract_names, headings, may_hold, openers, words
from workers.resources.language import stop_words
from workers.resources.taxonomy import occupations
from workers.resources.text import fold

GENDERS = re.compile(r"\s*[(\[]?\b(?:[HFMXDW]\s?/\s?){1,3}[HFMXDW]\b[)\]]?.*$|\s*\([hfmxdw](?:/[hfmxdw])+\).*$", re.I)
_STOP = re.compile(r"[.!?:;](?:\s|$)|\s[–—|-]\s")
_LONGEST_TITLE, _MOST_WORDS, _FEW_WORDS, _NAMED_WITHIN, _LOOKED_AT = 110, 12, 4, 400, 6
_WORD, _LETTERS = re.compile(r"\S+"), re.compile(r"[A-Z]{2,4}")  # `IT` is no "it"
# `Lead data engineer (4/5) en intérim`: brackets and small words say more of the trade; in capitals, words in capitals do.
_LOUD = re.compile(r"\s+[A-ZÀ-Þ/&·'’-]+(?![\wß-ÿ])")
_TRAILING = re.compile(r"(?:\s+[a-zß-ÿA-ZÀ-Þ'’]{1,3})+$")
# `des sols Communauté de communes`: behind small words a capital begins something else.
_ELSE = re.compile(r"(\s[a-zß-ÿ][\w'’-]{3,})\s+[A-ZÀ-Þ][a-zß-ÿ].*$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_SENTENCE = re.compile(r"^.*?[.!?](?:\s+|$)")
_AT = re.compile(r"\s+(?:chez|at|in|à|au sein)\s")


def title(texts: Sequence[str]) -> str | None:
    """Of an ad in one paragraph, cut into `texts`: the trade it calls for, what its first words name, or the first trade it names."""
    parts = [text for one in texts[:_LOOKED_AT] if (text := _without_part(one))]
    if parts and (found := called(_SENTENCE_END.split(parts[0], maxsplit=1)[0]) or _first_words(parts[0])):
        return found
    whole = " ".join(parts)[: 2 * _NAMED_WITHIN]
    return called(whole) or _first_trade(whole) or (sentence(parts[0]) if parts else None)


def _without_part(text: str) -> str:
    """`Avantages : mutuelle, 13e mois`: the ad begins with a part, unless this is the post (`Mission : Monteur`)."""
    label, colon, rest = text.partition(":")
    if fold(label) not in headings():
        return text
    value = _segment(rest[:_LONGEST_TITLE]).partition(",")[0]
    return value if colon and (named := occupations().find(value)) and not named[0].begin else _SENTENCE.sub("", rest, count=1)


def _first_words(text: str) -> str | None:
    """`Artisan Baker Sourdough & Sons, Whitby. We bake`: the trade and the small words behind it; or all up to where a sentence begins."""
    if gendered := GENDERS.search(text[:_LONGEST_TITLE]):
        return _behind_verb(text[: gendered.start()])
    opening = _segment(text[:_LONGEST_TITLE])
    if not opening or _speaks(opening):
        return None
    capitals = [word for word in list(_WORD.finditer(opening))[1:] if word[0][:1].isupper() and not _LETTERS.fullmatch(word[0])]
    begun = next((word.start() for word in capitals if _speaks(word[0])), None)
    opening = opening[:begun].strip()
    named = next((one for one in occupations().find(opening) if len(opening[: one.begin].split()) <= _FEW_WORDS), None)
    if named:
        return _extended(opening, named.finish)[_sought(opening[: named.begin]) :]
    opening = _ELSE.sub(r"\1", _AT.split(opening)[0])
    return opening if len(opening.split()) <= _MOST_WORDS else None


def _behind_verb(text: str) -> str | None:
    """`Hôtel à Menton cherche réceptionniste tournant`: a trade that stands late is the title alone."""
    named = next(iter(occupations().find(text)), None)
    if named and (begin := _sought(text[: named.begin]) or named.begin * (len(text[: named.begin].split()) > _FEW_WORDS)):
        return text[begin:]
    return text if len(text.split()) <= _MOST_WORDS else None


def _sought(before: str) -> int:
    """Where the words in front of a trade end that only say that it is sought."""
    found = _seeks().match(before)
    return found.end() if found else 0


def seeks(text: str) -> bool:
    return any(one in text.lower() for one in openers("head", "seeks")) and _seeks().search(text) is not None


@cache
def _seeks() -> re.Pattern[str]:
    return re.compile(rf"^.*?\b(?:{any_of(words('head', 'seeks'))})\s+(?:une?\s|une?\(e\)\s|des\s|an?\s)?", re.I)


def _segment(text: str) -> str:
    """Up to the first stop; behind the kind of contract, up to the second (`Alternance - Chargé de communication`)."""
    segments = [one.strip() for one in _STOP.split(text) if one.strip()]
    return next((one for one in segments if fold(one) not in _prefixes()), "")


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(fold(name) for name in (*contract_names(), *words("head", "openings")))


def _extended(text: str, finish: int) -> str:
    more = _LOUD if text[:finish].isupper() else _more()
    while found := more.match(text, finish):
        finish = found.end()
    return _TRAILING.sub("", text[:finish])


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\s+(?!(?:{any_of(words('head', 'then'))})\s)(?:\([^()]*\)|[a-zß-ÿ/&·][^\s,;:.!?|()]*)")


def _first_trade(text: str) -> str | None:
    named = occupations().find(text)
    return text[named[0].begin : named[0].finish] if named else None


def called(text: str) -> str | None:
    """The trade that a first sentence calls for: `We are looking for a Senior React Developer with 5+ years`."""
    found = _call().search(text[:_NAMED_WITHIN]) if may_hold(text[:_NAMED_WITHIN], openers("head", "calls")) else None
    if not found or len(found[1].split()) > _MOST_WORDS:
        return None
    capitals = all(word[:1].isupper() for word in found[1].split())
    return found[1].strip() if capitals or occupations().find(found[1]) else None


@cache
def _call() -> re.Pattern[str]:
    calls, then, letters = (any_of(words("head", row)) for row in ("calls", "then", "letters"))
    return re.compile(rf"\b(?:{calls})\s+(.+?)(?=\s+(?:{then}|(?-i:{letters}))\b|[.,;:!?(\n]|\s[–—|-]\s|$)", re.I)


def sentence(text: str) -> str | None:
    """The title where an ad is one paragraph: its first few words up to a stop, else the first trade it names."""
    opening = _STOP.split(text, maxsplit=1)[0]
    if len(opening) <= _LONGEST_TITLE and len(opening.split()) <= _MOST_WORDS and not _speaks(opening):
        return opening
    if named := called(text):
        return named
    # `Assistant herdsperson required for a herd of 320`
    found = wanted().search(text[:_LONGEST_TITLE])
    if found and len(text[: found.start()].split()) <= _FEW_WORDS and occupations().find(text[: found.start()]):
        return text[: found.start()]
    return _first_trade(text[:_NAMED_WITHIN])


def _speaks(text: str) -> bool:
    """`We are hiring`: a sentence, no title."""
    return any(word in stop_words() for word in fold(text).split()[:2]) or _speaking().match(text) is not None


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('head', 'speaks'))})(?!\w)", re.I)


@cache
def wanted() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{any_of(words('head', 'after'))})\b.*$", re.I)
