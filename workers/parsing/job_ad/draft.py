"""One ad on its way: what each step finds for those behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workers.job_ad import RequiredLanguage
from workers.parsing.job_ad import head as heads
from workers.parsing.job_ad import needs, phrases, skills, tongues
from workers.parsing.job_ad import signs as marks
from workers.parsing.job_ad import years as numbers
from workers.parsing.job_ad.language import language_of
from workers.parsing.job_ad.need import Need
from workers.parsing.job_ad.plain import Row, rows
from workers.parsing.job_ad.statements import Statement, statements
from workers.resources.taxonomy import Match
from workers.resources.text import Tokens, flat


@dataclass(slots=True)
class Draft:
    text: str
    title: str | None
    shown: bool
    whole: str = ""
    lines: Sequence[Row] = ()
    words: Tokens = field(init=False)
    language: str = "en"
    signs: Sequence[marks.Sign] = ()
    said: Sequence[Statement] = ()
    head: heads.Head = field(default_factory=heads.Head)
    asked: numbers.Years = field(default_factory=numbers.Years)
    years: Sequence[numbers.Years] = ()
    named: Sequence[Match] = ()
    cues: Sequence[phrases.Cue] = ()
    must: Sequence[Need] = ()
    nice: Sequence[Need] = ()
    skills: tuple[str, ...] = ()
    spoken: Sequence[tuple[RequiredLanguage, marks.Sign]] = ()


def _lines(draft: Draft) -> None:
    draft.whole, draft.lines = rows(draft.text)


def _words(draft: Draft) -> None:
    draft.words = Tokens(draft.whole)


def _language(draft: Draft) -> None:
    draft.language = language_of(f"{flat(draft.title or '')} {draft.words.flat}")


def _signs(draft: Draft) -> None:
    draft.signs = marks.find(draft.words, draft.language)


def _said(draft: Draft) -> None:
    draft.said = statements(draft.lines, draft.signs, heads.is_printed(draft.title, draft.lines))


def _head(draft: Draft) -> None:
    draft.head = heads.find(draft.lines, draft.title, shown=draft.shown)


def _years(draft: Draft) -> None:
    draft.asked, draft.years = numbers.find(draft.words.flat, draft.said, draft.signs)


def _named(draft: Draft) -> None:
    draft.named = skills.find(draft.words)


def _cues(draft: Draft) -> None:
    draft.cues = phrases.cues(draft.words)


def _needs(draft: Draft) -> None:
    draft.must, draft.nice, draft.skills = needs.find(draft.words, draft.named, draft.cues, draft.said, draft.signs, draft.years)


def _spoken(draft: Draft) -> None:
    draft.spoken = tongues.find(draft.whole, draft.said, draft.signs, draft.language)


STEPS: tuple[Callable[[Draft], None], ...] = (_lines, _words, _language, _signs, _said, _head, _years, _named, _cues, _needs, _spoken)
