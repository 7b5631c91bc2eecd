"""What a machine may lack while somebody works there on something else, and CI never may."""

from __future__ import annotations

import os

import pytest

_LEFT_OUT = os.environ.get("CVGRAPH_WITHOUT", "").split(",")
_MAY_LACK = os.environ.get("CVGRAPH_TEST_SERVICES") != "required"

needs_tesseract = pytest.mark.skipif(
    "tesseract" in _LEFT_OUT and _MAY_LACK, reason="CVGRAPH_WITHOUT says that tesseract is not installed here: no scan can be read"
)
