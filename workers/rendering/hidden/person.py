"""What somebody was born with: the day and place of birth, titles and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.cv import Cv, PartialDate
from workers.rendering.hidden import age
from workers.rendering.hidden.oneself import is_of_oneself, stands_alone
from workers.rendering.hidden.secret import LEFT, RIGHT, Reach, Secret, pattern, together, tokens
from workers.rendering.traces import either, traces

# A French number tells sex, year, month and department of birth.
SOCIAL_SECURITY = r"(?<!\d)[12]\s?\d\d\s?(?:0[1-9]|1[0-2])\s?(?:\d\d|2[ab])\s?\d{3}\s?\d{3}(?:\s?\d\d)?(?!\d)"


def births(cv: Cv, hidden: str) -> Iterable[Secret]:
    know, born = traces(), cv.candidate.date_of_birth
    # `Né à Vila Real, au nord du Portugal`.
    towards = rf"(?:\s*,\s*{know.any('sides')}(?:\s+[a-z]{{2,3}}){{0,2}}\s+[a-z'-]+)?"
    months = either(form for forms in know.months.values() for form in forms)
    day = rf"\d{{1,2}}\s*(?:er|st|nd|rd|th)?[\s./-]+(?:of\s+)?(?:{months}\.?|\d{{1,2}})[\s./,-]+\d{{2,4}}"
    date = rf"(?:{day}|\d{{4}}-\d\d-\d\d|{months}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|{months}\.?\s+\d{{4}}|\d{{4}})"
    place = r"(?:,?\s+(?:a|in|at)\s+[a-z'-]+(?:\s*\([^)]{1,30}\))?)"
    words = either(know.words["born"])
    day_alone = rf"\d{{1,2}}\s*(?:er|st|nd|rd|th)?\s+(?:of\s+)?{months}\.?(?:\s+'?\d\d(?!\d))?|\d{{1,2}}[./-]\d{{4}}|'?\d\d(?![\d])"
    said = rf"(?:{know.any('numbers')}|{months}|of|de|the)"
    told = rf"(?:{date}|{day_alone}|{said}(?:[\s-]+{said}){{2,}})"
    yield Secret("birth", pattern(rf"{LEFT}{words}\s*:?\s*(?:le\s+|on\s+)?(?:the\s+)?{told}{place}?"), hidden)
    if born:
        yield Secret("birth", pattern(rf"(?<![\w-]){words}\s*:?[^,;.\n|]{{1,30}}{LEFT}{born.year}{RIGHT}{place}?"), hidden)
    if cv.candidate.place_of_birth:
        known = together(tokens(cv.candidate.place_of_birth))
        yield Secret("birth", pattern(rf"{LEFT}{words}\s*:?\s*(?:a\s+|in\s+)?{known}{RIGHT}{towards}"), hidden)
    for town in (r"[a-z'-]+\s[a-z'-]+", r"[a-z'-]+"):
        said = rf"(?<![\w-]){words}\s*:?\s*(?P<town>{town})(?:\s*,?\s*(?:le|en|on|in)\s+{date})?{towards}"
        yield Secret("birth", pattern(said), hidden, guard=_is_place)
    if born and born.month:
        yield Secret("birth", pattern("|".join(_forms(born))), hidden, Reach.NAMES)
    if born:
        year = rf"{LEFT}{know.any('birth_year')}\s+(?:de\s+|of\s+)?(?:{born.year}|'?{born.year % 100:02d}){RIGHT}"
        yield Secret("birth", pattern(year), hidden)
    yield Secret("birth", pattern(rf"{LEFT}[a-z-]+-born{RIGHT}"), hidden, guard=_is_of_a_town)
    yield Secret("birth", pattern(SOCIAL_SECURITY), hidden, Reach.NAMES)
    yield from age.ages(born, hidden)


def _is_place(text: str, match: re.Match[str]) -> bool:
    """`Né à Lyon`, `né à Vila Real`, never `née en`-something else: the words behind are capitalised."""
    return all(word[0].isupper() for word in text[match.start("town") : match.end("town")].split()) or match[0][-1].isdigit()


def _is_of_a_town(text: str, match: re.Match[str]) -> bool:
    """`Leeds-born`, never `new-born`."""
    return text[match.start()].isupper() and match[0] not in ("new-born", "first-born", "still-born", "well-born")


def _forms(born: PartialDate) -> Iterable[str]:
    know, year, month = traces(), born.year, born.month or 1
    names, short = either(know.months[month]), rf"(?:{year}|{year % 100:02d})"
    if not born.day:
        return
    day = rf"0?{born.day}"
    yield rf"(?<!\d){day}\s?[./-]\s?0?{month}\s?[./-]\s?{short}(?!\d)"
    yield rf"(?<!\d)0?{month}\s?[./-]\s?{day}\s?[./-]\s?{short}(?!\d)"
    yield rf"(?<!\d){year}[-./]?{month:02d}[-./]?{born.day:02d}(?!\d)"
    yield rf"(?<!\d){born.day:02d}{month:02d}{short}(?!\d)"
    yield rf"(?<!\d){day}\s*(?:er|st|nd|rd|th)?\s+(?:of\s+)?{names}\.?,?\s+{short}(?!\d)"
    yield rf"{LEFT}{names}\.?\s+{day}\s*(?:st|nd|rd|th)?,?\s+{short}(?!\d)"


def genders(cv: Cv, word: str, code: str) -> Iterable[Secret]:
    know, person = traces(), cv.candidate
    own = [word for word in (*tokens(person.first_name), *tokens(person.last_name)) if len(word) > 1]
    called = either([*own, code, word])
    yield Secret("gender", pattern(rf"{LEFT}{either(know.words['titles'])}\s+(?={called}{RIGHT})"), "", Reach.NAMES)
    yield Secret("gender", pattern(rf"\(?{LEFT}{either(know.words['pronoun_sets'])}{RIGHT}\)?"), "", Reach.NAMES)
    yield Secret("gender", pattern(SOCIAL_SECURITY), "", Reach.NAMES)
    subject = rf"(?<![\w'/-]){either(know.words['pronouns'])}(?![\w'/-])(?!\s+{either(know.words['impersonal'])})"
    yield Secret("gender", pattern(subject), code or word, guard=_is_no_acronym)
    stated = rf"{LEFT}{know.any('gender_labels')}\s*:\s*{know.any('genders')}{RIGHT}"
    yield Secret("gender", pattern(stated), "", Reach.NAMES)
    yield Secret("gender", pattern(rf"{LEFT}{know.any('genders')}{RIGHT}(?=\s*(?:$|[,;•|)\n]))"), "", guard=_is_stated)
    for form, neutral in know.possessives.items():
        yield Secret("gender", pattern(rf"(?<![\w'/-]){re.escape(form)}(?![\w'/-])"), neutral, guard=_is_no_acronym)


def _is_stated(text: str, match: re.Match[str]) -> bool:
    """`Homme, 41 ans` at the head of a line or between bars; `M` alone is a size."""
    return len(match[0]) > 2 and text[match.start()].isupper() and stands_alone(text, match)


def _is_no_acronym(text: str, match: re.Match[str]) -> bool:
    return not text[match.start() : match.end()].isupper()


def youths(word: str) -> Iterable[Secret]:
    """`Jeune femme dynamique`: age and sex in two words; of the person, where nobody else is spoken of."""
    young = rf"{LEFT}(?:(?:un|une|a)\s+)?{traces().any('young')}{RIGHT}(?!\s+(?:au\s+pair|of\s+the))"
    yield Secret("gender", pattern(young), word, guard=is_of_oneself)
