"""What operators see of a failure in a child process: its kind and place; of libraries their name alone."""

from __future__ import annotations

import subprocess
import sys

SAID = """
import logging
from graph import log
log.configure("INFO")
logging.getLogger("workers.offload").error("offloaded %s failed: %s", "print_cv", "ValueError at pdf.py:12")
logging.getLogger("weasyprint").error("Ignored: Jean Dupont")
try:
    raise ValueError("Jean Dupont")
except ValueError:
    logging.getLogger("strawberry.ws.task").exception("Exception in worker task")
"""


def test_ours_is_told_and_what_libraries_quote_is_not() -> None:
    said = subprocess.run([sys.executable, "-c", SAID], capture_output=True, text=True, check=True)
    ours = "ERROR workers.offload offloaded print_cv failed: ValueError at pdf.py:12"
    assert said.stderr.splitlines() == [ours, "ERROR weasyprint", "ERROR strawberry.ws.task", "ValueError"]
