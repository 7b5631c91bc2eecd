"""How long `/match` takes for one stored profile and 1, 100 and 1,000 full ads that no two of which are alike, and for the text of a
CV with two of them.

    python -m tests.bench.listings [--rounds 5]

An ad is two thirds of one of our own ads (some 300 characters) and a third of another of its language, with a word of most lines
replaced by one from anywhere in that language: no line is read twice, the vocabulary is that of ads. A thousand are also made of the
long ads of the matching benchmark, and a thousand are one of those under as many titles. On the clock, over HTTP, beside the server's own
`latency_ms` and its processor time, of a server that has one core and one child; ads never seen before, then the same ones again, as an
agency asks for one candidate after another. Then in this process, reading apart from scoring.
The peer is json.loads and json.dumps of the same ads.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import httpx

from tests.acceptance.server import Server, free_port
from tests.bench import job_ads as benchmark
from tests.bench.jobzen import SAMPLE, link
from tests.bench.matching import OWN, TODAY
from workers.listing import Listing, Manner, listings
from workers.matching import Scorer, features_of_cv, features_of_job
from workers.parsing import job_ad, parse

Make = Callable[[int, int], list[Listing]]
SIZES, FEW = (1, 100, 1000), 2
_IDLE = 50.0  # milliseconds of processor time a second


def ads(count: int, seed: int = 3) -> list[Listing]:
    return mixed(
        {code: [path.read_text("utf-8") for path in sorted((OWN / "ads").glob(f"{code}-*.txt"))] for code in ("en", "fr")}, count, seed
    )


def long_ads(count: int, seed: int = 3) -> list[Listing]:
    shared = benchmark.ads(benchmark.folder() / "ads").values()
    return mixed({code: [ad["text"] for ad in shared if ad["lang"] == code] for code in ("en", "fr")}, count, seed)


def one_text(count: int, seed: int = 3) -> list[Listing]:
    """One long ad under as many titles, as a post in many towns has it."""
    ad = long_ads(1, seed)[0]
    return [ad._replace(title=f"{ad.title} - {number}") for number in range(count)]


def mixed(own: dict[str, list[str]], count: int, seed: int) -> list[Listing]:
    draw = random.Random(seed)
    words = {code: sorted({word for text in texts for word in text.split() if word.isalpha()}) for code, texts in own.items()}
    return [_ad(draw, own[code], words[code]) for code in draw.choices(("en", "fr"), k=count)]


def _ad(draw: random.Random, own: list[str], words: list[str]) -> Listing:
    first, second = (text.split("\n") for text in draw.sample(own, 2))
    lines = first[: max(3, len(first) * 2 // 3)] + second[len(second) * 2 // 3 :]
    return Listing(lines[0].strip("# *"), "\n".join(_altered(draw, line, words) for line in lines[1:]))


def _altered(draw: random.Random, line: str, words: list[str]) -> str:
    parts = line.split(" ")
    if len(parts) > 2:
        parts[draw.randrange(1, len(parts))] = draw.choice(words)
    return " ".join(parts)


def over_http(server: Server, rounds: int) -> None:
    sample = files("workers.resources").joinpath("samples", SAMPLE).read_bytes()
    text = parse(sample, SAMPLE, TODAY).raw_text or ""
    with server.client(server.key()) as client:
        link(client, sample)
        still(server)
        for size in SIZES:
            asked(server, client, {"candidate_ref": "bench"}, size, rounds, "over HTTP")
            asked(server, client, {"candidate_ref": "bench"}, size, rounds, "over HTTP, asked about before", again=True)
        asked(server, client, {"candidate_ref": "bench"}, SIZES[-1], rounds, "over HTTP, long ads", make=long_ads)
        asked(server, client, {"candidate_ref": "bench"}, SIZES[-1], rounds, "over HTTP, one long text", make=one_text)
        asked(server, client, {"cv_text": text}, FEW, rounds, f"over HTTP with a CV of {len(text)} characters")


def asked(
    server: Server, client: httpx.Client, cv: dict[str, str], size: int, rounds: int, name: str, again: bool = False, make: Make = ads
) -> None:
    clocks, told, before = [], [], 0.0
    calls = rounds * (10 if size <= FEW else 1)
    for number in range(calls + 1):
        before = processor(server) if number == 1 else before
        jobs = [{"job_id": str(place), **ad._asdict()} for place, ad in enumerate(make(size, 100 * size + (0 if again else number)))]
        body = json.dumps({**cv, "job_listings": jobs}).encode()
        began = time.perf_counter()
        answer = client.post("/api/v1/match", content=body, headers={"Content-Type": "application/json"})
        clocks.append((time.perf_counter() - began) * 1000)
        told.append(answer.raise_for_status().json()["usage"]["latency_ms"])
    spent = (processor(server) - before) / calls
    clock, own = statistics.median(clocks[1:]), statistics.median(told[1:])
    print(f"{size:5} {name}: median {clock:8.1f} ms, of the server {own:5.0f} ms, {spent:6.1f} ms of processor time", flush=True)


def still(server: Server) -> None:
    """Returns when nothing works any more: what a server prepares behind its start would be counted."""
    spent, before = processor(server), 0.0
    while spent - before > _IDLE:
        time.sleep(1)
        spent, before = processor(server), spent


def processor(server: Server) -> float:
    """Milliseconds of processor time that the server and its children have taken."""
    assert server.process
    threads = Path("/proc").glob("[0-9]*/task/*/schedstat")
    tree = {str(server.process.pid), *children(server.process.pid)}
    return sum(int(path.read_text().split()[0]) for path in threads if path.parts[2] in tree) / 1e6


def children(process: int) -> Iterator[str]:
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        for child in path.read_text().split():
            yield child
            yield from children(int(child))


def started_on_one_core(server: Server) -> None:
    """What a process starts has the cores that it has itself."""
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(own)})
    try:
        server.start()
    finally:
        os.sched_setaffinity(0, own)


def milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def on_one_core(rounds: int) -> None:
    sample = files("workers.resources").joinpath("samples", SAMPLE).read_bytes()
    cv = features_of_cv(parse(sample, SAMPLE, TODAY), TODAY)
    listings(cv, ads(60, 1), Manner())
    for size in SIZES:
        given = [ads(size, 7000 + number) for number in range(rounds)]
        spent = [milliseconds(lambda jobs=jobs: listings(cv, jobs, Manner())) for jobs in given]
        peer = [milliseconds(lambda jobs=jobs: json.loads(json.dumps(jobs))) for jobs in given]
        ratio = statistics.median(spent) / max(statistics.median(peer), 0.001)
        print(f"{size:5} on one core: median {statistics.median(spent):8.1f} ms of processor time, {ratio:5.0f} x json")
    apart(Scorer(cv), ads(1000, 9000))


def apart(scorer: Scorer, given: list[Listing]) -> None:
    read = [job_ad.read_text(ad.description, ad.title) for ad in given]
    made = [features_of_job(ad) for ad in read]
    work: dict[str, Callable[[], object]] = {
        "read": lambda: [job_ad.read_text(ad.description, ad.title) for ad in given],
        "features": lambda: [features_of_job(ad) for ad in read],
        "score": lambda: [scorer.score(job, shown=False) for job in made],
    }
    figures = {name: milliseconds(each) for name, each in work.items()}
    told = ", ".join(f"{name} {value / len(given):.3f}" for name, value in figures.items())
    size = sum(len(ad.description) for ad in given) / len(given)
    print(f"milliseconds an ad of {size:.0f} characters: {told}; load {os.getloadavg()[0]:.1f}")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), free_port(), extra={"CVGRAPH_RATE_LIMIT": "100000"})
        started_on_one_core(server)
        try:
            over_http(server, rounds)
        finally:
            server.stop()
    on_one_core(rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
