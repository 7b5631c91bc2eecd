"""How a PDF's words are printed: size, weight, slant, and the ink, asked once per text object and once per font."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from ctypes import addressof

from workers.parsing.read import pdfium
from workers.parsing.read.pdf_drawing import Drawn
from workers.parsing.read.visible import Ink

BOLD = re.compile(r"bold|black|heavy|semi-?b|demi|(?:^|[^a-z])bd|cmbx|cmb\d|ptmb|phvb|-medi|fett|gras|xbd", re.I)
ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|ptmri|-it\b|kursiv", re.I)
ITALIC_FLAG, FORCE_BOLD_FLAG = 0x40, 0x40000
FILL_AND_STROKE = 2

# Size in points, bold, italic, ink, and the number of the font.
Style = tuple[float, bool, bool, Ink, int]
PLAIN: Style = (10.0, False, False, Ink(0, 255, 0, 0), 0)


def styles(page: Drawn) -> Callable[[int | None, float], Style]:
    """(text object, height of its box) → its style."""
    order, faint, off, clips = page.order, page.faint, page.off, page.clips
    objects: dict[int, Style] = {}
    fonts: dict[int, tuple[bool, bool]] = {}
    sizes: dict[tuple[int, float], float] = {}
    channels = (ctypes.c_uint * 4)()
    red = addressof(channels)
    green, blue, alpha = red + 4, red + 8, red + 12

    def style(handle: int | None, height: float) -> Style:
        if not handle:
            return PLAIN
        if (drawn := objects.get(handle)) is not None:
            return drawn
        font = pdfium.text_font(handle) or 0
        bold, italic = fonts[font] if font in fonts else fonts.setdefault(font, _weight(font))
        size = sizes.get((font, height)) or sizes.setdefault((font, height), _size(handle))
        pdfium.fill_colour(handle, red, green, blue, alpha)
        mode = pdfium.text_mode(handle)
        colour = channels[0] << 16 | channels[1] << 8 | channels[2]
        ink = Ink(colour, 0 if handle in faint else channels[3], mode, order.get(handle, 0), clips.get(handle), handle in off)
        return objects.setdefault(handle, (size, bold or mode == FILL_AND_STROKE, italic, ink, font))

    return style


def _weight(font: int) -> tuple[bool, bool]:
    buffer = ctypes.create_string_buffer(128)
    pdfium.font_name(font, addressof(buffer), 128)
    name = buffer.value.decode("latin-1").split("+")[-1]
    flags = max(pdfium.font_flags(font), 0)
    return bool(BOLD.search(name) or flags & FORCE_BOLD_FLAG), bool(ITALIC.search(name) or flags & ITALIC_FLAG)


def _size(handle: int) -> float:
    """pdfium's font size leaves out the matrix; the eye does not."""
    size, matrix = ctypes.c_float(), (ctypes.c_float * 6)()
    pdfium.text_size(handle, addressof(size))
    pdfium.object_matrix(handle, addressof(matrix))
    return round(abs(size.value) * (math.hypot(matrix[2], matrix[3]) or 1.0), 2)
