"""`cvgraph webhook listen`: prints and verifies what arrives on a port. For integrators, and for our own tests."""

from __future__ import annotations

import json
import time
from typing import Any

import click
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workers.delivery import sign


@click.group()
def webhook() -> None:
    """Try webhooks out."""


@webhook.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, default=9000, show_default=True, help="Port to listen on.")
@click.option(
    "--secret", "secrets", multiple=True, help="The webhook's secret; after a rotation give both. Without one nothing is verified."
)
@click.option("--status", type=int, default=200, show_default=True, help="Status to answer with, to see what we do about it.")
def listen(host: str, port: int, secrets: tuple[str, ...], status: int) -> None:
    """Print one JSON line for every delivery that arrives, and whether it is ours.

    {"event": ..., "id": ..., "verified": true, "faults": [], "body": ...}

    The server calls this address only with CVGRAPH_ALLOW_PRIVATE_TARGETS=1 (development).
    """
    import uvicorn

    click.echo(f"Listening at http://{host}:{port}/", err=True)
    uvicorn.run(receiver(secrets, status), host=host, port=port, log_config=None, access_log=False)


def receiver(secrets: tuple[str, ...], status: int) -> Starlette:
    """The application that listens."""

    async def take(request: Request) -> Response:
        body = await request.body()
        click.echo(json.dumps(judged(dict(request.headers), body, secrets)))
        return Response(status_code=status)

    return Starlette(routes=[Route("/{path:path}", take, methods=["POST"])])


def judged(headers: dict[str, str], body: bytes, secrets: tuple[str, ...]) -> dict[str, Any]:
    """What arrived, and what is wrong with it under every secret given."""
    faults = [sign.faults(headers, body, secret, time.time()) for secret in secrets]
    try:
        shown = json.loads(body)
    except ValueError:
        shown = body.decode(errors="replace")
    return {
        "event": headers.get("x-webhook-event"),
        "id": headers.get("webhook-id"),
        "verified": any(not found for found in faults) if secrets else None,
        "faults": min(faults, key=len) if faults else [],
        "body": shown,
    }
