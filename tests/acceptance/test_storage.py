"""No room on the disk, no bucket: the answer says so, nothing half-written stays, and everything goes on afterwards."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from graph.sandbox import samples
from tests.acceptance.bucket import Bucket, bucket
from tests.acceptance.nothing_lost import Worker, all_ended, graphql, mailbox, wait_for
from tests.acceptance.server import Server, free_port
from tests.acceptance.test_background import HAS_QUEUE, PRIVATE, batch
from tests.scratch import FORM
from tests.stage import CV

COUNT = "{ resumes { totalCount } candidates { totalCount } }"


@contextmanager
def no_file_beyond(size: int, server: Server) -> Iterator[None]:
    """The server's files cannot grow beyond `size` bytes: writing fails as it does where the disk is full."""
    assert server.process
    before = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, before)


def refused(answer: httpx.Response) -> bool:
    return answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0 and answer.json()["code"] == "UNAVAILABLE"


def largest(folder: Path) -> int:
    return max(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def stored(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in (folder / "files").rglob("*") if path.is_file())


def readings(folder: Path) -> int:
    """How often the audit says that a resume was read."""
    with closing(sqlite3.connect(folder / "cvgraph.sqlite3")) as database:
        return int(database.execute("SELECT count(*) FROM audit_event WHERE action = 'resume.read'").fetchone()[0])


def test_a_full_disk_leaves_no_half_document(tmp_path: Path) -> None:
    """First the file store has no room for a large CV, then nothing at all can be written, the log neither."""
    server = Server(tmp_path, free_port(), {**PRIVATE, "REDIS_URL": ""})
    server.start()
    with server.client(server.key("--account", "full")) as client:
        read = client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).json()["resumeId"]
        kept, counted, room = stored(tmp_path), graphql(client, COUNT), largest(tmp_path) + 500_000
        large = {"file": ("large.pdf", samples()[0].read_bytes() + b"\n%" + b"x" * room)}
        with no_file_beyond(room, server):
            assert refused(client.post("/api/v1/parser", files=large))
        assert (stored(tmp_path), graphql(client, COUNT)) == (kept, counted)
        with no_file_beyond(4096 if not FORM else 1, server):
            assert refused(client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}))
            assert client.post("/api/resume-settings/v1/generate-pdf", json=[read]).json()["status"] != "COMPLETED"
            assert client.get("/healthz").status_code == 200
        assert (stored(tmp_path), graphql(client, COUNT)) == (kept, counted)
        assert client.post("/api/v1/parser", files=large).status_code == 200
        assert client.post("/api/resume-settings/v1/generate-pdf", json=[read]).json()["status"] == "COMPLETED"
    assert server.stop() in (0, -signal.SIGTERM)


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of its own, small enough to fill; where mounting is not allowed the test is skipped, or fails if it must run."""
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], capture_output=True, check=False)
    if made.returncode:
        missing = pytest.fail if os.environ.get("CVGRAPH_TEST_SERVICES") == "required" else pytest.skip
        missing("only root may mount a disk to fill: " + made.stderr.decode(errors="replace").strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def filled(folder: Path) -> Path:
    """A file that takes all that is left, to the last byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 65536):
            pass
    return filler


def test_a_disk_without_a_byte_left_loses_nothing(tmp_path: Path) -> None:
    """Database, files, queue and log share a disk that fills up while CVs are read and printed, and is cleared later."""
    with disk(tmp_path, 40), mailbox() as box:
        server = Server(tmp_path, free_port(), {**PRIVATE, "REDIS_URL": ""})
        server.start()
        with server.client(server.key("--account", "full")) as client:
            read = client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).json()["resumeId"]
            client.post("/api/webhook", json={"url": box.url, "pdfGenerated": True}).raise_for_status()
            ids = [batch(client, 20), client.post("/api/webhook/generate-pdfs", json=[read] * 10).json()["jobId"]]
            filler, answers = filled(tmp_path), list[httpx.Response]()
            for _ in range(3):
                assert refused(client.post("/api/v1/parser", files={"file": (samples()[0].name, samples()[0].read_bytes())}))
                assert client.get("/api/jobs/api-key/my").status_code == 200
                answers.append(client.get(f"/api/v1/parser/{read}"))
                time.sleep(1)
            filler.unlink()
            # Where the audit of a reading cannot be written, nobody reads. PostgreSQL has a disk of its own, and SQLite's log may have
            # room that it took before.
            assert all(refused(each) or each.status_code == 200 for each in answers)
            assert FORM or readings(tmp_path) == sum(each.status_code == 200 for each in answers)
            wait_for(lambda: all_ended(client, ids), 180)
            printed = client.get(f"/api/webhook/generate-pdfs/{ids[1]}").json()["results"]
            assert len(printed) == 10 and all(httpx.get(each["downloadUrl"]).content.startswith(b"%PDF") for each in printed)
            assert len(stored(tmp_path)) == graphql(client, COUNT)["resumes"]["totalCount"] + len(printed)
        assert server.stop() in (0, -signal.SIGTERM)


def test_a_bucket_that_is_gone_comes_back(tmp_path: Path) -> None:
    """The bucket goes while CVs are read and printed: new ones are refused, those under way wait for it, none is lost."""
    with bucket() as place, mailbox() as box:
        server = Server(tmp_path, free_port(), {**PRIVATE, **place.environment})
        server.start()
        worker = Worker(server)
        if HAS_QUEUE:
            worker.start()
        with server.client(server.key("--account", "bucket")) as client:
            read = client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).json()["resumeId"]
            erased = client.post("/api/v1/parser", files={"file": ("cv.txt", CV.replace(b"camille", b"claude"))}).json()["resumeId"]
            client.post("/api/webhook", json={"url": box.url, "pdfGenerated": True}).raise_for_status()
            ids = [batch(client, 10), client.post("/api/webhook/generate-pdfs", json=[read] * 4).json()["jobId"]]
            place.shut()
            counted = graphql(client, "{ resumes { totalCount } }")
            assert refused(client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}))
            assert graphql(client, "{ resumes { totalCount } }") == counted
            assert client.delete(f"/api/v1/parser/{erased}").status_code == 204
            place.open()
            wait_for(lambda: all_ended(client, ids), 180)
            ended(client, ids, place)
        worker.stop()
        server.stop()


def ended(client: httpx.Client, ids: list[str], place: Bucket) -> None:
    """Both tasks succeeded, every PDF opens, and the bucket holds what rows name and the file that the sweep is to erase."""
    asked = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Task { conclusion } } resumes { totalCount } }"
    found = graphql(client, asked, ids=ids)
    assert [each["conclusion"] for each in found["nodes"]] == ["SUCCEEDED", "SUCCEEDED"]
    printed = client.get(f"/api/webhook/generate-pdfs/{ids[1]}").json()["results"]
    assert all(httpx.get(each["downloadUrl"]).content.startswith(b"%PDF") for each in printed)
    assert len(place.kept) == found["resumes"]["totalCount"] + len(printed) + 1


def test_a_bucket_that_never_answers_is_told_of(tmp_path: Path) -> None:
    """It takes connections and requests; whoever waits hears of it within the patience of common clients and proxies."""
    with bucket() as place:
        server = Server(tmp_path, free_port(), {**PRIVATE, "REDIS_URL": "", **place.environment})
        server.start()
        with server.client(server.key("--account", "silent")) as client:
            place.answers.clear()
            assert refused(client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}, timeout=25))
            place.answers.set()
            assert client.post("/api/v1/parser", files={"file": ("cv.txt", CV)}).status_code == 200
        server.stop()
