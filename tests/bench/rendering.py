"""What printing costs: against bare WeasyPrint on the same HTML, per preview page, and in memory over many documents.

    python -m tests.bench.rendering [--rounds 15] [--many 300]
    python -m tests.bench.rendering --background 500      # through the children of the product, on all cores
    python -m tests.bench.rendering --flat 2000           # what a child holds after 100, 500, 1000 and 2000 documents

CPU seconds of this process alone; the least of the rounds is the figure least disturbed by what else the machine does. In the
background it is documents a second on all cores, ours and bare WeasyPrint's in turns through the same children.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

from workers.cv import to_json
from workers.offload import Pool
from workers.rendering import PRESETS, ResumeSettings, changed, layouts, preview, print_cv, render
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


def _resident(process: str = "self") -> float:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def bare_pdf(html: str) -> bytes:
    from weasyprint import HTML

    data: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return data


async def background(many: int, batch: int = 25, paired: int = 8) -> None:
    """`paired` batches of each kind in turns give the ratio; the rest is ours alone, for memory."""
    # Children find a function by its module's name, which is not __main__.
    from tests.bench.rendering import bare_pdf

    cv, settings, pool = samples()["en"], ResumeSettings(), Pool()
    html = page(view(cv, settings, labels("en")), settings, labels("en"))
    await pool.warm("weasyprint", "workers.rendering.pdf", "workers.rendering.sample")
    ours = bare = 0.0
    for number in range(many // batch):
        if number < paired:
            bare += await _wall([pool.run(bare_pdf, html, deadline=60) for _ in range(batch)])
        took = await _wall([pool.run(print_cv, to_json(cv), settings, b"key", "", deadline=60) for _ in range(batch)])
        ours += took if number < paired else 0.0
        if number + 1 == paired:
            print(f"{batch * paired} each: {batch * paired / ours:.2f} documents a second, {bare / ours:.2f} x the rate of bare WeasyPrint")
        if number % 4 == 3:
            print(
                f"after {batch * (number + 1):5} documents: {max(map(_resident, _children())):6.1f} MB in the largest child now", flush=True
            )
    print(f"{pool.peak / 2**20:.1f} MB was the most of any child")
    pool.close()


MARKS = (100, 500, 1000, 2000)
# Megabytes that a warm child holds at most, and that it may gain after the first hundred documents.
MOST, GAIN = 160, 8


async def flat(many: int) -> bool:
    """Every layout, plain and anonymised, through children that are never replaced, so that whatever grows adds up. Whether the
    bounds were kept: the product, which replaces them, keeps what these keep."""
    pool, cvs, peaks = Pool(uses=many + 1), list(samples().values()), []
    dresses = [changed(ResumeSettings(), {"layout": layout, "privacy": privacy}) for layout in layouts() for privacy in ("none", "blind")]
    await pool.warm("weasyprint", "workers.rendering.pdf", "workers.rendering.sample")
    begun = 0
    for mark in sorted({*(mark for mark in MARKS if mark < many), many}):
        jobs = ((cvs[number // len(dresses) % len(cvs)], dresses[number % len(dresses)]) for number in range(begun, mark))
        await asyncio.gather(*(pool.run(print_cv, to_json(cv), dress, b"key", "", deadline=60) for cv, dress in jobs))
        begun, peaks = mark, [*peaks, [_peak(child) for child in sorted(_children(), key=int)]]
        print(f"after {mark:5} documents, the most each child held: {', '.join(f'{peak:.1f} MB' for peak in peaks[-1])}", flush=True)
    pool.close()
    gains = [last - first for first, last in zip(peaks[0], peaks[-1], strict=True)]
    print(f"gained after the first {MARKS[0]}: {max(gains):.1f} MB (at most {GAIN}); the largest: {max(peaks[-1]):.1f} MB (at most {MOST})")
    return max(gains) <= GAIN and max(peaks[-1]) <= MOST


def _peak(process: str) -> float:
    (line,) = (line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


async def _wall(work: list[Coroutine[object, object, object]]) -> float:
    begun = time.monotonic()
    await asyncio.gather(*work)
    return time.monotonic() - begun


def _children() -> list[str]:
    return [number for task in Path("/proc/self/task").iterdir() for number in (task / "children").read_text().split()]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=15, help="documents of each kind that are timed")
    options.add_argument("--many", type=int, default=300, help="documents printed in this process to see its memory")
    options.add_argument(
        "--background", type=int, default=0, help="documents printed on all cores beside bare WeasyPrint; nothing else is measured"
    )
    options.add_argument(
        "--flat", type=int, default=0, help="documents after which a child must hold what it held after 100; ends with 1 if not"
    )
    chosen = options.parse_args()
    if chosen.background:
        asyncio.run(background(chosen.background))
        return
    if chosen.flat:
        raise SystemExit(0 if asyncio.run(flat(chosen.flat)) else 1)
    for layout in layouts():
        print(f"{layout}: {against_bare(layout, chosen.rounds):.2f} x bare WeasyPrint")
    previews(chosen.rounds)
    memory(chosen.many)


if __name__ == "__main__":
    main()
