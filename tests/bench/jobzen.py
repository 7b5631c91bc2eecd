"""Median latencies of the JobZen endpoints on a real server, beside those their guide prints.

    python -m tests.bench.jobzen [--calls 30]

Each call is made over HTTP on this machine, one after the other, after five that are not counted. A line per endpoint:
median and 95th percentile in milliseconds, the guide's figure, and how many times faster. Exit 1 where one is not 10 times faster.
"""

from __future__ import annotations

import argparse
import base64
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import httpx

from tests.acceptance.server import Server, free_port

WARM = 5
SAMPLE = "fr-data-engineer.pdf"
JOB = {
    "title": "Lead Backend Engineer",
    "description": "Python 5y+, Kubernetes, architecture microservices...",
    "requirements": "Python expert, Kubernetes, CI/CD",
}
LISTINGS = [
    {"job_id": "job_001", "title": "Backend Engineer", "description": "Python, FastAPI, PostgreSQL requis..."},
    {"job_id": "job_002", "title": "Data Engineer", "description": "Python, Spark, Airflow..."},
]
TEXT = "Alice Martin, 5 ans Python, FastAPI, PostgreSQL..."
JUNIOR = "Junior Developer, 2 ans, JavaScript, React, HTML/CSS. Agence web."
PROFILE = {"skills": ["Python", "FastAPI"], "positions": ["Backend Engineer"]}


def cases(pdf: str) -> list[tuple[str, str, dict[str, Any], float | None]]:
    """Name, path, body, the guide's milliseconds where it prints any for this."""
    return [
        ("match, text", "match", {"cv_text": TEXT, "job_listings": LISTINGS, "options": {"explain": True}}, 340),
        ("match, stored", "match", {"candidate_ref": "bench", "job_listings": LISTINGS[:1]}, 82),
        ("match, PDF", "match", {"cv_pdf_base64": pdf, "job_listings": LISTINGS, "options": {"explain": True}}, None),
        ("analyze, PDF", "analyze", {"cv_pdf_base64": pdf, "candidate_ref": "cand_42"}, 1840),
        ("score, profile", "score", {"profile_json": PROFILE, "job": JOB}, 1420),
        ("score, stored", "score", {"candidate_ref": "bench", "job": JOB}, 76),
        ("coach, text", "coach", {"cv_text": JUNIOR, "job": JOB, "candidate_ref": "dev-junior-001"}, 3200),
        ("coach, PDF", "coach", {"cv_pdf_base64": pdf, "job": JOB}, None),
        ("coach, stored", "coach", {"candidate_ref": "bench", "job": JOB}, None),
    ]


def measured(call: Callable[[], httpx.Response], calls: int) -> list[float]:
    times = []
    for number in range(WARM + calls):
        began = time.perf_counter()
        answer = call()
        spent = (time.perf_counter() - began) * 1000
        if answer.status_code != 200:
            raise SystemExit(f"{answer.request.url.path} answers {answer.status_code}: {answer.text[:300]}")
        times += [spent] if number >= WARM else []
    return times


def link(client: httpx.Client, pdf: bytes) -> None:
    query = 'mutation { invitationCreate(input: {ref: "bench"}) { code } }'
    code = client.post("/graphql", json={"query": query}).json()["data"]["invitationCreate"]["code"]
    answer = client.post(f"/invitation/{code}", files={"file": (SAMPLE, pdf)}, data={"consent": "yes"})
    if answer.status_code != 303:
        raise SystemExit(f"the invitation answers {answer.status_code}")


def report(name: str, times: list[float], guide: float | None) -> bool:
    median, slow = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
    beside = f"{guide:7,.0f}  {guide / median:6.0f} x" if guide else "      -        -"
    print(f"{name:16} {median:8.1f} {slow:8.1f}  {beside}", flush=True)
    return guide is None or median * 10 <= guide


def run(server: Server, calls: int) -> int:
    sample = files("workers.resources").joinpath("samples", SAMPLE).read_bytes()
    encoded = base64.b64encode(sample).decode()
    with server.client(server.key()) as client:
        link(client, sample)
        print(
            f"{'':16} {'median':>8} {'95 %':>8}  {'guide':>7}  {'faster':>8}   milliseconds, {calls} calls, load {os.getloadavg()[0]:.1f}"
        )
        good = [
            report(name, measured(lambda path=path, body=body: client.post(f"/api/v1/{path}", json=body), calls), guide)
            for name, path, body, guide in cases(encoded)
        ]
        for name, path in (("status", "status"), ("usage", "usage"), ("profile", "candidates/bench/profile")):
            report(name, measured(lambda path=path: client.get(f"/api/v1/{path}"), calls), None)
    return 0 if all(good) else 1


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--calls", type=int, default=30)
    calls = options.parse_args().calls
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), free_port(), extra={"CVGRAPH_RATE_LIMIT": "100000"})
        server.start()
        try:
            return run(server, calls)
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main())
