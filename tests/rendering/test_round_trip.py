"""What we print, we read: every printed field of our own documents comes back from our own reader."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bench.round_trip import WORDS, Miss, Result, person, round_trip
from workers.rendering import layouts

FLOOR = 0.99
PEOPLE = 4


def told(missed: list[Miss]) -> str:
    return "\n".join(f"{miss.case}: {miss.path} {miss.wanted!r} -> {miss.got!r}" for miss in missed)


@pytest.mark.parametrize("layout", layouts())
@pytest.mark.parametrize("language", sorted(WORDS))
def test_printed_fields_come_back(language: str, layout: str) -> None:
    results = [round_trip(person(language, seed), layout, f"{language} {seed} {layout}") for seed in range(PEOPLE)]
    total = Result(sum(result.wanted for result in results), [miss for result in results for miss in result.missed])
    assert total.share >= FLOOR, told(total.missed)


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(language=st.sampled_from(sorted(WORDS)), seed=st.integers(100, 9999), layout=st.sampled_from(layouts()))
def test_name_and_ways_to_reach_always_come_back(language: str, seed: int, layout: str) -> None:
    result = round_trip(person(language, seed), layout, f"{language} {seed} {layout}")
    lost = [
        miss for miss in result.missed if miss.path in ("candidate.firstName", "candidate.lastName", "candidate.email", "candidate.phone")
    ]
    assert not lost, told(lost)
