"""Checks of how a CV presents itself: contact, language, length, photo and age by country, layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workers.coaching.summary import title
from workers.coaching.types import Case
from workers.resources.coaching_rules import rules
from workers.resources.text import fold

Seen = dict[str, Any]


def missing_contact(case: Case, limits: Any) -> Iterator[Seen]:
    if missing := contact(case):
        yield {"missing": case.say.row(missing)}


def contact(case: Case) -> list[str]:
    """What is missing to answer the person, in words. A profile that came as data is no document, and prints no address."""
    if case.cv.raw_text is None:
        return []
    who = case.cv.candidate
    given = {"name": who.first_name or who.last_name, "email": who.email, "phone": who.phone}
    return [case.say.words[name] for name, value in given.items() if not value]


def other_language(case: Case, limits: Any) -> Iterator[Seen]:
    written, wanted = (case.cv.document_language or "").lower(), (case.job.language or "").lower()
    names = case.say.languages
    if written in names and wanted in names and written != wanted:
        yield {"job": names[wanted], "cv": names[written]}


def no_summary(case: Case, limits: Any) -> Iterator[Seen]:
    if not case.cv.candidate.summary:
        yield {}


def title_differs(case: Case, limits: Any) -> Iterator[Seen]:
    wanted, held = case.job.title, title(case.cv) or case.cv.candidate.headline
    if wanted and held and f" {fold(wanted)} " not in f" {fold(case.cv.raw_text or held)} ":
        yield {"title": wanted, "held": held}


def too_long(case: Case, limits: Any) -> Iterator[Seen]:
    worked, count = case.cv.profile.total_experience_months or 0, case.cv.page_count or 0
    most = limits["pages_later"] if worked >= limits["months"] else limits["pages"]
    if count > most:
        yield {"pages": most, "count": count}


def too_short(case: Case, limits: Any) -> Iterator[Seen]:
    count = len((case.cv.raw_text or "").split())
    if 0 < count < limits["words"]:
        yield {"count": count}


def photo(case: Case, limits: Any) -> Iterator[Seen]:
    if case.cv.candidate.has_photo and _where(case) in rules().countries["photo_unwanted"]:
        yield {"country": _where(case)}


def photo_optional(case: Case, limits: Any) -> Iterator[Seen]:
    if case.cv.candidate.has_photo and _where(case) in rules().countries["photo_optional"]:
        yield {"country": _where(case)}


def birth_date(case: Case, limits: Any) -> Iterator[Seen]:
    if case.cv.candidate.date_of_birth and _where(case) in rules().countries["birth_date_unwanted"]:
        yield {"country": _where(case)}


def _where(case: Case) -> str | None:
    spoken: dict[str, str] = rules().countries["of_language"]
    return case.country or spoken.get((case.job.language or case.say.language).lower())


def hidden_text(case: Case, limits: Any) -> Iterator[Seen]:
    pages = [each.page or 1 for each in case.cv.warnings if each.code == "HIDDEN_TEXT"]
    if pages:
        yield {"page": pages[0]}


def columns(case: Case, limits: Any) -> Iterator[Seen]:
    if case.layout.columns:
        yield {"page": case.layout.columns[0]}


def pictures(case: Case, limits: Any) -> Iterator[Seen]:
    covered = [page for page, share in sorted(case.layout.pictures.items()) if share >= limits["share"]]
    if covered and not case.layout.scanned:
        yield {"page": covered[0]}


def unknown_headings(case: Case, limits: Any) -> Iterator[Seen]:
    if case.layout.unknown_headings:
        names = [case.say.words["quote"].format(text=each) for each in case.layout.unknown_headings[: rules().lists["names_in_a_row"]]]
        yield {"headings": case.say.row(names)}


CHECKS: dict[str, Callable[[Case, Any], Iterator[Seen]]] = {
    "missing_contact": missing_contact,
    "other_language": other_language,
    "no_summary": no_summary,
    "title_differs": title_differs,
    "too_long": too_long,
    "too_short": too_short,
    "photo": photo,
    "photo_optional": photo_optional,
    "birth_date": birth_date,
    "hidden_text": hidden_text,
    "columns": columns,
    "pictures": pictures,
    "unknown_headings": unknown_headings,
}
