"""What a score would about be, from the terms that somebody has in the index: for thousands at once, to choose whom to score."""

from __future__ import annotations

from collections.abc import Mapping

import numpy
from numpy.typing import NDArray

from workers.matching.types import PartKind
from workers.matching.weights import DEFAULT_WEIGHTS

Points = NDArray[numpy.float32]
_STRANGER, _LEAST, _TRADE, _ASKED = 0.15, 0.45, 0.4, 0.3  # as in score.py


def rough(points: Mapping[PartKind, Points]) -> Points:
    """Points of each part, one figure for each person → the points of them all. As in a score, years count in the trade alone, and
    a diploma and a language make no stranger fit."""
    none = numpy.zeros_like(next(iter(points.values())))
    trade = numpy.minimum(1.0, points.get(PartKind.OCCUPATION, none) / DEFAULT_WEIGHTS.occupation)
    asked = points.get(PartKind.MUST_HAVE, none) / DEFAULT_WEIGHTS.must_have
    formal = points.get(PartKind.STUDY, none) + points.get(PartKind.LANGUAGES, none)
    found = points.get(PartKind.MUST_HAVE, none) + points.get(PartKind.NICE_TO_HAVE, none) + DEFAULT_WEIGHTS.occupation * trade
    found += points.get(PartKind.TEXT, none) + points.get(PartKind.YEARS, none) * numpy.minimum(1.0, _STRANGER + trade)
    found += formal * numpy.minimum(1.0, 2.0 * numpy.maximum(trade, asked))
    rated: Points = found * numpy.minimum(1.0, _LEAST + _TRADE * trade + _ASKED * asked)
    return rated
