"""What a head says beside its two roles: the grade of a diploma, the contract of a post. It stands between separators or in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from workers.parsing.date_words import any_of, date_words
from workers.parsing.fragments import Fragment, cut_out
from workers.parsing.lexicon import title_likeness
from workers.resources.entry_words import entry_words
from workers.resources.language import merged
from workers.resources.text import flat

Span = tuple[int, int]
Remark = Callable[[str], Span | None]

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?(?:\s?/\s?\d{1,3}(?:[.,]\d)?)?"
_BEFORE, _AFTER = r"(?:^|[,;|(\[]\s*|\s[-–—/]\s)", r"(?=\s*$|\s*[,;|)\]]|\s[-–—/]\s)"


def set_aside(pieces: Sequence[Fragment], remark: Remark) -> tuple[list[Fragment], Fragment | None]:
    """The pieces of a head without the first remark among them, and the remark."""
    for place, piece in enumerate(pieces):
        if found := remark(piece.text):
            begin, finish = found
            around = [cut_out(piece, 0, begin), cut_out(piece, finish, len(piece.text))]
            kept = [*pieces[:place], *(part for part in around if any(map(str.isalnum, part.text))), *pieces[place + 1 :]]
            if kept:
                return [one._replace(rank=rank) for rank, one in enumerate(kept)], cut_out(piece, begin, finish)
    return list(pieces), None


def grade_in(text: str) -> Span | None:
    """Where a text prints a grade: `mention bien`, `GPA 3.7/4.0`, `2:1`, `15,2/20`."""
    match = _grades().search(flat(text))
    return _with_brackets(text, match) if match else None


def contract_in(text: str) -> Span | None:
    """Where a text prints a kind of contract, perhaps with its length: in brackets, or beside what is no title. `Stage`, `Intern`
    and `CDD de remplacement` behind a dash are titles, or parts of one."""
    match = _contracts().search(flat(text))
    if match is None or title_likeness(match["said"]):
        return None
    begin, finish = _with_brackets(text, match)
    in_brackets = begin < match.start("said")
    return (begin, finish) if in_brackets or not title_likeness(text[:begin] + text[finish:]) else None


def _with_brackets(text: str, match: re.Match[str]) -> Span:
    begin, finish = match.span("said")
    pair = text[begin - 1 : begin] + text[finish : finish + 1] if begin else ""
    return (begin - 1, finish + 1) if pair in ("()", "[]") else (begin, finish)


def _between(form: str, label: str = "") -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{label}(?P<said>{form}){_AFTER}")


@cache
def _grades() -> re.Pattern[str]:
    label = rf"(?:(?:{any_of(entry_words().grade_labels)})\s*:\s*)?"
    return _between("|".join(_with_numbers(entry_words().grades)), label)


def _with_numbers(phrases: Iterable[str]) -> list[str]:
    """`#` in a phrase stands for a number or, behind a word, for a letter."""
    known = sorted(phrases, key=lambda phrase: -len(phrase))
    letter = rf"(?:{_NUMBER}|[a-f][+*]?(?![a-z]))"
    return [re.escape(flat(one)).replace(r"\ ", r"\s+").replace(r"\#", letter if one[0] != "#" else _NUMBER) for one in known]


@cache
def _contracts() -> re.Pattern[str]:
    words = any_of(word for name, words in merged("contracts").items() if name != "FREELANCE" for word in words)
    length = re.sub(r"\?P<\w+>", "?:", date_words().duration.pattern)
    joined = any_of(word for name in ("and", "then", "lasting") for word in merged("words").get(name, ()))
    return _between(rf"(?:{words})(?:\s*(?:(?<![a-z])(?:{joined})|[,/:+-])?\s*(?:(?:{words})(?![a-z])|{length}))*")
