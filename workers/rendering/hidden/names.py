"""The person's names in every form a CV gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.cv import Cv
from workers.rendering.hidden.secret import LEFT, RIGHT, Guard, Reach, Secret, pattern, together, tokens
from workers.rendering.letters import flat
from workers.rendering.traces import TOPS, either, traces

_PARTICLES = frozenset("de du des la le les van von der den ten ter da dos di del della el al ben bin mac mc st".split())
_FILES = r"\.(?:pdf|docx?|odt|rtf|txt|html?|pages|jpe?g|png|gif|webp|tiff?|zip|vcf)"


def names(cv: Cv, hidden: str, code: str) -> Iterable[Secret]:
    given, family = _given(cv), tokens(cv.candidate.last_name)
    words = [word for word in {*given, *family} if len(word) >= 4 and word not in _PARTICLES]
    if words:
        # `CV_Jean-Dupont.pdf`, `jean.dupont@`, `/in/jdupont`: the whole run goes, its other half gives the person away too.
        run = rf"[^\s,;()<>«»\"]*{either(words)}[^\s,;()<>«»\"]*"
        yield Secret("name", pattern(run), hidden, Reach.TERMS, _is_address)
    if given and family:
        yield Secret("name", pattern(LEFT + f"(?:{'|'.join(_full(given, family))})" + _ending() + RIGHT), code, Reach.TERMS)
        yield Secret("name", pattern(_initials(given, family)), code, Reach.PROSE, _starts_upper)
    yield from _alone(cv, family, given, code)


def referees(cv: Cv, hidden: str) -> Iterable[Secret]:
    for reference in cv.references:
        words = [word for word in tokens(reference.name) if word not in {flat(title).rstrip(".") for title in traces().words["titles"]}]
        if len(words) > 1:
            yield Secret("reference", pattern(LEFT + together(words) + RIGHT), hidden, Reach.NAMES)
    label = r"(?:references?|referees?|recommandations?|personnes? a contacter)"
    yield Secret("reference", pattern(rf"(?:^|\n)\s*{label}\s*:\s*[^\n]+"), hidden, guard=_names_somebody(hidden))


def _names_somebody(hidden: str) -> Guard:
    """`Références : Mme Durand, 06 ...`; firms that list their clients as references name nobody."""
    called = re.compile(rf"{LEFT}{either(traces().words['titles'])}\s")
    return lambda text, match: hidden in text[match.start() : match.end()] or bool(called.search(match[0]))


def _given(cv: Cv) -> list[str]:
    return tokens(cv.candidate.first_name) + tokens(cv.candidate.middle_name)


def _full(given: list[str], family: list[str]) -> Iterable[str]:
    """Jean-Paul Dupont, Dupont Jean-Paul, Jean Dupont, J.-P. Dupont, Dupont J., Jean D., jdupont, J e a n D u p o n t."""
    last, firsts = together(family), dict.fromkeys((together(given), together(given[:1])))
    letters = r"[.\s\-]{1,3}".join(re.escape(word[0]) for word in given)
    one = re.escape(given[0][0])
    for first in firsts:
        yield rf"{first}[\s\-_.·,']{{0,3}}(?:[a-z]\.?\s+)?{last}"
        yield rf"{last}[\s\-_.·,']{{0,3}}{first}"
        yield rf"{first}\s+{re.escape(family[0][0])}\."
    for initials in dict.fromkeys((letters, one)):
        yield rf"{initials}[.\s\-_]{{1,3}}{last}"
        yield rf"{last}[\s,]{{1,3}}{initials}(?:\.|{RIGHT})"
    yield "".join(re.escape(word[0]) for word in given) + last.replace(r"[\s\-_.·,']{0,3}", "")
    yield one + together(family, "")
    yield together(family, "") + one
    if len("".join(family)) >= 5:
        yield _spaced("".join(family))
    if len(given[0]) + len(family[-1]) >= 6:
        yield rf"{_spaced(given[0])}\s{{1,4}}{_spaced(''.join(family))}"


def _spaced(word: str) -> str:
    return r"\s".join(map(re.escape, word))


def _ending() -> str:
    """`Dupont's`, `les Duponts`."""
    return f"{either(traces().words['inflections'])}?"


def _initials(given: list[str], family: list[str]) -> str:
    """`J.D.`, `J.-P. D.`; bare `JD` only behind a word that announces initials, for it is a diploma and a product too."""
    first, last = [re.escape(word[0]) for word in given], re.escape(family[0][0])
    dotted = r"[\s\-]?".join(rf"{letter}\." for letter in first)
    bare = "".join(first) + last
    announced = rf"(?<=\s){bare}{RIGHT}"
    before = either(traces().words["initials_after"])
    return rf"{LEFT}(?:{dotted}|{first[0]}\.)[\s\-]?{last}\.?{RIGHT}|{LEFT}{before}\s*:?\s{announced}"


def _alone(cv: Cv, family: list[str], given: list[str], code: str) -> Iterable[Secret]:
    own = frozenset((*family, *given))
    whole = together(family, r"[\s\-']{1,2}") if family else ""
    parts = [re.escape(word) for word in family if len(word) >= 3 and word not in _PARTICLES]
    if forms := list(dict.fromkeys(filter(None, (whole, *parts)))):
        expression = LEFT + f"(?:{'|'.join(forms)})" + _ending() + RIGHT
        yield Secret("name", pattern(expression), code, Reach.NAMES, _is_family(own), spares=True)
    if firsts := [word for word in given if len(word) >= 3]:
        expression = LEFT + f"(?:{'|'.join(map(re.escape, firsts))})" + _ending() + RIGHT
        yield Secret("name", pattern(expression), code, Reach.PROSE, _is_given(own, cv.document_language or ""), spares=True)


def _is_address(text: str, match: re.Match[str]) -> bool:
    run = flat(match[0])
    return bool(re.search(rf"@|/|\\|{_FILES}{RIGHT}|^[\w-]+(?:\.[\w-]+)*\.(?:{TOPS})\W*$", run))


def _starts_upper(text: str, match: re.Match[str]) -> bool:
    return text[match.start()].isupper() or match[0][0] in "itsvp"


def _is_family(own: frozenset[str]) -> Guard:
    def guard(text: str, match: re.Match[str]) -> bool:
        written = text[match.start() : match.end()]
        if not written[0].isupper() and (match[0] in traces().words["ordinary"] or len(match[0]) < 4):
            return False
        return not _is_anothers(text, match, own)

    return guard


def _is_given(own: frozenset[str], language: str) -> Guard:
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
    """Part of another name: Saint-Martin, rue Martin, Dupont-Moretti."""
    before = re.search(r"([^\W\d_]+)-$", text[: match.start()])
    after = re.match(r"-([^\W\d_]+)", text[match.end() :])
    for other in filter(None, (before, after)):
        if other[1][0].isupper() and not own & set(tokens(other[1])):
            return True
    return bool(re.search(rf"{LEFT}{either(traces().words['saints'])}\s+$", flat(text[: match.start()])))
