"""CVReaderPro's endpoints: contract rows 1 to 23."""

from __future__ import annotations

from starlette.routing import BaseRoute

from graph.rest.cvreader import jobs, parser, queued, scores, settings, webhook

ROUTES: list[BaseRoute] = [*queued.ROUTES, *webhook.ROUTES, *parser.ROUTES, *jobs.ROUTES, *scores.ROUTES, *settings.ROUTES]
