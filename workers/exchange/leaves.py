"""Every value that a written document holds, for those who must know what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import orjson
from lxml import etree


def leaves(data: bytes) -> list[str]:
    """The texts and numbers of a JSON or XML document of ours, in its order; a date that is kept in parts is one value."""
    tree = _elements(data) if data.lstrip().startswith(b"<") else _values(orjson.loads(data))
    return [text for value in tree for text in _lines(value) if text.strip()]


def _lines(value: str) -> list[str]:
    """Europass keeps a post's lines as `<ul><li>…`; others know no markup."""
    return [unescape(part) for part in _MARKS.split(value)] if _MARKS.search(value) else [value]


_MARKS = re.compile(r"</?(?:ul|ol|li|p|br)\s*/?>")


def _values(node: Any) -> Iterable[str]:
    if isinstance(node, dict):
        if node and all(isinstance(value, int) for value in node.values()):
            yield "-".join(f"{value:02d}" for value in node.values())
            return
        # `$schema` names the format, not the person.
        node = [value for name, value in node.items() if not name.startswith("$")]
    if isinstance(node, list):
        for each in node:
            yield from _values(each)
    elif isinstance(node, str | int | float) and not isinstance(node, bool):
        yield str(node)


def _elements(data: bytes) -> Iterable[str]:
    for node in etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).iter():
        yield "-".join(str(value).lstrip("-") for value in node.attrib.values())
        yield from filter(None, (node.text, node.tail))
