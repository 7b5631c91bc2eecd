"""Text boxes, shapes and pictures of a DOCX: where they are anchored and what they are filled with.

DrawingML measures in EMU (12,700 to the point); VML, its ancestor, in CSS lengths inside a style attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from workers.parsing.read.docx_style import W, colour, points
from workers.parsing.read.flow import UNKNOWN, Block, Frame, Image, Sheet

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"

EMU = 12_700.0
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, None: 0.75}
# Boxes of a web page that lost their width are as tall as if each letter of theirs stood on a line: that height says nothing.
_THIN = 6.0
_LEAST_SHAPE = 20.0
Inner = Callable[[etree._Element, float], tuple[Block, ...]]


class Place(NamedTuple):
    x: float | None
    y: float | None
    from_page: bool
    wraps: bool


def drawing(node: etree._Element, sheet: Sheet, inner: Inner) -> Iterator[Block]:
    """Blocks of one `w:drawing`. `inner` reads a `w:txbxContent` for a width."""
    for anchor in node:
        width, height = _extent(anchor.find(WP + "extent"))
        place = _place(anchor, sheet, width, height) if anchor.tag == WP + "anchor" else Place(None, None, False, False)
        shapes = [shape for shape in anchor.iter(WPS + "wsp", PIC + "pic") if not _is_inside_text(shape, anchor)]
        for shape in shapes:
            dx, dy, w, h = _offset(shape, anchor) if len(shapes) > 1 else (0.0, 0.0, width, height)
            moved = place if place.x is None else place._replace(x=place.x + dx, y=(place.y or 0.0) + dy)
            yield from _shape(shape, moved, w or width, h or height, inner)


def _is_inside_text(node: etree._Element, stop: etree._Element) -> bool:
    for parent in node.iterancestors():
        if parent is stop:
            return False
        if parent.tag == W + "txbxContent":
            return True
    return False


def _shape(node: etree._Element, place: Place, width: float, height: float, inner: Inner) -> Iterator[Block]:
    if node.tag == PIC + "pic":
        yield Image(width, height, place.x, place.y, place.from_page)
        return
    ground = _fill(node.find(WPS + "spPr"))
    content = node.find(f"{WPS}txbx/{W}txbxContent")
    if content is not None:
        tall = height if width > _THIN else 0.0
        yield Frame(inner(content, max(width, 40.0)), max(width, 40.0), tall, place.x, place.y, place.from_page, place.wraps, ground)
    elif ground is not None and place.x is not None and min(width, height) > _LEAST_SHAPE:
        yield Frame((), width, height, place.x, place.y, place.from_page, False, ground)


def _extent(node: etree._Element | None) -> tuple[float, float]:
    if node is None:
        return 0.0, 0.0
    return max(points(node.get("cx"), EMU) or 0.0, 0.0), max(points(node.get("cy"), EMU) or 0.0, 0.0)


def _fill(properties: etree._Element | None) -> int | None:
    for child in properties if properties is not None else ():
        if child.tag == A + "solidFill":
            plain = colour(next((c.get("val") for c in child.iter(A + "srgbClr")), None))
            return UNKNOWN if plain is None else plain
        if child.tag in (A + "gradFill", A + "blipFill", A + "pattFill"):
            return UNKNOWN
    return None


def _place(anchor: etree._Element, sheet: Sheet, width: float, height: float) -> Place:
    x = _across(anchor.find(WP + "positionH"), sheet, width)
    y, from_page = _down(anchor.find(WP + "positionV"), sheet, height)
    return Place(x, y, from_page, anchor.find(WP + "wrapNone") is None)


def _across(node: etree._Element | None, sheet: Sheet, width: float) -> float:
    base = node.get("relativeFrom") if node is not None else None
    start, room = (0.0, sheet.width) if base == "page" else (sheet.left, sheet.text_width)
    if base == "rightMargin":
        start, room = sheet.width - sheet.right, sheet.right
    elif base == "leftMargin":
        start, room = 0.0, sheet.left
    align = node.findtext(WP + "align") if node is not None else None
    if align in ("right", "outside"):
        return start + room - width
    if align == "center":
        return start + (room - width) / 2
    return start + (points(node.findtext(WP + "posOffset"), EMU) or 0.0 if node is not None else 0.0)


def _down(node: etree._Element | None, sheet: Sheet, height: float) -> tuple[float, bool]:
    base = node.get("relativeFrom") if node is not None else None
    align = node.findtext(WP + "align") if node is not None else None
    offset = points(node.findtext(WP + "posOffset"), EMU) or 0.0 if node is not None else 0.0
    if base not in ("page", "margin", "topMargin", "bottomMargin"):
        return offset, False
    start, room = (0.0, sheet.height) if base in ("page", "topMargin") else (sheet.top, sheet.text_height)
    if align == "bottom":
        return start + max(room - height, 0.0), True
    return start + (max(room - height, 0.0) / 2 if align == "center" else offset), True


def _offset(shape: etree._Element, anchor: etree._Element) -> tuple[float, float, float, float]:
    """Where a member of a group stands from the group's corner: each group has a scale of its own."""
    x, y, width, height = _box(next(shape.iter(A + "xfrm"), None), "off", "ext")
    for group in shape.iterancestors():
        if group is anchor:
            break
        frame = next((child.find(A + "xfrm") for child in group if etree.QName(child).localname == "grpSpPr"), None)
        if frame is None:
            continue
        gx, gy, gw, gh = _box(frame, "off", "ext")
        cx, cy, cw, ch = _box(frame, "chOff", "chExt")
        sx, sy = gw / cw if cw else 1.0, gh / ch if ch else 1.0
        is_outermost = etree.QName(group).localname == "wgp"
        x, y = (x - cx) * sx + (0.0 if is_outermost else gx), (y - cy) * sy + (0.0 if is_outermost else gy)
        width, height = width * sx, height * sy
    return x, y, width, height


