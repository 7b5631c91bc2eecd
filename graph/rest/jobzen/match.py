"""POST /api/v1/match: one CV against 1 to 1,000 listings."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.jobzen import shapes, source
from graph.rest.jobzen.paid import paid
from graph.rest.route import Operation, json
from workers.comparison import Judged
from workers.errors import InvalidInput
from workers.listing import Listing
from workers.services import match
from workers.services.caller import Caller, Tier

MOST = 1000


async def match_listings(request: Request, caller: Caller) -> Response:
    call = await source.call(request)
    identities, listings = listed(call.body.get("job_listings"))
    explain, language = call.switch("explain", False), call.language
    cv = await call.source(caller)
    judged = await match.listings(caller, cv.features, listings, language, explain)
    ranked = sorted(zip(identities, listings, judged, strict=True), key=lambda each: -each[2].score.value)
    return json({"cv_input_used": cv.used, "matches": [printed(*each) for each in ranked], "usage": call.usage(cv.tokens)})


def listed(given: Any) -> tuple[list[str], list[Listing]]:
    """Ids and listings; none, too many, or an id twice raise InvalidInput."""
    if not isinstance(given, list) or not given:
        raise InvalidInput(f"'job_listings' must be an array of 1 to {MOST:,} jobs", field=("job_listings",))
    if len(given) > MOST:
        raise InvalidInput(f"'job_listings' has {len(given):,} jobs; at most {MOST:,} go into one request", field=("job_listings",))
    listings = [shapes.listing(each, "job_listings", str(number)) for number, each in enumerate(given)]
    identities = [_identity(each.get("job_id"), number) for number, each in enumerate(given)]
    seen: set[str] = set()
    for number, identity in enumerate(identities):
        if identity in seen:
            raise InvalidInput("'job_id' stands twice; each listing needs its own", field=("job_listings", str(number), "job_id"))
        seen.add(identity)
    return identities, listings


def _identity(given: Any, number: int) -> str:
    if isinstance(given, bool) or not isinstance(given, str | int) or given == "":
        raise InvalidInput("'job_id' must be a string that is not empty", field=("job_listings", str(number), "job_id"))
    return str(given)


def printed(identity: str, job: Listing, judged: Judged) -> dict[str, Any]:
    shown: dict[str, Any] = {"job_id": identity, "title": job.title, "score": judged.score.whole}
    if judged.explanation:
        shown["strengths"] = [each.brief for each in judged.explanation.strengths]
        shown["gaps"] = [each.brief for each in judged.explanation.gaps]
    return shown


LISTING = {
    **shapes.LISTING,
    "required": ["job_id"],
    "properties": {**shapes.LISTING["properties"], "job_id": {"anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}]}},
}
FOUND = {
    **shapes.answered(job_id=shapes.TEXT, title=shapes.TEXT, score=shapes.PERCENT, strengths=shapes.TEXTS, gaps=shapes.TEXTS),
    "required": ["job_id", "title", "score"],
}
ROUTES = [
    Operation(
        "POST",
        "/api/v1/match",
        paid(match_listings, Tier.BASIC),
        summary="Score one CV against up to 1,000 listings; nothing is kept",
        error="JobZenError",
        body=shapes.asked(job_listings={"type": "array", "minItems": 1, "maxItems": MOST, "items": LISTING}),
        answers={200: shapes.answered(cv_input_used=shapes.TEXT, matches={"type": "array", "items": FOUND}, usage=shapes.USAGE)},
        errors=(400, 401, 403, 404, 409, 413, 422, 429),
    )
]
