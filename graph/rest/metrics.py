"""`/metrics` in Prometheus' text format. Labels are routes, kinds and states: never an id, an account or a person."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, Histogram, ProcessCollector, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.environment import environment
from db.secrets import is_same
from workers.errors import NotFound, Unauthenticated
from workers.services import metrics

# Whoever makes up a method must not make up a series.
METHODS = {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"}
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

kept = CollectorRegistry()
ProcessCollector(registry=kept)
requests = Histogram("cvgraph_request_seconds", "Requests answered", ["method", "route", "status"], buckets=SECONDS, registry=kept)


def method(name: str) -> str:
    return name if name in METHODS else "OTHER"


def record(method: str, route: str, status: int, seconds: float) -> None:
    requests.labels(method, route, str(status)).observe(seconds)


async def show(request: Request) -> Response:
    token = environment().metrics_token
    if not token:
        raise NotFound("Metrics are closed here; the operator opens them with CVGRAPH_METRICS_TOKEN")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not is_same(given.strip(), token):
        raise Unauthenticated("Send the metrics token as a bearer token")
    return Response(generate_latest(kept) + generate_latest(await _seen()), media_type=CONTENT_TYPE_LATEST)


async def _seen() -> CollectorRegistry:
    """What the database knows now: the same from every server that asks it."""
    registry = CollectorRegistry()
    tasks = Gauge("cvgraph_tasks", "Tasks that wait or run", ["kind", "status"], registry=registry)
    oldest = Gauge("cvgraph_oldest_task_seconds", "How long the first of them has been due", ["kind", "status"], registry=registry)
    for each in await metrics.waiting():
        tasks.labels(each.kind, each.status).set(each.tasks)
        oldest.labels(each.kind, each.status).set(each.oldest_seconds)
    Gauge("cvgraph_undelivered", "Webhook calls and e-mails still to arrive", registry=registry).set(await metrics.undelivered())
    return registry


ROUTES = [Route("/metrics", show)]
