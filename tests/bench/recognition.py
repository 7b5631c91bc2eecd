"""Recognition: CPU seconds a page and the share of words read right, on scans made from files whose words are known.

    python -m tests.bench.recognition [--pages 12] [--corpus DIR]

Pages of the corpus's PDFs (or of our own made ones, where there is no corpus) are printed at 150 dots to the inch, tilted,
dusted with noise and saved as JPEG, then read as pictures. Ends with 1 where the median page takes more than 2.5 s.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy
from PIL import Image

from tests.parsing.made import pdf
from workers.parsing.read import image
from workers.parsing.read.pdf import page_images, read_pdf

SECONDS = 2.5
DPI = 150


class Try(NamedTuple):
    seconds: float
    wanted: int
    right: int
    accented: int
    accented_right: int


def scan(sheet: Image.Image, chance: random.Random) -> bytes:
    """What a flat-bed scanner makes of a sheet that was laid on it by hand."""
    tilted = sheet.convert("L").rotate(chance.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, fillcolor=255)
    noise = numpy.random.default_rng(chance.randrange(10**6)).normal(0, 8, (tilted.height, tilted.width))
    dusty = Image.fromarray((numpy.asarray(tilted, dtype=numpy.float32) + noise).clip(0, 255).astype(numpy.uint8))
    made = io.BytesIO()
    dusty.save(made, "JPEG", quality=80)
    return made.getvalue()


def attempt(data: bytes, chance: random.Random) -> Try:
    truth = [word.text for word in read_pdf(data).words if word.page == 1]
    picture = scan(next(page_images(data, {0: DPI})), chance)
    began = time.process_time()
    found = {word.text for word in image.read(picture).words}
    seconds = time.process_time() - began
    accented = [word for word in truth if any(letter.isalpha() and not letter.isascii() for letter in word)]
    return Try(seconds, len(truth), sum(word in found for word in truth), len(accented), sum(word in found for word in accented))


def sheets(corpus: Path, count: int, chance: random.Random) -> Iterator[bytes]:
    files = sorted(corpus.glob("*.pdf"))
    if files:
        yield from (path.read_bytes() for path in chance.sample(files, min(count, len(files))))
    else:
        line = "Infirmière diplômée à Nantes, élève à l'hôpital, 2019 - 2021, équipe de nuit"
        yield from (pdf(tuple(f"{number} {line}" for number in range(40))) for _ in range(count))


def main() -> None:
    work = Path(os.environ.get("CVBENCH_DIR") or Path(tempfile.gettempdir()) / "cvbench")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--corpus", type=Path, default=work / "corpus")
    chosen = parser.parse_args()
    chance = random.Random(1)
    tries = [attempt(data, chance) for data in sheets(chosen.corpus, chosen.pages + 1, chance)][1:]
    spent = sorted(each.seconds for each in tries)
    words, right = sum(each.wanted for each in tries), sum(each.right for each in tries)
    accented, good = sum(each.accented for each in tries), sum(each.accented_right for each in tries)
    print(f"{len(tries)} pages: median {statistics.median(spent):.2f} s CPU a page, worst {spent[-1]:.2f} s")
    print(f"words right {right}/{words} = {right / words:.3f}; words with accents {good}/{accented} = {good / max(accented, 1):.3f}")
    sys.exit(1 if statistics.median(spent) > SECONDS else 0)


if __name__ == "__main__":
    main()
