"""Whose name it is: the person's own, another's, a street's, a town's, or a word of the language."""

from __future__ import annotations

import re

from workers.cv import Cv
from workers.rendering.hidden.secret import LEFT, RIGHT, Guard, tokens
from workers.rendering.letters import flat
from workers.rendering.traces import TOPS, either, traces
from workers.resources.places import town

PARTICLES = frozenset("de du des la le les van von der den ten ter da dos di del della el al ben bin mac mc st".split())
_FILES = r"\.(?:pdf|docx?|odt|rtf|txt|html?|pages|xlsx?|csv|pptx?|dwg|dxf|rvt|ifc|jpe?g|png|gif|webp|svg|psd|ai|tiff?|zip|vcf|tsx?|jsx?|py)"
# Towns of this size are named in CVs of people who never lived there.
_LARGE_TOWN = 200_000


def is_address(text: str, match: re.Match[str]) -> bool:
    run = flat(match[0])
    return bool(re.search(rf"@|/|\\|%|{_FILES}{RIGHT}|^\W?[\w-]+(?:\.[\w-]+)*\.(?:{TOPS})\W*$", run))


def is_filed(text: str, match: re.Match[str]) -> bool:
    """`TMK_plan.dwg` is a file, `tmk.example` an address; `T.M.K. dessine` is neither."""
    return bool(re.search(rf"{_FILES}$", match[0]))


def starts_upper(text: str, match: re.Match[str]) -> bool:
    return text[match.start()].isupper() or match[0][0] in "itsvp"


def both_capital(text: str, match: re.Match[str]) -> bool:
    """The two words at the end are a person's."""
    return all(word[0].isupper() for word in text[match.start() : match.end()].split()[-2:])


def is_run_together(text: str, match: re.Match[str]) -> bool:
    """`#JeanDupont2024`, `TeamDupont`: capitals or digits part the words."""
    written, before, after = text[match.start() : match.end()], text[: match.start()][-1:], text[match.end() :][:1]
    if not (before.isalnum() or after.isalnum()):
        return False
    begins = not before.isalpha() or (before.islower() and written[0].isupper())
    return begins and (not after.isalpha() or (after.isupper() and written[-1].islower()))


def is_no_sentence(text: str, match: re.Match[str]) -> bool:
    """`mont Blanc, roses anciennes`: a word of the language in small letters beside a capital one is that word."""
    parts = re.findall(r"[^\W\d_]{3,}", text[match.start() : match.end()])
    small = [part for part in parts if part[0].islower() and flat(part) not in PARTICLES]
    return len(small) in (0, len(parts)) or not any(_is_ordinary(flat(part)) for part in small)


def _is_ordinary(word: str) -> bool:
    know = traces().words["ordinary"]
    return word in know or word.rstrip("s") in know


def family_guard(cv: Cv, own: frozenset[str]) -> Guard:
    places = _towns(cv, own)
    at = re.compile(rf"(?:^|[\s(\[/]){either(traces().words['at_town'])}\s*$")

    def guard(text: str, match: re.Match[str]) -> bool:
        written = text[match.start() : match.end()]
        ordinary = any(map(_is_ordinary, tokens(match[0])))
        if not written[0].isupper() and (len(match[0]) < 4 or ordinary):
            return False
        if ordinary and _begins_as_word(text, match, cv.document_language or ""):
            return False
        if match[0] in places and (at.search(flat(text[: match.start()])) or re.match(r"-[A-ZÀ-Þ]", text[match.end() :])):
            return False
        if ordinary and _is_place_name(text, match, own):
            return False
        return not (_is_named_after(text, match) or _is_in_a_town(text, match) or _is_eponym(text, match))

    return guard


def _is_place_name(text: str, match: re.Match[str], own: frozenset[str]) -> bool:
    """`at Wood Green`: a word of the language, behind a preposition and before another capital, is part of a place."""
    before = re.search(rf"{LEFT}{traces().any('at_town')}\s+$", flat(text[: match.start()]))
    after = re.match(r"\s([A-ZÀ-Þ][^\W\d_]+)", text[match.end() :])
    return bool(before and after) and not own & set(tokens(after[1]))  # type: ignore[index]


def _is_eponym(text: str, match: re.Match[str]) -> bool:
    """`Maladie de Parkinson`, `Hodgkin lymphoma`, `arche de Noé`: the name of a thing."""
    before, after = flat(text[: match.start()]), flat(text[match.end() :])
    behind = re.match(rf"(?:'s)?\s+{traces().any('eponyms_behind')}{RIGHT}", after)
    return bool(behind) or bool(re.search(rf"{LEFT}{traces().any('eponyms')}\s*$", before))


