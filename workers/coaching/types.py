"""What coaching gives: shapes of the answers of /analyze and /coach."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import msgspec

from workers.cv import Cv
from workers.job_ad import JobAd
from workers.layout import Layout
from workers.resources.coaching_rules import Words, words


class SalaryRange(msgspec.Struct, frozen=True):
    """As printed, a year's pay; a bound that is not printed is None."""

    min: float | None
    max: float | None
    currency: str | None


class Profile(msgspec.Struct, frozen=True):
    """What a CV says in short. `languages` are ISO 639-1; `salary_range` is None where the CV prints no wish."""

    skills: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    salary_range: SalaryRange | None = None
    sectors: tuple[str, ...] = ()
    profile_summary: str = ""


class Suggestion(msgspec.Struct, frozen=True):
    """`category`: skills, experience, education, presentation; `priority`: high, medium, low."""

    category: str
    priority: str
    suggestion: str
    rationale: str


class Section(msgspec.Struct, frozen=True):
    """`section`: summary, skills, experience, education. `rewrite` holds facts of the CV alone, and [blanks] to fill in."""

    section: str
    issue: str
    rewrite: str


class AtsFit(msgspec.Struct, frozen=True):
    """What a machine that sorts CVs makes of this one: 0-100, and what stands in the way."""

    score: int
    blockers: tuple[str, ...]


class Keywords(msgspec.Struct, frozen=True):
    """The two kinds of `keywords_to_add`: those the CV has under another name, and those it lacks."""

    say_it: tuple[str, ...]
    you_lack: tuple[str, ...]


class Coaching(msgspec.Struct, frozen=True):
    suggestions: tuple[Suggestion, ...]
    keywords_to_add: tuple[str, ...]
    keywords: Keywords
    cv_sections: tuple[Section, ...]
    ats_fit: AtsFit


class Keyword(NamedTuple):
    """A requirement of the ad. `words` as the ad writes it, in `language`; `other` in the other language where that differs; `seen`:
    what in the CV is a special form of it."""

    id: str
    words: str
    language: str
    other: str
    must: bool
    held: bool
    seen: str


class Case(NamedTuple):
    """One CV before one ad; `keywords` in the order of the ad; `say` are the words of the answer's language."""

    cv: Cv
    job: JobAd
    layout: Layout
    keywords: tuple[Keyword, ...]
    say: Words
    today: dt.date

    def named(self, keyword: Keyword) -> str:
        """The keyword as the ad writes it; a foreign word that strayed into the ad in the ad's language, where that translates."""
        is_stray = keyword.other and keyword.language != self.say.language == (self.job.language or self.say.language)
        return keyword.other if is_stray and self.say.translates else keyword.words

    def explained(self, keyword: Keyword) -> str:
        """The same, with its form in the other language where the writer of the CV needs it."""
        name, written = self.named(keyword), (self.cv.document_language or self.say.language).lower()
        is_foreign = keyword.language not in ("", self.say.language) and written == self.say.language
        other = keyword.words if name == keyword.other else keyword.other if is_foreign else ""
        return self.say.words["also"].format(words=name, other=other) if other else name

    @property
    def openings(self) -> tuple[str, ...]:
        """Openings that say nobody did it, in the language of the answer and in that of the CV; the longest first."""
        own = words(self.cv.document_language or self.say.language)
        found = {*self.say.openings, *self.say.vague, *own.openings, *own.vague}
        return tuple(sorted(found, key=lambda each: (-len(each), each)))

    @property
    def missing(self) -> list[Keyword]:
        return [each for each in self.keywords if not each.held]

    @property
    def level_asked(self) -> str:
        """The level of study of the ad, as the ad names it and on the European scale."""
        return self.say.level(self.job.education_level or "", self.job.education_eqf)

    @property
    def country(self) -> str | None:
        """Where the custom comes from: the ad's country, else the CV's."""
        return self.job.country_code or self.cv.candidate.address.country_code
