"""The rough score by which the short list is chosen keeps the order of what it is made of."""

from __future__ import annotations

import numpy
import pytest

from workers.matching import DEFAULT_WEIGHTS, PartKind
from workers.matching.rough import rough

MOST = {
    PartKind.MUST_HAVE: DEFAULT_WEIGHTS.must_have,
    PartKind.NICE_TO_HAVE: DEFAULT_WEIGHTS.nice_to_have,
    PartKind.OCCUPATION: DEFAULT_WEIGHTS.occupation,
    PartKind.YEARS: DEFAULT_WEIGHTS.years,
    PartKind.STUDY: DEFAULT_WEIGHTS.study,
    PartKind.LANGUAGES: DEFAULT_WEIGHTS.languages,
}


def rated(**shares: float) -> float:
    points = {kind: numpy.full(1, most * shares.get(kind.lower(), 0.0), numpy.float32) for kind, most in MOST.items()}
    return float(rough(points)[0])


@pytest.mark.parametrize("kind", MOST)
def test_more_of_a_part_never_rates_lower(kind: PartKind) -> None:
    draw = numpy.random.default_rng(4)
    points = {each: (most * draw.random(500)).astype(numpy.float32) for each, most in MOST.items()}
    more = points | {kind: (points[kind] + MOST[kind] * (1 - points[kind] / MOST[kind]) * 0.5).astype(numpy.float32)}
    assert (rough(more) >= rough(points)).all() and (rough(more) > rough(points)).any()


def test_years_and_a_diploma_make_no_stranger_fit() -> None:
    stranger = rated(years=1.0, study=1.0, languages=1.0)
    assert stranger < rated(occupation=0.5) < rated(occupation=0.5, years=1.0)


def test_somebody_with_everything_has_all_the_points() -> None:
    assert rated(**dict.fromkeys((kind.lower() for kind in MOST), 1.0)) == pytest.approx(sum(MOST.values()))


def test_parts_the_index_says_nothing_of_count_nothing() -> None:
    assert rough({PartKind.OCCUPATION: numpy.zeros(3, numpy.float32)}).tolist() == [0.0, 0.0, 0.0]
