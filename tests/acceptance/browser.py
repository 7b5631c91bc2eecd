"""A real Chromium without a window, driven over its debugging protocol."""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --hide-scrollbars --remote-debugging-port=0 --lang=fr --accept-lang=fr"
).split()
PATIENCE = 30.0


def program() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Navigated(AssertionError):
    """The page went away while it was asked."""


class Page:
    """One tab. `errors` are what its scripts and its policy complained of."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection, self.numbers = connection, itertools.count(1)
        self.errors: list[str] = []
        for domain in ("Page", "Runtime", "Log", "DOM"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self.numbers)
        self.connection.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self.connection.recv(timeout=PATIENCE))
            if message.get("id") == number:
                if "error" in message:
                    raise Navigated(message["error"])
                result: dict[str, Any] = message["result"]
                return result
            self._heard(message)

    def _heard(self, message: dict[str, Any]) -> None:
        if message["method"] == "Runtime.exceptionThrown":
            self.errors.append(str(message["params"]["exceptionDetails"].get("exception", message["params"])))
        if message["method"] == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
            self.errors.append(message["params"]["entry"]["text"])

    def open(self, address: str) -> None:
        """Opens `address` afresh, also where it is open already."""
        for place in ("about:blank", address):
            self.send("Page.navigate", url=place)
            self.until(f"location.href.startsWith({json.dumps(place)}) && document.readyState === 'complete'")

    def size(self, width: int, height: int) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)

    def run(self, script: str) -> Any:
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, script: str) -> Any:
        """What `script` gives, once it is true; an element comes as {}."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            with suppress(Navigated):
                if (found := self.run(script)) or found == {}:
                    return found
            time.sleep(0.05)
        raise AssertionError(f"never true: {script}; errors: {self.errors}; page: {self.text()[:1500]}")

    def text(self) -> str:
        return str(self.run("document.body ? document.body.innerText : ''"))

    def says(self, text: str) -> None:
        self.until(f"document.body && document.body.innerText.includes({json.dumps(text)})")

    def click(self, text: str, inside: str = "body") -> None:
        """Click the last button, link or label that says `text`."""
        found = f"[...document.querySelectorAll({json.dumps(f'{inside} button, {inside} a, {inside} label')})]"
        self.until(f"{found}.filter(each => each.textContent.trim() === {json.dumps(text)}).map(each => (each.click(), 1)).length")

    def write(self, name: str, value: str) -> None:
        place = f"document.querySelector({json.dumps(f'[name={name}]')})"
        self.until(f"{place} && (({place}.value = {json.dumps(value)}), 1)")

    def choose_files(self, selector: str, *paths: Path) -> None:
        self.until(f"document.querySelector({json.dumps(selector)}) && 1")
        root = self.send("DOM.getDocument")["root"]["nodeId"]
        node = self.send("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.send("DOM.setFileInputFiles", nodeId=node, files=[str(path) for path in paths])

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png", captureBeyondViewport=False)["data"]))


@contextmanager
def browsing() -> Iterator[Page]:
    """A page of a browser of its own, with nothing remembered."""
    name = program()
    assert name, "Chromium is not installed: make test installs it where it may"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [name, *OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with connect(_address(Path(profile)), max_size=None, proxy=None) as connection:
                yield Page(connection)
        finally:
            process.kill()
            process.wait()


def _address(profile: Path) -> str:
    place, ends = profile / "DevToolsActivePort", time.monotonic() + PATIENCE
    while not (place.exists() and place.read_text().strip()):
        assert time.monotonic() < ends, "Chromium did not start"
        time.sleep(0.05)
    port = place.read_text().splitlines()[0]
    pages = httpx.get(f"http://127.0.0.1:{port}/json", timeout=PATIENCE, trust_env=False).json()
    return str(next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page"))
