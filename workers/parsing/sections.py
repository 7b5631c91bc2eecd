"""Lines → sections: what stands under each heading, one section however many columns and pages it runs over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from workers.parsing.headings import ENTRIES, LISTS, YEAR, headings_of, is_apart, kind_inside, title_of
from workers.parsing.items import dates_in
from workers.parsing.lexicon import title_likeness
from workers.parsing.looks import Body, Look
from workers.parsing.types import Line, Section
from workers.resources.language import heading_kind

# Points between the tops of columns that begin together.
LEVEL = 2.0
INLINE = re.compile(r"\s*([^:]{3,40}?)\s*[:：]\s*(\S.*)")


def sections(lines: Sequence[Line], body: Body) -> tuple[Section, ...]:
    """Every line in exactly one section; a section that goes on in another column or page is one section."""
    headings = headings_of(lines, body)
    parts: list[Section] = []
    current: dict[int, int] = {}
    for index, line, kind, rest in _marked(lines, headings):
        if kind is not None:
            current[line.block] = len(parts)
            parts.append(Section(kind, title_of(line), rest, line))
        elif line.block in current:
            part = parts[current[line.block]]
            parts[current[line.block]] = part._replace(lines=(*part.lines, line))
        else:
            inherited = _beside(lines[:index], line, current, headings) or _above(lines[:index], line, current)
            current[line.block] = len(parts) if inherited is None else inherited
            if inherited is None:
                parts.append(Section("header", "", ()))
            part = parts[current[line.block]]
            parts[current[line.block]] = part._replace(lines=(*part.lines, line))
    return tuple(_skills_by_group(_with_posts(parts)))


def _with_posts(parts: list[Section]) -> list[Section]:
    """A CV that heads its studies and leaves its posts unheaded prints them below the name: from the first title with a range on."""
    head = parts[0] if parts and parts[0].kind == "header" else None
    if head is None or any(part.kind == "experience" for part in parts):
        return parts
    dated = [place for place, line in enumerate(head.lines) if _is_dated_title(line)]
    if len(dated) < 2:
        return parts
    begin = dated[0]
    return [head._replace(lines=head.lines[:begin]), Section("experience", "", head.lines[begin:]), *parts[1:]]


def _is_dated_title(line: Line) -> bool:
    dates = dates_in(line.text)
    rest = line.text[: dates.begin] + line.text[dates.finish :] if dates and dates.is_range else ""
    return title_likeness(rest) > 0


def _above(lines: Sequence[Line], line: Line, current: Mapping[int, int]) -> int | None:
    """A column that begins without a heading goes on with what stands above it, on its page or at the end of the page before."""
    ends = {one.block: one for one in lines}
    over = [one for one in ends.values() if one.box.x0 < line.box.x1 and line.box.x0 < one.box.x1]
    here = [one for one in over if one.page == line.page and one.box.bottom <= line.box.top + 3]
    before = [one for one in over if one.page == line.page - 1]
    last = max(here, key=lambda one: one.box.bottom, default=None) or max(before, key=lambda one: one.box.bottom, default=None)
    return current.get(last.block) if last else None


def _beside(lines: Sequence[Line], line: Line, current: Mapping[int, int], headings: Mapping[int, str]) -> int | None:
    """Columns that begin at one height without headings are one section: the block before is such a column."""
    before = [(index, one) for index, one in enumerate(lines) if one.block == lines[-1].block]
    if not before or any(index in headings for index, _ in before):
        return None
    first = before[0][1]
    is_level = first.page == line.page and abs(first.box.top - line.box.top) < LEVEL and first.box.x0 < line.box.x0
    return current.get(first.block) if is_level else None


def _marked(lines: Sequence[Line], headings: Mapping[int, str]) -> Iterator[tuple[int, Line, str | None, tuple[Line, ...]]]:
    """Each line with the kind of section it opens, if any; a heading over two lines is one, a list behind its heading is cut."""
    kinds: dict[int, str] = {}
    plain = not any(word.bold for line in lines for word in line.words)
    skip = -1
    for index, line in enumerate(lines):
        if index == skip:
            continue
        kind = headings.get(index)
        if kind and (wrapped := _wrapped(lines, index)):
            skip = index + 1
            line, kind = line._replace(words=line.words + lines[index + 1].words), wrapped
        elif kind is None and (kinds.get(line.block, "header") not in ENTRIES or (plain and _tells_of_person(lines, index))):
            if (inline := _inline(line, plain and kinds.get(line.block, "header") != "header")) and not (
                index and _runs_on(lines[index - 1], line)
            ):
                kinds[line.block] = inline[0]
                yield index, inline[1], inline[0], (inline[2],)
                continue
        kinds[line.block] = kind or kinds.get(line.block, "header")
        yield index, line, kind, ()


def _runs_on(above: Line, line: Line) -> bool:
    """The label of a list may break over two lines: its second half opens nothing."""
    near = above.block == line.block and above.page == line.page and line.box.top - above.box.bottom < 0.4 * line.size
    return near and above.words[-1].bold and above.words[-1].size == line.words[0].size and ":" not in above.text


def _wrapped(lines: Sequence[Line], index: int) -> str | None:
    if index + 1 >= len(lines):
        return None
    one, two = lines[index], lines[index + 1]
    near = (
        one.page == two.page
        and one.block == two.block
        and two.box.top - one.box.bottom < max(0.6 * (one.box.bottom - one.box.top), 0.65 * one.size)
    )
    if not near or Look.of(one)[:2] != Look.of(two)[:2]:
        return None
    whole = heading_kind(f"{title_of(one)} {title_of(two)}")
    open_end = one.text.rstrip().endswith(("&", ",", "-", "/")) or one.words[-1].text.lower() in ("et", "and", "de", "of", "und")
    return whole or (kind_inside(one) if open_end else None)


def _tells_of_person(lines: Sequence[Line], index: int) -> bool:
    """Languages and interests are no part of a post or study; in plain text white parts them from the last one."""
    found = INLINE.match(lines[index].text)
    return found is not None and heading_kind(found[1]) in ("languages", "interests") and is_apart(lines, index)


def _inline(line: Line, plain: bool) -> tuple[str, Line, Line] | None:
    """`Langues : anglais courant, espagnol` opens its section and holds it too; `plain` text has no bold type to set off its label."""
    found = INLINE.match(line.text)
    kind = heading_kind(found[1]) if found else None
    if not found or kind not in LISTS:
        return None
    count = len(line.text[: found.start(2)].split())
    head, rest = line.words[:count], line.words[count:]
    if not rest or not (plain or (head[0].bold and not rest[-1].bold)):
        return None
    return kind, line._replace(words=head), line._replace(words=rest)


def _skills_by_group(parts: list[Section]) -> Iterator[Section]:
    """Some CVs head each group of skills and never say "skills": unknown parts that are lists of short items are skills."""
    has_skills = any(part.kind == "skills" for part in parts)
    for part in parts:
        if part.kind == "other" and not has_skills and _is_list(part):
            yield part._replace(kind="skills")
        else:
            yield part


def _is_list(part: Section) -> bool:
    short = [len(line.text.split()) <= 5 and not YEAR.search(line.text) for line in part.lines]
    return bool(short) and sum(short) >= 0.8 * len(short)
