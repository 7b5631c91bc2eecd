"""The head of an ad: title, company, place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from workers.parsing.job_ad import opening
from workers.parsing.job_ad.plain import Row
from workers.parsing.job_ad.signs import any_of, contract_names, headings, labels, words
from workers.parsing.job_ad.unbroken import SYMBOL
from workers.resources.places import Place, country_code, is_ordinary, town
from workers.resources.taxonomy import occupations
from workers.resources.text import fold

_TAIL = re.compile(r"\s+[–—|-]\s+.*$|\s*\|.*$|\s*!{2,}.*$|,\s.*$|\s+\d{1,3}\s?-\s?\d{1,3}\s?%.*$|\s+(?:in|at|chez)\s.*$|\s+\d+x\d+$|\s:.*$")
_BRACKET = re.compile(r"\s*[(\[][^()]*[)\]]\s*$")
_SEGMENT = re.compile(r"\s+[–—|-]\s+|\s*[|/·]\s*|\(|\)|,\s")
_LOCATED = re.compile(r"(?:à|in|near|at)\s+([A-ZÉÈ][\w’'-]+(?:[ -][A-ZÉ][\w-]+)?)")
_UNCLOSED = re.compile(r"\s*\([^()]*$")
_CODE, _GAP = re.compile(r"\s*\d[\d ]*$"), re.compile(r"\s{2,}")
_ASIDE = re.compile(r"\d|contract|cdi|cdd", re.I)
_LONGEST_TITLE, _LOOKED_AT = 110, 6
_SENTENCE_END = re.compile(r"(?<=\w{4})\s?[.!]\s+(?=[A-ZÀ-Þ])")
# "Social Media Manager to run our Instagram", "Serveur pour renforcer notre équipe": what the post is for is no part of its title.
_PURPOSE = re.compile(
    r"\s+to\s+[a-z]+\s+(?:our|the|a|an|your|with|on|in|and|for)\s.*$|\s+pour\s+[a-zà-ÿ]+(?:er|ir|re)\b.*$"
    r"|\s+for\s+(?:our|the|a|an|my|its)\s.*$|\s+pour\s+(?:notre|nos|un|une|le|la|les|son|sa)\s.*$"
)
# "Chef de projet réf. 4417", "Vendeuse 25h", "Comptable CDI": a file number, hours and the kind of contract behind the trade.
_FILED = re.compile(r"(?<=\w)[\s,(–-]+(?:r[ée]f(?:[ée]rence|erence)?|n°|req|job id|#)[\s.:#]*[\w/-]*\d[\w/-]*\)?", re.I)
_LED = re.compile(
    r"^(?:(?:r[ée]f(?:[ée]rence|erence)?|n°|req(?:uisition)?|job)?[\s.:#n°]*[\w/-]*\d[\w/-]*\s+[–—|-]\s+|#\s?\d+\s+|\d{1,2}\s+(?=[a-zà-ÿ])"
    r"|(?:d['’])?une?(?:\(e\))?\s+|\(?(?:[HFMXDW]/){1,2}[HFMXDW]\)?\s+[–-]?\s*)",
    re.I,
)
_PICTURES = re.compile(rf"(?:{SYMBOL}[\ufe0f\u200d\u20e3]*\s*)+")
_ALL = re.compile(r"\s*\((?:all genders|tous genres|tout genre|any gender|[HF]\s?-\s?[HF])\).*$", re.I)
_HOURS = re.compile(r"\s+\(?\d{2}\s?(?:h|hrs|hours|heures)\b.*$|\s+(?:en\s+)?(?:CDI|CDD)\b.*$")
_INITIALS = re.compile(r"\s*\([A-Z]{2,5}(?:\s?/\s?[A-Z]{2,5})+\)")  # `(MPS/UPS)`: scales of pay
_FEW_WORDS, _NAMED_WITHIN = 4, 400


class Head(NamedTuple):
    title: str | None = None
    company: str | None = None
    place: Place | None = None
    country: str | None = None


def find(lines: Sequence[Row], title: str | None = None, *, shown: bool = True) -> Head:
    """`shown`: with company and place, else the title alone."""
    filled = [row for row in lines if row.text]
    filled = filled[1:] if len(filled) > 1 and _greets(filled[0].text) else filled
    labelled = dict(_labelled(filled))
    row = next((one for one in filled[:3] if len(one.text) <= _LONGEST_TITLE and fold(one.text) not in headings()), None)
    row = _announced(filled, row)
    printed = title or _labelled_title(labelled, row) or _printed(filled, row)
    named = bare(printed) if printed else None
    if not shown:
        return Head(named)
    head = filled[1:_LOOKED_AT] if not title else filled[:_LOOKED_AT]
    top = ([row.text] if row else []) + [one.text for one in head if len(one.text) < 160]
    place = _place(([labelled["city"]] if "city" in labelled else []) + top)
    return Head(
        named,
        labelled.get("company") or _company(top, place),
        place,
        place.country if place else None,
    )


def is_printed(title: str | None, lines: Sequence[Row]) -> bool:
    """Whether the ad begins with its title. One that comes apart need not stand there again: then the first line says something else."""
    if not title:
        return True
    first = next((row.text for row in lines if row.text), "")
    asked = set(fold(bare(title)).split())
    return len(first) <= _LONGEST_TITLE and first[-1:] != "." and 2 * len(asked & set(fold(first).split())) >= len(asked)


def _greets(text: str) -> bool:
    """Mails begin with `Bonjour,`: the post is named behind it."""
    return len(text.split()) <= _FEW_WORDS and fold(text) in {fold(word) for word in words("head", "greetings")}


def _announced(filled: Sequence[Row], row: Row | None) -> Row | None:
    """`L'association Les Hauts Vents recrute pour son foyer :`, and the title alone in the next line."""
    told = row is not None and row is filled[0] and row.text.endswith(":") and opening.seeks(row.text)
    return filled[1] if told and len(filled) > 1 and len(filled[1].text) <= _LONGEST_TITLE else row


def _labelled_title(labelled: Mapping[str, str], row: Row | None) -> str | None:
    """Behind `Métier :` portals file the post under a name of theirs (`Méthodes - Industrialisation`); its title stands above."""
    filed = labelled.get("filed")
    named = row and (opening.GENDERS.search(row.text) or set(fold(filed or "").split()) & set(fold(row.text.partition(":")[0]).split()))
    label = labelled.get("title") or (None if named else filed)
    return label if label and (occupations().find(label) or not (row and opening.GENDERS.search(row.text))) else None


def _printed(filled: Sequence[Row], row: Row | None) -> str | None:
    if filled and filled[0].torn:
        return opening.title([one.text for one in filled])
    if row is None:
        return opening.sentence(filled[0].text) if filled else None
    return opening.called(filled[0].text) or row.text if row is filled[0] else row.text


def _labelled(lines: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in reversed(lines[:14]):
        label, colon, value = row.text.partition(":")
        kind = labels().get(fold(label)) if colon and len(label) < 30 else None
        if kind and value.strip() and len(value) < 90:
            yield kind, _GAP.split(value.strip(), maxsplit=1)[0]


def bare(title: str) -> str:
    """Without genders, place and contract."""
    return _clean(title[:_NAMED_WITHIN])


@lru_cache(maxsize=1024)
def _clean(text: str) -> str:
    """The same titles stand above many ads."""
    text = text if text.isascii() else _PICTURES.sub(" ", text).strip()
    title = opening.GENDERS.sub("", _ALL.sub("", _without_contract(_LED.sub("", _first(_LED.sub("", _FILED.sub("", text.strip("# *"))))))))
    title = _HOURS.sub("", _INITIALS.sub("", _praise().sub("", _PURPOSE.sub("", opening.wanted().sub("", title)))))
    bracket = _BRACKET.search(title)
    if bracket and _ASIDE.search(bracket[0]):
        title = title[: bracket.start()]
    short = _UNCLOSED.sub("", _TAIL.sub("", title))
    return (short if len(short) > 2 else title).strip(" .,;:–—-") or text


def _first(text: str) -> str:
    """The first sentence that names a trade: `On recrute ! Community manager`, `NOW HIRING: Forklift driver`."""
    sentences = [one for one in _SENTENCE_END.split(_opening().sub("", text)) if one]
    if len(sentences) < 2:
        return sentences[0] if sentences else text
    return next((one for one in sentences[:2] if occupations().find(one)), sentences[0])


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(words('head', 'openings'))})\b\s*[:!–-]*\s+", re.I)


@cache
def _praise() -> re.Pattern[str]:
    """`qualified dental nurse`: what every ad says of whom it looks for."""
    return re.compile(rf"^(?:(?:{any_of(words('head', 'praise'))})\b[\s,]+(?:and\s+)?)+", re.I)


def _without_contract(text: str) -> str:
    """`Alternance - Chargé de communication`, `Stage 6 mois - Data analyst`: the kind of contract, then the title."""
    before, dash, title = text.partition(" - ") if " - " in text else text.partition(" – ")
    if not (dash and title and len(before.split()) <= _FEW_WORDS):
        return text
    opens = any(f"{fold(before)} ".startswith(f"{fold(name)} ") for name in contract_names())
    return title if opens else text


def _segments(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (part.strip(" .*#") for part in _SEGMENT.split(text) if part.strip(" .*#"))


def _place(texts: Sequence[str]) -> Place | None:
    for segment in _segments(texts):
        words = segment.split()
        if len(words) <= 5 and segment[:1].isupper():
            name = _CODE.sub("", segment)
            if (found := town(name)) and not is_ordinary(name):
                return found
    for text in texts:
        for word in _LOCATED.findall(text):
            if (found := town(word)) and found.population > 20000:
                return found
    return None


def _company(texts: Sequence[str], place: Place | None) -> str | None:
    """What stands in the second line beside the place: `Orvalis, Lyon`, `Lyon | Orvalis | Full-time`."""
    segment = next((one for one in _segments(texts[1:3]) if _is_name(one)), None)
    return None if segment is None or (place and fold(segment) == place.key) else segment


def _is_name(text: str) -> bool:
    """A few words with a capital that are no place and carry no label."""
    plain = ":" not in text and not text[-1].isdigit() and not town(text) and not country_code(text)
    return plain and text[:1].isupper() and len(text.split()) <= 7
