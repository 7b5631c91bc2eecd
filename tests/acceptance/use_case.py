"""The use case of the vendor's document, against a running server: CVs read, offers queued, scores received, PDFs in bulk.

CVGRAPH_ALLOW_PRIVATE_TARGETS=1 make run                # in one terminal: the receiver below is on loopback
.venv/bin/python -m tests.acceptance.use_case http://127.0.0.1:8000 SBX_...
"""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from graph.sandbox import samples
from tests.acceptance.nothing_lost import Mailbox, mailbox, wait_for

OFFERS = [
    {"title": "Développeur Python", "reference": "offre-123", "description": "Python, PostgreSQL, Docker. Lyon.", "status": "ACTIVE"},
    {"title": "Registered nurse", "reference": "offre-456", "description": "Intensive care, triage, English.", "status": "ACTIVE"},
]


def told(box: Mailbox, identity: str) -> bool:
    return any(identity in (body.get("id"), body.get("jobId")) for body in list(box.read.values()))


@contextmanager
def webhook(client: httpx.Client, url: str) -> Iterator[str]:
    """A webhook for as long as the block runs: one left behind would be tried for five days."""
    events = {"url": url, "jobsScored": True, "pdfGenerated": True}
    identity: str = client.post("/api/webhook", json=events).raise_for_status().json()["id"]
    try:
        yield identity
    finally:
        client.delete("/api/webhook", params={"id": identity}).raise_for_status()


def main(address: str, secret: str, count: int = 50) -> None:
    """Raises where something does not answer as the document says; prints each step with its seconds."""
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)

    run = secrets.token_hex(3)
    headers = {"Authorization": f"ApiKey {secret}"}
    with mailbox() as box, httpx.Client(base_url=address, headers=headers, timeout=120) as client, webhook(client, box.url) as hook:
        say(f"webhook {hook} at {box.url}")
        read = [client.post("/api/v1/parser", files={"file": (path.name, path.read_bytes())}).raise_for_status() for path in samples()]
        ids = [answer.json()["resumeId"] for answer in read]
        say(f"{len(ids)} CVs read")
        # An account has one offer of a reference: a second run of this script has offers of its own.
        offers = [{**offer, "reference": f"{offer['reference']}-{run}"} for offer in OFFERS]
        for offer in offers:
            client.post("/api/jobs/api-key", json=offer).raise_for_status()
        queued = client.post("/api/jobs/queue", json=[offer["reference"] for offer in offers]).raise_for_status().json()
        wait_for(lambda: told(box, queued["id"]), 120)
        scored = next(body for body in box.read.values() if body.get("id") == queued["id"])
        for result in scored["results"]:
            say(f"scores of {result['reference']} arrived: best {result['scores'][0]['totalScore'] if result['scores'] else 'none'}")
        job = client.post("/api/webhook/generate-pdfs", json=(ids * count)[:count]).raise_for_status().json()
        wait_for(lambda: client.get(job["statusUrl"]).json()["status"] == "COMPLETED", 300, 1.0)
        wait_for(lambda: told(box, job["jobId"]), 60)
        done = client.get(job["statusUrl"]).json()
        for result in done["results"]:
            assert client.get(result["downloadUrl"]).content.startswith(b"%PDF"), result["resumeId"]
        say(f"{done['processed']} of {done['total']} PDFs printed, delivered and downloaded")


if __name__ == "__main__":
    main(*sys.argv[1:3])
