"""POST /api/v1/sandbox: a sandbox key of one's own, in one call without a key, where the operator allows it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from db.environment import environment
from graph.limits import SharedRates
from graph.rest.jobzen import shapes
from graph.rest.route import OpenOperation, json
from workers.errors import Forbidden, TooMany
from workers.services import account
from workers.services.delivery import spoken

# So many an hour and address: enough to try, too few to fill a disk.
TRIES = SharedRates("sandbox", 10, window=3600)


async def make(request: Request) -> Response:
    if not environment().open_sandbox:
        raise Forbidden("This server makes no sandbox keys by itself; ask its operator for one")
    rate = await TRIES.take(request.client.host if request.client else "")
    if rate.remaining < 0:
        raise TooMany("Too many sandbox keys were made from here; try again later", retry_after=rate.reset)
    key, secret = await account.open_sandbox()
    return json({"key": secret, "tier": key.tier, "sandbox": True, "expires_at": spoken(key.expires_at)}, 201)


ROUTES = [
    OpenOperation(
        "POST",
        "/api/v1/sandbox",
        make,
        summary="Make a sandbox key with an empty data set of its own; it lasts 30 days",
        error="JobZenError",
        answers={
            201: {
                "type": "object",
                "properties": {
                    "key": shapes.TEXT,
                    "tier": shapes.TEXT,
                    "sandbox": {"type": "boolean"},
                    "expires_at": {"type": "string", "format": "date-time"},
                },
            }
        },
        errors=(403, 429),
    )
]
