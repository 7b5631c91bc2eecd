"""The web server, and what it does when it is told to end."""

from __future__ import annotations

from types import FrameType

import uvicorn

from workers.hands import closing


class Server(uvicorn.Server):
    """From the first signal on nothing is begun in the background: the children are for the requests that still wait."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        closing.set()
        super().handle_exit(sig, frame)
