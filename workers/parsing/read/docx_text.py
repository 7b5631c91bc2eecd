"""The letters of a DOCX: what a run holds, and the wrappers around runs and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from workers.parsing.read.docx_style import W, value
from workers.parsing.read.flow import Block, Break, Paragraph

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
THROUGH = {
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "hyperlink", "dir", "bdo", "rubyBase")
}
_PLAIN = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
# Wingdings and Webdings letters that stand for something a reader would say.
_SYMBOLS = {0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x2B: "✉", 0x2D: "✉", 0xC8: "☎", 0xE8: "→", 0xF0: "→", 0xFC: "✓"}


def children(parent: etree._Element) -> Iterator[etree._Element]:
    """Children with the wrappers (content controls, insertions, alternatives) taken off; deletions are left out."""
    for node in parent:
        if node.tag in THROUGH:
            yield from children(node)
        elif node.tag == MC + "AlternateContent":
            yield from children(choice(node))
        else:
            yield node


def contents(run: etree._Element) -> Iterator[etree._Element]:
    for node in run:
        if node.tag == MC + "AlternateContent":
            yield from choice(node)
        else:
            yield node


def choice(node: etree._Element) -> Any:
    """Word writes a text box twice, as a drawing and as its VML twin for old readers: the first is taken."""
    choice = node.find(MC + "Choice")
    return choice if choice is not None and len(choice) else (node.find(MC + "Fallback") if node.find(MC + "Fallback") is not None else ())


def text_of(node: etree._Element) -> str:
    if node.tag == W + "t":
        return (node.text or "").replace("\n", " ")
    if node.tag == W + "br":
        return "\n"
    if node.tag == W + "sym":
        code = value(node, "char") or ""
        return _SYMBOLS.get(int(code, 16) & 0xFF, "•") if re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) else ""
    return _PLAIN.get(str(node.tag), "")


def has_text(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return any(run.text.strip() for run in block.runs)
    return not isinstance(block, Break)
