"""Whose name it is: the person's own, another's, a street's, a town's, or a word of the language."""

from __future__ import annotations

import re

from workers.cv import Cv
from workers.rendering.hidden.secret import LEFT, RIGHT, Guard, tokens
from workers.rendering.letters import flat
from workers.rendering.traces import TOPS, either, traces
from workers.resources.places import town

PARTICLES = frozenset("de du des la le les van von der den ten ter da dos di del della el al ben bin mac mc st".split())
_FILES = r"\.(?:pdf|docx?|odt|rtf|txt|html?|pages|jpe?g|png|gif|webp|tiff?|zip|vcf|tsx?|jsx?|py)"
# Towns of this size are named in CVs of people who never lived there.
_LARGE_TOWN = 200_000


def is_address(text: str, match: re.Match[str]) -> bool:
    run = flat(match[0])
    return bool(re.search(rf"@|/|\\|%|{_FILES}{RIGHT}|^\W?[\w-]+(?:\.[\w-]+)*\.(?:{TOPS})\W*$", run))


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


def family_guard(cv: Cv, own: frozenset[str]) -> Guard:
    places = _towns(cv, own)
    at = re.compile(rf"(?:^|[\s(\[/]){either(traces().words['at_town'])}\s*$")

    def guard(text: str, match: re.Match[str]) -> bool:
        written = text[match.start() : match.end()]
        if not written[0].isupper() and (len(match[0]) < 4 or set(tokens(match[0])) & set(traces().words["ordinary"])):
            return False
        if match[0] in places and (at.search(flat(text[: match.start()])) or re.match(r"-[A-ZÀ-Þ]", text[match.end() :])):
            return False
        return not _is_named_after(text, match)

    return guard


def _towns(cv: Cv, own: frozenset[str]) -> frozenset[str]:
    cities = [job.city for job in cv.experiences] + [course.city for course in cv.educations] + [cv.candidate.address.city]
    written = {flat(city) for city in cities if city}
    return frozenset(word for word in own if word in written or ((place := town(word)) and place.population >= _LARGE_TOWN))


def given_guard(own: frozenset[str], language: str) -> Guard:
    def guard(text: str, match: re.Match[str]) -> bool:
        if not text[match.start()].isupper() or _is_anothers(text, match, own):
            return False
        following = re.match(r"[\s\-]+([^\s\-,;.]+)", text[match.end() :])
        if following and following[1][0].isupper() and not own & set(tokens(following[1])):
            return False
        # English sentences begin with bare words: `Grant writing`, `May 2019`.
        begins = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".!?:•"
        is_word = match[0] in traces().words["ordinary"] and language.upper().startswith("EN")
        return not (is_word and (begins or (following and following[1][0].isdigit())))

    return guard


def _is_anothers(text: str, match: re.Match[str], own: frozenset[str]) -> bool:
    """Part of another name: Jean-Paul, Saint-Jean, lycée Jean Jaurès."""
    before = re.search(r"([^\W\d_]+)-$", text[: match.start()])
    after = re.match(r"-([^\W\d_]+)", text[match.end() :])
    for other in filter(None, (before, after)):
        if other[1][0].isupper() and not own & set(tokens(other[1])):
            return True
    return _is_named_after(text, match)


def _is_named_after(text: str, match: re.Match[str]) -> bool:
    """Saint-Martin, rue Martin: nobody lives in them by name."""
    return bool(re.search(rf"{LEFT}{either(traces().words['saints'])}[\s-]+$", flat(text[: match.start()])))
