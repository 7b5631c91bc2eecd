"""What else a CV itself says that its person is called: nicknames, the other family name, the name of the mail box, of whom a child."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from workers.cv import Cv
from workers.rendering.hidden.oneself import is_of_oneself
from workers.rendering.hidden.secret import LEFT, RIGHT, Reach, Secret, pattern, tokens
from workers.rendering.hidden.spelling import Script, Word, joined, words
from workers.rendering.hidden.whose import PARTICLES, starts_upper
from workers.rendering.letters import flat
from workers.rendering.prose import prose
from workers.rendering.traces import traces

_PARTICLE = "(?:de la |de |du |des |d'|van |von |der )?"
_QUOTED = r"[\"«“‘']+\s*([^\W\d_]{3,14})\s*[\"»”’']"


def told(cv: Cv, seen: Script, code: str, given: list[Word], full: str, last: str) -> Iterable[Secret]:
    """`Wei Ling Cheung (Winnie)`, `Robert "Bob" Thackeray`, `Agnieszka « Aga » Wróblewska`."""
    behind = re.compile(rf"{LEFT}(?:(?:{full})\s*(?:\(\s*([^\W\d_]{{3,14}})\s*\)|{_QUOTED})|{joined(given)}\s*{_QUOTED}\s*{last})")
    known = {word for text in (*(job.company for job in cv.experiences), *(skill.name for skill in cv.skills)) for word in tokens(text)}
    for text in prose(cv):
        for match in behind.finditer(flat(text)):
            group = next(number for number in (1, 2, 3) if match[number])
            called = text[match.start(group) : match.end(group)]
            if called[0].isupper() and not called.isupper() and match[group] not in known:
                yield Secret("name", pattern(LEFT + joined(words(called, seen)) + RIGHT), code, Reach.PROSE, starts_upper, spares=True)


def by_marriage(cv: Cv, seen: Script, code: str, given: list[Word]) -> Iterable[Secret]:
    """The other family name: `née Girardeau`, `épouse Montfleury`, `Delbarre (nom de naissance)`."""
    labels = rf"{traces().any('after_name')}\s*:?\s+"
    behind = re.compile(rf"{LEFT}{labels}({_PARTICLE}[^\W\d_]+(?:[ -][^\W\d_]+)?)")
    before = re.compile(rf"{LEFT}({_PARTICLE}[^\W\d_]+(?:-[^\W\d_]+)?)\s*\(\s*{traces().any('name_labels')}\s*\)")
    own = {word.plain for word in given}
    for text in prose(cv):
        for match in (*behind.finditer(flat(text)), *before.finditer(flat(text))):
            called = [
                part for part in re.split(r"[ -]", text[match.start(1) : match.end(1)]) if part[:1].isupper() and flat(part) not in own
            ]
            if called:
                form = joined(words(" ".join(called), seen))
                yield Secret("name", pattern(rf"{LEFT}(?:{labels})?{_PARTICLE}{form}{RIGHT}"), code, Reach.NAMES, spares=True)


def by_mail(cv: Cv, seen: Script, code: str, given: list[Word], family: list[Word]) -> Iterable[Secret]:
    """Who writes from `hildy1971@` is Hildy, from `svenkat@` Venkat: a word of the mail box that is part of a name stands for it."""
    names = [word.plain for word in (*given, *family) if len(word.plain) >= 4 and word.plain not in PARTICLES]
    initials = {word.plain[0] for word in given}
    person = cv.candidate
    boxes = (flat(email).partition("@")[0] for email in (person.email, *person.alternate_emails) if email)
    runs = {run for box in boxes for run in re.findall(r"[^\W\d_]{4,}", box)}
    runs |= {run[1:] for run in runs if run[0] in initials and len(run) > 4}
    ordinary = traces().words["ordinary"]
    for run in sorted(runs - {*names, *ordinary}):
        if any(map(_is_part(run, [word.plain for word in given]), names)):
            yield Secret("name", pattern(LEFT + re.escape(run) + RIGHT), code, Reach.PROSE, starts_upper, spares=True)


def _is_part(run: str, given: list[str]) -> Callable[[str], bool]:
    """`hildy` of Hildegarde, `krim` of Abdelkrim, `maricarmen` of María Carmen; not `marketing` of Mark."""

    def judge(name: str) -> bool:
        if name.startswith(run) or name.endswith(run):
            return True
        if run.endswith(name) and any(first.startswith(run[: -len(name)]) and len(run) - len(name) >= 3 for first in given):
            return True
        return len(run) <= len(name) + 1 and run[:4] == name[:4]

    return judge


def of_parents(hidden: str) -> Iterable[Secret]:
    """`Fils d'Anastase Mugisha, instituteur`, `S/o R. Iyer`, `Father's name: Raman Iyer`: as far as the words are capitalised."""
    child = rf"{LEFT}{traces().any('child_of')}\s*[:.]?\s*(?:feu\s+|the\s+late\s+)?([^,;:\n|•]{{2,60}})"
    yield Secret("name", pattern(child), hidden, guard=_is_of_somebody)


def _is_of_somebody(text: str, match: re.Match[str]) -> bool:
    called = text[match.start(1) : match.end(1)].split()
    return called[0][0].isupper() and is_of_oneself(text, match)
