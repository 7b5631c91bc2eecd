"""What a reading process costs: memory for a CV of twenty pages, and the time until it has read its first file.

    python -m tests.bench.memory

Ends with 1 above 150 MB for the twenty pages, or above 1.5 s of CPU from the start of the process to its first Cv.
"""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
from functools import partial

from tests.parsing.made import docx, p, pdf
from workers.offload import Pool
from workers.parsing import parse

MEGABYTES, SECONDS = 150, 1.5
FIRST = (
    "import datetime, sys; from workers.parsing import parse; parse(sys.stdin.buffer.read(), 'cv.pdf', today=datetime.date(2026, 11, 1))"
)


def twenty_pages() -> tuple[str, ...]:
    did = "Soins au domicile des patients, suivi des tournees avec les aides et pour les familles"
    post = ("2019 - 2021 Infirmiere, Clinique du Ponant Imaginaire", did) * 24
    return ("Camille Exemple", "camille@example.org 06 39 98 00 01", "Experience professionnelle", *post)


def peak(data: bytes) -> float:
    """Megabytes of a fresh child after this one file."""
    pool = Pool(1)
    pool.call(partial(parse, today=dt.date(2026, 11, 1)), data, "cv", deadline=60)
    pool.close()
    return pool.peak / 2**20


def start_up() -> float:
    """CPU seconds of a process that starts and reads one CV."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", FIRST], input=pdf(twenty_pages()[:30]), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    sizes = {
        "one page of PDF": peak(pdf(twenty_pages()[:30])),
        "twenty pages of PDF": peak(pdf(*(twenty_pages(),) * 20)),
        "twenty pages of DOCX": peak(docx("".join(map(p, twenty_pages())) * 20)),
    }
    seconds = min(start_up() for _ in range(3))
    print("\n".join(f"{name}: {size:.0f} MB" for name, size in sizes.items()))
    print(f"start of a process to its first Cv: {seconds:.2f} s CPU")
    sys.exit(1 if max(sizes.values()) > MEGABYTES or seconds > SECONDS else 0)


if __name__ == "__main__":
    main()
