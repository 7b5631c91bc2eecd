"""Paper, margins and newspaper columns of a DOCX section (`w:sectPr`)."""

from __future__ import annotations

from lxml import etree

from workers.parsing.read.docx_style import W, points, value
from workers.parsing.read.flow import Sheet


def sheet(section: etree._Element | None) -> Sheet:
    size, margin = (section.find(W + "pgSz"), section.find(W + "pgMar")) if section is not None else (None, None)
    width, height = points(value(size, "w")) or 595.0, points(value(size, "h")) or 842.0
    sides = (points(value(margin, side)) for side in ("left", "top", "right", "bottom"))
    left, top, right, bottom = (56.0 if side is None else max(abs(side), 10.0) for side in sides)
    return Sheet(max(width, 200.0), max(height, 200.0), left, top, right, bottom)


def is_continuous(section: etree._Element | None) -> bool:
    return section is None or value(section.find(W + "type")) == "continuous"


def columns(section: etree._Element | None, width: float) -> tuple[tuple[float, float], ...]:
    node = section.find(W + "cols") if section is not None else None
    count = int(value(node, "num") or "1") if node is not None and (value(node, "num") or "1").isdigit() else 1
    own = [(points(value(col, "w")) or 0.0, points(value(col, "space")) or 0.0) for col in node] if node is not None else []
    if len(own) > 1 and all(wide > 10 for wide, _ in own):
        return tuple((sum(w + s for w, s in own[:number]), wide) for number, (wide, _) in enumerate(own[:6]))
    count = min(count, 6)
    gap = points(value(node, "space")) or 35.4 if node is not None else 35.4
    wide = (width - gap * (count - 1)) / count
    return tuple((number * (wide + gap), wide) for number in range(count))
