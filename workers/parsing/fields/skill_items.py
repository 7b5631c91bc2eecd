"""Lines of a list of skills → the items printed in them, each with its words and the name of its group.

Commas, bullets, bars and wide gaps part items; brackets keep theirs together. A line that goes on with the item above it (a comma
list at the right edge, a small word at its end) is joined to it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from workers.parsing.context import Context
from workers.parsing.date_words import any_of
from workers.parsing.labels import set_against
from workers.parsing.lines import box_of, cells, is_rest, wraps
from workers.parsing.spans import pieces, words_at
from workers.parsing.types import Line, Section, Word
from workers.resources import taxonomy
from workers.resources.language import merged
from workers.resources.text import fold

_BULLET = re.compile(r"^[\s•‣▪▫●○◦◆◇■□–—*»›>➢➤✓✔·∙⚫⬤→♦\uf0b7\ue000-\uf8ff-]+\s*")
_PARTING = re.compile(r"\s*[,;|•·●▪◦■\t]+\s*(?![^(]*\))|\s{3,}|\s*[\ue000-\uf8ff]+\s*")
_INSIDE = re.compile(r"\w\s*[,;|•·●▪◦]\s+\w|\w\s?:\s+\w")
_LABEL = re.compile(r"^([^:()]{2,45}?)\s*[:：]\s+(?=\S)")
_WORDS_OF_A_LABEL = 5


class Item(NamedTuple):
    """`group`: the label of its list, folded, or ''."""

    text: str
    words: tuple[Word, ...]
    group: str


class _Row(NamedTuple):
    """`right`: where the column of its last line ends."""

    text: str
    words: tuple[Word, ...]
    line: Line
    right: float


def items(section: Section, context: Context, labels: bool = False) -> Iterator[Item]:
    """`labels`: names of groups are items too (interests: `Rugby : éducateur`)."""
    group = fold(section.title)
    rows, named = _rows(_without_foot(section), context), set_against(section.lines)
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        label, rest = (row.text, ()) if row.words in named else _labelled(row, following)
        if label and _is_level(rest):
            label, rest = "", row.words
        group = fold(label) if label else group
        if label and labels:
            yield Item(label, tuple(row.words[: len(label.split())]), "")
        text = " ".join(word.text for word in rest)
        for part, begin, finish in _split(text) if text else ():
            yield Item(part, words_at(row.line._replace(words=rest), begin, finish), group)


def _rows(lines: Sequence[Line], context: Context) -> list[_Row]:
    rows: list[_Row] = []
    usual, capitals = _usual_gap(lines), _begin_large(lines)
    for whole in lines:
        cut = _tags(whole, context.space)
        for number, line in enumerate(cut):
            edge = context.body.edges.get(line.column, (0.0, 0.0))
            right = cut[number + 1].box.x0 - 0.5 * line.size if number + 1 < len(cut) else edge[1]
            above = next((row for row in rows[:-6:-1] if abs(row.line.box.x0 - line.box.x0) < 2), rows[-1] if rows else None)
            labelled = number > 0 and _stands_out(cut[0].words[0], line.words[0])
            if above and not labelled and (_goes_on(above, line, edge, usual) or (capitals and _is_rest(above, line, edge[0], usual))):
                place = next(index for index, row in enumerate(rows) if row is above)
                rows[place] = _Row(f"{above.text} {line.text}", (*above.words, *line.words), line, max(right, above.right))
            else:
                rows.append(_Row(line.text, line.words, line, right))
    return rows


def _begin_large(lines: Sequence[Line]) -> bool:
    """Whoever begins the items of a list with capitals begins with a small letter only where one goes on."""
    begun = [part[:1] for line in lines for part in _PARTING.split(line.text) if part and part[0].isalpha()]
    return 3 * sum(map(str.islower, begun)) <= len(begun)


def _is_rest(row: _Row, line: Line, left: float, usual: float) -> bool:
    """A line that begins small where no item does, below one that it did not fit into; what is parted by signs goes on anyway."""
    above, gap = row.line, line.box.top - row.line.box.bottom
    if line.page != above.page or line.block != above.block or not -1 <= gap <= usual + 1 or not line.text[:1].islower():
        return False
    if abs(line.box.x0 - above.box.x0) > 2 or taxonomy.lookup(line.text) is not None:
        return False
    return bool(_INSIDE.search(row.text) or _INSIDE.search(line.text)) or wraps(above, line, (left, row.right))


def _without_foot(section: Section) -> Sequence[Line]:
    """A line far under the list is the foot of the page, a lone one on the page after its heading as well."""
    lines = section.lines
    if len(lines) > 1 and lines[-1].page == lines[-2].page:
        height, gap = lines[-1].box.bottom - lines[-1].box.top, lines[-1].box.top - lines[-2].box.bottom
        return lines[:-1] if gap > 5 * height else lines
    before = lines[-2] if len(lines) > 1 else section.heading
    alone = bool(lines) and before is not None and lines[-1].page > before.page
    is_sentence = bool(lines) and len(lines[-1].words) > 4 and any(word.text in _small_words() for word in lines[-1].words)
    return lines[:-1] if alone and is_sentence and "," not in lines[-1].text and len(cells(lines[-1])) == 1 else lines


def _tags(line: Line, space: float) -> list[Line]:
    """A line cut where its words stand further apart than words do; justified comma lists are left whole."""
    if "," in line.text:
        return pieces(line)
    limit, parts = max(1.55 * space, space + 0.2, _own_space(line)), [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.x0 - left.x1 > limit * left.size and not _BULLET.fullmatch(left.text):
            parts.append([right])
        else:
            parts[-1].append(right)
    return [line._replace(words=tuple(words), box=box_of(words)) for words in parts] if len(parts) > 1 else [line]


def _own_space(line: Line) -> float:
    """Some makers of tags print wide spaces inside them too: where a line has gaps of two widths, the narrow ones are its spaces."""
    gaps = [(right.x0 - left.x1) / left.size for left, right in pairwise(line.words)]
    narrow = min(gaps, default=0.0)
    return 1.25 * narrow if narrow < 0.8 and max(gaps, default=0.0) > 1.4 * narrow else 0.0


def _goes_on(row: _Row, line: Line, edge: tuple[float, float], usual: float) -> bool:
    """Does `line` read on from `row`? Never across a bullet, a label or a wide white gap."""
    above, gap = row.line, line.box.top - row.line.box.bottom
    if line.page != above.page or line.block != above.block or gap > 1.2 * usual + 2 or line.box.top < above.box.bottom - 1:
        return False
    if is_rest(line):
        return True
    if _BULLET.match(line.text) or _LABEL.match(line.text) or _is_heading_like(line, above):
        return False
    ends_open = row.text.rstrip().endswith((",", "-", "&", "/", "(", "·")) or _ends_small(row.text)
    closes = row.text.count("(") > row.text.count(")")
    lower = line.text[:1].islower() and gap < 0.6 * usual
    return ends_open or closes or lower or _is_one_skill(row.text, line.text) or ("," in row.text and wraps(above, line, edge))


def _ends_small(text: str) -> bool:
    """`maîtrise de`; `Permis D` is whole."""
    last = text.rsplit(" ", 1)[-1]
    return last.islower() and fold(last) in _small_words()


def _is_one_skill(above: str, below: str) -> bool:
    """`P&L, allergen` over `management, rotas`: the halves are a skill together."""
    last, first = above.rpartition(",")[2].strip(), below.partition(",")[0].strip()
    return "," in above and first[:1].islower() and len(first.split()) < 4 and taxonomy.lookup(f"{last} {first}") is not None


def _is_heading_like(line: Line, above: Line) -> bool:
    return (line.words[0].bold and not above.words[-1].bold) or (line.text.isupper() and not above.text.isupper() and len(line.text) > 4)


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = sorted(below.box.top - above.box.bottom for above, below in pairwise(lines) if below.box.top >= above.box.bottom - 1)
    return gaps[len(gaps) // 2] if gaps else 4.0


@cache
def _small_words() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("small", ())))


def _labelled(row: _Row, following: _Row | None) -> tuple[str, tuple[Word, ...]]:
    """The label in front of a list (`Backend: Python`, bold before plain words, bold alone over plain lines) and the words after it."""
    words = row.words
    if len(words) > 1 and _BULLET.fullmatch(words[0].text):
        words = words[1:]
    text = " ".join(word.text for word in words)
    if (match := _LABEL.match(text)) and len(match[1].split()) <= _WORDS_OF_A_LABEL:
        return match[1], words[len(text[: match.end()].split()) :]
    if text.rstrip().endswith(":") and len(words) <= _WORDS_OF_A_LABEL:
        lonely = following is None or following.text.rstrip().endswith(":")
        return ("", words) if lonely else (text.rstrip(" :"), ())
    if following and len(words) <= _WORDS_OF_A_LABEL and all(_stands_out(word, following.words[0]) for word in words):
        return text, ()
    count = next((index for index, word in enumerate(words) if not _stands_out(word, words[-1])), len(words))
    if 0 < count <= _WORDS_OF_A_LABEL and count < len(words) and not words[count - 1].text.endswith(","):
        return " ".join(word.text for word in words[:count]), words[count:]
    return "", words


def _is_level(words: Sequence[Word]) -> bool:
    """`MadCap Flare: expert` is a skill and how well it is known, not a group of one."""
    return bool(words) and fold(" ".join(word.text for word in words)) in _levels()


@cache
def _levels() -> frozenset[str]:
    return frozenset(map(fold, merged("words").get("skill_levels", ())))


def _stands_out(word: Word, plain: Word) -> bool:
    return (word.bold and not plain.bold) or word.size > 1.15 * plain.size


@cache
def _parting() -> re.Pattern[str]:
    """A dash parts items too, but not a skill from its level (`Python – expert`)."""
    levels = any_of(merged("words").get("skill_levels", ()))
    return re.compile(rf"{_PARTING.pattern}|\s+[–—]\s+(?!(?:niveau\s|level\s)?(?:{levels})(?:\W|$))(?![^(]*\))")


def _split(text: str) -> Iterator[tuple[str, int, int]]:
    place = 0
    for match in (*_parting().finditer(text), None):
        begin, finish = place, match.start() if match else len(text)
        if match:
            place = match.end()
        part = text[begin:finish]
        lead = _BULLET.match(part)
        offset = lead.end() if lead else 0
        if begin and (label := _LABEL.match(part[offset:])):
            offset += label.end()
        clean = part[offset:].rstrip(" .;,:–—")
        if any(char.isalnum() for char in clean):
            yield clean, begin + offset, begin + offset + len(clean)


@cache
def group_kinds() -> dict[str, str]:
    """Folded name of a group → the kind of the skills in it."""
    return {fold(name): kind for kind, names in merged("skill_groups").items() for name in names}