def _begins_as_word(text: str, match: re.Match[str], language: str) -> bool:
    """`Blanc de blancs`, `Price review of utilities`: a noun at the head of a sentence; a person would do something there."""
    know, before, after = traces(), flat(text[: match.start()]).rstrip(), flat(text[match.end() :])
    if "'" in match[0] or (before and before[-1] not in ".!?:•;,") or re.search(rf"{LEFT}{know.any('titles', 'offices')}$", before):
        return False
    if re.match(rf"\s+{know.any('noun_behind')}{RIGHT}", after):
        return True
    noun = rf"\s+(?!{know.any('verb_behind')}{RIGHT})[a-z]{{3,}}(?<!s)(?<!ed){RIGHT}"
    return language.upper().startswith("EN") and bool(re.match(noun, after))


def _is_in_a_town(text: str, match: re.Match[str]) -> bool:
    """`au Plessis-Robinson`, `Santa Cruz`."""
    before = re.search(r"([A-ZÀ-Þ][^\W\d_]+)[ -]$", text[: match.start()])
    if before and town(f"{flat(before[1])} {match[0]}"):
        return True
    behind = re.match(r"(?:-[^\W\d_]+){1,3}", text[match.end() :])
    whole = match[0] + flat(behind[0]) if behind else ""
    return bool(behind) and any(town(name) for name in (whole, *(f"{article} {whole}" for article in ("le", "la", "les"))))


def _towns(cv: Cv, own: frozenset[str]) -> frozenset[str]:
    cities = [job.city for job in cv.experiences] + [course.city for course in cv.educations] + [cv.candidate.address.city]
    written = {flat(city) for city in cities if city}
    return frozenset(word for word in own if word in written or ((place := town(word)) and place.population >= _LARGE_TOWN))


def given_guard(cv: Cv, own: frozenset[str], given: frozenset[str]) -> Guard:
    language, towns = cv.document_language or "", _towns(cv, given)
    at = re.compile(rf"(?:^|[\s(\[/]){traces().any('at_town_given')}\s*$")

    def guard(text: str, match: re.Match[str]) -> bool:
        if not text[match.start()].isupper() or _is_anothers(text, match, own, given):
            return False
        if match[0] in towns and at.search(flat(text[: match.start()])):
            return False
        if _is_eponym(text, match) or _is_work(text, match, own):
            return False
        following = _following(text, match, given)
        if following and following[1][0].isupper() and not own & set(tokens(following[1])):
            return False
        # English sentences begin with bare words: `Grant writing`, `May 2019`.
        begins = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".!?:•"
        is_word = match[0] in traces().words["ordinary"] and language.upper().startswith("EN")
        return not (is_word and (begins or (following and following[1][0].isdigit())))

    return guard


def _is_work(text: str, match: re.Match[str], own: frozenset[str]) -> bool:
    """`Carmen de Bizet`, `Jean de La Fontaine`: of somebody else."""
    after = re.match(r"\s+(?:de\s+(?:la\s+|La\s+)?|d['’]|du\s+|by\s+|von\s+|van\s+|di\s+)([A-ZÀ-Þ][^\W\d_]+)", text[match.end() :])
    return bool(after) and not own & set(tokens(after[1]))  # type: ignore[index]


def _following(text: str, match: re.Match[str], given: frozenset[str]) -> re.Match[str] | None:
    """The word behind the person's first names: `Rousseau` of Jean-Jacques Rousseau."""
    place = match.end()
    while following := re.match(r"[\s\-]+([^\s\-,;.]+)", text[place:]):
        if not set(tokens(following[1])) & given:
            return following
        place += following.end()
    return None


def _is_anothers(text: str, match: re.Match[str], own: frozenset[str], given: frozenset[str]) -> bool:
    """Part of another name: Jean-Paul, Saint-Jean, lycée Jean Jaurès, musée national Jean-Jacques Henner."""
    before = re.search(r"([^\W\d_]+)-$", text[: match.start()])
    after = re.match(r"-([^\W\d_]+)", text[match.end() :])
    for other in filter(None, (before, after)):
        if other[1][0].isupper() and not own & set(tokens(other[1])):
            return True
    return _is_named_after(text, match) or _is_of_a_house(text, match)


def _is_named_after(text: str, match: re.Match[str]) -> bool:
    """Saint-Martin, rue Martin, rue de la Fontaine-au-Roi: nobody lives in them by name."""
    before = flat(text[: match.start()])
    if re.search(rf"{LEFT}{either(traces().words['saints'])}[\s-]+$", before):
        return True
    within = re.match(r"-[^\W\d_]", text[match.end() :])
    return bool(within) and bool(re.search(rf"{LEFT}{traces().any('saints')}\s+(?:(?:de|du|des|la|le|les)\s+)+$", before))


def _is_of_a_house(text: str, match: re.Match[str]) -> bool:
    """`lycée privé Marie-Rivier`, `hôpital Marie`: houses bear a first name, people have them in their offices."""
    know = traces()
    between = rf"(?:[\s-]+{know.any('named_between')})*"
    return bool(re.search(rf"{LEFT}{know.any('named_after')}{between}[\s-]+$", flat(text[: match.start()])))
