"""The only wiring: route table, middleware, lifespan."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import BrokenBarrierError

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route, WebSocketRoute

from db import connection
from db.environment import environment
from graph import errors, graphiql, portal
from graph.cross_origin import CrossOrigin
from graph.graphql import Endpoint
from graph.idempotency import Idempotency
from graph.limits import BODY_MARGIN, RequestRates
from graph.middleware import BodyLimit, RateLimit, Surround
from graph.rest import cvreader, documents, health, jobzen, metrics, openapi
from graph.rest.cvreader import xml
from graph.rest.route import json
from graph.usage import UsageCount
from workers import crew, offload, queue
from workers.errors import CvError


def build_app() -> Starlette:
    settings = environment()
    rates = RequestRates(settings.rate_limit)
    graphql = Endpoint(rates)

    return Starlette(
        routes=[
            Route("/graphql", graphql, methods=["GET", "POST"]),
            WebSocketRoute("/graphql", graphql),
            *rest_routes(),
            Route("/openapi.json", description),
            Route("/schemas/resume.xsd", resume_xsd),
            *documents.ROUTES,
            *portal.ROUTES,
            *health.ROUTES,
            *metrics.ROUTES,
            *(graphiql.routes() if settings.development else []),
        ],
        middleware=[
            Middleware(Surround),
            Middleware(CrossOrigin, origins=settings.origins.replace(",", " ").split()),
            Middleware(RateLimit, rates=rates),
            Middleware(BodyLimit, limit=int(settings.upload_limit * BODY_MARGIN) + 100_000),
            Middleware(Idempotency),
            Middleware(UsageCount),
        ],
        exception_handlers={CvError: errors.answer, 404: errors.answer, 405: not_allowed, 400: errors.answer},
        lifespan=lifespan,
    )


def rest_routes() -> list[BaseRoute]:
    return [*cvreader.ROUTES, *jobzen.ROUTES]


async def not_allowed(request: Request, error: Exception) -> Response:
    # Several routes share a path, each with its own methods: the client is told them all.
    meant = [each for each in request.app.routes if isinstance(each, Route) and each.matches(request.scope)[0] is not Match.NONE]
    allowed = sorted({method for each in meant if each.path == meant[0].path for method in each.methods or ()})
    return await errors.answer(request, HTTPException(405, headers={"Allow": ", ".join(allowed)}))


async def description(request: Request) -> Response:
    return json(openapi.document(rest_routes(), environment().public))


async def resume_xsd(request: Request) -> Response:
    return Response(xml.schema(), media_type="application/xml")


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with connection.connected(), queue.running():
        try:
            # On a busy machine warming may take too long; the children then warm up with their first job.
            with suppress(CvError, BrokenBarrierError):
                await offload.warm("workers.listing")
            async with crew.embedded(), offload.learning(*crew.KNOWN):
                yield
        finally:
            # Only after the worker inside has stopped: what it was doing needs the children to end well.
            offload.close()
