"""Towns in free text: where somebody lives, in his own words; where he worked or studied, wherever posts are told of. And houses
that are named there as employers without being listed among the posts.

These are taken out and not looked for in the finished document: the same name may stand rightly in a title that stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.cv import Cv
from workers.rendering.hidden.secret import LEFT, RIGHT, Secret, pattern, together, tokens
from workers.rendering.letters import flat
from workers.rendering.privacy import Privacy
from workers.rendering.traces import traces
from workers.resources.entry_words import entry_words
from workers.resources.places import country_code, is_ordinary, is_region, towns
from workers.resources.text import fold

_PARTS = re.compile(r"\s*[,/|·()–—;]\s*|\s+-\s+|\s+(?:et|and|&|puis|then|ou|or)\s+")
# Post codes and the arrondissement: `75011 Paris`, `Paris 11e`, `Lyon 03`.
_CODES = re.compile(r"\b(?:cedex|\d{1,2}(?:er|e|ème|eme)?|\d{2,6}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})\b", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:[ -](?:[A-ZÀ-ÖØ-Þ][\w'’]+|sur|sous|les?|la|en|de|du|upon|on|under)){0,4}"
_HOUSE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w&'’-]+(?:[ ](?:(?:de|des|du|et|of|and|&)[ ])?(?:d'|l')?[A-ZÀ-ÖØ-Þ][\w&'’-]*){0,5}")
_PLACE = re.compile(_NAME)
_BREATH = r"\s*(?:,|/|&|–|—|\bet\b|\band\b)\s*"
_BEFORE, _BEHIND, _REACH = re.compile(rf"(?:\b{_NAME}{_BREATH}){{1,5}}\Z"), re.compile(rf"(?:{_BREATH}{_NAME}){{0,5}}"), 160


def home(cv: Cv, privacy: Privacy, hidden: str) -> tuple[Secret, ...]:
    """The town of residence, for what somebody says of himself. In what he says of a post it is the post's."""
    return _secrets(_named(cv.candidate.address.city) | _lived_in(cv), "address", hidden) if privacy.hide_address else ()


def _lived_in(cv: Cv) -> set[str]:
    """`Je vis à Recouvrance`: a place that nobody wrote into the address."""
    text = "\n".join(filter(None, (cv.candidate.headline, cv.candidate.summary, cv.candidate.availability, cv.candidate.mobility)))
    lead = rf"{LEFT}{traces().any('residence')}\s+(?:(?:a|au|aux|en|in|near|pres\sde|at|dans\sle)\s+)?"
    return {name for name in _behind(lead, text, _PLACE) if not _is_wider(name)}


def _behind(lead: str, text: str, name: re.Pattern[str]) -> set[str]:
    """The names, as written, that stand behind a lead of flat words."""
    return {match[0] for found in re.finditer(lead, flat(text)) if (match := name.match(text, found.end()))}


def worked(cv: Cv, privacy: Privacy, hidden: str) -> tuple[Secret, ...]:
    """The towns of hidden employers and schools, and those named in one breath with them: `autour de Rennes et Fougères`."""
    posts = [job.city for job in cv.experiences] if privacy.hide_employers else []
    courses = [course.city for course in cv.educations] if privacy.hide_schools else []
    known = {town for text in (*posts, *courses) for town in _named(text)}
    return _secrets(_beside(known, prose(cv)), "town", hidden) if known else ()


def houses(cv: Cv, privacy: Privacy, employer: str) -> tuple[Secret, ...]:
    """`Chez Transports Brévaline, j'ai encadré`: what a letter or a profile says of a post that is not listed."""
    if not privacy.hide_employers:
        return ()
    text = prose(cv)
    found = _behind(rf"{LEFT}{traces().any('at_house')}\s+(?:l'|la\s|le\s|les\s|the\s)?", text, _HOUSE)
    forms = sorted({together(words) for name in found if (words := tokens(name))}, key=len, reverse=True)
    return (Secret("employer", pattern(f"{LEFT}(?:{'|'.join(forms)}){RIGHT}"), employer, guard=is_capital, spares=True),) if forms else ()


def is_capital(text: str, match: re.Match[str]) -> bool:
    """A name has its capital, as written."""
    return text[match.start()].isupper()


def _named(place: str | None) -> set[str]:
    """The towns of a place as it is written: neither countries and regions nor `remote`."""
    parts = (part.strip(" .") for part in _PARTS.split(_CODES.sub("", place or "")))
    return {part for part in parts if part[:1].isupper() and len(part) >= 3 and not _is_wider(part)}


def _is_wider(part: str) -> bool:
    return fold(part) in entry_words().places or is_region(part) or country_code(part) is not None


def _beside(known: set[str], text: str) -> set[str]:
    found = set(known)
    for _ in range(3):
        names = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})\b")
        lists = (name for match in names.finditer(text) for name in _one_breath(text, match))
        found |= {name for name in lists if towns(name) and not is_ordinary(name)}
    return found


def _one_breath(text: str, match: re.Match[str]) -> list[str]:
    """The names listed before and behind one, as far as a breath reaches."""
    before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    behind = _BEHIND.match(text, match.end(), match.end() + _REACH)
    return re.split(_BREATH, f"{before[0] if before else ''}{match[0]}{behind[0] if behind else ''}")


def prose(cv: Cv) -> str:
    """What is told of the person and of the posts, as written."""
    texts = [cv.candidate.summary, cv.candidate.headline]
    texts += [text for job in cv.experiences for text in (job.description, *job.achievements)]
    return "\n".join(filter(None, texts))


def _secrets(names: Iterable[str], kind: str, hidden: str) -> tuple[Secret, ...]:
    forms = sorted({together(tokens(name), r"[\s'-]{1,3}") for name in names if tokens(name)}, key=len, reverse=True)
    if not forms:
        return ()
    one = f"(?:{'|'.join(forms)})"
    more = rf"(?:(?:\s*[,/&–—]\s*|\s(?:-|et|and)\s){one})*"
    return (Secret(kind, pattern(f"{LEFT}{one}{more}{RIGHT}"), hidden, guard=_is_town, spares=True),)


def _is_town(text: str, match: re.Match[str]) -> bool:
    """Written with its capital; a town that is a word too (Nice, Reading) behind `à`, `de`, `in`; no treaty that bears its name."""
    know, before, after = traces(), flat(text[: match.start()]), flat(text[match.end() :])
    if not text[match.start()].isupper():
        return False
    if re.search(rf"{LEFT}{know.any('treaties')}\s*$", before) or re.match(rf"\s+{know.any('treaties_behind')}{RIGHT}", after):
        return False
    is_word = is_ordinary(text[match.start() : match.end()]) or match[0] in know.words["ordinary"]
    return not is_word or bool(re.search(rf"{LEFT}{know.any('at_town', 'at_town_given')}\s*$", before))
