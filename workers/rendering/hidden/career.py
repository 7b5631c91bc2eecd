"""Employers, schools and dates: what a blind reading must not know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.cv import Cv
from workers.rendering.hidden.secret import LEFT, RIGHT, Guard, Reach, Secret, pattern, together, tokens
from workers.rendering.letters import flat
from workers.rendering.traces import TOPS, either, traces

_BEFORE_A_YEAR = (
    "en", "depuis", "since", "in", "from", "to", "until", "till", "by", "of", "de", "a", "du", "au", "et", "and", "entre",
    "between", "fin", "debut", "mi", "late", "early", "mid", "during", "courant", "ete", "hiver", "printemps", "automne",
    "summer", "winter", "spring", "autumn", "fall", "promotion", "promo", "class", "annee", "year", "rentree", "session", "des",
    "jusqu'en", "before", "after", "avant", "apres", "le", "on",
)  # fmt: skip


_SMALL = frozenset("de du des d la le les l et of the and for in a au aux en sur".split())
_BEFORE_A_VERSION = ("version", "edition", "release", "norme", "norm", "standard", "server", "horizon", "agenda")


def is_employer(name: str | None) -> bool:
    """False for words that name no company: independent, various clients."""
    return bool(name) and flat(name or "").strip() not in traces().words["no_employer"]


def employers(cv: Cv, replacement: str) -> Iterable[Secret]:
    companies = [job.company for job in cv.experiences] + [cv.profile.current_company]
    yield from _organisations("employer", filter(is_employer, companies), cv, replacement)


def schools(cv: Cv, replacement: str) -> Iterable[Secret]:
    yield from _organisations("school", (course.institution for course in cv.educations), cv, replacement)


def _organisations(kind: str, written: Iterable[str | None], cv: Cv, replacement: str) -> Iterable[Secret]:
    places = _places(cv)
    whole = {name for text in written if text for name in _names(text) if tuple(tokens(name)) not in places}
    if whole:
        forms = sorted((together(tokens(name), r"[\s\-_.,'&+/()|–—:]{0,4}") for name in whole), key=len, reverse=True)
        yield Secret(kind, pattern(LEFT + f"(?:{'|'.join(forms)})" + RIGHT), replacement, Reach.NAMES, _is_named_or_called, spares=True)
        called = rf"(?:(?<={LEFT}at )|(?<={LEFT}chez ))(?:{'|'.join(forms)}){RIGHT}"
        yield Secret(kind, pattern(called), replacement, Reach.PROSE)
    if mains := sorted({main for name in whole if (main := _main(name))}):
        house = rf"{LEFT}{traces().any('organisation_words')}\.?\s+(?:(?:de|du|des|d'|la|le|les|l'|of|the)\s*)*"
        yield Secret(kind, pattern(f"{house}(?:{'|'.join(mains)}){RIGHT}"), replacement, Reach.NAMES, spares=True)
    if letters := {form for name in whole if (form := _letters(name))}:
        yield Secret(kind, pattern(LEFT + either(letters) + RIGHT), replacement, Reach.PROSE, _is_all_capital, spares=True)
    if short := {form for name in whole if (form := _letters(name, 3))}:
        yield Secret(kind, pattern(LEFT + either(short) + RIGHT), replacement, Reach.PROSE, _is_called_by_letters, spares=True)
    if bare := {form for name in whole if (form := _without_article(name))}:
        yield Secret(kind, pattern(f"{LEFT}(?:{'|'.join(bare)}){RIGHT}"), replacement, Reach.NAMES, _is_capital, spares=True)
    studied = {word for course in cv.educations for word in tokens(course.field_of_study)}
    if heads := {head for name in whole if (head := _head(name, studied)) and (head,) not in places}:
        yield Secret(kind, pattern(LEFT + either(heads) + RIGHT), replacement, Reach.NAMES, _is_capital, spares=True)


def _names(text: str) -> Iterable[str]:
    """The name, the name without its legal form, and its parts around commas, dashes and brackets."""
    yield text
    legal = re.sub(rf"[\s,]+{either(traces().words['legal_forms'])}\.?$", "", flat(text))
    if legal and legal != flat(text):
        yield text[: len(legal)]
    parts = [part.strip() for part in re.split(r"[,(/|)]|\s[–—-]\s", text)]
    generic = set(traces().words["organisation_words"]) | set(traces().words["no_employer"])
    for part in parts:
        words = [word for word in tokens(part) if word not in generic]
        # `Cour d'appel, chambre sociale`: a part in small letters names a kind of place, not a place.
        if len(parts) > 1 and part[:1].isupper() and words and (len("".join(words)) >= 4 or _is_short_name(part)):
            yield part


def _is_short_name(part: str) -> bool:
    """`Société Méridionale d'Énergie (SME)`."""
    return len(part) >= 2 and part.isalpha() and part.isupper()


def _letters(name: str, least: int = 4) -> str:
    """The capitals by which people call an organisation of several words: `ESGP`. Three letters mean much else as well."""
    called = [word for word in re.split(r"[^\w]+", re.sub(r"\(.*?\)", "", name)) if word[:1].isupper()]
    return "".join(word[0] for word in called).lower() if len(called) >= least else ""


def _without_article(name: str) -> str:
    """`Jardins de Clémence`, which `des Jardins de Clémence` still says when `Les` is gone."""
    words = tokens(re.sub(rf"^{traces().any('articles')}(?:\s+|(?<='))", "", flat(name)))
    generic = {*traces().words["organisation_words"], *traces().words["ordinary"], *_SMALL}
    bears_name = len(words) >= 2 and any(len(word) >= 4 and word not in generic for word in words)
    return together(words, r"[\s\-_.,'&+/()|–—:]{0,4}") if bears_name and words != tokens(name) else ""


def _main(name: str) -> str:
    """`du Ponant` of Université du Ponant, behind any word for such a house: univ., fac, école."""
    generic = {*traces().words["organisation_words"], *traces().words["ordinary"]}
    words = tokens(name)
    main = [word for word in words[1:] if word not in generic and word not in _SMALL] if words and words[0] in generic else []
    return together(main) if main and len("".join(main)) >= 5 else ""


def _head(name: str, studied: set[str]) -> str:
    """The word by which people call an organisation of several words: `Océantis` of Océantis Prévoyance; no word of what was studied."""
    words = tokens(name)
    know = traces().words
    common = {*know["organisation_words"], *know["ordinary"], *know["no_employer"], *studied}
    return words[0] if len(words) > 1 and len(words[0]) >= 5 and words[0] not in common else ""


def _places(cv: Cv) -> set[tuple[str, ...]]:
    texts = [job.city for job in cv.experiences] + [job.country for job in cv.experiences]
    texts += [course.city for course in cv.educations] + [course.country for course in cv.educations]
    texts += [cv.candidate.address.city, cv.candidate.address.country]
    return {tuple(tokens(text)) for text in texts if text}


def _is_capital(text: str, match: re.Match[str]) -> bool:
    """A name has its capital; in addresses and tags it has none: `@oceantis`, `oceantis.example`."""
    tagged = text[: match.start()][-1:] in ("@", "#", ".") or re.match(rf"\.(?:{TOPS})\b", text[match.end() :])
    return text[match.start()].isupper() or bool(tagged)


def _is_all_capital(text: str, match: re.Match[str]) -> bool:
    return text[match.start() : match.end()].isupper()


def _is_called_by_letters(text: str, match: re.Match[str]) -> bool:
    """`mis à disposition par BLR`: three letters behind a word that leads to whom one works for."""
    behind = re.search(rf"{LEFT}{traces().any('at_employer', 'by_employer')}\s+$", flat(text[: match.start()]))
    return bool(behind) and _is_all_capital(text, match)


def _is_named_or_called(text: str, match: re.Match[str]) -> bool:
    """Short names are words as well: `orange`, `cap`. Those need their capital."""
    return len(match[0]) > 8 or not text[match.start()].islower()


def dates(replacement: str) -> Iterable[Secret]:
    months = either(form for forms in traces().months.values() for form in forms)
    year = r"(?:19[5-9]\d|20[0-4]\d)"
    numbers = r"\d{1,2}\s?[./-]\s?(?:\d{1,2}\s?[./-]\s?)?"
    one = rf"(?:(?:\d{{1,2}}\s*(?:er|st|nd|rd|th)?\s+)?{months}\.?\s+|{numbers})?{year}(?:-\d\d(?:-\d\d)?|/\d\d(?!\d))?"
    other = rf"{LEFT}(?:(?:[qtsh][1-4]|fy|exercice|annees?|the)\s*[/-]?\s*'?(?:{year}s?|\d\d(?!\d))|{year}s){RIGHT}"
    yield Secret("date", pattern(other), replacement, Reach.NAMES, _is_period, spares=True)
    yield Secret(
        "date", pattern(rf"{LEFT}{one}(?:\s*(?:-|–|—|/|a|to|au|et|and)\s*{one})?{RIGHT}"), replacement, Reach.NAMES, _is_date(), spares=True
    )


def _is_period(text: str, match: re.Match[str]) -> bool:
    """`Q3 2021`, `FY19`, `années 2010`, `2010s`; not `the 20`, not `S1` of a norm."""
    return bool(re.match(r"fy|exercice|annees?\s*'?\d\d", match[0])) or bool(re.search(r"(?:19|20)\d\d", match[0]))


def _is_date() -> Guard:
    """A year behind a preposition, a sign or a small word; behind a name it is a version: Windows Server 2019, ISO 9001:2015."""
    allowed = re.compile(rf"(?:^|[\s(\[]){either(_BEFORE_A_YEAR)}$")

    def guard(text: str, match: re.Match[str]) -> bool:
        written = text[: match.start()].rstrip()
        before = flat(written)
        if re.search(r"\d[:/-]$", text[: match.start()]):
            return False
        if not re.fullmatch(r"\d{4}", match[0]) or not before or not before[-1].isalnum() or allowed.search(before[-14:]):
            return True
        word = written.split()[-1]
        return word.isalpha() and word[0].islower() and flat(word) not in _BEFORE_A_VERSION

    return guard