def _box(frame: etree._Element | None, corner: str, extent: str) -> tuple[float, float, float, float]:
    at, size = (frame.find(A + corner), frame.find(A + extent)) if frame is not None else (None, None)
    x, y = (points(at.get("x"), EMU) or 0.0, points(at.get("y"), EMU) or 0.0) if at is not None else (0.0, 0.0)
    return x, y, *_extent(size)


def picture(node: etree._Element, sheet: Sheet, inner: Inner) -> Iterator[Block]:
    """Blocks of one `w:pict` or `w:object`: VML text boxes and pictures."""
    for shape in node.iter(V + "shape", V + "rect", V + "roundrect", V + "oval"):
        if _is_inside_text(shape, node):
            continue
        style = dict(part.strip().split(":", 1) for part in (shape.get("style") or "").lower().split(";") if ":" in part)
        width, height = _css(style.get("width")), _css(style.get("height"))
        place = _vml_place(style, sheet)
        content = next((text for text in shape.iter(W + "txbxContent") if not _is_inside_text(text, shape)), None)
        if content is not None:
            width = max(width or sheet.text_width / 2, 40.0)
            yield Frame(inner(content, width), width, height, place.x, place.y, place.from_page, place.wraps, _vml_fill(shape))
        elif shape.find(V + "imagedata") is not None and width and height:
            yield Image(width, height, place.x, place.y, place.from_page)


def _vml_place(style: dict[str, str], sheet: Sheet) -> Place:
    if style.get("position") != "absolute":
        return Place(None, None, False, False)
    x, y = _css(style.get("margin-left") or style.get("left")), _css(style.get("margin-top") or style.get("top"))
    across, down = style.get("mso-position-horizontal-relative"), style.get("mso-position-vertical-relative")
    return Place(x if across == "page" else sheet.left + x, y + (sheet.top if down == "margin" else 0.0), down in ("page", "margin"), True)


def _vml_fill(shape: etree._Element) -> int | None:
    fill = (shape.get("fillcolor") or "").split(" ")[0].lstrip("#")
    if shape.get("filled") in ("f", "false") or not fill:
        return None
    plain = colour(fill if len(fill) == 6 else "".join(2 * digit for digit in fill))
    return UNKNOWN if plain is None else plain


def _css(text: str | None) -> float:
    found = _LENGTH.match((text or "").strip())
    try:
        return max(-5_000.0, min(float(found[1]) * _UNITS[found[2]], 5_000.0)) if found else 0.0
    except ValueError:
        return 0.0
