"""What every paid JobZen call asks of the key: its tier, its scope, and one call of the month, counted when it succeeds."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.route import Endpoint
from workers.services import quota
from workers.services.caller import Caller, Scope, Tier
from workers.services.quota import Kind


def paid(endpoint: Endpoint, tier: Tier, scope: Scope = Scope.MATCH) -> Endpoint:
    async def counted(request: Request, caller: Caller) -> Response:
        caller.demand_tier(tier)
        caller.demand(scope)
        async with quota.spend(caller, Kind.CALL):
            return await endpoint(request, caller)

    return counted
