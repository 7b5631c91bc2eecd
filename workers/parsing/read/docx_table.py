"""Tables of a DOCX: cells side by side, where the grid puts them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from lxml import etree

from workers.parsing.read.docx_style import Styles, W, colour, points, value
from workers.parsing.read.flow import UNKNOWN, Block, Cell, Frame, Sheet, Table

_NARROWEST = 6.0
_FLOATS_BELOW = 0.8
_COLUMNS = 63


class Owner(Protocol):
    styles: Styles
    sheet: Sheet

    def blocks(self, parent: etree._Element, width: float) -> tuple[Block, ...]: ...


def table(reader: Owner, node: etree._Element, width: float) -> Iterable[Block]:
    """One table, floating where its properties say so."""
    properties = node.find(W + "tblPr")
    rows = [row for row in _unwrapped(node) if row.tag == W + "tr"]
    grid = _grid(node, rows, width)
    ground = UNKNOWN if reader.styles.is_painted(value(properties.find(W + "tblStyle")) if properties is not None else None) else None
    made = _rows(reader, rows, grid, ground)
    total = sum(grid)
    place = properties.find(W + "tblpPr") if properties is not None else None
    if place is not None and total < _FLOATS_BELOW * reader.sheet.text_width:
        return (_floating(Table(made), place, total, reader.sheet),)
    return (Table(made, _indent(properties, total, width)),)


def _unwrapped(parent: etree._Element) -> Iterable[etree._Element]:
    for node in parent:
        if node.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _unwrapped(node)
        else:
            yield node


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in _unwrapped(row) if cell.tag == W + "tc"]


def _span(cell: etree._Element) -> int:
    text = value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1"
    return min(int(text), _COLUMNS) if text.isdigit() and len(text) < 4 else 1


def _grid(node: etree._Element, rows: list[etree._Element], width: float) -> list[float]:
    """Column widths: those of the grid, else of the first row's cells, else equal ones; never wider than the room there is."""
    grid = [points(value(column, "w")) or 0.0 for column in node.iterfind(f"{W}tblGrid/{W}gridCol")][:_COLUMNS]
    count = max((sum(map(_span, _cells(row))) for row in rows), default=1)
    if len(grid) < count or sum(grid) < _NARROWEST * count:
        widest = max(rows, key=lambda row: len(_cells(row)), default=None)
        cells = _cells(widest) if widest is not None else []
        grid = [points(value(cell.find(f"{W}tcPr/{W}tcW"))) or 0.0 for cell in cells]
    if len(grid) < count or sum(grid) < _NARROWEST * count or min(grid, default=0.0) < 0:
        grid = [width / max(count, 1)] * max(count, 1)
    scale = min(1.0, 1.1 * width / sum(grid)) if sum(grid) else 1.0
    return [column * scale for column in grid]


def _rows(reader: Owner, rows: list[etree._Element], grid: list[float], ground: int | None) -> tuple[tuple[Cell, ...], ...]:
    edges = [sum(grid[:number]) for number in range(len(grid) + 1)]
    made: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        made.append([])
        column = _before(row)
        for cell in _cells(row):
            start, column = min(column, len(grid) - 1), min(column + _span(cell), len(grid))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and value(merge) != "restart" and start in above:
                first, place = above[start]
                made[first][place] = made[first][place]._replace(rows=number - first + 1)
                continue
            wide = max(edges[max(column, start + 1)] - edges[start], _NARROWEST)
            above[start] = (number, len(made[number]))
            made[number].append(Cell(reader.blocks(cell, wide), edges[start], wide, ground=_shade(cell, ground)))
    return tuple(map(tuple, made))


def _before(row: etree._Element) -> int:
    text = value(row.find(f"{W}trPr/{W}gridBefore")) or "0"
    return min(int(text), _COLUMNS) if text.isdigit() and len(text) < 4 else 0


def _shade(cell: etree._Element, inherited: int | None) -> int | None:
    shade = cell.find(f"{W}tcPr/{W}shd")
    plain = colour(value(shade, "fill"))
    return inherited if plain is None else plain


def _indent(properties: etree._Element | None, total: float, width: float) -> float:
    if properties is None:
        return 0.0
    align = value(properties.find(W + "jc"))
    if align in ("center", "right", "end"):
        return max(0.0, width - total) / (2 if align == "center" else 1)
    return points(value(properties.find(W + "tblInd"), "w")) or 0.0


def _floating(made: Table, place: etree._Element, total: float, sheet: Sheet) -> Frame:
    x = points(value(place, "tblpX")) or 0.0
    if value(place, "tblpXSpec") in ("right", "outside"):
        x = sheet.text_width - total
    left = 0.0 if value(place, "horzAnchor") == "page" else sheet.left
    y, anchor = points(value(place, "tblpY")) or 0.0, value(place, "vertAnchor")
    return Frame((made,), total + 4.0, 0.0, left + x, y + (sheet.top if anchor == "margin" else 0.0), anchor in ("page", "margin"))
