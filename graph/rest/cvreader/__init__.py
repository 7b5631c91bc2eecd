"""CVReaderPro's endpoints: contract rows 1 to 23."""

from __future__ import annotations

from starlette.routing import BaseRoute

from graph.rest.cvreader import parser, settings

ROUTES: list[BaseRoute] = [*parser.ROUTES, *settings.ROUTES]
