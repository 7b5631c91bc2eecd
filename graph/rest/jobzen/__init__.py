"""JobZen's endpoints. Zero retention: what comes in is gone when the answer is out."""

from __future__ import annotations

from starlette.routing import BaseRoute

from graph.rest.jobzen import account, analyze, coach, match, sandbox, score

ROUTES: list[BaseRoute] = [*match.ROUTES, *score.ROUTES, *analyze.ROUTES, *coach.ROUTES, *account.ROUTES, *sandbox.ROUTES]
