"""The parsing benchmark: every file of the corpus through `parse` in one process, then the corpus's own scoring.

    make bench-parsing            CVGRAPH_BENCH names the benchmark folder (default ../shared/bench/parsing)
    python -m tests.bench.parsing [--corpus DIR] [--answers FILE] [--show N] [further options of score.py]

Prints the macro figure, the table per field, CPU milliseconds per document, and their ratio to pdfium's bare word
extraction of the same files, measured in the same run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from workers.cv import to_json
from workers.errors import CvError
from workers.parsing import parse

TODAY = dt.date(2026, 11, 1)


def main() -> None:
    options, rest = _options()
    if not (options.corpus / "index.json").is_file():
        sys.exit(f"There is no corpus in {options.corpus}: make it with make_corpus.py of the benchmark folder.")
    files = sorted(options.corpus / one["file"] for one in json.loads((options.corpus / "index.json").read_text(encoding="utf-8")))
    parse(files[0].read_bytes(), files[0].name, today=TODAY)
    seconds: dict[Path, float] = {}
    with options.answers.open("w", encoding="utf-8") as out:
        for path in files:
            answer, seconds[path] = _answer(path)
            out.write(json.dumps({"file": path.name, "seconds": seconds[path], **answer}, ensure_ascii=False) + "\n")
    score = options.bench / "score.py"
    if score.is_file():
        _score(score, options, rest)
    else:
        print(f"{score} is not there: the answers are in {options.answers}, unscored.")
    for line in _speed(seconds):
        print(line)


def _options() -> tuple[argparse.Namespace, list[str]]:
    work = Path(os.environ.get("CVBENCH_DIR") or Path(tempfile.gettempdir()) / "cvbench")
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("CVGRAPH_BENCH") or root.parent / "shared/bench/parsing"))
    parser.add_argument("--corpus", type=Path, default=work / "corpus")
    parser.add_argument("--answers", type=Path, default=Path(tempfile.gettempdir()) / "answers.jsonl")
    return parser.parse_known_args()


def _answer(path: Path) -> tuple[dict[str, object], float]:
    data = path.read_bytes()
    began = time.process_time()
    try:
        cv = parse(data, path.name, today=TODAY)
    except CvError as error:
        return {"result": None, "error": f"{error.code}: {error.message}"}, time.process_time() - began
    spent = time.process_time() - began
    return {"result": json.loads(to_json(cv))}, spent


def _score(score: Path, options: argparse.Namespace, rest: list[str]) -> None:
    """The benchmark's own interpreter has what score.py imports; ours has it too where rapidfuzz is installed."""
    own = options.corpus.parent / "venv/bin/python"
    command = [
        str(own if own.is_file() else sys.executable),
        str(score),
        "--results",
        str(options.answers),
        "--corpus",
        str(options.corpus),
    ]
    subprocess.run([*command, *rest], check=True)


def _speed(seconds: dict[Path, float]) -> Iterator[str]:
    pdfs = [path for path in seconds if path.suffix == ".pdf"]
    ours = [seconds[path] * 1000 for path in pdfs]
    for label, words in (("bare text", _bare_text), ("bare words with boxes", _bare_words)) if pdfs else ():
        bare = [_timed(words, path) for path in pdfs]
        yield f"pdfium {label}: median {statistics.median(bare):.1f} ms CPU; ratio {statistics.median(ours) / statistics.median(bare):.2f}"
    if pdfs:
        yield f"parse, PDF: median {statistics.median(ours):.1f} ms CPU, p95 {_percentile(ours):.1f} ms, {len(ours)} files"
    others = [seconds[path] * 1000 for path in seconds if path.suffix != ".pdf"]
    if others:
        yield f"parse, other files: median {statistics.median(others):.1f} ms CPU, p95 {_percentile(others):.1f} ms, {len(others)} files"


def _percentile(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def _timed(extract: object, path: Path) -> float:
    data = path.read_bytes()
    began = time.process_time()
    extract(data)  # type: ignore[operator]
    return (time.process_time() - began) * 1000


def _bare_text(data: bytes) -> None:
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        page.get_textpage().get_text_bounded()
    pdf.close()


def _bare_words(data: bytes) -> None:
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text = page.get_textpage()
        for index in range(text.count_rects()):
            text.get_text_bounded(*text.get_rect(index))
    pdf.close()


if __name__ == "__main__":
    main()
