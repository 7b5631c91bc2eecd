"""A bucket on loopback that speaks as much of S3 as the file store asks for, and that may be gone for a while."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape, unescape

from tests.acceptance.server import free_port

LISTED = "<Contents><Key>{key}</Key><Size>{size}</Size><LastModified>2026-01-01T00:00:00Z</LastModified><ETag>x</ETag></Contents>"
LIST = '<?xml version="1.0"?><ListBucketResult><KeyCount>{count}</KeyCount><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>'


@dataclass
class Bucket:
    """`kept` are objects by key; `open` and `shut` are the store's coming and going, on one port.

    While `answers` is not set it takes every request and says nothing.
    """

    port: int = field(default_factory=free_port)
    kept: dict[str, bytes] = field(default_factory=dict)
    server: ThreadingHTTPServer | None = None
    answers: threading.Event = field(default_factory=threading.Event)

    @property
    def environment(self) -> dict[str, str]:
        named = {"AWS_ACCESS_KEY_ID": "fictional", "AWS_SECRET_ACCESS_KEY": "fictional", "AWS_REGION": "eu-west-3"}
        place = {"AWS_ENDPOINT": f"http://127.0.0.1:{self.port}", "AWS_ALLOW_HTTP": "true", "CVGRAPH_FILES": "s3://bucket/kept"}
        return named | place

    def open(self) -> None:
        self.answers.set()
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), _handler(self.kept, self.answers))
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def shut(self) -> None:
        self.answers.set()
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


@contextmanager
def bucket() -> Iterator[Bucket]:
    made = Bucket()
    made.open()
    try:
        yield made
    finally:
        made.shut()


def _handler(kept: dict[str, bytes], answers: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        @property
        def key(self) -> str:
            return unquote(urlsplit(self.path).path).removeprefix("/bucket/")

        def parse_request(self) -> bool:
            answers.wait()
            return super().parse_request()

        def do_PUT(self) -> None:
            kept[self.key] = self.rfile.read(int(self.headers["Content-Length"]))
            self.say(200, b"", kept[self.key])

        def do_GET(self) -> None:
            asked = parse_qs(urlsplit(self.path).query)
            if "list-type" in asked:
                self.say(200, _listed(kept, asked.get("prefix", [""])[0]))
            elif self.key in kept:
                self.say(200, kept[self.key], kept[self.key])
            else:
                self.say(404, b"<Error><Code>NoSuchKey</Code></Error>")

        def do_POST(self) -> None:
            named = re.findall(r"<Key>(.*?)</Key>", self.rfile.read(int(self.headers["Content-Length"])).decode())
            for key in map(unescape, named):
                kept.pop(key, None)
            done = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in named)
            self.say(200, f"<DeleteResult>{done}</DeleteResult>".encode())

        def say(self, status: int, body: bytes, about: bytes | None = None) -> None:
            self.send_response(status)
            if about is not None:
                self.send_header("ETag", f'"{hashlib.sha256(about).hexdigest()[:32]}"')
                self.send_header("Last-Modified", formatdate(usegmt=True))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    return Handler


def _listed(kept: dict[str, bytes], prefix: str) -> bytes:
    found = {key: data for key, data in kept.items() if key.startswith(prefix)}
    rows = "".join(LISTED.format(key=escape(key), size=len(data)) for key, data in sorted(found.items()))
    return LIST.format(count=len(found), rows=rows).encode()
