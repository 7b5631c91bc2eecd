"""As much CSS as tells what a reader sees: hidden or shown, large or small, bold, coloured, side by side.

Rules of simple selectors (`p`, `.name`, `p.name`, `#id`), one inside others (`.side p`), from style elements, and style attributes.
Media queries count where they are for print or for all; everything about positions is left to the order of the file.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree

Look = dict[str, Any]
# Tag, `.` or `#`, name.
Key = tuple[str, str, str]

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
# Selectors inside one another, and elements around one.
_DEEPEST, _HIGHEST = 4, 40
_MOST_LOOKS = 200_000
_MOST_TEXT = 300_000
OFF_PAGE = -500.0


class StyleSheet:
    def __init__(self, text: str) -> None:
        self._looks_left = _MOST_LOOKS
        self._rules: dict[Key, dict[tuple[Key, ...], dict[str, str]]] = {}
        for found in islice(_RULE.finditer(_SCREEN.sub("", _COMMENT.sub("", text[:_MOST_TEXT]))), _MOST_RULES):
            for selector in found[1].rsplit("}", 1)[-1].split(","):
                keys = [_key(simple) for simple in selector.replace(">", " ").split()]
                if 0 < len(keys) <= _DEEPEST and None not in keys:
                    *outer, own = (key for key in keys if key)
                    self._rules.setdefault(own, {}).setdefault(tuple(outer), {}).update(declarations(found[2]))

    def of(self, node: etree._Element) -> dict[str, str]:
        """The declarations that hold for an element, the stronger ones last."""
        made: dict[str, str] = {}
        for key in _keys(node):
            for outer, declared in self._rules.get(key, {}).items():
                if not outer or self._stands_in(node, outer):
                    made |= declared
        if node.get("style"):
            made |= declarations(node.get("style") or "")
        return made

    def _stands_in(self, node: etree._Element, outer: tuple[Key, ...]) -> bool:
        """Every selector fits an element around the node, the last one the nearest. Pages of endless rules are not looked up for ever."""
        wanted = list(outer)
        for above in islice(node.iterancestors(), _HIGHEST) if self._looks_left > 0 else ():
            self._looks_left -= 1
            if wanted[-1] in _keys(above):
                wanted.pop()
                if not wanted:
                    return True
        return False


def _key(selector: str) -> Key | None:
    plain = _SELECTOR.fullmatch(selector)
    return ((plain[1] or "").lower(), plain[2] or "", plain[3] or "") if plain and plain[0] else None


def _keys(node: etree._Element) -> list[Key]:
    tag = str(node.tag)
    marks = [(".", name) for name in (node.get("class") or "").split()[:20]] + [("#", node.get("id") or "")]
    return [(tag, "", ""), *((name, mark, value) for mark, value in marks if value for name in ("", tag))]


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
