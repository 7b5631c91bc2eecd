"""What posts and studies share: dates, place, the text below the head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workers.parsing.entries import Entry
from workers.parsing.fragments import Fragment
from workers.parsing.lines import flowing
from workers.parsing.roles import Cast
from workers.parsing.runs import BULLET
from workers.parsing.types import Found, Line
from workers.resources.places import country_code
from workers.resources.text import fold

Parts = dict[str, Found[Any]]

# A line may begin so far left of the mark of its bullet.
INDENT = 2.0


def said(parts: Parts, name: str, piece: Fragment | None, confidence: float) -> None:
    if piece and piece.text:
        parts[name] = Found(piece.text, confidence, piece.words)


def placed(parts: Parts, piece: Fragment | None) -> None:
    if piece:
        city, *further = [part.strip() for part in re.split(r"[,()/|]|\s[-–—]\s", piece.text) if part.strip()]
        if country_code(city) and not further:
            parts["country"] = Found(city, 0.8, piece.words)
            return
        parts["city"] = Found(city, 0.8, piece.words)
        if further and country_code(further[-1]):
            parts["country"] = Found(further[-1], 0.9, piece.words)


def dated(parts: Parts, entry: Entry, single: str) -> None:
    """`single` is the side that one date alone stands for: studies print when they ended."""
    dates, words = entry.dates, entry.date_words
    if dates is None:
        return
    sides = {"start_date": dates.start, "end_date": dates.end} if dates.is_range else {single: dates.start}
    parts.update({side: Found(date, 0.93, words) for side, date in sides.items() if date is not None})
    if dates.current and single == "start_date":
        parts["current"] = Found(True, 0.95, words)


def told_once(found: Sequence[Parts], names: Sequence[str]) -> list[Parts]:
    """Pages made for two widths of the screen print a section twice; the same words in the same time are one entry."""
    kept: dict[object, Parts] = {}
    for place, parts in enumerate(found):
        words = frozenset(word for name in names if name in parts for word in fold(parts[name].value).split())
        span = tuple(parts[side].value if side in parts else None for side in ("start_date", "end_date"))
        kept.setdefault((words, span) if any(span) else place, parts)
    return list(kept.values())


def described(parts: Parts, role: Cast) -> None:
    """Paragraph text is the description, bullets are what was achieved."""
    lines = role.entry.body
    if lines:
        words = tuple(word for line in lines for word in line.words)
        parts["description"] = Found("\n".join(_paragraphs(lines)), 0.85, words)
    if bullets := _bullets(lines):
        parts["achievements"] = Found(bullets, 0.85, tuple(word for line in lines for word in line.words))


def _is_bullet(line: Line) -> bool:
    return len(line.words) > 1 and bool(BULLET.match(line.words[0].text))


def _bullets(lines: tuple[Line, ...]) -> tuple[str, ...]:
    found: list[list[str]] = []
    mark: Line | None = None
    for line in lines:
        if _is_bullet(line):
            mark = line
            found.append([" ".join(word.text for word in line.words[1:])])
        elif mark and (line.box.x0 > mark.box.x0 - INDENT or line.block != mark.block):
            found[-1].append(line.text)
        else:
            # What begins left of the mark stands over the next bullets.
            mark = None
    return tuple(flowing(parts) for parts in found)


def _paragraphs(lines: tuple[Line, ...]) -> list[str]:
    """Lines of one paragraph joined; a bullet or white space opens the next."""
    groups: list[list[str]] = []
    last: Line | None = None
    for line in lines:
        height = line.box.bottom - line.box.top
        near = last is not None and last.page == line.page and 0 <= line.box.top - last.box.top < 1.8 * height
        if groups and near and not _is_bullet(line):
            groups[-1].append(line.text)
        else:
            groups.append([line.text])
        last = line
    return [flowing(group) for group in groups]
