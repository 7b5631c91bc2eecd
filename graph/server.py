"""The web server, and what it does when it is told to end."""

from __future__ import annotations

import socket
from types import FrameType

import click
import uvicorn

from workers.hands import closing


class Server(uvicorn.Server):
    """From the first signal on nothing is begun in the background: the children are for the requests that still wait."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        closing.set()
        super().handle_exit(sig, frame)


def demand_free(host: str, port: int) -> None:
    """Raise before anything is promised on standard output: who is answered at that address would not be us."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise click.ClickException(f"Nothing can listen on {host}:{port} ({error.strerror}): choose another with --port or PORT") from None
