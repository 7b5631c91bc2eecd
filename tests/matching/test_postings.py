"""Packed lists of numbers hold what was put into them, and the best of many lists are those that a plain sum finds."""

from __future__ import annotations

from random import Random

import numpy
import pytest

from workers.matching.postings import PIECE_BITS, SPAN, best, changed, common, newest, packed, summed, unpacked


def offsets(numbers: set[int]) -> numpy.ndarray:
    return numpy.array(sorted(numbers), numpy.uint16)


@pytest.mark.parametrize("count", [0, 1, 4095, 4096, SPAN])
def test_a_piece_gives_back_its_numbers(count: int) -> None:
    numbers = set(Random(count).sample(range(SPAN), count))
    data = packed(offsets(numbers))
    assert set(unpacked(data).tolist()) == numbers and len(data) <= SPAN // 8


@pytest.mark.parametrize("before", [0, 5, 4090, 4100, 30_000])
def test_a_change_is_that_of_the_set(before: int) -> None:
    draw = Random(before)
    numbers = set(draw.sample(range(SPAN), before))
    for added, removed in ((12, 0), (0, min(before, 9)), (10, min(before, 3))):
        more = set(draw.sample(range(SPAN), added))
        less = set(draw.sample(sorted(numbers), removed))
        data = changed(packed(offsets(numbers)), offsets(more), offsets(less))
        assert set(unpacked(data).tolist()) == (numbers | more) - less
        assert data == packed(unpacked(data))


def test_numbers_behind_the_last_are_the_same_piece_as_numbers_put_in_at_once() -> None:
    data = b""
    for number in range(0, SPAN, 13):
        data = changed(data, offsets({number}), offsets(set()))
    assert data == packed(offsets(set(range(0, SPAN, 13))))


def drawn(draw: Random, count: int) -> tuple[set[int], dict[int, bytes]]:
    """Numbers over three pieces, plain and packed."""
    numbers = set(draw.sample(range(3 * SPAN), count))
    pieces = {number >> PIECE_BITS for number in numbers}
    return numbers, {piece: packed(offsets({one % SPAN for one in numbers if one >> PIECE_BITS == piece})) for piece in pieces}


def test_the_best_are_those_with_most_weight_and_of_equals_the_highest() -> None:
    draw = Random(5)
    lists = [(*drawn(draw, count), weight) for count, weight in ((40, 4.0), (9000, 1.0), (20_000, 0.5))]
    allowed = drawn(draw, 100_000)
    weights = {number: sum(weight for numbers, _, weight in lists if number in numbers) for numbers, _, _ in lists for number in numbers}
    ranked = sorted(weights, key=lambda number: (-weights[number], -number))
    weighed = [(pieces, weight) for _, pieces, weight in lists]
    assert best({0: weighed}, None, summed, {}).tolist() == ranked
    assert best({0: weighed}, common([[allowed[1]]]), summed, {}).tolist() == [number for number in ranked if number in allowed[0]]


def test_a_list_beside_tells_among_those_found_and_finds_nobody() -> None:
    draw = Random(6)
    (few, found), (many, beside) = drawn(draw, 300), drawn(draw, 90_000)
    ranked = sorted(few, key=lambda number: (number not in many, -number))
    assert best({0: [(found, 2.0)]}, None, summed, {1: [(beside, 0.5)]}).tolist() == ranked


def test_whoever_is_in_one_list_of_each_group_is_allowed() -> None:
    draw = Random(6)
    groups = [[drawn(draw, 30_000) for _ in range(size)] for size in (1, 2, 3)]
    wanted = set.intersection(*(set.union(*(numbers for numbers, _ in group)) for group in groups))
    assert newest(common([[pieces for _, pieces in group] for group in groups])).tolist() == sorted(wanted, reverse=True)
    assert newest(common([[groups[0][0][1]], []])).tolist() == []
