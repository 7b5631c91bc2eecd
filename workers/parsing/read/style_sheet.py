"""As much CSS as tells what a reader sees: hidden or shown, large or small, bold, coloured, side by side.

Rules of one simple selector (`p`, `.name`, `p.name`, `#id`) from style elements, and style attributes. Media queries count
where they are for print or for all; everything about positions is left to the order of the file.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree

Look = dict[str, Any]

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,5000})\}")
_SCREEN = re.compile(
    r"@(?:media[^{]*\b(?:max-width|min-width|screen|prefers)|keyframes|font-face|supports|page)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.I
)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.I)
_SIZE = re.compile(r"(-?[\d.]+)\s*(px|pt|em|rem|%|mm|cm|in)?")
_UNITS = {"px": 0.75, "pt": 1.0, "rem": 12.0, "mm": 2.835, "cm": 28.35, "in": 72.0, None: 0.75}
_NAMED = {
    "white": 0xFFFFFF,
    "black": 0,
    "red": 0xFF0000,
    "blue": 0x0000FF,
    "gray": 0x808080,
    "grey": 0x808080,
    "navy": 0x000080,
    "teal": 0x008080,
}
_MOST_RULES = 3_000
_MOST_TEXT = 300_000
OFF_PAGE = -500.0


class StyleSheet:
    def __init__(self, text: str) -> None:
        self._rules: dict[tuple[str, str, str], dict[str, str]] = {}
        for found in islice(_RULE.finditer(_SCREEN.sub("", _COMMENT.sub("", text[:_MOST_TEXT]))), _MOST_RULES):
            for selector in found[1].rsplit("}", 1)[-1].split(","):
                plain = _SELECTOR.fullmatch(selector.strip())
                if plain and plain[0]:
                    key = (plain[1] or "").lower(), plain[2] or "", plain[3] or ""
                    self._rules.setdefault(key, {}).update(declarations(found[2]))

    def of(self, node: etree._Element) -> dict[str, str]:
        """The declarations that hold for an element, the stronger ones last."""
        tag, made = str(node.tag), dict(self._rules.get((str(node.tag), "", ""), {}))
        marks = [(".", name) for name in (node.get("class") or "").split()[:20]] + [("#", node.get("id") or "")]
        for mark, name in marks:
            made |= self._rules.get(("", mark, name), {})
            made |= self._rules.get((tag, mark, name), {})
        if node.get("style"):
            made |= declarations(node.get("style") or "")
        return made


def declarations(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {name.strip().lower(): value.replace("!important", "").strip().lower() for name, value in pairs}


def look(css: dict[str, str], above: Look) -> Look:
    """What the declarations change of the look that is inherited."""
    made = dict(above)
    if "font-size" in css:
        made["size"] = size(css["font-size"], above["size"])
    if "font-weight" in css:
        weight = css["font-weight"]
        made["bold"] = weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600)
    if "font-style" in css:
        made["italic"] = css["font-style"] in ("italic", "oblique")
    if (shade := colour(css.get("color", ""))) is not None:
        made["colour"] = shade
    if (ground := css.get("background-color") or css.get("background")) and ground not in ("none", "transparent", "inherit", "initial"):
        shade = colour(ground.split(" ")[0])
        made["ground"] = -1 if shade is None else shade
    if "text-align" in css:
        made["align"] = {"end": "right"}.get(css["text-align"], css["text-align"])
    if css.get("text-transform") == "uppercase":
        made["caps"] = True
    made["hidden"] = above["hidden"] or why_hidden(css)
    return made


def why_hidden(css: dict[str, str]) -> str:
    if css.get("display") == "none" or css.get("visibility") in ("hidden", "collapse"):
        return "hidden"
    if css.get("opacity", "1").rstrip("%") in ("0", "0.0", ".0", "0.00"):
        return "transparent"
    if css.get("position") in ("absolute", "fixed") and min(length(css.get("left", "")), length(css.get("top", ""))) < OFF_PAGE:
        return "off_page"
    return "off_page" if length(css.get("text-indent", "")) < OFF_PAGE else ""


def size(text: str, above: float) -> float:
    found = _SIZE.match(text)
    if not found:
        return {"small": 9.75, "smaller": above * 0.85, "larger": above * 1.2, "large": 13.5, "x-large": 18.0, "xx-large": 24.0}.get(
            text, above
        )
    factor = {"em": above, "%": above / 100}.get(found[2]) or _UNITS.get(found[2], 0.75)
    return max(0.0, min(_number(found[1]) * factor, 200.0))


def length(text: str) -> float:
    found = _SIZE.match(text)
    return _number(found[1]) * (_UNITS.get(found[2]) or 12.0) if found else 0.0


def _number(text: str) -> float:
    try:
        return max(-1e6, min(float(text), 1e6))
    except ValueError:
        return 0.0


def colour(text: str) -> int | None:
    text = text.strip()
    if found := re.fullmatch(r"#([0-9a-f]{3}|[0-9a-f]{6})", text):
        return int(found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1]), 16)
    if found := re.match(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})", text):
        return min(int(found[1]), 255) << 16 | min(int(found[2]), 255) << 8 | min(int(found[3]), 255)
    return _NAMED.get(text)
