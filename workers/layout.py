"""What a simple reader would stumble over in a file: seen by ours, judged by coaching."""

from __future__ import annotations

import msgspec


class Layout(msgspec.Struct, frozen=True):
    """Pages from 1. `columns`: pages with text side by side that a reader going line by line mixes up. `pictures`: page → its share
    under pictures where few words stand beside them. `unknown_headings` as printed. `scanned`: no text but pictures of it."""

    columns: tuple[int, ...] = ()
    pictures: dict[int, float] = {}
    unknown_headings: tuple[str, ...] = ()
    scanned: bool = False
