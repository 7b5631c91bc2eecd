"""Text that lost its line breaks → the same text with breaks where its words still show them.

Scrapers and form fields join the lines of a CV: with runs of blanks (`Summary      Dedicated nurse`), with nothing at all
(`SkillsScalingWork History05/2016 to Current`), or with one blank. Headings and dates of posts then stand in the middle of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workers.parsing.dates import find_ranges
from workers.resources.language import degrees, gathered, heading_kind, languages, stop_words
from workers.resources.taxonomy import occupations, skills
from workers.resources.text import flat, fold

# Longer than any CV that was joined into one line: what is longer was made to be slow.
_LONG_LINE, _LEAST, _MOST, _LONGEST_HEADING = 300, 250, 60_000, 50
_BLANKS = re.compile(r"[ \t\u00a0]{3,}")
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ)])(?=[A-ZÀ-Þ][a-zß-ÿ])"  # planingPeriodontal
    r"|(?<=[A-ZÀ-Þ]{4})(?=[A-ZÀ-Þ][a-zß-ÿ]{3})"  # HYGIENISTProfessional
    r"|(?<=[a-zß-ÿ][.!?])(?=[A-ZÀ-Þ][a-zß-ÿ]{2})"  # practice.Skills
    r"|(?<=[a-zß-ÿ])(?=(?:0[1-9]|1[0-2])/(?:19|20)\d\d|(?:19|20)\d\d(?!\d))"  # History05/2016
    r"|(?<=(?:19|20)\d\d)(?=[A-ZÀ-Þ][a-zß-ÿ])"  # 2014Associate
)
_SEAM = re.compile(r"[a-zß-ÿ.!?)](?=[A-ZÀ-Þ][a-zß-ÿ])")
_WORD = re.compile(r"[^\W_]+")
_BEHIND = re.compile(r"\s*:|\s+(?=[A-ZÀ-Þ0-9*•\-–])")
_PARTS = ("experience", "education", "skills", "summary", "languages", "interests", "references")


def restored(text: str) -> str:
    """`text` itself where most of it stands in lines of its own."""
    text = "\n".join(map(_before_heading, text.split("\n")))
    lines = [line for line in text.splitlines() if line.strip()]
    if not _LEAST <= len(text) <= _MOST or not lines or sum(map(len, lines)) / len(lines) < _LONG_LINE:
        return text
    return "\n".join(_broken(line) if len(line) > _LONG_LINE else line for line in lines)


def _before_heading(line: str) -> str:
    """`Linux, WindowsEducation Details`: a heading of several words that lost the break in front of it ends a line."""
    for seam in _SEAM.finditer(line, max(0, len(line) - _LONGEST_HEADING)):
        heading = line[seam.end() :].strip(" :\t\r")
        if " " in heading and heading_kind(heading) in _PARTS:
            return f"{line[: seam.end()]}\n{line[seam.end() :]}"
    return line


def _broken(line: str) -> str:
    line = _apart(_BLANKS.sub("\n", _span().sub(r"\1 \2 ", line.strip())))
    return "\n".join(_at_signs(part) for part in line.split("\n") if part.strip())


def _apart(text: str) -> str:
    """Words run together are parted, but for names that are written so (JavaScript)."""
    kept = [match.span() for match in _WORD.finditer(text) if fold(match[0]) in _written()]
    cuts = [cut.start() for cut in _GLUED.finditer(text) if not any(begin < cut.start() < finish for begin, finish in kept)]
    return _cut(text, cuts)


def _at_signs(text: str) -> str:
    """Breaks around headings, in front of the dates of a post, and behind the post named after them."""
    if len(text) <= _LONG_LINE // 2:
        return text
    cuts = {place for mark in _heads().finditer(text) if mark[0] not in _degrees() and _stands_apart(text, mark) for place in mark.span()}
    for found in find_ranges(text):
        cuts.add(found.begin)
        cuts |= set(_title(text, found.finish))
    return _cut(text, sorted(cuts))


def _stands_apart(text: str, mark: re.Match[str]) -> bool:
    """In front of a capital or a number, and not in a sentence (`titulaire des Compétences`)."""
    before = fold(text[max(0, mark.start() - 20) : mark.start()]).split()
    return _BEHIND.match(text, mark.end()) is not None and not (before and before[-1] in stop_words())


def _title(text: str, begin: int) -> Iterator[int]:
    named = occupations().find(text[begin : begin + 60])
    if named and not text[begin : begin + named[0].begin].strip(" -–,:|"):
        yield from (begin + named[0].begin, begin + named[0].finish)


def _cut(text: str, cuts: list[int]) -> str:
    parts = [text[begin:finish].strip(" :") for begin, finish in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return "\n".join(part for part in parts if part)


@cache
def _heads() -> re.Pattern[str]:
    """Headings as they are printed: their first letter is a capital."""
    rows = {phrase for data in languages().values() for kind in _PARTS for phrase in data.headings.get(kind, ())}
    forms = {form for phrase in rows if len(flat(phrase)) > 4 for form in (phrase[0].upper() + phrase[1:], phrase.upper(), phrase.title())}
    longest = sorted(map(re.escape, forms | _degrees()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")


@cache
def _span() -> re.Pattern[str]:
    """Runs of blanks around the word between two dates (`Dec 2013   to   Current`) were cells, not lines."""
    to = "|".join(sorted((re.escape(word) for word in gathered("to_words")), key=len, reverse=True))
    return re.compile(rf"((?:19|20)\d\d)[ \t]+({to}|[-–—－])[ \t]+")


@cache
def _degrees() -> frozenset[str]:
    """`High School Diploma` holds no heading."""
    phrases = (phrase for degree in degrees() for phrase in degree.phrases if " " in phrase)
    return frozenset(form for phrase in phrases for form in (phrase[0].upper() + phrase[1:], phrase.title()))


@cache
def _written() -> frozenset[str]:
    """Words of the labels of skills that hold a capital in the middle."""
    labels = (label for concept in skills().concepts.values() for label in concept.labels)
    return frozenset(fold(word) for label in labels for word in _WORD.findall(label) if re.search(r"[a-z][A-Z]", word))
