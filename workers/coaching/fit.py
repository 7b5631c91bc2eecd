"""`ats_fit`: how far a machine that sorts CVs gets with this one, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterator

from workers.coaching.checks import CHECKS, eqf
from workers.coaching.presentation import contact
from workers.coaching.types import AtsFit, Case
from workers.resources.coaching_rules import rules

TROUBLES = ("columns", "pictures", "hidden_text", "unknown_headings")


def fit(case: Case) -> AtsFit:
    """Keywords named, facts that could be read, layout: each its share of 100 (`[fit]` in rules.toml)."""
    weight = rules().fit
    troubles = sum(bool(_seen(case, name)) for name in TROUBLES) + case.layout.scanned
    parts = (
        weight["keywords"] * _keywords(case),
        weight["facts"] * _facts(case),
        weight["layout"] * max(0.0, 1 - weight["trouble"] * troubles),
    )
    return AtsFit(round(sum(parts)), tuple(dict.fromkeys(_blockers(case))))


def _keywords(case: Case) -> float:
    worth = {True: 1.0, False: rules().fit["nice"]}
    total = sum(worth[each.must] for each in case.keywords)
    return sum(worth[each.must] for each in case.keywords if each.held) / total if total else 1.0


def _facts(case: Case) -> float:
    asked = case.job.education_eqf
    read = [
        len(contact(case)) == 0,
        any(post.start_date for post in case.cv.experiences),
        bool(case.cv.educations) and (not asked or (eqf(case.cv.profile.highest_education_level) or 8) >= asked),
        bool(case.cv.skills),
    ]
    return sum(read) / len(read)


def _blockers(case: Case) -> Iterator[str]:
    say = case.say.blockers
    for each in case.missing:
        if each.must:
            yield say["missing"].format(keyword=case.named(each))
    for seen in _seen(case, "missing_language"):
        yield say["missing_language"].format(**seen)
    if case.layout.scanned:
        yield say["scan"]
    for name in (*TROUBLES, "missing_dates", "no_posts"):
        for seen in _seen(case, name):
            yield say[name].format(**seen)
    if missing := contact(case):
        yield say["no_contact"].format(missing=case.say.row(missing))
    for each in case.missing:
        if not each.must:
            yield say["missing"].format(keyword=case.named(each))


def _seen(case: Case, rule: str) -> list[dict[str, object]]:
    return list(CHECKS[rule](case, rules().rules[rule]))
