"""The database is out of reach for twenty seconds: 503 with Retry-After meanwhile, and how soon everything goes on afterwards.

eval "$(python -m tests.services_at)"; python -m tests.bench.outage
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.acceptance.test_outage import outage
from tests.scratch import FORM


def main(seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        waited = outage(Path(folder), seconds)
    print(f"{seconds:g} s without a database: 503 with Retry-After; all that was begun had ended {waited:.1f} s after it came back")


if __name__ == "__main__":
    if FORM:
        main(float(sys.argv[1]) if sys.argv[1:] else 20.0)
    else:
        print("SQLite is a file, there is no wire to cut: DATABASE_URL must name a PostgreSQL")
