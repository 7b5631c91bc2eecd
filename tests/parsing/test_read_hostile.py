"""Broken files end in a document or in an error for people. The long run is `tests.bench.hostile`."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.bench.bombs import bombs
from tests.bench.hostile import mutants
from workers.errors import CvError, ErrorCode
from workers.offload import Pool
from workers.parsing.read import MOST_WORDS, read
from workers.parsing.types import Document

NAMES = ("XML billion laughs", "DOCX styles in a ring", "PDF page tree in a ring", "RTF half surrogates", "ODT a billion columns")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool(1)
    yield made
    made.close()


def _end(pool: Pool, data: bytes) -> Document | ErrorCode:
    """Never in this process: hostile files are read under the child's limits of time and memory."""
    try:
        return pool.call(read, data)
    except CvError as error:
        assert error.message.endswith(".")
        return error.code


@pytest.mark.parametrize("seed", range(2))
def test_mutants_end_well(pool: Pool, seed: int) -> None:
    ends = [_end(pool, data) for _, _, data in mutants(60, random.Random(1000 + seed))]
    assert any(isinstance(end, Document) for end in ends)
    assert ErrorCode.INTERNAL not in ends


@pytest.mark.parametrize("name", ("HTML comments without end", "text of words in one line, 9 MB", "text of combining marks"))
def test_what_looked_endless_is_read(pool: Pool, name: str) -> None:
    """Each took minutes once: its work grew with the square of its length."""
    assert _end(pool, dict(bombs("http://127.0.0.1:9/"))[name]()) is not ErrorCode.TIMED_OUT


@pytest.mark.parametrize("name", NAMES)
def test_bombs_end_well(pool: Pool, name: str) -> None:
    end = _end(pool, dict(bombs("http://127.0.0.1:9/"))[name]())
    assert end is not ErrorCode.INTERNAL
    assert not isinstance(end, Document) or len(end.words) <= MOST_WORDS
