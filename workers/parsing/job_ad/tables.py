"""Tables of ads → lines. Columns under headings we know (`Compétences | Savoir-être`) are parts of the ad, one below another; a row of
two cells is a label and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workers.parsing.job_ad.signs import headings
from workers.resources.text import fold

_TABLE = re.compile(r"<table\b[^>]*>((?:(?!<table\b).)*?)</table\s*>", re.I | re.S)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=</tr\s*>|<tr\b|\Z)", re.I | re.S)
_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)(?=</t[dh]\s*>|<t[dh]\b|\Z)", re.I | re.S)
_PARTED = re.compile(r"<(?:br|li|p|div)\b[^>]*>|\n", re.I)
_TAG = re.compile(r"<[/!a-zA-Z][^>]*>")
_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")
_LONGEST_CELL, _LONGEST_HEADING = 300, 40
_PARTS = ("must", "nice", "traits", "duties")
Rows = Sequence[Sequence[Sequence[str]]]  # row → cell → lines


def unfolded(text: str) -> str:
    """HTML in which tables of several columns are headings and lists; others are left to the reader of lines."""
    return _TABLE.sub(_html, text) if "<t" in text.lower() else text


def piped(text: str) -> str:
    """Text in which tables drawn with bars or tabs, under headings we know, are headings and lists."""
    if "|" not in text and "\t" not in text:
        return text
    lines, kept, place = text.split("\n"), list[str](), 0
    while place < len(lines):
        if size := _height(lines, place):
            kept += _columns([_cells(line) for line in lines[place : place + size] if not _RULE.fullmatch(line)])
        else:
            kept.append(lines[place])
        place += size or 1
    return "\n".join(kept)


def _html(found: re.Match[str]) -> str:
    rows = [[_lines(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(found[1])]
    if not rows or any(len(line) > _LONGEST_CELL for row in rows for cell in row for line in cell):
        return found[0]
    if len(rows) > 1 and _is_head(rows[0]):
        return "".join(f"<h4>{line[2:]}</h4>" if line[0] == "#" else f"<li>{line[2:]}</li>" for line in _columns(rows))
    if all(len(row) == 2 and len(row[0]) == 1 for row in rows):
        return "".join(f"<p>{row[0][0].rstrip(' :')} : {' ; '.join(row[1])}</p>" for row in rows)
    return found[0]


def _lines(cell: str) -> list[str]:
    return [line for part in _PARTED.split(cell) if (line := " ".join(_TAG.sub(" ", part).split()).strip(" •-*"))]


def _is_head(row: Sequence[Sequence[str]]) -> bool:
    names = [cell[0] for cell in row if cell]
    known = [headings().get(fold(name)) for name in names]
    return len(names) == len(row) > 1 and all(len(name) <= _LONGEST_HEADING for name in names) and any(kind in _PARTS for kind in known)


def _columns(rows: Rows) -> list[str]:
    return [line for place in range(len(rows[0])) for line in _column(rows, place)]


def _column(rows: Rows, place: int) -> Iterator[str]:
    yield f"# {rows[0][place][0]}"
    yield from (f"- {line}" for row in rows[1:] if place < len(row) for line in row[place])


def _cells(line: str) -> list[list[str]]:
    bare = line.strip().strip("|")
    return [[cell.strip(" •-*")] if cell.strip(" •-*") else [] for cell in bare.split("|" if "|" in bare else "\t")]


def _height(lines: Sequence[str], begin: int) -> int:
    """How many lines from `begin` on are a table; 0 where it is none."""
    if not _is_head(head := _cells(lines[begin])):
        return 0
    ends = (place for place in range(begin, len(lines)) if "|" not in lines[place] and "\t" not in lines[place])
    size = next(ends, len(lines)) - begin
    rows = [_cells(line) for line in lines[begin + 1 : begin + size] if not _RULE.fullmatch(line)]
    return size if rows and all(len(row) <= len(head) for row in rows) else 0
