"""Whatever a file is made of, its reading ends within ten seconds through every door."""

from __future__ import annotations

import pytest

from workers import offload
from workers.services import advice, cv_source, exchange, job, resume, sheet


@pytest.mark.parametrize("service", [advice, cv_source, exchange, job, resume, sheet])
def test_what_reads_files_of_strangers_has_the_one_deadline(service: object) -> None:
    assert getattr(service, "DEADLINE", None) == offload.DEADLINE < 10
