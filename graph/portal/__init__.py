"""Pages for people: plain HTML that works without JavaScript, in French and English."""

from __future__ import annotations

from starlette.routing import BaseRoute

from graph.portal import candidate, invitation

ROUTES: list[BaseRoute] = [*invitation.ROUTES, *candidate.ROUTES]
