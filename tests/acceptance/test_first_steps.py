"""What a stranger does first: start it, paste the printed curl, ask the same through every door."""

from __future__ import annotations

import base64
import json
import shlex
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.sandbox import samples
from tests.acceptance.server import Server, free_port
from tests.api.test_doors import selection, without

OWN = ("resumeId", "parsedAt", "warnings")


@pytest.fixture(scope="session")
def secret(server: Server) -> str:
    return server.key()


def ask(server: Server, secret: str, query: str, **variables: Any) -> dict[str, Any]:
    with server.client(secret) as client:
        body: dict[str, Any] = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in body, body
    data: dict[str, Any] = body["data"]
    return data


def test_the_printed_curl_works_when_pasted(server: Server) -> None:
    greeting = (server.data / "server.log").read_text()
    line = next(line for line in greeting.splitlines() if line.strip().startswith("curl"))
    answer = json.loads(subprocess.run(shlex.split(line), capture_output=True, check=True).stdout)
    assert answer["candidate"]["lastName"] and answer["experiences"] and answer["skills"]


def test_samples_are_loaded_once(server: Server) -> None:
    secret = (server.data / "sandbox.key").read_text()
    counted = ask(server, secret, "{ candidates { totalCount nodes { name } } viewer { sandbox } }")
    assert counted["viewer"]["sandbox"] and counted["candidates"]["totalCount"] == len(samples())


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_three_doors_agree(server: Server, secret: str, sample: Path) -> None:
    """REST, GraphQL and the command line read one file alike, field by field."""
    with server.client(secret) as client:
        rest = client.post("/api/v1/parser", files={"file": (sample.name, sample.read_bytes())}).json()
    answer = f"resume {{ raw cv {{ {selection()} }} }}"
    query = f"mutation($f: String!, $n: String!) {{ resumeParse(input: {{base64: $f, fileName: $n}}) {{ {answer} }} }}"
    content = base64.b64encode(sample.read_bytes()).decode()
    resume = ask(server, secret, query, f=content, n=sample.name)["resumeParse"]["resume"]
    printed = server.cli("parse", str(sample))
    assert printed.returncode == 0, printed.stderr.decode()
    by_cli = json.loads(printed.stdout)
    assert without(rest, *OWN) == without(resume["raw"], *OWN) == without(resume["cv"], *OWN) == without(by_cli, *OWN)
    assert rest["warnings"] == by_cli["warnings"]


def test_a_task_is_done_in_the_background(server: Server, secret: str) -> None:
    content = base64.b64encode(samples()[0].read_bytes()).decode()
    query = "mutation($f: String!) { resumeParse(input: {base64: $f, wait: false}) { task { id status } resume { id status } } }"
    begun = ask(server, secret, query, f=content)["resumeParse"]
    assert (begun["task"]["status"], begun["resume"]["status"]) == ("QUEUED", "PENDING")
    for _ in range(100):
        task = ask(server, secret, "query($id: ID!) { task(id: $id) { status conclusion subject { id } } }", id=begun["task"]["id"])["task"]
        if task["status"] == "COMPLETED":
            break
        time.sleep(0.1)
    assert task["conclusion"] == "SUCCEEDED" and task["subject"]["id"] == begun["resume"]["id"]


def test_a_folder_is_read_line_by_line(server: Server, tmp_path: Path) -> None:
    for number, sample in enumerate(samples()):
        (tmp_path / f"{number}{sample.suffix}").write_bytes(sample.read_bytes())
    (tmp_path / "empty.pdf").write_bytes(b"")
    with (tmp_path / "huge.pdf").open("wb") as huge:
        huge.truncate(40 * 2**30)
    printed = server.cli("parse", str(tmp_path))
    lines = {line["file"]: line for line in map(json.loads, printed.stdout.splitlines())}
    assert len(lines) == len(samples()) + 2 and lines["empty.pdf"]["error"]["code"] == "FILE_EMPTY"
    assert lines["huge.pdf"]["error"]["code"] == "PAYLOAD_TOO_LARGE"


