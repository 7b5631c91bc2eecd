"""Pages for people: a candidate's in plain HTML without JavaScript, a recruiter's as a client of /graphql. French and English."""

from __future__ import annotations

from starlette.routing import BaseRoute

from graph.portal import candidate, invitation, recruiter

ROUTES: list[BaseRoute] = [*invitation.ROUTES, *candidate.ROUTES, *recruiter.ROUTES]
