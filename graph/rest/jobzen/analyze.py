"""POST /api/v1/analyze: what a CV says in short."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from graph.rest.jobzen import shapes, source
from graph.rest.jobzen.paid import paid
from graph.rest.route import Operation, json
from workers.services import advice
from workers.services.caller import Caller, Scope, Tier


async def analyze(request: Request, caller: Caller) -> Response:
    call = await source.call(request)
    language = call.language
    ref = shapes.reference(call.body)
    cv = await call.source(caller, echoed=True)
    found = await advice.analyze(caller, cv, call.body, language)
    shown = {"cv_input_used": cv.used, "candidate_ref": ref, "profile": msgspec.to_builtins(found), "usage": call.usage(cv.tokens)}
    return json(shown)


SALARY = {
    "type": ["object", "null"],
    "properties": {"min": {"type": ["number", "null"]}, "max": {"type": ["number", "null"]}, "currency": {"type": ["string", "null"]}},
}
PROFILE = shapes.answered(
    **dict.fromkeys(("skills", "positions", "languages", "sectors"), shapes.TEXTS), salary_range=SALARY, profile_summary=shapes.TEXT
)
ROUTES = [
    Operation(
        "POST",
        "/api/v1/analyze",
        paid(analyze, Tier.STANDARD, Scope.PARSE),
        summary="Skills, positions, languages, salary, sectors and a summary of one CV; nothing is kept. Tier: standard",
        error="JobZenError",
        body=shapes.asked(echoed=True),
        answers={
            200: shapes.answered(cv_input_used=shapes.TEXT, candidate_ref={"type": ["string", "null"]}, profile=PROFILE, usage=shapes.USAGE)
        },
        errors=(400, 401, 403, 404, 409, 413, 422, 429),
    )
]