@pytest.mark.parametrize("form", ["json", "xml", "jsonresume"])
def test_a_cv_is_read_anonymised(server: Server, form: str) -> None:
    sample = next(path for path in samples() if "registered-nurse" in path.name)
    whole = server.cli("parse", str(sample), "--format", form).stdout.decode()
    blind = server.cli("parse", str(sample), "--format", form, "--anonymise", "blind")
    assert blind.returncode == 0, blind.stderr.decode()
    assert "Hartwhistle" in whole and "Leeds" in whole
    assert "hartwhistle" not in blind.stdout.decode().lower() and "Candidate " in blind.stdout.decode()


def test_a_folder_read_anonymised_names_no_file(server: Server, tmp_path: Path) -> None:
    sample = next(path for path in samples() if "registered-nurse" in path.name)
    (tmp_path / f"Imogen Hartwhistle{sample.suffix}").write_bytes(sample.read_bytes())
    printed = server.cli("parse", str(tmp_path), "--anonymise", "standard").stdout.decode()
    assert "hartwhistle" not in printed.lower() and json.loads(printed)["file"] == f"1{sample.suffix}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("parse", "nowhere.pdf"), "nowhere.pdf"),
        (("render", "README.md", "-o", "nowhere/cv.pdf"), "there is no folder nowhere"),
        (("key", "revoke", "01a208ed-2187-75ec-bd8a-5eb6c1791d4d"), "There is no key"),
        (("worker",), "REDIS_URL"),
        (("key", "create", "--name", " "), "name"),
    ],
)
def test_errors_are_one_line(server: Server, words: tuple[str, ...], said: str) -> None:
    own = replace(server, extra={**server.extra, "REDIS_URL": ""})
    done = own.cli(*words)
    assert done.returncode != 0 and said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_another_master_key_is_refused(server: Server) -> None:
    """Whoever cannot open what is kept must not write beside it, nor take its tasks."""
    key = base64.b64encode(b"another master key of 32 bytes  ").decode()
    own = replace(server, port=free_port(), extra={**server.extra, "CVGRAPH_MASTER_KEY": key, "REDIS_URL": "redis://127.0.0.1:1/0"})
    for words in (("worker",), ("key", "list"), ("serve",)):
        done = own.cli(*words)
        assert done.returncode == 1 and "set CVGRAPH_MASTER_KEY" in done.stderr.decode()
        assert "Traceback" not in done.stderr.decode()


def test_an_unreadable_file_is_an_error(server: Server, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    done = server.cli("parse", str(tmp_path / "empty.pdf"))
    assert done.returncode == 1 and done.stderr.decode().strip().endswith("[FILE_EMPTY]")


def test_keys_on_the_command_line(server: Server) -> None:
    secret = server.key("--tier", "basic")
    listed = server.cli("key", "list").stdout.decode()
    line = next(line for line in listed.splitlines() if secret[:12] in line)
    assert "basic" in line and "valid" in line and secret not in listed
    server.cli("key", "revoke", line.split()[0])
    with server.client(secret) as client:
        assert client.post("/graphql", json={"query": "{ viewer { tier } }"}).status_code == 401


def test_links_lead_to_the_port_asked_for(tmp_path: Path) -> None:
    own = Server(tmp_path, free_port(), {"PORT": "1"})
    own.start("--port", str(own.port))
    query = 'mutation { invitationCreate(input: {ref: "a"}) { link } }'
    assert ask(own, own.key(), query)["invitationCreate"]["link"].startswith(f"{own.address}/invitation/")
    own.stop()


def test_logs_hold_no_person(server: Server, secret: str) -> None:
    """After all of the above, the log has requests in it, and nobody's name."""
    with server.client(secret) as client:
        names = client.post("/graphql", json={"query": "{ candidates { nodes { lastName } } }"}).json()["data"]["candidates"]["nodes"]
    log = (server.data / "server.log").read_text()
    assert '"event": "request"' in log
    assert not [name for name in names if name["lastName"] and name["lastName"] in log]


def test_a_stop_is_graceful(tmp_path: Path) -> None:
    own = Server(tmp_path, free_port())
    own.start()
    assert own.stop() in (0, -signal.SIGTERM)
