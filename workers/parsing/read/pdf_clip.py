"""What a clipping path leaves of the page, and which layers are switched off: text there is in the file, and nobody sees it.

pdfium drops clipping paths that cut nothing off, so those that are left are few.
"""

from __future__ import annotations

import ctypes
import io
import logging
from collections.abc import Callable
from ctypes import addressof
from functools import cached_property
from typing import Any

from workers.parsing.read import pdfium

# Left, bottom, right, top.
Edges = tuple[float, float, float, float]
NAME_BYTES = 256
OPTIONAL_CONTENT = "OC\0".encode("utf-16-le")


def clip_of(item: int) -> Edges | None:
    """The box around what a drawn object's clipping paths leave, in the coordinates it is drawn in; None where they cut nothing."""
    path = pdfium.clip_of(item)
    count = pdfium.clip_count(path) if path else 0
    if count <= 0:
        return None
    boxes = [_around(path, index) for index in range(count)]
    left, bottom = max(box[0] for box in boxes), max(box[1] for box in boxes)
    return left, bottom, min(box[2] for box in boxes), min(box[3] for box in boxes)


def _around(path: int, index: int) -> Edges:
    point = (ctypes.c_float * 2)()
    xs, ys = [], []
    for place in range(max(pdfium.clip_segment_count(path, index), 0)):
        if pdfium.segment_point(pdfium.clip_segment(path, index, place), addressof(point), addressof(point) + 4):
            xs.append(point[0])
            ys.append(point[1])
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


class Layers:
    """The optional content of one file. Its list is looked for at the first object that belongs to some."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        # The catalogue names them, unless it is packed with other objects.
        self._may_be = any(sign in data for sign in (b"/OCProperties", b"/ObjStm"))
        self._known: dict[int, bool] = {}

    def veil(self, item: int) -> bool:
        """May a drawn object be cut, or belong to a layer? Most do neither."""
        return bool((self._may_be and pdfium.mark_count(item) > 0) or pdfium.clip_count(pdfium.clip_of(item)) > 0)

    def hide(self, item: int) -> bool:
        """Is the drawn object in a layer that is switched off?"""
        return self._may_be and any([self._is_off(pdfium.mark_at(item, index)) for index in range(pdfium.mark_count(item))])

    def _is_off(self, mark: int) -> bool:
        if mark not in self._known:
            self._known[mark] = _bytes(pdfium.mark_name, mark) == OPTIONAL_CONTENT and self._names_one_off(mark)
        return self._known[mark]

    def _names_one_off(self, mark: int) -> bool:
        """What belongs to several layers at once has no name: it is off where all of them are."""
        off, layers = self._off
        name = _bytes(pdfium.mark_value, mark, b"Name")
        return name in off if name else bool(off) and off == layers

    @cached_property
    def _off(self) -> tuple[frozenset[bytes], frozenset[bytes]]:
        """Names of the layers that are not shown when the file is opened, and of all, as the file writes them."""
        # Costs as much as reading five CVs, and few files have layers.
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfparser import PDFParser
        from pdfminer.pdftypes import resolve1

        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # It quotes the file.
        try:
            content = _plain(PDFDocument(PDFParser(io.BytesIO(self._data))).catalog.get("OCProperties"), resolve1)
        except Exception:
            return frozenset(), frozenset()
        return _hidden_names(content)


def _plain(value: Any, resolve: Callable[[Any], Any], depth: int = 0) -> Any:
    """An object of the file with what it points to, as far as lists of layers reach."""
    value = resolve(value)
    if depth < 4 and isinstance(value, dict):
        return {key: _plain(part, resolve, depth + 1) for key, part in value.items()}
    return [_plain(part, resolve, depth + 1) for part in value] if depth < 4 and isinstance(value, list) else value


def _hidden_names(content: Any) -> tuple[frozenset[bytes], frozenset[bytes]]:
    content = content if isinstance(content, dict) else {}
    shown = content.get("D") if isinstance(content.get("D"), dict) else {}
    layers, off, lit = (_names(listed) for listed in (content.get("OCGs"), shown.get("OFF"), shown.get("ON")))
    all_off = getattr(shown.get("BaseState"), "name", "") == "OFF"
    return (off | (layers - lit) if all_off else off), layers


def _names(layers: Any) -> frozenset[bytes]:
    listed = layers if isinstance(layers, list) else []
    return frozenset(name for layer in listed if isinstance(layer, dict) and isinstance(name := layer.get("Name"), bytes))


def _bytes(ask: Any, *about: Any) -> bytes:
    buffer, length = ctypes.create_string_buffer(NAME_BYTES), ctypes.c_ulong()
    told = ask(*about, addressof(buffer), NAME_BYTES, addressof(length))
    return buffer.raw[: min(length.value, NAME_BYTES)] if told else b""
