"""An agency's colour as words can wear it: readable on paper, and words readable on it, as WCAG 2 reckons contrast."""

from __future__ import annotations

WHITE, BLACK = "#ffffff", "#1b1b1b"
# The darkest ground that words in the agency's colour stand on is a side column; 4.5 is what small letters need.
GROUND, ENOUGH = "#eef1f5", 4.5


def ink(colour: str) -> str:
    """The colour itself where words in it can be read, else the same hue as dark as they need."""
    share = 1.0
    while contrast(shade := _shaded(colour, share), GROUND) < ENOUGH:
        share -= 0.02
    return shade


def over(colour: str) -> str:
    """White for words upon the colour, or black where white would be pale."""
    return WHITE if contrast(colour, WHITE) >= min(ENOUGH, contrast(colour, BLACK)) else BLACK


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.lstrip("#")))


def _shaded(colour: str, share: float) -> str:
    return colour if share == 1 else "#" + bytes(round(part * share) for part in _parts(colour)).hex()
