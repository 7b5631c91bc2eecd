"""E-mail addresses and telephone numbers of the person: never those of referees and employers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import phonenumbers

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.dates import read_dates
from workers.parsing.fields.broken_email import broken, completed
from workers.parsing.lines import cells
from workers.parsing.spans import words_at
from workers.parsing.types import Box, Found, Line, Section, Word
from workers.resources.language import merged
from workers.resources.text import flat

OWN = ("header", "contact", "personal", "summary", "wishes")
FOREIGN = ("references", "experience", "education", "projects", "publications", "volunteering")
_HOST = r"[a-z0-9][a-z0-9-]*(?:\s?\.\s?[a-z0-9-]{2,})*\s?\.\s?[a-z]{2,12}(?![\w@-])"
_EMAIL = re.compile(rf"(?<![\w.+-])[a-z0-9][\w.+%'-]*\s?@\s?{_HOST}", re.I | re.A)
_AT, _POINT = r"(?:\(at\)|\[at\]|\{at\}|\sat\s|\(arobase\)|\sarobase\s)", r"(?:\.|\(dot\)|\[dot\]|\sdot\s|\spoint\s)"
_SPELLED = re.compile(rf"(?<![\w.])([\w.+-]{{2,40}})\s?{_AT}\s?([\w-]+(?:\s?{_POINT}\s?[\w-]+)+)", re.I | re.A)
_DOT = re.compile(r"\s?(?:\(dot\)|\[dot\]|\sdot\s|\spoint\s|\s\.\s?|\.\s)\s?", re.I)
_PHONE = re.compile(r"(?<![\w/@.,€$£])(?:\+|\(\+?|00)?\s?\d(?:(?:\)?[\s.]{0,2}\(?|\)?[-–/])\d){6,15}(?![\w@]|[.,]\d|\s?[%€$£])")


APART = "|"  # between what wide gaps part: a postal code and the number beside it are not one number
_SHORT_LINE = 8
Reader = Callable[[Sequence[Line], Context, str], Iterator[Found[str]]]


def find(sections: Sequence[Section], context: Context) -> dict[str, Found[Any]]:
    """`email`, `phone` (E.164): the first of each; `alternate_emails`, `alternate_phones`: the further ones in the order of the text."""
    parts: dict[str, Found[Any]] = {}
    for name, reader in (("email", _emails), ("phone", _phones)):
        first, *further = _best_first(reader, sections, context) or (None,)
        if first:
            parts[name] = first
        if further:
            parts[f"alternate_{name}s"] = together(further)
    return parts


def together(found: Sequence[Found[str]]) -> Found[tuple[str, ...]]:
    """Several values of one field as one."""
    words = tuple(word for one in found for word in one.words)
    return Found(tuple(one.value for one in found), min(one.confidence for one in found), words)


def own_lines(section: Section) -> tuple[Line, ...]:
    """Lines that may say where the person is reached: some CVs put them under "About"; the sentences there are none."""
    if section.kind == "summary":
        return tuple(line for line in section.lines if len(line.words) <= _SHORT_LINE)
    return section.lines if section.kind in OWN else ()


def _best_first(reader: Reader, sections: Sequence[Section], context: Context) -> tuple[Found[str], ...]:
    """The person's own parts first; the rest of the document, without other people's, only when these say nothing."""
    own = [section for section in sections if section.kind in OWN]
    shared = [section for section in sections if section.kind not in (*OWN, *FOREIGN)]
    rest = [section for section in sections if section.kind in FOREIGN and section.kind != "references"]
    for part in (own, shared, rest):
        found: dict[str, Found[str]] = {}
        for section in part:
            for value in reader(section.lines, context, section.kind):
                found.setdefault(value.value.lower(), value)
        if found:
            return _whole(tuple(found.values()))
    return ()


def _whole(found: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """Without the ends of broken addresses that are there in full as well."""
    return tuple(one for one in found if not any(one != other and other.value.endswith(one.value) for other in found))


def _emails(lines: Sequence[Line], context: Context, kind: str) -> Iterator[Found[str]]:
    for index, line in enumerate(lines):
        text = line.text
        if "@" in text:
            matches = list(_EMAIL.finditer(text))
            above, below = (lines[index - 1] if index else None), (lines[index + 1] if index + 1 < len(lines) else None)
            for match in matches:
                whole, more = completed(match, line, above, below)
                yield Found(_behind(match, line, context) or whole, 0.95 if more else 0.99, (*words_at(line, *match.span()), *more))
            if not matches and below:
                yield from broken(_EMAIL, line, below)
        elif len(text) < 80 and (spelled := _SPELLED.search(text)):
            yield Found(f"{spelled[1]}@{_DOT.sub('.', spelled[2])}".lower().replace(" ", ""), 0.85, words_at(line, *spelled.span()))
        else:
            yield from _linked(line, context)


def _behind(match: re.Match[str], line: Line, context: Context) -> str | None:
    """The address behind the printed one settles what spaces and ligatures left open, and what a narrow column cut off."""
    linked = next((found.value for found in _linked(line, context)), None)
    cut = linked is not None and match.end() == len(line.text) and linked.startswith(match[0].lower())
    return linked if " " in match[0] or cut else None


def _linked(line: Line, context: Context) -> Iterator[Found[str]]:
    for link in context.document.links:
        if link.uri.lower().startswith("mailto:") and link.page == line.page and overlaps(link.box, line.box):
            address = link.uri[7:].split("?")[0].strip().lower()
            if _EMAIL.fullmatch(address):
                yield Found(address, 0.97, line.words)


def overlaps(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _phones(lines: Sequence[Line], context: Context, kind: str) -> Iterator[Found[str]]:
    for line in lines:
        if sum(char.isdigit() for char in line.text) < 7:
            continue
        text = APART.join(" ".join(word.text for word in cell) for cell in cells(line))
        ranges, dates = read_dates(text)
        dated = [(found.begin, found.finish) for found in ranges] + [(found.begin, found.finish) for found in dates]
        for match in _PHONE.finditer(text):
            if any(begin < match.end() and match.start() < finish for begin, finish in dated):
                continue
            words = words_at(line, *match.span())
            number = _number(match[0], context, _is_labelled(text[: match.start()]) or kind in OWN, words)
            if number:
                yield number


@cache
def label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(merged('labels').get(kind, ()))})(?:\s*:\s*|\s+|$)")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^a-z])(?:{any_of(merged('labels').get('phone', ()))})\W*$")


def _is_labelled(before: str) -> bool:
    return bool(_label().search(flat(before[-24:])))


def _number(printed: str, context: Context, expected: bool, words: tuple[Word, ...]) -> Found[str] | None:
    digits = re.sub(r"\D", "", printed)
    international = printed.lstrip(" (").startswith(("+", "00"))
    text = "+" + digits[2:] if digits.startswith("00") else printed.replace("(0)", "").replace("(", "").replace(")", "")
    for region in _regions(digits, international, context):
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        valid = phonenumbers.is_valid_number(number)
        if valid or (expected and _is_written_as_one(printed) and phonenumbers.is_possible_number(number)):
            return Found(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), 0.98 if valid else 0.93, words)
    return None


def _is_written_as_one(printed: str) -> bool:
    """Numbers of registers and companies are printed without prefix and without groups."""
    digits = re.sub(r"\D", "", printed)
    return len(digits) >= 8 and (printed.lstrip(" (").startswith(("+", "0")) or printed.strip() != digits)


def _regions(digits: str, international: bool, context: Context) -> list[str | None]:
    """Where a number without prefix is at home: the document's country, then the country whose numbers have that form."""
    if international:
        return [None]
    forms = (
        ("FR", len(digits) == 10 and digits[0] == "0" and digits[1] != "0"),
        ("GB", len(digits) == 11 and digits[0] == "0"),
        ("US", len(digits) == 10 and digits[0] in "23456789"),
        ("US", len(digits) == 11 and digits[0] == "1"),
    )
    return list(dict.fromkeys(([context.country] if context.country else []) + [region for region, fits in forms if fits]))
