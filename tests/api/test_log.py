"""What operators see of a failure in a child process: its kind and place, of libraries their name alone."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from graph import log


@pytest.fixture
def configured(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("workers.offload")
    before = (root.handlers[:], root.level, ours.handlers[:], ours.propagate)
    log.configure("INFO")
    yield
    root.handlers, level, ours.handlers, ours.propagate = before
    root.setLevel(level)


def test_ours_is_told_and_what_libraries_quote_is_not(configured: None, capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("workers.offload").error("offloaded %s failed: %s", "print_cv", "ValueError at pdf.py:12")
    logging.getLogger("weasyprint").error("Ignored: Jean Dupont")
    assert capfd.readouterr().err.splitlines()[-2:] == [
        "ERROR workers.offload offloaded print_cv failed: ValueError at pdf.py:12",
        "ERROR weasyprint",
    ]
