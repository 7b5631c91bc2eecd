"""How wide the columns of a table of HTML are, and how many of them a cell takes."""

from __future__ import annotations

from lxml import etree


def span(node: etree._Element, name: str) -> int:
    value = (node.get(name) or "1").strip()
    return max(1, min(int(value), 50)) if value.isdigit() and len(value) < 4 else 1


def widths_of(rows: list[list[etree._Element]], room: float) -> list[float]:
    """Columns as wide as their longest text asks for, as browsers make them; nobody gets less than a tenth of an even share."""
    count = max((sum(span(cell, "colspan") for cell in row) for row in rows), default=1) or 1
    wanted = [1.0] * count
    for row in rows[:200]:
        column = 0
        for cell in row:
            taken = span(cell, "colspan")
            if taken == 1 and column < count:
                wanted[column] = max(wanted[column], min(len("".join(map(str, cell.itertext()))), 300) ** 0.7)
            column += taken
    least = 0.2 * sum(wanted) / count
    wanted = [max(each, least) for each in wanted]
    return [room * each / sum(wanted) for each in wanted]
