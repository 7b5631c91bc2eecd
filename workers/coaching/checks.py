"""One check for each rule of `coaching/rules.toml`: what of the CV sets it off, as the values its words speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from workers.coaching import presentation
from workers.coaching.lines import is_bare, lines
from workers.coaching.posts import called, dated, figures, gaps, weak
from workers.coaching.types import Case
from workers.resources.coaching_rules import rules
from workers.resources.language import languages
from workers.resources.text import fold

Seen = dict[str, Any]
Check = Callable[[Case, Any], Iterator[Seen]]


def say_it(case: Case, limits: Any) -> Iterator[Seen]:
    for each in case.missing:
        if each.seen:
            yield {"keywords": case.explained(each), "seen": case.say.words["quote"].format(text=each.seen)}


def missing_must(case: Case, limits: Any) -> Iterator[Seen]:
    yield from _missing(case, True)


def missing_nice(case: Case, limits: Any) -> Iterator[Seen]:
    yield from _missing(case, False)


def _missing(case: Case, must: bool) -> Iterator[Seen]:
    names = [case.explained(each) for each in case.missing if each.must is must and not each.seen]
    required = [each for each in case.keywords if each.must]
    held = sum(each.held for each in required)
    most = rules().lists["names_in_a_row"]
    for number in range(0, len(names), most):
        yield {"keywords": case.say.row(names[number : number + most]), "total": len(required), "held": held}


def missing_language(case: Case, limits: Any) -> Iterator[Seen]:
    known = {each.code for each in case.cv.languages} | {(case.cv.document_language or "").lower()}
    for wanted in case.job.languages:
        if wanted.mandatory and wanted.code and wanted.code not in known and not _names(case, wanted.code):
            yield {"language": case.say.languages.get(wanted.code, wanted.name)}


def _names(case: Case, code: str) -> bool:
    """A language that stands anywhere in the CV is not absent from it, whatever part of the page it was read from."""
    whole = f" {fold(case.cv.raw_text or '')} "
    called = (name for data in languages().values() for name, known in data.language_names.items() if known == code)
    return any(f" {fold(name)} " in whole for name in called)


def years_short(case: Case, limits: Any) -> Iterator[Seen]:
    asked, months = case.job.minimum_years, case.cv.profile.total_experience_months
    if asked and months is not None and months < asked * 12:
        yield {"years": case.say.count("year", asked), "months": case.say.count("month", months)}


def no_posts(case: Case, limits: Any) -> Iterator[Seen]:
    if not any(post.start_date for post in case.cv.experiences):
        yield {}


def missing_dates(case: Case, limits: Any) -> Iterator[Seen]:
    posts = case.cv.experiences
    bare = [called(post) for post in posts if not post.start_date]
    if bare and len(bare) < len(posts):
        yield {"posts": case.say.row(bare[: rules().lists["names_in_a_row"]]), "count": len(bare), "total": len(posts)}


def unquantified(case: Case, limits: Any) -> Iterator[Seen]:
    for post in case.cv.experiences[: limits["posts"]]:
        total = len(lines(post))
        if total >= limits["lines"] and figures(post) < total * limits["share"]:
            yield {"post": called(post), "count": figures(post), "total": total}


def weak_openings(case: Case, limits: Any) -> Iterator[Seen]:
    openings = case.openings
    found = [(weak(line, openings), line.rstrip(".")) for post in case.cv.experiences for line in lines(post)]
    hits = [(opening, line) for opening, line in found if opening]
    if hits:
        yield {"opening": hits[0][0], "line": hits[0][1], "count": len(hits)}


def bare_posts(case: Case, limits: Any) -> Iterator[Seen]:
    for post in case.cv.experiences[: limits["posts"]]:
        if is_bare(post):
            yield {"post": called(post)}


def unexplained(case: Case, limits: Any) -> Iterator[Seen]:
    for gap in gaps(case.cv, limits["months"]):
        yield {
            "end": case.say.date(gap.since),
            "start": case.say.date(gap.until),
            "months": case.say.count("month", gap.months),
            "before": dated(case.cv, gap.before),
            "after": dated(case.cv, gap.after),
        }


def study_short(case: Case, limits: Any) -> Iterator[Seen]:
    asked, held = case.job.education_eqf, eqf(case.cv.profile.highest_education_level)
    if asked and held and held < asked:
        yield {"asked": case.level_asked, "held": case.say.level(case.cv.profile.highest_education_level or "", held)}


def eqf(level: str | None) -> int | None:
    """`Bac+3 / EQF 6` → 6."""
    digits = (level or "").rpartition("EQF ")[2]
    return int(digits) if digits.isdigit() else None


def no_study(case: Case, limits: Any) -> Iterator[Seen]:
    if not case.cv.educations:
        yield {}


CHECKS: dict[str, Check] = {
    "say_it": say_it,
    "missing_must": missing_must,
    "missing_nice": missing_nice,
    "missing_language": missing_language,
    "years_short": years_short,
    "no_posts": no_posts,
    "missing_dates": missing_dates,
    "unquantified": unquantified,
    "weak_openings": weak_openings,
    "bare_posts": bare_posts,
    "gaps": unexplained,
    "study_short": study_short,
    "no_study": no_study,
    **presentation.CHECKS,
}
