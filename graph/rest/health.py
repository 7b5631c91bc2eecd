"""`/healthz` says that the process answers, `/readyz` that what it needs answers too."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db import connection, migration
from graph.rest.route import json
from workers import queue


async def healthz(request: Request) -> Response:
    return json({"status": "ok"})


async def readyz(request: Request) -> Response:
    reachable = await connection.is_reachable()
    checks = {"database": reachable, "migrations": reachable and await migration.is_current(), "queue": await queue.is_reachable()}
    return json({"status": "ok" if all(checks.values()) else "unavailable", "checks": checks}, 200 if all(checks.values()) else 503)


ROUTES = [Route("/healthz", healthz), Route("/readyz", readyz)]
