"""Every benchmark in turn: `make bench`, or `python -m tests.bench matching rendering`. Each prints its own figures.

What measures nothing fails nothing here; `hostile` alone ends with an error where a bound is broken.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
# Makes the files that others measure.
MAKERS = {"strangers"}


def main(chosen: list[str]) -> int:
    modules = [path for path in FOLDER.glob("*.py") if not path.stem.startswith("_") and "__main__" in path.read_text()]
    names = chosen or sorted({path.stem for path in modules} - MAKERS)
    codes = []
    for name in names:
        print(f"\n== {name}", flush=True)
        codes.append(subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False).returncode)
    return max(codes, default=0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
