"""A CV in a few sentences, made of its own facts alone, in its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workers.cv import Cv, Education, Skill
from workers.resources import taxonomy
from workers.resources.coaching_rules import Words, rules, words
from workers.resources.entry_words import entry_words
from workers.resources.text import fold

HEAD = 300
LONGEST_TITLE = 6


def summary(cv: Cv, say: Words, wanted: Iterable[str] = (), printed_only: bool = False) -> str:
    """Title and years, main skills (`wanted` ids first), latest post, study, languages.

    `printed_only` leaves out the years that follow from the dates but stand nowhere in the CV.
    """
    return " ".join(_sentences(cv, say, frozenset(wanted), printed_only))


def _sentences(cv: Cv, say: Words, wanted: frozenset[str], printed_only: bool) -> Iterator[str]:
    yield from _lead(title(cv), years(cv, say, printed_only), say)
    if cv.skills:
        names = [each.name for each in ordered(cv, wanted)[: rules().lists["skills_in_summary"]]]
        yield say.summary["skills"].format(skills=say.row(names))
    post = cv.experiences[0] if cv.experiences else None
    if post and post.job_title and post.company:
        yield say.summary["post"].format(title=post.job_title, company=post.company.rstrip("."))
    if study := next((each for each in cv.educations if each.degree), None):
        yield say.summary["study"].format(study=diploma(study).rstrip("."))
    if cv.languages:
        yield say.summary["languages"].format(languages=", ".join(each.name for each in cv.languages))


def _lead(held: str | None, worked: int | None, say: Words) -> Iterator[str]:
    form = "_".join(filter(None, ("title" if held else "", ("year" if worked == 1 else "years") if worked else "")))
    if form:
        yield say.summary[form].format(title=held, years=worked)


def title(cv: Cv) -> str | None:
    """What the person does: the post held, the latest one, or an occupation at the top of the text."""
    for known in (cv.profile.current_job_title, *(post.job_title for post in cv.experiences)):
        if known:
            return known
    for text in (cv.candidate.headline or "", (cv.raw_text or "")[:HEAD]):
        for match in taxonomy.occupations().find(text):
            return _whole(text, match.begin, match.finish)
    # A note of a few words opens with what the person is: 'Junior developer, 2 years, ...'.
    opening = re.split(r"[,;\n.–|]", (cv.raw_text or "").strip(), maxsplit=1)[0].strip()
    return opening if frozenset(fold(opening).split()) & entry_words().heads and len(opening.split()) <= LONGEST_TITLE else None


def _whole(text: str, begin: int, finish: int) -> str:
    # 'Senior' and 'Junior' stand before an English title and belong to it.
    before = re.search(r"(?:^|[\s,;])((?:Senior|Junior|Lead|Confirmed)\s+)$", text[:begin], re.IGNORECASE)
    return text[begin - len(before[1]) if before else begin : finish].strip()


def years(cv: Cv, say: Words, printed_only: bool = False) -> int | None:
    """Years of work: as printed, or what the dates add up to. A bare length counts where the CV dates no post."""
    months = cv.profile.total_experience_months
    if months and not printed_only:
        return months // 12 or None
    both = (say, words(cv.document_language or say.language))
    patterns = [pattern for each in both for pattern in each.years_printed]
    patterns += [pattern for each in both for pattern in each.years_bare if not cv.experiences]
    found = (pattern.search(cv.raw_text or "") for pattern in patterns)
    return next((int(match[1]) for match in found if match), None)


def ordered(cv: Cv, wanted: Iterable[str] = ()) -> list[Skill]:
    """Skills once each: those wanted first, then by months of use, then as printed."""
    asked = frozenset(wanted)
    once = {skill.taxonomy_id or fold(skill.name): skill for skill in reversed(cv.skills)}
    skills = reversed(once.values())
    return sorted(skills, key=lambda skill: ((skill.taxonomy_id or "=" + fold(skill.name)) not in asked, -(skill.months or 0)))


def diploma(study: Education) -> str:
    return ", ".join(filter(None, (study.degree, study.field_of_study, study.institution)))
