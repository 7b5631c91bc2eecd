"""What printing costs: against bare WeasyPrint on the same HTML, per preview page, and in memory over many documents.

    python -m tests.bench.rendering [--rounds 15] [--many 300]

CPU seconds of this process alone; the least of the rounds is the figure least disturbed by what else the machine does.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from workers.rendering import PRESETS, ResumeSettings, changed, layouts, preview, render
from workers.rendering.gallery import samples
from workers.rendering.labels import labels
from workers.rendering.layout import page
from workers.rendering.view import view


def spent(work: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of CPU of each round, after one to warm up."""
    work()
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begun))
    return times


def said(name: str, times: list[float]) -> None:
    print(f"{name:34} least {min(times):6.1f} ms   median {statistics.median(times):6.1f} ms")


def against_bare(layout: str, rounds: int) -> float:
    """Our time over that of bare WeasyPrint on the same HTML, taken in turns, so that both meet the same machine."""
    from weasyprint import HTML

    cv, settings = samples()["en"], changed(ResumeSettings(), {"layout": layout})
    words = labels("en")
    html = page(view(cv, settings, words), settings, words)
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(rounds):
        bare += spent(lambda: HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"), 1)
        ours += spent(lambda: render(cv, settings), 1)
    said(f"bare WeasyPrint, {layout}", bare)
    said(f"ours, {layout}", ours)
    blind = changed(settings, {"privacy": "blind"})
    said(f"ours, anonymised, {layout}", spent(lambda: render(cv, blind), max(3, rounds // 3)))
    assert PRESETS["blind"] == blind.privacy
    return min(ours) / min(bare)


def previews(rounds: int) -> None:
    pdf = render(samples()["en"], ResumeSettings()).pdf
    for dpi in (72, 96, 144):
        times = spent(lambda dpi=dpi: preview(pdf, dpi), rounds)  # type: ignore[misc]
        said(f"PNG page at {dpi} dpi", [one / 2 for one in times])


def memory(many: int) -> None:
    cvs = list(samples().values())
    for number in range(many):
        render(cvs[number % 2], changed(ResumeSettings(), {"layout": layouts()[number % 5]}))
        if number % max(1, many // 6) == 0:
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"after {number + 1:5} documents: {_resident():6.1f} MB now, {most:6.1f} MB most")
    print(f"after {many:5} documents: {_resident():6.1f} MB now")


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--many", type=int, default=300)
    chosen = options.parse_args()
    for layout in layouts():
        print(f"{layout}: {against_bare(layout, chosen.rounds):.2f} x bare WeasyPrint")
    previews(chosen.rounds)
    memory(chosen.many)


if __name__ == "__main__":
    main()
