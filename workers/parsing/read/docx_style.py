"""What Word's style sheet makes of a paragraph and a run: defaults, inheritance, numbering.

Office Open XML (ECMA-376) §17.7: document defaults, then the style's ancestors, the style, the list level, the
character style, and last what stands at the place itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

from workers.parsing.read.flow import AUTO

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Look = dict[str, Any]

TWIP = 20.0
_HEADING = re.compile(r"heading \d", re.I)
_ALIGN = {"right": "right", "end": "right", "center": "center"}
_OFF = ("0", "false", "off", "none")
_MOST_ANCESTORS = 20


def value(node: etree._Element | None, name: str = "val") -> str | None:
    return None if node is None else node.get(W + name)


def points(text: str | None, unit: float = TWIP) -> float | None:
    """A length of the file in points; absurd ones count as absent."""
    try:
        length = float(text or "") / unit
    except ValueError:
        return None
    return length if abs(length) < 5_000 else None


def colour(text: str | None) -> int | None:
    return int(text, 16) if text and re.fullmatch(r"[0-9A-Fa-f]{6}", text) else None


def run_look(node: etree._Element | None) -> Look:
    """The run properties that `w:rPr` sets."""
    look: Look = {}
    for child in node if node is not None else ():
        name, text = etree.QName(child).localname, value(child)
        if name == "sz" and (size := points(text, 2.0)) is not None:
            look["size"] = max(size, 0.0)
        elif name in ("b", "i", "vanish", "caps", "webHidden"):
            look["vanish" if name == "webHidden" else name] = text not in _OFF
        elif name == "color":
            plain = colour(text)
            look["colour"] = AUTO if plain is None else plain
        elif name == "rStyle":
            look["style"] = text
        elif name == "shd" and colour(value(child, "fill")) is not None:
            look["ground"] = colour(value(child, "fill"))
        elif name == "highlight" and text not in _OFF:
            look["ground"] = -1
    return look


def paragraph_look(node: etree._Element | None) -> Look:
    """The paragraph properties that `w:pPr` sets, run properties of the paragraph mark left out."""
    look: Look = {}
    for child in node if node is not None else ():
        name, text = etree.QName(child).localname, value(child)
        if name == "jc":
            look["align"] = _ALIGN.get(text or "", "left")
        elif name == "ind":
            look |= _indent(child)
        elif name == "spacing":
            look |= _spacing(child)
        elif name == "tabs":
            look["tabs"] = tuple((value(tab) or "left", points(value(tab, "pos")) or 0.0) for tab in child)
        elif name == "numPr":
            look |= {f"list_{etree.QName(part).localname}": value(part) for part in child}
        elif name == "outlineLvl":
            look["outline"] = text
        elif name == "shd" and colour(value(child, "fill")) is not None:
            look["ground"] = colour(value(child, "fill"))
        elif name == "pStyle":
            look["style"] = text
    return look


def _indent(node: etree._Element) -> Look:
    look: Look = {}
    for key, names in {"left": ("left", "start"), "right": ("right", "end"), "first": ("firstLine",)}.items():
        for name in names:
            if (length := points(value(node, name))) is not None:
                look[key] = length
    if (hanging := points(value(node, "hanging"))) is not None:
        look["first"] = -hanging
    return look


def _spacing(node: etree._Element) -> Look:
    look: Look = {key: length for key in ("before", "after") if (length := points(value(node, key))) is not None}
    line = points(value(node, "line"), 1.0)
    if line is not None:
        is_multiple = value(node, "lineRule") in (None, "auto")
        look["leading"] = max(0.8, min(line / 240, 4.0)) if is_multiple else None
        look["pitch"] = None if is_multiple else line / TWIP
    return look


class Styles:
    """The style sheet and the numbering of one document."""

    def __init__(self, sheet: etree._Element | None, numbering: etree._Element | None) -> None:
        nodes = list(sheet.iterchildren(W + "style")) if sheet is not None else []
        self._styles = {value(node, "styleId"): node for node in nodes}
        self._names = {key: (value(node.find(W + "name")) or "") for key, node in self._styles.items()}
        self._default = next(
            (value(n, "styleId") for n in nodes if value(n, "type") == "paragraph" and value(n, "default") in ("1", "true")), "Normal"
        )
        defaults = sheet.find(W + "docDefaults") if sheet is not None else None
        self._run_defaults = run_look(_at(defaults, "rPrDefault", "rPr"))
        self._paragraph_defaults = paragraph_look(_at(defaults, "pPrDefault", "pPr"))
        self.lists = Lists(numbering)
        self.run_style = cache(self._run_style)
        self.paragraph_style = cache(self._paragraph_style)

    def _chain(self, key: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while key in self._styles and len(chain) < _MOST_ANCESTORS:
            chain.append(self._styles[key])
            key = value(self._styles[key].find(W + "basedOn"))
        return chain[::-1]

    def _run_style(self, key: str | None) -> Look:
        look: Look = {}
        for node in self._chain(key):
            look |= run_look(node.find(W + "rPr"))
        return look

    def _paragraph_style(self, key: str | None) -> Look:
        look: Look = {}
        for node in self._chain(key or self._default):
            look |= paragraph_look(node.find(W + "pPr"))
        look["heading"] = bool(_HEADING.match(self._names.get(key, ""))) or (look.get("outline") or "9") < "9"
        return look

    def is_painted(self, key: str | None) -> bool:
        """Whether a table style colours cells: then white text in it says nothing."""
        return any(colour(value(shade, "fill")) is not None for node in self._chain(key) for shade in node.iter(W + "shd"))

    def paragraph(self, node: etree._Element | None) -> Look:
        """Everything that holds for a paragraph with these `w:pPr`."""
        own = paragraph_look(node)
        style = self.paragraph_style(own.get("style"))
        level = self.lists.level({**style, **own})
        merged = {**self._paragraph_defaults, **style, **(level.look if level else {}), **own}
        merged["tabs"] = _tabs((style, level.look if level else {}, own))
        merged["heading"] = style["heading"] or (own.get("outline") or "9") < "9"
        merged["level"] = level
        return merged

    def run(self, node: etree._Element | None, paragraph_style: str | None) -> Look:
        own = run_look(node)
        return {
            **self._run_defaults,
            **self.run_style(paragraph_style or self._default),
            **(self.run_style(own["style"]) if "style" in own else {}),
            **own,
        }


def _at(node: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        node = node.find(W + name) if node is not None else None
    return node


def _tabs(looks: tuple[Look, ...]) -> tuple[tuple[str, float], ...]:
    """Tab stops add up over the styles; `clear` takes one away."""
    stops: dict[float, str] = {}
    for look in looks:
        for kind, position in look.get("tabs", ()):
            if kind == "clear":
                stops.pop(position, None)
            else:
                stops[position] = kind
    return tuple((stops[position], position) for position in sorted(stops) if position > 0)


class Level:
    """One level of a list."""

    def __init__(self, node: etree._Element) -> None:
        self.format = value(node.find(W + "numFmt")) or "decimal"
        self.text = value(node.find(W + "lvlText")) or ""
        start = value(node.find(W + "start")) or "1"
        self.start = int(start) if start.isdigit() and len(start) < 6 else 1
        self.look = {key: look for key, look in paragraph_look(node.find(W + "pPr")).items() if not key.startswith("list_")}

    @property
    def is_bullet(self) -> bool:
        return self.format == "bullet"


class Lists:
    """Numbering definitions, and the counters while the document is read."""

    def __init__(self, root: etree._Element | None) -> None:
        nodes = root if root is not None else ()
        abstract = {value(node, "abstractNumId"): node for node in nodes if node.tag == W + "abstractNum"}
        self._levels: dict[tuple[str | None, str | None], Level] = {}
        for number in nodes:
            if number.tag == W + "num":
                node = abstract.get(value(number.find(W + "abstractNumId")))
                for level in node.iterchildren(W + "lvl") if node is not None else ():
                    self._levels[value(number, "numId"), value(level, "ilvl")] = Level(level)
        self._counts: dict[tuple[str | None, int], int] = {}

    def level(self, look: Look) -> Level | None:
        if look.get("list_numId") in (None, "0"):
            return None
        return self._levels.get((look["list_numId"], look.get("list_ilvl") or "0"))

    def bullet(self, look: Look) -> str:
        """What prints before the paragraph: a bullet, a number that counts on, or nothing."""
        level: Level | None = look.get("level")
        if level is None or level.format == "none":
            return ""
        if level.is_bullet:
            return "•" if level.text.strip() else ""
        number, depth = look["list_numId"], int(look.get("list_ilvl") or 0)
        self._counts[number, depth] = self._counts.get((number, depth), level.start - 1) + 1
        for deeper in range(depth + 1, 10):
            self._counts.pop((number, deeper), None)
        return re.sub(r"%(\d)", lambda found: str(self._counts.get((number, int(found[1]) - 1), 1)), level.text).strip()
