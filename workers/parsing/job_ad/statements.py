"""Lines of an ad → statements, each with what it is about: demanded (must), wished for (nice), to be done (duty)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from workers.parsing.job_ad.parts import NONE, opened
from workers.parsing.job_ad.plain import Row
from workers.parsing.job_ad.signs import Sign, any_of, words

_SENTENCE = re.compile(r"(?<=[.;!?…])\s+|\s*\|\s*")
_SEVERAL = re.compile(r"[.;!?…|](?:\s|(?<=\|))")  # one set of letters to begin with: the search runs through the rest
_LABELLED = re.compile(r"[^:,]{3,30}\s?:\s")  # `Permis : B - véhicule léger souhaité`
_CLAUSE = re.compile(r"[,;]|\s[–—-]\s")
_LONGEST_ITEM, _LEAST_ITEMS, _LONGEST_NAME = 70, 3, 4
_LISTED = re.compile(r"\s*[,;]\s+(?:and |et |or |ou )?")
_BRACKETS = re.compile(r"\([^()]*\)")
_SHORT_ASIDE = 14
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w+#]")
_CAPITAL, _LONGEST_CLAUSE = re.compile(r"(?<=\s)[A-ZÀ-Þ][a-zß-ÿ]"), 120
_ALNUM = re.compile(r"\w")
# Lines that open with a contract or a sum speak of what is offered, wherever they stand.
_OFFERED = re.compile(r"(?:[£€$]|CHF)\s?\d|\d[\d .,'’\u00a0\u202f]*\s?(?:[kK]\s?)?[£€$]|(?:CDI|CDD)\b")
_KINDS = {"must": "must", "nice": "nice", "duties": "duty"}
_ELSEWHERE = ("offer", "apply", "company", "traits")
_NICE = ("nice_onwards", "nice_clause", "nice_sentence")


class Statement(Struct, frozen=True, gc=False):
    """`block` is the part of the ad it stands in; `kind` must, nice, duty or none. `opens`: it stands where ads print their title."""

    text: str
    begin: int
    kind: str
    block: str
    bullet: bool
    opens: bool = False

    @property
    def finish(self) -> int:
        return self.begin + len(self.text)


def statements(lines: Sequence[Row], signs: Sequence[Sign], titled: bool = True) -> list[Statement]:
    """`titled`: the first line is the title."""
    begins = [sign.begin for sign in signs]
    found: list[Statement] = []
    for row, begin, block in _blocks(lines):
        text = row.text[begin - row.begin :]
        before = ""
        for place, sentence in _sentences(text):
            inside = signs[bisect_left(begins, begin + place) : bisect_left(begins, begin + place + len(sentence))]
            opens = titled and begin + place == 0
            kind = "nice" if row.wish and block in _KINDS else "none" if opens else _kind(block, inside)
            bare = not titled and begin + place == 0 and kind == "none" and _lists(sentence)
            kind = "must" if bare else kind  # `Python, Spark, Airflow. English fluent.` below a title
            bullet = row.bullet or bare or (block in ("must", "nice") and _lists(sentence))
            whole = Statement(sentence, begin + place, kind, block, bullet, opens)
            said = _parts(whole, inside) if inside else [whole]
            found += [replace(one, kind=before) if one.kind == "none" else one for one in said] if before else said
            before = found[-1].kind if said and sentence.endswith(";") else ""
    return found


def _blocks(lines: Sequence[Row]) -> Iterator[tuple[Row, int, str]]:
    """Each line that says something, where its words begin, and the part it belongs to. A heading with words behind it holds to the
    next empty line."""
    block, after, listed, ended = "head", "", False, False
    for row, (kind, begin) in _itemised(lines):
        if not row.text:
            block, after, ended = after or block, "", listed
            continue
        block = "other" if not row.bullet and (ended or (listed and _closes(row.text))) else block
        if row.torn and not kind and not row.bullet and after and block in _ELSEWHERE:
            block = "other"
        listed, ended = row.bullet, False
        if kind == "facts" and row.bullet:
            yield row, row.begin + begin, kind
            continue
        if kind:
            inline = begin < len(row.text)
            block, after = kind, "other" if inline and not row.heads else ""
            ended = inline and row.text[-1] == "." and not row.torn
            if not inline:
                continue
        yield row, row.begin + begin, "offer" if _OFFERED.match(row.text) or _pays().match(row.text) else block


def _itemised(lines: Sequence[Row]) -> Iterator[tuple[Row, tuple[str, int]]]:
    """Each line and what `parts.opened` says of it. Some boards drop the bullets: three short lines one below another, none of them a
    sentence or a heading, are a list."""
    run: list[Row] = []
    for row in lines:
        heading = opened(row) if row.text else NONE
        if 0 < len(row.text) <= _LONGEST_ITEM and not row.heads and row.text[-1] not in ".:!?" and not heading[0]:
            run.append(row)
            continue
        if run:
            yield from _items(run)
            run = []
        yield row, heading
    yield from _items(run)


def _items(run: Sequence[Row]) -> Iterator[tuple[Row, tuple[str, int]]]:
    listed = len(run) >= _LEAST_ITEMS and run[0].begin
    return ((replace(row, bullet=True) if listed else row, NONE) for row in run)


def _closes(text: str) -> bool:
    """A whole sentence right below a list is no item of it: ads end with who they are and how to apply."""
    return len(text) > _LONGEST_ITEM and text[0].isupper() and text[-1] in ".!"


def _lists(sentence: str) -> bool:
    """`C#, ASP.NET Core, Web API`: three names or more and nothing else."""
    items = _LISTED.split(sentence.rstrip(" ."))
    return len(items) >= _LEAST_ITEMS and all(len(item.split()) <= _LONGEST_NAME for item in items)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for mark in _SENTENCE.finditer(text) if _SEVERAL.search(text) else ():
        if mark.start() > place:
            yield place, text[place : mark.start()]
        place = mark.end()
    if text[place:].strip():
        yield place, text[place:]


def _parts(whole: Statement, signs: Sequence[Sign]) -> list[Statement]:
    """The statement cut where a sign says that part of it is only wished for."""
    wished = next((sign for sign in signs if sign.kind in _NICE), None)
    if not wished or whole.block == "nice" or (whole.kind == "none" and whole.block in _ELSEWHERE):
        return [whole]
    begin, finish = _range(whole, wished, signs)
    cut = ((whole.begin, begin, whole.kind), (begin, finish, "nice"), (finish, whole.finish, whole.kind))
    parts = [one for first, last, kind in cut if (one := _part(whole, first - whole.begin, last - whole.begin, kind)).text]
    behind = [sign for sign in signs if sign.begin >= finish]
    return [*parts[:-1], *_parts(parts[-1], behind)] if behind and parts[-1].begin >= finish else parts


def _part(whole: Statement, first: int, last: int, kind: str) -> Statement:
    text = whole.text[first:last].strip(" ,;")
    return Statement(text, whole.begin + whole.text.index(text, first), kind, whole.block, whole.bullet, whole.opens and first == 0)


def _range(whole: Statement, sign: Sign, signs: Sequence[Sign]) -> tuple[int, int]:
    if sign.kind == "nice_sentence" and not _apart(whole, sign, signs):
        return whole.begin, whole.finish
    if sign.kind == "nice_clause" and _LABELLED.match(whole.text) and len(whole.text) <= _LONGEST_ITEM and "," not in whole.text:
        return whole.begin, whole.finish
    if sign.kind == "nice_onwards" and _ALNUM.search(whole.text[sign.finish - whole.begin :]):
        return sign.begin, _closed(whole, sign)
    return _clause(whole, sign)


def _closed(whole: Statement, sign: Sign) -> int:
    """`un TMS (idéalement Akanea) et le Pack Office`: a wish that begins in a bracket ends with it."""
    around = next((one for one in _BRACKETS.finditer(whole.text) if one.start() < sign.begin - whole.begin < one.end()), None)
    return whole.begin + around.end() - 1 if around else whole.finish


def _clause(whole: Statement, sign: Sign) -> tuple[int, int]:
    """The words between two commas; a bracket and its commas belong to what stands in front of it."""
    brackets = [(whole.begin + one.start(), whole.begin + one.end()) for one in _BRACKETS.finditer(whole.text)]
    around = next((one for one in brackets if one[0] < sign.begin < one[1]), None)
    if around and (around[1] - around[0] > sign.finish - sign.begin + _SHORT_ASIDE or _names(whole, around, sign)):
        low, high, brackets = around[0] + 1, around[1] - 1, []
    else:
        low, high = whole.begin, whole.finish
    places = [whole.begin + cut.start() for cut in _CLAUSE.finditer(whole.text)]
    cuts = [low, *(one for one in places if low < one < high and not any(begin < one < end for begin, end in brackets)), high]
    begins = [cut for cut in cuts if cut <= sign.begin]
    begin, finish = max(begins), min((cut for cut in cuts if cut >= sign.finish), default=high)
    if finish - begin > _LONGEST_CLAUSE:
        begin, finish = _line(whole, sign, begin, finish)
    beside = whole.text[begin - whole.begin : sign.begin - whole.begin] + whole.text[sign.finish - whole.begin : finish - whole.begin]
    # `Kafka - nice to have`: words that only say how much speak of what stands before them.
    return begin if _ALNUM.search(beside) or len(begins) == 1 else sorted(begins)[-2], finish


def _line(whole: Statement, sign: Sign, begin: int, finish: int) -> tuple[int, int]:
    """Where lines were glued without stops, a wish is in the line that its own capital opens: `Word Permis de conduire souhaité`."""
    capitals = [whole.begin + one.start() for one in _CAPITAL.finditer(whole.text)]
    opened = [one for one in capitals if begin < one < sign.begin]
    return max(opened, default=begin), min((one for one in capitals if sign.finish <= one < finish), default=finish)


def _names(whole: Statement, bracket: tuple[int, int], sign: Sign) -> bool:
    """`intimate care (Team Teach is a plus)`"""
    return bool(_NAME.search(whole.text, bracket[0] - whole.begin, sign.begin - whole.begin))


def _apart(whole: Statement, sign: Sign, signs: Sequence[Sign]) -> bool:
    """`Anglais courant, une autre langue serait un atout`: a clause with a subject of its own, behind one that demands."""
    begin, _ = _clause(whole, sign)
    demanded = any(one.kind in ("must", "tongue", "driving") and one.finish <= begin for one in signs)
    return demanded and _subject().match(whole.text[begin - whole.begin :]) is not None


@cache
def _pays() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('pay', 'opens'))})\b", re.I)


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"[,;–—\s-]*(?:{any_of(words('needs', 'subjects'))})(?!\w)", re.I)


def _kind(block: str, signs: Sequence[Sign]) -> str:
    kinds = [sign.kind for sign in signs]
    if block == "traits" and "driving" in kinds:  # forms print the licence below the manners
        return "must"
    if block in _ELSEWHERE:
        return "none"
    if block in _KINDS:
        return "none" if "never" in kinds or "unasked" in kinds else _KINDS[block]
    if "unasked" in kinds:
        return "none"
    return "must" if "must" in kinds else "duty" if "duty" in kinds else "none"
