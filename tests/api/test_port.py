"""A server that cannot listen says so, and promises nothing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path


def test_a_taken_port_is_named_and_nothing_is_greeted(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "--samples", "--port", str(port)]
        told = {**os.environ, "CVGRAPH_DATA": str(tmp_path)}
        done = subprocess.run(command, capture_output=True, text=True, env=told, timeout=60)
    assert done.returncode != 0 and done.stdout == ""
    assert f"127.0.0.1:{port}" in done.stderr and "PORT" in done.stderr
