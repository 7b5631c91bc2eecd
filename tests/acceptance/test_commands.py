"""The command line on a data folder of its own: an account is made, filled, listed, asked for a person, and erased."""

from __future__ import annotations

import json
from pathlib import Path

from tests.acceptance.server import Server, free_port
from tests.stage import CV


def told(place: Server, *words: str, code: int = 0) -> str:
    done = place.cli(*words)
    assert done.returncode == code, done.stderr.decode()
    return (done.stdout if code == 0 else done.stderr).decode()


def test_an_account_from_its_first_key_to_its_end(tmp_path: Path) -> None:
    place, folder = Server(tmp_path, free_port()), tmp_path / "cvs"
    folder.mkdir()
    (folder / "one.txt").write_bytes(CV)
    told(place, "key", "create", "--name", "Cabinet Fictif")
    assert "There is no such account" in told(place, "import", str(folder), "--account", "Nobody's", code=1)
    assert "choose one of" in told(place, "account", "plan", "Cabinet Fictif", "nonesuch", code=1)
    assert "is on the plan 'sandbox'" in told(place, "account", "plan", "Cabinet Fictif", "sandbox")
    kept = json.loads(told(place, "import", str(folder), "--account", "Cabinet Fictif"))
    assert kept["file"] == "one.txt" and kept["resumeId"]
    identity, plan, count, *_ = told(place, "account", "list").split()
    assert (plan, count) == ("sandbox", "1")
    assert "There is no candidate" in told(place, "candidate", "export", identity, code=1)
    assert "Cabinet Fictif is erased" in told(place, "account", "erase", identity, "--yes")
    assert told(place, "account", "list") == "" and not [each for each in (tmp_path / "files").rglob("*") if each.is_file()]
