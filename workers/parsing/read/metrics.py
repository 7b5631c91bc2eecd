"""How wide words print in an ordinary sans serif, for documents that carry no positions of their own."""

from __future__ import annotations

from functools import lru_cache

_GROUPS = (
    (" .,:;!|'’ijlI/\\·", 0.25),
    ('ftr()[]{}-`"°*“”«»', 0.33),
    ("ckvsxyzJç", 0.47),
    ("mMW@%—…œŒæÆ", 0.84),
    ("w", 0.70),
    ("ABCDEFGHKLNOPQRSTUVXYZÉÈÊËÀÂÄÇÎÏÔÖÙÛÜ&+=<>~", 0.65),
)
_EMS = {character: ems for characters, ems in _GROUPS for character in characters}
_ORDINARY = 0.53
_WIDE = 0x2E80


def _ems(character: str) -> float:
    return 1.0 if ord(character) >= _WIDE else _EMS.get(character, _ORDINARY)


@lru_cache(maxsize=8192)
def _text_ems(text: str) -> float:
    return sum(_ems(character) for character in text)


def width(text: str, size: float, bold: bool = False) -> float:
    """Points that `text` takes at `size` points."""
    return _text_ems(text) * size * (1.06 if bold else 1.0)


def space(size: float) -> float:
    return 0.25 * size
